// The only way to change anything: check → find → refuse? → do → write down, in one transaction.
import type { z } from 'zod'
import type { Bell } from '#kit/bell.ts'
import { check } from '#kit/check.ts'
import type { Database, Reader, Writer } from '#kit/db.ts'
import { Conflict, Refused } from '#kit/errors.ts'
import type { FileStore } from '#kit/files.ts'
import { firstAnswer, writtenDown } from '#kit/journal.ts'
import type { Limits } from '#kit/limits.ts'
import type { Said } from '#kit/phrase.ts'
import type { Secrets } from '#kit/secrets.ts'
import { actionText } from '#text/action.ts'

/** Whoever acts, as far as the kit must know: in which community, as which person (null: somebody without an account). */
export interface Somebody {
  readonly community: number
  readonly personId: number | null
  /** The persons for whom this one may act today, by an open mandate. */
  readonly mayActFor: readonly number[]
}

/** Somebody recognised at the door but not looked up: that happens in the act's own transaction, so a right that has just ended is gone. */
export interface Caller<Actor extends Somebody> {
  readonly community: number
  readonly find: (db: Reader) => Promise<Actor>
}

/** What an action may use besides the database: things of this installation, and the time. */
export interface Means {
  readonly now: Temporal.Instant
  readonly secrets: Secrets
  readonly files: FileStore
  readonly bell: Bell
  readonly limits: Limits
  /** The network address that it comes from, for limits only; absent for what the house does itself, which is not limited. */
  readonly from?: string
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
  readonly facts?: Facts
}

/** Facts of an act, as JSON. */
export type Facts = Readonly<Record<string, Fact>>
type Fact = string | number | boolean | null | undefined | readonly Fact[] | { readonly [name: string]: Fact }

export interface Scene<Actor, Input, Subject> extends Means {
  readonly actor: Actor
  readonly input: Input
  readonly subject: Subject
  /** The person for whom it is done, where it is done for another: checked by `perform`. */
  readonly onBehalfOf: number | null
}

/** One act of the neighbourhood. `name` is its address in the API, its journal entry and its operation id. */
export interface Action<Actor extends Somebody, Schema extends z.ZodType, Subject, A extends Answer> {
  readonly name: `${string}.${string}`
  readonly summary: Said
  readonly input: Schema
  /** May be done for somebody who gave the actor a mandate. Whatever does not say so is done for oneself only. */
  readonly forOthers?: true
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

/**
 * How an act came in. `requestKey` (a UUID) makes a second send repeat the first answer; `requestPrint` stands for what was sent with it,
 * where the door can tell; `onBehalfOf` is whom it is done for.
 */
export interface Request {
  readonly requestKey?: string
  readonly requestPrint?: string
  readonly onBehalfOf?: number
}

/** Carries out an action. Throws Invalid, NotFound, Refused or Conflict; then nothing was changed. */
export async function perform<Actor extends Somebody, Schema extends z.ZodType, Subject, A extends Answer>(
  database: Database,
  means: Means,
  act: Action<Actor, Schema, Subject, A>,
  who: Actor | Caller<Actor>,
  rawInput: unknown,
  request: Request = {},
): Promise<A> {
  const input = check(act.input, rawInput)
  const onBehalfOf = request.onBehalfOf ?? null
  try {
    const { done } = await database.change(who.community, async db => {
      const actor = await found(db, who)
      if (onBehalfOf !== null) mandated(act, actor, onBehalfOf)
      const subject = await act.subject(db, input, actor, means)
      const reason = act.refuse(actor, subject, means.now)
      if (reason) throw new Refused(reason)
      return { actor, done: await act.run(db, { ...means, actor, input, subject, onBehalfOf }) }
    }, ({ actor, done }) => writtenDown(who.community, { action: act.name, at: means.now, personId: actor.personId, ...request, ...done }))
    means.bell.ring(who.community, done.subject)
    return done.answer
  } catch (problem) {
    return repeated(database, act, who, request, problem)
  }
}

async function found<Actor extends Somebody>(db: Reader, who: Actor | Caller<Actor>): Promise<Actor> {
  return 'find' in who ? who.find(db) : who
}

// Here and nowhere else, so that no action can forget it.
function mandated(act: { forOthers?: true }, actor: Somebody, principal: number): void {
  if (!act.forOthers) throw new Refused(lang => actionText(lang).notForOthers)
  if (!actor.mayActFor.includes(principal)) throw new Refused(lang => actionText(lang).noMandate)
}

/** A second send may fail in any way that the first one did not (already closed, already there): it gets the first answer all the same. */
async function repeated<A extends Answer>(
  database: Database,
  act: { name: string },
  who: Somebody | Caller<Somebody>,
  { requestKey, requestPrint }: Request,
  problem: unknown,
): Promise<A> {
  if (!requestKey) throw problem
  const { first, actor } = await database.look(who.community, async db => (
    { first: await firstAnswer(db, requestKey), actor: await found(db, who) }
  ))
  if (!first) throw problem
  const sameSent = !requestPrint || !first.request_print || requestPrint === first.request_print
  if (first.action !== act.name || first.person_id !== actor.personId || !sameSent) throw new Conflict(lang => actionText(lang).keyUsed)
  // What this very action wrote there.
  return first.answer as A
}
