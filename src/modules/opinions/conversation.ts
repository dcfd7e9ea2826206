// A conversation: one wide question, short statements, and what everybody thinks of each. Always advice. Pure.
import type { StatementRefusal } from '#db/tables.ts'
import type { Opinion } from '#kit/opinion/votes.ts'
import type { Said } from '#kit/phrase.ts'
import { holds, lacks, signedOut, type Actor } from '#modules/people/public.ts'
import { closeText, judgeText, opinionText } from '#text/opinions.ts'

/** What may be said of a statement, by its number in the table of votes. */
export const OPINIONS = { agree: 1, disagree: -1, pass: 0 } as const satisfies Record<string, Opinion>

export type OpinionWord = keyof typeof OPINIONS

/** Why a statement is not shown. That somebody disagrees is no reason. */
export const REFUSALS = [
  'said_already', 'several_thoughts', 'off_topic', 'insult', 'privacy', 'advertising', 'unlawful',
] as const satisfies readonly StatementRefusal[]

/** Characters of a statement. */
export const SHORTEST = 4
export const LONGEST = 140

/** No more statements are taken: nobody could answer them. */
export const MOST_STATEMENTS = 1000

/** So many of one person may wait for a look at the same time. */
export const MOST_WAITING = 10

/** What the rules look at. */
export interface Conversation {
  readonly id: number
  readonly opened_by: number
  readonly closes_at: Temporal.Instant
  readonly ended_at: Temporal.Instant | null
}

/** Whether it takes votes and statements. */
export function isOpen({ closes_at, ended_at }: Pick<Conversation, 'closes_at' | 'ended_at'>, now: Temporal.Instant): boolean {
  return ended_at === null && Temporal.Instant.compare(now, closes_at) < 0
}

/** Why the actor may not open one, or null. It asks everybody, so it matters not over which place a post is held. */
export function mayNotOpen(actor: Actor): Said | null {
  return holds(actor, 'open conversation') ? null : lacks(actor, 'open conversation', null)
}

/** Why the actor may not vote or add a statement, or null: whoever belongs here may, until the end. */
export function mayNotSpeak(actor: Actor, conversation: Conversation, now: Temporal.Instant): Said | null {
  return isOpen(conversation, now) ? signedOut(actor) : lang => opinionText(lang).over
}

/** Why the actor may not look statements over, or null. A conversation is everybody's, so whoever moderates anywhere here may. */
export function mayNotModerate(actor: Actor): Said | null {
  return holds(actor, 'moderate') ? null : lacks(actor, 'moderate', null)
}

/** Why the actor may not judge this statement, or null. */
export function mayNotJudge(actor: Actor, { standing, author_id }: { standing: string, author_id: number | null }): Said | null {
  const why = mayNotModerate(actor)
  if (why) return why
  if (standing !== 'waiting') return lang => judgeText(lang).already
  return author_id === actor.personId ? lang => judgeText(lang).own : null
}

/** Why the actor may not end it before its time, or null. */
export function mayNotClose(actor: Actor, conversation: Conversation, now: Temporal.Instant): Said | null {
  const out = signedOut(actor)
  if (out) return out
  if (conversation.opened_by !== actor.personId && !actor.posts.some(post => post.kind === 'secretary')) return lang => closeText(lang).notYours
  return isOpen(conversation, now) ? null : lang => opinionText(lang).over
}
