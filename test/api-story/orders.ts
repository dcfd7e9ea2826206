// Chapter of the menu and orders: repairs ordered, taken, given back, served, confirmed, rated; a waiting list; visits with consent.
import { tendOrders } from '../../src/jobs/orders.ts'
import type { Street } from './street.ts'
import type { Teller } from './teller.ts'

const ITEM = { class: 'volunteer', kind: 'service', name: '修小家电', about: '看看电视、风扇哪里坏了，能修就修', notDone: '不修燃气灶', skills: [], minutes: 60, meantFor: 'everybody' }

/** Tells of all of it; some days pass. */
export async function orders(t: Teller, { homes, resident }: Street): Promise<void> {
  await t.does('neighbour', 'volunteers.join', {})
  const { id: item } = await t.does('secretary', 'orders.makeItem', { ...ITEM, mostADay: 1 })
  await t.does('secretary', 'orders.changeItem', { id: item, ...ITEM, mostADay: 1, notDone: '不修燃气灶，不收钱' })
  await t.asks('', 'orders.menu', { q: '电视' })
  const place = (more: object = {}) => t.does('resident', 'orders.place', { item, place: homes[0], words: '电视打不开了', on: dayIn(t, 1), at: '9:30', ...more })
  const { id } = await place()
  const date = await dateOf(t, id)
  const { id: second } = await place({ at: '15:00' })
  await t.asks('neighbour', 'orders.offers')
  await t.does('neighbour', 'orders.accept', { id, date })
  await t.does('neighbour', 'orders.giveBack', { id, date, why: '孩子发烧' })
  await t.does('neighbour', 'orders.accept', { id, date })
  t.later({ hours: 25 })
  await t.does('neighbour', 'orders.begin', { id, date })
  t.later({ minutes: 40 })
  await t.does('neighbour', 'orders.finish', { id, date })
  await t.does('resident', 'orders.confirm', { id, date })
  await t.does('resident', 'orders.rate', { id, date, stars: 5, text: '手脚麻利，傻逼电视好了' })
  await t.does('secretary', 'orders.judgeRating', { id, date, show: 'yes' })
  await t.asks('', 'orders.item', { id: String(item) })
  await waited(t, second, place)
  await visited(t, { home: homes[0] ?? 0, resident })
  await t.does('secretary', 'orders.retireItem', { id: item })
}

// The day is full: who calls off makes room for the next one, who says yes.
async function waited(t: Teller, second: number, place: (more: object) => Promise<{ id: number }>): Promise<void> {
  const on = dayIn(t, 3)
  const [{ id: first }, { id: next }] = [await place({ on }), await place({ on, at: '15:00' })]
  await t.does('resident', 'orders.callOff', { id: first, date: await dateOf(t, first), why: '自己修好了' })
  await t.does('resident', 'orders.takePlace', { id: next, date: await dateOf(t, next) })
  await t.does('resident', 'orders.end', { id: next, why: '也修好了' })
  await t.asks('resident', 'orders.show', { id: String(second) })
}

// Somebody else asks that the resident be visited every week; he agrees, and thinks better of it.
async function visited(t: Teller, { home, resident }: { home: number, resident: number }): Promise<void> {
  const { id: visit } = await t.does('secretary', 'orders.makeItem', { ...ITEM, kind: 'visit', name: '看望老人', about: '坐坐，聊聊' })
  const { id } = await t.does('neighbour', 'orders.place', { item: visit, place: home, named: '林秀英', words: '每星期去坐坐', on: dayIn(t, 1), at: '9:30', repeat: 'weekly' })
  const { consenting } = await t.asks('resident', 'orders.mine')
  if (!(consenting as number[]).includes(id)) throw new Error(`${resident} was not asked`)
  await t.does('resident', 'orders.agree', { id, share: 'words' })
  await tendOrders(t.house)
  await t.asks('secretary', 'orders.team')
  await t.does('resident', 'orders.withdraw', { id })
}

async function dateOf(t: Teller, id: number): Promise<number> {
  const { dates } = await t.asks('resident', 'orders.show', { id: String(id) })
  return (dates as { id: number }[])[0]?.id ?? 0
}

function dayIn(t: Teller, days: number): string {
  return t.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days }).toString()
}
