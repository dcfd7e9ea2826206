// One line with the head of the record, for the foot of a page and for paper: whoever keeps the sheet can hold us to it later.
import { lastHead, type HeadRow } from '#modules/record/public.ts'
import { recordText } from '#text/record.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { dayAt } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'

/** The line with the way to the page of the record; nothing while nothing is sealed. One statement. */
export async function headLine(visit: Visit): Promise<Html> {
  const said = await headSaid(visit)
  return said.length === 0 ? nothing
    : html`<p class="center xs dim gap">${dotted(...said)} <a class="no-print" href="/${visit.community.slug}/record">${recordText(visit.lang).yourself}</a></p>`
}

/** The same for paper, in plain words; '' while nothing is sealed. */
export async function headWords(visit: Visit): Promise<string> {
  return (await headSaid(visit)).join(' · ')
}

async function headSaid(visit: Visit): Promise<string[]> {
  const t = recordText(visit.lang)
  const head = await lastHead(visit.db)
  return head?.at ? [t.lineCount(head.size), t.lineMark(shortRoot(head.root)), t.lineSealed(exactly(visit, head.at))] : []
}

/** The beginning of a root as people compare it: twenty hex digits in fours (80 bits). */
export function shortRoot(root: HeadRow['root']): string {
  return Buffer.from(root).toString('hex').slice(0, 20).replaceAll(/(....)(?!$)/gu, '$1 ')
}

/** Day and time, the same on whatever day it is read. */
export function exactly({ lang, community }: Pick<Visit, 'lang' | 'community'>, at: Temporal.Instant): string {
  const time = at.toZonedDateTimeISO(community.time_zone).toPlainTime().toString({ smallestUnit: 'minute' })
  return `${dayAt(lang, at, community.time_zone)} ${time}`
}
