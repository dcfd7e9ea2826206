// The door-to-door map: entrance, floor, home, and what remains there; never what anybody chose.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import type { lineage } from '#modules/places/public.ts'

/** A home of the roll with its voter's number, and how far its ballot is. */
export interface Door {
  readonly id: number
  readonly name: string
  readonly entrance: string | null
  readonly entrance_id: number | null
  readonly floor: number | null
  readonly number: number
  readonly state: 'voted' | 'delivered' | 'not yet'
}

/** The doors of one building, entrance by entrance, from the top floor down. */
export async function doorsOf(db: Reader, id: number, building: number): Promise<Door[]> {
  const rows = await db.selectFrom('decision_home')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'decision_home.community_id').onRef('place.id', '=', 'decision_home.home_id'))
    .innerJoin('home', join => join.onRef('home.community_id', '=', 'decision_home.community_id').onRef('home.place_id', '=', 'decision_home.home_id'))
    .leftJoin('place as entrance', join => join.onRef('entrance.community_id', '=', 'place.community_id').onRef('entrance.id', '=', 'place.entrance_id'))
    .select(eb => ['place.id', 'place.name', 'place.entrance_id', 'entrance.name as entrance', 'home.floor', 'decision_home.number', votedOf(db, id).as('voted'),
      sql<boolean>`${eb.exists(eb.selectFrom('decision_delivery').select('decision_delivery.id').where('decision_delivery.community_id', '=', db.community)
        .where('decision_delivery.decision_id', '=', id).whereRef('decision_delivery.number', '=', 'decision_home.number')
        .where('decision_delivery.received_by', 'in', ['owner', 'authorised']))}`.as('delivered')])
    .where('decision_home.community_id', '=', db.community).where('decision_home.decision_id', '=', id)
    .where(eb => eb.or([eb('place.building_id', '=', building), eb.and([eb('place.building_id', 'is', null), eb('place.estate_id', '=', building)])]))
    .orderBy('entrance.position', order => order.asc().nullsFirst()).orderBy('home.floor', order => order.desc().nullsLast()).orderBy('place.position').orderBy('place.name').execute()
  return rows.map(({ voted, delivered, ...row }) => ({ ...row, state: voted ? 'voted' : delivered ? 'delivered' : 'not yet' }))
}

/** One voter as whoever stands at the door sees him; `at` is his first home, by which it is decided who looks after him. */
export interface AtDoor {
  readonly number: number
  readonly homes: readonly string[]
  readonly at: Parameters<typeof lineage>[0]
  readonly building: number
  readonly voted: boolean
}

/** The voter of a number; undefined where the roll has none. */
export async function voterAtDoor(db: Reader, id: number, number: number): Promise<AtDoor | undefined> {
  const rows = await db.selectFrom('decision_home')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'decision_home.community_id').onRef('place.id', '=', 'decision_home.home_id'))
    .select(['place.id', 'place.label', 'place.parent_id', 'place.estate_id', 'place.building_id', 'place.entrance_id', votedOf(db, id).as('voted')])
    .where('decision_home.community_id', '=', db.community).where('decision_home.decision_id', '=', id).where('decision_home.number', '=', number)
    .orderBy('place.id').execute()
  const [first] = rows
  return first && { number, homes: rows.map(({ label }) => label), at: first, building: first.building_id ?? first.estate_id ?? 0, voted: first.voted }
}

function votedOf(db: Reader, id: number) {
  return sql<boolean>`exists (${db.selectFrom('ballot').select('ballot.id').where('ballot.community_id', '=', db.community).where('ballot.decision_id', '=', id)
    .whereRef('ballot.number', '=', sql.ref('decision_home.number'))})`
}
