// The community's time zone.
import type { Reader } from '#kit/db.ts'

/** Such as Asia/Shanghai. */
export async function zoneOf(db: Reader): Promise<string> {
  const { time_zone } = await db.selectFrom('community').select('time_zone').where('id', '=', db.community).executeTakeFirstOrThrow()
  return time_zone
}
