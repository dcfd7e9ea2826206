// The only way to change anything: check → find → refuse? → do → write down, in one transaction.
import type { z } from 'zod'
import type { Bell } from '#kit/bell.ts'
import { check } from '#kit/check.ts'
import type { Database, Reader, Writer } from '#kit/db.ts'
import { Conflict, Refused } from '#kit/errors.ts'
import type { FileStore } from '#kit/files.ts'
import { firstAnswer, writtenDown } from '#kit/journal.ts'
import type { Said } from '#kit/phrase.ts'
import type { Secrets } from '#kit/secrets.ts'
import { actionText } from '#text/action.ts'

/** Whoever acts, as far as the kit must know: in which community, as which person (null: somebody without an account). */
export interface Somebody {
  readonly community: number
  readonly personId: number | null
}

/** What an action may use besides the database: things of this installation, and the time. */
export interface Means {
  readonly now: Temporal.Instant
  readonly secrets: Secrets
  readonly files: FileStore
  readonly bell: Bell
}

/** What an action answers: the id of its subject, and what else its caller must know. Stored in the journal. */
export interface Answer {
  readonly id: number
  readonly [more: string]: string | number | boolean | null
}

/** What goes into the journal: never what a person wrote. */
export interface Done<A extends Answer> {
  /** As in the address bar: matters/83. */
  readonly subject: string
  readonly answer: A
  readonly facts?: Readonly<Record<string, string | number | boolean | null | readonly (string | number)[]>>
}

export interface Scene<Actor, Input, Subject> extends Means {
  readonly actor: Actor
  readonly input: Input
  readonly subject: Subject
}

/** One act of the neighbourhood. `name` is its address in the API, its journal entry and its operation id. */
export interface Action<Actor extends Somebody, Schema extends z.ZodType, Subject, A extends Answer> {
  readonly name: `${string}.${string}`
  readonly summary: Said
  readonly input: Schema
  /** Finds what the act is about among what the actor can see, locked; throws NotFound. */
  readonly subject: (db: Reader, input: z.output<Schema>, actor: Actor, means: Means) => Promise<Subject>
  /** Why this actor may not do it, or null. Pure: the page asks it too, and greys the button with the reason. */
  readonly refuse: (actor: Actor, subject: Subject, now: Temporal.Instant) => Said | null
  readonly run: (db: Writer, scene: Scene<Actor, z.output<Schema>, Subject>) => Promise<Done<A>>
}

/** Declares an action; only gives the types their names. */
export function action<Actor extends Somebody, Schema extends z.ZodType, Subject, A extends Answer>(
  declared: Action<Actor, Schema, Subject, A>,
): Action<Actor, Schema, Subject, A> {
  return declared
}

/** How an act came in. `requestKey` (a UUID) makes a second send repeat the first answer; `onBehalfOf` is the person for whom it is done. */
export interface Request {
  readonly requestKey?: string
  readonly onBehalfOf?: number
}

/** Carries out an action. Throws Invalid, NotFound, Refused or Conflict; then nothing was changed. */
export async function perform<Actor extends Somebody, Schema extends z.ZodType, Subject, A extends Answer>(
  database: Database,
  means: Means,
  act: Action<Actor, Schema, Subject, A>,
  actor: Actor,
  rawInput: unknown,
  request: Request = {},
): Promise<A> {
  const input = check(act.input, rawInput)
  try {
    const done = await database.change(actor.community, async db => {
      const subject = await act.subject(db, input, actor, means)
      const reason = act.refuse(actor, subject, means.now)
      if (reason) throw new Refused(reason)
      return act.run(db, { ...means, actor, input, subject })
    }, outcome => writtenDown(actor.community, { action: act.name, at: means.now, personId: actor.personId, ...request, ...outcome }))
    means.bell.ring(actor.community, done.subject)
    return done.answer
  } catch (problem) {
    return repeated(database, act, actor, request, problem)
  }
}

/** A second send may fail in any way that the first one did not (already closed, already there): it gets the first answer all the same. */
async function repeated<A extends Answer>(
  database: Database,
  act: { name: string },
  actor: Somebody,
  { requestKey }: Request,
  problem: unknown,
): Promise<A> {
  if (!requestKey) throw problem
  const first = await database.look(actor.community, db => firstAnswer(db, requestKey))
  if (!first) throw problem
  if (first.action !== act.name || first.person_id !== actor.personId) throw new Conflict(lang => actionText(lang).keyUsed)
  return first.answer as unknown as A
}
