// From a date in somebody's calendar file to one of ours, where we can keep it. Pure.
import { z } from 'zod'
import { seriesOf, type ReadEvent } from '#kit/calendar-files/read.ts'
import { nextDates, type Dates } from '#modules/calendars/happening.ts'

/** Days or longer from one to the next: nothing that people come to happens every minute. */
const FREQUENCY = /^(?=.*FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$))(?!.*BY(?:HOUR|MINUTE|SECOND)=)[A-Z0-9=;,+-]{1,500}$/u
const DECADES = { from: Temporal.Instant.from('1990-01-01T00:00:00Z'), until: Temporal.Instant.from('2100-01-01T00:00:00Z'), most: 3 }

const fields = {
  uid: z.string().min(1).max(300),
  title: z.string().min(1).max(200),
  about: z.string().max(2000),
  place: z.string().max(200),
  begins_on: z.iso.date(),
  minute: z.number().int().min(0).max(1439).nullable(),
  minutes: z.number().int().min(0).max(527_040),
  rule: z.string().regex(FREQUENCY).nullable(),
  except_on: z.array(z.iso.date()).max(1000),
  also_on: z.array(z.iso.date()).max(1000),
  cancelled: z.boolean(),
}

/** One date as it is taken in: times are those of the community's clock. */
export const imported = z.strictObject(fields).refine(happens)

export type Imported = z.infer<typeof imported>

/** Whether a rule gives at least one date. */
function happens(dates: Dates): boolean {
  return nextDates(dates, 'UTC', DECADES).length > 0
}

/** Ours, or null where it has no name, comes more often than daily, or lies on other days here than where it was written. */
export function importedFrom(event: ReadEvent, zone: string): Imported | null {
  const series = seriesOf(event)
  const here = (date: Temporal.ZonedDateTime) => event.wholeDay ? date : date.withTimeZone(zone)
  const day = (date: Temporal.ZonedDateTime) => here(date).toPlainDate().toString()
  const start = here(series.start)
  // A rule names days of the week: on the other side of midnight they would be others.
  if (event.rule !== null && !start.toPlainDate().equals(series.start.toPlainDate())) return null
  const made = imported.safeParse({
    uid: event.uid || `${event.title}/${event.start}`, title: event.title, about: event.about, place: event.where,
    begins_on: day(series.start), minute: event.wholeDay ? null : start.hour * 60 + start.minute, minutes: event.minutes,
    rule: event.rule, except_on: series.except.map(day), also_on: series.extra.map(day), cancelled: event.cancelled,
  })
  return made.success ? made.data : null
}
