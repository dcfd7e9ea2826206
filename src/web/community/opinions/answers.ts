// One statement with its three answers: each is a button that sends the form, so it works by keyboard and without scripts.
import { OPINIONS, type OpinionWord } from '#modules/opinions/public.ts'
import type { Lang } from '#kit/phrase.ts'
import { castText } from '#text/opinions.ts'
import { assetAt } from '#web/parts/assets.ts'
import { requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { EMPTY } from '#web/visit.ts'

const WORDS = ['agree', 'disagree', 'pass'] as const satisfies readonly OpinionWord[]

/** The sheet of the pages of conversations. */
export const styles = html`<link rel="stylesheet" href="${assetAt('opinions.css')}">`

/** The form; `from` names the page that is shown again afterwards. */
export function answers(lang: Lang, { at, statement, from }: { at: string, statement: number, from: 'next' | 'all' }): Html {
  const t = castText(lang)
  return html`<form method="post" action="${at}/opinion">${requestKey(EMPTY)}<input type="hidden" name="statement" value="${statement}"><input type="hidden" name="from" value="${from}">
<div class="answers" role="group" aria-label="${t.which}">${WORDS.map(word => html`<button class="btn b-line" name="opinion" value="${word}">${t[word]}</button>`)}</div></form>`
}

/** The word of an opinion in the table. */
export function wordOf(lang: Lang, opinion: number): string {
  const word = WORDS.find(each => OPINIONS[each] === opinion)
  return word ? castText(lang)[word] : ''
}
