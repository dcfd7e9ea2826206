// 五个数: teams, registered volunteers, projects, person-times, hours, as communities report them; with the number of sessions.
import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '#kit/db.ts'

/** Of a time. `teams`: without their squads. `served`: person-times. `hours`: of everybody, in minutes; shown to one decimal. `sessions`: approved servings. */
export interface Figures {
  readonly teams: number
  readonly volunteers: number
  readonly projects: number
  readonly served: number
  readonly minutes: number
  readonly sessions: number
}

/** One row per stretch of time: a quarter, a year (quarter null), or everything (both null). */
export interface FiguresOf extends Figures {
  readonly year: number | null
  readonly quarter: number | null
}

/**
 * The five figures from the day `from` to the day `until`, both included, on the community's calendar; without them since the beginning.
 * Only what a second person approved counts. A serving belongs to the day on which it began.
 */
export async function fiveFigures(db: Reader, from: string | null = null, until: string | null = null): Promise<Figures> {
  const [found] = await counted(db, sql`select null::integer as year, null::integer as quarter, ${from}::date as first, ${until}::date as last`)
  const { teams, volunteers, projects, served, minutes, sessions } = found ?? NOTHING
  return { teams, volunteers, projects, served, minutes, sessions }
}

/** The same for each year and each quarter in which something was served, the newest first, and before them all of it. */
export async function figuresByTime(db: Reader): Promise<FiguresOf[]> {
  return counted(db, sql`select null::integer as year, null::integer as quarter, null::date as first, null::date as last
    union all select extract(year from first)::integer, null, first, (first + interval '1 year' - interval '1 day')::date
      from (select distinct date_trunc('year', day)::date as first from served) years
    union all select extract(year from first)::integer, extract(quarter from first)::integer, first, (first + interval '3 months' - interval '1 day')::date
      from (select distinct date_trunc('quarter', day)::date as first from served) quarters`)
}

const NOTHING: Figures = { teams: 0, volunteers: 0, projects: 0, served: 0, minutes: 0, sessions: 0 }

// First summed by day, so that each stretch of time adds up days, not servings.
function counted(db: Reader, stretches: RawBuilder<unknown>): Promise<FiguresOf[]> {
  return db.selectFrom(sql<FiguresOf>`(with zone as (select time_zone from community where id = ${db.community}),
    minutes as materialized (select serving_id, sum(minutes) as minutes from serving_share where community_id = ${db.community} group by serving_id),
    served as materialized (select (serving.began_at at time zone zone.time_zone)::date as day, count(*) as sessions,
        sum(serving.served) as served, sum(coalesce(minutes.minutes, 0)) as minutes
      from zone cross join serving left join minutes on minutes.serving_id = serving.id
      where serving.community_id = ${db.community} and serving.approved_at is not null group by 1),
    stretch as (${stretches})
    select stretch.year, stretch.quarter,
      (select count(*)::integer from organisation where community_id = ${db.community} and kind = 'team' and part_of is null) as teams,
      (select count(*)::integer from volunteer, zone where community_id = ${db.community}
        and (stretch.last is null or (joined_at at time zone zone.time_zone)::date <= stretch.last)
        and (left_at is null or (left_at at time zone zone.time_zone)::date >= stretch.first)) as volunteers,
      (select count(*)::integer from project where community_id = ${db.community}
        and (stretch.last is null or since <= stretch.last) and (stretch.first is null or until is null or until >= stretch.first)) as projects,
      coalesce(total.served, 0)::integer as served, coalesce(total.minutes, 0)::integer as minutes, coalesce(total.sessions, 0)::integer as sessions
    from stretch cross join lateral (select sum(served) as served, sum(minutes) as minutes, sum(sessions) as sessions from served
      where (stretch.first is null or day >= stretch.first) and (stretch.last is null or day <= stretch.last)) total)`.as('counted'))
    .selectAll('counted').orderBy('year', order => order.desc().nullsFirst()).orderBy('quarter', order => order.desc().nullsFirst()).execute()
}
