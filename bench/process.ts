// Servers as processes of their own: started, asked for their memory, stopped.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

export interface Server {
  port: number
  pid: number
  /** Milliseconds from its start until it said where it listens. */
  startedIn: number
  stop(): Promise<void>
}

/** Runs a TypeScript file that prints its address when it listens. */
export async function startProcess(file: string, env: Readonly<Record<string, string>>): Promise<Server> {
  const began = performance.now()
  const child = spawn(process.execPath, [new URL(`../${file}`, import.meta.url).pathname], {
    env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Whatever ends the bench ends its servers.
  const kill = () => void child.kill('SIGTERM')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  const port = await portOf(child)
  return {
    port,
    pid: child.pid ?? 0,
    startedIn: performance.now() - began,
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function portOf(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error('no output to read')
  const lines = createInterface(child.stdout)
  return new Promise<number>((resolve, reject) => {
    lines.on('line', line => {
      const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1]
      if (port) resolve(Number(port))
    })
    child.once('exit', code => reject(new Error(`ended with ${code} before it listened`)))
  })
}

/** Megabytes that a process holds for itself, shared pages divided among those who share them; null where the machine does not say. */
export function memoryOf(pid: number): number | null {
  try {
    const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
    return pss === undefined ? null : Number(pss) / 1024
  } catch {
    return null
  }
}

/** The processes that this one started. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(Number).filter(other => {
    try {
      return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${other}/status`, 'utf8'))?.[1]) === pid
    } catch {
      return false
    }
  })
}
