// 排班看板: what a team has to serve in the coming weeks, for its leader; of the whole community for the secretary.
import { at, type Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'

const WEEKS = { hours: 24 * 28 }
const BACK = { hours: 24 * 7 }

/** The teams that the actor leads; null: he answers for everything here; empty: none. */
export function teamsLed(actor: Actor): readonly number[] | null {
  if (actor.posts.some(post => post.kind === 'secretary')) return null
  return actor.posts.filter(post => post.kind === 'team_leader').map(post => post.organisation_id)
}

/** The dates of a week ago and four weeks ahead, in order, with who comes; what waits for a leader's look at its words as well. */
export async function teamCalendar(db: Reader, teams: readonly number[] | null, now: Temporal.Instant) {
  return db.selectFrom('order_date')
    .innerJoin('menu_order', join => join.onRef('menu_order.community_id', '=', 'order_date.community_id').onRef('menu_order.id', '=', 'order_date.order_id'))
    .innerJoin('menu_item', join => join.onRef('menu_item.community_id', '=', 'menu_order.community_id').onRef('menu_item.id', '=', 'menu_order.item_id'))
    .leftJoin('person', join => join.onRef('person.community_id', '=', 'order_date.community_id').onRef('person.id', '=', 'order_date.person_id'))
    .leftJoin('place as estate', join => join.onRef('estate.community_id', '=', 'menu_order.community_id').onRef('estate.id', '=', 'menu_order.estate_id'))
    .where('order_date.community_id', '=', db.community).where('order_date.state', '<>', 'off')
    .where('order_date.begins_at', '>', at(now.subtract(BACK))).where('order_date.begins_at', '<', at(now.add(WEEKS)))
    .$if(teams !== null, some => some.where('menu_item.organisation_id', 'in', [0, ...teams ?? []]))
    .select(['order_date.id', 'order_date.order_id', 'order_date.begins_at', 'order_date.ends_at', 'order_date.state', 'order_date.rating_standing', 'menu_item.name', 'menu_item.kind',
      'person.name as comes', 'estate.name as estate'])
    .orderBy('order_date.begins_at').orderBy('order_date.id').limit(500).execute()
}
