// 词表: the community's own words, those that are shipped, and how they are changed. Every change is written down.
import { Refused } from '#kit/errors.ts'
import { addWord, addWordInput, endWord, ownWords, SHIPPED } from '#modules/moderation/public.ts'
import { lacks } from '#modules/people/public.ts'
import { wordKindText, wordText } from '#text/moderation-open.ts'
import { listed } from '#kit/phrase.ts'
import { framed, idIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, toast } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/moderation/words */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/moderation/words */
export const add: Submit = sent => orAgain(sent, async () => {
  await sent.act(addWord, { word: typed(sent.form, 'word'), kind: typed(sent.form, 'kind') })
  return goTo(`/${sent.community.slug}/moderation/words?done=1`)
}, mend => visit => shown(visit, mend))

/** POST /:community/moderation/words/:id/end */
export const end: Submit = async sent => {
  await sent.act(endWord, { id: idIn(sent) })
  return goTo(`/${sent.community.slug}/moderation/words?done=1`)
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, url } = visit
  const t = wordText(lang)
  const reason = lacks(actor, 'moderate', null)
  if (reason) throw new Refused(reason)
  const own = await ownWords(db)
  const at = `/${community.slug}/moderation/words`
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}/moderation` }, html`${url.searchParams.has('done') ? toast(t.done) : nothing}<p>${t.lead}</p>
<section>${head(t.own)}${own.length === 0 ? empty(t.ownNone) : html`<ul class="card flush list">${own.map(({ id, word, kind }) => html`<li><span class="grow"><b class="row-title">${word}</b><span class="row-meta">${
    wordKindText(lang)[kind]}</span></span><form method="post" action="${at}/${id}/end">${requestKey(EMPTY)}<button class="btn b-line sm" aria-label="${t.endOne(word)}">${t.end}</button></form></li>`)}</ul>`}</section>
<section>${head(t.add)}<form class="card" method="post" action="${at}">${errs(lang, mend)}${requestKey(mend)}${['word', 'kind'].map(name => field(lang, addWordInput, name, mend))}
<div class="field"><button class="btn full">${t.add}</button></div></form></section>
<section>${head(t.shipped)}<div class="card"><p class="dim sm">${t.shippedHint}</p>${Object.entries(SHIPPED).map(([kind, words]) =>
    html`<p><b>${wordKindText(lang)[kind as 'insult']}</b> ${listed(lang, words)}</p>`)}</div></section>`)
}
