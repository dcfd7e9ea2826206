// The product in processes of its own, as an operator starts it: to be renewed, killed, and started again.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const ROOT = new URL('../../', import.meta.url).pathname

export interface Product {
  address: string
  /** Everything it printed so far. */
  printed(): string
  /** The first process; its end is for its starter to see. */
  first: ChildProcess
  /** The processes that answer now. */
  answering(): Promise<number[]>
  /** The database's own process; null while there is none. */
  database(): Promise<number | null>
  stop(): Promise<number | null>
}

/** Starts it on this folder and waits until it says its address. Throws with what it printed where it does not. */
export async function startProduct(folder: string, env: Record<string, string> = {}): Promise<Product> {
  const first = spawn(process.execPath, ['src/server.ts'], {
    cwd: ROOT, env: { PATH: process.env['PATH'], PORT: '0', LINJU_DATA: folder, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (piece: Buffer) => {
      printed += piece.toString()
      const found = /邻聚\s+(http:\S+)/.exec(printed)?.[1]
      if (found) resolve(found)
    }
    first.stdout.on('data', hear)
    first.stderr.on('data', hear)
    first.once('exit', () => reject(new Error(`did not start: ${printed}`)))
  })
  return {
    address, first,
    printed: () => printed,
    answering: () => childrenOf(first.pid ?? 0),
    database: async () => Number.parseInt(await readFile(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').catch(() => ''), 10) || null,
    async stop() {
      if (first.exitCode !== null || first.signalCode !== null) return first.exitCode
      const ended = once(first, 'exit')
      first.kill('SIGTERM')
      return (await ended)[0]
    },
  }
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  return text.split(' ').filter(Boolean).map(Number)
}
