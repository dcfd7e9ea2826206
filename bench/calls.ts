// From the press of the button to the first phone's screen, while ten thousand people are connected and the city makes twenty calls a second.
import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { openCity, type Block } from './city.ts'
import { open, quantile, request } from './load.ts'
import { startProcess, type Server } from './process.ts'
import { amount, type Figure } from './table.ts'
import type { Village } from './village.ts'

const COMMUNITIES = 20
const PEOPLE = 500
const A_SECOND = 20
const CALLS = 300
const AT_ONCE = 100
const PATIENCE = 15_000

/** Two processes of ours, beside a bare one that is told at the same pace to write to as many listeners. */
export async function calls(village: Village, env: Readonly<Record<string, string>>): Promise<Figure[]> {
  const city = await openCity(village.databaseUrl, village.folder, { communities: COMMUNITIES, people: PEOPLE })
  const servers = await Promise.all([1, 2].map(() => startProcess('src/server.ts', { ...env, DATABASE_URL: village.databaseUrl })))
  const ours = await pressed(city, servers).finally(() => Promise.all(servers.map(server => server.stop())))
  const bare = await startProcess('bench/bare.ts', {})
  const least = await told(bare).finally(() => bare.stop())
  const beside = (name: string, times: readonly number[], share: number) =>
    amount(`${name}, ${COMMUNITIES * PEOPLE} connected, ${A_SECOND} calls a second`, quantile(times, share), quantile(least, share), 'ms')
  return [
    beside('from the press until the first phone hears of a call, p50', ours.heard, 0.5),
    beside('from the press until the first phone hears of a call, p99', ours.heard, 0.99),
    beside('from the press until it is on the first screen, p50', ours.shown, 0.5),
    beside('from the press until it is on the first screen, p99', ours.shown, 0.99),
  ]
}

interface Pressed {
  heard: number[]
  shown: number[]
}

// Each phone listens as its open page does, and fetches the line about the call as soon as it hears of it.
async function pressed(city: readonly Block[], servers: readonly Server[]): Promise<Pressed> {
  const waiting = new Map<string, { at: number, first: boolean }>()
  const times: Pressed = { heard: [], shown: [] }
  const phones = city.flatMap((block, b) => block.neighbours.map(({ person, cookie }) => ({ block, person, cookie, port: servers[b % servers.length]?.port ?? 0 })))
  const sockets: Socket[] = []
  for (let i = 0; i < phones.length; i += AT_ONCE) {
    sockets.push(...await Promise.all(phones.slice(i, i + AT_ONCE).map(async ({ block, person, cookie, port }) => {
      const socket = await open(port)
      socket.write(request('GET', `/${block.slug}/live?about=notices/${person}`, { cookie }))
      await new Promise(resolve => { socket.once('data', resolve) })
      socket.on('data', chunk => void (chunk.includes('data: notices/') && hear(block, cookie, port)))
      return socket
    })))
  }
  // What is heard may still be that the call before was taken back: then the line is empty.
  const hear = async ({ slug }: Block, cookie: string, port: number) => {
    const call = waiting.get(slug)
    if (!call?.first) return
    const heard = performance.now() - call.at
    const answer = await fetch(`http://127.0.0.1:${port}/${slug}/help/asking`, { headers: { cookie } })
    if (!(await answer.text()).includes('asked') || waiting.get(slug) !== call) return
    waiting.set(slug, { ...call, first: false })
    times.heard.push(heard)
    times.shown.push(performance.now() - call.at)
  }
  const pending: Promise<void>[] = []
  for (let i = 0; i < CALLS; i++) {
    const block = city[i % city.length]
    if (block) pending.push(press(block, { i, port: servers[i % servers.length]?.port ?? 0, waiting }))
    await wait(1000 / A_SECOND)
  }
  await Promise.all(pending)
  for (const until = performance.now() + PATIENCE; times.shown.length < CALLS && performance.now() < until;) await wait(50)
  for (const socket of sockets) socket.destroy()
  if (times.shown.length !== CALLS) throw new Error(`${times.shown.length} of ${CALLS} calls were seen`)
  return times
}

// Whoever calls takes it back a second later, so that the next call of the community finds everybody free.
async function press({ slug, homes, neighbours }: Block, { i, port, waiting }: { i: number, port: number, waiting: Map<string, { at: number, first: boolean }> }): Promise<void> {
  const at = i % neighbours.length
  const { cookie = '' } = neighbours[at] ?? {}
  const act = async (name: string, body: object) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/${name}?community=${slug}`, {
      method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${name} answered ${answer.status}: ${await answer.text()}`)
    return answer.json() as Promise<{ id: number }>
  }
  waiting.set(slug, { at: performance.now(), first: true })
  const { id } = await act('calls.make', { need: 'company', place: homes[at], urgent: true })
  await wait(700)
  await act('calls.callOff', { id })
}

async function told(server: Server): Promise<number[]> {
  const times: number[] = []
  let at = 0
  let first = false
  const sockets: Socket[] = []
  while (sockets.length < COMMUNITIES * PEOPLE) {
    sockets.push(...await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      const socket = await open(server.port)
      socket.write(request('GET', '/live'))
      await new Promise(resolve => { socket.once('data', resolve) })
      socket.on('data', () => {
        if (first) times.push(performance.now() - at)
        first = false
      })
      return socket
    })))
  }
  for (let i = 0; i < CALLS / 3; i++) {
    at = performance.now()
    first = true
    await fetch(`http://127.0.0.1:${server.port}/tell`, { method: 'POST' })
    await wait(1000 / A_SECOND)
  }
  for (const socket of sockets) socket.destroy()
  return times
}
