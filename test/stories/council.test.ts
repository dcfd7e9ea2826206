// 民情议事厅: from the rhythm to the sealed minutes, in the hall and at home at once.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { perform } from '#kit/action.ts'
import { Conflict, Invalid, NotFound, Refused, TooOften } from '#kit/errors.ts'
import {
  addAddendum, addSeat, addSessionTask, addTopic, answerInvitation, answerSession, arriveAtSession, askSession, askToSpeak, cancelSession, changeCouncil, convene,
  councilById, dropTopic, endSeat, endSession, finishMinutes, finishSessionTask, foundCouncil, giveFloor, hallOf, inviteToSession, isQuorate, keepMinutes, minutesOf,
  moveSession, openSession, proposedTopics, raisePoint, sealOf, sessionById, sessionHereSubject, sessions, signMinutes, tickSeat, writePoint,
} from '#modules/councils/public.ts'
import { followMatter, raiseMatter, setPrivate, trailOf } from '#modules/matters/public.ts'
import { rebuildClocks } from '#modules/clocks/public.ts'
import { inboxOf, noticeWords } from '#modules/notices/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import type { Reader } from '#kit/db.ts'
import { village, type Village } from '#test/village.ts'
import { tendCouncils } from '../../src/jobs/councils.ts'
import { spread } from '../../src/jobs/notices.ts'

const HALL = {
  name: '民情议事厅', about: '院子里的事', room: '党群服务中心二楼', place: '', grid: '', on: '2026-11-21', from: '19:30', minutes: 90, rule: 'FREQ=MONTHLY;BYDAY=3SA',
  quorum: 50, homes: 2,
}
const WHEN = { on: '2026-11-28', from: '19:30', minutes: 90, room: '党群服务中心二楼', place: '', keeper: '' }
let here: Village
let hall: number
before(async () => {
  here = await village({ now: '2026-11-20T01:00:00Z' })
  hall = (await here.act(foundCouncil, here.people.secretary, HALL)).id
})
after(() => here.close())

const look = <T>(ask: (db: Reader) => Promise<T>) => here.house.database.look(1, ask)
const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const later = (duration: Temporal.DurationLike) => { here.time.now = here.time.now.add(duration) }
const place = () => here.community.place('榕荫里 3号楼')
const seatOf = async (session: number, who: Actor) => (await look(async db => hallOf(db, here.people.secretary, await sessionById(db, here.people.secretary, session))))
  .seats.find(seat => seat.person_id === who.personId)?.id ?? 0
const hallSeen = (session: number, who: Actor) => look(async db => hallOf(db, who, await sessionById(db, who, session)))
const told = async (who: Actor) => {
  await spread(here.house, 1)
  return (await look(db => inboxOf(db, who.personId ?? 0))).map(notice => ({ ...noticeWords('zh', notice, who), action: notice.action }))
}
const call = (more: object = {}, who = here.people.secretary) => here.act(convene, who, { id: hall, kind: 'action_plan', title: '架空层怎么用', ...WHEN, ...more })

/** A session that goes on, with these people invited and here. */
async function going(...guests: Actor[]): Promise<number> {
  const { id } = await call()
  for (const guest of guests) await here.act(inviteToSession, here.people.secretary, { id, party: 'residents', person: guest.personId })
  await here.act(openSession, here.people.secretary, { id })
  for (const guest of guests) await here.act(tickSeat, here.people.secretary, { id, seat: await seatOf(id, guest) })
  return id
}

