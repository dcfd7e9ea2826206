// One matter of a simulated quarter, what is to happen to it, and how an act on it is carried out and checked at once.
import type { z } from 'zod'
import { perform, type Action, type Answer } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { Problem } from '#kit/errors.ts'
import type { Photo } from '#kit/photos.ts'
import { after, type Calendar } from '#modules/clocks/public.ts'
import type { Evidence } from '#modules/methods/public.ts'
import type { Actor } from '#modules/people/public.ts'
import type { Place } from '#modules/places/public.ts'
import type { TestHouse } from '#test/database.ts'
import { randomFrom, type Random } from '../../src/demo/random.ts'
import type { Agenda, Due } from './agenda.ts'
import type { Hours } from './behaviour.ts'
import { unlawful, unlawfulChange } from './lawful.ts'
import type { People } from './neighbourhood.ts'
import { standings, type Standing } from './standing.ts'
import type { Subject } from './texts.ts'

/** A matter, from before it is raised. */
export interface Life {
  /** The same in every run with this seed. */
  number: number
  random: Random
  subject: Subject
  place: Place
  raiser: Actor
  followers: Actor[]
  /** What was raised before about the same thing. */
  original: Life | null
  /** 0 until it is raised. */
  id: number
  receipt: string
  standing: Standing | null
  /** How many events it has had on the agenda; the one at which somebody looks at it next, if any, and why not before. */
  order: number
  look: { order: number, at: Temporal.Instant } | null
  why: string
  /** The evidence that is there. */
  there: Set<Evidence>
  /** When each of its clocks will ring, as it is on the agenda. */
  rings: Map<number, number>
  tasks: number[]
  /** It was done and closed: what may break again has been thought of. */
  isDone: boolean
}

export interface Event extends Due {
  what: 'raise' | 'withdraw' | 'follow' | 'look' | 'answer' | 'rate' | 'ring' | 'reopen'
  of: Life
  /** Who does it, or which clock rings. */
  who?: Actor
  clock?: number
}

/** The whole of a run. */
export interface Quarter {
  seed: number
  /** How many matters are raised of themselves: those that come of others have higher numbers. */
  matters: number
  house: TestHouse
  /** Sees what is committed, act by act. */
  reader: Reader
  people: People
  calendar: Calendar
  agenda: Agenda<Event>
  lives: Life[]
  photo: Photo
  /** How often each act was done, and was refused with which words. */
  done: Map<string, number>
  refused: Map<string, number>
  /** Why a clock rang, by level. */
  causes: Map<string, number>
  wrong: string[]
}

/** Something that a worker does with a matter. */
export type Doing = (quarter: Quarter, life: Life, at: Temporal.Instant, actor: Actor) => Promise<void>

/** A matter to be. */
export function lifeOf(quarter: Quarter, number: number, given: Pick<Life, 'subject' | 'place' | 'raiser'> & Partial<Life>): Life {
  return {
    number, random: randomFrom(quarter.seed * 1_000_003 + number), followers: [], original: null, id: 0, receipt: '', standing: null,
    order: 0, look: null, why: 'nobody had looked yet', there: new Set(), rings: new Map(), tasks: [], isDone: false, ...given,
  }
}

/** Puts something on the agenda. */
export function plan(
  { agenda }: Quarter, life: Life, at: Temporal.Instant, what: Event['what'], more: Pick<Event, 'who' | 'clock'> = {},
): number {
  const order = ++life.order
  agenda.add({ at, time: at.epochMilliseconds, life: life.number, order, what, of: life, ...more })
  return order
}

/** Somebody looks at it then, and not when it was planned before. */
export function lookAt(quarter: Quarter, life: Life, at: Temporal.Instant, why: string): void {
  life.look = { at, order: plan(quarter, life, at, 'look') }
  life.why = why
}

/** So many working hours later, at a whole second: as the model's people work. */
export function working({ calendar }: Quarter, { random }: Life, from: Temporal.Instant, hours: Hours, times = 1): Temporal.Instant {
  return after(calendar, from, between(random, hours, times))
}

/** So many hours later, at any hour of the day. */
export function plainly({ random }: Life, from: Temporal.Instant, hours: Hours): Temporal.Instant {
  return from.add({ milliseconds: between(random, hours, 1) })
}

function between(random: Random, [from, to]: Hours, times: number): number {
  return random.between(Math.round(from * 3600 * times), Math.round(to * 3600 * times)) * 1000
}

/** Carries an act on a matter out at a simulated moment, then looks how the matter stands. Null when it was refused. */
export async function act<Schema extends z.ZodType, Subject, A extends Answer>(
  quarter: Quarter, life: Life, at: Temporal.Instant, action: Action<Actor, Schema, Subject, A>, who: Actor, input: Record<string, unknown> = {},
): Promise<A | null> {
  const answer = await attempt(quarter, at, action, who, { id: life.id, ...input })
  if (answer) await see(quarter, life, action.name)
  return answer
}

/** Carries any act out at a simulated moment; null when it was refused. */
export async function attempt<Schema extends z.ZodType, Subject, A extends Answer>(
  { house: { house }, done, refused }: Quarter, at: Temporal.Instant, action: Action<Actor, Schema, Subject, A>, who: Actor, input: Record<string, unknown>,
): Promise<A | null> {
  try {
    const answer = await perform(house.database, { ...house.means, now: at }, action, who, input)
    count(done, action.name)
    return answer
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    count(refused, `${action.name}: ${problem.message}`)
    return null
  }
}

/** Looks how a matter stands after an act, and whether it may. */
export async function see({ reader, calendar, wrong }: Quarter, life: Life, action: string): Promise<void> {
  const before = life.standing
  const found = await standings(reader, [life.id])
  const standing = found.get(life.id)
  if (!standing) throw new Error(`matter ${life.id} is gone`)
  life.standing = standing
  wrong.push(...unlawful(standing, calendar).map(what => `${action}: ${what}`), ...before ? unlawfulChange(before, standing, action) : [])
}

/** One more of these. */
export function count(counts: Map<string, number>, what: string, more = 1): void {
  counts.set(what, (counts.get(what) ?? 0) + more)
}
