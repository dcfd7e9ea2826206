// Who fits a date of an order: one question, asked from both sides (who for this date, which dates for this volunteer).
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { countsOn } from '#modules/volunteers/public.ts'

/**
 * Volunteers beside the dates that they could serve: the skills that it needs count, they belong to the team that serves it, and it is not
 * for themselves. `today`: the day on which it counts. Their hours, places and limits are their own wish, so nobody is kept from taking more than he wanted to be asked for.
 */
export function able(db: Reader, today: string) {
  return db.selectFrom('order_date')
    .innerJoin('menu_order', join => join.onRef('menu_order.community_id', '=', 'order_date.community_id').onRef('menu_order.id', '=', 'order_date.order_id'))
    .innerJoin('menu_item', join => join.onRef('menu_item.community_id', '=', 'menu_order.community_id').onRef('menu_item.id', '=', 'menu_order.item_id'))
    .innerJoin('volunteer', join => join.onRef('volunteer.community_id', '=', 'order_date.community_id'))
    .where('order_date.community_id', '=', db.community).where('volunteer.left_at', 'is', null)
    .where(sql<boolean>`volunteer.person_id is distinct from menu_order.person_id and (menu_order.entered or volunteer.person_id <> menu_order.ordered_by)`)
    .where(hasSkills(today))
}

/** Whether a volunteer may serve (16 or older, a minor with his guardian's agreement), has all skills of an item today, and belongs to its team. */
export function hasSkills(today: string) {
  return sql<boolean>`volunteer.age <> 'junior' and (volunteer.age = 'adult' or volunteer.guardian_agreed_at is not null)
    and not exists (select from unnest(menu_item.skills) as need where not exists (select from volunteer_skill
      where volunteer_skill.community_id = volunteer.community_id and volunteer_skill.volunteer_id = volunteer.id and volunteer_skill.skill = need and ${countsOn(today)}))
    and (menu_item.organisation_id is null or exists (select from post where post.community_id = volunteer.community_id
      and post.person_id = volunteer.person_id and post.organisation_id = menu_item.organisation_id
      and post.since <= ${today}::date and (post.until is null or post.until >= ${today}::date)))`
}

/** The same, of those who are to be asked: they agreed to it, are here, have time then and there, are not busy and were not asked too often. */
export function fitting(db: Reader, today: string) {
  const zone = sql`(select community.time_zone from community where community.id = order_date.community_id)`
  const local = sql`(order_date.begins_at at time zone ${zone})`
  return able(db, today)
    .where('order_date.state', '=', 'open')
    .where(sql<boolean>`order_date.instead_of is distinct from volunteer.person_id`)
    .where(sql<boolean>`exists (select from consent where consent.community_id = volunteer.community_id and consent.person_id = volunteer.person_id
      and consent.purpose = 'be_asked' and consent.withdrawn_at is null)`)
    .where(sql<boolean>`(volunteer.away_until is null or volunteer.away_until < ${local}::date)`)
    .where(hasTime(local)).where(servesThere()).where(isFree()).where(notTooOften(local, zone))
}

function hasTime(local: ReturnType<typeof sql>) {
  const minute = sql`extract(hour from ${local}) * 60 + extract(minute from ${local})`
  return sql<boolean>`(not exists (select from volunteer_time where volunteer_time.community_id = volunteer.community_id and volunteer_time.volunteer_id = volunteer.id)
    or exists (select from volunteer_time as has where has.community_id = volunteer.community_id and has.volunteer_id = volunteer.id
      and has.weekday = extract(isodow from ${local}) and has.from_minute <= ${minute}
      and has.until_minute >= ${minute} + extract(epoch from order_date.ends_at - order_date.begins_at) / 60))`
}

function servesThere() {
  return sql<boolean>`(not exists (select from volunteer_place where volunteer_place.community_id = volunteer.community_id and volunteer_place.volunteer_id = volunteer.id)
    or exists (select from volunteer_place as has join place on place.community_id = has.community_id and place.id = menu_order.place_id
      where has.community_id = volunteer.community_id and has.volunteer_id = volunteer.id
      and has.place_id in (place.id, place.parent_id, place.entrance_id, place.building_id, place.estate_id)))`
}

function isFree() {
  return sql<boolean>`not exists (select from order_date as other where other.community_id = volunteer.community_id and other.person_id = volunteer.person_id
      and other.state in ('taken', 'begun') and tstzrange(other.begins_at, other.ends_at) && tstzrange(order_date.begins_at, order_date.ends_at))
    and not exists (select from duty_turn join duty_roster on duty_roster.community_id = duty_turn.community_id and duty_roster.id = duty_turn.roster_id
      where duty_turn.community_id = volunteer.community_id and duty_turn.person_id = volunteer.person_id and duty_turn.called_off_at is null
      and not duty_roster.on_call and tstzrange(duty_turn.from_at, duty_turn.until_at) && tstzrange(order_date.begins_at, order_date.ends_at))`
}

// Of the week, from Monday, in which the date lies.
function notTooOften(local: ReturnType<typeof sql>, zone: ReturnType<typeof sql>) {
  return sql<boolean>`(select count(*) from order_date as other where other.community_id = volunteer.community_id and other.person_id = volunteer.person_id
    and other.state in ('taken', 'begun', 'served', 'confirmed')
    and date_trunc('week', other.begins_at at time zone ${zone}) = date_trunc('week', ${local})) < volunteer.most_a_week`
}
