// The made-up village: about 60 homes of the demo's street in a database of its own, with the cast ready to act.
import type { Actor } from '#modules/people/public.ts'
import { CAST, type CastKey, type CastMember } from '../src/demo/cast.ts'
import { loadDemo } from '../src/demo/load.ts'
import type { Loaded } from '../src/demo/loaded.ts'
import { testHouse, type TestHouse } from './database.ts'

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
  const house = await testHouse(options)
  try {
    return { ...house, ...await settled(house) }
  } catch (problem) {
    await house.close()
    throw problem
  }
}

async function settled(house: TestHouse): Promise<Omit<Village, keyof TestHouse>> {
  const [community, elsewhere] = await loadDemo(house.house, () => undefined, { scale: 'village' })
  if (!community || !elsewhere) throw new Error('the village lacks a community')
  const as = (key: Exclude<CastKey, 'elder'>) => {
    const member: CastMember = CAST[key]
    return (member.community === elsewhere.slug ? elsewhere : community).actor(member.phone)
  }
  const keys = (Object.keys(CAST) as CastKey[]).filter(key => key !== 'elder')
  const actors = await Promise.all(keys.map(async key => [key, await as(key)] as const))
  return { community, elsewhere, people: Object.fromEntries(actors) as Village['people'] }
}
