// What is worked out together: a plan in two versions, and the electricity of the stairs, shared by a key that all can live with.
import { recodePhoto } from '#kit/photos.ts'
import { addPhoto } from '#modules/matters/public.ts'
import { photoOf } from '#test/pictures.ts'
import { dayIn } from './asking.ts'
import type { Street } from './street.ts'
import type { Teller } from './teller.ts'

const BENCHES = { heading: '长椅', text: '靠墙放两张长椅' }
const PATH = { heading: '通道', text: '门口留出一米五，轮椅能过' }

/** A plan for the ground floor: said about, answered, and made final. */
export async function planned(t: Teller, here: Street): Promise<void> {
  const id = await taken(t, here, '一楼空地能不能用起来')
  await t.does('worker', 'plans.publish', { id, about: '一楼空地怎么用，先听听大家的', yuan: '2600', parts: [BENCHES, PATH], days: 7 })
  const { suggestion } = await t.does('resident', 'plans.suggest', { id, part: 1, stance: 'for', text: '长椅加个靠背，老人坐得住' })
  const { suggestion: worry } = await t.does('neighbour', 'plans.suggest', { id, part: 1, stance: 'worry', text: '晚上有人坐着聊天，一楼睡不好' })
  await t.does('neighbour', 'plans.support', { id, suggestion })
  t.later({ hours: 24 })
  await t.does('worker', 'plans.decide', { id, suggestion, fate: 'adopted', version: 2, part: 1 })
  await t.does('worker', 'plans.decide', { id, suggestion: worry, fate: 'partly', version: 2, part: 1, words: '椅子离窗远一点；夜里不让坐做不到' })
  const { token } = await t.act(addPhoto, await t.actor('worker'), { photo: await recodePhoto(await photoOf('#e8efe4'), 'plan.jpg') })
  await t.does('worker', 'plans.publish', {
    id, about: '椅子加靠背，离窗三米', yuan: '2900', final: true,
    parts: [{ part: 1, heading: '长椅', text: '离窗三米放两张带靠背的长椅' }, { part: 2, ...PATH }],
    drawings: [{ photo: token, alt: '一楼平面图，两张长椅在东边，门口留着通道' }],
  })
  await t.asks('resident', 'plans.show', { id: String(id) })
}

const STAIRS = { what: '楼道灯电费', yuan: '96', monthly: true, tableOpen: true }

/** The electricity of the stairs: weighed, objected to, changed, agreed, signed and billed. */
export async function shared(t: Teller, here: Street): Promise<void> {
  const id = await taken(t, here, '楼道灯电费怎么分才公平')
  const query = { id: String(id) }
  await t.does('worker', 'sharing.start', { id, place: here.building, ...STAIRS })
  await metered(t, here, id)
  const [own, next] = here.homes
  await t.does('resident', 'sharing.say', { id, home: own, key: 'household', stance: 'good' })
  const { objection } = await t.does('neighbour', 'sharing.say',
    { id, home: next, key: 'household', stance: 'against', text: '一楼不走楼梯，不该一样多' })
  await t.does('worker', 'sharing.answer', { id, objection, words: '有道理，一楼按一半算' })
  await t.does('worker', 'sharing.change', { id, ...STAIRS, floors: '1=0.5\n2-40=1' })
  for (const [as, home] of [['resident', own], ['neighbour', next]] as const) {
    await t.does(as, 'sharing.say', { id, home, key: 'floor', stance: as === 'resident' ? 'bearable' : 'good' })
  }
  await t.asks('resident', 'sharing.show', query)
  await agreed(t, here, id)
}

// What the meters of the homes say is for those who handle it.
async function metered(t: Teller, here: Street, id: number): Promise<void> {
  const { items } = await t.asks('secretary', 'roster.homes', { building: String(here.building) })
  const readings = items.map((home, at) => ({ home: home.id, amount: `${80 + 15 * at}.5度` }))
  await t.does('worker', 'sharing.enterReadings', { id, month: monthOf(t), readings })
  await t.asks('worker', 'sharing.readings', { id: String(id), month: monthOf(t) })
}

async function agreed(t: Teller, { resident, worker }: Street, id: number): Promise<void> {
  const query = { id: String(id) }
  const { agreement } = await t.does('worker', 'sharing.agree',
    { id, key: 'floor', effectiveOn: dayIn(t, 0), signatories: [resident, worker] })
  await t.does('resident', 'sharing.sign', { id, agreement })
  await t.does('worker', 'sharing.sign', { id, agreement })
  const { bill } = await t.does('worker', 'sharing.makeBill', { id, month: monthOf(t), yuan: '93.60' })
  await t.asks('resident', 'sharing.agreements', query)
  await t.asks('resident', 'sharing.bill', { ...query, bill: String(bill) })
}

// Raised by the resident, taken on by the grid worker.
async function taken(t: Teller, here: Street, text: string): Promise<number> {
  const { id } = await t.does('resident', 'matters.raise', { place: here.entrance, kind: 'idea', text })
  await t.does('worker', 'matters.accept', { id })
  return id
}

function monthOf(t: Teller): string {
  return dayIn(t, 0).slice(0, 7)
}