describe('a council', () => {
  test('is founded by post over the very place, and nobody else', async () => {
    const { committeeChair, resident, gridWorker } = here.people
    const estate = here.community.place('榕荫里')
    await assert.rejects(here.act(foundCouncil, committeeChair, HALL), Refused)
    await assert.rejects(here.act(foundCouncil, resident, { ...HALL, place: estate }), Refused)
    await assert.rejects(here.act(foundCouncil, gridWorker, { ...HALL, place: estate }), Refused)
    const { id } = await here.act(foundCouncil, committeeChair, { ...HALL, name: '和邻友约', place: estate, rule: '' })
    await assert.rejects(here.act(changeCouncil, committeeChair, { id, ...HALL, place: '' }), Refused, 'he must not take it beyond his estate')
    await assert.rejects(here.act(changeCouncil, committeeChair, { id, ...HALL, place: estate, rule: 'FREQ=NEVER' }), Invalid)
    await assert.rejects(here.act(foundCouncil, here.people.secretary, { ...HALL, place: place(), grid: 1 }), Invalid)
  })

  test('has a seat for each party; whoever has one is invited to every session', async () => {
    const { secretary, resident, committeeChair } = here.people
    await here.act(addSeat, secretary, { id: hall, party: 'residents', person: resident.personId })
    await here.act(addSeat, secretary, { id: hall, party: 'owners_committee', organisation: committeeChair.posts[0]?.organisation_id })
    await here.act(addSeat, secretary, { id: hall, party: 'grid', person: here.people.gridWorker.personId })
    const { id, invited } = await call()
    assert.equal(invited, 3)
    assert.equal((await told(resident))[0]?.line, '请您来开会，回一声来不来')
    assert.equal((await told(committeeChair))[0]?.title, '民情议事厅 · 架空层怎么用', 'the chair answers for his committee')
    const { seats } = await look(db => councilById(db, hall))
    await here.act(endSeat, secretary, { id: hall, seat: seats.find(seat => seat.party === 'grid')?.id })
    assert.equal((await call({ on: '2026-11-29' })).invited, 2)
    await assert.rejects(here.act(endSeat, secretary, { id: hall, seat: 9999 }), NotFound)
    await assert.rejects(here.act(addSeat, secretary, { id: hall, party: 'grid', person: 9999 }), Invalid)
    await here.act(answerInvitation, resident, { id, seat: await seatOf(id, resident), answer: 'comes' })
    await assert.rejects(here.act(answerInvitation, here.people.tenant, { id, seat: await seatOf(id, resident), answer: 'comes_not' }), Refused)
    await assert.rejects(here.act(answerInvitation, resident, { id, seat: await seatOf(id, resident), answer: 'sends', standIn: '' }), Invalid)
    await here.act(moveSession, secretary, { ...WHEN, id, title: '架空层怎么用', on: '2026-12-05' })
    assert.equal((await hallSeen(id, secretary)).seats.every(seat => seat.answer === null), true, 'another day asks anew')
    assert.match((await told(resident))[0]?.line ?? '', /会议改了/)
    await here.act(cancelSession, secretary, { id, reason: '台风' })
    assert.match((await told(resident))[0]?.line ?? '', /取消/)
    await assert.rejects(here.act(openSession, secretary, { id }), Refused)
    await assert.rejects(call({ on: '2026-11-19' }), Invalid)
  })

  test('takes as a topic by itself what enough households are waiting for; a household counts once', async () => {
    const { resident, neighbour, tenant, secretary } = here.people
    const { id } = await here.act(raiseMatter, resident, { place: place(), kind: 'idea', text: '夏天进了家就像进了桑拿房，屋顶能改造吗' })
    const proposed = async () => (await look(async db => proposedTopics(db, secretary, await councilById(db, hall)))).find(one => one.id === id)
    assert.equal(await proposed(), undefined)
    await here.act(followMatter, neighbour, { id })
    assert.equal((await proposed())?.households, 2)
    await here.act(followMatter, tenant, { id })
    assert.equal((await proposed())?.households, 3)
    const { id: session } = await call()
    const { topic } = await here.act(addTopic, secretary, { id: session, matters: [id] })
    assert.equal(await proposed(), undefined, 'it is on an agenda')
    await here.act(dropTopic, secretary, { id: session, topic })
    await here.act(setPrivate, secretary, { id, private: true, text: '屋顶太热' })
    await assert.rejects(here.act(addTopic, secretary, { id: session, matters: [id] }), Invalid, 'what is private is no topic of a public session')
    assert.equal(await proposed(), undefined)
    await assert.rejects(here.act(addTopic, secretary, { id: session, title: '' }), Invalid)
  })
})

