// An action as the API offers it: its shape, its answer, and how it is called.
import { z } from 'zod'
import { perform, type Action, type Answer, type Caller, type Means, type Request } from '#kit/action.ts'
import type { Database } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import type { Actor } from '#modules/people/public.ts'
import { takingPhotoData, withPhotoDrawn } from './photo-data.ts'

/** An action whose own types no longer matter: the check is at its door. */
export interface Callable {
  readonly name: string
  readonly summary: Said
  readonly input: z.ZodType
  readonly answer: z.ZodType
  /** May be done for somebody who gave the caller a mandate. */
  readonly forOthers: boolean
  /** The longest body that is taken, in bytes. */
  readonly most: number
  call(database: Database, means: Means, who: Actor | Caller<Actor>, input: unknown, request: Request): Promise<Answer>
}

/** The longest body that most actions take, in bytes; and the longest that any does. */
export const SHORT = 256 * 1024
export const LONG = 20 * 1024 * 1024

/** A number of a row, or how many. */
export const id = z.int().nonnegative()
export const count = z.int().nonnegative()

// Whatever answers more than the number of its subject says here what: the compiler asks for it.
type More<A extends Answer> = { [Field in Exclude<keyof A, 'id'>]: z.ZodType<A[Field]> }
type Told<A extends Answer> = { id: number } extends A ? [more?: Record<never, never>, most?: number] : [more: More<A>, most?: number]

/** The action as the API offers it; `more` is what it answers besides the number of its subject. */
export function callable<Schema extends z.ZodType, Subject, A extends Answer>(act: Action<Actor, Schema, Subject, A>, ...[more, most = SHORT]: Told<A>): Callable {
  return {
    name: act.name,
    summary: act.summary,
    input: act.input,
    answer: z.strictObject({ id, ...more }),
    forOthers: act.forOthers === true,
    most,
    call: (database, means, who, input, request) => perform(database, means, act, who, input, request),
  }
}

/** The same for an action whose photo comes as data: it is drawn anew first. */
export function withPhoto(act: Callable): Callable {
  return {
    ...act, input: act.input instanceof z.ZodObject ? takingPhotoData(act.input) : act.input, most: LONG,
    call: async (database, means, who, input, request) => act.call(database, means, who, await withPhotoDrawn(database, who, input), request),
  }
}
