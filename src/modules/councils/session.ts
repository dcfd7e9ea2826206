// 会议: how a session stands, and who may not do what at it, and why. Pure.
import type { SessionKind } from '#db/tables.ts'
import type { Said } from '#kit/phrase.ts'
import { mayNotConvene, type Reach } from '#modules/councils/council.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

/** A session as the rules see it. `council` is what it belongs to; `own`: the actor's seats there, his own or his organisations'. */
export interface Session {
  readonly id: number
  readonly kind: SessionKind
  readonly convener_id: number
  readonly keeper_id: number | null
  readonly begins_at: Temporal.Instant
  readonly opened_at: Temporal.Instant | null
  readonly ended_at: Temporal.Instant | null
  readonly cancelled_at: Temporal.Instant | null
  readonly sealed_at: Temporal.Instant | null
  readonly council: Reach
}

/** called: yet to come; open: going on; ended: over; sealed: its minutes stand. */
export type Stand = 'called' | 'open' | 'ended' | 'sealed' | 'cancelled'

/** How it stands. */
export function standOf({ opened_at, ended_at, cancelled_at, sealed_at }: Pick<Session, 'opened_at' | 'ended_at' | 'cancelled_at' | 'sealed_at'>): Stand {
  if (cancelled_at) return 'cancelled'
  if (sealed_at) return 'sealed'
  return ended_at ? 'ended' : opened_at ? 'open' : 'called'
}

/** Whether only those invited know of it. */
export function isPrivate({ kind }: Pick<Session, 'kind'>): boolean {
  return kind === 'mediation'
}

/** Whether the actor runs it: whoever convened it; where it is public, also whoever may convene its council. */
export function runs(actor: Actor, session: Pick<Session, 'kind' | 'convener_id' | 'council'>): boolean {
  return actor.personId !== null && (actor.personId === session.convener_id || (!isPrivate(session) && mayNotConvene(actor, session.council) === null))
}

/** Whether the actor keeps its minutes: whoever runs it, and the keeper. */
export function keeps(actor: Actor, session: Pick<Session, 'kind' | 'convener_id' | 'council' | 'keeper_id'>): boolean {
  return runs(actor, session) || (actor.personId !== null && actor.personId === session.keeper_id)
}

const stands = (session: Session, ...which: Stand[]): Said | null => {
  const stand = standOf(session)
  return which.includes(stand) ? null : lang => sessionText(lang)[`is_${stand}`]
}
const running = (actor: Actor, session: Session): Said | null =>
  signedOut(actor) ?? (runs(actor, session) ? null : lang => sessionText(lang).whoRuns)
const keeping = (actor: Actor, session: Session): Said | null =>
  signedOut(actor) ?? (keeps(actor, session) ? null : lang => sessionText(lang).whoKeeps)

/** Why the actor may not, by what he wants to do; null where he may. */
export const mayNot = {
  /** Move it, call it off, change what it is about. */
  prepare: (actor: Actor, session: Session) => running(actor, session) ?? stands(session, 'called'),
  /** Invite, and change the agenda: also while it goes on. */
  invite: (actor: Actor, session: Session) => running(actor, session) ?? stands(session, 'called', 'open'),
  open: (actor: Actor, session: Session) => keeping(actor, session) ?? stands(session, 'called'),
  /** Give somebody the floor, answer questions, end it. */
  lead: (actor: Actor, session: Session) => keeping(actor, session) ?? stands(session, 'open'),
  /** Write minutes, tasks and points, tick who came: until the minutes are sealed. */
  keep: (actor: Actor, session: Session) => keeping(actor, session) ?? stands(session, 'open', 'ended'),
  seal: (actor: Actor, session: Session) => running(actor, session) ?? stands(session, 'ended'),
  /** Add to sealed minutes, record a signature on paper. */
  add: (actor: Actor, session: Session) => keeping(actor, session) ?? stands(session, 'sealed'),
  /** Say whether one comes. */
  answer: (actor: Actor, session: Session) => signedOut(actor) ?? stands(session, 'called', 'open'),
  /** Be there, and ask to speak. */
  takePart: (actor: Actor, session: Session) => signedOut(actor) ?? stands(session, 'open'),
  /** Ask a question, also beforehand. */
  ask: (actor: Actor, session: Session) => signedOut(actor) ?? stands(session, 'called', 'open'),
  sign: (actor: Actor, session: Session) => signedOut(actor) ?? stands(session, 'sealed'),
} as const

/** What is printed at the door is made from this; only whoever is there can know it. */
export function hereSubject(community: number, sessionId: number): string {
  return `council ${community} ${sessionId}`
}
