// Deadlines that respect the calendar, can be paused, and climb to somebody who has a name; and the page on which everybody reads the calendar.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Hono } from 'hono'
import { calendarOf, clocksOf, limitOf, setCalendar, startOf, type ClockCommand } from '#modules/clocks/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { show, take } from '#web/door.ts'
import { CAST } from '#test/cast.ts'
import { moveClocks } from '#test/moving-clocks.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, formsIn, untouched, visitor, type Visitor } from '#test/visitor.ts'
import { ringClocks } from '../../src/jobs/clocks.ts'
import * as calendar from '../../src/web/community/calendar.ts'

const FIVE_IN_ONE = ['stairwell_head', 'grid_worker', 'grid_leader', 'secretary']

let here: Village
let secretary: Visitor
let resident: Visitor
before(async () => {
  here = await village()
  const app = new Hono()
  app.get('/:community/calendar', show(here.house, calendar.page))
  app.post('/:community/calendar', take(here.house, calendar.submit))
  secretary = visitor(app, await cookieOf(here, 'secretary'))
  resident = visitor(app)
})
after(() => here.close())

const at = (local: string) => { here.time.now = Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant() }
const move = (subject: string, ...commands: ClockCommand[]) => here.act(moveClocks, passerBy(here.community.id), { subject, commands })
const look = (subject: string) => here.house.database.look(here.community.id, db => clocksOf(db, subject))
const due = async (subject: string) => (await look(subject)).map(clock => clock.dueAt?.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' }))
const told = async (subject: string) => (await here.owner.query<{ level: string, name: string | null, matter: number }>(
  `select facts ->> 'level' as level, person.name, (facts ->> 'matter')::int as matter from journal
  left join person on person.community_id = journal.community_id and person.id = (facts ->> 'person')::int
  where action = 'clocks.ring' and subject = $1 order by journal.id`, [subject])).rows

async function start(subject: string, words: string, place: string, more: Partial<Extract<ClockCommand, { do: 'start' }>> = {}): Promise<void> {
  const limit = limitOf(words) ?? assert.fail(words)
  const found = await here.house.database.look(here.community.id, calendarOf)
  await move(subject, {
    do: 'start', name: 'do', ...startOf(limit, here.time.now, found), warn: null, climb: 6.5 * 3_600_000, chain: FIVE_IN_ONE,
    place: here.community.place(place), ...more,
  })
}

describe('当天、次日、一周内 (S3-28)', () => {
  test('what comes on the last working day before the holidays is polled that day, planned the next working day, done after the holidays', async () => {
    at('2026-09-30T10:00')
    await start('matters/900901', 'end of working day 0', '榕荫里 1号楼', { name: 'discuss' })
    await start('matters/900901', 'end of working day 1', '榕荫里 1号楼', { name: 'decide' })
    await start('matters/900901', '7 working days', '榕荫里 1号楼', { name: 'whole' })
    assert.deepEqual(await due('matters/900901'), ['2026-09-30T17:30', '2026-10-08T17:30', '2026-10-15T10:00'])
  })

  test('a call for help has five minutes to the answer and half an hour to the door, holidays or not (S0-39)', async () => {
    at('2026-10-01T23:58')
    await start('calls/1', '5 minutes', '榕荫里 1号楼', { name: 'answer' })
    await start('calls/1', '30 minutes', '榕荫里 1号楼', { name: 'arrive' })
    assert.deepEqual(await due('calls/1'), ['2026-10-02T00:03', '2026-10-02T00:28'])
  })
})

describe('when nothing moves', () => {
  test('it climbs to the head of that stairwell, then to the grid worker, the grid leader and the secretary (S2-22)', async () => {
    at('2026-11-23T08:30')
    await start('matters/900910', '1 working day', '榕荫里 1号楼 1单元 701')
    at('2026-12-10T08:30')
    await ringClocks(here.house)
    const calls = await told('matters/900910')
    assert.deepEqual(calls.map(call => call.name), [null, CAST.stairwellHead.name, CAST.gridWorker.name, CAST.gridLeader.name, CAST.secretary.name])
    assert.deepEqual(calls.map(call => call.level), ['alarm', 'climb', 'climb', 'climb', 'climb'])
    assert.ok(calls.every(call => call.matter === 900910))
  })

  test('it passes over who has left the post since', async () => {
    at('2026-11-23T08:30')
    await start('matters/900911', '1 working day', '榕荫里 1号楼 1单元 701')
    const { personId } = here.people.stairwellHead
    await here.owner.query(`update post set until = '2026-11-24' where person_id = $1 and kind = 'stairwell_head'`, [personId])
    at('2026-11-25T17:30')
    await ringClocks(here.house)
    assert.deepEqual((await told('matters/900911')).map(call => call.name), [null, CAST.gridWorker.name])
    await here.owner.query(`update post set until = null where person_id = $1 and kind = 'stairwell_head'`, [personId])
  })

  test('it calls whoever is nearest: of two on the same rung the one whose place is smaller', async () => {
    const { personId } = here.people.neighbour
    await here.owner.query(`insert into post (community_id, person_id, organisation_id, kind, place_id, since)
      select community_id, $1, organisation_id, 'grid_worker', $2, '2026-01-01' from post where kind = 'grid_worker' and person_id = $3 limit 1`,
    [personId, here.community.place('榕荫里 2号楼'), here.people.gridWorker.personId])
    at('2026-11-23T08:30')
    await start('matters/900912', '1 working day', '榕荫里 2号楼 1单元 301', { chain: ['grid_worker'] })
    await start('matters/900913', '1 working day', '榕荫里 3号楼 1单元 602', { chain: ['grid_worker'] })
    at('2026-11-24T17:30')
    await ringClocks(here.house)
    assert.deepEqual([(await told('matters/900912')).at(-1)?.name, (await told('matters/900913')).at(-1)?.name], [CAST.neighbour.name, CAST.gridWorker.name])
  })
})

describe('the calendar page', () => {
  test('tells everybody the hours, the make-up days, and honestly that next year is not announced', async () => {
    at('2026-09-10T09:00')
    const { status, text } = await resident.open('/shicheng/calendar')
    assert.equal(status, 200)
    for (const words of ['8:30-12:00 14:30-17:30', '9月20日 周日', '国庆节调休', '10月1日 周四 到 10月7日 周三', '国庆节放假', '2027 年的放假安排还没公布', '先登录']) {
      assert.ok(text.includes(words), words)
    }
    at('2026-03-10T09:00')
    assert.ok(!(await resident.open('/shicheng/calendar')).text.includes('还没公布'))
  })

  test('takes new hours from the secretary: they hold from tomorrow, and what runs has its new due time', async () => {
    at('2026-11-23T15:00')
    await start('matters/900920', '1 working day', '榕荫里 1号楼')
    const form = formsIn((await secretary.open('/shicheng/calendar')).text).find(one => one.action.endsWith('/calendar')) ?? assert.fail('no form')
    const fields = untouched(form)
    assert.deepEqual([fields['validFrom'], fields['monday'], fields['sunday'], fields['holidays']], ['2026-11-24', '8:30-12:00 14:30-17:30', '休', 'cn'])
    const sent = await secretary.send('/shicheng/calendar', { ...fields, days: '2026-11-24 休\n2026-11-29 9:00-11:00' })
    assert.equal(sent.location, '/shicheng/calendar?done=1')
    assert.deepEqual(await due('matters/900920'), ['2026-11-25T15:00'])
    const { text } = await secretary.open(sent.location)
    for (const words of ['2026年11月24日起的上班时间', '自己定的休息日', '自己定的上班日 9:00-11:00', '2026-11-24 休']) assert.ok(text.includes(words), words)
  })

  test('gives back what was typed, with what to mend beside each field', async () => {
    at('2026-11-23T15:00')
    const form = formsIn((await secretary.open('/shicheng/calendar')).text).find(one => one.action.endsWith('/calendar')) ?? assert.fail('no form')
    const { status, text } = await secretary.send('/shicheng/calendar', { ...untouched(form), validFrom: '2026-11-30', tuesday: '九点到五点', days: '2026-12-24 早点走' })
    assert.equal(status, 422)
    for (const words of ['九点到五点', '早点走', 'value="2026-11-30"', '先后不能重叠', '有一行看不懂']) assert.ok(text.includes(words), words)
  })

  test('is not changed by anybody else, though he may look', async () => {
    await assert.rejects(here.act(setCalendar, here.people.resident, { validFrom: '2026-12-01', holidays: 'cn', ...WEEK }), /secretary/i)
    const neighbour = (await resident.open('/shicheng/calendar?lang=en')).text
    assert.ok(neighbour.includes('aria-disabled="true"'))
  })
})

const WEEK = Object.fromEntries(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(day => [day, '9:00-10:00']))
