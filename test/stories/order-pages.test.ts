// S1-20, S1-21, S1-23 over HTTP, with scripts blocked: the broken television, and the visits of an old mother whose daughter is away.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { tendOrders } from '#jobs/orders.ts'
import { datesOf, dayAhead, momentAhead, onMenu, volunteers } from '#test/ordering.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, formsIn, untouched, visitor, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'

const BEGIN = Temporal.Instant.from('2026-11-20T01:00:00Z')
let here: Village
let app: Hono
let [passer, resident, helper, other, secretary, worker]: Visitor[] = []
before(async () => {
  here = await village({ now: BEGIN.toString() })
  app = createApp(here.house)
  passer = visitor(app)
  const as = async (key: 'resident' | 'neighbour' | 'doctor' | 'secretary' | 'gridWorker') => visitor(app, await cookieOf(here, key))
  resident = await as('resident')
  helper = await as('neighbour')
  other = await as('doctor')
  secretary = await as('secretary')
  worker = await as('gridWorker')
  await volunteers(here, here.people.neighbour, 'appliance_repair', 'company')
  await volunteers(here, here.people.doctor, 'company')
})
after(() => here.close())

const page = async (who: Visitor | undefined, path: string) => {
  const { status, text } = await who?.open(`/shicheng${path}`) ?? assert.fail()
  assert.equal(status, 200, `${path}: ${status}`)
  return text
}

/** Sends the form to this address as it stands on the page, with what somebody fills in. */
async function fill(who: Visitor | undefined, path: string, action: string, fields: Record<string, string | string[]> = {}) {
  const found = formsIn(await page(who, path)).find(form => form.action === `/shicheng${action}`)
  if (!found) assert.fail(`no form to ${action} on ${path}`)
  return await who?.send(`/shicheng${action}`, { ...untouched(found), requestKey: randomUUID(), ...fields }) ?? assert.fail()
}

const first = async (id: number) => (await datesOf(here, id))[0]?.id ?? assert.fail('no date')

