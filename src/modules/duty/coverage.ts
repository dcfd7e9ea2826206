// 楼道有没有人: for each entrance how many could be asked for help there and in its building. Only counts, never who.
import { CompiledQuery } from 'kysely'
import type { Reader } from '#kit/db.ts'

/** When is asked about: now, or the coming night at eleven. */
export const TIMES = ['now', 'night'] as const
export type When = (typeof TIMES)[number]

const NIGHT = { hour: 23, minute: 0 } as const

/** One entrance; a building without entrances stands for its only one. */
export interface Covered {
  readonly id: number
  readonly label: string
  readonly name: string
  readonly building_id: number
  readonly building: string
  readonly estate: string
  readonly homes: number
  /** Helpers in the entrance. */
  readonly here: number
  /** Helpers in the whole building. */
  readonly around: number
}

/** Every entrance in which there are homes, in the order of the estates. The rule is that of the rings of a call: agreed, here, free and awake. */
export async function coverageOf(db: Reader, when: When, now: Temporal.Instant, zone: string): Promise<Covered[]> {
  const local = now.toZonedDateTimeISO(zone)
  const then = when === 'night' ? local.with(NIGHT) : local
  return db.ask<Covered>(CompiledQuery.raw(QUESTION, [db.community, local.toPlainDate().toString(), then.dayOfWeek, then.hour * 60 + then.minute, then.hour]))
}

const TIMES_FIT = `(not exists (select from volunteer_time where volunteer_time.community_id = $1 and volunteer_time.volunteer_id = offer.id)
  or exists (select from volunteer_time where volunteer_time.community_id = $1 and volunteer_time.volunteer_id = offer.id
    and weekday = $3 and from_minute <= $4 and until_minute > $4))`

const AWAKE = `(case when coalesce(choice.quiet_from, 22) <= coalesce(choice.quiet_until, 7)
  then not ($5 >= coalesce(choice.quiet_from, 22) and $5 < coalesce(choice.quiet_until, 7))
  else $5 >= coalesce(choice.quiet_until, 7) and $5 < coalesce(choice.quiet_from, 22) end)`

// Whoever limits himself to certain places counts only where they are. Nobody below sixteen is asked when somebody calls.
const QUESTION = `
with free as materialized (
  select consent.person_id as id, offer.id as volunteer_id from consent
    join person on person.community_id = $1 and person.id = consent.person_id and person.erased_at is null
    left join volunteer offer on offer.community_id = $1 and offer.person_id = consent.person_id and offer.left_at is null
    left join notice_choice choice on choice.community_id = $1 and choice.person_id = consent.person_id
  where consent.community_id = $1 and consent.purpose = 'be_asked' and consent.withdrawn_at is null
    and (offer.away_until is null or offer.away_until < $2::date)
    and (offer.id is null or offer.age = 'adult' or (offer.age = 'youth' and offer.guardian_agreed_at is not null))
    and ${TIMES_FIT} and ${AWAKE}
), helper as materialized (
  select distinct free.id, coalesce(place.entrance_id, place.building_id) as cell, place.building_id
  from free join tie on tie.community_id = $1 and tie.person_id = free.id and tie.since <= $2::date and (tie.until is null or tie.until >= $2::date)
    join place on place.community_id = $1 and place.id = tie.home_id and place.building_id is not null
  where not exists (select from volunteer_place limited where limited.community_id = $1 and limited.volunteer_id = free.volunteer_id)
    or exists (select from volunteer_place near where near.community_id = $1 and near.volunteer_id = free.volunteer_id
      and near.place_id in (place.entrance_id, place.building_id, place.estate_id))
), cells as (
  select coalesce(home.entrance_id, home.building_id) as cell, home.building_id, home.estate_id, count(*)::int as homes
  from place home where home.community_id = $1 and home.kind = 'home' and home.building_id is not null group by 1, 2, 3
)
select cells.cell as id, entrance.label, entrance.name, cells.building_id, building.name as building, estate.label as estate, cells.homes,
  coalesce(in_entrance.people, 0)::int as here, coalesce(in_building.people, 0)::int as around
from cells
  join place entrance on entrance.community_id = $1 and entrance.id = cells.cell
  join place building on building.community_id = $1 and building.id = cells.building_id
  join place estate on estate.community_id = $1 and estate.id = cells.estate_id
  left join (select cell, count(distinct id) as people from helper group by cell) in_entrance on in_entrance.cell = cells.cell
  left join (select building_id, count(distinct id) as people from helper group by building_id) in_building on in_building.building_id = cells.building_id
order by estate.position, estate.id, building.position, building.id, entrance.position, entrance.id`

/** The entrances without anybody, first those of buildings without anybody, then those with most homes. */
export function uncovered(entrances: readonly Covered[]): Covered[] {
  return entrances.filter(({ here }) => here === 0).toSorted((a, b) => Math.min(a.around, 1) - Math.min(b.around, 1) || b.homes - a.homes)
}
