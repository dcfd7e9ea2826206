// The server process: is it there, start it, stop it.
import { chown, mkdir, mkdtemp, readdir, readFile, readlink, realpath, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { StartError } from '#kit/start-error.ts'
import { startText } from '#text/start.ts'
import { lookAt, type Place } from './place.ts'
import type { Programs } from './programs.ts'
import { type Account, lastWords, type Ran, run } from './run.ts'
import { asOptions, settingsFor } from './settings.ts'

// The kernel takes 107 bytes for the whole path of a socket.
const LONGEST_FOLDER = 107 - '/.s.PGSQL.5432'.length
const OWN_FOLDER = join(tmpdir(), 'linju-socket-')
// Recovery after a crash reads the log again, which may take minutes; the last checkpoint of a stop may too.
const PATIENCE = '--timeout=600'

export interface Control {
  place: Place
  programs: Programs
  account: Account | undefined
  /** How many connections the server takes at most. */
  connections: number
  /** The folder of the socket, where it is known already. */
  socket?: string
}

/** What the server wrote down about itself; it may be dead by now. */
export interface Postmaster {
  pid: number
  socket: string
}

/** The server that runs here or ran here last, from its `postmaster.pid`. */
export async function lastPostmaster(place: Place): Promise<Postmaster | undefined> {
  const lines = (await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  return pid > 0 ? { pid, socket: lines[4] ?? '' } : undefined
}

/** Whether that process is still the server of these files; a process number is soon used again, in a container at once. */
export async function runs({ pid }: Postmaster, place: Place): Promise<boolean> {
  if (process.platform !== 'linux') return answersSignals(pid)
  try {
    return await readlink(`/proc/${pid}/cwd`) === await realpath(place.cluster)
  } catch {
    // Its folder may be hidden from us; its name never is.
    return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim() === 'postgres'
  }
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Starts the server and waits until it answers. `again`: something is still in the way that goes away by itself. Throws StartError. */
export async function start(control: Control): Promise<'started' | 'again'> {
  const { place, programs, account } = control
  await clearAway(place)
  const socket = await socketFolder(control)
  await truncate(place.startLog).catch(() => undefined)
  const options = asOptions(settingsFor(socket, place.logs, control.connections))
  const started = await run(programs.pgCtl, ['start', '--wait', PATIENCE, '--silent', '--log=start.log', `--options=${options}`],
    { ...(account && { account }), cwd: place.home, data: place.cluster })
  if (started.code === 0) return 'started'
  const words = await lastOf(control, started)
  // Processes of a killed server may outlive it for a moment, or another start was faster.
  if (/pre-existing shared memory block|lock file .* already exists/.test(words)) return 'again'
  if (/No space left/.test(words)) throw new StartError(lang => startText(lang).diskFull(place.dataFolder))
  throw new StartError(lang => startText(lang).startFails(place.home, lastWords(words)))
}

// PostgreSQL guards its files by more than these (a shared memory segment), so clearing them cannot let two servers in.
async function clearAway(place: Place): Promise<void> {
  const last = await lastPostmaster(place)
  if (last && await runs(last, place)) return
  await rm(join(place.cluster, 'postmaster.pid'), { force: true })
  await rm(place.socket, { recursive: true, force: true })
  if (last) await removeSocketFolder(last.socket)
}

async function socketFolder({ place, account, socket }: Control): Promise<string> {
  const known = socket ?? (Buffer.byteLength(place.socket) <= LONGEST_FOLDER ? place.socket : undefined)
  const folder = known ?? await mkdtemp(OWN_FOLDER)
  if (known) await mkdir(folder, { mode: 0o700, recursive: true })
  if (account) await chown(folder, account.uid, account.gid)
  return folder
}

async function removeSocketFolder(folder: string): Promise<void> {
  if (folder.startsWith(OWN_FOLDER) && dirname(folder) === tmpdir()) await rm(folder, { recursive: true, force: true })
}

async function lastOf({ place }: Control, ran: Ran): Promise<string> {
  const early = await readFile(place.startLog, 'utf8').catch(() => '')
  const late = early.includes('redirecting log output') ? await newestLog(place.logs) : ''
  const fatal = /^.*(?:FATAL|PANIC): .*$/gm
  return [...(early + late).matchAll(fatal)].at(-1)?.[0] ?? (early || ran.output)
}

async function newestLog(folder: string): Promise<string> {
  const names = (await readdir(folder)).map(name => join(folder, name))
  const files = await Promise.all(names.map(async path => ({ path, time: (await lookAt(path))?.mtimeMs ?? 0 })))
  const newest = files.sort((a, b) => b.time - a.time)[0]
  return newest ? (await readFile(newest.path, 'utf8')).split('\n').slice(-20).join('\n') : ''
}

/** Ends all connections, writes everything down and waits until the server is gone. */
export async function stop({ place, programs, account }: Control): Promise<void> {
  const last = await lastPostmaster(place)
  if (!last || !await runs(last, place)) return
  const stopped = await run(programs.pgCtl, ['stop', '--mode=fast', '--wait', PATIENCE, '--silent'],
    { ...(account && { account }), data: place.cluster })
  if (stopped.code !== 0 && await runs(last, place)) throw new Error(`PostgreSQL did not stop: ${lastWords(stopped.output)}`)
  await removeSocketFolder(last.socket)
}
