// 一拨我就来: who is asked, who goes, who hears of it, and that no call ends in silence.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { ringClocks } from '#jobs/clocks.ts'
import { widenCalls } from '#jobs/calls.ts'
import { spread } from '#jobs/notices.ts'
import { Invalid, NotFound, Refused } from '#kit/errors.ts'
import {
  arriveAtCall, askMore, callById, callFigures, callOff, callPhone, callsListed, claimCall, claimCallFor, confirmArrival, declineCall, doorCode,
  endCallHere, finishCall, forgetCalls, makeCall, raiseFinding, rateCall, readCallPhone, receiptSubject, releaseCall,
} from '#modules/calls/public.ts'
import { methodInForce, publishMethod, shippedSource } from '#modules/methods/public.ts'
import { inboxOf, noticeWords } from '#modules/notices/public.ts'
import { giveConsent, passerBy, type Actor } from '#modules/people/public.ts'
import { village, type Village } from '#test/village.ts'

/** Three on a Friday afternoon, when people are awake. */
const AFTERNOON = '2026-11-20T07:00:00Z'
const WORDS = '出门倒垃圾，风把门带上了，灶上还炖着汤'
let here: Village
let home: number
const { id: community } = { id: 1 }

before(async () => {
  here = await village({ now: AFTERNOON })
  home = here.community.place('榕荫里 3号楼 1单元 602')
  const { doctor, severalHomes, tenant, neighbour, committeeChair } = here.people
  for (const actor of [doctor, severalHomes, tenant, neighbour, committeeChair]) await here.act(giveConsent, actor, { purpose: 'be_asked', wording: 1 })
})
after(() => here.close())
// Nobody is tired of what an earlier story asked of him.
beforeEach(() => { here.time.now = here.time.now.add({ hours: 24 * 8 }) })

const later = (seconds: number) => { here.time.now = here.time.now.add({ seconds }) }
const call = (more: object = {}, who: Actor = here.people.resident) => here.act(makeCall, who, { need: 'locked_out', place: home, text: WORDS, ...more })
const shown = (id: number, who: Actor, receipt = false) => here.house.database.look(community, db => callById(db, who, id, receipt))
const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const asked = async (id: number) => (await rows<{ name: string }>(`select person.name from call_asked join person on person.community_id = 1 and person.id = person_id
  where call_asked.community_id = 1 and call_id = $1 order by ring, name`, [id])).map(row => row.name)
const clocksTo = async (seconds: number) => {
  later(seconds)
  await widenCalls(here.house)
  await ringClocks(here.house)
}
/** What somebody was told of this call, the oldest first. */
const lines = async (who: Actor, id: number) => {
  await spread(here.house, community)
  const inbox = await here.house.database.look(community, db => inboxOf(db, who.personId ?? 0))
  return inbox.filter(notice => notice.subject === `calls/${id}`).toReversed().map(notice => noticeWords('zh', notice, who).line)
}

