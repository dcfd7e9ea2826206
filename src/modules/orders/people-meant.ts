// Who is to hear of what happens with an order: questions for person ids, for notices.
import type { Reader } from '#kit/db.ts'
import { fitting } from '#modules/orders/fitting.ts'

/**
 * fitting: could take `facts.date` and agreed to be asked. servedSide: who is served and who asked. taker: who comes, or `facts.taker(s)`.
 * orderLeader: the leader of the team that serves it, or the secretary where it is no team's. consenting: who is to agree, and the grid's people at his door.
 */
export const MEANT_IN_ORDERS = ['fitting', 'servedSide', 'taker', 'orderLeader', 'consenting'] as const
export type MeantInOrders = (typeof MEANT_IN_ORDERS)[number]

/** What must be known of the entry: orders/12, its facts, the date there. */
export interface AboutOrder {
  readonly subject: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly today: string
}

/** The people meant, as a question for their ids. */
export function peopleMeantInOrder(db: Reader, to: MeantInOrders, { subject, facts, today }: AboutOrder) {
  const id = Number(/^orders\/(\d+)$/u.exec(subject)?.[1] ?? 0)
  const date = typeof facts['date'] === 'number' ? facts['date'] : 0
  const people = db.selectFrom('person').select('person.id').where('person.community_id', '=', db.community)
  const order = db.selectFrom('menu_order').where('menu_order.community_id', '=', db.community).where('menu_order.id', '=', id)
  switch (to) {
    case 'fitting': return people.where('person.id', 'in', fitting(db, today).where('order_date.id', '=', date).select('volunteer.person_id'))
    case 'taker': return people.where(eb => eb.or([
      eb('person.id', 'in', [0, ...numbers(facts['taker']), ...numbers(facts['takers'])]),
      eb('person.id', 'in', eb.selectFrom('order_date').select(one => one.ref('order_date.person_id').$notNull().as('id')).where('order_date.community_id', '=', db.community)
        .where('order_date.id', '=', date).where('order_date.person_id', 'is not', null)),
    ]))
    case 'servedSide': return people.where(eb => eb.or([
      eb('person.id', 'in', order.select('menu_order.ordered_by')),
      eb('person.id', 'in', order.where('menu_order.person_id', 'is not', null).where(one => one.or([one('menu_order.needs_consent', '=', false), one.exists(one.selectFrom('order_consent')
        .select('order_consent.id').where('order_consent.community_id', '=', db.community).where('order_consent.order_id', '=', id))])).select(one => one.ref('menu_order.person_id').$notNull().as('id'))),
    ]))
    case 'orderLeader': return people.where('person.id', 'in', holders(db, today).where(eb => eb.or([
      eb.and([eb('post.kind', '=', 'secretary'), eb.exists(order.innerJoin('menu_item', join => join.onRef('menu_item.community_id', '=', 'menu_order.community_id')
        .onRef('menu_item.id', '=', 'menu_order.item_id')).where('menu_item.organisation_id', 'is', null).select('menu_order.id'))]),
      eb.and([eb('post.kind', '=', 'team_leader'), eb('post.organisation_id', 'in', order.innerJoin('menu_item', join => join.onRef('menu_item.community_id', '=', 'menu_order.community_id')
        .onRef('menu_item.id', '=', 'menu_order.item_id')).where('menu_item.organisation_id', 'is not', null).select(one => one.ref('menu_item.organisation_id').$notNull().as('id')))]),
    ])))
    case 'consenting': return people.where(eb => eb.or([
      eb('person.id', 'in', order.where('menu_order.person_id', 'is not', null).select(one => one.ref('menu_order.person_id').$notNull().as('id'))),
      eb('person.id', 'in', holders(db, today).where('post.kind', 'in', ['grid_worker', 'stairwell_head']).where(post => post.or([
        post('post.place_id', 'in', above(order)), post('post.grid_id', 'in', db.selectFrom('grid_place').select('grid_place.grid_id')
          .where('grid_place.community_id', '=', db.community).where('grid_place.place_id', 'in', above(order))),
      ]))),
    ]))
  }

  function above(of: typeof order) {
    return db.selectFrom('place as up').select('up.id').where('up.community_id', '=', db.community)
      .where(eb => eb.exists(of.innerJoin('place', join => join.onRef('place.community_id', '=', 'menu_order.community_id').onRef('place.id', '=', 'menu_order.place_id'))
        .where(home => home.or((['place.id', 'place.entrance_id', 'place.building_id', 'place.estate_id'] as const).map(column => home(column, '=', home.ref('up.id' as 'place.id')))))
        .select('place.id')))
  }
}

function numbers(value: unknown): number[] {
  return [value].flat().filter(one => typeof one === 'number')
}

function holders(db: Reader, today: string) {
  return db.selectFrom('post').select('post.person_id').where('post.community_id', '=', db.community)
    .where('post.since', '<=', today).where(open => open.or([open('post.until', 'is', null), open('post.until', '>=', today)]))
}
