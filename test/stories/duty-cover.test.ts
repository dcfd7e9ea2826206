// 请假、顶班、提醒、交接: no turn of the doctors stays empty unsaid, and nothing is lost between two.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { perform } from '#kit/action.ts'
import { Invalid, NotFound, Refused } from '#kit/errors.ts'
import { answerLeave, askLeave, assign, callOffGap, callOffTurn, cover, endRoster, notesFor, ownDuty, readNote, turnById, writeNote } from '#modules/duty/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import { doctorsAtNight } from '#test/duty.ts'
import { village } from '#test/village.ts'
import { tendDuty } from '../../src/jobs/duty.ts'

// Friday, nine in the morning there.
const here = await village({ now: '2026-11-20T01:00:00Z' })
after(() => here.close())
const { doctors, leader, other, others, put, turns, turnOf, gapOn, at, lines, look, rows } = await doctorsAtNight(here)
const { doctor } = here.people

describe('leave', () => {
  test('is granted by the leader, and the turn is offered to the team', async () => {
    await put(doctor, '2026-11-30')
    const turn = await turnOf(doctor, '2026-11-30')
    await assert.rejects(here.act(askLeave, other(1), { id: turn }), Refused)
    const { id } = await here.act(askLeave, doctor, { id: turn })
    await assert.rejects(here.act(askLeave, doctor, { id: turn }), Refused, 'once')
    assert.ok((await lines(leader)).includes('有人请假，请您答复'))
    await assert.rejects(here.act(answerLeave, other(1), { id, answer: 'yes' }), Refused)
    assert.equal((await look(db => turnById(db, doctor, turn))).granted, null)
    await here.act(answerLeave, leader, { id, answer: 'yes' })
    assert.ok((await lines(doctor)).includes('准假了，这一班不用您值'))
    assert.ok((await lines(other(4))).includes('有空班，看看您能不能顶'))
    assert.ok(await gapOn('2026-11-30'))
  })

  test('that is not granted leaves the turn where it is', async () => {
    await put(doctor, '2026-12-02')
    const turn = await turnOf(doctor, '2026-12-02')
    const { id } = await here.act(askLeave, doctor, { id: turn })
    await here.act(answerLeave, here.people.secretary, { id, answer: 'no' })
    assert.equal(await turnOf(doctor, '2026-12-02'), turn)
    await assert.rejects(here.act(answerLeave, leader, { id, answer: 'yes' }), Refused, 'answered is answered')
    assert.ok((await lines(doctor)).includes('这次没能准假，这一班还是您值'))
  })

  test('is filled by a named one where the leader finds him', async () => {
    await put(null, '2026-12-03')
    const gap = await gapOn('2026-12-03')
    await assert.rejects(here.act(assign, leader, { id: gap, person: here.people.gridWorker.personId }), Invalid)
    await here.act(assign, leader, { id: gap, person: other(2).personId })
    assert.ok((await lines(other(2))).includes('请您顶一班，看看几点'))
    await assert.rejects(here.act(assign, leader, { id: gap, person: other(3).personId }), Refused)
  })
})

describe('an open turn', () => {
  test('goes to the first of many who want it at the same moment, and to him alone', async () => {
    const gap = await gapOn('2026-11-30')
    const team = [doctor, ...others]
    const all = await Promise.allSettled([...team, ...team].map(one => perform(here.house.database, { ...here.house.means, now: here.time.now }, cover, one, { id: gap })))
    assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 1)
    for (const one of all) if (one.status === 'rejected') assert.ok(one.reason instanceof Refused, String(one.reason))
    const [{ n } = { n: 0 }] = await rows<{ n: number }>(`select count(*)::int as n from duty_turn where roster_id = $1 and called_off_at is null
      and from_at = '2026-11-30T14:00:00Z'`, [doctors])
    assert.equal(n, 1)
    await assert.rejects(here.act(cover, here.people.resident, { id: gap }), NotFound)
  })

  test('that is near and nobody’s alarms leader and secretary once, from two processes too', async () => {
    await put(null, '2026-12-04')
    at('2026-12-04T09:59')
    await tendDuty(here.house)
    const alarms = async () => (await rows<{ n: number }>(`select count(*)::int as n from journal where action = 'duty.alarm'`))[0]?.n
    const before = await alarms() ?? 0
    at('2026-12-04T10:00')
    await Promise.all([tendDuty(here.house), tendDuty(here.house), tendDuty(here.house)])
    await tendDuty(here.house)
    assert.equal(await alarms(), before + 1)
    const line = '快到点了，这一班还没有人值'
    assert.ok((await lines(leader)).includes(line))
    assert.ok((await lines(here.people.secretary)).includes(line))
    await here.act(callOffGap, leader, { id: await gapOn('2026-12-04') })
  })
})

