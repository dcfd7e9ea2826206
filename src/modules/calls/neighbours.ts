// Who could be asked by a ring: one statement, only the people of that ring.
import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { needOf } from '#modules/calls/needs.ts'
import type { Neighbour, RingKey } from '#modules/calls/rings.ts'
import { onDutyNow } from '#modules/duty/public.ts'
import { lineage, type Place } from '#modules/places/public.ts'
import { skillsHeld } from '#modules/volunteers/public.ts'

/** What must be known of a call to look for people. `today`: the date there; `zone`: its time zone. */
export interface Around {
  readonly place: Place
  readonly need: string
  readonly now: Temporal.Instant
  readonly today: string
  readonly zone: string
}

/** Everybody whom the ring may ask, with what `ringPeople` looks at. Nobody who did not agree to be asked, but by post or duty. */
export async function neighboursOf(db: Reader, who: RingKey, around: Around): Promise<Neighbour[]> {
  const people = sql<Neighbour>`(
    with on_now as (select distinct person_id as id from (${onDutyNow(db, around.now)}) turn),
      person_near as (select distinct id from (${ringOf(who, db, around)}) ring)
    select person.id, coalesce(home.near, 'community') as near, held.post, ${isFree(around)} as free,
      person.id in (${skillsHeld(db, needOf(around.need).skills, around.today)}) as skilled,
      exists (select from on_now where on_now.id = person.id) as "onDuty",
      coalesce(week.asked, 0)::int as asked, coalesce(offer.most_a_week, 5)::int as most,
      coalesce(last.came, 0)::int as came, coalesce(last.tried, 0)::int as tried
    from person_near join person on person.community_id = ${db.community} and person.id = person_near.id and person.erased_at is null
    left join volunteer offer on offer.community_id = person.community_id and offer.person_id = person.id and offer.left_at is null
    left join notice_choice choice on choice.community_id = person.community_id and choice.person_id = person.id
    left join lateral (${nearness(around)}) home on true
    left join lateral (${postHeld(around)}) held on true
    left join lateral (${askedThisWeek(around)}) week on true
    left join lateral (${LAST_TEN}) last on true
    where ${isByPost(who)} or ${isWilling(around)}
  )`
  return db.selectFrom(people.as('neighbour')).selectAll('neighbour').execute()
}

const MICRO = sql`('micro_grid_member', 'stairwell_head')`

// Whoever is on duty anywhere in the community, and the micro-grid of the place.
function ringOf(who: RingKey, db: Reader, around: Around): RawBuilder<unknown> {
  const { place } = around
  switch (who) {
    case 'entrance': return living(db, around, sql`place.entrance_id = ${own(place, 'entrance')}`)
    case 'building': return living(db, around, sql`place.building_id = ${own(place, 'building')}`)
    case 'estate': return living(db, around, sql`place.estate_id = ${own(place, 'estate')}`)
    case 'community': return living(db, around, sql`true`)
    case 'on_duty': return sql`${posted(db, around, MICRO)} union select id from on_now`
    case 'grid_worker': return posted(db, around, sql`('grid_worker')`)
    case 'leader': return posted(db, around, sql`('grid_leader', 'secretary')`)
  }
}

// Whoever calls from a building, not a home, is in it: of itself a place does not say so.
function own(place: Place, kind: 'entrance' | 'building' | 'estate'): number | null {
  return place.kind === kind ? place.id : place[`${kind}_id`]
}

function living(db: Reader, { today }: Around, area: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select tie.person_id as id from tie join place on place.community_id = tie.community_id and place.id = tie.home_id
    where tie.community_id = ${db.community} and ${area} and ${holds('tie', today)} and exists (select from consent
      where consent.community_id = tie.community_id and consent.person_id = tie.person_id and consent.purpose = 'be_asked' and consent.withdrawn_at is null)`
}

// A post without any place is over the whole community.
function posted(db: Reader, { place, today }: Around, kinds: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select post.person_id as id from post
    join organisation on organisation.community_id = post.community_id and organisation.id = post.organisation_id
    left join grid_place on grid_place.community_id = post.community_id and grid_place.grid_id = post.grid_id
    where post.community_id = ${db.community} and post.kind in ${kinds} and ${holds('post', today)}
      and coalesce(coalesce(post.place_id, grid_place.place_id, organisation.place_id) = any(${lineage(place)}::bigint[]), post.grid_id is null)`
}

