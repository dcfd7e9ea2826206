// The files of the database: made once, whole or not at all.
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { StartError } from '#kit/start-error.ts'
import { startText } from '#text/start.ts'
import { handOver } from './account.ts'
import { lookAt, type Place } from './place.ts'
import type { Programs } from './programs.ts'
import { type Account, lastWords, run } from './run.ts'

/** The role that owns everything in the embedded database. */
export const OWNER = 'linju'

/** Makes the database files where there are none; returns the owner's password. Throws StartError when they are of another version. */
export async function openCluster(place: Place, programs: Programs, account: Account | undefined): Promise<string> {
  if (!await lookAt(place.home)) await create(place, programs, account)
  const theirs = (await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  const ours = programs.version.split('.')[0] ?? ''
  if (!theirs) throw new StartError(lang => startText(lang).clusterDamaged(place.home, 'cluster/PG_VERSION'))
  if (theirs !== ours) throw new StartError(lang => startText(lang).otherMajor(place.cluster, theirs, ours))
  const password = (await readFile(place.password, 'utf8').catch(() => '')).trim()
  if (!password) throw new StartError(lang => startText(lang).clusterDamaged(place.home, basename(place.password)))
  return password
}

// Made beside its final place and renamed when complete, so that a start that is killed half way leaves nothing half made.
async function create(place: Place, programs: Programs, account: Account | undefined): Promise<void> {
  const staged = await mkdtemp(`${place.home}.new-`)
  try {
    await mkdir(join(staged, 'log'), { mode: 0o700 })
    await writeFile(join(staged, 'password'), `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
    if (account) await handOver(staged, account)
    await initialise(staged, programs, account)
    await rename(staged, place.home)
    await sync(dirname(place.home))
  } catch (error) {
    await rm(staged, { recursive: true, force: true })
    // Another start that began at the same moment was faster; its lock decides which of us goes on.
    if (!await lookAt(place.home)) throw error
  }
}

async function initialise(staged: string, programs: Programs, account: Account | undefined): Promise<void> {
  // Sorting and case come from PostgreSQL itself and so never change with the machine. The character class does not:
  // pg_trgm asks the C library what a letter is, and in plain C no Chinese character is one.
  for (const characters of ['C.UTF-8', 'C']) {
    const cluster = join(staged, 'cluster')
    const made = await run(programs.initdb, [
      `--pgdata=${cluster}`, `--username=${OWNER}`, `--pwfile=${join(staged, 'password')}`, '--auth=scram-sha-256', '--encoding=UTF8',
      '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${characters}`,
    ], { ...(account && { account }) })
    if (made.code === 0) return
    if (/invalid locale/.test(made.output) && characters !== 'C') continue
    if (/No space left|Disk quota/.test(made.output)) throw new StartError(lang => startText(lang).diskFull(dirname(staged)))
    throw new StartError(lang => startText(lang).programFails(reason(made.output)))
  }
}

const reason = (output: string): string => /(?:error|FATAL|PANIC): .*/.exec(output)?.[0] ?? lastWords(output)

async function sync(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}

/** Removes what starts left behind that were killed while they made the files. Only for who holds the folder's lock. */
export async function removeHalfMade(place: Place): Promise<void> {
  const names = await readdir(place.dataFolder)
  const left = names.filter(name => name.startsWith(`${basename(place.home)}.new-`))
  for (const name of left) await rm(join(place.dataFolder, name), { recursive: true, force: true })
}
