// The questions about methods: which one is in force, and which there were.
import type { Reader } from '#kit/db.ts'
import { shippedSource } from '#modules/methods/source.ts'

/** The version in force: its id (0 while the community still goes by the delivered one), number and source. */
export async function methodInForce(db: Reader): Promise<{ id: number, version: number, source: string }> {
  const newest = await db.selectFrom('community')
    .leftJoin('method', join => join.onRef('method.community_id', '=', 'community.id'))
    .select(['community.method as key', 'method.id', 'method.version', 'method.source'])
    .where('community.id', '=', db.community).orderBy('method.version', 'desc').limit(1).executeTakeFirst()
  if (!newest?.id) return { id: 0, version: 0, source: shippedSource(newest?.key ?? '163') }
  return { id: newest.id, version: newest.version ?? 0, source: newest.source ?? '' }
}

/** The published versions, the newest first, with who published each and how many open matters still go by it. */
export async function methodVersions(db: Reader, most = 20) {
  return db.selectFrom('method')
    .leftJoin('person', join => join.onRef('person.community_id', '=', 'method.community_id').onRef('person.id', '=', 'method.published_by'))
    .select(['method.id', 'method.version', 'method.source', 'method.published_at', 'person.name as published_by'])
    .select(eb => eb.selectFrom('matter').select(count => count.fn.countAll<number>().as('n'))
      .whereRef('matter.community_id', '=', 'method.community_id').whereRef('matter.method_id', '=', 'method.id')
      .where('matter.step', '<>', 'close').where('matter.withdrawn_at', 'is', null).as('open_matters'))
    .where('method.community_id', '=', db.community).orderBy('method.version', 'desc').limit(most).execute()
}
