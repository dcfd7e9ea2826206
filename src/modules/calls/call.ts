// A call for help: what it is, where it stands, and its two clocks. Pure.
import type { CallEnd } from '#db/tables.ts'
import type { Lang } from '#kit/phrase.ts'
import type { ClockCommand } from '#modules/clocks/public.ts'
import type { Place } from '#modules/places/public.ts'
import type { RingRule } from '#modules/calls/rings.ts'
import { callText } from '#text/calls.ts'

/** Who goes to a call. */
export interface Helper {
  readonly id: number
  readonly person_id: number
  readonly name: string
  /** Whether he agreed that his name is shown. */
  readonly named: boolean
  readonly seat: number
  readonly near: string
  readonly claimed_at: Temporal.Instant
  readonly arrived_at: Temporal.Instant | null
  readonly confirmed_at: Temporal.Instant | null
}

/** A call as the rules see it. `helpers`: who goes now, by seat. */
export interface Call {
  readonly id: number
  readonly place: Place
  readonly caller_id: number | null
  readonly made_by: number | null
  readonly channel: string
  readonly need: string
  readonly urgent: boolean
  readonly called_at: Temporal.Instant
  readonly until_at: Temporal.Instant
  readonly rings: RingRule
  readonly opened: number
  readonly next_at: Temporal.Instant | null
  readonly wanted: number
  readonly ended_at: Temporal.Instant | null
  readonly ended_how: CallEnd | null
  readonly matter_id: number | null
  readonly rated_at: Temporal.Instant | null
  readonly helpers: readonly Helper[]
  /** Whether the actor was asked, and has not said that he cannot. */
  readonly asked: boolean
  /** Whether the actor holds the receipt of the call. */
  readonly receipt: boolean
}

/** Where it stands, for people: somebody is asked, somebody goes, is there, it is over. */
export type CallState = 'asking' | 'claimed' | 'arrived' | 'ended'

/** Where a call stands. */
export function stateOf({ ended_at, helpers }: Pick<Call, 'ended_at' | 'helpers'>): CallState {
  if (ended_at) return 'ended'
  if (helpers.length === 0) return 'asking'
  return helpers.some(helper => helper.confirmed_at) ? 'arrived' : 'claimed'
}

/** Whether another helper is wanted. */
export function isWanted({ ended_at, helpers, wanted }: Pick<Call, 'ended_at' | 'helpers' | 'wanted'>): boolean {
  return ended_at === null && helpers.length < wanted
}

/** The seat that is free; undefined when none is. */
export function freeSeat({ helpers, wanted }: Pick<Call, 'helpers' | 'wanted'>): number | undefined {
  return Array.from({ length: wanted }, (_, i) => i + 1).find(seat => helpers.every(helper => helper.seat !== seat))
}

/** What neighbours who do not know him read: his name where he agreed, else “a neighbour” by the family name. The caller reads the whole name. */
export function shownName(lang: Lang, { name, named }: Pick<Helper, 'name' | 'named'>): string {
  return named ? name : callText(lang).neighbour(Array.from(name)[0] ?? '')
}

/** Somebody answers within five minutes, and is at the door within thirty (requirement S0-39). Seconds. */
export const ANSWER_WITHIN = 300
export const ARRIVE_WITHIN = 1800

const SECOND = 1000
/** Who is told one after another while nobody goes, and while nobody arrives. */
const CHAIN = ['grid_worker', 'grid_leader', 'secretary', 'street_officer'] as const
const CLIMB = 120 * SECOND

/** Clock 1: nobody has answered yet. Its alarm tells whoever looks after the place to phone around. */
export function answerClock(place: number): ClockCommand {
  return { do: 'start', name: 'answer', counting: 'plain', allowed: ANSWER_WITHIN * SECOND, warn: null, climb: CLIMB, chain: [...CHAIN], place }
}

/** Clock 2: somebody goes and is not at the door yet. He is warned ten minutes before. */
export function arriveClock(place: number): ClockCommand {
  const allowed = ARRIVE_WITHIN * SECOND
  return { do: 'start', name: 'arrive', counting: 'plain', allowed, warn: allowed / 3, climb: 2 * CLIMB, chain: [...CHAIN], place }
}

const ANEW = { hours: 1 }

/** Until when help is wanted, where people are asked anew: at least for an hour, also after the time that was said. */
export function untilAnew({ until_at }: Pick<Call, 'until_at'>, now: Temporal.Instant): string {
  const least = now.add(ANEW)
  return (Temporal.Instant.compare(until_at, least) > 0 ? until_at : least).toString()
}

/** As in the journal: calls/12. */
export function subjectOf({ id }: { id: number }): string {
  return `calls/${id}`
}

/** What the receipt of a call is made from: whoever holds it called without an account. */
export function receiptSubject(community: number, id: number): string {
  return `call ${community} ${id}`
}

/** The four digits that the caller reads out at the door. */
export function doorCode(secrets: { blindIndex(clear: string): string }, community: number, id: number): string {
  return String(Number.parseInt(secrets.blindIndex(`call door ${community} ${id}`).slice(0, 8), 16) % 10_000).padStart(4, '0')
}
