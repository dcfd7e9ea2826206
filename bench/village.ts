// A throw-away village to measure with: a community with fifty estates, a secretary who is signed in, and a full board.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { perform } from '#kit/action.ts'
import { startPostgres, type Postgres } from '#kit/postgres.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { raiseMatter } from '#modules/matters/public.ts'
import { actorOf, passerBy } from '#modules/people/public.ts'
import type { House } from '../src/house.ts'
import { closeAll, openHouse, type Closing } from '../src/start.ts'

export const SLUG = 'shicheng'
export const ESTATES = 50
export const TEXT = '三号电梯异响，升到五楼就嘎嘎响'
const ON_BOARD = 300
const PHONE = '138 0000 0001'

export interface Village {
  folder: string
  /** For servers that are to share the database. */
  databaseUrl: string
  /** The Cookie header of the secretary. */
  cookie: string
  /** Stops the database; the folder stays. */
  rest(): Promise<void>
  /** Removes the folder. */
  remove(): Promise<void>
}

/** Makes the village on a database of its own. */
export async function openVillage(): Promise<Village> {
  const folder = await mkdtemp(join(tmpdir(), 'linju-bench-'))
  const postgres = await startPostgres({ dataFolder: folder, log: () => undefined })
  const closing: Closing = []
  const config = { dataFolder: folder, filesFolder: join(folder, 'files'), proxies: 0 }
  const house = await openHouse({ config, settings: postgres.config, publicUrl: 'http://127.0.0.1' }, closing)
  const cookie = await settle(house)
  await closeAll(closing)
  await prepare(postgres)
  return {
    folder, cookie, databaseUrl: urlOf(postgres),
    rest: () => postgres.stop(),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

async function settle(house: House): Promise<string> {
  const means = { ...house.means, now: house.clock() }
  const { secretary } = await perform(house.database, means, foundCommunity, passerBy(1), {
    name: '石埕社区', street: '榕城街道', slug: SLUG, method: '163', secretaryName: '苏文清', secretaryPhone: PHONE,
  })
  const accountId = await house.signIn.accountFor({ phone: PHONE })
  await house.database.change(1, async db => {
    await db.updateTable('membership').set({ account_id: accountId })
      .where('community_id', '=', 1).where('person_id', '=', secretary).execute()
    await db.insertInto('place').values(Array.from({ length: ESTATES }, (_, i) => (
      { community_id: 1, kind: 'estate' as const, name: `榕荫里${i + 1}号院`, label: `榕荫里${i + 1}号院`, code: `E${i + 1}` }))).execute()
  })
  const actor = await house.database.look(1, db => actorOf(db, secretary, Temporal.Now.plainDateISO('Asia/Shanghai').toString()))
  for (let i = 0; i < ON_BOARD; i++) {
    await perform(house.database, means, raiseMatter, actor, { place: 1 + i % ESTATES, kind: 'broken', text: TEXT })
  }
  return (await house.signIn.openSession(accountId)).map(line => line.split(';')[0]).join('; ')
}

async function prepare(postgres: Postgres): Promise<void> {
  const client = new pg.Client(postgres.config)
  await client.connect()
  await client.query(`create table bench_bare
    (id bigint generated always as identity primary key, text text not null, at timestamptz not null default now())`)
  await client.query('vacuum analyze')
  await client.end()
}

function urlOf({ config: { host, port, user, password, database } }: Postgres): string {
  return `postgres://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
}
