// A chapter of its own: the owners of 荔枝园 decide together on a door that opens by itself, from the roll to the posted result.
import { closeDecision, openDecision, paperCode } from '#modules/decisions/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { at, clockText } from '#test/voting.ts'
import type { Teller } from './teller.ts'

/** 荔枝园, a house of ten homes; those who own them come in as `owner 1`, `owner 2` and so on, in the order of the homes. */
export interface Orchard {
  estate: number
  building: number
  homes: number[]
  owners: number[]
  officer: number
}

const HOMES = ['101', '102', '201', '202', '301', '302', '401', '402', '501', '502']
// The last two own one home together.
const OWNERS = ['叶小满', '何宝珠', '方振华', '谢丽娟', '赖国安', '邱美玉', '施永福', '温晓东', '范玉兰', '江志明', '江春燕']

/** The smallest picture there is: an example need not be long. */
const PHOTO = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGN4BwAA8ADv8GkuoQAAAABJRU5ErkJggg=='

const OWN_RULES = `key: own-rules
version: 1
layer: estate
within: fujian
from: 2026-01-01
name: { zh: 荔枝园业主大会议事规则, en: Rules of procedure of 荔枝园 }
sources:
  rules: { law: { zh: 荔枝园业主大会议事规则, en: Rules of procedure of 荔枝园 }, article: "8", says: { zh: 投票开放十天, en: Voting takes ten days }, mark: V }
rules:
  voting: { value: 10, source: rules }
`

/** Drafted, put on the roll, announced, voted on through every channel, counted and posted. */
export async function vote(t: Teller): Promise<Orchard> {
  const orchard = await laidOut(t)
  const id = await drafted(t, orchard)
  await frozen(t, orchard, id)
  const { objection } = await t.does('owner 1', 'decisions.object', { id, about: 'roll', text: '我家面积少写了两平方米，请查一下产权证' })
  await t.does('secretary', 'decisions.answerObjection', { id, objection, upheld: 'false', answer: '查了产权证，是 88.10 平方米，名册没有写错' })
  await announced(t, orchard, id, ['notice', 'committee'])
  await t.does('secretary', 'decisions.recordDelivery', { id, number: 4, how: 'in_hand', receivedBy: 'owner', at: clockText(t.time.now),
    witness: orchard.officer })
  await opened(t, id)
  await returned(t, orchard, id)
  await counted(t, orchard, id)
  return orchard
}

async function laidOut(t: Teller): Promise<Orchard> {
  await t.does('secretary', 'roster.import', { rows: OWNERS.map((name, i) => ({
    line: i + 2, estate: '荔枝园', building: '1号楼', entrance: '1单元', home: HOMES[Math.min(i, 9)], area: '88.10', areaSource: '登记',
    name, tie: '业主', since: '2026-01-01',
  })) })
  const { items: estates } = await t.asks('secretary', 'places.list', { kind: 'estate' })
  const estate = estates.find(({ label }) => label === '荔枝园')?.id ?? 0
  const { items: buildings } = await t.asks('secretary', 'places.list', { kind: 'building' })
  const building = buildings.find(({ label }) => label === '荔枝园 1号楼')?.id ?? 0
  const { items: homes } = await t.asks('secretary', 'places.list', { kind: 'home', limit: '100' })
  return {
    estate, building, homes: homes.filter(({ label }) => String(label).startsWith('荔枝园')).map(({ id }) => id),
    owners: await ownersIn(t), officer: await officerIn(t),
  }
}

async function ownersIn(t: Teller): Promise<number[]> {
  const found: number[] = []
  for (const [i, name] of OWNERS.entries()) {
    const { items: [owner] } = await t.asks('secretary', 'people.named', { name })
    found.push(owner?.id ?? 0)
    await t.enter(`owner ${i + 1}`, owner?.id ?? 0)
  }
  return found
}

