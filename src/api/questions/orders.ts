// What programs may ask about the menu and orders: what there is, one's own, one order, what one could take, what a team has to serve.
import { z } from 'zod'
import { Refused } from '#kit/errors.ts'
import {
  MEANT_FOR, menu, MENU_CLASSES, MENU_KINDS, menuItem, myOrders, offersFor, ORDER_REPEATS, orderById, ratingsOf, SHARES, teamCalendar, teamsLed, type DateShown, type MenuItem,
} from '#modules/orders/public.ts'
import { localDay } from '#modules/people/public.ts'
import { apiOrderText } from '#text/api-orders.ts'
import { orderPageText } from '#text/order-pages.ts'
import { list, question, type Question } from './question.ts'
import { count, id, idAsked, instant, maybeInstant, maybeText, text } from './shapes.ts'

const said = <Schema extends z.ZodType>(schema: Schema, key: keyof typeof apiOrderText.pairs) => schema.meta({ label: lang => apiOrderText(lang)[key] })
const STATES = ['queued', 'held', 'open', 'taken', 'begun', 'served', 'confirmed', 'off', 'missed'] as const

const item = z.strictObject({
  id, class: z.enum(MENU_CLASSES), kind: z.enum(MENU_KINDS), name: text, about: text, notDone: said(text, 'notDone'), skills: said(z.array(text), 'skills'),
  minutes: said(count, 'minutes'), meantFor: said(z.enum(MEANT_FOR), 'meantFor'), mostADay: said(count, 'mostADay'), offHours: said(count, 'offHours'), team: said(maybeText, 'team'),
  servable: said(z.boolean(), 'servable'), stars: said(z.number().nullable(), 'stars'), ratings: said(count, 'ratings'), times: said(count, 'times'),
})

const times = { begins: said(instant, 'begins'), ends: said(instant, 'ends') }
const dated = z.strictObject({ id, order: said(id, 'order'), item: said(text, 'item'), ...times, state: said(z.enum(STATES), 'state') })
const listed = z.strictObject({ id, item: said(text, 'item'), kind: z.enum(MENU_KINDS), repeat: said(z.enum(ORDER_REPEATS), 'repeat'), next: said(maybeInstant, 'next') })

const date = z.strictObject({
  id, ...times, state: said(z.enum(STATES), 'state'), heldUntil: said(maybeInstant, 'heldUntil'), comes: said(maybeText, 'comes'), confirmed: said(maybeText, 'confirmed'),
  came: said(maybeText, 'came'), seen: said(maybeText, 'seen'), log: said(maybeText, 'log'), stars: said(count.nullable(), 'stars'), rating: said(maybeText, 'rating'),
})

const order = z.strictObject({
  id, item: said(text, 'item'), kind: z.enum(MENU_KINDS), words: said(maybeText, 'words'), place: said(maybeText, 'place'), person: said(maybeText, 'person'),
  repeat: said(z.enum(ORDER_REPEATS), 'repeat'), needsConsent: said(z.boolean(), 'needsConsent'), share: said(z.enum(SHARES).nullable(), 'share'), endedAt: maybeInstant,
  dates: said(z.array(date), 'dates'),
})

export const ORDERS: readonly Question[] = [
  list({
    name: 'orders.menu', input: { q: said(z.string().max(40).default(''), 'words_asked') }, item,
    ask: async (db, _actor, { q }, { after, limit }, { now }) => (await menu(db, { today: await localDay(db, now), words: q, after, limit: limit + 1 })).map(itemAnswered),
  }),
  question({
    name: 'orders.item', input: { id: idAsked },
    output: item.extend({ said: said(z.array(z.strictObject({ stars: said(count.nullable(), 'stars'), rating: said(maybeText, 'rating') })), 'said') }),
    ask: async (db, _actor, asked, { now }) => {
      const found = await menuItem(db, asked.id, await localDay(db, now))
      return { ...itemAnswered(found), said: (await ratingsOf(db, found.id)).map(({ stars, rating }) => ({ stars, rating })) }
    },
  }),
  question({
    name: 'orders.mine', input: {},
    output: z.strictObject({ ordered: said(z.array(listed), 'ordered'), served: said(z.array(dated), 'served'), consenting: said(z.array(id), 'consenting') }),
    ask: async (db, actor) => {
      if (actor.personId === null) throw new Refused(lang => orderPageText(lang).signIn)
      const { ordered, served, consenting } = await myOrders(db, actor)
      return {
        ordered: ordered.map(one => ({ id: one.id, item: one.name, kind: one.kind, repeat: one.repeat, next: one.next?.toString() ?? null })),
        served: served.map(datedAnswered), consenting,
      }
    },
  }),
  question({
    name: 'orders.show', input: { id: idAsked }, output: order,
    ask: async (db, actor, asked, { now }) => {
      const found = await orderById(db, actor, asked.id, await localDay(db, now))
      return {
        id: found.id, item: found.name, kind: found.kind, words: found.words, place: found.label ?? found.estate, person: found.person, repeat: found.repeat,
        needsConsent: found.needs_consent, share: found.consent?.share ?? null, endedAt: found.ended_at?.toString() ?? null, dates: found.dates.map(dateAnswered),
      }
    },
  }),
  question({
    name: 'orders.offers', input: {},
    output: z.strictObject({ items: z.array(z.strictObject({ id, order: said(id, 'order'), item: said(text, 'item'), ...times, words: said(maybeText, 'words'), estate: said(maybeText, 'estate') })) }),
    ask: async (db, actor, _asked, { now }) => ({
      items: (await offersFor(db, actor, await localDay(db, now), now)).map(one => ({
        id: one.id, order: one.order_id, item: one.name, begins: one.begins_at.toString(), ends: one.ends_at.toString(), words: one.words, estate: one.estate,
      })),
    }),
  }),
  question({
    name: 'orders.team', input: {}, output: z.strictObject({ items: z.array(dated.extend({ comes: said(maybeText, 'comes'), estate: said(maybeText, 'estate') })) }),
    ask: async (db, actor, _asked, { now }) => {
      const teams = teamsLed(actor)
      if (teams?.length === 0) throw new Refused(lang => orderPageText(lang).notLeader)
      return { items: (await teamCalendar(db, teams, now)).map(one => ({ ...datedAnswered(one), comes: one.comes, estate: one.estate })) }
    },
  }),
]

function itemAnswered(one: MenuItem): z.input<typeof item> {
  const { id, class: of, kind, name, about, skills, minutes, team, servable, stars } = one
  return {
    id, class: of, kind, name, about, skills, minutes, team, stars, notDone: one.not_done, meantFor: one.meant_for, mostADay: one.most_a_day, offHours: one.off_hours,
    servable: Boolean(servable), ratings: one.ratings ?? 0, times: one.times ?? 0,
  }
}

function datedAnswered(one: { id: number, order_id: number, name: string, begins_at: Temporal.Instant, ends_at: Temporal.Instant, state: (typeof STATES)[number] }): z.input<typeof dated> {
  return { id: one.id, order: one.order_id, item: one.name, begins: one.begins_at.toString(), ends: one.ends_at.toString(), state: one.state }
}

function dateAnswered(one: DateShown): z.input<typeof date> {
  const instantOf = (moment: string) => Temporal.Instant.from(moment).toString()
  return {
    id: one.id, begins: instantOf(one.begins_at), ends: instantOf(one.ends_at), state: one.state, heldUntil: one.held_until && instantOf(one.held_until), comes: one.comes,
    confirmed: one.confirmed_how, came: one.came, seen: one.seen, log: one.log, stars: one.stars, rating: one.rating,
  }
}
