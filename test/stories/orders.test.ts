// Orders: who may take them, exactly one does; nobody is in two places at once; a full day, a substitute, and the clock.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { spread } from '#jobs/notices.ts'
import { forgetOldOrders, tendOrders } from '#jobs/orders.ts'
import {
  acceptOrder, beginOrder, callOffOrder, confirmOrder, finishOrder, giveBackOrder, judgeRating, menu, menuItem, offersFor, orderById, rateOrder, ratingsOf, takePlace,
} from '#modules/orders/public.ts'
import { inboxOf } from '#modules/notices/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { changeVolunteer } from '#modules/volunteers/public.ts'
import { datesOf, dayAhead, momentAfter, neighbours, onMenu, ordered, volunteers } from '#test/ordering.ts'
import { village, type Village } from '#test/village.ts'

const BEGIN = Temporal.Instant.from('2026-11-20T01:00:00Z')
let here: Village
let item: number
let [one, two]: Actor[] = []
let resident: Actor
before(async () => {
  here = await village({ now: BEGIN.toString() })
  resident = here.people.resident
  one = await volunteers(here, here.people.neighbour, 'appliance_repair')
  two = await volunteers(here, here.people.doctor, 'appliance_repair')
  item = await onMenu(here, { mostADay: 100 })
})
after(() => here.close())

const offers = async (who: Actor | undefined) => (await here.house.database.look(1, db => offersFor(db, who ?? resident, dayAhead(here, 0), here.time.now))).map(({ id }) => id)
const shown = (who: Actor | undefined, id: number) => here.house.database.look(1, db => orderById(db, who ?? resident, id, dayAhead(here, 0)))
const reasonOf = async (trying: Promise<unknown>) => trying.then(() => assert.fail('it was done'), (problem: Error) => problem.message)
const momentAtBegin = (days: number, time: string) => momentAfter(BEGIN, days, time)
const first = async (order: number) => (await datesOf(here, order))[0]?.id ?? assert.fail('no date')

describe('who comes', () => {
  test('an order is offered to those who have the skill, the time and the place, and to nobody else', async () => {
    const id = await ordered(here, resident, item)
    const date = await first(id)
    assert.ok((await offers(one)).includes(date))
    assert.ok(!(await offers(here.people.tenant)).includes(date))
    assert.ok((await offers(two)).includes(date))
    await here.act(changeVolunteer, two ?? resident, { times: ['7 08:00-09:00'] })
    assert.ok(!(await offers(two)).includes(date), 'not at his hour')
    await here.act(changeVolunteer, two ?? resident, { places: [here.community.place('榕荫里 2号楼')] })
    assert.ok(!(await offers(two)).includes(date), 'not where he serves')
    await here.act(changeVolunteer, two ?? resident, { mostAWeek: 0 })
    assert.ok(!(await offers(two)).includes(date), 'not more than he wants')
    await here.act(changeVolunteer, two ?? resident, {})
    assert.ok((await offers(two)).includes(date))
  })

  test('of a hundred who press at the same moment exactly one comes, and the others are told', async () => {
    const many = await neighbours(here, 100)
    for (const who of many) await volunteers(here, who, 'appliance_repair')
    const id = await ordered(here, resident, item, { at: '14:00' })
    const date = await first(id)
    const helpers = many.filter(who => who.personId !== resident.personId)
    const results = await Promise.allSettled(helpers.map(who => here.act(acceptOrder, who, { id, date })))
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1)
    const refused = results.flatMap(result => result.status === 'rejected' ? [(result.reason as Error).message] : [])
    assert.deepEqual([...new Set(refused)], ['Somebody has taken it; thank you'])
  })

  test('nobody is in two places at once: the database itself refuses', async () => {
    const [early, late] = [await ordered(here, resident, item, { on: dayAhead(here, 4), at: '9:00' }), await ordered(here, here.people.severalHomes, item, { on: dayAhead(here, 4), at: '9:30' })]
    await here.act(acceptOrder, one ?? resident, { id: early, date: await first(early) })
    assert.match(await reasonOf(here.act(acceptOrder, one ?? resident, { id: late, date: await first(late) })), /somewhere else/)
    assert.ok(!(await offers(one)).includes(await first(late)), 'nor is it offered to him')
    await here.owner.query('alter table order_date drop constraint order_date_not_twice')
    await here.act(acceptOrder, one ?? resident, { id: late, date: await first(late) })
    await here.act(giveBackOrder, one ?? resident, { id: late, date: await first(late), why: '撞了' })
    await here.owner.query(`alter table order_date add constraint order_date_not_twice exclude using gist (int4range(community_id, community_id, '[]') with &&,
      int8range(person_id, person_id, '[]') with &&, tstzrange(begins_at, ends_at) with &&) where (person_id is not null and state in ('taken', 'begun'))`)
  })

  test('the address is for who comes, and for those whose it is', async () => {
    const id = await ordered(here, resident, item, { on: dayAhead(here, 5) })
    const label = resident.homes[0]?.label ?? assert.fail()
    assert.equal((await shown(resident, id)).label, label)
    assert.equal((await shown(one, id)).label, null, 'who could come reads what it is about, not where')
    await here.act(acceptOrder, one ?? resident, { id, date: await first(id) })
    assert.equal((await shown(one, id)).label, label)
    assert.equal((await shown(here.people.secretary, id)).label, null)
    await assert.rejects(shown(here.people.tenant, id), { name: 'NotFound' })
  })

  test('who cannot come gives it back; it is offered anew, not to him, and the next one comes', async () => {
    const id = await ordered(here, resident, item, { on: dayAhead(here, 6) })
    const date = await first(id)
    await here.act(acceptOrder, one ?? resident, { id, date })
    await here.act(giveBackOrder, one ?? resident, { id, date, why: '孩子发烧' })
    assert.ok(!(await offers(one)).includes(date))
    await here.act(acceptOrder, two ?? resident, { id, date })
    const { rows } = await here.owner.query(`select facts from journal where action = 'orders.accept' and facts->>'to' = 'instead'`)
    assert.equal(rows.length, 1)
  })
})