describe('the television is broken', () => {
  test('the secretary puts repairs on the menu; everybody reads it, finds it, and sees what nobody can do', async () => {
    const made = await fill(secretary, '/menu/new', '/menu/new', {
      name: '修小家电', about: '看看电视、风扇哪里坏了，能修就修', notDone: '不修燃气灶', skills: ['appliance_repair'],
    })
    assert.equal(made.status, 303)
    await fill(secretary, '/menu/new', '/menu/new', { name: '换开关插座', about: '换坏了的开关和插座', skills: ['electrics'] })
    const found = await page(passer, '/menu?q=电视')
    assert.match(found, /修小家电/u)
    assert.doesNotMatch(found, /换开关/u)
    const whole = await page(passer, '/menu')
    assert.match(whole, /换开关插座[\s\S]*?持证上门[\s\S]*?现在没人能做/u)
    const [, electrics] = /menu\/(\d+)"[^>]*>(?:(?!<\/a>)[\s\S])*换开关/u.exec(whole) ?? []
    assert.match(await page(resident, `/menu/${electrics}`), /aria-disabled="true"[\s\S]*核过证的邻居现在没有/u)
    assert.equal((await fill(resident, `/menu/new`, '/menu/new').catch(() => null)), null, 'a resident finds no form')
  })

  test('ordered from an untouched form with three words, taken with one tap, served, confirmed, rated, and in the hours', async () => {
    const [, item] = /menu\/(\d+)"/u.exec(await page(resident, '/menu?q=小家电')) ?? []
    const sent = await fill(resident, `/menu/${item}/order`, `/menu/${item}/order`, { words: '电视打不开了', place: String(here.people.resident.homes[0]?.id) })
    assert.equal(sent.status, 303)
    const id = Number(/orders\/(\d+)/u.exec(sent.location)?.[1])
    assert.match((await resident?.open(sent.location))?.text ?? '', /点好了/u)
    const offers = await page(helper, '/orders/offers')
    assert.match(offers, /电视打不开了/u)
    assert.doesNotMatch(offers, /602/u, 'no door before it is taken')
    assert.equal((await other?.open(`/shicheng/orders/${id}`))?.status, 404)
    assert.equal((await fill(helper, '/orders/offers', `/orders/${id}/do/accept`)).status, 303)
    assert.match(await page(helper, `/orders/${id}`), /602/u)
    assert.match(await page(resident, `/orders/${id}`), /陈海生 来/u)
    here.time.now = momentAhead(here, 1, '09:32')
    await fill(helper, `/orders/${id}`, `/orders/${id}/do/begin`)
    here.time.now = here.time.now.add({ minutes: 40 })
    await fill(helper, `/orders/${id}`, `/orders/${id}/do/finish`)
    assert.match(await page(resident, `/orders/${id}`), /做完了，等确认/u)
    await fill(resident, `/orders/${id}`, `/orders/${id}/do/confirm`)
    const form = `/orders/${id}/do/rate`
    assert.equal((await fill(resident, `${form}?date=${await first(id)}`, form, { stars: '5', text: '手脚麻利，还教我怎么用' })).status, 303)
    assert.match(await page(passer, `/menu/${item}`), /做过 1 次[\s\S]*5\.0 星（1 次评价）[\s\S]*手脚麻利/u)
    const { rows } = await here.owner.query('select proof, served, minutes from serving join serving_share on serving_share.serving_id = serving.id where about = $1', [`orders/${id}`])
    assert.deepEqual(rows, [{ proof: 'confirmed', served: 1, minutes: 40 }])
  })

  test('a dispute is not served at the door: the menu leads to mediation', async () => {
    const dispute = await onMenu(here, { kind: 'dispute', name: '调解邻里纠纷', about: '楼上漏水、停车、噪声', skills: [] })
    const shown = await page(resident, `/menu/${dispute}`)
    assert.match(shown, /href="\/shicheng\/raise"/u)
    assert.match(await page(resident, `/menu/${dispute}/order`), /走调解/u)
    assert.equal((await resident?.send(`/shicheng/menu/${dispute}/order`, { words: '楼上太吵', on: dayAhead(here, 1), at: '9:00', place: String(here.people.resident.homes[0]?.id) }))?.status, 403)
  })

  test('a worker enters an order for who called, and confirms it for who has no phone', async () => {
    const item = await onMenu(here)
    const sent = await fill(worker, `/menu/${item}/order`, `/menu/${item}/order`, { words: '电饭煲不热了', entered: 'true', named: '黄玉珠', address: '榕荫里 1号楼 1单元 302' })
    assert.equal(sent.status, 303, sent.text.slice(0, 2000))
    const id = Number(/orders\/(\d+)/u.exec(sent.location)?.[1])
    await fill(helper, '/orders/offers', `/orders/${id}/do/accept`)
    here.time.now = momentAhead(here, 1, '09:32')
    await fill(helper, `/orders/${id}`, `/orders/${id}/do/begin`)
    await fill(helper, `/orders/${id}`, `/orders/${id}/do/finish`)
    await fill(worker, `/orders/${id}`, `/orders/${id}/do/confirm`)
    assert.match(await page(worker, `/orders/${id}`), /工作人员替他确认的/u)
  })
})

