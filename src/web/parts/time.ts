// Times as people say them.
import type { Lang } from '#kit/phrase.ts'
import { timeText } from '#text/time.ts'

/** 今天 07:20, 昨天 07:20, 11月9日, 2025年11月9日 — seen from `now` in the community's time zone. */
export function said(lang: Lang, at: Temporal.Instant, now: Temporal.Instant, zone: string): string {
  const t = timeText(lang)
  const [then, today] = [at.toZonedDateTimeISO(zone), now.toZonedDateTimeISO(zone)]
  const days = then.toPlainDate().until(today.toPlainDate(), { largestUnit: 'day' }).days
  const clock = `${String(then.hour).padStart(2, '0')}:${String(then.minute).padStart(2, '0')}`
  if (days === 0) return t.today(clock)
  if (days === 1) return t.yesterday(clock)
  return then.year === today.year ? t.day(then.month, then.day) : t.year(then.year, then.month, then.day)
}

/** 11月21日 09:00: for what lies ahead. */
export function dayAndTime(lang: Lang, at: Temporal.Instant, zone: string): string {
  const { month, day, hour, minute } = at.toZonedDateTimeISO(zone)
  return `${timeText(lang).day(month, day)} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** 11月20日 周五. */
export function dayAndWeek(lang: Lang, now: Temporal.Instant, zone: string): string {
  const t = timeText(lang)
  const date = now.toZonedDateTimeISO(zone)
  return `${t.day(date.month, date.day)} ${t[`week${date.dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7}`]}`
}

/** A date such as 2026-11-22 as people say it, with its year: 2026年11月22日. */
export function day(lang: Lang, date: string): string {
  const { year, month, day: number } = Temporal.PlainDate.from(date)
  return timeText(lang).year(year, month, number)
}

/** The day of an instant in the community's time zone, as `day` says it. */
export function dayAt(lang: Lang, at: Temporal.Instant, zone: string): string {
  return day(lang, at.toZonedDateTimeISO(zone).toPlainDate().toString())
}
