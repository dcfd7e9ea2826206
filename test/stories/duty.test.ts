// 值班: rosters, who is on now, and swaps of the doctors at night.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { Invalid, NotFound, Refused } from '#kit/errors.ts'
import { addTurns, answerSwap, askSwap, makeRoster, onDutyNow, rosterById } from '#modules/duty/public.ts'
import { appoint, endPost, passerBy } from '#modules/people/public.ts'
import { doctorsAtNight } from '#test/duty.ts'
import { village } from '#test/village.ts'
import { tendDuty } from '../../src/jobs/duty.ts'

// Friday, nine in the morning there.
const here = await village({ now: '2026-11-20T01:00:00Z' })
after(() => here.close())
const { team, doctors, leader, other, put, turns, turnOf, at, lines, look, rows } = await doctorsAtNight(here)
const { doctor } = here.people

describe('a roster', () => {
  test('is made by the secretary and by whoever leads the team, and by nobody else', async () => {
    const { secretary, gridLeader, gridWorker, resident } = here.people
    await assert.rejects(here.act(makeRoster, gridLeader, { organisation: team, name: '别人的队' }), Refused)
    await assert.rejects(here.act(makeRoster, gridWorker, { organisation: team, name: '别人的队' }), Refused)
    await assert.rejects(here.act(makeRoster, resident, { organisation: team, name: '别人的队' }), Refused)
    await assert.rejects(here.act(makeRoster, passerBy(1), { organisation: team, name: '别人的队' }), Refused)
    await assert.rejects(here.act(makeRoster, secretary, { organisation: team, name: '夜间医生' }), Invalid)
    const grid = gridLeader.posts[0]?.organisation_id ?? 0
    await here.act(makeRoster, gridLeader, { organisation: grid, name: '白天巡查' })
    await here.act(makeRoster, secretary, { organisation: grid, name: '节日值守' })
  })

  test('is not there for those who have no part in it', async () => {
    await assert.rejects(look(db => rosterById(db, here.people.resident, doctors)), NotFound)
    await assert.rejects(look(db => rosterById(db, here.people.gridLeader, doctors)), NotFound)
    assert.equal((await look(db => rosterById(db, doctor, doctors))).name, '夜间医生')
  })

  test('repeats by the week, and hours past midnight end the next day', async () => {
    const { turns: made } = await put(doctor, '2026-11-23', { days: [1, 3], weeks: 3 })
    assert.equal(made, 6)
    const spans = await rows<{ from_at: Temporal.Instant, until_at: Temporal.Instant }>(`select from_at::text, until_at::text from duty_turn where person_id = $1 order by 1`, [doctor.personId])
    assert.deepEqual(spans.map(span => String(span.from_at).slice(0, 16)), ['2026-11-23 22:00', '2026-11-25 22:00', '2026-11-30 22:00', '2026-12-02 22:00', '2026-12-07 22:00', '2026-12-09 22:00']
      .map(local => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant().toString().replace('T', ' ').slice(0, 16)))
    assert.ok((await lines(doctor)).includes('给您排了班，看看哪天'))
  })

  test('takes nobody who holds no post in the team on that day', async () => {
    await assert.rejects(put(here.people.resident, '2026-11-24'), Invalid)
    const { id: post } = await here.act(appoint, here.people.secretary, {
      person: here.people.resident.personId, kind: 'volunteer', organisationKind: 'team', organisation: '石埕社区健康服务小队', since: '2026-11-25',
    })
    await assert.rejects(put(here.people.resident, '2026-11-24'), Invalid)
    await put(here.people.resident, '2026-11-26')
    await here.act(endPost, here.people.secretary, { post, until: '2026-11-25' })
    await tendDuty(here.house)
    assert.equal((await turns()).find(turn => turn.day === '2026-11-26')?.person_id, null, 'whoever leaves his post is not on duty any more')
  })

  test('has nobody on two turns at once, whatever comes at the same moment', async () => {
    await assert.rejects(put(doctor, '2026-11-23', { from: '23:00' }), Invalid)
    const { id: day } = await here.act(makeRoster, leader, { organisation: team, name: '血压小站' })
    await assert.rejects(here.act(addTurns, leader, { id: day, person: doctor.personId, on: '2026-11-24', from: '5:00', until: '8:00' }), Invalid)
    const all = await Promise.allSettled(Array.from({ length: 20 }, () =>
      here.act(addTurns, leader, { id: day, person: other(0).personId, on: '2026-11-24', from: '9:00', until: '11:00' })))
    assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 1)
    for (const one of all) if (one.status === 'rejected') assert.ok(one.reason instanceof Invalid, String(one.reason))
  })
})

