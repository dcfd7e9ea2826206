// How long it takes from an act until ten thousand programs on two processes have heard of it.
import { type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { open, quantile, request } from './load.ts'
import { memoryOf, startProcess, type Server } from './process.ts'
import { amount, type Figure } from './table.ts'
import { SLUG, TEXT, type Village } from './village.ts'

const CROWD = 10_000
const AT_ONCE = 200
const ACTS = 5
const PATIENCE = 30_000

/** From sending the act, which one process takes and both tell of, beside two bare processes that are told to write the same bytes. */
export async function fanout(village: Village, env: Readonly<Record<string, string>>): Promise<Figure[]> {
  const body = JSON.stringify({ place: 1, kind: 'broken', text: TEXT })
  const act = request('POST', `/api/matters.raise?community=${SLUG}`, { cookie: village.cookie, connection: 'close' }, body)
  const ours = await two('src/server.ts', { ...env, DATABASE_URL: village.databaseUrl })
  const heard = await listenTogether(ours, request('GET', `/api/live?community=${SLUG}&about=matters/`), [act]).finally(() => stop(ours))
  const bare = await two('bench/bare.ts', {})
  const tell = request('POST', '/tell', { connection: 'close' })
  const least = await listenTogether(bare, request('GET', '/live'), [tell, tell]).finally(() => stop(bare))
  return [
    amount(`${CROWD} programs on two processes hear of an act, p50`, quantile(heard.times, 0.5), quantile(least.times, 0.5), 'ms'),
    amount(`${CROWD} programs on two processes hear of an act, p99`, quantile(heard.times, 0.99), quantile(least.times, 0.99), 'ms'),
    amount(`memory for each of ${CROWD} programs that listen`, heard.each, least.each, 'KB'),
  ]
}

function two(file: string, env: Readonly<Record<string, string>>): Promise<Server[]> {
  return Promise.all([startProcess(file, env), startProcess(file, env)])
}

async function stop(servers: readonly Server[]): Promise<void> {
  await Promise.all(servers.map(server => server.stop()))
}

// `acts`: what is sent to each of the servers, as far as it reaches.
async function listenTogether(servers: readonly Server[], ask: string, acts: readonly string[]): Promise<{ times: number[], each: number }> {
  const held = () => servers.reduce((sum, server) => sum + (memoryOf(server.pid) ?? 0), 0)
  const before = held()
  const times: number[] = []
  let told = 0
  const sockets: Socket[] = []
  while (sockets.length < CROWD) {
    sockets.push(...await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => listen(servers[i % servers.length]?.port ?? 0, ask))))
  }
  for (const socket of sockets) socket.on('data', chunk => chunk.includes('data: ') && times.push(performance.now() - told))
  await wait(1000)
  const each = (held() - before) * 1024 / CROWD
  for (let i = 1; i <= ACTS; i++) {
    const lines = await Promise.all(acts.map((_, at) => open(servers[at]?.port ?? 0)))
    told = performance.now()
    lines.forEach((line, at) => line.write(acts[at] ?? ''))
    while (times.length < CROWD * i && performance.now() - told < PATIENCE) await wait(20)
    if (times.length !== CROWD * i) throw new Error(`${times.length - CROWD * (i - 1)} of ${CROWD} heard`)
    for (const line of lines) line.destroy()
  }
  for (const socket of sockets) socket.destroy()
  return { times, each }
}

async function listen(port: number, ask: string): Promise<Socket> {
  const socket = await open(port)
  socket.write(ask)
  await new Promise(resolve => { socket.once('data', resolve) })
  return socket
}
