// Questions about places. Places are public: everybody may see every one, without who lives there.
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { placeText } from '#text/places.ts'

const COLUMNS = ['place.id', 'place.kind', 'place.name', 'place.label', 'place.code', 'place.parent_id',
  'place.estate_id', 'place.building_id', 'place.entrance_id'] as const

/** One place. Throws NotFound. */
export async function placeById(db: Reader, id: number) {
  return db.selectFrom('place').select(COLUMNS)
    .where('community_id', '=', db.community).where('id', '=', id)
    .executeTakeFirstOrThrow(notHere)
}

/** The place that a printed code names. Throws NotFound. */
export async function placeByCode(db: Reader, code: string) {
  return db.selectFrom('place').select(COLUMNS)
    .where('community_id', '=', db.community).where('code', '=', code)
    .executeTakeFirstOrThrow(notHere)
}

/** The estates of the community, in their order. */
export async function estates(db: Reader) {
  return db.selectFrom('place').select(COLUMNS)
    .where('community_id', '=', db.community).where('kind', '=', 'estate')
    .orderBy('position').orderBy('name').execute()
}

/** The buildings of one estate, in their order. */
export async function buildings(db: Reader, estateId: number) {
  return db.selectFrom('place').select(COLUMNS)
    .where('community_id', '=', db.community).where('estate_id', '=', estateId).where('kind', '=', 'building')
    .orderBy('position').orderBy('name').execute()
}

/** What stands directly in a place, in order. */
export async function placesIn(db: Reader, parentId: number) {
  return db.selectFrom('place').select(COLUMNS)
    .where('community_id', '=', db.community).where('parent_id', '=', parentId)
    .orderBy('kind').orderBy('position').orderBy('name').execute()
}

function notHere(): NotFound {
  return new NotFound(lang => placeText(lang).notHere)
}
