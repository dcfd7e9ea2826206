// How a tale of the demo is told: who does what, so many days ago, at which time of the day.
import type { Action, Answer } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import type { Photo } from '#kit/photos.ts'
import type { Actor } from '#modules/people/public.ts'
import type { z } from 'zod'
import type { CastKey } from '../cast.ts'
import type { PictureName } from '../pictures.ts'

type Somebody = Exclude<CastKey, 'elder' | 'elsewhere'>

/** A tale yields the time to which it has come; what follows happens then. */
export type Tale = AsyncGenerator<Temporal.Instant, void, void>

/** What a tale may use. */
export interface Teller {
  by(who: Somebody): Promise<Hand>
  /** So many days ago, at this time of the day. */
  at(daysAgo: number, time: string): Temporal.Instant
  place(label: string): number
  /** A date; negative days lie ahead. */
  date(daysAgo: number): string
  secret(subject: string): string
  /** Somebody of the roster by the number of the person; nobody (the clock) for null. */
  person(id: number | null): Hand
  /** The same with his homes, where it matters that he owns one. */
  neighbour(id: number): Promise<Hand>
  /** What the tale must look up to go on. */
  look<T>(ask: (db: Reader) => Promise<T>): Promise<T>
  /** The case in which a note waits for a look. */
  caseOf(note: number): Promise<number>
}

/** Somebody of the cast, at the time to which the tale has come. */
export interface Hand {
  does<Schema extends z.ZodType, Subject, A extends Answer>(action: Action<Actor, Schema, Subject, A>, input: Record<string, unknown>): Promise<A>
  photo(name: PictureName): Promise<string>
  /** The same as proof: the picture itself. */
  proof(name: PictureName): Promise<Photo>
  actor: Actor
}