describe('the rhythm', () => {
  test('a missed date is told to whoever is in charge and the secretary once, whatever else runs, and stands on the page', async () => {
    const { gridLeader, secretary } = here.people
    const { id } = await here.act(foundCouncil, gridLeader, { ...HALL, name: '网格夜话', place: here.community.place('榕荫里'), on: '2026-11-20', rule: 'FREQ=DAILY;COUNT=1' })
    later({ hours: 36 })
    await Promise.all([tendCouncils(here.house), tendCouncils(here.house)])
    await tendCouncils(here.house)
    const missed = async (who: Actor) => (await told(who)).filter(one => one.action === 'councils.tellMissed' && one.title === '网格夜话').length
    assert.deepEqual([await missed(gridLeader), await missed(secretary), await missed(here.people.resident)], [1, 1, 0])
    assert.deepEqual((await look(db => councilById(db, id))).missed, [{ missed_on: '2026-11-20' }])
  })

  test('who is invited is reminded a day before, once; who said no is not', async () => {
    const { secretary, resident, neighbour } = here.people
    const { id } = await call({ on: '2026-12-10' })
    await here.act(inviteToSession, secretary, { id, party: 'residents', person: neighbour.personId })
    await here.act(answerInvitation, neighbour, { id, seat: await seatOf(id, neighbour), answer: 'comes_not' })
    here.time.now = Temporal.Instant.from('2026-12-09T12:00:00Z')
    await tendCouncils(here.house)
    await tendCouncils(here.house)
    const reminded = async (who: Actor) => (await told(who)).filter(one => one.action === 'councils.remind').length
    assert.deepEqual([await reminded(resident), await reminded(neighbour)], [1, 0])
    here.time.now = Temporal.Instant.from('2026-11-22T01:00:00Z')
  })
})

describe('a mediation', () => {
  test('is there for those invited, and for others, whatever their post, only as a number', async () => {
    const { secretary, committeeChair, tenant, resident } = here.people
    const estate = here.community.place('榕荫里')
    const { id: council } = await here.act(foundCouncil, committeeChair, { ...HALL, name: '说事廊院', place: estate, rule: '' })
    const { id, invited } = await here.act(convene, committeeChair, { id: council, kind: 'mediation', title: '楼上楼下漏水', ...WHEN })
    assert.equal(invited, 0)
    for (const who of [secretary, tenant, passerBy(1)]) {
      await assert.rejects(look(db => sessionById(db, who, id)), NotFound)
      assert.ok((await look(db => sessions(db, who, {}, here.time.now, 100))).every(one => one.id !== id))
      await assert.rejects(here.act(openSession, who, { id }), NotFound)
      await assert.rejects(here.act(askSession, who, { id, text: '我能听听吗' }), NotFound)
    }
    assert.equal((await look(db => councilById(db, council))).mediations, 1)
    await here.act(inviteToSession, committeeChair, { id, party: 'concerned', person: tenant.personId })
    assert.equal((await look(db => sessionById(db, tenant, id))).title, '楼上楼下漏水')
    const [notice] = await spread(here.house, 1).then(() => look(db => inboxOf(db, tenant.personId ?? 0)))
    assert.ok(notice)
    assert.doesNotMatch(JSON.stringify(noticeWords('zh', notice, null)), /漏水|说事/, 'what leaves the house does not say so')
    const { id: matter } = await here.act(raiseMatter, resident, { place: place(), kind: 'noise', text: '楼上半夜拖椅子，劝了不听，要调解' })
    await assert.rejects(here.act(addTopic, committeeChair, { id, matters: [999_999] }), Invalid)
    const { topic } = await here.act(addTopic, resident.posts.length ? resident : committeeChair, { id, matters: [matter] })
    await here.act(openSession, committeeChair, { id })
    await here.act(keepMinutes, committeeChair, { id, topic, version: 0, text: '两家都说了', decision: '十点以后不拖椅子' })
    await here.act(endSession, committeeChair, { id })
    await here.act(finishMinutes, committeeChair, { id })
    const trail = await look(db => trailOf(db, matter, false))
    assert.ok(trail.notes.every(note => !note.text?.includes('拖椅子')), 'what was agreed stays inside')
  })
})

