// When something happens, as people say it: the day with its weekday, the hours, and how it comes again.
import type { Lang } from '#kit/phrase.ts'
import { repeatIn, type Dates } from '#modules/calendars/public.ts'
import { happeningText, rhythmText } from '#text/happenings.ts'
import { timeText } from '#text/time.ts'
import { day } from '#web/parts/time.ts'

/** 11月28日 周六. */
export function weekdayAndDate(lang: Lang, date: Temporal.ZonedDateTime): string {
  return `${timeText(lang).day(date.month, date.day)} ${weekday(lang, date.toPlainDate())}`
}

/** 9:00–10:30; 全天 for a whole day. */
export function hoursSaid(lang: Lang, { minute, minutes }: Pick<Dates, 'minute' | 'minutes'>): string {
  if (minute === null) return happeningText(lang).wholeDay
  return minutes === 0 ? clock(minute) : `${clock(minute)}–${clock((minute + minutes) % 1440)}`
}

/** 每周六, 每月第 3 个周六; the date itself for what comes once. */
export function rhythmSaid(lang: Lang, { begins_on, rule }: Pick<Dates, 'begins_on' | 'rule'>, zone: string): string {
  if (rule === null) return day(lang, begins_on)
  const t = rhythmText(lang)
  const first = Temporal.PlainDate.from(begins_on)
  const known = repeatIn(rule, first, zone)
  if (!known) return t.other
  const nth = Math.ceil(first.day / 7)
  const said = {
    once: '', weekly: t.weekly(weekday(lang, first)), fortnightly: t.fortnightly(weekday(lang, first)), monthly: t.monthly(first.day),
    weekday: first.day > 28 ? t.last(weekday(lang, first)) : t.weekday(nth, weekday(lang, first)),
  }[known.repeat]
  return known.until === null ? said : [said, t.until(day(lang, known.until))].join(lang === 'zh' ? '，' : ', ')
}

function weekday(lang: Lang, date: Temporal.PlainDate): string {
  return timeText(lang)[`week${date.dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7}`]
}

/** 9:05. */
export function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}
