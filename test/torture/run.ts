// A bounded time of many clients, bad lines and sudden deaths; then everything is counted.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { httpReceiver } from '#test/receivers/http.ts'
import { persist, type Act } from '#test/torture/clients.ts'
import { layGround, type Ground } from '#test/torture/ground.ts'
import { killUntil, target, type Kills, type Target } from '#test/torture/killer.ts'
import { badLine } from '#test/torture/proxy.ts'
import { dice } from '#test/torture/random.ts'
import { reckon, type Reckoning } from '#test/torture/reckoning.ts'

export interface TortureOptions {
  seconds: number
  seed: number
  clients: number
  processes: number
  /** Told what goes on. */
  say: (line: string) => void
}

export interface Outcome extends Reckoning {
  kills: Kills
  cuts: number
  acts: readonly Act[]
  /** Messages that came to the receiver, and how many of them had come before. */
  messages: number
  repeats: number
}

/** For how long clients go on sending what nobody has answered yet, after the last kill. */
const GRACE = 120_000

/** Runs it in a folder of its own, which is gone afterwards. */
export async function torture(options: TortureOptions): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'linju-torture-'))
  const receiver = await httpReceiver()
  try {
    options.say('laying the ground')
    const ground = await layGround(folder, receiver.address, options.seconds)
    const product = await target(folder, {
      PORT: String(await freePort()), LINJU_PROCESSES: String(options.processes), LINJU_LOOPBACK: '1', LINJU_API_WRITES: '1000000',
    })
    try {
      options.say('acting, cutting and killing')
      const { acts, cuts } = await suffer(options, ground, product)
      options.say('counting')
      const came = () => receiver.received.map(({ headers }) => headers['webhook-id'] ?? '')
      const reckoning = await reckon(folder, product.now().address, acts, came)
      const received = came()
      const repeats = received.length - new Set(received).size
      return { ...reckoning, kills: product.kills, cuts, acts, messages: received.length, repeats }
    } finally {
      await product.now().stop()
    }
  } finally {
    receiver.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function suffer({ seconds, seed, clients }: TortureOptions, ground: Ground, product: Target) {
  const until = Date.now() + seconds * 1000
  const line = await badLine(Number(new URL(product.now().address).port), dice(seed))
  const acts: Act[] = []
  const times = { until, latest: until + GRACE }
  const programs = Array.from({ length: clients }, (_, i) => persist(line.address, ground, dice(seed + 100 + i), acts, times))
  await Promise.all([...programs, killUntil(until, product, dice(seed + 1), () => acts.filter(act => act.answer !== null).length)])
  await line.close()
  return { acts, cuts: line.cuts() }
}

/** A port that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise(closed => server.close(closed))
  return port
}

/** The report: what was done to it, and what became of the acts. */
export function reportOf({ kills, cuts, acts, messages, repeats, journal, rung, notices, sealed, losses, doubles }: Outcome): string[] {
  const count = (is: (act: Act) => boolean) => acts.filter(is).length
  const sends = acts.reduce((sum, act) => sum + act.sends, 0)
  return [
    `killed: ${kills.process} processes, ${kills.first} first processes, ${kills.database} databases, ${kills.backend} backends; `
      + `${cuts} connections cut`,
    `acts: ${acts.length} in ${sends} sends; ${count(act => act.answer !== null)} acknowledged, ${count(act => act.refused)} refused, `
      + `${count(act => act.answer === null && !act.refused)} never answered`,
    `followed: ${notices} notices, ${messages} messages (${repeats} repeats), ${rung} clocks rung; `
      + `${sealed} of ${journal} entries sealed and verified`,
    ...acts.filter(act => act.answer === null).slice(0, 5).map(act => `not done: ${act.action}, last ${act.last}`),
    `losses: ${losses.length}, doubles: ${doubles.length}`,
    ...[...losses, ...doubles].slice(0, 40).map(wrong => `✗ ${wrong}`),
  ]
}
