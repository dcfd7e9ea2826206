// How many times a second it is asked who somebody is and what he may: in memory, and with the question to the database.
import { join } from 'node:path'
import { holds, type Actor, actorOf, passerBy } from '#modules/people/public.ts'
import { mayNot, matterById } from '#modules/matters/public.ts'
import { closeAll, openHouse, type Closing } from '../src/start.ts'
import { median, rate, type Figure } from './table.ts'
import type { Village } from './village.ts'

const ROUNDS = 3
const SECONDS = 1.5
const LANES = 16

/** Pure checks beside a lookup in a set; finding the actor and one matter that he may see beside `select 1`. */
export async function rights(village: Village): Promise<Figure[]> {
  const closing: Closing = []
  const config = { dataFolder: village.folder, filesFolder: join(village.folder, 'files'), proxies: 0 }
  try {
    const house = await openHouse({ config, settings: { connectionString: village.databaseUrl }, publicUrl: 'http://127.0.0.1' }, closing)
    const today = house.clock().toString().slice(0, 10)
    const { person, matter } = await house.database.look(1, async db => {
      const post = await db.selectFrom('post').select('person_id').where('community_id', '=', 1).where('kind', '=', 'secretary').executeTakeFirstOrThrow()
      const first = await db.selectFrom('matter').select('id').where('community_id', '=', 1).orderBy('id').limit(1).executeTakeFirstOrThrow()
      return { person: post.person_id, matter: first.id }
    })
    const [secretary, seen] = await house.database.look(1, async db => {
      const actor = await actorOf(db, person, today)
      return [actor, await matterById(db, actor, matter)] as const
    })
    const ask = async () => house.database.look(1, async db => matterById(db, await actorOf(db, person, today), matter))
    const bare = async () => house.database.look(1, db => db.selectFrom('community').select('id').where('id', '=', 1).execute())
    const asked = { ours: [] as number[], bare: [] as number[] }
    for (let round = 0; round < ROUNDS; round++) {
      asked.ours.push(await perSecond(ask))
      asked.bare.push(await perSecond(bare))
    }
    return [
      pure([secretary, passerBy(1)], seen.rules),
      rate(`who is it, and may he see this matter, ${LANES} at a time, beside one plain question`, median(asked.ours), median(asked.bare)),
    ]
  } finally {
    await closeAll(closing)
  }
}

// Two checks a turn, as a page that greys a button does; the limit is one lookup in a set a turn.
function pure(actors: readonly Actor[], matter: Parameters<typeof mayNot.accept>[1]): Figure {
  const allowed = new Set(['secretary', 'grid_worker'])
  let yes = 0
  const ours = each(turn => {
    const actor = actors[turn % actors.length]
    if (actor && (holds(actor, 'move matter', matter.place) && mayNot.accept(actor, matter) === null)) yes++
  })
  const bare = each(turn => void (allowed.has(turn % 2 ? 'secretary' : 'nobody') && yes++))
  if (yes === 0) throw new Error('nobody was allowed anything')
  return rate('permission checks in memory (post, place, step), beside a lookup in a set', ours * 2, bare)
}

function each(check: (turn: number) => void): number {
  const began = performance.now()
  let turns = 0
  while (performance.now() - began < SECONDS * 1000) for (let i = 0; i < 1000; i++) check(turns++)
  return turns / ((performance.now() - began) / 1000)
}

async function perSecond(ask: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  let done = 0
  await Promise.all(Array.from({ length: LANES }, async () => {
    for (; performance.now() - began < SECONDS * 1000; done++) await ask()
  }))
  return done / ((performance.now() - began) / 1000)
}
