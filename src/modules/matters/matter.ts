// A matter: what is raised, its steps, and who stands in which relation to it. Pure.
import type { Standing, Step, Track } from '#db/tables.ts'
import type { Method } from '#modules/methods/public.ts'
import { holds, type Actor } from '#modules/people/public.ts'
import type { Place } from '#modules/places/public.ts'

/** What kind of trouble; a resident picks one with one tap. */
export const KINDS = ['broken', 'danger', 'dirty', 'noise', 'idea', 'other'] as const
export type Kind = (typeof KINDS)[number]

/** The columns of the board, in order. Deciding belongs to discussing until a ballot is held; closed matters leave the board. */
export const LANES = ['raise', 'discuss', 'coordinate', 'do', 'show', 'rate'] as const satisfies readonly Step[]

/** How long a raiser can take it back: ten minutes (MIIT 2021 No. 67: submissions reversible). */
export const SECOND_THOUGHTS = Temporal.Duration.from({ minutes: 10 })

/** What the rules look at. */
export interface Matter {
  id: number
  step: Step
  track: Track | null
  urgent: boolean
  step_since: Temporal.Instant
  raiser_id: number | null
  raised_at: Temporal.Instant
  withdrawn_at: Temporal.Instant | null
  standing: Standing
  private: boolean
  entered_by: number | null
  merged_into: number | null
  lead_id: number | null
  lead_organisation_id: number | null
  accepted_at: Temporal.Instant | null
  paused_at: Temporal.Instant | null
  pause_reason: string | null
  waits_for_resident: boolean
  place: Place
  /** Who works on it besides the lead. */
  handlers: readonly Handler[]
}

/** A person or a whole organisation. */
export interface Handler {
  person_id: number | null
  organisation_id: number | null
}

/** A matter with the version of the method under which it goes. */
export interface MatterUnderMethod extends Matter {
  method: Method
}

/** Whether the actor is the lead, works for the organisation that leads, or helps as one of the others. */
export function handles(actor: Actor, matter: Pick<Matter, 'lead_id' | 'lead_organisation_id' | 'handlers'>): boolean {
  const lead = { person_id: matter.lead_id, organisation_id: matter.lead_id === null ? matter.lead_organisation_id : null }
  return [lead, ...matter.handlers].some(handler => isOne(actor, handler))
}

/** Whether the actor is this person or, where only an organisation is named, holds a post in it. */
export function isOne(actor: Actor, { person_id, organisation_id }: Handler): boolean {
  if (person_id !== null) return actor.personId === person_id
  return organisation_id !== null && actor.posts.some(post => post.organisation_id === organisation_id)
}

/** Whether the actor sees what is said among those who handle it: they themselves, and whoever looks after the place. */
export function isInside(actor: Actor, matter: Pick<Matter, 'lead_id' | 'lead_organisation_id' | 'handlers' | 'place'>): boolean {
  return handles(actor, matter) || holds(actor, 'move matter', matter.place)
}

/** Whether everybody sees what is said about it, as far as it is looked at. */
export function isOpen({ private: isPrivate, place }: Pick<Matter, 'private' | 'place'>): boolean {
  return !isPrivate && place.kind !== 'home'
}

const TITLE = 18

/** The first clause of what was said, at most 18 characters: the heading until a worker gives a better one. */
export function titleOf(text: string): string {
  const clause = text.trim().split(/[。！？!?；;\n]/u)[0]?.trim() || text.trim()
  const characters = [...clause]
  return characters.length <= TITLE ? clause : `${characters.slice(0, TITLE - 1).join('')}…`
}

/** What a receipt is made from: only this installation can make it, and whoever holds it raised the matter. */
export function receiptSubject(community: number, matterId: number): string {
  return `matter ${community} ${matterId}`
}
