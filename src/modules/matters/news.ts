// News of what everybody may see: the matters that moved last, for feeds.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { visibleTo } from '#modules/matters/visible.ts'
import { passerBy } from '#modules/people/public.ts'

/** What brings a matter into the news, and how far back the journal is read for it: the newest of a community, whatever it has in all. */
const MOVES = ['matters.raise', 'matters.split', 'matters.route', 'matters.move', 'matters.rate', 'matters.reopen', 'matters.close']
const LOOKED_AT = 2000

/**
 * The public matters that began or came to a step last, the newest first; closed ones too, what was taken back or merged not. One
 * statement.
 */
export async function mattersInTheNews(db: Reader, filter: { estate?: number }, most: number) {
  const moved = db.selectFrom('journal').select('subject').where('community_id', '=', db.community).where('action', 'in', MOVES)
    .orderBy('id', 'desc').limit(LOOKED_AT).as('moved')
  // Each once, and joined: as a list to look into, the planner would read it anew for every matter there is.
  const ids = db.selectFrom(moved).select(sql<number>`substring(moved.subject from '^matters/([0-9]+)$')::bigint`.as('id')).distinct()
    .as('news')
  return visibleTo(db, passerBy(db.community)).innerJoin(ids, 'news.id', 'matter.id')
    .select(['matter.id', 'matter.title', 'matter.text', 'matter.kind', 'matter.step', 'matter.track', 'matter.urgent', 'matter.raised_at',
      'place.label',
      sql<Temporal.Instant>`greatest(matter.step_since, matter.raised_at)`.as('updated_at')])
    .where('matter.withdrawn_at', 'is', null).where('matter.merged_into', 'is', null)
    .$if(filter.estate !== undefined, some => some.where('matter.estate_id', '=', filter.estate ?? 0))
    .orderBy('updated_at', 'desc').orderBy('matter.id', 'desc').limit(most).execute()
}
