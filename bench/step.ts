// How many step changes a second: clocks wound, evidence looked at, note and journal written, beside one UPDATE and one INSERT in a transaction.
import { join } from 'node:path'
import pg from 'pg'
import { perform } from '#kit/action.ts'
import { acceptMatter, moveMatter, raiseMatter } from '#modules/matters/public.ts'
import { actorOf, type Actor } from '#modules/people/public.ts'
import type { House } from '../src/house.ts'
import { closeAll, openHouse, type Closing } from '../src/start.ts'
import { median, rate, type Figure } from './table.ts'
import { TEXT, type Village } from './village.ts'

const ROUNDS = 3
const SECONDS = 2
const AT_ONCE = [1, 16]
// As many as the house opens.
const CONNECTIONS = 10

/** One after another and sixteen at a time, on as many matters; in turns, so that a noisy moment meets both. */
export async function step(village: Village): Promise<Figure[]> {
  const closing: Closing = []
  const settings = { connectionString: village.databaseUrl }
  const config = { dataFolder: village.folder, filesFolder: join(village.folder, 'files'), proxies: 0 }
  try {
    const house = await openHouse({ config, settings, publicUrl: 'http://127.0.0.1' }, closing)
    const pool = new pg.Pool({ ...settings, max: CONNECTIONS })
    closing.push(() => pool.end())
    const steps = await stepping(house, Math.max(...AT_ONCE))
    const bare = await updating(pool, Math.max(...AT_ONCE))
    const figures: Figure[] = []
    for (const many of AT_ONCE) {
      const found = { ours: [] as number[], bare: [] as number[] }
      for (let round = 0; round < ROUNDS; round++) {
        found.ours.push(await perSecond(many, steps))
        found.bare.push(await perSecond(many, bare))
      }
      figures.push(rate(`step changes, ${many} at a time, beside one UPDATE and INSERT`, median(found.ours), median(found.bare)))
    }
    return figures
  } finally {
    await closeAll(closing)
  }
}

// From 理 to 办 and back again: each a whole step change, and none needs new evidence.
async function stepping(house: House, count: number): Promise<((lane: number) => Promise<unknown>)> {
  const actor = await secretaryOf(house)
  const means = () => ({ ...house.means, now: house.clock() })
  const move = (id: number, step: 'coordinate' | 'do') => perform(house.database, means(), moveMatter, actor, { id, step, note: '有人在办，请稍等' })
  const matters = await Promise.all(Array.from({ length: count }, async () => {
    const { id } = await perform(house.database, means(), raiseMatter, actor, { place: 1, kind: 'broken', text: TEXT })
    await perform(house.database, means(), acceptMatter, actor, { id })
    await move(id, 'coordinate')
    return { id, step: 'coordinate' as 'coordinate' | 'do' }
  }))
  return async lane => {
    const matter = matters[lane]
    if (!matter) throw new Error('there are fewer matters than lanes')
    matter.step = matter.step === 'do' ? 'coordinate' : 'do'
    await move(matter.id, matter.step)
  }
}

async function secretaryOf({ database, clock }: House): Promise<Actor> {
  return database.look(1, async db => {
    const { person_id } = await db.selectFrom('post').select('person_id')
      .where('community_id', '=', 1).where('kind', '=', 'secretary').executeTakeFirstOrThrow()
    return actorOf(db, person_id, clock().toString().slice(0, 10))
  })
}

async function updating(pool: pg.Pool, count: number): Promise<(lane: number) => Promise<unknown>> {
  const add = 'insert into bench_bare (text) select $1 from generate_series(1, $2::integer) returning id'
  const { rows } = await pool.query<{ id: string }>(add, [TEXT, count])
  return async lane => {
    const client = await pool.connect()
    try {
      // Together, as the house sends what belongs together.
      await Promise.all([
        client.query('begin'),
        client.query({ name: 'update', text: 'update bench_bare set at = now() where id = $1', values: [rows[lane]?.id] }),
        client.query({ name: 'insert', text: 'insert into bench_bare (text) values ($1)', values: [TEXT] }),
        client.query('commit'),
      ])
    } finally {
      client.release()
    }
  }
}

async function perSecond(lanes: number, act: (lane: number) => Promise<unknown>): Promise<number> {
  let done = 0
  const began = performance.now()
  const until = began + SECONDS * 1000
  await Promise.all(Array.from({ length: lanes }, async (_, lane) => {
    for (; performance.now() < until; done++) await act(lane)
  }))
  return done / ((performance.now() - began) / 1000)
}
