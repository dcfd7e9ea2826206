// The service that an act is about, locked until the act is done.
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { servicesText } from '#text/services.ts'

/** Throws NotFound when there is none, or when it is no longer offered. */
export async function serviceToChange(db: Reader, id: number): Promise<{ id: number }> {
  const found = await db.selectFrom('service').select('id')
    .where('community_id', '=', db.community).where('id', '=', id).where('retired_at', 'is', null).forUpdate().executeTakeFirst()
  if (!found) throw new NotFound(lang => servicesText(lang).notHere)
  return found
}
