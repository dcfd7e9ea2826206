// Which place of the community a text speaks of: 3号楼2单元501, or 三号电梯 where the code of the entrance was scanned.
import type { Reader } from '#kit/db.ts'
import type { Place } from '#modules/places/place.ts'
import { nameOf, readAddress, type ReadAddress } from '#modules/places/read-address.ts'

export interface FoundPlace {
  /** The deepest place that the text names without doubt; null when it names none, or none that is here. */
  place: Place | null
  /** What was understood, found or not, and where in the text it stands. */
  read: ReadAddress
  /** Everything that was understood was found. */
  complete: boolean
}

/** Finds the place that a text names; `within` is what is known already: the place that was scanned, or the caller's estate. One statement. */
export async function findPlace(db: Reader, text: string, within: Place | null = null): Promise<FoundPlace> {
  const read = readAddress(text)
  const room = read.room?.name
  const places = await db.selectFrom('place')
    .select(['id', 'kind', 'name', 'label', 'code', 'parent_id', 'estate_id', 'building_id', 'entrance_id'])
    .where('community_id', '=', db.community)
    .where(eb => room ? eb.or([eb('kind', '<>', 'home'), eb('name', 'in', [room, `${room}室`, `${room}号`, `${room}房`])]) : eb('kind', '<>', 'home'))
    .execute()
  const estate = only(longest(places.filter(place => place.kind === 'estate' && text.includes(place.name))))
  return descend({ places, text, read, estate, within })
}

interface Search {
  places: readonly Place[]
  text: string
  read: ReadAddress
  /** The estate that the text names. */
  estate: Place | null
  within: Place | null
}

const STEPS = [['building', 'building'], ['entrance', 'entrance'], ['room', 'home']] as const

// Pure. From the widest to the narrowest; what is not found ends it, for a room of the wrong building is worse than none.
function descend({ places, text, read, estate, within }: Search): FoundPlace {
  let place = estate
  for (const [level, kind] of STEPS) {
    const part = read[level]
    if (!part) continue
    const around = place?.id ?? above(within, level)
    const found = only(places.filter(each => each.kind === kind && liesIn(each, around) && (kind === 'home' || nameOf(each.name.toUpperCase()) === part.name)))
    if (!found) return { place, read, complete: false }
    place = found
  }
  const spoken = plain(text)
  const around = place?.id ?? within?.entrance_id ?? within?.id ?? null
  const things = longest(places.filter(each => each.kind === 'thing' && liesIn(each, around) && spoken.includes(plain(each.name))))
  return { place: only(things) ?? place, read, complete: true }
}

// The place around what was scanned in which the next part is looked for: buildings in its estate, entrances in its building.
function above(within: Place | null, level: keyof ReadAddress): number | null {
  if (!within) return null
  const estate = within.kind === 'estate' ? within.id : within.estate_id
  const building = within.kind === 'building' ? within.id : within.building_id
  const entrance = within.kind === 'entrance' ? within.id : within.entrance_id
  if (level === 'building') return estate
  return level === 'entrance' ? building ?? estate : entrance ?? building ?? estate
}

function liesIn(place: Place, around: number | null): boolean {
  return around === null || [place.parent_id, place.entrance_id, place.building_id, place.estate_id].includes(around)
}

// 三号电梯 is called 3号梯 on its door.
function plain(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[零〇一二三四五六七八九十两]+(?=号)/gu, nameOf).replaceAll('电梯', '梯')
}

function longest(places: readonly Place[]): Place[] {
  const most = Math.max(0, ...places.map(place => place.name.length))
  return places.filter(place => place.name.length === most)
}

function only(places: readonly Place[]): Place | null {
  const [first, second] = places
  return first && !second ? first : null
}
