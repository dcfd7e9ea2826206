// A volunteer, a team, and who may do what with them. Pure.
import type { VolunteerAge } from '#db/tables.ts'
import type { Said } from '#kit/phrase.ts'
import { holds, lacks, signedOut, type Actor } from '#modules/people/public.ts'
import { say } from '#modules/volunteers/fields.ts'
import { RISKY } from '#modules/volunteers/skills.ts'

/** How old somebody says he is: 18 or older, 16 or 17, 14 or 15. Whoever is younger comes with his parents and is not registered (PIPL 28, 31). */
export const AGES = ['adult', 'youth', 'junior'] as const satisfies readonly VolunteerAge[]

/** A volunteer as the rules see him. */
export interface Volunteer {
  readonly id: number
  readonly person_id: number
  readonly age: VolunteerAge
  readonly guardian_id: number | null
  readonly guardian_agreed_at: Temporal.Instant | null
  readonly left_at: Temporal.Instant | null
  /** The teams in which he serves, and the teams whose squads these are. */
  readonly teams: readonly number[]
}

/** A team or squad as the rules see it. */
export interface Team {
  readonly id: number
  readonly part_of: number | null
}

/** Whether a minor still waits for his guardian. */
export function waitsForGuardian({ age, guardian_agreed_at }: Pick<Volunteer, 'age' | 'guardian_agreed_at'>): boolean {
  return age !== 'adult' && guardian_agreed_at === null
}

/** Whether the actor leads the team, or the team that it is a squad of. */
export function leadsTeam(actor: Actor, team: Team): boolean {
  return actor.posts.some(post => post.kind === 'team_leader' && (post.organisation_id === team.id || post.organisation_id === team.part_of))
}

/** Whether somebody of this age may be asked when a neighbour calls for help: never below 16, below 18 once his guardian agreed. */
export function mayBeAsked(volunteer: Pick<Volunteer, 'age' | 'guardian_agreed_at'>): boolean {
  return volunteer.age !== 'junior' && !waitsForGuardian(volunteer)
}

/** Why the actor may not lead this team, or null: its leader, the leader of the team above, and the secretary may. */
export function mayNotLead(actor: Actor, team: Team): Said | null {
  return signedOut(actor) ?? (isSecretary(actor) || leadsTeam(actor, team) ? null : say('onlyLeader'))
}

/** Why the actor may not check this volunteer, or null: a secretary may, and whoever leads a team of his; nobody checks himself. */
export function mayNotCheck(actor: Actor, volunteer: Pick<Volunteer, 'person_id' | 'teams'>): Said | null {
  const out = lacks(actor, 'check volunteers', null)
  if (out) return out
  if (volunteer.person_id === actor.personId) return say('notYourself')
  return isSecretary(actor) || actor.posts.some(post => post.kind === 'team_leader' && volunteer.teams.includes(post.organisation_id)) ? null : say('notYourTeam')
}

/** Whether the actor checks volunteers at all. */
export function checksVolunteers(actor: Actor): boolean {
  return holds(actor, 'check volunteers')
}

/** Whether the actor is a secretary of the whole community. */
export function isSecretary(actor: Actor): boolean {
  return actor.posts.some(post => post.kind === 'secretary' && post.places === null)
}

/** Why somebody who joined no volunteers may not, or null. */
export function mayNotAsVolunteer(actor: Actor, volunteer: object | null): Said | null {
  return signedOut(actor) ?? (volunteer ? null : say('joinFirst'))
}

/** Why somebody may not put up a photo of himself, or null: nobody below 18 does (PIPL 31; a face is told to strangers). */
export function mayNotShowPhoto(actor: Actor, volunteer: Pick<Volunteer, 'age'> | null): Said | null {
  return mayNotAsVolunteer(actor, volunteer) ?? (volunteer?.age === 'adult' ? null : say('photoAdultsOnly'))
}

/** What may be risky: a skill by its key, or an activity that says so. */
export type Work = string | { readonly risky: boolean }

/** Why somebody may not do this work on a day (2026-11-22): risky work needs an accident insurance that runs (Volunteer Service Regulation 17). */
export function mayDoRisky(work: Work, policies: readonly { since: string, until: string }[], day: string): Said | null {
  const risky = typeof work === 'string' ? RISKY.some(skill => skill === work) : work.risky
  return !risky || policies.some(({ since, until }) => since <= day && day <= until) ? null : say('notInsured')
}
