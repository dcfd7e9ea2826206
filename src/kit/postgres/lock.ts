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

export interface Lock {
  /** A connection to the database `postgres`, as the owner. Only for starting. */
  client: pg.Client
  /** From now on the loss of the connection means nothing. */
  letGo(): void
}

type Log = (message: string) => void

/** Takes the lock over an open connection and gets it back if the connection breaks. Throws StartError where another process has it. */
export async function takeLock(client: pg.Client, settings: pg.ClientConfig, folder: string, log: Log): Promise<Lock> {
  for (let tries = 0; !await ask(client); tries++) {
    if (tries === TRIES) {
      await client.end()
      throw new StartError(lang => startText(lang).running(folder))
    }
    await wait(PAUSE)
  }
  let kept = true
  const watch = (held: pg.Client) => held.once('end', async () => {
    const next = kept && await regain(settings, () => kept, log)
    if (next) watch(next)
  })
  watch(client)
  return { client, letGo: () => { kept = false } }
}

async function ask(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK])
  return rows[0]?.mine === true
}

async function regain(settings: pg.ClientConfig, wanted: () => boolean, log: Log): Promise<pg.Client | undefined> {
  log('The connection that holds the data folder broke; taking it again')
  while (wanted()) {
    const client = openable(settings)
    try {
      await client.connect()
      if (await ask(client)) return client
      log('Another process holds the data folder')
    } catch (error) {
      log(`The data folder is not held: ${error instanceof Error ? error.message : String(error)}`)
    }
    await client.end().catch(() => undefined)
    await wait(1000, undefined, { ref: false })
  }
  return undefined
}

/** A connection that may break without ending the process. */
export function openable(settings: pg.ClientConfig): pg.Client {
  const client = new pg.Client({ ...settings, application_name: 'linju lock' })
  client.on('error', () => undefined)
  return client
}
