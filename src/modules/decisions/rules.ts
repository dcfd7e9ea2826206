// Which numbers apply to a vote: the packs of the place, and the estate's own rules on top.
import type { Reader } from '#kit/db.ts'
import { estateRules, packsOf, resolve, type Rules } from '#modules/law/public.ts'

/** The rules on a day, and the estate's own rules among them by their id. */
export interface InForce {
  readonly rules: Rules
  readonly ownRules: number | null
}

/** What holds for an estate on a day (2026-11-22). */
export async function rulesFor(db: Reader, estate: number, on: string): Promise<InForce> {
  const found = await db.selectFrom('community').select(eb => ['community.law',
    eb.selectFrom('estate_rules').select('estate_rules.id').where('estate_rules.community_id', '=', db.community)
      .where('estate_rules.estate_id', '=', estate).orderBy('estate_rules.id', 'desc').limit(1).as('id'),
    eb.selectFrom('estate_rules').select('estate_rules.source').where('estate_rules.community_id', '=', db.community)
      .where('estate_rules.estate_id', '=', estate).orderBy('estate_rules.id', 'desc').limit(1).as('source')])
    .where('community.id', '=', db.community).executeTakeFirstOrThrow()
  if (found.source === null) return { rules: resolve(packsOf(found.law, on), on), ownRules: null }
  const read = estateRules(found.source, found.law, on)
  // They were in order when they were kept; where the community has come under other law since, they say nothing there.
  if ('problems' in read) return { rules: resolve(packsOf(found.law, on), on), ownRules: null }
  return { rules: read.rules, ownRules: found.id }
}
