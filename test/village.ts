// The made-up village: about 60 homes of the demo's street in a database of its own, with the cast ready to act.
import { communities } from '#modules/communities/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { CAST, type CastKey, type CastMember } from '../src/demo/cast.ts'
import { loadDemo } from '../src/demo/load.ts'
import { dateOf } from '../src/demo/hours.ts'
import { loadedCommunity, type Loaded } from '../src/demo/loaded.ts'
import { testHouse, type TestHouse } from './database.ts'
import { BEGINNING, SNAPSHOT } from './snapshot.ts'

export interface Village extends TestHouse {
  /** 石埕社区, where most of the cast lives. */
  community: Loaded
  /** 茶亭社区, next to it. */
  elsewhere: Loaded
  /** Everybody of the cast who has a phone, as an actor in his own community. */
  people: Record<Exclude<CastKey, 'elder'>, Actor>
}

/** An open house with the village in it. Close it in `after`. */
export async function village(options: Parameters<typeof testHouse>[0] = {}): Promise<Village> {
  const { now = BEGINNING } = options
  const made = SNAPSHOT !== undefined && now === BEGINNING
  const house = await testHouse({ ...options, made: made ? 'village' : 'empty' })
  try {
    return { ...house, ...await settled(made ? await again(house, now) : await loadDemo(house.house, () => undefined, { scale: 'village' })) }
  } catch (problem) {
    await house.close()
    throw problem
  }
}

// The village of the snapshot, looked up instead of made.
async function again({ house }: TestHouse, now: string): Promise<Loaded[]> {
  return Promise.all((await communities(house.database.commons)).map(({ id, slug }) => loadedCommunity(house, id, slug, dateOf(Temporal.Instant.from(now)).toString())))
}

async function settled([community, elsewhere]: readonly Loaded[]): Promise<Omit<Village, keyof TestHouse>> {
  if (!community || !elsewhere) throw new Error('the village lacks a community')
  const as = (key: Exclude<CastKey, 'elder'>) => {
    const member: CastMember = CAST[key]
    return (member.community === elsewhere.slug ? elsewhere : community).actor(member.phone)
  }
  const keys = (Object.keys(CAST) as CastKey[]).filter(key => key !== 'elder')
  const actors = await Promise.all(keys.map(async key => [key, await as(key)] as const))
  return { community, elsewhere, people: Object.fromEntries(actors) as Village['people'] }
}
