// 一张点单: how it stands, who is who in it, and who may do what and why not. Pure.
import type { MenuKind, OrderRepeat, OrderState, VisitShare } from '#db/tables.ts'
import type { Said } from '#kit/phrase.ts'
import { say } from '#modules/orders/fields.ts'
import { holds, signedOut, type Actor } from '#modules/people/public.ts'
import type { Place } from '#modules/places/public.ts'

export const REPEATS = ['once', 'weekly', 'fortnightly', 'monthly'] as const satisfies readonly OrderRepeat[]
export const SHARES = ['took_place', 'words'] as const satisfies readonly VisitShare[]

/** How long somebody may be late before it counts as missed. */
export const LATE = Temporal.Duration.from({ minutes: 30 })
/** How early one may begin, and how late one may still begin what was missed. */
const EARLY = Temporal.Duration.from({ hours: 2 })
const STILL = Temporal.Duration.from({ hours: 12 })

/** An order as the rules see it. */
export interface Order {
  readonly id: number
  readonly item_id: number
  readonly kind: MenuKind
  readonly off_hours: number
  readonly organisation_id: number | null
  readonly person_id: number | null
  readonly ordered_by: number
  readonly entered: boolean
  readonly needs_consent: boolean
  readonly repeat: OrderRepeat
  readonly ended_at: Temporal.Instant | null
  /** Where it is served; null once it is forgotten. */
  readonly place: Pick<Place, 'id' | 'parent_id' | 'entrance_id' | 'building_id' | 'estate_id'> | null
  /** What whoever is visited agreed to; null where he did not, or took it back. */
  readonly consent: { readonly person_id: number, readonly share: VisitShare } | null
}

/** One date of it. */
export interface OrderDate {
  readonly id: number
  readonly state: OrderState
  readonly begins_at: Temporal.Instant
  readonly ends_at: Temporal.Instant
  readonly held_until: Temporal.Instant | null
  readonly person_id: number | null
  readonly began_at: Temporal.Instant | null
  readonly came: string | null
  readonly stars: number | null
}

/** Whether it is the actor who is served, or somebody for whom he acts. */
export function isServed(actor: Actor, order: Pick<Order, 'person_id'>): boolean {
  return order.person_id !== null && actor.personId !== null && (actor.personId === order.person_id || actor.mayActFor.includes(order.person_id))
}

/** Whether the actor asked for it. */
export function hasOrdered(actor: Actor, order: Pick<Order, 'ordered_by'>): boolean {
  return actor.personId !== null && order.ordered_by === actor.personId
}

/** Whether he answers for it: the secretary, or the leader of the team that serves it. */
export function leads(actor: Actor, order: Pick<Order, 'organisation_id'>): boolean {
  return actor.posts.some(post => post.kind === 'secretary' || (post.kind === 'team_leader' && post.organisation_id === order.organisation_id))
}

/** Whether he works where it is served and may write down for somebody at the door or on the phone. */
export function mayWriteDown(actor: Actor, order: Pick<Order, 'place'>): boolean {
  return order.place !== null && holds(actor, 'record mandate', order.place)
}

/** Whether it waits for the consent of whoever is to be visited. */
export function waitsForConsent(order: Pick<Order, 'needs_consent' | 'consent' | 'ended_at'>): boolean {
  return order.needs_consent && order.consent === null && order.ended_at === null
}

type Rule = (actor: Actor, order: Order, now: Temporal.Instant) => Said | null
type DateRule = (actor: Actor, about: { order: Order, date: OrderDate }, now: Temporal.Instant) => Said | null

const isOver = (order: Order): Said | null => order.ended_at === null ? null : say('isOver')
const mine: DateRule = (actor, { date }) => signedOut(actor) ?? (date.person_id === actor.personId ? null : say('notYourService'))

