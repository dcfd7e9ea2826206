// A small community in a data folder of its own, with people who have keys to the API, and clocks that are due while the run lasts.
import { join } from 'node:path'
import { pino } from 'pino'
import pg from 'pg'
import { perform } from '#kit/action.ts'
import { startPostgres } from '#kit/postgres.ts'
import { makeCall } from '#modules/calls/public.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { raiseMatter } from '#modules/matters/public.ts'
import { addChannel } from '#modules/notices/public.ts'
import { actorOf, hashOfToken, newToken, passerBy } from '#modules/people/public.ts'
import { closeAll, openHouse, type Closing } from '../../src/start.ts'

/** What the clients know. */
export interface Ground {
  /** Keys of residents; each may do only so much a day. */
  residents: string[]
  /** The key of the grid worker, who handles what is raised. */
  worker: string
  places: number[]
  /** Matters that were there before. */
  matters: number[]
  /** Calls for help that nobody has answered, whose rings open during the run. */
  calls: number[]
}

export const COMMUNITY = { id: 1, slug: 'shicheng' }
const RESIDENTS = 300
const BUILDINGS = 20
const MATTERS = 30
const CALLS = 20

/** Lays it; `receiver` is where the community's channel sends to, `seconds` how long the run will be. */
export async function layGround(folder: string, receiver: string, seconds: number): Promise<Ground> {
  const closing: Closing = []
  try {
    const postgres = await startPostgres({ dataFolder: folder, log: () => undefined })
    closing.push(() => postgres.stop())
    const config = { dataFolder: folder, filesFolder: join(folder, 'files'), proxies: 0, loopback: true }
    const house = await openHouse({ config, settings: postgres.config, publicUrl: 'http://localhost', log: pino({ level: 'silent' }) }, closing)
    const means = { ...house.means, now: Temporal.Now.instant() }
    const { secretary } = await perform(house.database, means, foundCommunity, passerBy(COMMUNITY.id), {
      slug: COMMUNITY.slug, name: '石埕社区', street: '榕城街道', method: '163', secretaryName: '苏文清', secretaryPhone: '138 0000 0001',
    })
    const boss = await house.database.look(COMMUNITY.id, db => actorOf(db, secretary, Temporal.Now.plainDateISO('Asia/Shanghai').toString()))
    await perform(house.database, means, addChannel, boss, { kind: 'webhook', name: '记账', url: receiver })
    const client = new pg.Client(postgres.config)
    await client.connect()
    closing.push(() => client.end())
    const { places, residents, worker } = await people(client)
    const matters = []
    for (let i = 0; i < MATTERS; i++) {
      const given = { place: places[i % places.length], kind: 'broken', text: `早就有的事 ${i}` }
      const { id } = await perform(house.database, means, raiseMatter, boss, given)
      matters.push(id)
    }
    const calls = []
    for (let i = 0; i < CALLS; i++) {
      const { id } = await perform(house.database, means, makeCall, boss, { need: 'other', place: places[i % places.length], phone: '13900000099' })
      calls.push(id)
    }
    await dueDuring(client, seconds)
    await widenDuring(client, seconds)
    return { residents, worker, places, matters, calls }
  } finally {
    await closeAll(closing)
  }
}

async function people(client: pg.Client): Promise<Pick<Ground, 'places' | 'residents' | 'worker'>> {
  await client.query(`insert into place (community_id, kind, name, label, code) values (1, 'estate', '榕荫里', '榕荫里', 'GATE')`)
  const places = await client.query<{ id: number }>(`insert into place (community_id, kind, name, label, code, parent_id, estate_id)
    select 1, 'building', n || '号楼', '榕荫里 ' || n || '号楼', 'B' || n, estate.id, estate.id from generate_series(1, ${BUILDINGS}) n,
      (select id from place where code = 'GATE') estate returning id::int`)
  const persons = await client.query<{ id: number }>(`insert into person (community_id, name)
    select 1, '居民' || n from generate_series(0, ${RESIDENTS}) n returning id::int`)
  const [worker = { id: 0 }, ...residents] = persons.rows
  await client.query(`with grid as (insert into organisation (community_id, kind, name) values (1, 'grid', '一网格') returning id)
    insert into post (community_id, person_id, organisation_id, kind, place_id, since)
    select 1, $1, grid.id, 'grid_worker', place.id, current_date - 1 from grid, place where place.code = 'GATE'`, [worker.id])
  await client.query(`with home as (insert into place (community_id, kind, name, label, code, parent_id, estate_id, building_id)
      select 1, 'home', place.name || ' 101', place.label || ' 101', 'H' || place.id, place.id, place.estate_id, place.id from place where kind = 'building' returning id),
    kept as (insert into home (community_id, place_id) select 1, id from home returning place_id)
    insert into tie (community_id, home_id, person_id, kind, since)
    select 1, (array(select place_id from kept))[1 + n % ${BUILDINGS}], person, 'family', current_date - 1 from unnest($1::bigint[]) with ordinality as people (person, n)`,
  [residents.map(({ id }) => id)])
  await client.query(`insert into consent (community_id, person_id, purpose, wording, given_at)
    select 1, unnest($1::bigint[]), 'be_asked', 'be_asked_1', now()`, [residents.map(({ id }) => id)])
  const keys: string[] = []
  for (const { id } of residents) keys.push(await keyOf(client, id))
  return { places: places.rows.map(({ id }) => id), residents: keys, worker: await keyOf(client, worker.id) }
}

async function keyOf(client: pg.Client, person: number): Promise<string> {
  const key = newToken()
  await client.query(`insert into api_token (token_hash, community_id, person_id, name, ends_at)
    values ($1, 1, $2, 'torture', now() + interval '1 day')`, [hashOfToken(key), person])
  return key
}

// Plain time, one alarm each, spread over the run.
async function dueDuring(client: pg.Client, seconds: number): Promise<void> {
  await client.query(`with soon as (
      select id, now() + make_interval(secs => $1::float8 * row_number() over (order by id) / count(*) over ()) as due from clock)
    update clock set counting = 'plain', warn = null, climb = null, due_at = soon.due, next_at = soon.due,
      allowed = used + round(extract(epoch from soon.due - running_since) * 1000)
    from soon where soon.id = clock.id and running_since is not null`, [seconds * 0.8])
}

// A ring every two seconds from some moment of the run on, among all the estate.
async function widenDuring(client: pg.Client, seconds: number): Promise<void> {
  const rings = JSON.stringify(Array.from({ length: 8 }, (_, i) => ({ who: 'estate', after: i * 2, most: 5 })))
  await client.query(`with soon as (select id, now() + make_interval(secs => $1::float8 * row_number() over (order by id) / count(*) over ()) as due from call)
    update call set rings = $2, next_at = soon.due from soon where soon.id = call.id and ended_at is null`, [seconds * 0.6, rings])
}
