// 值班: who keeps the rosters of a team, who belongs to it, and what cannot be done any more. Pure.
import { listed, type Said } from '#kit/phrase.ts'
import { holdersOf, holds, signedOut, type Actor } from '#modules/people/public.ts'
import { dutyText } from '#text/duty.ts'
import { postText, rightText } from '#text/people.ts'

/** The kinds of organisation that have rosters. */
export const TEAMS = ['grid', 'team'] as const

/** A team as its rights look at it; `part_of`: the team whose squad it is. */
export interface Team {
  readonly organisation_id: number
  readonly part_of: number | null
}

/** Somebody's turn. */
export interface Turn extends Team {
  readonly person_id: number
  readonly from_at: Temporal.Instant
  readonly until_at: Temporal.Instant
  readonly called_off_at: Temporal.Instant | null
}

/** How long after his turn somebody may still write what he hands over. */
const LATE = { hours: 12 }

/** How long before his own turn the next one may read it. */
export const EARLY = { hours: 1 }

/** Whether the actor keeps this team's rosters: the secretary all of them, a leader those of his team and its squads. */
export function keeps(actor: Actor, team: Team): boolean {
  return actor.posts.some(post => post.kind === 'secretary'
    || ((post.kind === 'grid_leader' || post.kind === 'team_leader') && (post.organisation_id === team.organisation_id || post.organisation_id === team.part_of)))
}

/** Whether the actor holds a post in this team today. */
export function belongsTo(actor: Actor, team: Pick<Team, 'organisation_id'>): boolean {
  return actor.posts.some(post => post.organisation_id === team.organisation_id)
}

/** Why the actor may not keep this team's rosters, or (without a team) none at all; null where he may. */
export function mayNotKeep(actor: Actor, team?: Team): Said | null {
  const out = signedOut(actor)
  if (out) return out
  if (!holds(actor, 'keep duty')) return lang => rightText(lang).only(listed(lang, holdersOf('keep duty').map(post => postText(lang)[post])))
  return team === undefined || keeps(actor, team) ? null : lang => dutyText(lang).notYours
}

/** Why the actor may not give this turn away, or null: it must be his, and not have begun. */
export function mayNotLeave(actor: Actor, turn: Turn, now: Temporal.Instant): Said | null {
  const out = signedOut(actor)
  if (out) return out
  if (turn.person_id !== actor.personId) return lang => dutyText(lang).notYourTurn
  return mayNotChange(turn, now)
}

/** Why nobody can change this turn any more, or null. */
export function mayNotChange({ from_at, called_off_at }: Pick<Turn, 'from_at' | 'called_off_at'>, now: Temporal.Instant): Said | null {
  if (called_off_at !== null) return lang => dutyText(lang).noTurn
  return Temporal.Instant.compare(from_at, now) <= 0 ? lang => dutyText(lang).begun : null
}

/** Why the actor may not write the hand-over note of this turn, or null. */
export function mayNotWriteNote(actor: Actor, turn: Turn & { read_at: Temporal.Instant | null }, now: Temporal.Instant): Said | null {
  const out = signedOut(actor)
  if (out) return out
  if (turn.person_id !== actor.personId || turn.called_off_at !== null) return lang => dutyText(lang).notYourTurn
  if (Temporal.Instant.compare(now, turn.from_at) < 0) return lang => dutyText(lang).noteTooEarly
  if (Temporal.Instant.compare(now, turn.until_at.add(LATE)) > 0) return lang => dutyText(lang).noteTooLate
  return turn.read_at === null ? null : lang => dutyText(lang).noteRead
}
