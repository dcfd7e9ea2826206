// PostgreSQL refuses to run as root. Started by root, it gets an account of its own that can reach the data.
import { chmod, chown, lchown, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { StartError } from '#kit/start-error.ts'
import { startText } from '#text/start.ts'
import { lookAt, type Place } from './place.ts'
import { type Account, run } from './run.ts'

const ACCOUNTS = ['linju', 'postgres', 'nobody']

/** The account for PostgreSQL when this process is root, able to reach the data; undefined for everybody else. Throws StartError. */
export async function accountFor(place: Place): Promise<Account | undefined> {
  const home = await lookAt(place.home)
  const me = process.getuid?.()
  if (me !== 0) {
    if (home && home.uid !== me) throw new StartError(lang => startText(lang).folderOfAnother(place.home))
    return undefined
  }
  const folder = await stat(place.dataFolder)
  const owner = [home, folder].find(found => found && found.uid !== 0) ?? await unprivileged()
  const account = { uid: owner.uid, gid: owner.gid, passes: false }
  if (home && home.uid !== account.uid) await handOver(place.home, account)
  return reaching(place.dataFolder, account)
}

async function unprivileged(): Promise<{ uid: number, gid: number }> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map(line => line.split(':'))
  const line = ACCOUNTS.map(name => lines.find(([known]) => known === name)).find(found => found)
  return line ? { uid: Number(line[2]), gid: Number(line[3]) } : { uid: 65534, gid: 65534 }
}

/** Gives a folder and all that is in it to the account. */
export async function handOver(folder: string, account: Account): Promise<void> {
  await lchown(folder, account.uid, account.gid)
  for (const name of await readdir(folder, { recursive: true })) await lchown(join(folder, name), account.uid, account.gid)
}

async function reaching(folder: string, account: Account): Promise<Account> {
  await letThrough(folder, account)
  if (await canPass(folder, account)) return account
  const passing = { ...account, passes: true }
  if ((await run('ls', ['-d', join(folder, '.')], { account: passing })).code === 0) return passing
  throw new StartError(lang => startText(lang).folderHidden(folder))
}

// Passing through is all that the account's group gets; it cannot list the folder, and others gain nothing.
async function letThrough(folder: string, account: Account): Promise<void> {
  const found = await stat(folder)
  if (mayPass(found, account) || found.uid !== 0) return
  await chown(folder, 0, account.gid)
  await chmod(folder, (found.mode & 0o7707) | 0o010)
}

/** Whether the account can go through a folder and everything above it. */
export async function canPass(folder: string, account: Account): Promise<boolean> {
  const found = await lookAt(folder)
  if (!found || !mayPass(found, account)) return false
  return folder === dirname(folder) || canPass(dirname(folder), account)
}

function mayPass(found: { uid: number, gid: number, mode: number }, account: Account): boolean {
  if (found.uid === account.uid) return (found.mode & 0o100) !== 0
  return (found.mode & (found.gid === account.gid ? 0o010 : 0o001)) !== 0
}
