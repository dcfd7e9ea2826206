// The questions behind a quarter's bill. Private matters count in totals, and are not told by place or organisation.
import { CompiledQuery } from 'kysely'
import type { Level, PaidFrom } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'

export interface Span {
  from: Temporal.Instant
  until: Temporal.Instant
}

export interface Totals {
  raised: number
  done: number
  turned_down: number
  merged: number
  open: number
  /** Seconds from raising to closing, of what was done; null where nothing was. */
  median: number | null
  slowest_tenth: number | null
  /** Done with at least one limit missed, by the clocks. */
  late: number
  /** Cents spent on what was done, whenever they were spent. */
  cents: number
  levels: Record<Level, number>
}

// Every matter that was open at some moment of the span: $1 community, $2 from, $3 until.
const MATTERS = `select m.id, m.raised_at, m.closed_at, m.closed_at < $3 as closed, m.building_id, m.estate_id, d.level,
    m.closed_at < $3 and m.merged_into is null and coalesce(d.closed_as, 'done') = 'done' as done,
    m.closed_at < $3 and d.closed_as = 'turned_down' as turned_down, m.private or m.standing <> 'shown' or p.kind = 'home' as hidden, m.merged_into
  from matter m join place p on p.community_id = m.community_id and p.id = m.place_id
  left join matter_dossier d on d.community_id = m.community_id and d.matter_id = m.id
  where m.community_id = $1 and m.withdrawn_at is null and m.standing in ('shown', 'screened') and m.raised_at < $3 and (m.closed_at is null or m.closed_at >= $2)`

const TOTALS = `with matters as (${MATTERS}), done as (
    select matters.*, extract(epoch from closed_at - raised_at)::float8 as took,
      exists (select from clock c where c.community_id = $1 and c.subject = 'matters/' || matters.id and c.used > c.allowed) as late,
      (select sum(c.cents) from matter_cost c where c.community_id = $1 and c.matter_id = matters.id and c.struck_at is null) as cents
    from matters where done)
  select (select count(*) from matters where raised_at >= $2) as raised, (select count(*) from matters where turned_down) as turned_down,
    (select count(*) from matters where closed and merged_into is not null) as merged,
    (select count(*) from matters where closed is not true) as open,
    count(*) as done, count(*) filter (where late) as late, coalesce(sum(cents), 0)::bigint as cents,
    percentile_cont(0.5) within group (order by took) as median, percentile_cont(0.9) within group (order by took) as slowest_tenth,
    json_build_object('grid', count(*) filter (where level = 'grid'), 'estate', count(*) filter (where level = 'estate'),
      'community', count(*) filter (where level = 'community'), 'street', count(*) filter (where level = 'street')) as levels
  from done`

/** What was raised and done, how fast, at which cost, and at which level it was settled. One statement. */
export async function totalsOf(db: Reader, span: Span): Promise<Totals> {
  const [row] = await db.ask<Totals>(CompiledQuery.raw(TOTALS, values(db, span)))
  if (!row) throw new Error('an aggregate without a row')
  return row
}

export interface Building {
  label: string
  raised: number
  done: number
  open: number
}

const BUILDINGS = `with matters as (${MATTERS})
  select place.label, count(*) filter (where raised_at >= $2) as raised, count(*) filter (where done) as done, count(*) filter (where closed is not true) as open
  from matters join place on place.community_id = $1 and place.id = coalesce(matters.building_id, matters.estate_id)
  left join place estate on estate.community_id = $1 and estate.id = matters.estate_id
  where not hidden group by place.id, place.label, place.position, estate.position, estate.label
  order by estate.position, estate.label, place.position, place.label`

/** The same building by building; what belongs to no building stands with its estate. One statement. */
export async function buildingsOf(db: Reader, span: Span): Promise<Building[]> {
  return db.ask<Building>(CompiledQuery.raw(BUILDINGS, values(db, span)))
}

export interface Spent {
  paid_from: PaidFrom
  /** Null for private matters, and where nobody handles it. */
  organisation: string | null
  cents: number
  matters: number
}

const SPENT = `select c.paid_from, case when m.private or p.kind = 'home' then null else o.name end as organisation,
    sum(c.cents)::bigint as cents, count(distinct c.matter_id) as matters
  from matter_cost c join matter m on m.community_id = c.community_id and m.id = c.matter_id
  join place p on p.community_id = m.community_id and p.id = m.place_id
  left join organisation o on o.community_id = m.community_id and o.id = m.lead_organisation_id
  where c.community_id = $1 and c.at >= $2 and c.at < $3 and c.struck_at is null group by 1, 2 order by 3 desc`

/** What was spent in the span, to the cent: from which money, by which organisation. One statement. */
export async function spentIn(db: Reader, span: Span): Promise<Spent[]> {
  return db.ask<Spent>(CompiledQuery.raw(SPENT, values(db, span)))
}

export interface Rated {
  /** Null for private matters, and where nobody handles it. */
  organisation: string | null
  /** Such as 2026-10. */
  month: string
  /** How many gave one star, two … five. */
  stars: number[]
}

const RATED = `select case when m.private or p.kind = 'home' then null else o.name end as organisation,
    to_char(r.at at time zone co.time_zone, 'YYYY-MM') as month,
    array[count(*) filter (where r.stars = 1), count(*) filter (where r.stars = 2), count(*) filter (where r.stars = 3),
      count(*) filter (where r.stars = 4), count(*) filter (where r.stars = 5)]::int[] as stars
  from matter_rating r join matter m on m.community_id = r.community_id and m.id = r.matter_id
  join place p on p.community_id = m.community_id and p.id = m.place_id join community co on co.id = m.community_id
  left join organisation o on o.community_id = m.community_id and o.id = m.lead_organisation_id
  where r.community_id = $1 and r.at >= $2 and r.at < $3 and m.withdrawn_at is null group by 1, 2 order by 1 nulls last, 2`

/** The stars of the span, month by month and organisation by organisation (S3-32). One statement. */
export async function ratedIn(db: Reader, span: Span): Promise<Rated[]> {
  return db.ask<Rated>(CompiledQuery.raw(RATED, values(db, span)))
}

function values(db: Reader, { from, until }: Span): unknown[] {
  return [db.community, from.toString(), until.toString()]
}