describe('in the hall and at home', () => {
  test('people speak in the order in which they asked; their minutes are counted', async () => {
    const { secretary, resident, neighbour, tenant } = here.people
    const id = await going(resident)
    for (const who of [neighbour, resident, tenant, neighbour]) await here.act(askToSpeak, who, { id })
    const list = async () => (await hallSeen(id, secretary)).speakers.filter(one => one.list === 'floor')
    assert.deepEqual((await list()).map(one => one.name), ['陈海生', '林秀英', '周晓晴'])
    const [first, second, third] = await list()
    await here.act(giveFloor, secretary, { id, speaker: first?.id, how: 'begin' })
    later({ minutes: 3 })
    await here.act(giveFloor, secretary, { id, speaker: second?.id, how: 'begin' })
    later({ minutes: 2 })
    await here.act(giveFloor, secretary, { id, speaker: second?.id, how: 'end' })
    await assert.rejects(here.act(giveFloor, resident, { id, speaker: third?.id, how: 'end' }), Refused)
    await here.act(giveFloor, tenant, { id, speaker: third?.id, how: 'end' })
    assert.deepEqual((await list()).map(one => one.seconds), [180, 120, null])
    await assert.rejects(here.act(askToSpeak, passerBy(1), { id }), Refused)
    await assert.rejects(here.act(askToSpeak, tenant, { id, list: 'stage', about: '' }), Invalid)
    await here.act(askToSpeak, tenant, { id, list: 'stage', about: '架空层放乒乓球台' })
    assert.equal((await hallSeen(id, passerBy(1))).speakers.at(-1)?.about, '架空层放乒乓球台')
  })

  test('a question from home with a listed word waits for the keeper; its author sees it and hears what became of it', async () => {
    const { secretary, resident, tenant } = here.people
    const id = await going(resident)
    const { question, held } = await here.act(askSession, tenant, { id, text: '代开发票请加微信 abc12345' })
    assert.equal(held, true)
    const seen = async (who: Actor) => (await hallSeen(id, who)).questions.map(one => one.id)
    assert.deepEqual([await seen(resident), await seen(passerBy(1)), await seen(tenant), await seen(secretary)], [[], [], [question], [question]])
    await here.act(answerSession, secretary, { id, question, how: 'show' })
    assert.deepEqual(await seen(passerBy(1)), [question])
    assert.ok((await told(tenant)).every(one => one.action !== 'councils.answerQuestion'))
    await assert.rejects(here.act(answerSession, secretary, { id, question, how: 'declined' }), Invalid, 'never without a reason')
    await here.act(answerSession, secretary, { id, question, how: 'declined', answer: '和议题没有关系' })
    assert.deepEqual(await seen(passerBy(1)), [])
    assert.match((await told(tenant))[0]?.line ?? '', /没有采用/)
    const { question: good } = await here.act(askSession, resident, { id, text: '乒乓球台晚上几点收' })
    await assert.rejects(here.act(answerSession, resident, { id, question: good, how: 'aloud' }), Refused)
    await here.act(answerSession, secretary, { id, question: good, how: 'in_writing', answer: '九点收' })
    assert.equal((await hallSeen(id, passerBy(1))).questions[0]?.answer, '九点收')
  })

  test('a flood from one person is held back, then refused; whoever comes without an address is the house itself', async () => {
    const id = await going()
    const means = { ...here.house.means, now: here.time.now, from: '203.0.113.9' }
    const ask = (n: number) => perform(here.house.database, means, askSession, here.people.neighbour, { id, text: `第 ${n} 个问题是什么` })
    const answers = []
    for (let n = 0; n < 10; n++) answers.push((await ask(n)).held === true)
    assert.deepEqual(answers, [...Array.from({ length: 6 }, () => false), ...Array.from({ length: 4 }, () => true)])
    await assert.rejects(async () => { for (let n = 0; n < 20; n++) await ask(n) }, TooOften)
  })

  test('whoever comes proves it by the code at the door; a neighbour without an invitation is welcome and no part of the quorum', async () => {
    const { secretary, resident, neighbour, committeeChair } = here.people
    const id = await going()
    const code = here.house.means.secrets.receipt(sessionHereSubject(1, id))
    await assert.rejects(here.act(arriveAtSession, resident, { id, code: 'X'.repeat(20) }), Invalid)
    assert.equal(isQuorate((await hallSeen(id, secretary)).attendance), false)
    await here.act(arriveAtSession, neighbour, { id, code })
    assert.equal(isQuorate((await hallSeen(id, secretary)).attendance), false)
    await here.act(arriveAtSession, resident, { id, code })
    await here.act(arriveAtSession, resident, { id, code })
    await here.act(arriveAtSession, committeeChair, { id, code })
    const { attendance, seats } = await hallSeen(id, secretary)
    assert.equal(isQuorate(attendance), true)
    assert.deepEqual(attendance.map(({ party, came, besides }) => [party, came, besides]), [['owners_committee', 1, 0], ['residents', 1, 1]])
    assert.equal(seats.find(seat => seat.party === 'owners_committee')?.stand_in, '许志强')
  })
})

