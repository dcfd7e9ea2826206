// The questions about orders; each starts from what the actor may know. The address is for whoever comes, and those whose it is.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { at, type Reader } from '#kit/db.ts'
import { maybeTold, told } from '#kit/json-time.ts'
import { asOrder, couldCome, noOrder, seesOrder } from '#modules/orders/find.ts'
import { fitting } from '#modules/orders/fitting.ts'
import { hasOrdered, isServed, leads, mayWriteDown, waitsForConsent } from '#modules/orders/order.ts'
import type { Actor } from '#modules/people/public.ts'

const SHOWN = 200

/** One order with its dates, the next ones first, as far as the actor may know it. Throws NotFound. */
export async function orderById(db: Reader, actor: Actor, id: number, today: string) {
  const row = await one(db, id)
  const { words, named, label, estate, person, orderer, ended_why, ordered_at, how, given_at, dates, ...plain } = row
  const order = asOrder(plain)
  const open = dates.filter(({ state }) => state === 'open').map(date => date.id)
  const inside = await seesOrder(db, actor, order)
  const offered = inside ? [] : await couldTake(db, actor, open, today)
  if (!inside && offered.length === 0) throw noOrder()
  const own = hasOrdered(actor, order) || isServed(actor, order)
  const comes = dates.some(date => date.person_id === actor.personId && ['taken', 'begun', 'served'].includes(date.state))
  const asks = mayWriteDown(actor, order) && (waitsForConsent(order) || order.entered)
  const logs = mayRead(actor, order)
  return {
    ...order, words, estate, ended_why: own || leads(actor, order) ? ended_why : null, ordered_at, inside, own, leader: leads(actor, order),
    label: own || comes || asks ? label : null, person: inside ? person ?? named : null, orderer: inside ? orderer : null, agreed: order.consent && { how, given_at },
    dates: dates.filter(date => inside || offered.includes(date.id)).map(date => {
      const reads = logs || date.person_id === actor.personId
      return { ...date, seen: reads ? date.seen : null, log: reads ? date.log : null, rating: date.rating_standing === 'shown' || leads(actor, order) || own ? date.rating : null }
    }),
  }
}

export type OrderShown = Awaited<ReturnType<typeof orderById>>
export type DateShown = OrderShown['dates'][number]

// A relative reads what whoever is visited agreed to share, and nothing more.
function mayRead(actor: Actor, order: ReturnType<typeof asOrder>): boolean {
  if (isServed(actor, order) || leads(actor, order)) return true
  return hasOrdered(actor, order) && (!order.needs_consent || order.consent?.share === 'words')
}

async function one(db: Reader, id: number) {
  return db.selectFrom('menu_order')
    .innerJoin('menu_item', join => join.onRef('menu_item.community_id', '=', 'menu_order.community_id').onRef('menu_item.id', '=', 'menu_order.item_id'))
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'menu_order.community_id').onRef('place.id', '=', 'menu_order.place_id'))
    .leftJoin('place as estate', join => join.onRef('estate.community_id', '=', 'menu_order.community_id').onRef('estate.id', '=', 'menu_order.estate_id'))
    .leftJoin('person as served', join => join.onRef('served.community_id', '=', 'menu_order.community_id').onRef('served.id', '=', 'menu_order.person_id'))
    .leftJoin('person as orderer', join => join.onRef('orderer.community_id', '=', 'menu_order.community_id').onRef('orderer.id', '=', 'menu_order.ordered_by'))
    .leftJoin('order_consent', join => join.onRef('order_consent.community_id', '=', 'menu_order.community_id')
      .onRef('order_consent.order_id', '=', 'menu_order.id').on('order_consent.withdrawn_at', 'is', null))
    .where('menu_order.community_id', '=', db.community).where('menu_order.id', '=', id)
    .select(['menu_order.id', 'menu_order.item_id', 'menu_order.person_id', 'menu_order.ordered_by', 'menu_order.entered', 'menu_order.needs_consent', 'menu_order.repeat',
      'menu_order.begins_on', 'menu_order.minute', 'menu_order.until', 'menu_order.place_id', 'menu_order.estate_id', 'menu_order.ended_at', 'menu_order.forgotten_at', 'menu_order.ended_why',
      'menu_order.ordered_at', 'menu_order.words', 'menu_order.named', 'menu_item.kind', 'menu_item.name', 'menu_item.minutes', 'menu_item.most_a_day', 'menu_item.off_hours',
      'menu_item.organisation_id', 'menu_item.project_id', 'place.parent_id', 'place.entrance_id', 'place.building_id', 'place.label', 'estate.name as estate',
      'served.name as person', 'orderer.name as orderer', 'order_consent.person_id as agreed_by', 'order_consent.share', 'order_consent.how', 'order_consent.given_at'])
    .select(eb => jsonArrayFrom(eb.selectFrom('order_date')
      .leftJoin('person as comes', join => join.onRef('comes.community_id', '=', 'order_date.community_id').onRef('comes.id', '=', 'order_date.person_id'))
      .select(['order_date.id', 'order_date.state', told('order_date.begins_at').as('begins_at'), told('order_date.ends_at').as('ends_at'),
        maybeTold('order_date.held_until').as('held_until'), 'order_date.person_id', 'comes.name as comes', maybeTold('order_date.began_at').as('began_at'),
        maybeTold('order_date.finished_at').as('finished_at'), 'order_date.confirmed_how', 'order_date.off_why', 'order_date.came', 'order_date.seen', 'order_date.log',
        'order_date.stars', 'order_date.rating', 'order_date.rating_standing', 'order_date.instead_of'])
      .whereRef('order_date.community_id', '=', 'menu_order.community_id').whereRef('order_date.order_id', '=', 'menu_order.id')
      .orderBy('order_date.begins_at', 'desc').limit(60)).as('dates'))
    .executeTakeFirstOrThrow(noOrder)
}

