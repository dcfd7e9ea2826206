// What can be done about the end of a matter: closing it, reading its file, having it done again.
import { mayNot, type matterById } from '#modules/matters/public.ts'
import { turnsDown } from '#modules/methods/public.ts'
import { closingText } from '#text/closing.ts'
import { dossierText } from '#text/dossier.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import type { Visit } from '#web/visit.ts'
import { receiptQuery } from './trail.ts'

/** Links to the form for closing, to the sealed file, and to 请再办; nothing where none of them is open to the visitor. */
export function closingPart(visit: Visit, matter: Awaited<ReturnType<typeof matterById>>, hasReceipt: boolean): Html {
  const { lang, actor, community } = visit
  const { rules } = matter
  const at = `/${community.slug}/matters/${matter.id}`
  const code = receiptQuery(visit, '?')
  const link = (path: string, words: string) => html`<p class="field no-print"><a class="btn full b-line" href="${at}/${path}${code}">${words}</a></p>`
  const words = turnsDown(rules.method, rules.track, rules.step, 'close') ? closingText(lang).turnDown : closingText(lang).summary
  return html`${mayNot.close(actor, rules) === null ? link('acts/close', words) : nothing}${
    matter.step === 'close' && matter.merged_into === null ? html`<p class="field"><a class="btn full" href="${at}/dossier${code}">${icon('show')}${dossierText(lang).title}</a></p>` : nothing}${
    mayNot.reopen(actor, rules, matter.followed === true, hasReceipt) === null ? link('reopen', closingText(lang).summaryReopen) : nothing}`
}