describe('林秀英, locked out', () => {
  test('presses once: the nearest neighbour is asked, without the home and without her words', async () => {
    const { id, asked: many } = await call()
    const { doctor, resident, tenant } = here.people
    assert.equal(many, 2, 'the doctor and 黄国栋 have homes in her entrance')
    assert.deepEqual(await lines(doctor, id), ['有邻居要帮忙，您能去吗'])
    const seen = await shown(id, doctor)
    assert.deepEqual([seen.where, seen.text, seen.caller], ['榕荫里 3号楼 1单元', '', null])
    assert.equal((await shown(id, resident)).text, WORDS)
    await assert.rejects(shown(id, tenant), NotFound)
    assert.doesNotMatch(JSON.stringify(await rows('select * from journal where subject = $1', [`calls/${id}`])), new RegExp(WORDS))
    await here.act(callOff, resident, { id })
  })

  test('is asked for wider and wider until somebody goes; then nobody else is called, and all hear it', async () => {
    const { id } = await call()
    const { doctor, neighbour, resident } = here.people
    assert.deepEqual(await asked(id), ['苏明月', '黄国栋'])
    for (let i = 0; i < 12 && !(await asked(id)).includes('陈海生'); i++) await clocksTo(20)
    assert.ok((await asked(id)).includes('陈海生'), 'the estate was asked')
    assert.deepEqual(await lines(neighbour, id), ['有邻居要帮忙，您能去吗'])
    await here.act(claimCall, neighbour, { id })
    const before = (await asked(id)).length
    await clocksTo(280)
    assert.equal((await asked(id)).length, before, 'whoever was not asked is left alone')
    assert.equal((await lines(doctor, id)).at(-1), '有人应了，已经在路上')
    assert.equal((await lines(resident, id)).at(-1), '有人应了，已经在路上')
    const seen = await shown(id, neighbour)
    assert.deepEqual([seen.where, seen.text, seen.caller], ['榕荫里 3号楼 1单元 602', WORDS, '林秀英'])
    assert.deepEqual((await shown(id, resident)).call.helpers.map(helper => [helper.name, helper.near]), [['陈海生', 'estate']])
    await assert.rejects(here.act(claimCall, doctor, { id }), (problem: Refused) => problem instanceof Refused && /陈邻居已经去了/.test(problem.reason('zh')))
    await here.act(callOff, resident, { id })
  })

  test('gives the helper four digits at the door; the time there is all that counts, and waits for a second person', async () => {
    const { id } = await call()
    const { doctor, resident, neighbour } = here.people
    await here.act(claimCall, doctor, { id })
    later(180)
    const code = doorCode(here.house.means.secrets, community, id)
    const wrong = code === '0000' ? '0001' : '0000'
    await assert.rejects(here.act(arriveAtCall, doctor, { id, code: wrong }), Invalid)
    assert.equal((await here.act(arriveAtCall, doctor, { id, code })).sure, true)
    later(25 * 60)
    await assert.rejects(here.act(finishCall, neighbour, { id }), NotFound)
    await here.act(finishCall, resident, { id })
    const [serving] = await rows<{ proof: string, approved_at: string | null, minutes: number }>(`select proof, approved_at, minutes from serving
      join serving_share on serving_share.community_id = 1 and serving_id = serving.id where serving.community_id = 1 and about = $1`, [`calls/${id}`])
    assert.deepEqual(serving, { proof: 'confirmed', approved_at: null, minutes: 25 })
    await assert.rejects(here.act(rateCall, doctor, { id, stars: 5 }), Refused, 'nobody praises himself')
    await here.act(rateCall, resident, { id, stars: 5, words: '多谢苏医生' })
    assert.deepEqual(await lines(doctor, id), ['有邻居要帮忙，您能去吗', '帮好了', '有人谢谢您'])
    const { id: matter } = await here.act(raiseFinding, doctor, { id, text: '楼道灯不亮，差点摔了', kind: 'danger' })
    assert.equal((await rows<{ text: string }>('select text from matter where community_id = 1 and id = $1', [matter]))[0]?.text, '楼道灯不亮，差点摔了')
    await assert.rejects(here.act(raiseFinding, resident, { id, text: '再立一件' }), Refused, 'one call, one matter')
  })

  test('counts as reached only when both say so', async () => {
    const { id } = await call()
    const { doctor, resident } = here.people
    await here.act(claimCall, doctor, { id })
    assert.equal((await here.act(arriveAtCall, doctor, { id })).sure, false)
    assert.equal((await lines(resident, id)).at(-1), '帮忙的人说到门口了，见到了就点一下')
    assert.equal((await shown(id, resident)).call.helpers[0]?.confirmed_at, null)
    await assert.rejects(here.act(confirmArrival, doctor, { id }), Refused, 'not the helper himself')
    await here.act(confirmArrival, resident, { id })
    assert.notEqual((await shown(id, resident)).call.helpers[0]?.confirmed_at, null)
    await here.act(finishCall, doctor, { id })
  })
})

