// Start and stop.
import cluster from 'node:cluster'
import type { AddressInfo } from 'node:net'
import { pino, type Logger } from 'pino'
import { StartError } from '#kit/start-error.ts'
import { communities } from '#modules/communities/public.ts'
import { serverText } from '#text/server.ts'
import { readConfig, type Config } from './config.ts'
import type { House } from './house.ts'
import { startJobs } from './jobs/jobs.ts'
import { addressOf, drain, listen, serve } from './listening.ts'
import { startProcesses } from './processes.ts'
import { closeAll, openHouse, openPostgres, type Closing } from './start.ts'
import { work } from './worker.ts'

export { drain, listen, serve } from './listening.ts'

export interface Running {
  house: House
  /** Where it listens: http://127.0.0.1:8080. */
  address: string
  /** Begins with what happens by the clock, where the start left it out. */
  tend(): Promise<void>
  /** Answers what has begun, closes what is open, stops the database. */
  stop(): Promise<void>
}

/** Starts everything in this process; `still` leaves out what happens by the clock. Throws StartError; then nothing is left running. */
export async function startServer(config: Config, log: Logger = pino(), { still = false } = {}): Promise<Running> {
  const closing: Closing = []
  try {
    // The port first: nothing is worth starting when nobody can reach it.
    const server = await listen(config)
    closing.push(() => drain(server))
    const { port } = server.address() as AddressInfo
    const address = addressOf(config.host, port)
    const settings = await openPostgres(config, closing, log)
    // Requests must have ended before what they need is closed.
    const house = await openHouse({ config, settings, publicUrl: config.publicUrl ?? address, log, ofProcess: true }, closing)
    closing.push(closing.shift() ?? (() => undefined))
    serve(server, house)
    closing.push(() => house.means.bell.hush())
    const tend = async () => void closing.push(await startJobs(house, settings))
    if (!still) await tend()
    return { house, address, tend, stop: () => closeAll(closing) }
  } catch (error) {
    await closeAll(closing)
    throw error
  }
}

async function main(): Promise<void> {
  const config = readConfig(process.env)
  if (cluster.isWorker) return work(config, pino())
  if (config.processes > 1) {
    const many = await startProcesses(config, pino())
    stopOnSignal(many)
    process.on('SIGHUP', () => many.renew())
    return welcome(many.address, many.setUpToken)
  }
  const running = await startServer(config)
  stopOnSignal(running)
  const empty = (await communities(running.house.database.commons)).length === 0
  welcome(running.address, empty ? running.house.setUpToken : null)
}

function welcome(address: string, setUpToken: string | null): void {
  const link = setUpToken === null ? '' : `\n  ${serverText('zh').setUp}\n  ${serverText('en').setUp}\n  ${address}/set-up/${setUpToken}\n`
  console.log(`\n  邻聚  ${address}\n${link}`)
}

/** SIGTERM and SIGINT end the process cleanly; a second one does not wait. */
export function stopOnSignal(running: Pick<Running, 'stop'>, after: () => Promise<void> = async () => undefined): void {
  const stop = () => {
    process.once('SIGINT', () => process.exit(1))
    void running.stop().then(after).then(() => process.exit(0), () => process.exit(1))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** Ends a start that cannot go on: one sentence in each language, status 1. */
export function explain(error: unknown): never {
  if (!(error instanceof StartError)) throw error
  console.error(`${error.reason('zh')}\n${error.reason('en')}`)
  process.exit(1)
}

if (import.meta.main) await main().catch(explain)
