// From a day and times of the clock there to moments. Throws Invalid.
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { say } from '#modules/activities/fields.ts'
import type { Span } from '#modules/activities/helper.ts'

/** The community's time zone. */
export async function zoneOf(db: Reader): Promise<string> {
  const { time_zone: zone } = await db.selectFrom('community').select('time_zone').where('id', '=', db.community).executeTakeFirstOrThrow()
  return zone
}

/** From when until when, on one day. */
export function spanOn({ on, from, until }: { on: string, from: string, until: string }, zone: string): Span {
  const [from_at, until_at] = [momentOf(on, from, zone), momentOf(on, until, zone)]
  if (Temporal.Instant.compare(until_at, from_at) <= 0) throw invalid([{ field: 'until', reason: say('untilWrong') }])
  return { from_at, until_at }
}

/** A moment by its day and its time of the clock. */
export function momentOf(on: string, time: string, zone: string): Temporal.Instant {
  return Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
}

/** Whether it lies ahead. */
export function checkAhead(begins: Temporal.Instant, now: Temporal.Instant): void {
  if (Temporal.Instant.compare(begins, now) <= 0) throw invalid([{ field: 'from', reason: say('past') }])
}
