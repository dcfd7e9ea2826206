// 议事会: which councils there are, what comes next, what was missed.
import { listed } from '#kit/phrase.ts'
import { comingDates, councils, mayNotFoundAny, sessions, type Council } from '#modules/councils/public.ts'
import { councilText } from '#text/councils.ts'
import { framed } from '#web/frame.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, list, toast } from '#web/parts/list.ts'
import { day } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'
import { rhythmSaid, weekdayAndDate } from '../feeds/when.ts'
import { sessionRow } from './around.ts'

const COMING = 20

/** GET /:community/councils */
export const page: Page = async visit => {
  const { lang, db, actor, community, now, url } = visit
  const t = councilText(lang)
  const all = await councils(db)
  const coming = await sessions(db, actor, { coming: true }, now, COMING)
  const at = `/${community.slug}/councils`
  return framed(visit, { title: t.title, back: `/${community.slug}`, narrow: true, qr: `${visit.publicUrl}${at}` }, html`${url.searchParams.has('done') ? toast(t.saved) : nothing}<p>${t.lead}</p>
${mayNotFoundAny(actor) === null && html`<p class="no-print"><a class="btn b-line" href="${at}/edit">${icon('plus')}${t.found}</a></p>`}
<section>${head(t.coming)}${coming.length === 0 ? empty(t.noneComing) : list(coming.map(one => sessionRow(visit, one)))}</section>
<section>${head(t.title)}${all.length === 0 ? empty(t.none) : list(all.map(council => ({
    href: `${at}/${council.id}`, title: council.name, meta: html`${dotted(council.over ?? t.wholeCommunity, rhythmOf(visit, council))}${council.missed.length > 0 && html`<span class="row-meta">${icon('warn')} ${missedWords(visit, council)}</span>`}`,
    icon: 'discuss' as const, tone: 'leaf' as const,
  })))}</section>`)
}

/** 每月第 3 个周六 19:30, and the next date. */
export function rhythmOf({ lang, community, now }: Visit, council: Council): Html {
  const t = councilText(lang)
  if (council.rule === null) return html`${t.whenNeeded}`
  const [next] = comingDates(council, community.time_zone, now, 1)
  return dotted(rhythmSaid(lang, council, community.time_zone), next && t.nextByRhythm(weekdayAndDate(lang, next)))
}

/** The dates that were missed of late. */
export function missedWords({ lang }: Visit, { missed }: Council): string {
  return councilText(lang).missed(listed(lang, missed.map(one => day(lang, one.missed_on))))
}
