// A turn's time as people say it: 11月23日 周一, 22:00–次日 06:00.
import { dutyPageText } from '#text/duty-pages.ts'
import { dayAndWeek } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'

/** Day and hours of a turn. */
export function spanSaid({ lang, community }: Pick<Visit, 'lang' | 'community'>, from: Temporal.Instant | string, until: Temporal.Instant | string): string {
  return `${daySaid({ lang, community }, from)} ${hoursSaid({ lang, community }, from, until)}`
}

/** 11月23日 周一 of its beginning. */
export function daySaid({ lang, community }: Pick<Visit, 'lang' | 'community'>, from: Temporal.Instant | string): string {
  return dayAndWeek(lang, Temporal.Instant.from(from), community.time_zone)
}

/** 22:00–次日 06:00. */
export function hoursSaid({ lang, community }: Pick<Visit, 'lang' | 'community'>, from: Temporal.Instant | string, until: Temporal.Instant | string): string {
  const [begins, ends] = [from, until].map(moment => Temporal.Instant.from(moment).toZonedDateTimeISO(community.time_zone))
  if (!begins || !ends) return ''
  const next = begins.toPlainDate().equals(ends.toPlainDate()) ? '' : `${dutyPageText(lang).nextDay} `
  return `${clockOf(begins)}–${next}${clockOf(ends)}`
}

/** 22:00 of a moment there. */
export function clockSaid({ community }: Pick<Visit, 'community'>, moment: Temporal.Instant): string {
  return clockOf(moment.toZonedDateTimeISO(community.time_zone))
}

function clockOf(moment: Temporal.ZonedDateTime): string {
  return moment.toPlainTime().toString({ smallestUnit: 'minute' })
}
