// The PostgreSQL that npm brought, started and stopped with Linju. How each step works stands in postgres/.
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { StartError } from '#kit/start-error.ts'
import { startText } from '#text/start.ts'
import { accountFor } from './postgres/account.ts'
import { openCluster, OWNER, removeHalfMade } from './postgres/cluster.ts'
import { openable, takeLock } from './postgres/lock.ts'
import { codeOf, openFolder, placeIn } from './postgres/place.ts'
import { programsFor } from './postgres/programs.ts'
import { type Control, lastPostmaster, runs, start, stop } from './postgres/server.ts'

export { checkPostgres } from './postgres/check.ts'

const DATABASE = 'linju'
const PAUSE = 100
const TRIES_TO_START = 50
const PORT = 5432
const CONNECTIONS = 100
// "The database system is starting up", or shutting down.
const NOT_YET = '57P03'

/** A running database of our own. */
export interface Postgres {
  /** For connections as the owner, who is a superuser. */
  config: { host: string, port: number, user: string, password: string, database: string }
  /** As in `18.4`. */
  version: string
  /** True when it was still running, because Linju was killed. */
  adopted: boolean
  /** Stops the server; everything is on disk afterwards. */
  stop(): Promise<void>
}

export interface StartOptions {
  dataFolder: string
  log: (message: string) => void
  /** How many connections it takes at most: 100 where nothing is said. */
  connections?: number
}

/** Starts the database of a data folder, making both where there are none. Throws StartError, with one sentence that says what to do. */
export async function startPostgres({ dataFolder, log, connections }: StartOptions): Promise<Postgres> {
  const place = placeIn(dataFolder)
  await openFolder(place.dataFolder)
  const account = await accountFor(place)
  const programs = await programsFor(account, place.dataFolder)
  const password = await openCluster(place, programs, account)
  const control = { place, programs, account, connections: connections ?? CONNECTIONS }

  const { client, adopted } = await reach(control, password)
  const config = { host: client.host, port: PORT, user: OWNER, password, database: DATABASE }
  // A server that was killed is started again, where those who use it look for it.
  const reopen = async () => (await reach({ ...control, socket: client.host }, password)).client
  const lock = await takeLock(client, { folder: place.dataFolder, reopen, log })
  // The lock stays until the server itself ends it, so that no other start can adopt what is about to stop.
  const end = async () => {
    await lock.letGo()
    await stop(control)
  }
  try {
    await removeHalfMade(place)
    await createDatabase(client)
    return { config, version: await versionOf(client), adopted, stop: end }
  } catch (error) {
    await end()
    throw error
  }
}

/** Where the database of this folder answers now, or undefined when it does not run; `made` is false where the folder has none. */
export async function runningPostgres(dataFolder: string): Promise<{ made: boolean, config?: Postgres['config'] }> {
  const place = placeIn(dataFolder)
  const password = (await readFile(place.password, 'utf8').catch(() => '')).trim()
  const server = await lastPostmaster(place)
  if (!password || !server || !await runs(server, place)) return { made: password !== '' }
  return { made: true, config: { host: server.socket, port: PORT, user: OWNER, password, database: DATABASE } }
}

async function reach(control: Control, password: string): Promise<{ client: pg.Client, adopted: boolean }> {
  let adopted = true
  for (let tries = 0; tries < TRIES_TO_START;) {
    const found = await connect(control, password).catch(async error => {
      if (!adopted) await stop(control)
      throw error
    })
    if (found instanceof pg.Client) return { client: found, adopted }
    if (found === 'absent' && await start(control) === 'started') adopted = false
    else await wait(PAUSE)
    if (found !== 'not yet') tries++
  }
  throw new StartError(lang => startText(lang).startFails(control.place.home, 'no answer'))
}

async function connect({ place }: Control, password: string): Promise<pg.Client | 'absent' | 'silent' | 'not yet'> {
  const server = await lastPostmaster(place)
  if (!server) return 'absent'
  const client = openable({ host: server.socket, port: PORT, user: OWNER, password, database: 'postgres' })
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    const code = codeOf(error)
    if (code === '28P01') throw new StartError(lang => startText(lang).passwordStale(place.password))
    if (code === NOT_YET) return 'not yet'
    return await runs(server, place) ? 'silent' : 'absent'
  }
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
  if (rowCount === 0) await client.query(`create database ${DATABASE}`)
}

async function versionOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
  return rows[0]?.version ?? '?'
}
