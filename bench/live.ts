// How long it takes from an act until every open page has heard of it, and what an open page costs.
import { type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { open, quantile, request } from './load.ts'
import { memoryOf, type Server } from './process.ts'
import { amount, type Figure } from './table.ts'
import { SLUG, TEXT, type Village } from './village.ts'

const CROWDS = [1000, 5000]
const AT_ONCE = 200
const ACTS = 5
// Milliseconds, and kilobytes for each.
const AIM = 250
const AIM_EACH = 20

/** From sending the act, so its own time counts too, beside a server that writes the same words without any act. */
export async function live(village: Village, ours: Server, bare: Server): Promise<Figure[]> {
  const body = JSON.stringify({ place: 1, kind: 'broken', text: TEXT })
  const figures: Figure[] = []
  for (const crowd of CROWDS) {
    const promised = crowd === Math.max(...CROWDS)
    const act = request('POST', `/api/matters.raise?community=${SLUG}`, { cookie: village.cookie, connection: 'close' }, body)
    const heard = await listenTogether(ours, crowd, request('GET', `/${SLUG}/live?about=matters/`), act)
    const least = await listenTogether(bare, crowd, request('GET', '/live'), request('POST', '/tell', { connection: 'close' }))
    const hear = (name: string, share: number, most?: number) =>
      amount(`${crowd} open pages hear of an act, ${name}`, quantile(heard.times, share), quantile(least.times, share), 'ms', most)
    figures.push(
      hear('p50', 0.5), hear('p99', 0.99, promised ? AIM : undefined),
      amount(`memory for each of ${crowd} open pages`, heard.each, least.each, 'KB', promised ? AIM_EACH : undefined),
    )
  }
  return figures
}

async function listenTogether(server: Server, crowd: number, ask: string, act: string): Promise<{ times: number[], each: number }> {
  const before = memoryOf(server.pid) ?? 0
  const times: number[] = []
  let told = 0
  const sockets: Socket[] = []
  while (sockets.length < crowd) sockets.push(...await Promise.all(Array.from({ length: AT_ONCE }, () => listen(server.port, ask))))
  for (const socket of sockets) socket.on('data', chunk => chunk.includes('data: matters/') && times.push(performance.now() - told))
  await wait(500)
  const each = ((memoryOf(server.pid) ?? 0) - before) * 1024 / crowd
  for (let i = 1; i <= ACTS; i++) {
    told = performance.now()
    const line = await open(server.port)
    line.write(act)
    for (let patience = 100; times.length < crowd * i && patience > 0; patience--) await wait(20)
    if (times.length !== crowd * i) throw new Error(`${times.length - crowd * (i - 1)} of ${crowd} heard`)
    line.destroy()
  }
  for (const socket of sockets) socket.destroy()
  await wait(500)
  return { times, each }
}

async function listen(port: number, ask: string): Promise<Socket> {
  const socket = await open(port)
  socket.write(ask)
  await new Promise(resolve => { socket.once('data', resolve) })
  return socket
}
