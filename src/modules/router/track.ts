// The ways a matter can go, what it can be about, and whose post it is to handle it. Pure.
import type { PlaceKind, Track } from '#db/tables.ts'
import type { PostKind } from '#modules/people/public.ts'

/** What a matter is about, as a community's workers sort it. */
export const CATEGORIES = [
  'lift', 'water', 'power', 'hygiene', 'parking', 'noise', 'leak', 'space', 'building', 'property', 'owners', 'care', 'pets', 'activity', 'other',
] as const
export type Category = (typeof CATEGORIES)[number]

const HANDLERS: Record<Track, readonly PostKind[]> = {
  hazard: ['property_staff', 'property_manager', 'grid_worker'],
  help: ['volunteer', 'team_leader', 'stairwell_head'],
  mediation: ['grid_worker', 'stairwell_head', 'grid_leader'],
  council: ['grid_leader', 'committee_chair', 'secretary'],
  owners: ['committee_chair', 'property_manager', 'secretary'],
  activity: ['team_leader', 'partner_contact', 'secretary'],
}

/** The posts that would handle it, the first one first. Inside a home the grid worker comes before the property company. */
export function handlerOf(track: Track, placeKind: PlaceKind): readonly PostKind[] {
  return track === 'hazard' && placeKind === 'home' ? ['grid_worker', 'property_staff'] : HANDLERS[track]
}
