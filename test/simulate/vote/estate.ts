// An estate of so many owners, laid by bulk rows: some own two homes, some homes have a second owner, a committee of collectors.
import type pg from 'pg'
import { perform, type Action, type Answer } from '#kit/action.ts'
import type { z } from 'zod'
import { foundCommunity } from '#modules/communities/public.ts'
import { actorOf, hashOfToken, newToken, passerBy, type Actor } from '#modules/people/public.ts'
import type { House } from '../../../src/house.ts'

export const COMMUNITY = { id: 1, slug: 'shicheng', zone: 'Asia/Shanghai' }
const HOMES_IN_BUILDING = 250
const COLLECTORS = 12

/** Somebody with a key to the API. */
export interface Keyed {
  readonly person: number
  readonly key: string
}

export interface Estate {
  readonly id: number
  readonly buildings: readonly number[]
  /** Each of them owns a home of his own. */
  readonly owners: readonly Keyed[]
  /** Own a home with somebody who was named to vote for it. */
  readonly others: readonly Keyed[]
  readonly collectors: readonly Keyed[]
  readonly chair: Actor
}

/** A house, its owner's connection, and the time that its acts are done at. */
export interface Ground {
  readonly house: House
  readonly owner: pg.Client
  readonly time: { now: Temporal.Instant }
}

/** Carries out an action at the ground's time. */
export function act<Schema extends z.ZodType, Subject, A extends Answer>({ house, time }: Ground, action: Action<Actor, Schema, Subject, A>, who: Actor, input: unknown): Promise<A> {
  return perform(house.database, { ...house.means, now: time.now }, action, who, input)
}

/** Lays it. */
export async function layEstate(ground: Ground, size: number): Promise<Estate> {
  const { owner: client } = ground
  await act(ground, foundCommunity, passerBy(COMMUNITY.id), {
    slug: COMMUNITY.slug, name: '石埕社区', street: '榕城街道', method: '163', secretaryName: '苏文清', secretaryPhone: '138 0000 0001',
  })
  const id = await one(client, `insert into place (community_id, kind, name, label, code) values (1, 'estate', '榕荫里', '榕荫里', 'GATE') returning id`)
  const buildings = await numbers(client, `insert into place (community_id, kind, name, label, code, parent_id, estate_id)
    select 1, 'building', '榕荫里 ' || n || '号楼', '榕荫里 ' || n || '号楼', 'B' || n, $1, $1 from generate_series(1, $2::int) n returning id`, [id, Math.ceil(size / HOMES_IN_BUILDING)])
  const homes = await layHomes(client, id, buildings, size + Math.floor(size / 30))
  const owners = await people(client, '业主', size)
  const others = await people(client, '共有人', Math.floor(size / 50))
  await ties(client, homes, homes.map((_, i) => owners[i] ?? owners[(i - size) * 7 % size] ?? 0))
  await ties(client, homes.slice(0, others.length), others)
  const collectors = await committee(client, id)
  const chair = await ground.house.database.look(COMMUNITY.id, db => actorOf(db, collectors[0] ?? 0, day(ground.time.now)))
  return { id, buildings, chair, owners: await keyed(client, owners), others: await keyed(client, others), collectors: await keyed(client, collectors) }
}

async function layHomes(client: pg.Client, estate: number, buildings: readonly number[], count: number): Promise<number[]> {
  const homes = await numbers(client, `insert into place (community_id, kind, name, label, code, parent_id, estate_id, building_id)
    select 1, 'home', 'n' || n, '榕荫里 第' || n || '户', 'H' || n, b.id, $1, b.id from generate_series(1, $3::int) n
      join unnest($2::bigint[]) with ordinality as b (id, nth) on b.nth = 1 + n % array_length($2::bigint[], 1) order by n returning id`, [estate, buildings, count])
  await client.query(`insert into home (community_id, place_id, area, area_source)
    select 1, id, 4000 + (id * 7919) % 14000, 'registered' from unnest($1::bigint[]) id`, [homes])
  return homes
}

function people(client: pg.Client, name: string, count: number): Promise<number[]> {
  return numbers(client, 'insert into person (community_id, name) select 1, $1 || n from generate_series(1, $2::int) n returning id', [name, count])
}

async function ties(client: pg.Client, homes: readonly number[], owners: readonly number[]): Promise<void> {
  await client.query(`insert into tie (community_id, home_id, person_id, kind, since)
    select 1, home, person, 'owner', '2020-01-01' from unnest($1::bigint[], $2::bigint[]) as t (home, person)`, [homes, owners])
}

async function committee(client: pg.Client, estate: number): Promise<number[]> {
  const persons = await people(client, '委员', COLLECTORS)
  await client.query(`with org as (insert into organisation (community_id, kind, name, place_id) values (1, 'owners_committee', '业委会', $2) returning id)
    insert into post (community_id, person_id, organisation_id, kind, place_id, since)
    select 1, p.id, org.id, (case when p.nth = 1 then 'committee_chair' else 'committee_member' end), $2, '2020-01-01'
    from org, unnest($1::bigint[]) with ordinality as p (id, nth)`, [persons, estate])
  return persons
}

// A key that was used today already, so that its first ballot is one act and not two.
async function keyed(client: pg.Client, persons: readonly number[]): Promise<Keyed[]> {
  const all = persons.map(person => ({ person, key: newToken() }))
  await client.query(`insert into api_token (token_hash, community_id, person_id, name, ends_at, used_on)
    select hash, 1, person, 'vote', 'infinity', '2999-01-01' from unnest($1::text[], $2::bigint[]) as t (hash, person)`, [all.map(({ key }) => hashOfToken(key)), persons])
  return all
}

/** The day at an instant, where the estate is. */
export function day(now: Temporal.Instant): string {
  return now.toZonedDateTimeISO(COMMUNITY.zone).toPlainDate().toString()
}

async function one(client: pg.Client, sql: string): Promise<number> {
  return (await numbers(client, sql))[0] ?? 0
}

async function numbers(client: pg.Client, sql: string, values: unknown[] = []): Promise<number[]> {
  const { rows } = await client.query<{ id: string | number }>(sql, values)
  return rows.map(({ id }) => Number(id))
}
