// A place: a node of the tree estate → building → entrance → home, or a thing in it. Pure.
import type { PlaceKind } from '#db/tables.ts'
import type { Said } from '#kit/phrase.ts'
import { placeText } from '#text/places.ts'

/** A place with the nodes above it; what rights and filters look at. */
export interface Place {
  id: number
  kind: PlaceKind
  name: string
  /** The whole place in words: 榕荫里 3号楼 2单元. */
  label: string
  code: string
  parent_id: number | null
  estate_id: number | null
  building_id: number | null
  entrance_id: number | null
}

/** What may stand directly in what. */
export const CHILDREN = {
  estate: ['building', 'thing'],
  building: ['entrance', 'home', 'thing'],
  entrance: ['home', 'thing'],
  home: ['thing'],
  thing: [],
} as const satisfies Record<PlaceKind, readonly PlaceKind[]>

/** The ids of the place and of everything that it lies in, nearest first. */
export function lineage(place: Pick<Place, 'id' | 'estate_id' | 'building_id' | 'entrance_id' | 'parent_id'>): number[] {
  return [...new Set([place.id, place.parent_id, place.entrance_id, place.building_id, place.estate_id].filter(id => id !== null))]
}

/** The estate of a place, which for an estate is itself. */
export function estateOf(place: Pick<Place, 'id' | 'kind' | 'estate_id'>): number {
  return place.kind === 'estate' ? place.id : place.estate_id ?? place.id
}

/** The building of a place, which for a building is itself; null outside any building. */
export function buildingOf(place: Pick<Place, 'id' | 'kind' | 'building_id'>): number | null {
  return place.kind === 'building' ? place.id : place.building_id
}

/** The kind in people's words. */
export function kindWord(kind: PlaceKind): Said {
  return lang => placeText(lang)[kind]
}

/** The label of a child: the parent's, then its own name. */
export function labelUnder(parent: Pick<Place, 'label'> | null, name: string): string {
  return parent ? `${parent.label} ${name}` : name
}
