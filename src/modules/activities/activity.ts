// An activity: how it stands, who runs it, and why somebody may not do something there. Pure.
import type { ActivityKind, StormLevel } from '#db/tables.ts'
import type { Lang, Said } from '#kit/phrase.ts'
import { say } from '#modules/activities/fields.ts'
import { holds, holdersOf, lacks, signedOut, type Actor } from '#modules/people/public.ts'
import { activitiesText } from '#text/activities.ts'
import { levelText, patrolText } from '#text/activities-patrol.ts'

/** What the rules look at. */
export interface Activity {
  readonly id: number
  readonly kind: ActivityKind
  readonly organisation_id: number
  readonly made_by: number
  readonly begins_at: Temporal.Instant
  readonly ends_at: Temporal.Instant
  readonly called_off_why: string | null
  readonly closed_at: Temporal.Instant | null
}

/** soon: not begun. on: now. over: ended, its hours not handed over. closed: they are. off: called off. */
export type Standing = 'soon' | 'on' | 'over' | 'closed' | 'off'

/** How an activity stands now. */
export function standingOf({ begins_at, ends_at, called_off_why, closed_at }: Omit<Activity, 'id'>, now: Temporal.Instant): Standing {
  if (called_off_why !== null) return 'off'
  if (closed_at !== null) return 'closed'
  if (Temporal.Instant.compare(now, begins_at) < 0) return 'soon'
  return Temporal.Instant.compare(now, ends_at) < 0 ? 'on' : 'over'
}

/** What it is called: a patrol by the level of its warning, in the reader's language. */
export function nameOfActivity(lang: Lang, { name, level }: { name: string, level: StormLevel | null }): string {
  return level === null ? name : patrolText(lang).name(levelText(lang)[level])
}

/** The actor's post by which he makes activities, the secretary's first; undefined for none. */
export function givingPost(actor: Actor) {
  const givers: readonly string[] = holdersOf('run activities')
  return actor.posts.filter(post => givers.includes(post.kind)).toSorted((a, b) => givers.indexOf(a.kind) - givers.indexOf(b.kind))[0]
}

/** Why the actor may not make an activity there (null: in the whole community; omitted: anywhere), or null. */
export function mayNotPlan(actor: Actor, place?: Parameters<typeof lacks>[2]): Said | null {
  if (place !== undefined) return lacks(actor, 'run activities', place)
  return holds(actor, 'run activities') ? null : lacks(actor, 'run activities', null)
}

/** Why the actor may not run it: it takes whoever made it, a leader of the organisation that holds it, or the secretary. */
export function mayNotRun(actor: Actor, activity: Pick<Activity, 'made_by' | 'organisation_id'>): Said | null {
  const givers: readonly string[] = holdersOf('run activities')
  const runs = actor.posts.some(({ kind, organisation_id }) => kind === 'secretary'
    || (givers.includes(kind) && (activity.made_by === actor.personId || organisation_id === activity.organisation_id)))
  return signedOut(actor) ?? (runs ? null : say('notYours'))
}

/** Why nothing about it changes any more, or null. */
export function settled({ called_off_why, closed_at }: Pick<Activity, 'called_off_why' | 'closed_at'>): Said | null {
  if (called_off_why !== null) return lang => activitiesText(lang).calledOff(called_off_why)
  return closed_at === null ? null : say('closed')
}

/** Why the actor may not prepare it any more, or null: until it ends. */
export function mayNotPrepare(actor: Actor, activity: Activity, now: Temporal.Instant): Said | null {
  return mayNotRun(actor, activity) ?? settled(activity) ?? (standingOf(activity, now) === 'over' ? say('over') : null)
}

/** Why the actor may not move it, or null: until it begins. */
export function mayNotMove(actor: Actor, activity: Activity, now: Temporal.Instant): Said | null {
  return mayNotPrepare(actor, activity, now) ?? (standingOf(activity, now) === 'on' ? say('begun') : null)
}

/** Why the actor may not say who was there and how long, or null: until it is closed. */
export function mayNotRecord(actor: Actor, activity: Activity): Said | null {
  return mayNotRun(actor, activity) ?? settled(activity)
}

/** Why the actor may not close it, or null: once it is over. */
export function mayNotClose(actor: Actor, activity: Activity, now: Temporal.Instant): Said | null {
  return mayNotRecord(actor, activity) ?? (standingOf(activity, now) === 'over' ? null : say('notOver'))
}
