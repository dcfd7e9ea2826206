// Faults that strangers found in how people help each other, each with the story that showed it.
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { after, before, describe, test } from 'node:test'
import { Refused } from '#kit/errors.ts'
import { addActivityPost, callOffActivity, checkIn, digitsNow, planActivity, signUp } from '#modules/activities/public.ts'
import { askErrand, confirmErrand, finishErrand, peopleOfErrand, takeErrand } from '#modules/errands/public.ts'
import { servingsWaiting } from '#modules/hours/public.ts'
import { acceptOrder, beginOrder, forgetOrders, orderRemindersDue, ordersToForget, ordersToPlan } from '#modules/orders/public.ts'
import { giveConsent, passerBy } from '#modules/people/public.ts'
import { joined } from '#test/activities.ts'
import { datesOf, dayAhead, momentAhead, onMenu, ordered, volunteers } from '#test/ordering.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'

let here: Village
let people: Village['people']
before(async () => {
  here = await village({ now: '2026-11-20T01:00:00Z' })
  people = here.people
  await here.act(giveConsent, people.doctor, { purpose: 'be_asked', wording: 1 })
})
after(() => here.close())

const look: Village['house']['database']['look'] = (community, ask) => here.house.database.look(community, ask)
const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const later = (minutes: number) => { here.time.now = here.time.now.add({ minutes }) }

test('a volunteer too young to be asked hears of no errand either', async () => {
  const until = here.time.now.add({ minutes: 180 }).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' })
  const { id } = await here.act(askErrand, people.resident, { kind: 'pet', text: '帮忙喂一下猫', until })
  const near = async () => (await look(1, db => peopleOfErrand(db, 'errandBuilding', { subject: `errands/${id}`, facts: {}, today: dayAhead(here, 0) }).execute())).map(one => one.id)
  assert.ok((await near()).includes(people.doctor.personId ?? 0))
  await joined(here, people.doctor)
  await here.owner.query(`update volunteer set age = 'junior' where person_id = $1`, [people.doctor.personId])
  assert.ok(!(await near()).includes(people.doctor.personId ?? 0))
  await here.owner.query(`update volunteer set age = 'adult' where person_id = $1`, [people.doctor.personId])
})

describe('hours', () => {
  test('of an errand never begin before somebody said that he would do it', async () => {
    const until = here.time.now.add({ minutes: 180 }).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' })
    const { id } = await here.act(askErrand, people.resident, { kind: 'shopping', text: '带一把青菜', until })
    await here.act(takeErrand, people.doctor, { id })
    later(15)
    await here.act(finishErrand, people.doctor, { id, minutes: 700 })
    await here.act(confirmErrand, people.resident, { id, minutes: 700 })
    assert.deepEqual(await rows('select minutes from serving_share join serving on serving.id = serving_id where about = $1', [`errands/${id}`]), [{ minutes: 15 }])
  })

  test('that came back and nobody mended hide none of those that wait', async () => {
    const [one] = await rows<{ id: string }>('select id from serving order by id desc limit 1')
    await here.owner.query(`insert into serving (community_id, project_id, about, served, proof, content, quality, began_at, ended_at, recorded_by, recorded_at, refused_by, refused_at, refused_why)
      select community_id, project_id, about || '-' || n, served, proof, content, quality, began_at, ended_at, recorded_by, recorded_at - interval '1 year', $2::bigint, recorded_at, '对不上'
      from serving, generate_series(1, 100) as n where id = $1`, [one?.id, people.secretary.personId])
    assert.ok((await look(1, db => servingsWaiting(db, people.secretary))).some(serving => serving.id === Number(one?.id)))
  })

  test('of those who had come are kept when an activity is called off in the middle', async () => {
    await joined(here, people.resident)
    const on = dayAhead(here, 1)
    const { id } = await here.act(planActivity, people.secretary, { name: '集市', place: here.community.place('榕荫里'), meeting: '南门', on, from: '9:00', until: '12:00' })
    const { post } = await here.act(addActivityPost, people.secretary, { id, name: '秩序', number: 2 })
    await here.act(signUp, people.resident, { id, post })
    here.time.now = momentAhead(here, 1, '09:00')
    await here.act(checkIn, people.resident, { id, code: digitsNow(here.house.means.secrets.receipt, { community: 1, activity: id, now: here.time.now }) })
    later(50)
    await here.act(callOffActivity, people.secretary, { id, why: '下大雨了' })
    assert.deepEqual(await rows(`select minutes, proof, recorded_by::int as by from serving_share join serving on serving.id = serving_id where about = $1`, [`activities/${id}`]),
      [{ minutes: 50, proof: 'checked', by: people.secretary.personId }])
  })
})