describe('who is on duty', () => {
  test('is known at every moment, only by turns that hold', async () => {
    at('2026-11-23T21:59')
    assert.deepEqual(await look(db => onDutyNow(db, here.time.now).execute()), [])
    at('2026-11-24T05:59')
    const [now, ...more] = await look(db => onDutyNow(db, here.time.now).execute())
    assert.deepEqual([now?.person_id, now?.roster, now?.organisation, now?.on_call, more], [doctor.personId, '夜间医生', '石埕社区健康服务小队', true, []])
    at('2026-11-24T06:00')
    assert.deepEqual(await look(db => onDutyNow(db, here.time.now).execute()), [])
    at('2026-11-20T09:00')
  })
})

describe('a swap', () => {
  test('changes both turns at once when the other agrees, and the leader hears of it', async () => {
    await put(other(1), '2026-11-27')
    const [mine, theirs] = [await turnOf(doctor, '2026-11-25'), await turnOf(other(1), '2026-11-27')]
    await assert.rejects(here.act(askSwap, other(2), { id: mine, with: other(1).personId, forTurn: theirs }), Refused, 'only one’s own')
    await assert.rejects(here.act(askSwap, doctor, { id: mine, with: here.people.gridWorker.personId, forTurn: '' }), Invalid, 'only within the team')
    await assert.rejects(here.act(askSwap, doctor, { id: mine, with: other(2).personId, forTurn: theirs }), Invalid, 'only what is his')
    const { id } = await here.act(askSwap, doctor, { id: mine, with: other(1).personId, forTurn: theirs })
    assert.ok((await lines(other(1))).includes('有人想和您换班，回一声'))
    await assert.rejects(here.act(answerSwap, other(2), { id, answer: 'yes' }), NotFound)
    await here.act(answerSwap, other(1), { id, answer: 'yes' })
    assert.ok(await turnOf(other(1), '2026-11-25'))
    assert.ok(await turnOf(doctor, '2026-11-27'))
    assert.ok((await lines(doctor)).includes('换班说好了，值班表已经改了'))
    assert.ok((await lines(leader)).includes('换班说好了，值班表已经改了'))
    await assert.rejects(here.act(answerSwap, other(1), { id, answer: 'no' }), NotFound, 'answered is answered')
  })

  test('happens wholly or not at all', async () => {
    await put(other(3), '2026-11-28')
    const { id: clinic } = await here.act(makeRoster, leader, { organisation: team, name: '周末义诊' })
    await here.act(addTurns, leader, { id: clinic, person: other(3).personId, on: '2026-11-27', from: '20:00', until: '23:00' })
    const [mine, theirs] = [await turnOf(doctor, '2026-11-27'), await turnOf(other(3), '2026-11-28')]
    const { id } = await here.act(askSwap, doctor, { id: mine, with: other(3).personId, forTurn: theirs })
    await assert.rejects(here.act(answerSwap, other(3), { id, answer: 'yes' }), Refused, 'he would be in two places')
    assert.deepEqual([await turnOf(doctor, '2026-11-27'), await turnOf(other(3), '2026-11-28')], [mine, theirs])
  })

  test('agreed twice at the same moment happens once', async () => {
    const [mine, theirs] = [await turnOf(doctor, '2026-11-27'), await turnOf(other(1), '2026-11-25')]
    const { id } = await here.act(askSwap, doctor, { id: mine, with: other(1).personId, forTurn: theirs })
    const all = await Promise.allSettled(Array.from({ length: 6 }, () => here.act(answerSwap, other(1), { id, answer: 'yes' })))
    assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 1)
    assert.ok(await turnOf(other(1), '2026-11-27'))
    assert.ok(await turnOf(doctor, '2026-11-25'))
  })
})