/** By act: why the actor may not, or null. */
export const mayNot = {
  agree: ((actor, order) => signedOut(actor) ?? (order.needs_consent ? null : say('noConsentNeeded')) ?? isOver(order)
    ?? (order.consent === null ? null : say('agreedAlready'))
    ?? (order.person_id === actor.personId || (mayWriteDown(actor, order) && order.ordered_by !== actor.personId) ? null : say('notYoursToAgree'))) as Rule,
  // As easily as it was given: by the same people, at any time.
  withdraw: ((actor, order) => signedOut(actor) ?? (order.consent ? null : say('notAgreed'))
    ?? (order.consent?.person_id === actor.personId || mayWriteDown(actor, order) ? null : say('notYoursToAgree'))) as Rule,
  end: ((actor, order) => signedOut(actor) ?? isOver(order)
    ?? (hasOrdered(actor, order) || isServed(actor, order) || leads(actor, order) ? null : say('notYourOrder'))) as Rule,
  accept: ((actor, { date }, now) => signedOut(actor)
    ?? (date.state === 'taken' || date.state === 'begun' ? say('tooLate') : date.state === 'open' ? null : say('notOpen'))
    ?? (Temporal.Instant.compare(now, date.ends_at) < 0 ? null : say('isPast'))) as DateRule,
  giveBack: ((actor, about) => mine(actor, about, about.date.begins_at) ?? (about.date.state === 'taken' ? null : say('notTaken'))) as DateRule,
  begin: ((actor, about, now) => mine(actor, about, now) ?? mayNotBegin(about.date, now)) as DateRule,
  finish: ((actor, about, now) => mine(actor, about, now) ?? (about.date.state === 'begun' ? null : say('notBegun'))) as DateRule,
  confirm: ((actor, { order, date }) => signedOut(actor) ?? (date.state === 'served' ? null : say('notServed'))
    ?? (date.person_id === actor.personId ? say('notYourOwn') : null)
    ?? (isServed(actor, order) || (order.entered && hasOrdered(actor, order)) || mayWriteDown(actor, order) ? null : say('notYourOrder'))) as DateRule,
  rate: ((actor, { order, date }) => signedOut(actor) ?? (date.state === 'served' || date.state === 'confirmed' ? null : say('notServed'))
    ?? (date.person_id === actor.personId ? say('notYourOwn') : null)
    ?? (isServed(actor, order) || hasOrdered(actor, order) ? null : say('notYourOrder'))) as DateRule,
  callOff: ((actor, { order, date }, now) => signedOut(actor) ?? mayNotCallOff(actor, order, date, now)) as DateRule,
  takePlace: ((actor, { order, date }, now) => signedOut(actor)
    ?? (date.state === 'held' && date.held_until && Temporal.Instant.compare(now, date.held_until) < 0 ? null : say('placeGone'))
    ?? (isServed(actor, order) || hasOrdered(actor, order) ? null : say('notYourOrder'))) as DateRule,
  judge: ((actor, { order }) => signedOut(actor) ?? (leads(actor, order) ? null : say('notYours'))) as DateRule,
}

function mayNotBegin(date: OrderDate, now: Temporal.Instant): Said | null {
  if (date.state !== 'taken' && date.state !== 'missed') return say('notTaken')
  if (Temporal.Instant.compare(now, date.begins_at.subtract(EARLY)) < 0) return say('tooEarly')
  return Temporal.Instant.compare(now, date.begins_at.add(STILL)) < 0 ? null : say('isPast')
}

const LIVE: readonly OrderState[] = ['queued', 'held', 'open', 'taken']

function mayNotCallOff(actor: Actor, order: Order, date: OrderDate, now: Temporal.Instant): Said | null {
  if (!LIVE.includes(date.state)) return say('cannotCallOff')
  if (leads(actor, order)) return null
  if (!isServed(actor, order) && !hasOrdered(actor, order)) return say('notYourOrder')
  const late = date.state === 'taken' && Temporal.Instant.compare(now, date.begins_at.subtract({ hours: order.off_hours })) > 0
  return late ? say('offTooLate') : null
}