describe('orders by the clock', () => {
  // Copies of a row, as many as the clock looks at in one go.
  const copies = (table: string, id: number, columns: string, values: string) => here.owner.query(
    `insert into ${table} (${columns}) select ${values} from ${table} as one, generate_series(1, 500) as n where one.id = $1`, [id])

  test('plan and remind of those at the end of a long line, too', async () => {
    const item = await onMenu(here)
    const weekly = await ordered(here, people.resident, item, { repeat: 'weekly', on: dayAhead(here, 2) })
    const [first] = await datesOf(here, weekly)
    await copies('order_date', first?.id ?? 0, 'community_id, order_id, begins_at, ends_at, state, untaken_at',
      `community_id, order_id, begins_at - interval '1 day' - n * interval '1 second', ends_at, 'open', begins_at`)
    await copies('menu_order', weekly, 'community_id, item_id, person_id, ordered_by, entered, needs_consent, place_id, estate_id, repeat, begins_on, minute, until, ordered_at',
      'community_id, item_id, person_id, ordered_by, entered, needs_consent, place_id, estate_id, repeat, begins_on, minute, begins_on + 6, ordered_at')
    await here.owner.query(`insert into order_date (community_id, order_id, begins_at, ends_at, state) select one.community_id, copy.id, one.begins_at, one.ends_at, 'off'
      from order_date one, menu_order copy where one.id = $1 and copy.id > $2`, [first?.id, weekly])
    const [last] = await rows<{ id: string }>(`insert into menu_order (community_id, item_id, person_id, ordered_by, entered, needs_consent, place_id, estate_id, repeat, begins_on, minute, ordered_at)
      select community_id, item_id, person_id, ordered_by, entered, needs_consent, place_id, estate_id, repeat, begins_on, minute, ordered_at from menu_order where id = $1 returning id`, [weekly])
    assert.deepEqual(await look(1, db => ordersToPlan(db, here.time.now)), [Number(last?.id)])
    const [late] = await rows<{ id: string }>(`insert into order_date (community_id, order_id, begins_at, ends_at, state)
      select community_id, $2, begins_at - interval '1 day', ends_at, 'open' from order_date where id = $1 returning id`, [first?.id, last?.id])
    const now = momentAhead(here, 1, '08:00')
    assert.deepEqual(await look(1, db => orderRemindersDue(db, now)), [{ id: Number(last?.id), date: Number(late?.id), what: 'untaken' }])
    await here.owner.query('update menu_order set ended_at = ordered_at, forgotten_at = ordered_at, words = null, place_id = null where id >= $1', [weekly])
  })

  test('take up the time of whoever serves them: he stands at no post of an activity meanwhile', async () => {
    const item = await onMenu(here, { name: '装纱窗' })
    const helper = await volunteers(here, people.tenant, 'appliance_repair')
    const id = await ordered(here, people.resident, item)
    await here.act(acceptOrder, helper, { id, date: (await datesOf(here, id))[0]?.id })
    const plan = { name: '集市', place: here.community.place('榕荫里'), meeting: '南门', on: dayAhead(here, 1), from: '9:30', until: '10:30' }
    const { id: market } = await here.act(planActivity, people.secretary, plan)
    const { post } = await here.act(addActivityPost, people.secretary, { id: market, name: '秩序', number: 2 })
    await assert.rejects(here.act(signUp, helper, { id: market, post }), Refused)
  })

  test('forget the words of one at whose end nobody checked out', async () => {
    const item = await onMenu(here, { name: '修灯' })
    const id = await ordered(here, people.resident, item)
    const helper = await volunteers(here, people.neighbour, 'appliance_repair')
    const [date] = await datesOf(here, id)
    await here.act(acceptOrder, helper, { id, date: date?.id })
    here.time.now = momentAhead(here, 1, '10:00')
    await here.act(beginOrder, helper, { id, date: date?.id })
    later(29 * 24 * 60)
    assert.ok(!(await look(1, db => ordersToForget(db, here.time.now))).includes(id))
    later(2 * 24 * 60)
    await here.act(forgetOrders, passerBy(1), {})
    assert.deepEqual(await rows('select words, place_id from menu_order where id = $1', [id]), [{ words: null, place_id: null }])
  })
})

test('whoever loses a race for the same hours is told so, and it is no fault of ours', async () => {
  const [day, place] = [dayAhead(here, 3), here.community.place('榕荫里')]
  const plan = async (from: string, until: string) => {
    const { id } = await here.act(planActivity, people.secretary, { name: '义诊', place, meeting: '南门', on: day, from, until })
    const { post } = await here.act(addActivityPost, people.secretary, { id, name: '登记', number: 2 })
    return { id, post }
  }
  const [morning, evening] = [await plan('9:00', '11:00'), await plan('18:00', '20:00')]
  await here.act(signUp, people.resident, morning)
  const web = visitor(createApp(here.house), await cookieOf(here, 'secretary'))
  // Somebody signs him up for the evening at the very moment, and has not committed.
  await here.owner.query('begin')
  await here.owner.query(`insert into activity_helper (community_id, post_id, person_id, from_at, until_at, waiting, signed_at)
    select community_id, id, $2, from_at, until_at, false, from_at from activity_post where id = $1`, [evening.post, people.resident.personId])
  const moved = web.send(`/shicheng/activities/${morning.id}/do/move`, { on: day, from: '18:30' })
  await pause(300)
  await here.owner.query('commit')
  assert.equal((await moved).status, 409)
})