describe('the minutes', () => {
  test('lose nothing when two write at once: the second is told and both versions are there', async () => {
    const { secretary } = here.people
    const id = await going()
    const { topic } = await here.act(addTopic, secretary, { id, title: '架空层放什么' })
    const write = (text: string, version: number) => here.act(keepMinutes, secretary, { id, topic, version, text, decision: '' })
    const outcomes = await Promise.allSettled([write('甲写的', 0), write('乙写的', 0)])
    assert.deepEqual(outcomes.map(one => one.status).toSorted(), ['fulfilled', 'rejected'])
    const lost = outcomes.find(one => one.status === 'rejected')
    assert.ok(lost?.reason instanceof Conflict)
    await write('合在一起', 1)
    assert.deepEqual((await rows<{ version: number }>('select version from session_minute where topic_id = $1 order by version', [topic])).map(one => one.version), [1, 2])
    await assert.rejects(here.act(dropTopic, secretary, { id, topic }), Refused)
    await assert.rejects(here.act(keepMinutes, here.people.resident, { id, topic, version: 2, text: 'x', decision: '' }), Refused)
  })

  test('are sealed, signed by those who were there, told on the matter, and never changed again', async () => {
    const { secretary, resident, neighbour, gridWorker } = here.people
    const { id: matter } = await here.act(raiseMatter, resident, { place: place(), kind: 'idea', text: '一楼架空层堆满杂物，想改成活动室' })
    const id = await going(resident, neighbour)
    const { topic } = await here.act(addTopic, secretary, { id, matters: [matter] })
    const { topic: other } = await here.act(addTopic, secretary, { id, title: '睦邻节' })
    await assert.rejects(here.act(finishMinutes, secretary, { id }), Refused, 'it is going on')
    await here.act(keepMinutes, secretary, { id, topic, version: 0, text: '林秀英：先清杂物', decision: '腊月前清完，改成活动室' })
    await here.act(addSessionTask, secretary, { id, topic, title: '清杂物', person: gridWorker.personId, due: '2026-12-20' })
    const { task } = await here.act(addSessionTask, secretary, { id, topic: other, title: '写方案', person: neighbour.personId, due: '' })
    assert.equal((await told(neighbour))[0]?.line, '会上派给您一件活')
    assert.equal((await rows('select from matter_task where matter_id = $1', [matter])).length, 1)
    await assert.rejects(here.act(finishSessionTask, resident, { id, task }), Refused)
    await here.act(finishSessionTask, neighbour, { id, task })
    await here.act(endSession, secretary, { id })
    const { hash } = await here.act(finishMinutes, secretary, { id })
    const minutes = await look(db => minutesOf(db, id, true))
    assert.ok(minutes && minutes.intact && minutes.text && hash === sealOf(minutes.text) && !minutes.text.includes('"林秀英"'))
    assert.deepEqual(minutes.present.map(one => one.name), ['林秀英', '陈海生'])
    assert.deepEqual((await look(db => minutesOf(db, id, false)))?.present.map(one => one.name), ['林**', '陈**'])
    const [entry] = await rows<{ hash: string }>(`select facts ->> 'hash' as hash from journal where action = 'councils.finishMinutes' and subject = $1`, [`sessions/${id}`])
    assert.equal(entry?.hash, hash)
    const note = (await look(db => trailOf(db, matter, false))).notes.at(-1)
    assert.match(note?.text ?? '', /^民情议事厅第 \d+ 次会议议过，定了：腊月前清完/)

    const sign = (who: Actor, more: object = {}) => seatOf(id, who).then(seat => here.act(signMinutes, who, { id, seat, hash, ...more }))
    await sign(resident)
    await assert.rejects(sign(resident), Refused, 'once')
    await assert.rejects(sign(neighbour, { hash: '0'.repeat(64) }), Refused, 'another text')
    await assert.rejects(seatOf(id, neighbour).then(seat => here.act(signMinutes, resident, { id, seat, hash })), Refused, 'another’s seat')
    await assert.rejects(seatOf(id, neighbour).then(seat => here.act(signMinutes, resident, { id, seat, hash, paper: true })), Refused)
    await here.act(signMinutes, secretary, { id, seat: await seatOf(id, neighbour), hash, paper: true })
    assert.deepEqual((await look(db => minutesOf(db, id, true)))?.present.map(one => one.signed?.onPaper), [false, true])

    for (const act of [
      () => here.act(keepMinutes, secretary, { id, topic, version: 1, text: '改一改', decision: '' }), () => here.act(addSessionTask, secretary, { id, topic, title: '再派', person: neighbour.personId, due: '' }),
      async () => here.act(tickSeat, secretary, { id, seat: await seatOf(id, neighbour), came: false }), () => here.act(finishMinutes, secretary, { id }),
    ]) await assert.rejects(act, Refused)
    await here.act(addAddendum, secretary, { id, text: '陈海生说的是二楼' })
    const after = await look(db => minutesOf(db, id, true))
    assert.equal(after?.hash, hash)
    assert.equal(after?.addenda.length, 1)
    const { rows: rights } = await here.owner.query(`select has_table_privilege('linju_writer', t, p) as may from unnest(array['session_minutes', 'session_addendum', 'session_minute']) t, unnest(array['update', 'delete', 'truncate']) p`)
    assert.ok(rights.every(row => row.may === false), 'the database itself refuses')
    await here.act(setPrivate, secretary, { id: matter, private: true, text: '架空层的事' })
    const seen = await look(db => minutesOf(db, id, false))
    assert.deepEqual([seen?.text, seen?.content.topics[0]?.title, seen?.content.topics[0]?.decision, seen?.intact], [null, '', '', true], 'a matter that became private is no longer told of')
    await here.owner.query(`update session_minutes set content = replace(content, '活动室', '停车场') where session_id = $1`, [id])
    assert.equal((await look(db => minutesOf(db, id, true)))?.intact, false, 'whoever owns the database is found out')
  })
})