async function officerIn(t: Teller): Promise<number> {
  const { id: person } = await t.does('secretary', 'people.registerPerson', { name: '郭海峰' })
  await t.does('secretary', 'people.appoint', { person, since: today(t), kind: 'street_officer', organisationKind: 'street_office',
    organisation: '榕城街道办事处' })
  await t.enter('officer', person)
  return person
}

async function drafted(t: Teller, { estate }: Orchard): Promise<number> {
  await t.does('secretary', 'decisions.keepRules', { estate, source: OWN_RULES })
  const { id: early } = await t.does('secretary', 'decisions.draft', { estate, title: '楼顶种花', about: '几户想在楼顶种花，不花公共的钱' })
  await t.does('secretary', 'decisions.drop', { id: early, reason: '楼顶防水还没修好，修好再投' })
  const { id } = await t.does('secretary', 'decisions.draft', { estate, title: '单元门换成自动门', about: '旧门老人推不动。两家报价，低的 6,800 元，从公共收益出。' })
  await t.does('secretary', 'decisions.putQuestion', { id, position: 1, item: 'common_parts', text: '同意把 1 单元的门换成自动门吗？' })
  return id
}

/** The roll of today, posted; who of the couple votes is settled. */
export async function frozen(t: Teller, { homes, owners, building }: Orchard, id: number): Promise<void> {
  await t.does('secretary', 'decisions.settleHome', { id, home: homes.at(-1), kind: 'named', person: owners[9], reason: '两位业主一起签了推选书' })
  await t.does('secretary', 'decisions.freezeRoll', { id, asOf: today(t), objectionsUntil: today(t, 3) })
  await hung(t, building, id, ['roll'])
}

/** Announced for voting from the 17th day on, for ten days, once nobody can object to the roll any more. */
export async function announced(t: Teller, { building }: Orchard, id: number, what: readonly string[]): Promise<void> {
  t.later({ days: 4 })
  await t.does('secretary', 'decisions.announce', { id, opens: `${today(t, 17)}T08:00`, closes: `${today(t, 27)}T20:00` })
  await hung(t, building, id, what)
}

/** The clock opens it. */
export async function opened(t: Teller, id: number): Promise<void> {
  t.time.now = at(`${today(t, 17)}T08:00`)
  await t.act(openDecision, passerBy(1), { id })
}

// On the net, at the door, on paper with two readers, and by mandate: whoever owns 301 lets his neighbour below hand it in.
// The roll stands in the order of the homes.
async function returned(t: Teller, { owners, officer }: Orchard, id: number): Promise<void> {
  const choices = { 1: 'yes' }
  await t.does('owner 1', 'decisions.cast', { id, choices })
  await t.does('secretary', 'decisions.castAtDoor', { id, number: 2, choices: { 1: 'no' }, witness: officer, photo: PHOTO })
  const paper = { id, code: paperCode(t.house.means.secrets, { community: 1, id }, 4), returnedAt: clockText(t.time.now), choices }
  await t.does('officer', 'decisions.readPaper', paper)
  await t.does('secretary', 'decisions.readPaper', paper)
  const { mandate } = await t.does('secretary', 'decisions.recordMandate', { id, number: 5, agent: owners[2], choices, photo: PHOTO })
  await t.does('owner 3', 'decisions.castByMandate', { id, mandate })
  for (const number of [3, 6, 7, 8]) await t.does(`owner ${number}`, 'decisions.cast', { id, choices })
}

/** The clock closes it, the result hangs. */
export async function counted(t: Teller, { building }: Orchard, id: number): Promise<void> {
  t.time.now = at(`${today(t, 10)}T20:00`)
  await t.act(closeDecision, passerBy(1), { id })
  await hung(t, building, id, ['result'])
  await t.does('secretary', 'decisions.postResult', { id })
}

async function hung(t: Teller, place: number, id: number, things: readonly string[]): Promise<void> {
  for (const what of things) {
    await t.does('secretary', 'decisions.recordPosting', { id, what, place, at: clockText(t.time.now), photo: PHOTO })
  }
}

/** The day there, so many days on. */
export function today(t: Teller, more = 0): string {
  return t.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days: more }).toString()
}
