// The estate's own rules as they were written, and the place whose law stands above them.
import type { Reader } from '#kit/db.ts'

/** The key of the place's pack, and the newest own rules of the estate; null where it has none. */
export async function ownRulesOf(db: Reader, estate: number): Promise<{ law: string, source: string | null }> {
  return db.selectFrom('community').select(eb => ['community.law', eb.selectFrom('estate_rules').select('estate_rules.source')
    .where('estate_rules.community_id', '=', db.community).where('estate_rules.estate_id', '=', estate).orderBy('estate_rules.id', 'desc').limit(1).as('source')])
    .where('community.id', '=', db.community).executeTakeFirstOrThrow()
}
