// Times at which people really do things, in the street's time zone.
import type { Random } from './random.ts'

export const ZONE = 'Asia/Shanghai'

// How often things are raised in each hour of the day: before work, at noon, after supper; seldom at night.
const RAISED: Readonly<Record<string, number>> = {
  '06': 3, '07': 9, '08': 9, '09': 6, '10': 5, '11': 4, '12': 6, '13': 3, '14': 3, '15': 3, '16': 4, '17': 6,
  '18': 9, '19': 11, '20': 11, '21': 7, '22': 3, '23': 1,
}

/** A moment on the day that lies `daysAgo` days before now, at an hour when people report things; never after `now`. */
export function raisedAt(random: Random, now: Temporal.Instant, daysAgo: number): Temporal.Instant {
  const day = now.toZonedDateTimeISO(ZONE).toPlainDate().subtract({ days: daysAgo })
  const time = { hour: Number(random.weighted(RAISED)), minute: random.between(0, 59), second: random.between(0, 59) }
  const at = day.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(time) }).toInstant()
  const justNow = now.subtract({ minutes: random.between(20, 600) })
  return Temporal.Instant.compare(at, justNow) > 0 ? justNow : at
}

const OPENS = Temporal.PlainTime.from('08:20')
const CLOSES = Temporal.PlainTime.from('18:10')

/** The moment `hours` after `from`, or when workers are next at work. */
export function workedAt(random: Random, from: Temporal.Instant, hours: number): Temporal.Instant {
  const at = from.add({ seconds: Math.round(hours * 3600) }).toZonedDateTimeISO(ZONE)
  const time = at.toPlainTime()
  const early = Temporal.PlainTime.compare(time, OPENS) < 0
  const late = Temporal.PlainTime.compare(time, CLOSES) > 0
  if (!early && !late) return at.toInstant()
  return at.toPlainDate().add({ days: late ? 1 : 0 }).toZonedDateTime({ timeZone: ZONE, plainTime: OPENS })
    .add({ minutes: random.between(1, 100) }).toInstant()
}

/** The date in the street's time zone. */
export function dateOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(ZONE).toPlainDate()
}
