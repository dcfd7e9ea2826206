// Who may write hours down and who may approve them: never the same person, and nobody his own. Pure.
import type { Said } from '#kit/phrase.ts'
import { holdersOf, holds, signedOut, type Actor, type Right } from '#modules/people/public.ts'
import { listed } from '#kit/phrase.ts'
import { hoursText } from '#text/hours.ts'
import { postText, rightText } from '#text/people.ts'

/** Whose project it is: a team, a squad with the team that it is part of, or (null) the community itself. */
export interface Belongs {
  readonly organisation_id: number | null
  readonly part_of: number | null
}

/** What must be known of a serving. */
export interface ServingRules extends Belongs {
  readonly recorded_by: number | null
  readonly approved_at: Temporal.Instant | null
  readonly refused_at: Temporal.Instant | null
  /** Who served in it. */
  readonly people: readonly number[]
}

/** What must be known of somebody's wish that hours be corrected. */
export interface CorrectionRules extends Belongs {
  readonly asked_by: number
  readonly answered_at: Temporal.Instant | null
  readonly people: readonly number[]
}

/** Why the actor may not write down what was served in this project, or (undefined) in any. */
export function mayNotRecord(actor: Actor, project?: Belongs): Said | null {
  return lacksFor(actor, 'record hours', project)
}

/** Why the actor may not keep projects of this team (organisation_id null: of the community), or (undefined) of any. */
export function mayNotKeepProject(actor: Actor, project?: Belongs): Said | null {
  const reason = lacksFor(actor, 'approve hours', project)
  if (reason || project === undefined || project.organisation_id !== null) return reason
  return isSecretary(actor) ? null : lang => hoursText(lang).onlySecretary
}

/** Why the actor may not approve or refuse this serving, or (undefined) any. */
export function mayNotApprove(actor: Actor, serving?: ServingRules): Said | null {
  const reason = lacksFor(actor, 'approve hours', serving)
  if (reason || serving === undefined) return reason
  if (serving.approved_at !== null) return lang => hoursText(lang).approvedAlready
  if (serving.refused_at !== null) return lang => hoursText(lang).refusedAlready
  if (serving.recorded_by === actor.personId) return lang => hoursText(lang).ownRecord
  return isAmong(actor, serving.people) ? lang => hoursText(lang).ownHours : null
}

/** Why the actor may not mend a serving that is not approved yet. */
export function mayNotAmend(actor: Actor, serving: ServingRules): Said | null {
  return mayNotRecord(actor, serving) ?? (serving.approved_at !== null ? lang => hoursText(lang).approvedAlready : null)
}

/** Why the actor may not ask that the hours of this person be corrected: they must be approved, and his own or of what he organises. */
export function mayNotAskCorrection(actor: Actor, share: Belongs & { person_id: number, approved_at: Temporal.Instant | null, asked: boolean }): Said | null {
  const reason = signedOut(actor) ?? (share.person_id === actor.personId ? null : mayNotRecord(actor, share))
  if (reason) return reason
  if (share.approved_at === null) return lang => hoursText(lang).notApproved
  return share.asked ? lang => hoursText(lang).askedAlready : null
}

/** Why the actor may not answer it. */
export function mayNotAnswer(actor: Actor, correction: CorrectionRules): Said | null {
  const reason = lacksFor(actor, 'approve hours', correction)
  if (reason) return reason
  if (correction.answered_at !== null) return lang => hoursText(lang).answeredAlready
  if (correction.asked_by === actor.personId) return lang => hoursText(lang).ownWish
  return isAmong(actor, correction.people) ? lang => hoursText(lang).ownHours : null
}

/** Why the actor may not take the record of others out: of a team its leader may, of the whole community (organisation_id null) the secretary. */
export function mayNotExport(actor: Actor, whose: Belongs): Said | null {
  return mayNotKeepProject(actor, whose)
}

/** The teams whose servings the actor looks after, besides the community's own; null for all, undefined for none at all. */
export function teamsLookedAfter(actor: Actor): readonly number[] | null | undefined {
  if (mayNotRecord(actor) !== null) return undefined
  return isSecretary(actor) ? null : actor.posts.filter(post => post.kind === 'team_leader').map(post => post.organisation_id)
}

function lacksFor(actor: Actor, right: Right, what?: Belongs): Said | null {
  const out = signedOut(actor)
  if (out) return out
  if (!holds(actor, right)) return lang => rightText(lang).only(listed(lang, holdersOf(right).map(post => postText(lang)[post])))
  return what === undefined || looksAfter(actor, right, what) ? null : lang => hoursText(lang).otherTeam
}

// A team is its leader's; what is the community's own is everybody's who organises there.
function looksAfter(actor: Actor, right: Right, { organisation_id, part_of }: Belongs): boolean {
  if (organisation_id === null || isSecretary(actor)) return true
  return actor.posts.some(post => post.kind === 'team_leader' && holds({ ...actor, posts: [post] }, right)
    && (post.organisation_id === organisation_id || post.organisation_id === part_of))
}

function isSecretary(actor: Actor): boolean {
  return actor.posts.some(post => post.kind === 'secretary')
}

function isAmong(actor: Actor, people: readonly number[]): boolean {
  return actor.personId !== null && people.includes(actor.personId)
}
