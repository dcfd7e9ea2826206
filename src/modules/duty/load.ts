// 谁担得多: how much each helper carried in the last 30 days, for the secretary alone, so that the same ten do not carry everything.
import { CompiledQuery } from 'kysely'
import type { Reader } from '#kit/db.ts'

/** How far back, in days. */
export const LOAD_DAYS = 30

const BUSIEST = 10

/** What one person carried. */
export interface Load {
  readonly id: number
  readonly name: string
  /** Calls of which he was told, and to which he went. */
  readonly asked: number
  readonly went: number
  /** Minutes served, by the servings that nobody refused. */
  readonly served: number
  /** Turns that began, and their minutes; being on call at home counts as a turn, without minutes. */
  readonly turns: number
  readonly on_duty: number
}

/** Everybody who may be asked or did something, whoever carried most first. */
export async function loadsOf(db: Reader, now: Temporal.Instant): Promise<Load[]> {
  return db.ask<Load>(CompiledQuery.raw(QUESTION, [db.community, now.subtract({ hours: 24 * LOAD_DAYS }).toString(), now.toString()]))
}

const QUESTION = `
with part as (
  select call_asked.person_id as id, count(*) as asked, 0 as went, 0 as served, 0 as turns, 0 as on_duty
  from call_asked where call_asked.community_id = $1 and call_asked.asked_at > $2::timestamptz group by call_asked.person_id
  union all
  select call_helper.person_id, 0, count(*), 0, 0, 0
  from call_helper where call_helper.community_id = $1 and call_helper.claimed_at > $2::timestamptz and call_helper.released_at is null
  group by call_helper.person_id
  union all
  select serving_share.person_id, 0, 0, sum(serving_share.minutes), 0, 0
  from serving_share join serving on serving.community_id = $1 and serving.id = serving_share.serving_id
  where serving_share.community_id = $1 and serving.began_at > $2::timestamptz and serving.refused_at is null group by serving_share.person_id
  union all
  select duty_turn.person_id, 0, 0, 0, count(*), sum(case when duty_roster.on_call then 0
    else extract(epoch from least(duty_turn.until_at, $3::timestamptz) - duty_turn.from_at) / 60 end)
  from duty_turn join duty_roster on duty_roster.community_id = $1 and duty_roster.id = duty_turn.roster_id
  where duty_turn.community_id = $1 and duty_turn.called_off_at is null
    and duty_turn.from_at > $2::timestamptz and duty_turn.from_at <= $3::timestamptz group by duty_turn.person_id
  union all
  select consent.person_id, 0, 0, 0, 0, 0
  from consent where consent.community_id = $1 and consent.purpose = 'be_asked' and consent.withdrawn_at is null
), carried as (
  select id, sum(asked)::int as asked, sum(went)::int as went, sum(served)::int as served, sum(turns)::int as turns, sum(on_duty)::int as on_duty
  from part group by id
)
select carried.*, person.name from carried join person on person.community_id = $1 and person.id = carried.id
where person.erased_at is null
order by carried.served + carried.on_duty desc, carried.asked desc, carried.id limit 500`

/** What the busiest ten carry of all minutes, in percent, and how many more helpers are needed so that it is half; null while nobody did anything. */
export function shareOfTen(loads: readonly Load[]): { people: number, percent: number, more: number } | null {
  const minutes = loads.map(load => load.served + load.on_duty).toSorted((a, b) => b - a)
  const all = sum(minutes)
  if (all === 0) return null
  const ten = sum(minutes.slice(0, BUSIEST))
  // With half of everything each of the ten carries a twentieth, and so does whoever takes over what is above.
  return { people: minutes.filter(each => each > 0).length, percent: Math.round(ten / all * 100), more: Math.max(0, Math.ceil((ten - all / 2) / (all / 20))) }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((so, each) => so + each, 0)
}
