// Start and stop.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { pino, type Logger } from 'pino'
import { StartError } from '#kit/start-error.ts'
import { communities } from '#modules/communities/public.ts'
import { configText } from '#text/config.ts'
import { serverText } from '#text/server.ts'
import { createApp } from './app.ts'
import { readConfig, type Config } from './config.ts'
import type { House } from './house.ts'
import { startJobs } from './jobs/jobs.ts'
import { closeAll, openHouse, openPostgres, type Closing } from './start.ts'

/** How long a request may take to arrive, in milliseconds, before it is closed with 408: its head, and the whole of it. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 120_000, connectionsCheckingInterval: 5_000 }
const DRAIN = 10_000

export interface Running {
  house: House
  /** Where it listens: http://127.0.0.1:8080. */
  address: string
  /** Answers what has begun, closes what is open, stops the database. */
  stop(): Promise<void>
}

/** Starts everything. Throws StartError; then nothing is left running. */
export async function startServer(config: Config, log: Logger = pino()): Promise<Running> {
  const closing: Closing = []
  try {
    // The port first: nothing is worth starting when nobody can reach it.
    const server = await listen(config)
    closing.push(() => drain(server))
    const { port } = server.address() as AddressInfo
    const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
    const settings = await openPostgres(config, closing, log)
    // Requests must have ended before what they need is closed.
    const house = await openHouse({ config, settings, publicUrl: config.publicUrl ?? address, log, ofProcess: true }, closing)
    closing.push(closing.shift() ?? (() => undefined))
    serve(server, house)
    closing.push(await startJobs(house, settings), () => house.means.bell.hush())
    return { house, address, stop: () => closeAll(closing) }
  } catch (error) {
    await closeAll(closing)
    throw error
  }
}

/** Takes the port and answers 503 until `serve`. Throws StartError. */
export async function listen(config: Pick<Config, 'host' | 'port'>, patience = PATIENCE): Promise<Server> {
  const server = createServer({ ...patience, keepAliveTimeout: 5_000 }, (_request, response) => {
    response.writeHead(503, { 'retry-after': '1' }).end()
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, config)))
    server.listen(config.port, config.host, () => resolve(server))
  })
}

function cannotListen(error: NodeJS.ErrnoException, { host, port }: Pick<Config, 'host' | 'port'>): Error {
  if (error.code === 'EADDRINUSE') return new StartError(lang => configText(lang).portTaken(host, port))
  if (error.code === 'EACCES') return new StartError(lang => configText(lang).portForbidden(port))
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new StartError(lang => configText(lang).hostUnknown(host))
  return error
}

/** From now on the house answers. */
export function serve(server: Server, house: House): void {
  server.removeAllListeners('request')
  server.on('request', getRequestListener(createApp(house).fetch))
}

/** Answers what has begun and takes nothing more. */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise(resolve => server.close(resolve))
  server.closeIdleConnections()
  // Live pages never end by themselves; whoever has them open comes back by himself.
  const patience = setTimeout(() => server.closeAllConnections(), DRAIN)
  await closed
  clearTimeout(patience)
}

async function main(): Promise<void> {
  const running = await startServer(readConfig(process.env))
  stopOnSignal(running)
  const empty = (await communities(running.house.database.commons)).length === 0
  const link = `  ${serverText('zh').setUp}\n  ${serverText('en').setUp}\n  ${running.address}/set-up/${running.house.setUpToken}\n`
  console.log(`\n  邻聚  ${running.address}\n${empty ? `\n${link}` : ''}`)
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
