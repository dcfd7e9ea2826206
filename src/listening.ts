// The port: taken, answered, given back.
import { createServer, type Server } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { StartError } from '#kit/start-error.ts'
import { configText } from '#text/config.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import type { House } from './house.ts'

/** How long a request may take to arrive, in milliseconds, before it is closed with 408: its head, and the whole of it. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 120_000, connectionsCheckingInterval: 5_000 }
/** How long a connection stays open for a next request; every answer says so, and one second less. */
const KEEP = 5_000
const DRAIN = 10_000

/** Takes the port and answers 503 until `serve`. Throws StartError. */
export async function listen(config: Pick<Config, 'host' | 'port'>, patience = PATIENCE): Promise<Server> {
  const server = createServer({ ...patience, keepAliveTimeout: KEEP }, (_request, response) => {
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

/** The address at which a host and a port are opened: http://127.0.0.1:8080. */
export function addressOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
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
  await atLast(server, closed)
}

/**
 * Gives the port over to other processes without one request failing: answers whatever still comes over open connections, tells each
 * to go, and closes only those that nobody may use any more.
 */
export async function handOver(server: Server): Promise<void> {
  // Not the server's own close: it cuts connections on which a request may be on its way.
  const closed = new Promise(resolve => NetServer.prototype.close.call(server, resolve))
  server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'))
  await Promise.race([closed, pause(KEEP + 1000)])
  server.closeIdleConnections()
  await atLast(server, closed)
}

// Live pages never end by themselves; whoever has them open comes back by himself.
async function atLast(server: Server, closed: Promise<unknown>): Promise<void> {
  const patience = setTimeout(() => server.closeAllConnections(), DRAIN)
  await closed
  clearTimeout(patience)
}
