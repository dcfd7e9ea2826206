// How time stands, in words: 还剩 2 个工作日, 超时 1 天. Pure.
import type { Lang } from '#kit/phrase.ts'
import { dateOf, type Calendar } from '#modules/clocks/calendar.ts'
import { lateSince, usedAt, type Clock } from '#modules/clocks/clock.ts'
import { longestDay } from '#modules/clocks/limit.ts'
import { workingDaysBetween } from '#modules/clocks/work-time.ts'
import { clockText, limitWords } from '#text/clocks.ts'

/** The shape of its chip: on time, due today, late, paused, ended in time (an ended clock that missed its limit is late). */
export type Standing = 'ok' | 'today' | 'late' | 'paused' | 'met'

/** How a clock stands at `now`. */
export function standing(clock: Clock, now: Temporal.Instant, calendar: Calendar): Standing {
  if (clock.endedAt) return clock.used > clock.allowed ? 'late' : 'met'
  if (!clock.dueAt) return 'paused'
  if (lateSince(clock, now)) return 'late'
  return dateOf(calendar, clock.dueAt).equals(dateOf(calendar, now)) ? 'today' : 'ok'
}

/** The same in words; `why` is the reason of a pause, such as 等居民回话. */
export function left(lang: Lang, clock: Clock, now: Temporal.Instant, calendar: Calendar, why = ''): string {
  const t = clockText(lang)
  const over = usedAt(clock, now, calendar) - clock.allowed
  if (clock.endedAt) return over > 0 ? t.metLate(overtime(lang, clock, over, now, calendar)) : t.met
  if (!clock.dueAt) return why ? t.pausedFor(why) : t.paused
  if (lateSince(clock, now)) return over < MINUTE ? t.justLate : t.late(overtime(lang, clock, over, now, calendar))
  const wall = clock.dueAt.epochMilliseconds - now.epochMilliseconds
  if (wall < MINUTE) return t.soon
  const days = clock.counting === 'working' ? workingDaysBetween(calendar, now, clock.dueAt) : 0
  // Today in hours, as the clock on the wall shows them; later in the days on which somebody works. One such day may be a few minutes of it.
  if (days === 1) return t.nextDay(clock.dueAt.toZonedDateTimeISO(calendar.zone).toPlainTime().toString({ smallestUnit: 'minute' }))
  return t.left(days > 0 ? limitWords(lang).workingDays(days) : much(lang, wall))
}

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]

function overtime(lang: Lang, clock: Clock, over: number, now: Temporal.Instant, calendar: Calendar): string {
  if (clock.counting === 'plain') return much(lang, over)
  const days = Math.floor(over / longestDay(calendar, now))
  return days > 0 ? limitWords(lang).workingDays(days) : much(lang, over)
}

function much(lang: Lang, milliseconds: number): string {
  const t = limitWords(lang)
  if (milliseconds >= DAY) return t.days(Math.floor(milliseconds / DAY))
  const hours = Math.floor(milliseconds / HOUR)
  const minutes = Math.floor(milliseconds % HOUR / MINUTE)
  if (hours === 0) return t.minutes(minutes)
  return minutes === 0 ? t.hours(hours) : clockText(lang).hoursMinutes(hours, minutes)
}
