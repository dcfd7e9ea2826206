// The ground on which every lock is tried: two communities, the first with two staircases: one is everybody's own, the other is not.
import { addHappening } from '#modules/calendars/public.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { makeHook } from '#modules/hooks/public.ts'
import { saveTemplate } from '#modules/matters/public.ts'
import { addWord } from '#modules/moderation/public.ts'
import { addChannel } from '#modules/notices/public.ts'
import { actorOf, passerBy, type Actor } from '#modules/people/public.ts'
import { addBuildings, moveIn } from '#modules/roster/public.ts'
import { addService } from '#modules/services/public.ts'
import { sealAll } from '#jobs/record.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { cookieFor, postholder, resident, settlePeople, type Column } from './people.ts'
import { giveOwnThings, type OwnThings } from './own-things.ts'
import { laySpot, type Ground, type Spot } from './spot.ts'

/** Where something is tried: at one's own place, at another one of the same community, with things of another community. */
export type Where = 'own' | 'other' | 'foreign'

/** What hangs on no place but on the whole community. */
export type Shared = Awaited<ReturnType<typeof sharedThings>> & {
  /** How many acts stood in the record when it was last sealed. */
  head: number
}

export interface Neighbourhood extends TestHouse {
  spots: Record<Where, Spot & Shared>
  people: Record<Column, Actor>
  cookies: Record<Column, string>
  /** What everybody has of his own. */
  things: Record<Column, OwnThings>
}

/** Lays the ground. Close it in `after`. */
export async function neighbourhood(options: Parameters<typeof testHouse>[0] = {}): Promise<Neighbourhood> {
  const here = await testHouse(options)
  try {
    return { ...here, ...await settled(here) }
  } catch (problem) {
    await here.close()
    throw problem
  }
}

async function settled(here: TestHouse) {
  const secretary = await founded(here, 1, 'shicheng')
  const [at, beside] = [await stairs(here, secretary, '榕荫里'), await stairs(here, secretary, '梧桐里')]
  const settledHere = await settlePeople(here, secretary, at)
  const stranger = await founded(here, 2, 'chating')
  const away = await stairs(here, stranger, '茶亭里')
  const own = await laySpot(here, { ...at, secretary, raiser: settledHere.rai, lead: settledHere.has })
  const other = await laySpot(here, { ...beside, secretary, raiser: await somebodyAt(here, secretary, beside), lead: await someWorker(here, secretary) })
  const foreign = await laySpot(here, { ...away, secretary: stranger, raiser: await somebodyAt(here, stranger, away), lead: await someWorker(here, stranger) })
  const shared = await sharedThings(here, secretary)
  const people = { out: passerBy(1), els: passerBy(1), ...settledHere }
  const cookies = { out: '', els: await cookieFor(here, stranger) } as Record<Column, string>
  for (const [column, actor] of Object.entries(settledHere)) cookies[column as Column] = await cookieFor(here, actor)
  const theirs = await sharedThings(here, stranger)
  await sealAll(here.house)
  const { rows: [sealed] } = await here.owner.query<{ size: number }>('select max(size)::int as size from record_head where community_id = 1')
  const head = sealed?.size ?? 0
  const things = await giveOwnThings(here, people, [own, other])
  return {
    people, cookies, things,
    spots: { own: { ...own, ...shared, head }, other: { ...other, ...shared, head }, foreign: { ...foreign, ...theirs, head: head + 1 } },
  }
}

async function founded(here: TestHouse, community: number, slug: string): Promise<Actor> {
  const { secretary } = await here.act(foundCommunity, passerBy(community), {
    name: `${slug}社区`, street: '榕城街道', slug, method: '163', secretaryName: `岗书记${community}位`, secretaryPhone: `1382000000${community}`,
  })
  return here.house.database.look(community, db => actorOf(db, secretary, '2026-11-20'))
}

type Stairs = Pick<Ground, 'community' | 'slug' | 'code' | 'estate' | 'building' | 'entrance' | 'homes'>

async function stairs(here: TestHouse, secretary: Actor, name: string): Promise<Stairs> {
  const { id } = await here.act(addBuildings, secretary, { estate: name, buildings: '1号楼', entrances: 1, floors: 2, homesPerFloor: 2 })
  const { rows } = await here.owner.query<{ id: number, kind: string, label: string, code: string }>(
    'select id::int, kind, label, code from place where estate_id = $1 or id = $1 order by id', [id])
  const of = (kind: string) => rows.find(row => row.kind === kind)?.id ?? 0
  const slug = secretary.community === 1 ? 'shicheng' : 'chating'
  return {
    community: secretary.community, slug, code: rows[0]?.code ?? '', estate: of('estate'), building: of('building'), entrance: of('entrance'),
    homes: rows.filter(row => row.kind === 'home'),
  }
}

async function somebodyAt(here: TestHouse, secretary: Actor, { homes }: Stairs): Promise<Actor> {
  const { person } = await here.act(moveIn, secretary, { home: homes[0]?.id, ...resident(secretary.community === 1 ? 'zo' : 'zf'), tie: 'owner', since: '2026-01-01' })
  return here.house.database.look(secretary.community, db => actorOf(db, Number(person), '2026-11-20'))
}

async function someWorker(here: TestHouse, secretary: Actor): Promise<Actor> {
  const id = await postholder(here, secretary, { column: 'led', post: 'partner_contact', place: '' })
  return here.house.database.look(secretary.community, db => actorOf(db, id, '2026-11-20'))
}

/** Something that happens every week. */
export const HAPPENING = { title: '晨练', place: '小广场', on: '2026-12-01', from: '7:30', minutes: 40, repeat: 'weekly' }

async function sharedThings(here: TestHouse, secretary: Actor) {
  const service = await here.act(addService, secretary, {
    class: 'government', name: '居住证', about: '办居住证', provider: '居委会', place: '一楼', hours: '工作日', phone: '',
  })
  const template = await here.act(saveTemplate, secretary, { name: '谢谢', text: '谢谢您告诉我们' })
  const channel = await here.act(addChannel, secretary, { kind: 'webhook', name: '街道', url: 'https://hooks.example.com/a', secret: '' })
  const { rows } = await here.owner.query<{ id: number }>(`insert into delivery (community_id, key, kind, via, channel_id, state, next_at, made_at)
    values ($1, 'x', 'test', 'webhook', $2, 'failed', now(), now()) returning id::int`, [secretary.community, channel.id])
  const happening = await here.act(addHappening, secretary, { ...HAPPENING })
  const word = await here.act(addWord, secretary, { word: '代开发票', kind: 'advertising' })
  const hook = await here.act(makeHook, secretary, {
    organisation: secretary.posts[0]?.organisation_id, name: '供水', secret: `whsec_${Buffer.alloc(32, secretary.community).toString('base64')}`,
  })
  return { hook: hook.id, happening: happening.id, word: word.id, service: service.id, template: template.id, channel: channel.id, delivery: rows[0]?.id ?? 0 }
}
