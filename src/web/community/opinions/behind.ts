// What is not voted on: one's own statements with what became of them, and for moderators what waits for a look.
import { judgeInput, type statementsBehind } from '#modules/opinions/public.ts'
import type { Lang } from '#kit/phrase.ts'
import { conversationText } from '#text/opinion-page.ts'
import { judgeText, refusalText, suggestText } from '#text/opinions.ts'
import { field, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { EMPTY, type Mend } from '#web/visit.ts'

type Behind = Awaited<ReturnType<typeof statementsBehind>>

/** One's own statements. */
export function mine(lang: Lang, all: Behind): Html {
  const own = all.filter(statement => statement.mine)
  if (own.length === 0) return nothing
  return html`<section id="mine">${head(suggestText(lang).mine)}<ul class="card list-plain">${own.map(one => html`<li>${one.text}<br><span class="dim sm">${fate(lang, one)}</span>${
    one.words && html`<br><span class="sm">“${one.words}”</span>`}</li>`)}</ul></section>`
}

function fate(lang: Lang, { standing, reason }: Behind[number]): string {
  const t = suggestText(lang)
  return reason === null ? t[standing === 'accepted' ? 'accepted' : 'waiting'] : t.refused(refusalText(lang)[reason])
}

/** What waits for a look, each with its own form; never whose it is. */
export function behind(lang: Lang, { at, mend }: { at: string, mend: Mend }, all: Behind): Html {
  const t = judgeText(lang)
  const waiting = all.filter(statement => statement.standing === 'waiting')
  if (waiting.length === 0) return nothing
  return html`<section id="behind">${head(conversationText(lang).behind)}<p class="dim sm">${t.waiting(waiting.length)}</p><div class="stack">${waiting.map(one =>
    one.mine ? html`<div class="card"><p>${one.text}</p>${note('', 'lock', t.own)}</div>` : judging(lang, at, one, mend))}</div></section>`
}

function judging(lang: Lang, at: string, one: Behind[number], mend: Mend): Html {
  const t = judgeText(lang)
  const sent = mend.values['statement'] === String(one.id) ? mend : EMPTY
  return html`<form class="card" method="post" action="${at}/judge">${requestKey(sent)}<input type="hidden" name="statement" value="${one.id}"><p class="statement">${one.text}</p>
<p><button class="btn full" name="verdict" value="accepted">${t.accept}</button></p>
<details${sent.problems.length > 0 && html` open`}><summary>${t.refuse}</summary>${field(lang, judgeInput, 'reason', sent)}${field(lang, judgeInput, 'words', sent)}
<div class="field"><button class="btn full b-line" name="verdict" value="refused">${t.refuse}</button></div></details></form>`
}
