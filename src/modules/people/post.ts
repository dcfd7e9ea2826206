// A post: a person's role in an organisation, over a place, a grid or the whole community. The only source of rights. Pure.
import type { OrganisationKind } from '#db/tables.ts'
import type { Actor } from '#modules/people/actor.ts'
import { lineage } from '#modules/places/public.ts'

/** Every post, and the organisations in which it can be held. */
export const POSTS = {
  secretary: ['party_branch', 'residents_committee'],
  branch_member: ['party_branch'],
  street_officer: ['street_office'],
  grid_leader: ['grid'],
  grid_worker: ['grid'],
  micro_grid_member: ['grid'],
  stairwell_head: ['residents_committee', 'grid'],
  committee_chair: ['owners_committee'],
  committee_member: ['owners_committee'],
  property_manager: ['property_company'],
  property_staff: ['property_company'],
  team_leader: ['team'],
  volunteer: ['team'],
  volunteer_doctor: ['team'],
  partner_contact: ['partner_unit'],
} as const satisfies Record<string, readonly OrganisationKind[]>

export type PostKind = keyof typeof POSTS

/** What needs a post, and which posts give it. */
const RIGHTS = {
  'import roster': ['secretary'],
  'appoint': ['secretary'],
  'invite': ['secretary', 'grid_leader', 'grid_worker', 'stairwell_head'],
  'register person': ['secretary', 'grid_leader', 'grid_worker', 'stairwell_head'],
  'record mandate': ['secretary', 'grid_leader', 'grid_worker', 'stairwell_head'],
  'print codes': ['secretary', 'grid_leader', 'grid_worker', 'property_manager', 'property_staff'],
  'read outbox': ['secretary'],
  'unmask': ['secretary', 'grid_leader', 'grid_worker'],
  'break glass': ['grid_leader', 'grid_worker', 'micro_grid_member', 'stairwell_head', 'property_manager', 'property_staff', 'volunteer_doctor'],
  'see openings': ['secretary', 'street_officer'],
  'judge opening': ['secretary'],
  'see roster': ['secretary', 'grid_leader', 'grid_worker', 'stairwell_head'],
  'enter for others': ['secretary', 'grid_leader', 'grid_worker', 'micro_grid_member', 'stairwell_head', 'property_manager', 'property_staff'],
  'change method': ['secretary'],
  'take record': ['secretary', 'street_officer'],
  'moderate': ['secretary', 'branch_member', 'grid_leader'],
  'open conversation': ['secretary', 'branch_member', 'committee_chair', 'committee_member'],
  'keep decision': ['committee_chair', 'committee_member', 'secretary', 'street_officer'],
  'collect ballots': [
    'committee_chair', 'committee_member', 'secretary', 'street_officer', 'branch_member', 'grid_leader', 'grid_worker', 'stairwell_head',
  ],
  'relay calls': ['secretary', 'grid_leader', 'grid_worker', 'property_manager', 'property_staff'],
  'run activities': ['secretary', 'branch_member', 'team_leader', 'grid_leader', 'grid_worker'],
  'record hours': ['secretary', 'team_leader', 'grid_leader', 'grid_worker'],
  'approve hours': ['secretary', 'team_leader'],
  'set stars': ['secretary'],
  'keep duty': ['secretary', 'grid_leader', 'team_leader'],
  'see coverage': ['secretary', 'street_officer', 'grid_leader', 'grid_worker', 'micro_grid_member', 'stairwell_head', 'team_leader'],
  'see load': ['secretary'],
  'keep menu': ['secretary', 'team_leader'],
  'check volunteers': ['secretary', 'team_leader'],
  'move matter': ['secretary', 'grid_leader', 'grid_worker', 'property_manager', 'property_staff', 'committee_chair'],
} as const satisfies Record<string, readonly PostKind[]>

export type Right = keyof typeof RIGHTS

/** Whether one of the actor's posts gives the right, over this place (null: over the whole community; omitted: anywhere). */
export function holds(actor: Actor, right: Right, place?: Parameters<typeof lineage>[0] | null): boolean {
  const givers: readonly string[] = RIGHTS[right]
  return actor.posts.some(post => givers.includes(post.kind) && covers(post, place))
}

/** Whether the actor holds one of these posts over this place. */
export function holdsPost(actor: Actor, kinds: readonly string[], place: Parameters<typeof lineage>[0]): boolean {
  return actor.posts.some(post => kinds.includes(post.kind) && covers(post, place))
}

/** The places over which the actor has a right; null for the whole community, an empty list for nowhere. */
export function placesOf(actor: Actor, right: Right): readonly number[] | null {
  const givers: readonly string[] = RIGHTS[right]
  const giving = actor.posts.filter(post => givers.includes(post.kind))
  return giving.some(post => post.places === null) ? null : giving.flatMap(post => post.places ?? [])
}

/** The posts that give a right: for the sentence that says who may. */
export function holdersOf(right: Right): readonly PostKind[] {
  return RIGHTS[right]
}

/** The first of the actor's posts that gives a right, wherever; undefined for none. */
export function holderOf(actor: Actor, right: Right): string | undefined {
  const givers: readonly string[] = RIGHTS[right]
  return actor.posts.find(post => givers.includes(post.kind))?.kind
}

function covers(post: Actor['posts'][number], place: Parameters<typeof lineage>[0] | null | undefined): boolean {
  if (place === undefined) return true
  if (post.places === null) return true
  return place !== null && lineage(place).some(id => post.places?.includes(id))
}
