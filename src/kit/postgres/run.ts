// Runs one program of PostgreSQL, as the account that owns the data.
import { spawn } from 'node:child_process'

/** Who PostgreSQL runs as when Linju runs as root. `passes`: with CAP_DAC_READ_SEARCH, so that closed parent folders do not stop it. */
export interface Account {
  uid: number
  gid: number
  passes: boolean
}

export interface Ran {
  /** Exit status; -1 when the program could not be run at all. */
  code: number
  /** What it printed, on both streams. */
  output: string
}

/** Runs a program to its end. Without an account it runs as this process does. */
export function run(program: string, args: string[], options: { account?: Account, cwd?: string, data?: string } = {}): Promise<Ran> {
  const { account, cwd = '/', data } = options
  // Only these: PGPORT, PGOPTIONS and the like of the person who starts us must not reach the server.
  const env = { PATH: process.env.PATH, LC_ALL: 'C', ...(data && { PGDATA: data }) }
  const identity = account && !account.passes ? { uid: account.uid, gid: account.gid } : {}
  const [command = program, ...rest] = account?.passes ? [...setpriv(account), program, ...args] : [program, ...args]
  return new Promise(resolve => {
    const child = spawn(command, rest, { ...identity, cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const hear = (chunk: Buffer) => { output += chunk.toString() }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', error => resolve({ code: -1, output: error.message }))
    child.on('close', code => resolve({ code: code ?? -1, output }))
  })
}

function setpriv({ uid, gid }: Account): string[] {
  const capability = '+dac_read_search'
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', `--inh-caps=${capability}`, `--ambient-caps=${capability}`]
}

/** The last thing a program said, for a sentence to a person. */
export function lastWords(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() || '?'
}