function nearness({ place, today }: Around): RawBuilder<unknown> {
  return sql`select case when bool_or(place.entrance_id = ${own(place, 'entrance')}::bigint) then 'entrance'
      when bool_or(place.building_id = ${own(place, 'building')}::bigint) then 'building'
      when bool_or(place.estate_id = ${own(place, 'estate')}::bigint) then 'estate' end as near
    from tie join place on place.community_id = tie.community_id and place.id = tie.home_id
    where tie.community_id = person.community_id and tie.person_id = person.id and ${holds('tie', today)}`
}

function postHeld({ today }: Around): RawBuilder<unknown> {
  return sql`select case when bool_or(post.kind = 'grid_worker') then 'grid_worker' when bool_or(post.kind in ('grid_leader', 'secretary')) then 'leader'
      when bool_or(post.kind in ${MICRO}) then 'micro_grid' end as post
    from post where post.community_id = person.community_id and post.person_id = person.id and ${holds('post', today)}`
}

function askedThisWeek({ now }: Around): RawBuilder<unknown> {
  return sql`select count(*) as asked from call_asked where call_asked.community_id = person.community_id and call_asked.person_id = person.id
    and call_asked.asked_at > ${now.subtract({ hours: 7 * 24 }).toString()}::timestamptz`
}

const LAST_TEN = sql`select count(*) as tried, count(*) filter (where went) as came from (
  select exists (select from call_helper where call_helper.community_id = call_asked.community_id and call_helper.call_id = call_asked.call_id
    and call_helper.person_id = call_asked.person_id and call_helper.released_at is null) as went
  from call_asked where call_asked.community_id = person.community_id and call_asked.person_id = person.id order by call_asked.asked_at desc limit 10) recent`

// By his own hours, where he named any, and outside his quiet ones (22 to 7 for whoever chose none).
function isFree({ now, zone }: Around): RawBuilder<unknown> {
  const there = now.toZonedDateTimeISO(zone)
  const minute = there.hour * 60 + there.minute
  const [from, until] = [sql`coalesce(choice.quiet_from, 22)`, sql`coalesce(choice.quiet_until, 7)`]
  const times = sql`select from volunteer_time where volunteer_time.community_id = person.community_id and volunteer_time.volunteer_id = offer.id`
  return sql`(not exists (${times}) or exists (${times} and weekday = ${there.dayOfWeek} and from_minute <= ${minute} and until_minute > ${minute}))
    and not case when ${from} <= ${until} then ${there.hour}::int >= ${from} and ${there.hour}::int < ${until}
      else ${there.hour}::int >= ${from} or ${there.hour}::int < ${until} end`
}

// What a volunteer wishes for himself does not keep his post from being asked: whoever is on duty, and whose post it is.
function isByPost(who: RingKey): RawBuilder<unknown> {
  const asked = who === 'on_duty' || who === 'grid_worker' || who === 'leader'
  return sql`(${asked} and (held.post in ('grid_worker', 'leader') or exists (select from on_now where on_now.id = person.id)))`
}

// Here, old enough, and serving at this place.
function isWilling({ place, today }: Around): RawBuilder<unknown> {
  const places = sql`select from volunteer_place where volunteer_place.community_id = person.community_id and volunteer_place.volunteer_id = offer.id`
  return sql`offer.id is null or ((offer.away_until is null or offer.away_until < ${today}::date)
    and offer.age <> 'junior' and (offer.age = 'adult' or offer.guardian_agreed_at is not null)
    and (not exists (${places}) or exists (${places} and volunteer_place.place_id = any(${lineage(place)}::bigint[]))))`
}

function holds(table: 'tie' | 'post', today: string): RawBuilder<unknown> {
  return sql`${sql.ref(`${table}.since`)} <= ${today}::date and (${sql.ref(`${table}.until`)} is null or ${sql.ref(`${table}.until`)} >= ${today}::date)`
}
