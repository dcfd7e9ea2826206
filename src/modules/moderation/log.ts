// The public log: every judgement with its reason and the post of whoever judged; never the words, never a name.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'

/** Judgements, the newest first, at most `limit` below the number `before` (null: from the newest on). One statement. */
export async function judgements(db: Reader, { before, limit }: { before: number | null, limit: number }) {
  return judged(db).select(['id', 'matter_id', 'kind', 'verdict', 'reason', 'judged_as', 'judged_at', 'appeal_of'])
    .$if(before !== null, older => older.where('id', '<', before ?? 0))
    .orderBy('id', 'desc').limit(limit).execute()
}

/** How often each verdict was given in each month of the community's time zone, appeals apart; the newest twelve months. One statement. */
export async function judgementsByMonth(db: Reader) {
  return judged(db).innerJoin('community', 'community.id', 'moderation_case.community_id')
    .select(eb => [
      sql<string>`to_char(moderation_case.judged_at at time zone community.time_zone, 'YYYY-MM')`.as('month'), 'verdict',
      eb('appeal_of', 'is not', null).as('is_appeal'), eb.fn.countAll<number>().as('count'),
    ])
    .groupBy(['month', 'verdict', 'is_appeal']).orderBy('month', 'desc').orderBy('verdict').limit(12 * 12).execute()
}

function judged(db: Reader) {
  return db.selectFrom('moderation_case').where('moderation_case.community_id', '=', db.community).where('moderation_case.judged_at', 'is not', null)
}