test('what is said at a listening session becomes matters by one tap, each once, and the list shows what became of them', async () => {
  const { secretary, resident, gridWorker } = here.people
  const { id } = await call({ kind: 'listening', title: '社区夜话', keeper: String(gridWorker.personId) })
  await here.act(openSession, gridWorker, { id })
  const { point } = await here.act(writePoint, gridWorker, { id, text: '三号楼门口路灯不亮', place: place(), person: resident.personId })
  await here.act(writePoint, gridWorker, { id, text: '想要个饮水点', place: place(), person: '' })
  await assert.rejects(here.act(raisePoint, resident, { id, point }), Refused)
  const outcomes = await Promise.allSettled([here.act(raisePoint, gridWorker, { id, point }), here.act(raisePoint, secretary, { id, point })])
  assert.deepEqual(outcomes.map(one => one.status).toSorted(), ['fulfilled', 'rejected'])
  const points = (await hallSeen(id, passerBy(1))).points
  assert.deepEqual(points.map(one => one.step), ['raise', null])
  const [matter] = await rows<{ raiser: number, channel: string }>('select raiser_id::int as raiser, channel from matter where id = $1', [points[0]?.matter_id])
  assert.deepEqual(matter, { raiser: resident.personId, channel: 'paper' })
  assert.match((await told(resident))[0]?.line ?? '', /立成事项/)
  const clocks = async () => rows('select subject, name, due_at from clock order by subject, name')
  const before = await clocks()
  await here.act(rebuildClocks, secretary, {})
  assert.deepEqual(await clocks(), before, 'its clocks stand in the journal')
})
