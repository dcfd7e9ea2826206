// Makes the places that a list names, level by level; those that are there stay as they are.
import { chunks } from '#modules/places/chunks.ts'
import { newCode } from '#modules/places/code.ts'
import { positionOf } from '#modules/places/order.ts'
import { labelUnder } from '#modules/places/place.ts'
import type { Writer } from '#kit/db.ts'

/** A place by the names on the way to it; '' where there is none (a home may stand directly in its building). */
export interface Spot {
  estate: string
  building: string
  entrance: string
  home: string
}

export interface Settled {
  /** The id of the deepest place that the spot names; null when it names none. Throws for a spot that was not in the list. */
  idOf(spot: Spot): number | null
  /** The ids of the places that were made now. */
  added: ReadonlySet<number>
}

const LEVELS = ['estate', 'building', 'entrance', 'home'] as const
type Level = (typeof LEVELS)[number]

interface Node {
  id: number
  name: string
  label: string
  parent_id: number | null
  estate_id: number | null
  building_id: number | null
  entrance_id: number | null
}

/** Makes every place of these spots that is not there. The caller holds the community locked, so that nobody makes the same at once. */
export async function settlePlaces(db: Writer, spots: readonly Spot[]): Promise<Settled> {
  const there = await placesThere(db)
  const byPath = new Map<string, Node>()
  const added = new Set<number>()
  for (const level of LEVELS) {
    const missing = new Map<string, Omit<Node, 'id'>>()
    for (const [path, spot] of pathsOf(spots, level)) {
      const parent = parentOf(byPath, spot, level)
      const found = there.get(keyOf(level, parent?.id ?? null, spot[level]))
      if (found) byPath.set(path, found)
      else missing.set(path, nodeUnder(parent, spot[level]))
    }
    for (const [path, node] of await insertPlaces(db, level, missing)) {
      byPath.set(path, node)
      added.add(node.id)
    }
  }
  return { added, idOf: spot => deepest(byPath, spot) }
}

async function placesThere(db: Writer): Promise<Map<string, Node>> {
  const rows = await db.selectFrom('place')
    .select(['id', 'kind', 'name', 'label', 'parent_id', 'estate_id', 'building_id', 'entrance_id'])
    .where('community_id', '=', db.community).where('kind', '<>', 'thing').execute()
  return new Map(rows.map(row => [keyOf(row.kind, row.parent_id, row.name), row]))
}

function keyOf(kind: string, parent: number | null, name: string): string {
  return `${kind} ${parent} ${name}`
}

function pathsOf(spots: readonly Spot[], level: Level): Map<string, Spot> {
  return new Map(spots.filter(spot => spot[level] !== '').map(spot => [pathTo(spot, level), spot]))
}

// No name has a line break in it.
function pathTo(spot: Spot, level: Level): string {
  return LEVELS.slice(0, LEVELS.indexOf(level) + 1).map(each => spot[each]).join('\n')
}

function parentOf(byPath: Map<string, Node>, spot: Spot, level: Level): Node | null {
  const above = LEVELS.slice(0, LEVELS.indexOf(level)).findLast(each => spot[each] !== '')
  return above ? byPath.get(pathTo(spot, above)) ?? null : null
}

function nodeUnder(parent: Node | null, name: string): Omit<Node, 'id'> {
  const place = { name, label: labelUnder(parent, name), parent_id: parent?.id ?? null }
  const lies = { estate_id: parent?.estate_id ?? null, building_id: parent?.building_id ?? null, entrance_id: parent?.entrance_id ?? null }
  if (!parent) return { ...place, ...lies }
  if (parent.estate_id === null) return { ...place, ...lies, estate_id: parent.id }
  if (parent.building_id === null) return { ...place, ...lies, building_id: parent.id }
  return { ...place, ...lies, entrance_id: parent.id }
}

// A code that another place has already (one in 30^8) is refused by the database in silence, and that place gets a new one.
async function insertPlaces(db: Writer, kind: Level, missing: ReadonlyMap<string, Omit<Node, 'id'>>): Promise<[path: string,
  node: Node][]> {
  const made: [string, Node][] = []
  for (let left = [...missing]; left.length > 0;) {
    const again: typeof left = []
    for (const chunk of chunks(left)) {
      const coded = chunk.map(([path, node]) => ({ path, node, code: newCode() }))
      const rows = await db.insertInto('place')
        .values(coded.map(({ node, code }) => ({ ...node, community_id: db.community, kind, code, position: positionOf(node.name) })))
        .onConflict(twice => twice.column('code').doNothing()).returning(['id', 'code']).execute()
      const ids = new Map(rows.map(row => [row.code, row.id]))
      for (const { path, node, code } of coded) {
        const id = ids.get(code)
        if (id === undefined) again.push([path, node])
        else made.push([path, { ...node, id }])
      }
    }
    left = again
  }
  return made
}

function deepest(byPath: Map<string, Node>, spot: Spot): number | null {
  const level = LEVELS.findLast(each => spot[each] !== '')
  if (!level) return null
  const node = byPath.get(pathTo(spot, level))
  if (!node) throw new Error('a place was asked for that was not in the list')
  return node.id
}
