// How long a start with data takes until the first answer, and what the whole of it holds when nobody comes.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { childrenOf, memoryOf, startProcess } from './process.ts'
import { amount, type Figure } from './table.ts'
import { SLUG } from './village.ts'

const TIMES = 3
// Seconds.
const AIM = 3
const REST = 3000

/** Starts the real server with its own database a few times; the slowest start counts. */
export async function start(settings: { LINJU_DATA: string, PORT: string }): Promise<Figure[]> {
  const slowest = { ours: 0, bare: 0 }
  let memory = { ours: 0, postgres: 0, bare: 0 }
  for (let i = 0; i < TIMES; i++) {
    const bare = await measured('bench/bare.ts', {}, '/bytes/10')
    const ours = await measured('src/server.ts', settings, `/${SLUG}/board`)
    slowest.bare = Math.max(slowest.bare, bare.seconds)
    slowest.ours = Math.max(slowest.ours, ours.seconds)
    await wait(REST)
    const postgres = await memoryOfPostgres(settings.LINJU_DATA)
    memory = { ours: memoryOf(ours.server.pid) ?? 0, postgres, bare: memoryOf(bare.server.pid) ?? 0 }
    await Promise.all([ours.server.stop(), bare.server.stop()])
  }
  return [
    amount('start with data, to the first board page', slowest.ours, slowest.bare, 's', AIM),
    amount('memory at rest, without the database', memory.ours, memory.bare, 'MB'),
    amount('memory at rest, the database', memory.postgres, null, 'MB'),
  ]
}

async function measured(file: string, env: Readonly<Record<string, string>>, path: string) {
  const began = performance.now()
  const server = await startProcess(file, env)
  const answer = await fetch(`http://127.0.0.1:${server.port}${path}`)
  if (!answer.ok) throw new Error(`the first answer was ${answer.status}`)
  await answer.bytes()
  return { server, seconds: (performance.now() - began) / 1000 }
}

async function memoryOfPostgres(folder: string): Promise<number> {
  const pid = Number((await readFile(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
  return [pid, ...childrenOf(pid)].reduce((sum, each) => sum + (memoryOf(each) ?? 0), 0)
}
