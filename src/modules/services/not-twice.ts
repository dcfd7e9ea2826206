// One service of a name in each class: two would send people to two doors.
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import type { ServiceClass } from '#db/tables.ts'
import { servicesText } from '#text/services.ts'

/** Throws Invalid when another service of this class has the name. */
export async function notTwice(db: Reader, { class: of, name, id = 0 }: { class: ServiceClass, name: string, id?: number }): Promise<void> {
  const there = await db.selectFrom('service').select('id').where('community_id', '=', db.community)
    .where('class', '=', of).where('name', '=', name).where('retired_at', 'is', null).where('id', '<>', id).executeTakeFirst()
  if (there) throw invalid([{ field: 'name', reason: lang => servicesText(lang).twice }])
}
