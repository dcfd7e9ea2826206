// What workers confirmed or changed about proposals: it teaches the router, and it is what the proposals are judged by.
import { sql } from 'kysely'
import type { Track } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { question } from '#kit/question.ts'
import { visibleTo } from '#modules/matters/visible.ts'
import type { Actor } from '#modules/people/public.ts'
import { CATEGORIES, lessonsFrom, type Correction, type Lessons } from '#modules/router/public.ts'

/** Older corrections than so many no longer teach: a community's ways change. */
export const MOST_LESSONS = 2000
/** So many communities are kept in memory; the longest unasked goes first. */
const KEPT = 50

const memory = new Map<number, { mark: string, lessons: Lessons }>()

/** What this community has taught the router since it was last told to forget. Reads the corrections only when there are others than last time. */
export async function lessonsOf(db: Reader): Promise<Lessons> {
  const [now] = await db.ask(marked({ community: db.community }))
  const mark = `${now?.count} ${now?.last} ${now?.resets}`
  const known = memory.get(db.community)
  const lessons = known?.mark === mark ? known.lessons : lessonsFrom(toldBy(await db.ask(corrections({ community: db.community }))))
  memory.delete(db.community)
  memory.set(db.community, { mark, lessons })
  if (memory.size > KEPT) memory.delete([...memory.keys()][0] ?? 0)
  return lessons
}

// A text that was taken back or erased changes the count, so it is forgotten here too.
const marked = question<{ community: number }>()((db, { community }) => db.selectFrom(
  decided(db, community).select(['matter.routed_at']).orderBy('matter.routed_at', 'desc').limit(sql.lit(MOST_LESSONS)).as('newest'))
  .select(eb => [eb.fn.countAll<number>().as('count'), eb.fn.max('newest.routed_at').as('last'),
    eb.selectFrom('lesson_reset').select(reset => reset.fn.countAll<number>().as('n')).where('lesson_reset.community_id', '=', community).as('resets')]))

const corrections = question<{ community: number }>()((db, { community }) => decided(db, community)
  .select(['matter.text', 'matter.track', 'matter.category']).orderBy('matter.routed_at', 'desc').limit(sql.lit(MOST_LESSONS)))

function decided(db: Pick<Reader, 'selectFrom'>, community: number) {
  return db.selectFrom('matter')
    .where('matter.community_id', '=', community).where('matter.routed_by', 'is not', null)
    .where('matter.withdrawn_at', 'is', null).where('matter.text', '<>', '')
    .where('matter.routed_at', '>', eb => eb.selectFrom('lesson_reset')
      .select(reset => sql<Temporal.Instant>`coalesce(${reset.fn.max('at')}, '-infinity')`.as('at')).where('lesson_reset.community_id', '=', community))
}

function toldBy(rows: readonly { text: string, track: Track | null, category: string | null }[]): Correction[] {
  return rows.flatMap(({ text, track, category }) => {
    const known = CATEGORIES.find(each => each === category)
    return track && known ? [{ text, track, category: known }] : []
  })
}

/** How often the proposals were right: per proposed track, and (in rows without one) per proposed category. Since the community last let the router forget. */
export async function proposalsJudged(db: Reader) {
  return decided(db, db.community)
    .select(eb => ['matter.proposed_track as track', 'matter.proposed_category as category', eb.fn.countAll<number>().as('decided'),
      sql<number>`count(*) filter (where matter.track = matter.proposed_track)`.as('track_right'),
      sql<number>`count(*) filter (where matter.category = matter.proposed_category)`.as('category_right')])
    .where('matter.proposed_track', 'is not', null)
    .groupBy(sql`grouping sets ((matter.proposed_track), (matter.proposed_category))`)
    .orderBy('decided', 'desc').execute()
}

/** The newest matters whose proposal was changed, among those that the actor may see. */
export async function proposalsChanged(db: Reader, actor: Actor, limit: number) {
  return visibleTo(db, actor)
    .select(['matter.id', 'matter.title', 'matter.text', 'matter.track', 'matter.category', 'matter.proposed_track', 'matter.proposed_category', 'matter.routed_at'])
    .where('matter.routed_by', 'is not', null).where('matter.withdrawn_at', 'is', null)
    .where(eb => eb.or([eb('matter.track', '<>', eb.ref('matter.proposed_track')), eb('matter.category', '<>', eb.ref('matter.proposed_category'))]))
    .orderBy('matter.routed_at', 'desc').limit(limit).execute()
}

/** When the router was last made to forget, and by whom; undefined when never. */
export async function lastForgotten(db: Reader) {
  return db.selectFrom('lesson_reset')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'lesson_reset.community_id').onRef('person.id', '=', 'lesson_reset.reset_by'))
    .select(['lesson_reset.at', 'person.name'])
    .where('lesson_reset.community_id', '=', db.community).orderBy('lesson_reset.at', 'desc').limit(1).executeTakeFirst()
}
