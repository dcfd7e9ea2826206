// The whole of it against processes as an operator starts them: the urn is opened in a folder, served, killed and served again, and counted there.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { startPostgres } from '#kit/postgres.ts'
import { target, type Kills, type Victim } from '#test/torture/killer.ts'
import { freePort } from '#test/torture/run.ts'
import { closeAll, openHouse, type Closing } from '../../../src/start.ts'
import { layEstate, type Estate, type Ground } from './estate.ts'
import { BEFORE, opened, type Vote } from './prepare.ts'
import { reckon, type Reckoning } from './reckon.ts'
import { rushed, type Rushed } from './rush.ts'
import type { Door } from './send.ts'

export interface Wanted {
  owners: number
  seed: number
  processes: number
  say: (line: string) => void
}

export interface Outcome extends Rushed {
  readonly kills: Kills
  readonly reckoning: Reckoning
}

const DEATHS: readonly { at: number, victim: Victim }[] = [{ at: 0.25, victim: 'process' }, { at: 0.5, victim: 'first' }, { at: 0.75, victim: 'database' }]
/** How long the urn was open before the rush begins: papers came back meanwhile. */
const OPEN_SINCE = { minutes: 60 }

/** Runs it in a folder of its own, which is gone afterwards. */
export async function votedAndKilled({ owners, seed, processes, say }: Wanted): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'linju-vote-'))
  try {
    const start = Temporal.Now.instant().subtract(OPEN_SINCE).subtract(BEFORE)
    const { estate, vote } = await inHouse(folder, start, async ground => {
      const estate = await layEstate(ground, owners)
      say(`an estate of ${owners} owners is laid`)
      return { estate, vote: await opened(ground, estate) }
    })
    say('the urn is open; everybody votes')
    const { rush, kills } = await served(folder, processes, estate, vote, seed, say)
    say('counting, sealing, checking')
    const reckoning = await inHouse(folder, vote.closes, ground => reckon(ground, estate, vote, rush.plans))
    return { ...rush, kills, reckoning }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function served(folder: string, processes: number, estate: Estate, vote: Vote, seed: number, say: Wanted['say']) {
  const port = String(await freePort())
  const product = await target(folder, { PORT: port, LINJU_PROCESSES: String(processes), LINJU_API_WRITES: '1000000000', LINJU_LOOPBACK: '1' })
  try {
    const door: Door = async (path, headers, body) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body })
      return { status: answer.status, body: await answer.json() }
    }
    const rush = await rushed({ door, vote, estate, began: Temporal.Now.instant() }, seed, {
      shares: DEATHS.map(({ at }) => at),
      disaster: async nth => {
        const victim = DEATHS[nth]?.victim ?? 'process'
        say(`kill -9: ${victim}${await product.kill(victim) ? '' : ', which was not there'}`)
      },
    })
    return { rush, kills: product.kills }
  } finally {
    await product.now().stop()
  }
}

// A house on the folder whose clock the simulator sets.
async function inHouse<T>(folder: string, now: Temporal.Instant, run: (ground: Ground) => Promise<T>): Promise<T> {
  const closing: Closing = []
  const time = { now }
  try {
    const postgres = await startPostgres({ dataFolder: folder, log: () => undefined })
    closing.push(() => postgres.stop())
    const config = { dataFolder: folder, filesFolder: join(folder, 'files'), proxies: 0 }
    const house = await openHouse({ config, settings: postgres.config, publicUrl: 'http://localhost', log: pino({ level: 'silent' }), clock: () => time.now }, closing)
    const owner = new pg.Client(postgres.config)
    await owner.connect()
    closing.push(() => owner.end())
    return await run({ house, owner, time })
  } finally {
    await closeAll(closing)
  }
}