describe('the parents are old and the daughter is away', () => {
  let visits: number
  let id: number
  const ask = (fields: Record<string, string> = {}) => fill(resident, `/menu/${visits}/order`, `/menu/${visits}/order`,
    { words: '每星期去坐坐', repeat: 'weekly', named: '黄玉珠', address: '榕荫里 1号楼 1单元 302', ...fields })

  test('she asks for a visit every week, and nothing happens before her mother agrees', async () => {
    visits = await onMenu(here, { kind: 'visit', name: '看望老人', about: '坐坐，聊聊，看看要不要帮忙', skills: ['company'], minutes: 40 })
    const sent = await ask()
    assert.equal(sent.status, 303, /class="errs".{0,300}/su.exec(sent.text)?.[0] ?? '')
    id = Number(/orders\/(\d+)/u.exec(sent.location)?.[1])
    await tendOrders(here.house)
    assert.equal((await datesOf(here, id)).length, 0)
    assert.match(await page(resident, `/orders/${id}`), /还在等同意/u)
    assert.equal((await resident?.open(`/shicheng/orders/${id}/do/agree`))?.status, 403, 'nobody agrees for her mother')
    const unknown = await ask({ named: '没有这个人' })
    assert.equal(unknown.status, 303, 'who lives behind which door is told to nobody')
  })

  test('a worker asks at the door and writes it down; then dates are made, and no date twice', async () => {
    assert.match(await page(worker, '/orders'), /等老人点头的[\s\S]*302/u)
    const agreed = await fill(worker, `/orders/${id}/do/agree`, `/orders/${id}/do/agree`, { share: 'took_place', how: 'at_door' })
    assert.equal(agreed.status, 303, agreed.text.slice(0, 3000))
    await Promise.all([tendOrders(here.house), tendOrders(here.house)])
    assert.equal((await datesOf(here, id)).length, 5)
    const { rows } = await here.owner.query('select how, share, recorded_by::int, given_at is not null as when from order_consent where order_id = $1', [id])
    assert.deepEqual(rows, [{ how: 'at_door', share: 'took_place', recorded_by: here.people.gridWorker.personId, when: true }])
  })

  test('one visit is left out, another is taken; what was seen is the mother’s own, and a worry goes to the leader', async () => {
    const [visit, skipped] = await datesOf(here, id)
    const off = `/orders/${id}/do/callOff`
    await fill(resident, `${off}?date=${skipped?.id}`, off, { why: '那天我自己回去' })
    await helper?.send(`/shicheng/orders/${id}/do/accept`, { date: String(visit?.id), requestKey: randomUUID() })
    here.time.now = momentAhead(here, 1, '09:31')
    const form = `/orders/${id}/do/finish`
    await fill(helper, `/orders/${id}`, `/orders/${id}/do/begin`)
    const health = await fill(helper, `${form}?date=${visit?.id}`, form, { came: 'met', seen: 'worried', log: '血压高，忘了吃药' })
    assert.equal(health.status, 422)
    assert.match(health.text, /病情和用药不写在这里/u)
    const done = await fill(helper, `${form}?date=${visit?.id}`, form, { came: 'met', seen: 'worried', log: '一个人搬不动米' })
    assert.equal(done.status, 303)
    assert.match((await helper?.open(done.location))?.text ?? '', /急的打 120/u)
    const told = await page(resident, `/orders/${id}`)
    assert.match(told, /见到了/u)
    assert.doesNotMatch(told, /有点担心|搬不动米/u)
    const { rows } = await here.owner.query(`select facts->>'to' as to from journal where action = 'orders.finish' and subject = $1`, [`orders/${id}`])
    assert.deepEqual(rows, [{ to: 'worried' }])
  })

  test('the mother wants no more visits: all end at once, and the daughter is told that, not why', async () => {
    await fill(worker, `/orders/${id}`, `/orders/${id}/do/withdraw`)
    assert.deepEqual([...new Set((await datesOf(here, id)).map(({ state }) => state))].toSorted(), ['off', 'served'])
    const shown = await page(resident, `/orders/${id}`)
    assert.match(shown, /这张单结束了/u)
    await tendOrders(here.house)
    assert.ok((await datesOf(here, id)).every(({ state }) => state === 'off' || state === 'served'))
    assert.equal((await helper?.send(`/shicheng/orders/${id}/do/accept`, { date: String((await datesOf(here, id))[2]?.id) }))?.status, 403)
  })
})

test('the leader sees who comes, and a resident does not', async () => {
  assert.match(await page(secretary, '/orders/team'), /看望老人|修小家电/u)
  assert.equal((await resident?.open('/shicheng/orders/team'))?.status, 403)
})

test('what somebody serves stands on his own calendar', async () => {
  const { ownEvents } = await import('#modules/calendars/public.ts')
  const around = { lang: 'zh' as const, zone: 'Asia/Shanghai', now: BEGIN, at: 'http://localhost/shicheng', uidOf: (thing: string) => thing }
  const events = await here.house.database.look(1, db => ownEvents(db, here.people.neighbour, around))
  assert.ok(events.some(({ title }) => /^约好的：\d+ 号点单$/u.test(title)))
  assert.ok(!JSON.stringify(events).includes('修小家电'), 'what happens in a home is told by its number alone')
})
