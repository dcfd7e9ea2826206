// Many neighbours of one entrance who may be asked for help, each with an account: for races and for the bench.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { House } from '../src/house.ts'

/** Somebody with a browser. */
export interface Neighbour {
  readonly person: number
  /** The Cookie header of a session of his; '' until `signedIn`. */
  readonly cookie: string
}

/** A new building with one entrance in an estate, and so many people, each with a home in it and the consent to be asked. */
export async function crowd(owner: pg.Client, community: number, estate: number, many: number): Promise<{ entrance: number, homes: number[], people: number[] }> {
  const [{ id: building } = { id: 0 }] = await placed(owner, { community, parent: estate, kind: 'building', estate, building: null, entrance: null, many: 1 })
  const [{ id: entrance } = { id: 0 }] = await placed(owner, { community, parent: building, kind: 'entrance', estate, building, entrance: null, many: 1 })
  const homes = (await placed(owner, { community, parent: entrance, kind: 'home', estate, building, entrance, many })).map(row => row.id)
  await owner.query('insert into home (community_id, place_id) select $1, unnest($2::bigint[])', [community, homes])
  const { rows } = await owner.query<{ id: string }>(`insert into person (community_id, name) select $1, '邻居' || n from generate_series(1, $2::int) n returning id`,
    [community, many])
  const people = rows.map(row => Number(row.id))
  await owner.query(`insert into tie (community_id, home_id, person_id, kind, since)
    select $1, home, person, 'owner', '2020-01-01' from unnest($2::bigint[], $3::bigint[]) as pairs (home, person)`, [community, homes, people])
  await owner.query(`insert into consent (community_id, person_id, purpose, wording, given_at)
    select $1, unnest($2::bigint[]), 'be_asked', 'be_asked_1', '2026-01-01'`, [community, people])
  return { entrance, homes, people }
}

/** Opens a session for each of them. */
export async function signedIn(house: House, owner: pg.Client, community: number, people: readonly number[]): Promise<Neighbour[]> {
  const accounts: string[] = []
  for (const _ of people) accounts.push(await house.signIn.accountFor({}))
  await owner.query(`insert into membership (community_id, person_id, account_id) select $1, person, account
    from unnest($2::bigint[], $3::text[]) as pairs (person, account)`, [community, people, accounts])
  const neighbours: Neighbour[] = []
  for (const [i, person] of people.entries()) {
    const lines = await house.signIn.openSession(accounts[i] ?? '')
    neighbours.push({ person, cookie: lines.map(line => line.split(';')[0]).join('; ') })
  }
  return neighbours
}

interface Placed {
  community: number
  parent: number
  kind: 'building' | 'entrance' | 'home'
  estate: number
  building: number | null
  entrance: number | null
  many: number
}

async function placed(owner: pg.Client, { community, parent, kind, estate, building, entrance, many }: Placed): Promise<{ id: number }[]> {
  const mark = randomUUID().slice(0, 8)
  const { rows } = await owner.query<{ id: string }>(`insert into place (community_id, parent_id, kind, name, label, estate_id, building_id, entrance_id, code)
    select $1, $2, $3::place_kind, $4 || n, $4 || n, $5, $6, $7, $4 || n from generate_series(1, $8::int) n returning id`,
  [community, parent, kind, mark, estate, building, entrance, many])
  return rows.map(row => ({ id: Number(row.id) }))
}
