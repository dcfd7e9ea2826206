// How long a queue takes: a worker's own 60, and the secretary's 5,000 of a community of 20,000 people with 50,000 closed matters.
import { join } from 'node:path'
import pg from 'pg'
import { closeAll, openHouse, type Closing } from '../src/start.ts'
import { load, request } from './load.ts'
import type { Server } from './process.ts'
import { amount, type Figure } from './table.ts'
import { SLUG, type Village } from './village.ts'

const OPEN = 5000
const CLOSED = 50_000
const HOMES = 6600
const BUILDINGS = 60
const PEOPLE = 20_000
const WORKERS = 60
const MOST = 50

/** One page after another, as the server takes them; fills the village first. */
export async function queue(village: Village, ours: Server): Promise<Figure[]> {
  await fill(village.databaseUrl)
  const queues = [[`a worker's queue of ${WORKERS}`, await workerOf(village)], [`the secretary's queue of ${OPEN}`, village.cookie]] as const
  const figures: Figure[] = []
  for (const [what, cookie] of queues) {
    const page = { port: ours.port, status: 200, connections: 1, requests: [request('GET', `/${SLUG}/queue`, { cookie })] }
    await load({ ...page, seconds: 1 })
    const { p50, p99 } = await load(page)
    figures.push(amount(`${what}, the whole page`, p50, null, 'ms', MOST), amount(`${what}, the slowest of a hundred`, p99, null, 'ms'))
  }
  return figures
}

// The Cookie header of the grid worker of building 1.
async function workerOf({ folder, databaseUrl }: Village): Promise<string> {
  const closing: Closing = []
  const config = { dataFolder: folder, filesFolder: join(folder, 'files'), proxies: 0 }
  const house = await openHouse({ config, settings: { connectionString: databaseUrl }, publicUrl: 'http://127.0.0.1' }, closing)
  const account = await house.signIn.accountFor({ phone: '138 0000 0002' })
  await house.database.change(1, db => db.updateTable('membership').set({ account_id: account })
    .where('community_id', '=', 1).where('person_id', '=', 100_001).execute())
  const cookie = (await house.signIn.openSession(account)).map(line => line.split(';')[0]).join('; ')
  await closeAll(closing)
  return cookie
}

// What a community of 20,000 people has after some years, so that the queues hold exactly so many.
async function fill(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  // What the bench raised before is settled, so that the queue has the size that is promised.
  await client.query(`set session_replication_role = replica; set synchronous_commit = off;
    update matter set step = 'close', closed_at = now() where community_id = 1; update clock set ended_at = now(), running_since = null, next_at = null where community_id = 1`)
  await places(client)
  await people(client)
  await matters(client)
  await client.query('reset session_replication_role')
  await client.query('vacuum analyze')
  await client.end()
}

// Numbers far above those that the bench gave: building 100,001 …, home 200,001 …
async function places(client: pg.Client): Promise<void> {
  await client.query(`insert into place (community_id, id, parent_id, kind, name, label, estate_id, position, code) overriding system value
    select 1, 100000 + n, 1, 'building', n || '号楼', '榕荫里1号院 ' || n || '号楼', 1, n, 'QB' || n from generate_series(1, $1::integer) n`, [BUILDINGS])
  await client.query(`insert into place (community_id, id, parent_id, kind, name, label, estate_id, building_id, position, code) overriding system value
    select 1, 200000 + n, 100000 + b, 'home', n, '榕荫里1号院 ' || b || '号楼 ' || n, 1, 100000 + b, n, 'QH' || n
    from generate_series(1, $2::integer) n cross join lateral (select 1 + n % $1 as b)`, [BUILDINGS, HOMES])
}

async function people(client: pg.Client): Promise<void> {
  await client.query(`insert into person (community_id, id, name) overriding system value
    select 1, 100000 + n, '居民' || n from generate_series(1, $1::integer) n`, [PEOPLE])
  await client.query(`insert into organisation (community_id, id, kind, name) overriding system value values (1, 100001, 'grid', '第一网格');
    insert into membership (community_id, person_id) values (1, 100001);
    insert into post (community_id, person_id, organisation_id, kind, place_id, since) values (1, 100001, 100001, 'grid_worker', 100001, '2020-01-01')`)
}

// Every fifth is paused and every third late; building 1 is the worker's.
async function matters(client: pg.Client): Promise<void> {
  const { rows: [method] } = await client.query<{ id: number }>('select id from method where community_id = 1')
  await client.query(`insert into matter (community_id, id, place_id, estate_id, building_id, kind, text, search, step, track, proposed_track, category,
      proposed_category, method_id, raiser_id, lead_id, accepted_at, paused_at, routed_by, closed_at, raised_at, step_since)
    overriding system value
    select 1, 100000 + n, 100000 + b, 1, 100000 + b, 'broken', '三号电梯异响，升到五楼就嘎嘎响，第 ' || n || ' 次', '',
      (case when n <= $1 then (array['raise', 'coordinate', 'do'])[1 + n % 3] else 'close' end)::step, 'hazard', 'hazard', 'lift', 'lift', $4,
      100001 + n % $5, case when b = 1 and n <= $1 and n % 2 = 0 then 100001 end, case when b = 1 and n % 2 = 0 then now() end,
      case when n % 5 = 0 then now() end, case when n % 4 = 0 then 100001 end, case when n > $1 then now() end,
      now() - n * interval '1 hour', now() - n * interval '1 hour'
    from generate_series(1, $1::integer + $2::integer) n
    cross join lateral (select case when n <= $6 then 1 when n <= $1 then 2 + n % ($3::integer - 1) else 1 + n % $3::integer end as b)`,
  [OPEN, CLOSED, BUILDINGS, method?.id ?? null, PEOPLE, WORKERS])
  await client.query(`insert into clock (community_id, subject, name, counting, started_at, allowed, chain, used, running_since, rung, due_at, next_at, ended_at)
    select 1, 'matters/' || id, each.name, 'working', raised_at, 86400000, '{grid_worker,secretary}', 0, case when step <> 'close' and paused_at is null then raised_at end,
      0, case when step <> 'close' and paused_at is null then now() + (id % 300 - 100) * interval '20 minutes' + each.nth * interval '5 days' end,
      case when step <> 'close' and paused_at is null then now() + interval '1 year' end, case when step = 'close' then now() end
    from matter cross join lateral (select matter.step::text as name, 0 as nth union all select 'whole', 1
      union all select other, 2 from unnest(array['raise', 'discuss', 'show', 'rate']) other where matter.step = 'close') each
    where matter.community_id = 1 and matter.id > 100000`)
  await client.query(`insert into matter_follower (community_id, matter_id, person_id, since)
    select 1, id, 100001 + (id * 7 + k) % $1, now() from matter cross join generate_series(1, 3) k where community_id = 1 and id > 100000 on conflict do nothing`, [PEOPLE])
}
