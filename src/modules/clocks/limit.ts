// A limit as people write it: 30 minutes, 3 working days, end of working day 1. Pure.
import { z } from 'zod'
import type { Counting } from '#db/tables.ts'
import type { Lang } from '#kit/phrase.ts'
import { dateOf, spansOn, type Calendar } from '#modules/clocks/calendar.ts'
import { worked, workingDay } from '#modules/clocks/work-time.ts'
import { limitWords } from '#text/clocks.ts'

/** `end`: the end of so many working days after this one (0: today, or the next when today is over or none). */
export interface Limit {
  readonly unit: 'minutes' | 'hours' | 'days' | 'workingHours' | 'workingDays' | 'end'
  readonly amount: number
}

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]

// The most that each may be: about a year.
const MOST: Readonly<Record<Limit['unit'], number>> =
  { minutes: 525_600, hours: 8784, days: 366, workingHours: 2200, workingDays: 260, end: 260 }

const FORMS: readonly [unit: Limit['unit'], form: RegExp, amount?: number][] = [
  ['minutes', /^(\d{1,6}) ?(?:minutes?|分钟)$/u],
  ['hours', /^(\d{1,6}) ?(?:hours?|个?小时)$/u],
  ['days', /^(\d{1,6}) ?(?:days?|天)$/u],
  ['workingHours', /^(\d{1,6}) ?(?:working hours?|个?工作小时)$/u],
  ['workingDays', /^(\d{1,6}) ?(?:working days?|个?工作日)$/u],
  ['end', /^end of working day (\d{1,6})$/u],
  ['end', /^当天下班前$/u, 0],
  ['end', /^第 ?(\d{1,6}) ?个工作日下班前$/u],
]

/** The limit that the words say, in English or Chinese; null when they say none. */
export function limitOf(text: string): Limit | null {
  const words = text.trim().toLowerCase().replaceAll(/\s+/gu, ' ')
  for (const [unit, form, fixed] of FORMS) {
    const found = form.exec(words)
    if (!found) continue
    const amount = fixed ?? Number(found[1])
    return amount <= MOST[unit] && (amount > 0 || unit === 'end') ? { unit, amount } : null
  }
  return null
}

/** A limit in words, for a schema; gives the limit. */
export const limit = z.string().max(60).transform((text, context): Limit => {
  const found = limitOf(text)
  if (found) return found
  context.addIssue({ code: 'custom', message: 'no limit' })
  return z.NEVER
})

/** The words of a limit: what `limitOf` reads again. */
export function limitText(lang: Lang): (limit: Limit) => string {
  const t = limitWords(lang)
  return ({ unit, amount }) => unit === 'end' && amount === 0 ? t.endToday : t[unit](amount)
}

/** How much a clock that starts at `at` is allowed: counted milliseconds, and what counts. */
export function startOf({ unit, amount }: Limit, at: Temporal.Instant, calendar: Calendar): { counting: Counting, allowed: number } {
  switch (unit) {
    case 'minutes': return { counting: 'plain', allowed: amount * MINUTE }
    case 'hours': return { counting: 'plain', allowed: amount * HOUR }
    case 'days': return { counting: 'plain', allowed: amount * DAY }
    case 'workingHours': return { counting: 'working', allowed: amount * HOUR }
    case 'workingDays': return { counting: 'working', allowed: ofWorkingDays(amount, at, calendar) }
    case 'end': return { counting: 'working', allowed: worked(calendar, at, workingDay(calendar, at, amount).ends) }
  }
}

// The rest of this day, the whole of those between, and of the last one as much as was over of this one when the clock started:
// where all days are alike, Monday 15:00 and three working days make Thursday 15:00.
function ofWorkingDays(amount: number, at: Temporal.Instant, calendar: Calendar): number {
  const [first, last] = [workingDay(calendar, at), workingDay(calendar, at, amount)]
  const over = worked(calendar, first.begins, at)
  return worked(calendar, at, last.begins) + Math.min(over, worked(calendar, last.begins, last.ends))
}

/** The milliseconds of the week's longest working day at an instant: what overtime is told in. */
export function longestDay(calendar: Calendar, at: Temporal.Instant): number {
  const today = dateOf(calendar, at)
  const week = Array.from({ length: 7 }, (_, i) => today.add({ days: i }))
  const minutes = week.map(date => spansOn(calendar, date).reduce((sum, [from, to]) => sum + to - from, 0))
  return Math.max(60, ...minutes) * MINUTE
}