describe('reminders', () => {
  test('come the day before and within the last hour, once each', async () => {
    await put(other(5), '2026-12-06', { from: '20:00', until: '22:00' })
    const count = async (line: string) => (await lines(other(5))).filter(one => one === line).length
    at('2026-12-04T23:59')
    assert.equal(await count('明天您值班'), 0)
    at('2026-12-05T00:01')
    assert.deepEqual([await count('明天您值班'), await count('明天您值班')], [1, 1])
    at('2026-12-06T18:59')
    assert.equal(await count('一小时内轮到您值班'), 0)
    at('2026-12-06T19:00')
    assert.deepEqual([await count('一小时内轮到您值班'), await count('一小时内轮到您值班')], [1, 1])
  })
})

describe('handing over', () => {
  test('reaches the next one, the leader and the secretary, and nobody else', async () => {
    await put(other(6), '2026-12-07', { from: '6:00', until: '12:00' })
    const [mine] = [await turnOf(other(5), '2026-12-06')]
    const text = '3 号楼黄阿婆今晚量过两次血压，偏高，天亮再去看一眼'
    await assert.rejects(here.act(writeNote, other(5), { id: mine, text }), Refused, 'not before it begins')
    at('2026-12-06T21:50')
    await assert.rejects(here.act(writeNote, other(6), { id: mine, text }), Refused)
    await here.act(writeNote, other(5), { id: mine, text: '写错了' })
    await here.act(writeNote, other(5), { id: mine, text })
    const read = (who: Actor) => look(async db => (await notesFor(db, who, here.time.now)).map(note => note.text))
    assert.deepEqual(await read(other(5)), [text])
    assert.deepEqual([await read(leader), await read(here.people.secretary)], [[text], [text]])
    assert.deepEqual([await read(other(6)), await read(here.people.gridLeader), await read(here.people.resident), await read(passerBy(1))], [[], [], [], []])
    await assert.rejects(here.act(readNote, other(6), { id: mine }), Refused, 'his turn is not near yet')
    at('2026-12-07T05:30')
    assert.deepEqual(await read(other(6)), [text])
    await assert.rejects(here.act(readNote, leader, { id: mine }), Refused, 'it is for the next one')
    await here.act(readNote, other(6), { id: mine })
    await assert.rejects(here.act(readNote, other(6), { id: mine }), Refused)
    await assert.rejects(here.act(writeNote, other(5), { id: mine, text: '再改' }), Refused, 'what was read stays')
    const [entry] = await rows<{ facts: object }>(`select facts from journal where action = 'duty.writeNote' order by id desc limit 1`)
    assert.deepEqual(entry?.facts, { turn: mine })
  })

  test('is forgotten after a month', async () => {
    here.time.now = here.time.now.add({ hours: 24 * 31 })
    await tendDuty(here.house)
    assert.deepEqual(await rows(`select text from duty_note where text <> ''`), [])
  })
})

describe('a turn', () => {
  test('that is called off is told to whoever had it, and a roster that ends ends all that lies ahead', async () => {
    await put(other(7), '2027-01-20')
    await put(other(7), '2027-01-21')
    await assert.rejects(here.act(callOffTurn, other(6), { id: await turnOf(other(7), '2027-01-20'), after: 'drop' }), Refused)
    await here.act(callOffTurn, leader, { id: await turnOf(other(7), '2027-01-20'), after: 'offer' })
    assert.ok((await lines(other(7))).includes('您的一班取消了'))
    assert.ok(await gapOn('2027-01-20'))
    await here.act(endRoster, leader, { id: doctors })
    assert.deepEqual(await turns(), [])
    await assert.rejects(put(other(7), '2027-01-22'), NotFound)
    assert.deepEqual((await look(db => ownDuty(db, other(7), here.time.now))).gaps, [])
  })
})
