// Which day it is where the community lies.
import type { Reader } from '#kit/db.ts'

/** The date in the community's time zone, such as 2026-11-22. */
export async function localDay(db: Reader, now: Temporal.Instant): Promise<string> {
  const { time_zone } = await db.selectFrom('community').select('time_zone').where('id', '=', db.community).executeTakeFirstOrThrow()
  return now.toZonedDateTimeISO(time_zone).toPlainDate().toString()
}
