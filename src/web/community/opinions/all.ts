// All statements of a conversation with their totals, and one's own answers, which may be changed until the end.
import { conversationById, isOpen, mayNotSpeak, statementsShown, type ConversationShown } from '#modules/opinions/public.ts'
import { conversationText, mapText } from '#text/opinion-page.ts'
import { castText } from '#text/opinions.ts'
import { framed, idIn, numberIn } from '#web/frame.ts'
import { html, type Html } from '#web/parts/html.ts'
import type { Page, Visit } from '#web/visit.ts'
import { answers, styles, wordOf } from './answers.ts'

const SHOWN = 30

type Statement = Awaited<ReturnType<typeof statementsShown>>[number]

/** GET /:community/conversations/:id/statements?after= */
export const page: Page = async visit => {
  const { lang, db, actor, community, url } = visit
  const id = idIn(visit)
  const one = await conversationById(db, actor, id)
  const found = await statementsShown(db, actor, id, { after: numberIn(url, 'after') ?? null, limit: SHOWN + 1 })
  const shown = found.slice(0, SHOWN)
  const at = `/${community.slug}/conversations/${id}`
  const t = conversationText(lang)
  return framed(visit, { title: t.allTitle, back: at }, html`${styles}<p class="dim">${one.question}</p>
<div class="stack">${shown.map(statement => row(visit, one, statement, at))}</div>
<p class="row wrap gap no-print">${found.length > SHOWN && html`<a class="btn b-line" href="${at}/statements?after=${shown.at(-1)?.id}">${t.more}</a>`}<a class="btn b-line" href="${at}">${t.backTo}</a></p>`)
}

function row({ lang, actor, now }: Visit, one: ConversationShown, { id, text, opinion }: Statement, at: string): Html {
  const total = one.map?.statements.find(each => each.id === id)
  const open = isOpen(one, now) && mayNotSpeak(actor, one, now) === null
  const t = castText(lang)
  return html`<article class="card"><p class="statement">${text}</p>${total && html`<p class="dim sm num">${mapText(lang).counts(total.agree, total.disagree, total.pass)}</p>`}${
    opinion !== null && html`<p class="sm">${t.said(wordOf(lang, opinion))}</p>`}${
    open && (opinion === null ? answers(lang, { at, statement: id, from: 'all' })
      : html`<details><summary>${t.change}</summary>${answers(lang, { at, statement: id, from: 'all' })}</details>`)}</article>`
}
