// A vote of 20,000 owners: ballots a second through the act and through the API, beside one durable INSERT; the live figures; a million on paper.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { castBallot, figuresOf } from '#modules/decisions/public.ts'
import { actorOf, type Actor } from '#modules/people/public.ts'
import { COMMUNITY, day, layEstate, type Estate, type Ground } from '#test/simulate/vote/estate.ts'
import { BEFORE, opened } from '#test/simulate/vote/prepare.ts'
import { perform } from '#kit/action.ts'
import { closeAll, openHouse, type Closing } from '../src/start.ts'
import { load, request } from './load.ts'
import { millionBallots } from './million-ballots.ts'
import { startProcess, type Server } from './process.ts'
import { amount, median, rate, type Figure } from './table.ts'

const OWNERS = 20_000
const ROUNDS = 3
const ACTS = 600
const AT_ONCE = 32
const LOOKS = 9

/** In a database of its own beside the village's. */
export async function ballots(databaseUrl: string): Promise<Figure[]> {
  const admin = new pg.Client(databaseUrl)
  await admin.connect()
  await admin.query('create database ballots')
  const folder = await mkdtemp(join(tmpdir(), 'linju-bench-ballots-'))
  try {
    return [...await inEstate(databaseUrl.replace(/(?<=@)\/[^?]+/, '/ballots'), folder), ...await millionBallots()]
  } finally {
    await admin.query('drop database ballots with (force)')
    await admin.end()
    await rm(folder, { recursive: true })
  }
}

async function inEstate(url: string, folder: string): Promise<Figure[]> {
  const closing: Closing = []
  try {
    const time = { now: Temporal.Now.instant().subtract({ hours: 1 }).subtract(BEFORE) }
    const config = { dataFolder: folder, filesFolder: join(folder, 'files'), proxies: 0 }
    const house = await openHouse({ config, settings: { connectionString: url }, publicUrl: 'http://127.0.0.1', clock: () => time.now }, closing)
    const owner = new pg.Client(url)
    await owner.connect()
    closing.push(() => owner.end())
    await owner.query('create table bench_bare (id bigint generated always as identity primary key, text text not null); grant all on bench_bare to public')
    const ground = { house, owner, time }
    const estate = await layEstate(ground, OWNERS)
    const { id } = await opened(ground, estate)
    await owner.query('analyze')
    time.now = Temporal.Now.instant()
    return [await acts(ground, estate, id, url), await overHttp(url, folder, estate, id), await figures(ground, id)]
  } finally {
    await closeAll(closing)
  }
}

// In turns, so that a noisy moment meets both.
async function acts({ house, time }: Ground, { owners }: Estate, id: number, url: string): Promise<Figure> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const voters = await house.database.look(COMMUNITY.id, async db => {
    const found: Actor[] = []
    for (const { person } of owners.slice(0, ACTS)) found.push(await actorOf(db, person, day(time.now)))
    return found
  })
  const means = { ...house.means, now: time.now }
  const cast = (i: number) => perform(house.database, means, castBallot, voters[i] ?? voters[0] as Actor, { id, choices: { 1: 'yes', 2: 'no' } }, { requestKey: randomUUID() })
  const insert = (i: number) => pool.query({ name: 'bare', text: 'insert into bench_bare (text) values ($1) returning id', values: [String(i)] })
  const found = { ours: [] as number[], bare: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    found.ours.push(await perSecond(cast))
    found.bare.push(await perSecond(insert))
  }
  await pool.end()
  return rate('ballots through the act, beside one bare INSERT', median(found.ours), median(found.bare))
}

async function perSecond(run: (i: number) => Promise<unknown>): Promise<number> {
  const began = performance.now()
  let next = 0
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let i = next++; i < ACTS; i = next++) await run(i)
  }))
  return ACTS / ((performance.now() - began) / 1000)
}

async function overHttp(url: string, folder: string, { owners }: Estate, id: number): Promise<Figure> {
  const ours = await startProcess('src/server.ts', { LINJU_DATA: folder, PORT: '0', DATABASE_URL: url, LINJU_API_WRITES: '1000000000' })
  const bare = await startProcess('bench/bare.ts', { BENCH_DATABASE: url })
  try {
    const body = JSON.stringify({ id, choices: { 1: 'yes', 2: 'no' } })
    const posts = ({ port }: Server, requests: string[]) => ({ port, status: 201, requests })
    const asks = {
      ours: posts(ours, owners.map(({ key }) => request('POST', '/api/decisions.cast', { authorization: `Bearer ${key}` }, body))),
      bare: posts(bare, [request('POST', '/insert', {}, JSON.stringify({ text: '一票' }))]),
    }
    const found = { ours: [] as number[], bare: [] as number[] }
    for (const ask of Object.values(asks)) await load({ ...ask, seconds: 1 })
    for (let round = 0; round < ROUNDS; round++) for (const key of ['ours', 'bare'] as const) found[key].push((await load(asks[key])).perSecond)
    return rate('ballots through the API, beside one bare INSERT', median(found.ours), median(found.bare))
  } finally {
    await Promise.all([ours.stop(), bare.stop()])
  }
}

async function figures({ house }: Ground, id: number): Promise<Figure> {
  const times: number[] = []
  for (let look = 0; look < LOOKS; look++) {
    const began = performance.now()
    await house.database.look(COMMUNITY.id, db => figuresOf(db, id))
    times.push(performance.now() - began)
  }
  return amount(`live figures of ${OWNERS.toLocaleString('en')} owners`, median(times), null, 'ms')
}