describe('what is on the menu', () => {
  test('what nobody can serve now is said to be so', async () => {
    const electrics = await onMenu(here, { name: '换开关', skills: ['electrics'] })
    const listed = await here.house.database.look(1, db => menu(db, { today: dayAhead(here, 0) }))
    assert.equal(listed.find(({ id }) => id === electrics)?.servable, false)
    assert.equal(listed.find(({ id }) => id === item)?.servable, true)
  })

  test('a full day has a waiting list: who calls off makes room, and the next one is asked until a time', async () => {
    const small = await onMenu(here, { name: '理发', skills: [], mostADay: 1, minutes: 30 })
    const [a, b, c] = [await ordered(here, resident, small), await ordered(here, here.people.severalHomes, small), await ordered(here, here.people.committeeChair, small)]
    const state = async (id: number) => (await datesOf(here, id))[0]?.state
    assert.deepEqual([await state(a), await state(b), await state(c)], ['open', 'queued', 'queued'])
    await here.act(callOffOrder, resident, { id: a, date: await first(a), why: '不用了' })
    assert.deepEqual([await state(b), await state(c)], ['held', 'queued'])
    here.time.now = here.time.now.add({ hours: 13 })
    await tendOrders(here.house)
    await tendOrders(here.house)
    assert.deepEqual([await state(b), await state(c)], ['off', 'held'])
    await here.act(takePlace, here.people.committeeChair, { id: c, date: await first(c) })
    assert.equal(await state(c), 'open')
    here.time.now = BEGIN
  })
})

describe('who is told', () => {
  const inbox = async (who: Actor | undefined) => {
    await spread(here.house, 1)
    return (await here.house.database.look(1, db => inboxOf(db, who?.personId ?? 0))).map(({ action }) => action)
  }

  test('those who fit hear of an order, the served hear who comes, the leader that nobody took it; the one who did it hears nothing', async () => {
    const on = dayAhead(here, 20)
    const [taken, untaken] = [await ordered(here, resident, item, { on }), await ordered(here, resident, item, { on, at: '18:00' })]
    assert.ok((await inbox(one)).includes('orders.place'))
    assert.ok(!(await inbox(here.people.tenant)).includes('orders.place'))
    await here.act(acceptOrder, one ?? resident, { id: taken, date: await first(taken) })
    assert.ok((await inbox(resident)).includes('orders.accept'))
    assert.ok(!(await inbox(one)).includes('orders.accept'))
    here.time.now = momentAtBegin(19, '19:00')
    await tendOrders(here.house)
    assert.ok((await inbox(here.people.secretary)).includes('orders.remind'))
    assert.equal((await datesOf(here, untaken))[0]?.state, 'open')
    here.time.now = BEGIN
  })
})

