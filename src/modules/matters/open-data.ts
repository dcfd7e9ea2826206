// Open data about matters: what everybody may see, without what people wrote and without homes. Pages by number, so that any amount fits.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { visibleTo } from '#modules/matters/visible.ts'
import { passerBy } from '#modules/people/public.ts'

/** So many have to say something before it is told how the stars of one matter are on average: below, one could tell who said what. */
const FEWEST_RATINGS = 3

/** How much of a list is asked for: what comes after a number, at most so many. */
export interface After {
  readonly after: number
  readonly most: number
}

function open(db: Reader, { after, most }: After) {
  return visibleTo(db, passerBy(db.community)).where('matter.withdrawn_at', 'is', null)
    .where('matter.id', '>', after).orderBy('matter.id').limit(most)
}

/** Public matters by number; `cents` were spent on each, `kept` of its `limits` were met. One statement. */
export async function openMatters(db: Reader, page: After) {
  const ids = open(db, page).select(['matter.id']).as('wanted')
  return db.selectFrom(ids).innerJoin('matter', join =>
    join.on('matter.community_id', '=', db.community).onRef('matter.id', '=', 'wanted.id'))
    .innerJoin('place as estate', join => join.onRef('estate.community_id', '=', 'matter.community_id')
      .onRef('estate.id', '=', 'matter.estate_id'))
    .leftJoin('place as building', join => join.onRef('building.community_id', '=', 'matter.community_id')
      .onRef('building.id', '=', 'matter.building_id'))
    .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'matter.community_id')
      .onRef('organisation.id', '=', 'matter.lead_organisation_id'))
    .leftJoin('matter_dossier as dossier', join =>
      join.onRef('dossier.community_id', '=', 'matter.community_id').onRef('dossier.matter_id', '=', 'matter.id'))
    .leftJoinLateral(eb => eb.selectFrom('clock').select(count => [count.fn.countAll<number>().as('limits'),
      count.fn.countAll<number>().filterWhere('clock.used', '<=', count.ref('clock.allowed')).as('kept')])
      .where('clock.community_id', '=', db.community).where('clock.subject', '=', sql<string>`'matters/' || matter.id`)
      .where('clock.ended_at', 'is not', null).as('timed'), join => join.onTrue())
    .leftJoinLateral(eb => eb.selectFrom('matter_rating').select(count => [count.fn.countAll<number>().as('ratings'),
      sql<string | null>`case when count(*) >= ${FEWEST_RATINGS} then round(avg(stars), 1)::text end`.as('stars')])
      .where('matter_rating.community_id', '=', db.community).whereRef('matter_rating.matter_id', '=', 'matter.id').as('rated'),
        join => join.onTrue())
    .leftJoinLateral(eb => eb.selectFrom('matter_cost').select(sql<number>`coalesce(sum(cents), 0)::bigint`.as('cents'))
      .where('matter_cost.community_id', '=', db.community).whereRef('matter_cost.matter_id', '=', 'matter.id')
      .where('matter_cost.struck_at', 'is', null).as('spent'), join => join.onTrue())
    .select(['matter.id', 'estate.name as estate', 'building.name as building', 'matter.kind', 'matter.category', 'matter.track',
      'matter.urgent', 'matter.step',
      'matter.raised_at', 'matter.step_since', 'matter.closed_at', 'dossier.closed_as', 'dossier.level', 'matter.merged_into',
        'organisation.name as organisation',
      'timed.limits', 'timed.kept', 'rated.ratings', 'rated.stars', 'spent.cents'])
    .orderBy('matter.id').execute()
}

/** When public matters came to which step; those of one matter are never torn apart. One statement. */
export async function openSteps(db: Reader, page: After) {
  return db.selectFrom(open(db, page).select(['matter.id', 'matter.raised_at']).as('wanted'))
    .innerJoinLateral(() => stepsTaken(db), join => join.onTrue())
    .select(['wanted.id', 'taken.step', 'taken.since']).orderBy('wanted.id').orderBy('taken.since').orderBy('taken.entry').execute()
}

// Its beginning, and what the journal says of its way.
function stepsTaken(db: Reader) {
  return sql<{ step: string, since: Temporal.Instant, entry: number }>`(
    select 'raise' as step, wanted.raised_at as since, 0::bigint as entry
    union all select went.step, went.at, went.id from (
      select journal.id, journal.at, journal.facts->>'from' as before, case
        when journal.action in ('matters.close', 'matters.merge') then 'close'
        when journal.action = 'matters.rate' then case when journal.facts @> '{"again":true}' then 'do' end
        else journal.facts->>'to' end as step
      from journal where journal.community_id = ${db.community} and journal.subject = 'matters/' || wanted.id
        and journal.action in ('matters.move', 'matters.route', 'matters.reopen', 'matters.rate', 'matters.close', 'matters.merge')) went
    where went.step is not null and went.step is distinct from went.before)`.as<'taken'>('taken')
}

/** What was spent on public matters, item by item, in cents; what was struck out is not there. By the number of the item. One statement. */
export async function openCosts(db: Reader, { after, most }: After) {
  return visibleTo(db, passerBy(db.community))
    .innerJoin('matter_cost', join => join.onRef('matter_cost.community_id', '=', 'matter.community_id')
      .onRef('matter_cost.matter_id', '=', 'matter.id'))
    .innerJoin('community', 'community.id', 'matter.community_id')
    .select(['matter_cost.id', 'matter.id as matter', sql<string>`(matter_cost.at at time zone community.time_zone)::date::text`.as('day'),
      'matter_cost.cents', 'matter_cost.paid_from'])
    .where('matter.withdrawn_at', 'is', null).where('matter_cost.struck_at', 'is', null).where('matter_cost.id', '>', after)
    .orderBy('matter_cost.id').limit(most).execute()
}
