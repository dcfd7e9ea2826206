// A city to call for help in: communities with one entrance each, five hundred neighbours in it who may be asked and are signed in.
import pg from 'pg'
import { perform } from '#kit/action.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { crowd, signedIn, type Neighbour } from '#test/crowd.ts'
import { closeAll, openHouse, type Closing } from '../src/start.ts'

/** One community of it. */
export interface Block {
  readonly id: number
  readonly slug: string
  readonly homes: readonly number[]
  readonly neighbours: readonly Neighbour[]
}

/** Founds so many communities in the village's database, beside what is there. `folder`: of the installation, for its master key. */
export async function openCity(databaseUrl: string, folder: string, { communities, people }: { communities: number, people: number }): Promise<Block[]> {
  const closing: Closing = []
  const settings = { connectionString: databaseUrl }
  const house = await openHouse({ config: { dataFolder: folder, filesFolder: `${folder}/files`, proxies: 0 }, settings, publicUrl: 'http://127.0.0.1' }, closing)
  const owner = new pg.Client(settings)
  await owner.connect()
  const blocks: Block[] = []
  try {
    for (let i = 1; i <= communities; i++) {
      const slug = `quarter-${i}`
      const { id } = await perform(house.database, { ...house.means, now: house.clock() }, foundCommunity, passerBy(i + 1), {
        name: `第${i}社区`, street: '榕城街道', slug, method: '163', secretaryName: '苏文清', secretaryPhone: `1390000${String(i).padStart(4, '0')}`,
      })
      const { rows: [estate] } = await owner.query<{ id: string }>(`insert into place (community_id, kind, name, label, code)
        values ($1, 'estate', '榕荫里', '榕荫里', $2) returning id`, [id, `Q${i}`])
      const made = await crowd(owner, id, Number(estate?.id), people)
      blocks.push({ id, slug, homes: made.homes, neighbours: await signedIn(house, owner, id, made.people) })
    }
    await owner.query('vacuum analyze')
  } finally {
    await owner.end()
    await closeAll(closing)
  }
  return blocks
}
