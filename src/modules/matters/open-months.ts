// Open data about months: counts of what everybody may see, how much more there is, and all money to the cent.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { visibleTo } from '#modules/matters/visible.ts'
import { passerBy } from '#modules/people/public.ts'

/** Fewer than so many in a month are not told: who knows one neighbour's trouble would know of what kind the month's only one was. */
const FEWEST_HIDDEN = 5

const monthOf = (column: string) => sql<string>`to_char(${sql.ref(column)} at time zone community.time_zone, 'YYYY-MM')`

/** Public matters by month, estate and track: raised, and closed as done or turned down, each in the month of its own. One statement. */
export async function openMonths(db: Reader) {
  const matters = visibleTo(db, passerBy(db.community)).innerJoin('community', 'community.id', 'matter.community_id')
    .innerJoin('place as estate', join => join.onRef('estate.community_id', '=', 'matter.community_id')
      .onRef('estate.id', '=', 'matter.estate_id'))
    .where('matter.withdrawn_at', 'is', null)
  const raised = matters.select([monthOf('matter.raised_at').as('month'), 'estate.name as estate', 'matter.track',
    sql<string>`'raised'`.as('what')])
  const closed = matters.leftJoin('matter_dossier',
    join => join.onRef('matter_dossier.community_id', '=', 'matter.community_id').onRef('matter_dossier.matter_id', '=', 'matter.id'))
    .where('matter.closed_at', 'is not', null).where('matter.merged_into', 'is', null)
    .select([monthOf('matter.closed_at').as('month'), 'estate.name as estate', 'matter.track',
      sql<string>`coalesce(matter_dossier.closed_as::text, 'done')`.as('what')])
  return db.selectFrom(raised.unionAll(closed).as('happened'))
    .select(count => {
      const times = (what: string) => count.fn.countAll<number>().filterWhere('what', '=', what)
      return ['month', 'estate', 'track', times('raised').as('raised'), times('done').as('done'), times('turned_down').as('turned_down')]
    })
    .groupBy(['month', 'estate', 'track']).orderBy('month').orderBy('estate').orderBy('track').execute()
}

/** How many that are not public were raised in each month, for the whole community; null where it was fewer than five. One statement. */
export async function hiddenMonths(db: Reader) {
  const seen = visibleTo(db, passerBy(db.community)).select('matter.id')
  return db.selectFrom('matter').innerJoin('community', 'community.id', 'matter.community_id')
    .select([monthOf('matter.raised_at').as('month'),
      sql<number | null>`case when count(*) >= ${FEWEST_HIDDEN} then count(*) end`.as('raised')])
    .where('matter.community_id', '=', db.community).where('matter.withdrawn_at', 'is', null).where('matter.id', 'not in', seen)
    .groupBy('month').orderBy('month').execute()
}

/** All that was spent, also on what is not public, by month and source, in cents; what was struck out does not count. One statement. */
export async function openSpending(db: Reader) {
  return db.selectFrom('matter_cost').innerJoin('community', 'community.id', 'matter_cost.community_id')
    .select([monthOf('matter_cost.at').as('month'), 'matter_cost.paid_from', sql<number>`sum(matter_cost.cents)::bigint`.as('cents')])
    .where('matter_cost.community_id', '=', db.community).where('matter_cost.struck_at', 'is', null)
    .groupBy(['month', 'matter_cost.paid_from']).orderBy('month').orderBy('matter_cost.paid_from').execute()
}
