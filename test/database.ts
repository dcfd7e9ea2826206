// A real PostgreSQL for tests: one server per test process, one fresh database per call.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { z } from 'zod'
import { perform, type Action, type Answer, type Request, type Somebody } from '#kit/action.ts'
import type { SqlLog } from '#kit/db.ts'
import { startPostgres, type Postgres } from '#kit/postgres.ts'
import type { ApiRates, House } from '../src/house.ts'
import { closeAll, openHouse, type Closing } from '../src/start.ts'
import { BEGINNING, copyCluster, copyHouse, SNAPSHOT, type Made } from './snapshot.ts'

export interface TestHouse {
  house: House
  /** As the owner: sees all communities, bound by no policy. */
  owner: pg.Client
  settings: pg.PoolConfig
  /** The house's clock; tests may move it. */
  time: { now: Temporal.Instant }
  folder: string
  /** Carries out an action at the house's time. */
  act<Who extends Somebody, Schema extends z.ZodType, Subject, A extends Answer>(
    action: Action<Who, Schema, Subject, A>, actor: Who, input: unknown, request?: Request): Promise<A>
  close(): Promise<void>
}

// The house's clock stands still between the steps of a story, so nothing that was taken would come back.
const AS_OFTEN_AS_WANTED: ApiRates = { reads: { times: 1e6, seconds: 60 }, writes: { times: 1e6, seconds: 60 } }

let server: Promise<{ postgres: Postgres, folder: string }> | null = null
let users = 0

/** An open house on an empty database. Close it in `after`; the last one stops the server. */
export async function testHouse(options: { sqlLog?: SqlLog, publicUrl?: string, now?: string, apiRates?: ApiRates, made?: Made } = {}): Promise<TestHouse> {
  const { now = BEGINNING, made = 'empty' } = options
  users++
  server ??= startServer()
  const { postgres, folder } = await server
  const database = `test_${randomUUID().replaceAll('-', '')}`
  await asOwner({ ...postgres.config, database: 'postgres' }, client => client.query(`create database ${database}${SNAPSHOT ? ` template made_${made}` : ''}`))
  if (SNAPSHOT) copyHouse(SNAPSHOT, made, join(folder, database))
  const settings = { ...postgres.config, database }
  const closing: Closing = []
  const time = { now: Temporal.Instant.from(now) }
  const config = { dataFolder: join(folder, database), filesFolder: join(folder, database, 'files'), proxies: 0, apiRates: options.apiRates ?? AS_OFTEN_AS_WANTED }
  const house = await openHouse({
    config, settings, publicUrl: options.publicUrl ?? 'http://localhost', clock: () => time.now, sqlLog: options.sqlLog,
  }, closing)
  const owner = new pg.Client(settings)
  await owner.connect()
  return { house, owner, settings, time, folder: config.dataFolder,
    act: (action, actor, input, request) => perform(house.database, { ...house.means, now: time.now }, action, actor, input, request),
    close: async () => {
    await owner.end()
    await closeAll(closing)
    if (--users === 0) await stopServer()
  } }
}

async function startServer() {
  const folder = await mkdtemp(join(tmpdir(), 'linju-test-'))
  if (SNAPSHOT) copyCluster(SNAPSHOT, folder)
  return { folder, postgres: await startPostgres({ dataFolder: folder, log: () => undefined }) }
}

async function stopServer(): Promise<void> {
  const running = await server
  server = null
  await running?.postgres.stop()
  if (running) await rm(running.folder, { recursive: true, force: true })
}

async function asOwner(settings: pg.PoolConfig, run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(settings)
  await client.connect()
  await run(client).finally(() => client.end())
}

/** The address of a database of ours, for a tool that wants one; its host is a socket folder. */
export function urlOf({ host, port, user, password, database }: pg.PoolConfig): string {
  return `postgres://${user}:${encodeURIComponent(String(password))}@/${database}?host=${encodeURIComponent(String(host))}&port=${port}`
}
