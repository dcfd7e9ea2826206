// What the pages of a call have in common: its address, its words, the emergency numbers, and its sheet of styles.
import { isNeed, receiptSubject } from '#modules/calls/public.ts'
import { needText } from '#text/calls.ts'
import { helpText } from '#text/call-pages.ts'
import { raiseText } from '#text/pages.ts'
import { assetAt } from '#web/parts/assets.ts'
import { html, type Html } from '#web/parts/html.ts'
import { local } from '#web/parts/page.ts'
import type { Visit } from '#web/visit.ts'

/** The sheet of the calls, for their pages. */
export const styles = html`<link rel="stylesheet" href="${assetAt('calls.css')}">`

/** Where a call lies; with the receipt of whoever called without an account. */
export function addressOf({ community }: Pick<Visit, 'community'>, id: number, code = ''): string {
  return `/${community.slug}/help/${id}${code && `?code=${encodeURIComponent(code)}`}`
}

/** The receipt in the address or the form; '' where it is none of this call. */
export function receiptIn(visit: Pick<Visit, 'receiptFor' | 'community'>, id: number, code: string): string {
  return code !== '' && code === visit.receiptFor(receiptSubject(visit.community.id, id)) ? code : ''
}

/** What is needed, in words. */
export function needWord(lang: Visit['lang'], need: string): string {
  return needText(lang)[isNeed(need) ? need : 'other']
}

/** 120, 119, 110 and the community's own number, each to be tapped. */
export function emergency({ lang, community }: Pick<Visit, 'lang' | 'community'>): Html {
  const dial = (number: string, words: Html | string) => html`<a class="btn b-line sm num" href="tel:${number}">${words}</a>`
  return html`<div class="emergency" role="note"><p>${helpText(lang).emergency}</p><p class="numbers">${['120', '119', '110'].map(number => dial(number, number))}${
    community.phone && dial(community.phone, html`${raiseText(lang).duty}<span class="only-wide"> ${local(community.phone)}</span>`)}</p></div>`
}