describe('by the clock', () => {
  const told = async (order: number) => (await here.owner.query<{ to: string }>(`select facts->>'to' as to from journal where action = 'orders.remind' and subject = $1 order by id`, [`orders/${order}`])).rows.map(({ to }) => to)

  test('who comes is reminded the day before and an hour before, the leader hears of what nobody took and of who did not come, each once', async () => {
    const [taken, untaken] = [await ordered(here, resident, item, { on: dayAhead(here, 8) }), await ordered(here, resident, item, { on: dayAhead(here, 8), at: '16:00' })]
    await here.act(acceptOrder, one ?? resident, { id: taken, date: await first(taken) })
    for (const [days, time] of [[7, '10:30'], [7, '17:00'], [8, '9:10'], [8, '10:40'], [8, '16:40']] as const) {
      here.time.now = momentAtBegin(days, time)
      await Promise.all([tendOrders(here.house), tendOrders(here.house)])
      await tendOrders(here.house)
    }
    assert.deepEqual([await told(taken), await told(untaken)], [['day', 'hour', 'missed'], ['untaken', 'missed']])
    here.time.now = BEGIN
  })

  test('an order is served, confirmed by itself after three days, and the hours are written down once', async () => {
    const id = await ordered(here, resident, item, { on: dayAhead(here, 9) })
    const date = await first(id)
    await here.act(acceptOrder, one ?? resident, { id, date })
    assert.match(await reasonOf(here.act(beginOrder, one ?? resident, { id, date })), /Too early/)
    here.time.now = momentAtBegin(9, '10:05')
    await here.act(beginOrder, one ?? resident, { id, date })
    here.time.now = momentAtBegin(9, '10:50')
    await here.act(finishOrder, one ?? resident, { id, date })
    assert.match(await reasonOf(here.act(confirmOrder, one ?? resident, { id, date })), /Somebody else must say so/)
    here.time.now = momentAtBegin(12, '11:00')
    await Promise.all([tendOrders(here.house), tendOrders(here.house)])
    const { rows } = await here.owner.query(`select serving.proof, share.minutes, serving.place_id::int from serving join serving_share share on share.serving_id = serving.id where about = $1`, [`orders/${id}`])
    assert.deepEqual(rows, [{ proof: 'checked', minutes: 45, place_id: here.community.place('榕荫里') }])
    assert.equal((await shown(resident, id)).dates[0]?.confirmed_how, 'by_itself')
    here.time.now = momentAtBegin(43, '11:00')
    await forgetOldOrders(here.house)
    const gone = await shown(resident, id)
    assert.deepEqual([gone.words, gone.label], [null, null])
    here.time.now = BEGIN
  })
})

test('stars count at once, words with a listed word wait for a look, and nobody reads whose they are', async () => {
  const id = await ordered(here, resident, item, { on: dayAhead(here, 10) })
  const date = await first(id)
  await here.act(acceptOrder, two ?? resident, { id, date })
  here.time.now = momentAtBegin(10, '10:05')
  await here.act(beginOrder, two ?? resident, { id, date })
  await here.act(finishOrder, two ?? resident, { id, date })
  await here.act(confirmOrder, resident, { id, date })
  assert.match(await reasonOf(here.act(rateOrder, two ?? resident, { id, date, stars: '5' })), /Somebody else/)
  await here.act(rateOrder, resident, { id, date, stars: '4', text: '又快又好，傻逼电视终于好了' })
  const words = () => here.house.database.look(1, db => ratingsOf(db, item))
  assert.deepEqual(await words(), [])
  assert.equal((await here.house.database.look(1, db => menuItem(db, item, dayAhead(here, 0)))).stars, 4)
  await here.act(judgeRating, here.people.secretary, { id, date, show: 'no' })
  await here.act(rateOrder, resident, { id, date, stars: '5', text: '又快又好' })
  assert.deepEqual(await words(), [], 'what was taken down does not come back unseen')
  await here.act(judgeRating, here.people.secretary, { id, date, show: 'yes' })
  assert.deepEqual((await words()).map(({ stars, rating }) => [stars, rating]), [[5, '又快又好']])
  here.time.now = BEGIN
})
