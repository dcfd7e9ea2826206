// Somebody at a post: when he may sign up, come and go, and how long he served. Pure.
import type { Said } from '#kit/phrase.ts'
import { settled, type Activity } from '#modules/activities/activity.ts'
import { say } from '#modules/activities/fields.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'

/** How long before a post begins one can check in. */
const EARLY = { minutes: 60 }

/** When a post is. */
export interface Span {
  readonly from_at: Temporal.Instant
  readonly until_at: Temporal.Instant
}

/** Somebody's place at a post, or his wait for one. */
export interface Helper extends Span {
  readonly id: number
  readonly waiting: boolean
  readonly arrived_at: Temporal.Instant | null
  readonly gone_at: Temporal.Instant | null
  /** As the organiser says; null: from check-in to check-out, within the post. */
  readonly minutes: number | null
}

/** Why nobody can sign up for this post any more, or not who did already; null otherwise. */
export function mayNotSignUp(actor: Actor, activity: Activity, post: Span, own: Helper | undefined, now: Temporal.Instant): Said | null {
  const out = signedOut(actor) ?? settled(activity)
  if (out) return out
  if (activity.kind === 'patrol' && !actor.posts.some(one => one.organisation_id === activity.organisation_id)) return say('squadOnly')
  if (Temporal.Instant.compare(now, post.until_at) >= 0) return say('postOver')
  return own ? say('signedAlready') : null
}

/** Why somebody cannot sign off, or null: until he has come. */
export function mayNotSignOff(actor: Actor, activity: Activity, own: Helper | undefined): Said | null {
  return signedOut(actor) ?? settled(activity) ?? (own ? null : say('notSigned')) ?? (own?.arrived_at ? say('hereAlready') : null)
}

/** Why somebody cannot check in, or null. */
export function mayNotArrive(actor: Actor, activity: Activity, own: Helper | undefined, now: Temporal.Instant): Said | null {
  const out = signedOut(actor) ?? settled(activity)
  if (out) return out
  if (!own) return say('notSigned')
  if (own.waiting) return say('stillWaiting')
  if (own.arrived_at) return own.gone_at ? say('goneAlready') : say('hereAlready')
  if (Temporal.Instant.compare(now, own.from_at.subtract(EARLY)) < 0) return say('tooEarly')
  return Temporal.Instant.compare(now, own.until_at) >= 0 ? say('postOver') : null
}

/** Why somebody cannot check out, or null. */
export function mayNotGo(actor: Actor, activity: Activity, own: Helper | undefined): Said | null {
  return signedOut(actor) ?? settled(activity) ?? (own ? null : say('notSigned'))
    ?? (own?.arrived_at ? null : say('notArrived')) ?? (own?.gone_at ? say('goneAlready') : null)
}

/** Of somebody's places the one that check-in and check-out mean: where he is, else the next that is not over. */
export function placeMeant<Place extends Helper>(own: readonly Place[], now: Temporal.Instant): Place | undefined {
  const inOrder = own.toSorted((a, b) => Number(a.waiting) - Number(b.waiting) || Temporal.Instant.compare(a.from_at, b.from_at))
  return inOrder.find(one => one.arrived_at !== null && one.gone_at === null)
    ?? inOrder.find(one => one.arrived_at === null && Temporal.Instant.compare(now, one.until_at) < 0) ?? inOrder.at(-1)
}

/** What was served: from when until when, how many whole minutes, and whether both ends were checked. */
export interface Served {
  readonly began: Temporal.Instant
  readonly ended: Temporal.Instant
  readonly minutes: number
  readonly checked: boolean
}

/** What somebody served; null where he did not come, or where nobody knows when he left. */
export function servedBy({ arrived_at, gone_at, from_at, until_at, minutes }: Helper): Served | null {
  if (arrived_at === null) return null
  if (minutes !== null) return { began: arrived_at, ended: gone_at ?? arrived_at.add({ minutes }), minutes, checked: gone_at !== null }
  if (gone_at === null) return null
  const began = later(arrived_at, from_at)
  const ended = later(began, earlier(gone_at, until_at))
  return { began, ended, minutes: minutesBetween(began, ended), checked: true }
}

/** Whole minutes between two moments. */
export function minutesBetween(from: Temporal.Instant, until: Temporal.Instant): number {
  return Math.max(0, Math.floor((until.epochMilliseconds - from.epochMilliseconds) / 60_000))
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) > 0 ? a : b
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? a : b
}
