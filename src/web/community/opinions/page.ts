// One conversation: the next statement, one's own, what waits for a look, and the map.
import {
  conversationById, isOpen, mayNotClose, mayNotModerate, mayNotSpeak, nextStatement, statementsBehind, statementsShown, suggestInput, type ConversationShown,
} from '#modules/opinions/public.ts'
import { conversationText } from '#text/opinion-page.ts'
import { castText, closeText, opinionText, suggestText } from '#text/opinions.ts'
import { framed, idIn } from '#web/frame.ts'
import { buttonOrWhy, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { EMPTY, type Mend, type Page, type Visit } from '#web/visit.ts'
import { answers, styles } from './answers.ts'
import { behind, mine } from './behind.ts'
import { about } from './list.ts'
import { mapShown, named } from './map.ts'
import { tableOffered } from './table.ts'

type Next = Awaited<ReturnType<typeof nextStatement>>

/** GET /:community/conversations/:id */
export const page: Page = visit => shown(visit, EMPTY)

/** The page, with what is to be mended in the form that was sent. */
export async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community } = visit
  const id = idIn(visit)
  const one = await conversationById(db, actor, id)
  const at = `/${community.slug}/conversations/${id}`
  const open = isOpen(one, visit.now)
  const next = open && actor.personId !== null ? await nextStatement(db, actor, id) : undefined
  const others = actor.personId === null ? [] : await statementsBehind(db, actor, id)
  const texts = await statementsShown(db, actor, id, { only: named(one.map), limit: 1000 })
  const judges = mayNotModerate(actor) === null
  return framed(visit, { title: opinionText(lang).title, back: `/${community.slug}/conversations`, qr: visit.publicUrl + at }, html`${styles}${errs(lang, mend)}
<h2 class="statement">${one.question}</h2><p class="dim sm">${about(visit, one)}</p>${one.about && html`<p>${one.about}</p>`}
${one.matter_id !== null && html`<p class="sm"><a href="/${community.slug}/matters/${one.matter_id}">${conversationText(lang).matter}</a></p>`}
${open ? answering(visit, one, { at, next }) : note('', 'lock', conversationText(lang).ended)}
<p class="row wrap gap"><a class="btn b-line" href="${at}/statements">${conversationText(lang).all}</a></p>
${mapShown(visit, one, texts)}
${!open && tableOffered(visit, one, at)}
${open && suggesting(visit, one, { at, mend })}${mine(lang, others)}
${judges && behind(lang, { at, mend }, others)}
${open && closing(visit, one, at)}`)
}

function answering(visit: Visit, one: ConversationShown, { at, next }: { at: string, next: Next }): Html {
  const { lang, community } = visit
  const t = castText(lang)
  if (mayNotSpeak(visit.actor, one, visit.now)) {
    return html`${note('', 'lock', t.signIn)}<p><a class="btn" href="/sign-in?community=${community.slug}">${conversationText(lang).signIn}</a></p>`
  }
  if (!next) return note('', 'check', t.allDone)
  return html`<section class="card" id="next"><p class="dim sm">${t.progress(next.answered, one.statements)}</p><p class="statement">${next.text}</p>
${answers(lang, { at, statement: next.id, from: 'next' })}<p class="dim xs gap">${t.secret}</p></section>`
}

function suggesting({ lang, actor, now }: Visit, one: ConversationShown, { at, mend }: { at: string, mend: Mend }): Html {
  const reason = mayNotSpeak(actor, one, now)
  if (reason) return nothing
  const t = suggestText(lang)
  return html`<section id="suggest">${head(t.summary)}<form class="card" method="post" action="${at}/statements">${requestKey(mend)}${
    field(lang, suggestInput, 'text', mend)}<div class="field"><button class="btn full">${t.send}</button></div></form></section>`
}

function closing({ lang, actor, now, url }: Visit, one: ConversationShown, at: string): Html {
  if (mayNotClose(actor, one, now)) return nothing
  const t = closeText(lang)
  const sure = url.searchParams.has('sure')
  return html`<section id="close"><form method="post" action="${at}/close">${requestKey(EMPTY)}${sure && html`<p>${t.sure}</p><input type="hidden" name="sure" value="true">`}${
    buttonOrWhy(lang, t.close, null, sure ? '' : 'b-line')}</form></section>`
}