async function couldTake(db: Reader, actor: Actor, dates: readonly number[], today: string): Promise<number[]> {
  const [first] = dates
  // The skills are the same for all of them; those who could come at all see all that are open.
  return first !== undefined && await couldCome(db, actor, first, today) ? [...dates] : []
}

/** What I ordered, what is ordered for me, and what I serve: each order or date with the next time first. */
export async function myOrders(db: Reader, actor: Actor) {
  const me = actor.personId ?? 0
  const own = [me, ...actor.mayActFor]
  const [ordered, served, consenting] = await Promise.all([
    listed(db).where(eb => eb.or([eb('menu_order.ordered_by', '=', me), eb('menu_order.person_id', 'in', own)])).orderBy('menu_order.id', 'desc').limit(SHOWN).execute(),
    dated(db).where('order_date.person_id', '=', me).where('order_date.state', 'in', ['taken', 'begun', 'served', 'confirmed', 'missed'])
      .orderBy('order_date.begins_at', 'desc').limit(SHOWN).execute(),
    listed(db).where('menu_order.person_id', '=', me).where('menu_order.needs_consent', '=', true).where('menu_order.ended_at', 'is', null)
      .where(eb => eb.not(eb.exists(eb.selectFrom('order_consent').select('order_consent.id').whereRef('order_consent.community_id', '=', 'menu_order.community_id')
        .whereRef('order_consent.order_id', '=', 'menu_order.id').where('order_consent.withdrawn_at', 'is', null)))).execute(),
  ])
  return { ordered, served, consenting: consenting.map(({ id }) => id) }
}

/** What I could take: those that fit, the next first; without the address. */
export async function offersFor(db: Reader, actor: Actor, today: string, now: Temporal.Instant) {
  return fitting(db, today).where('volunteer.person_id', '=', actor.personId ?? 0).where('order_date.begins_at', '>', at(now))
    .leftJoin('place as estate', join => join.onRef('estate.community_id', '=', 'menu_order.community_id').onRef('estate.id', '=', 'menu_order.estate_id'))
    .select(['order_date.id', 'order_date.order_id', 'order_date.begins_at', 'order_date.ends_at', 'menu_item.name', 'menu_item.kind', 'menu_order.words', 'estate.name as estate'])
    .orderBy('order_date.begins_at').orderBy('order_date.id').limit(SHOWN).execute()
}

/** The orders that wait for a consent where the actor may write it down, the oldest first. */
export async function consentsToAsk(db: Reader, places: readonly number[] | null) {
  const within = [0, ...places ?? []]
  return listed(db).innerJoin('place', join => join.onRef('place.community_id', '=', 'menu_order.community_id').onRef('place.id', '=', 'menu_order.place_id'))
    .where('menu_order.needs_consent', '=', true).where('menu_order.ended_at', 'is', null)
    .$if(places !== null, some => some.where(eb => eb.or((['place.id', 'place.entrance_id', 'place.building_id', 'place.estate_id'] as const).map(column => eb(column, 'in', within)))))
    .where(eb => eb.not(eb.exists(eb.selectFrom('order_consent').select('order_consent.id').whereRef('order_consent.community_id', '=', 'menu_order.community_id')
      .whereRef('order_consent.order_id', '=', 'menu_order.id').where('order_consent.withdrawn_at', 'is', null))))
    .select('place.label').orderBy('menu_order.id').limit(SHOWN).execute()
}

function listed(db: Reader) {
  return db.selectFrom('menu_order')
    .innerJoin('menu_item', join => join.onRef('menu_item.community_id', '=', 'menu_order.community_id').onRef('menu_item.id', '=', 'menu_order.item_id'))
    .where('menu_order.community_id', '=', db.community)
    .select(['menu_order.id', 'menu_order.person_id', 'menu_order.ordered_by', 'menu_order.repeat', 'menu_order.needs_consent', 'menu_order.ended_at', 'menu_item.name', 'menu_item.kind'])
    .select(eb => eb.selectFrom('order_date').select(sql<Temporal.Instant | null>`min(order_date.begins_at)`.as('next'))
      .whereRef('order_date.community_id', '=', 'menu_order.community_id').whereRef('order_date.order_id', '=', 'menu_order.id')
      .where('order_date.state', 'in', ['queued', 'held', 'open', 'taken', 'begun', 'served']).as('next'))
}

function dated(db: Reader) {
  return db.selectFrom('order_date')
    .innerJoin('menu_order', join => join.onRef('menu_order.community_id', '=', 'order_date.community_id').onRef('menu_order.id', '=', 'order_date.order_id'))
    .innerJoin('menu_item', join => join.onRef('menu_item.community_id', '=', 'menu_order.community_id').onRef('menu_item.id', '=', 'menu_order.item_id'))
    .where('order_date.community_id', '=', db.community)
    .select(['order_date.id', 'order_date.order_id', 'order_date.begins_at', 'order_date.ends_at', 'order_date.state', 'menu_item.name', 'menu_item.kind'])
}