describe('a helper who cannot go after all', () => {
  test('gives it back: those asked hear it, more are asked at once, and the five minutes begin anew', async () => {
    const { id } = await call()
    const { doctor, severalHomes, resident } = here.people
    await here.act(claimCall, doctor, { id })
    later(100)
    await here.act(releaseCall, doctor, { id, why: '孩子发烧了' })
    assert.equal((await lines(severalHomes, id)).at(-1), '去的人去不成了，您能去吗')
    const before = (await asked(id)).length
    await clocksTo(0)
    assert.ok((await asked(id)).length > before)
    await here.act(claimCall, severalHomes, { id })
    await assert.rejects(here.act(releaseCall, doctor, { id, why: '再来一次' }), Refused)
    await here.act(callOff, resident, { id })
  })

  test('is never needed to wait for: when all who were asked decline, the next ring opens at once', async () => {
    const { id } = await call()
    const { doctor, severalHomes, resident, propertyStaff } = here.people
    await here.act(declineCall, doctor, { id })
    await assert.rejects(here.act(declineCall, propertyStaff, { id }), Refused, 'he was not asked')
    await clocksTo(0)
    assert.equal((await asked(id)).length, 2, 'one may still come')
    await here.act(declineCall, severalHomes, { id })
    await clocksTo(0)
    assert.ok((await asked(id)).length > 2)
    await here.act(callOff, resident, { id })
  })

  test('may ask for a second one, who gets a seat of his own', async () => {
    const { id } = await call({ need: 'carry' })
    const { doctor, severalHomes, resident } = here.people
    await here.act(claimCall, doctor, { id })
    await here.act(askMore, doctor, { id })
    assert.equal((await lines(severalHomes, id)).at(-1), '还要一个帮手，您能去吗')
    await here.act(claimCall, severalHomes, { id })
    assert.deepEqual((await shown(id, resident)).call.helpers.map(helper => [helper.seat, helper.name]), [[1, '苏明月'], [2, '黄国栋']])
    await here.act(callOff, resident, { id })
  })
})

describe('a call that nobody answers', () => {
  test('is phoned around after five minutes, climbs from post to post, and is ended by a person alone', async () => {
    const { id } = await call()
    const { gridWorker, gridLeader, secretary, resident, doctor, propertyStaff } = here.people
    for (let i = 0; i < 15; i++) await clocksTo(20)
    assert.ok((await lines(resident, id)).includes('五分钟了还没人应，正在打电话找人'))
    assert.ok((await lines(gridWorker, id)).includes('五分钟了还没人应，正在打电话找人'))
    for (let i = 0; i < 4; i++) await clocksTo(120)
    for (const who of [gridWorker, gridLeader, secretary]) assert.ok((await lines(who, id)).includes('求助还没人应，请您接手'))
    assert.equal((await lines(gridWorker, id)).filter(line => line === '求助还没人应，请您接手').length, 1, 'each once')
    await here.act(claimCallFor, gridWorker, { id, person: doctor.personId })
    assert.equal((await lines(doctor, id)).at(-1), '有人应了，已经在路上')
    await here.act(releaseCall, doctor, { id, why: '还是去不了' })
    later(3 * 3600)
    await clocksTo(1)
    assert.ok((await lines(resident, id)).includes('时间到了还没有人去成，网格员会打电话来'))
    assert.equal((await shown(id, resident)).call.ended_at, null, 'no clock ends it')
    await here.act(endCallHere, propertyStaff, { id, how: 'unanswered' })
    assert.equal((await lines(resident, id)).at(-1), '这个求助了结了')
    await assert.rejects(here.act(claimCall, doctor, { id }), Refused)
  })

  test('at the door is warned of after twenty minutes and told of after thirty', async () => {
    const { id } = await call()
    const { doctor, gridWorker, resident } = here.people
    await here.act(claimCall, doctor, { id })
    await clocksTo(1201)
    assert.equal((await lines(doctor, id)).at(-1), '说好半小时到门口，还有十分钟')
    await clocksTo(600)
    for (const who of [doctor, gridWorker, resident]) assert.equal((await lines(who, id)).at(-1), '半小时了还没到门口，请打个电话')
    await here.act(callOff, resident, { id })
  })
})

