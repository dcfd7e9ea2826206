// What is held about a person in the menu and its orders: what he put there, asked for, agreed to, served, said of it.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import { maybeTold, told } from '#kit/json-time.ts'

/** As further columns of the question that asks for everything. */
export function heldInOrders(eb: ExpressionBuilder<DB, 'person'>) {
  return [
    jsonArrayFrom(eb.selectFrom('menu_order')
      .innerJoin('menu_item', join => join.onRef('menu_item.community_id', '=', 'menu_order.community_id').onRef('menu_item.id', '=', 'menu_order.item_id'))
      .leftJoin('place', join => join.onRef('place.community_id', '=', 'menu_order.community_id').onRef('place.id', '=', 'menu_order.place_id'))
      .select(['menu_order.id', 'menu_item.name', 'menu_order.words', 'menu_order.named', 'place.label', 'menu_order.ended_why', told('menu_order.ordered_at').as('at')])
      .whereRef('menu_order.community_id', '=', 'person.community_id')
      .where(own => own.or([own('menu_order.person_id', '=', own.ref('person.id')), own('menu_order.ordered_by', '=', own.ref('person.id'))])).orderBy('menu_order.id')).as('orders'),
    jsonArrayFrom(eb.selectFrom('order_consent').select(['order_consent.order_id', 'order_consent.share', 'order_consent.how', told('order_consent.given_at').as('at'),
      maybeTold('order_consent.withdrawn_at').as('withdrawn_at'), 'order_consent.withdrawn_how']).whereRef('order_consent.community_id', '=', 'person.community_id')
      .where(own => own.or((['person_id', 'recorded_by', 'withdrawn_by'] as const).map(column => own(`order_consent.${column}`, '=', own.ref('person.id'))))).orderBy('order_consent.id')).as('visit_consents'),
    jsonArrayFrom(eb.selectFrom('order_date').select(['order_date.order_id', 'order_date.state', told('order_date.begins_at').as('at'),
      sql<string | null>`case when order_date.person_id = person.id then order_date.log end`.as('log'),
      sql<string | null>`case when person.id in (order_date.off_by, order_date.instead_of) then order_date.off_why end`.as('why')]).whereRef('order_date.community_id', '=', 'person.community_id')
      .where(own => own.or((['person_id', 'instead_of', 'confirmed_by', 'off_by'] as const).map(column => own(`order_date.${column}`, '=', own.ref('person.id'))))).orderBy('order_date.id')).as('order_dates'),
    jsonArrayFrom(eb.selectFrom('order_date')
      .innerJoin('menu_order as about', join => join.onRef('about.community_id', '=', 'order_date.community_id').onRef('about.id', '=', 'order_date.order_id'))
      .select(['order_date.order_id', 'order_date.came', 'order_date.seen', 'order_date.log', told('order_date.begins_at').as('at')])
      .whereRef('order_date.community_id', '=', 'person.community_id').whereRef('about.person_id', '=', 'person.id').where('order_date.came', 'is not', null)
      .orderBy('order_date.id')).as('visits_to_me'),
    jsonArrayFrom(eb.selectFrom('order_date').select(['order_date.order_id', 'order_date.stars', 'order_date.rating', maybeTold('order_date.rated_at').as('at')])
      .whereRef('order_date.community_id', '=', 'person.community_id').whereRef('order_date.rated_by', '=', 'person.id').orderBy('order_date.id')).as('order_ratings'),
    jsonArrayFrom(eb.selectFrom('menu_item').select(['menu_item.id', 'menu_item.name', told('menu_item.made_at').as('at')])
      .whereRef('menu_item.community_id', '=', 'person.community_id').whereRef('menu_item.made_by', '=', 'person.id').orderBy('menu_item.id')).as('menu_items'),
  ] as const
}
