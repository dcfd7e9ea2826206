// The question about services: the whole list.
import type { Reader } from '#kit/db.ts'

/** Everything that is offered now, by class and in the order in which it was added. */
export async function services(db: Reader) {
  return db.selectFrom('service').select(['id', 'class', 'name', 'about', 'provider', 'place', 'hours', 'phone', 'changed_at'])
    .where('community_id', '=', db.community).where('retired_at', 'is', null).orderBy('class').orderBy('id').execute()
}
