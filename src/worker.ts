// One of several processes that answer: opens a house on the database that the first process holds.
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { startJobs } from './jobs/jobs.ts'
import { addressOf, drain, handOver, listen, serve } from './listening.ts'
import { closeAll, openHouse, type Closing } from './start.ts'

/** What the first process gives to each. */
export interface Given {
  settings: pg.PoolConfig
  host: string
  port: number
  setUpToken: string
  connections: number
}

/** What the first process tells: what it gives, to hand over to others without a failed request, or to stop. */
export type Told = Given | 'hand over' | 'stop'

/** Works until it is told to end, or until the first process is gone. Throws StartError. */
export async function work(config: Config, log: Logger): Promise<void> {
  const told = ears()
  process.send?.('ready to work')
  const given = await told.given
  const closing: Closing = []
  const publicUrl = config.publicUrl ?? addressOf(given.host, given.port)
  const house = await openHouse({ config, ...given, publicUrl, log, ofProcess: true }, closing)
  const stopJobs = await startJobs(house, given.settings)
  const server = await listen(given)
  serve(server, house)
  log.info({ port: given.port }, 'this process answers')

  const how = await told.end
  house.means.bell.hush()
  await Promise.all([stopJobs(), how === 'stop' ? drain(server) : handOver(server)])
  await closeAll(closing)
  process.exit(0)
}

// A terminal sends its signals to all processes at once; the first one says what to do. Whoever ends one process alone hands over.
function ears(): { given: Promise<Given>, end: Promise<'stop' | 'hand over'> } {
  process.on('SIGINT', () => undefined)
  process.on('SIGHUP', () => undefined)
  const given = Promise.withResolvers<Given>()
  const end = Promise.withResolvers<'stop' | 'hand over'>()
  process.on('message', (message: Told) => typeof message === 'string' ? end.resolve(message) : given.resolve(message))
  process.once('SIGTERM', () => end.resolve('hand over'))
  return { given: given.promise, end: end.promise }
}
