// Kills what runs at random moments, never asking it to end (SIGKILL): one that answers, the first, the database, one of its backends.
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { startProduct, type Product } from '#test/torture/product.ts'
import type { Dice } from '#test/torture/random.ts'

export type Victim = 'process' | 'first' | 'database' | 'backend'
export type Kills = Record<Victim, number>

/** How often each is meant, and the pause between two kills in milliseconds. */
const OFTEN: readonly Victim[] = ['process', 'process', 'process', 'process', 'database', 'database', 'backend', 'backend', 'first']
const BETWEEN = { least: 200, more: 1500 }
const PROGRESS = 5

/** A product that comes back whenever its first process is killed, on the same port, and whoever kills. */
export interface Target {
  now(): Product
  kill(victim: Victim): Promise<boolean>
  kills: Kills
}

/** Starts it on this folder; `env` names the port. */
export async function target(folder: string, env: Record<string, string>): Promise<Target> {
  let product = await startProduct(folder, env)
  const kills: Kills = { process: 0, first: 0, database: 0, backend: 0 }
  const again = async () => {
    // What it left behind may hold the port for another moment.
    for (let tries = 0; ; tries++) {
      const started = await startProduct(folder, env).catch((error: Error) => error)
      if (!(started instanceof Error)) return started
      if (tries === 20) throw started
      await pause(250)
    }
  }
  return {
    kills,
    now: () => product,
    async kill(victim) {
      const pid = await pidOf(product, victim)
      if (pid === null || !killed(pid)) return false
      kills[victim]++
      if (victim === 'first') product = await again()
      return true
    },
  }
}

/** Kills until the time is over, each time only after something was done (`done` counts it) since the last death. */
export async function killUntil(until: number, target: Target, chance: Dice, done: () => number): Promise<void> {
  for (let before = -PROGRESS; Date.now() < until;) {
    if (done() < before + PROGRESS) {
      await pause(50)
      continue
    }
    await pause(Math.max(0, Math.min(BETWEEN.least + BETWEEN.more * chance.next(), until - Date.now())))
    if (Date.now() < until && await target.kill(chance.pick(OFTEN))) before = done()
  }
}

async function pidOf(product: Product, victim: Victim): Promise<number | null> {
  if (victim === 'first') return product.first.pid ?? null
  if (victim === 'process') return (await product.answering())[0] ?? null
  const database = await product.database()
  return victim === 'database' || database === null ? database : backendOf(database)
}

// One that serves a connection; to the server it looks as if its memory had been damaged, so it begins anew.
async function backendOf(database: number): Promise<number | null> {
  for (const name of (await readdir('/proc')).filter(each => /^\d+$/u.test(each)).toReversed()) {
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const cmdline = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')
    if (Number(stat.split(') ')[1]?.split(' ')[1]) === database && cmdline.includes('linju linju')) return Number(name)
  }
  return null
}

function killed(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}
