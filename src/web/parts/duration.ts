// How long something took, as people say it.
import type { Counting } from '#db/tables.ts'
import type { Lang } from '#kit/phrase.ts'
import { clockText, limitWords } from '#text/clocks.ts'

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]

/** Milliseconds in words: 3 小时 20 分, 4.5 天; working time in working hours, since a working day has no fixed length. */
export function duration(lang: Lang, milliseconds: number, counting: Counting = 'plain'): string {
  if (counting === 'working') return limitWords(lang).workingHours(tenths(milliseconds / HOUR))
  if (milliseconds >= 2 * DAY) return limitWords(lang).days(tenths(milliseconds / DAY))
  const minutes = Math.round(milliseconds / MINUTE)
  return clockText(lang).hoursMinutes(Math.floor(minutes / 60), minutes % 60)
}

function tenths(number: number): number {
  return Math.round(number * 10) / 10
}