describe('at night', () => {
  test('only what is urgent wakes neighbours; for the rest those on duty and the workers are asked', async () => {
    here.time.now = Temporal.Instant.from('2027-03-01T18:00:00Z')
    const { resident, severalHomes } = here.people
    const calm = await call({ need: 'carry' })
    assert.ok(!(await asked(calm.id)).includes('黄国栋'))
    await here.act(callOff, resident, { id: calm.id })
    const urgent = await call({ need: 'locked_out' })
    assert.ok((await asked(urgent.id)).includes('黄国栋'))
    assert.deepEqual((await rows<{ urgency: string }>(`select urgency::text from notice join journal on journal.id = journal_id
      where notice.person_id = $1 and journal.subject = $2`, [severalHomes.personId, (await lines(severalHomes, urgent.id)) && `calls/${urgent.id}`]))[0], { urgency: 'life' })
    await here.act(callOff, resident, { id: urgent.id })
    here.time.now = Temporal.Instant.from('2027-03-09T07:00:00Z')
  })

  test('for the sick 120 comes first, and is read before anybody is asked', async () => {
    await assert.rejects(call({ need: 'ill' }), Invalid)
    const { id } = await call({ need: 'ill', emergency: true })
    assert.ok((await asked(id)).length > 0)
    await here.act(callOff, here.people.resident, { id })
  })
})

describe('somebody without an account', () => {
  test('calls by a code with a number to call back, and follows it with the receipt alone', async () => {
    const nobody = passerBy(community)
    await assert.rejects(call({}, nobody), Invalid, 'a number is needed')
    const { id, receipt } = await call({ phone: '13900000099', channel: 'code' }, nobody)
    await assert.rejects(shown(id, nobody), NotFound)
    assert.equal((await shown(id, nobody, true)).text, WORDS)
    assert.equal(receipt, here.house.means.secrets.receipt(receiptSubject(community, id)))
    await assert.rejects(here.act(callOff, nobody, { id, receipt: 'ABC' }), NotFound)
    await here.act(callOff, nobody, { id, receipt })
  })

  test('phones: whoever answers enters it, may go and says so for her; a resident may not', async () => {
    const { gridWorker, resident, doctor } = here.people
    await assert.rejects(call({ channel: 'phone', phone: '0595-12345678' }, resident), Invalid)
    const { id } = await call({ channel: 'phone', phone: '0595-12345678' }, gridWorker)
    await here.act(claimCall, doctor, { id })
    await here.act(readCallPhone, doctor, { id })
    assert.equal(await here.house.database.look(community, db => callPhone(db, here.house.means.secrets, id)), '059512345678')
    await here.act(confirmArrival, gridWorker, { id })
    await here.act(finishCall, gridWorker, { id })
    await assert.rejects(here.act(readCallPhone, doctor, { id }), Refused, 'over')
  })
})

describe('what a call leaves', () => {
  test('is figures alone a week later: words, number and thanks are gone', async () => {
    here.time.now = here.time.now.add({ hours: 24 * 8 })
    await here.act(forgetCalls, passerBy(community), {})
    assert.deepEqual(await rows(`select 1 from call where community_id = 1 and ended_at is not null and (text <> '' or phone_sealed is not null or thanks <> '')`), [])
    const figures = await here.house.database.look(community, db => callFigures(db, Temporal.Instant.from('2026-11-01T00:00:00Z')))
    assert.equal(figures.calls, 4, 'called off is nobody’s failure')
    assert.equal(figures.claimed, 4)
    await assert.rejects(here.act(forgetCalls, passerBy(community), {}), Refused)
    assert.deepEqual(await here.house.database.look(community, db => callsListed(db, here.people.resident)), [])
  })
})

describe('a community that asks in its own order', () => {
  test('writes its rings into its way of working; a call keeps those under which it began', async () => {
    const { resident, secretary } = here.people
    const before = await call()
    const { version } = await here.house.database.look(community, db => methodInForce(db))
    const source = (rings: string) => `${shippedSource('163')}\nrings: ${rings}\n`
    const publish = (rings: string) => here.act(publishMethod, secretary, { source: source(rings), after: version })
    await assert.rejects(publish('[ { who: building, after: 60, most: 3 }, { who: leader, after: 30, most: 2 } ]'), Invalid)
    await publish('[ { who: leader, after: 0, most: 3 } ]')
    const after = await call()
    assert.deepEqual(await asked(after.id), ['洪建设', '陈慧敏'].sort())
    assert.equal((await shown(before.id, resident)).call.rings[0]?.who, 'entrance')
    for (const { id } of [before, after]) await here.act(callOff, resident, { id })
  })
})
