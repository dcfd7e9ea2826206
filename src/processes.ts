// Several processes for one installation: the first holds the database, its lock and the port, the others answer.
import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Logger } from 'pino'
import { migrate } from '#kit/migrate.ts'
import { StartError } from '#kit/start-error.ts'
import { serverText } from '#text/server.ts'
import type { Config } from './config.ts'
import { addressOf, drain, listen } from './listening.ts'
import { closeAll, FULL, LEAST, newSetUpToken, openPostgres, type Closing } from './start.ts'
import type { Given, Told } from './worker.ts'

const MILLISECONDS = { toBegin: 120_000, toEnd: 40_000, shortest: 200, longest: 30_000, memory: 60_000 }
/** Connections that no process counts on: for the lock, a backup, and whoever looks in by hand. */
const SPARE = 8

export interface Processes {
  address: string
  /** Where the set-up begins; null once there is a community. */
  setUpToken: string | null
  /** New processes, with the code as it lies on the disk now, take the place of the old ones; no request fails. */
  renew(): void
  stop(): Promise<void>
}

/** Starts the database and the processes. Throws StartError; then nothing is left running. */
export async function startProcesses(config: Config, log: Logger): Promise<Processes> {
  const closing: Closing = []
  try {
    const { host, port } = await freePort(config)
    const settings = await openPostgres(config, closing, log)
    await migrate(settings)
    const { empty, connections } = await lookIn(settings, config.processes)
    const given = { settings, host, port, setUpToken: newSetUpToken(), connections }
    const team = assemble(given, log)
    closing.push(() => team.stop())
    await Promise.all(Array.from({ length: config.processes }, () => team.add()))
    return {
      address: addressOf(host, port), setUpToken: empty ? given.setUpToken : null,
      renew: () => team.renew(), stop: () => closeAll(closing),
    }
  } catch (error) {
    await closeAll(closing)
    throw error
  }
}

// Taken and given back: nothing is worth starting when nobody can reach it, and all processes must know the same number.
async function freePort({ host, port }: Config): Promise<{ host: string, port: number }> {
  const server = await listen({ host, port })
  const taken = server.address() as AddressInfo
  await drain(server)
  return { host, port: taken.port }
}

async function lookIn(settings: pg.PoolConfig, processes: number): Promise<{ empty: boolean, connections: number }> {
  const client = new pg.Client(settings)
  await client.connect()
  try {
    const { rows: [row] } = await client.query<{ most: number, empty: boolean }>(`select not exists (select from community) as empty,
      current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as most`)
    // While they are renewed there are twice as many.
    const connections = Math.min(FULL, Math.floor(((row?.most ?? 0) - SPARE) / (2 * processes)))
    const needed = 2 * processes * LEAST + SPARE
    if (connections < LEAST) throw new StartError(lang => serverText(lang).tooFewConnections(processes, row?.most ?? 0, needed))
    return { empty: row?.empty ?? true, connections }
  } finally {
    await client.end()
  }
}

/** The processes that answer: as many as were added, whatever happens to one of them. */
function assemble(given: Given, log: Logger) {
  cluster.setupPrimary({ exec: fileURLToPath(new URL('./server.ts', import.meta.url)) })
  const answering = new Set<Worker>()
  const deaths: number[] = []
  let stopping = false
  let renewing: Promise<void> = Promise.resolve()

  const add = async () => {
    const worker = await begin(given)
    answering.add(worker)
    worker.once('exit', (code, signal) => answering.delete(worker) && !stopping && void replace(`ended (${signal ?? code})`))
  }
  const replace = async (why: string) => {
    deaths.push(Date.now())
    const recent = deaths.filter(time => time > Date.now() - MILLISECONDS.memory).length
    const wait = Math.min(MILLISECONDS.longest, MILLISECONDS.shortest * 2 ** (recent - 1))
    log.error({ why, wait }, 'a process is replaced')
    await pause(wait)
    if (!stopping) await add().catch((error: Error) => replace(error.message))
  }
  // One by one: as long as a new one does not answer, the old one does.
  const renew = async () => {
    for (const old of Array.from(answering)) {
      if (stopping) return
      await add()
      if (answering.delete(old)) void leave(old, 'hand over')
    }
  }
  return {
    add,
    renew: () => {
      renewing = renewing.then(renew).then(() => log.info('all processes are new'), (error: Error) =>
        log.error({ error: error.message }, 'the processes were not renewed; the old ones go on'))
    },
    async stop() {
      stopping = true
      await Promise.all(Object.values(cluster.workers ?? {}).map(worker => worker && leave(worker, 'stop')))
    },
  }
}

// Resolves when it answers; rejects when it ends before that, or takes too long.
async function begin(given: Given): Promise<Worker> {
  const worker = cluster.fork()
  worker.once('message', () => tell(worker, given))
  const patience = setTimeout(() => worker.process.kill('SIGKILL'), MILLISECONDS.toBegin)
  const end = new AbortController()
  try {
    await Promise.race([
      once(worker, 'listening', end),
      once(worker, 'exit', end).then(([code, signal]) => { throw new Error(`a process could not begin (${signal ?? code})`) }),
    ])
    return worker
  } finally {
    clearTimeout(patience)
    end.abort()
  }
}

async function leave(worker: Worker, how: 'stop' | 'hand over'): Promise<void> {
  if (worker.isDead()) return
  const gone = new Promise(resolve => worker.once('exit', resolve))
  tell(worker, how)
  const patience = setTimeout(() => worker.process.kill('SIGKILL'), MILLISECONDS.toEnd)
  await gone
  clearTimeout(patience)
}

// One that has just died cannot be told; its end is noticed elsewhere.
function tell(worker: Worker, told: Told): void {
  if (worker.isConnected()) worker.send(told, () => undefined)
}
