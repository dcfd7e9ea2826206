// 议事会: where parties sit together; whose it is, and who may convene it. Pure.
import type { SeatParty, SessionKind } from '#db/tables.ts'
import type { Said } from '#kit/phrase.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { councilText } from '#text/councils.ts'

/** The parties in the order in which they are read out (S1-04). */
export const PARTIES = ['branch', 'owners_committee', 'property', 'residents', 'grid', 'partner', 'concerned', 'street'] as const satisfies readonly SeatParty[]

/** Parties whose coming is no part of the quorum: guests, and those whose matter it is. */
export const GUESTS: ReadonlySet<SeatParty> = new Set(['concerned', 'street'])

/** What a session is for (S4-20), and sessions that only listen (S3-15). */
export const KINDS = ['public_interest', 'action_plan', 'mediation', 'listening'] as const satisfies readonly SessionKind[]

/** Posts that convene: each the councils of the places that the post covers. */
export const CONVENERS = ['secretary', 'committee_chair', 'grid_leader'] as const

/** What a rule must know of a council: what it covers, null for the whole community, and who is in charge. */
export interface Reach {
  readonly places: readonly number[] | null
  readonly convener_id: number
}

/** Why the actor may not found a council that covers these places, or null. */
export function mayNotFound(actor: Actor, places: Reach['places']): Said | null {
  return signedOut(actor) ?? (reaches(actor, places) ? null : lang => councilText(lang).whoConvenes)
}

/** Why the actor may found a council nowhere, or null: what exactly it covers is asked when it is founded. */
export function mayNotFoundAny(actor: Actor): Said | null {
  return signedOut(actor) ?? (actor.posts.some(post => reaches(actor, post.places)) ? null : lang => councilText(lang).whoConvenes)
}

/** Why the actor may not convene a session or change the council, or null. */
export function mayNotConvene(actor: Actor, { places, convener_id }: Reach): Said | null {
  return signedOut(actor) ?? (actor.personId === convener_id || reaches(actor, places) ? null : lang => councilText(lang).whoConvenes)
}

function reaches(actor: Actor, places: Reach['places']): boolean {
  return actor.posts.some(post => CONVENERS.some(kind => kind === post.kind)
    && (post.places === null || (places !== null && places.some(place => post.places?.includes(place)))))
}
