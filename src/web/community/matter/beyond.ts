// What of a matter has pages of its own: the plan in its versions, and who pays what.
import type { Extras } from '#modules/matters/public.ts'
import { ballotPageText } from '#text/ballot-pages.ts'
import { plansText } from '#text/plans.ts'
import { sharingPageText } from '#text/sharing-pages.ts'
import { nothing, type Html } from '#web/parts/html.ts'
import { list, type Row } from '#web/parts/list.ts'
import type { Visit } from '#web/visit.ts'
import type { Shown } from './part-page.ts'
import { receiptQuery } from './trail.ts'

/** Links to those that are there. */
export function beyondPart(visit: Visit, matter: Shown, { hasPlans, hasSharing, hasPolls }: Extras): Html {
  const { lang, community } = visit
  const at = (part: string) => `/${community.slug}/matters/${matter.id}/${part}${receiptQuery(visit, '?')}`
  const rows: Row[] = [
    ...hasPlans ? [{ href: at('plans'), icon: 'discuss' as const, tone: 'sea' as const, title: plansText(lang).title, meta: plansText(lang).lead }] : [],
    ...hasSharing ? [{ href: at('sharing'), icon: 'ledger' as const, tone: 'brick' as const, title: sharingPageText(lang).title, meta: sharingPageText(lang).lead }] : [],
    ...hasPolls ? [{ href: `/${community.slug}/polls?matter=${matter.id}`, icon: 'vote' as const, tone: 'brick' as const, title: ballotPageText(lang).matterPolls, meta: ballotPageText(lang).meta }] : [],
  ]
  return rows.length === 0 ? nothing : list(rows)
}
