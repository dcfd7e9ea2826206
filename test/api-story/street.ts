// First chapter: the secretary lays out the estate, people move in, and posts are given.
import type { Teller } from './teller.ts'

/** What the later chapters name. */
export interface Street {
  building: number
  entrance: number
  lift: number
  homes: number[]
  resident: number
  neighbour: number
  worker: number
  company: number
}

/** Two buildings, a lift, two households, a grid worker and somebody of the property company. */
export async function street(t: Teller): Promise<Street> {
  await t.does('secretary', 'roster.addBuildings', { estate: '榕荫里', buildings: '1-2', entrances: 1, floors: 2, homesPerFloor: 2 })
  const { items: places } = await t.asks('secretary', 'places.list', { kind: 'home', limit: '2' })
  const { items: buildings } = await t.asks('secretary', 'places.list', { kind: 'building' })
  const { items: entrances } = await t.asks('secretary', 'places.list', { kind: 'entrance' })
  const [building, entrance] = [buildings[0]?.id ?? 0, entrances[0]?.id ?? 0]
  await t.does('secretary', 'roster.setPoint', { place: building, latitude: '26.081200', longitude: '119.306500' })
  const { id: lift, code } = await t.does('secretary', 'roster.addThing', { place: entrance, name: '1号梯' })
  await t.asks('', 'places.show', { id: String(lift) })
  await t.asks('', 'places.byCode', { code: String(code) })
  const homes = places.map(home => home.id)
  const [resident, neighbour] = await households(t, homes)
  const worker = await workers(t)
  const company = await posts(t)
  await lookedUp(t, building, homes)
  return { building, entrance, lift, homes, resident, neighbour, worker, company }
}

async function households(t: Teller, [first = 0, second = 0]: number[]): Promise<[number, number]> {
  const moving = { tie: 'owner', since: '2026-11-01' }
  const { person: resident } = await t.does('secretary', 'roster.moveIn', { ...moving, home: first, name: '林秀英', phone: '13800000011' })
  const { person: neighbour } = await t.does('secretary', 'roster.moveIn', { ...moving, home: second, name: '黄国栋' })
  const tenant = await t.does('secretary', 'roster.moveIn', { ...moving, home: second, name: '周晓晴', tie: 'tenant' })
  await t.does('secretary', 'roster.moveOut', { tie: tenant.id, until: '2026-11-20' })
  await t.does('secretary', 'roster.import',
    { rows: [{ line: 2, estate: '榕荫里', building: '3号楼', entrance: '1单元', home: '101', name: '陈海生', tie: '业主' }] })
  await t.enter('resident', Number(resident))
  await t.enter('neighbour', Number(neighbour))
  await t.does('secretary', 'people.invite', { home: first })
  return [Number(resident), Number(neighbour)]
}

async function workers(t: Teller): Promise<number> {
  const { id: worker } = await t.does('secretary', 'people.registerPerson', { name: '吴桂芳' })
  const post = { person: worker, since: '2026-11-01', organisationKind: 'residents_committee', organisation: '石埕社区居委会' }
  await t.does('secretary', 'people.appoint', { ...post, kind: 'stairwell_head' })
  await t.does('secretary', 'people.appoint', { ...post, kind: 'grid_worker', organisationKind: 'grid', organisation: '第三网格' })
  await t.enter('worker', worker)
  return worker
}

async function posts(t: Teller): Promise<number> {
  const { id: staff } = await t.does('secretary', 'people.registerPerson', { name: '郑文彬' })
  await t.does('secretary', 'people.appoint', { person: staff, since: '2026-11-01', kind: 'property_staff',
    organisationKind: 'property_company', organisation: '安居物业' })
  await t.enter('staff', staff)
  const { items } = await t.asks('', 'people.posts')
  const former = items.find(post => post['kind'] === 'stairwell_head')
  await t.does('secretary', 'people.endPost', { post: former?.id, until: '2026-11-22' })
  return Number(items.find(post => post['organisation'] === '安居物业')?.['organisationId'])
}

async function lookedUp(t: Teller, building: number, [home = 0]: number[]): Promise<void> {
  await t.asks('secretary', 'roster.homes', { building: String(building), limit: '2' })
  await t.asks('secretary', 'roster.household', { home: String(home) })
  await t.asks('secretary', 'roster.overview')
  await t.asks('secretary', 'people.named', { name: '林' })
  await t.asks('', 'people.grids')
}
