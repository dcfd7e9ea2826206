// One Linju for one data folder: whoever holds this lock on a connection of its own. It ends with the process, however that ends.
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { StartError } from '#kit/start-error.ts'
import { startText } from '#text/start.ts'

// 'linju' in ASCII, as one number.
const LOCK = '465625311861'
// A killed process frees its lock when the server notices, which is soon but not at once.
const TRIES = 20
const PAUSE = 100
const PAUSE_BETWEEN = 1000

export interface Lock {
  /** From now on the loss of the connection means nothing. Waits until nobody tries to get it back. */
  letGo(): Promise<void>
}

type Log = (message: string) => void

export interface Keeping {
  folder: string
  /** Opens the connection anew, and starts the server where it was killed. */
  reopen(): Promise<pg.Client>
  log: Log
}

/**
 * Takes the lock over an open connection (to the database `postgres`, as the owner) and gets it back if the connection breaks.
 * Throws StartError where another process has it.
 */
export async function takeLock(client: pg.Client, { folder, reopen, log }: Keeping): Promise<Lock> {
  for (let tries = 0; !await ask(client); tries++) {
    if (tries === TRIES) {
      await client.end()
      throw new StartError(lang => startText(lang).running(folder))
    }
    await wait(PAUSE)
  }
  let kept = true
  let regaining: Promise<void> = Promise.resolve()
  const watch = (held: pg.Client) => held.once('end', () => {
    regaining = regain(reopen, () => kept, log).then(again => void (again && watch(again)))
  })
  watch(client)
  return { letGo: () => {
    kept = false
    return regaining
  } }
}

async function ask(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK])
  return rows[0]?.mine === true
}

async function regain(reopen: Keeping['reopen'], wanted: () => boolean, log: Log): Promise<pg.Client | undefined> {
  if (wanted()) log('The connection that holds the data folder broke; taking it again')
  while (wanted()) {
    try {
      const client = await reopen()
      if (await ask(client)) return client
      log('Another process holds the data folder')
      await client.end()
    } catch (error) {
      log(`The data folder is not held: ${error instanceof Error ? error.message : String(error)}`)
    }
    await wait(PAUSE_BETWEEN, undefined, { ref: false })
  }
  return undefined
}

/** A connection that may break without ending the process. */
export function openable(settings: pg.ClientConfig): pg.Client {
  const client = new pg.Client({ ...settings, application_name: 'linju lock' })
  client.on('error', () => undefined)
  return client
}
