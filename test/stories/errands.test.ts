// Errands: asked, taken once, told further when nobody takes them, done, thanked for, forgotten; and swaps that come to both or to none.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { Conflict, Invalid, NotFound, Refused } from '#kit/errors.ts'
import { tendErrands } from '#jobs/errands.ts'
import { spread } from '#jobs/notices.ts'
import {
  agreeSwap, askErrand, callOffErrand, confirmErrand, declineSwap, errandById, errandsFitting, errandsOnBoard, finishErrand, howFast, judgeErrand, offerErrand,
  releaseErrand, reportErrand, swapsOf, takeErrand,
} from '#modules/errands/public.ts'
import { inboxOf } from '#modules/notices/public.ts'
import { actorOf, eraseMyself, giveConsent, passerBy, PURPOSES, type Actor } from '#modules/people/public.ts'
import { village, type Village } from '#test/village.ts'

let here: Village
let people: Village['people']
before(async () => {
  here = await village()
  people = here.people
  beginning = here.time.now
})
after(() => here.close())
// Each story has the board for itself, on a day of its own.
beforeEach(async () => {
  await here.owner.query('delete from errand_swap')
  await here.owner.query('update errand set offer_id = null')
  await here.owner.query('delete from errand')
  const [{ last } = { last: 0 }] = await rows<{ last: number }>('select last_value::int as last from errand_id_seq')
  newer = last
  here.time.now = beginning.add({ hours: 24 * day++ })
})
let beginning: Temporal.Instant
let newer = 0
let day = 0

const look = <T>(ask: Parameters<typeof here.house.database.look<T>>[1]) => here.house.database.look(1, ask)
const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const later = (minutes: number) => { here.time.now = here.time.now.add({ minutes }) }
const local = (minutes: number) => here.time.now.add({ minutes }).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' })
const ask = (who: Actor, more: object = {}) => here.act(askErrand, who, { kind: 'shopping', text: '带一把青菜、两块豆腐', until: local(120), ...more })
const offer = (who: Actor, more: object = {}) => here.act(offerErrand, who, { kind: 'shopping', text: '五点去南门菜市场', until: local(90), ...more })
const shown = (id: number, who: Actor) => look(db => errandById(db, who, id))

/** What of errands somebody was told since the story began. */
async function told(who: Actor): Promise<string[]> {
  await spread(here.house, 1)
  const notices = await look(db => inboxOf(db, who.personId ?? 0))
  return notices.filter(one => Number(/^errands\/(\d+)$/u.exec(one.subject)?.[1] ?? 0) > newer).map(one => one.action)
}

describe('a mother who cannot leave her child (S0-12)', () => {
  test('asks who goes to the market; whoever said that he goes hears of it, takes it, and she sees who comes', async () => {
    const trip = await offer(people.severalHomes)
    const { id } = await ask(people.resident)
    assert.deepEqual(await told(people.severalHomes), ['errands.ask'])
    assert.deepEqual((await look(db => errandsFitting(db, people.severalHomes, trip.id, here.time.now))).map(one => one.id), [id])
    await here.act(takeErrand, people.severalHomes, { id, words: '六点到您门口' })
    assert.deepEqual(await told(people.resident), ['errands.take'])
    const seen = await shown(id, people.resident)
    assert.deepEqual([seen.taker, seen.words, seen.where], ['黄国栋', '六点到您门口', '榕荫里 3号楼 1单元 602'])
    later(40)
    await here.act(finishErrand, people.severalHomes, { id, minutes: 40 })
    const { minutes } = await here.act(confirmErrand, people.resident, { id, minutes: 30, thanks: '菜很新鲜，谢谢' })
    assert.equal(minutes, 30, 'of what both say the fewer minutes count')
    const [serving] = await rows(`select proof, served, serving_share.minutes, serving_share.person_id::int as person, approved_at, project.key from serving
      join serving_share on serving_share.serving_id = serving.id join project on project.id = serving.project_id where serving.about = $1`, [`errands/${id}`])
    assert.deepEqual(serving, { proof: 'confirmed', served: 1, minutes: 30, person: people.severalHomes.personId, approved_at: null, key: 'errands' })
    assert.deepEqual((await look(db => howFast(db, here.time.now))).taken, 1)
  })

  test('is told when somebody else says afterwards that he goes the same way, and not when he goes too late', async () => {
    await ask(people.resident)
    await offer(people.tenant, { from: local(180), until: local(300) })
    assert.deepEqual(await told(people.resident), [])
    await offer(people.severalHomes)
    assert.deepEqual(await told(people.resident), ['errands.offer'])
  })

  test('takes up an offer, which has room for so many and no more', async () => {
    const trip = await offer(people.severalHomes, { room: 2 })
    const asking = [people.resident, people.tenant, people.doctor, people.neighbour]
    const tries = await Promise.allSettled(asking.map(who => ask(who, { offer: trip.id })))
    assert.deepEqual(tries.map(one => one.status).toSorted(), ['fulfilled', 'fulfilled', 'rejected', 'rejected'])
    assert.ok(tries.every(one => one.status === 'fulfilled' || one.reason instanceof Conflict))
    assert.deepEqual(await told(people.severalHomes), ['errands.ask', 'errands.ask'])
  })

  test('says how long at once by both, gives back, calls off: each only who may', async () => {
    const { id } = await ask(people.resident)
    await assert.rejects(here.act(takeErrand, people.resident, { id }), Refused)
    await assert.rejects(here.act(takeErrand, passerBy(1), { id }), Refused)
    await assert.rejects(here.act(confirmErrand, people.resident, { id, minutes: 5 }), Refused, 'nobody took it yet')
    await here.act(takeErrand, people.tenant, { id })
    await assert.rejects(here.act(finishErrand, people.doctor, { id, minutes: 5 }), Refused)
    await assert.rejects(here.act(callOffErrand, people.tenant, { id }), Refused)
    await here.act(releaseErrand, people.tenant, { id })
    assert.deepEqual((await look(db => errandsOnBoard(db, people.doctor, here.time.now))).map(one => one.id), [id])
    await here.act(takeErrand, people.doctor, { id })
    await here.act(callOffErrand, people.resident, { id })
    assert.deepEqual(await told(people.doctor), ['errands.callOff'])
    await assert.rejects(here.act(finishErrand, people.doctor, { id, minutes: 5 }), Refused)
  })
})

describe('an errand', () => {
  test('goes to one of forty who take it at the same moment, and the others are told', async () => {
    const { id } = await ask(people.resident)
    const takers = await neighbours(40)
    const tries = await Promise.allSettled(takers.map(who => here.act(takeErrand, who, { id })))
    assert.equal(tries.filter(one => one.status === 'fulfilled').length, 1)
    assert.ok(tries.every(one => one.status === 'fulfilled' || one.reason instanceof Refused && one.reason.reason('zh').includes('先应了')))
    const [{ taken } = { taken: 0 }] = await rows<{ taken: number }>(`select count(*)::int as taken from journal where action = 'errands.take' and subject = $1`, [`errands/${id}`])
    assert.equal(taken, 1)
  })

  test('says neither words nor home to a passer-by, and the building alone to a neighbour', async () => {
    const { id } = await ask(people.resident)
    const outside = await shown(id, passerBy(1))
    assert.deepEqual([outside.text, outside.asker, outside.where], [null, null, '榕荫里'])
    const neighbour = await shown(id, people.tenant)
    assert.deepEqual([neighbour.text, neighbour.asker, neighbour.where], ['带一把青菜、两块豆腐', null, '榕荫里 3号楼'])
  })

  test('is for one’s own home; a worker enters one for somebody of the chat', async () => {
    const [home] = people.tenant.homes
    await assert.rejects(ask(people.resident, { place: home?.id }), Invalid)
    await assert.rejects(ask(people.resident, { askedFor: '小林' }), Refused)
    const { id } = await ask(people.gridWorker, { place: here.community.place('榕荫里 1号楼'), askedFor: '小林', channel: 'chat' })
    assert.equal((await shown(id, people.tenant)).asked_for, null)
    await here.act(takeErrand, people.tenant, { id })
    assert.equal((await shown(id, people.tenant)).asked_for, '小林')
  })

  test('with a time that is past, too near or too far is sent back with what to do', async () => {
    for (const until of [local(-5), local(5), local(60 * 24 * 15), '2026-13-40T99:99']) await assert.rejects(ask(people.resident, { until }), Invalid, until)
    await assert.rejects(ask(people.resident, { from: local(100), until: local(60) }), Invalid)
  })

  test('with listed words waits for a look, is told to nobody until then, and is shown or not', async () => {
    const { id, held } = await ask(people.resident, { text: '专业清洗，加微信办证刷单' })
    assert.equal(held, true)
    assert.deepEqual(await look(db => errandsOnBoard(db, people.tenant, here.time.now)), [])
    await assert.rejects(shown(id, people.tenant), NotFound)
    await assert.rejects(here.act(judgeErrand, people.tenant, { id, verdict: 'shown' }), NotFound)
    assert.deepEqual(await told(people.gridLeader), ['errands.ask'])
    await here.act(judgeErrand, people.gridLeader, { id, verdict: 'shown' })
    await here.act(reportErrand, people.tenant, { id })
    await here.act(judgeErrand, people.gridLeader, { id, verdict: 'hidden' })
    assert.deepEqual(await told(people.resident), ['errands.judge', 'errands.judge'])
    await assert.rejects(shown(id, people.tenant), NotFound)
    await assert.rejects(here.act(takeErrand, people.tenant, { id }), NotFound)
  })

  test('leaves no words and no people behind thirty days after its end', async () => {
    const one = await ask(people.resident)
    await here.act(takeErrand, people.tenant, { id: one.id, words: '马上来' })
    await here.act(confirmErrand, people.resident, { id: one.id, minutes: 10, thanks: '谢谢' })
    later(60 * 24 * 31)
    await tendErrands(here.house)
    await tendErrands(here.house)
    const kept = await rows(`select text, words, thanks, by_id, taken_by, place_id = estate_id as coarse, kind, minutes from errand where id = $1`, [one.id])
    assert.deepEqual(kept, [{ text: null, words: null, thanks: null, by_id: null, taken_by: null, coarse: true, kind: 'shopping', minutes: 10 }])
    const [wrote] = await rows(`select facts::text || answer::text as all from journal where action like 'errands.%' and (facts::text || answer::text) ~ '青菜|谢谢|马上'`)
    assert.equal(wrote, undefined)
  })

  test('goes with whoever erases himself; what he had promised is open again, and ends for the asker as any other', async () => {
    const cast = Object.values(people).map(one => one.personId)
    const leaver = (await neighbours(60)).find(one => one.posts.length === 0 && !cast.includes(one.personId)) ?? assert.fail('nobody lives here')
    const own = await ask(leaver)
    const promised = await ask(people.resident)
    await here.act(takeErrand, leaver, { id: promised.id, words: '我来' })
    await here.act(eraseMyself, leaver, { sure: true })
    const left = await rows(`select text, words, by_id, taken_by, ended_how from errand where id = $1`, [own.id])
    assert.deepEqual(left, [{ text: null, words: null, by_id: null, taken_by: null, ended_how: 'called_off' }])
    const again = await shown(promised.id, people.resident)
    assert.deepEqual([again.taken_by, again.words, again.ended_at], [null, null, null])
    later(121)
    await tendErrands(here.house)
    assert.equal((await shown(promised.id, people.resident)).ended_how, 'untaken')
  })

  test('of a whole estate is told to its people as the second step, since it has no building', async () => {
    const { id } = await ask(people.gridWorker, { place: here.community.place('榕荫里') })
    await here.act(giveConsent, people.tenant, { purpose: 'be_asked', wording: PURPOSES.be_asked })
    later(61)
    await tendErrands(here.house)
    assert.deepEqual(await told(people.tenant), ['errands.widen'])
    assert.equal((await shown(id, people.tenant)).reach, 2)
  })
})

describe('an errand that nobody takes', () => {
  test('is told to the building, then the estate, then the grid worker, each once, whatever runs twice', async () => {
    for (const who of [people.doctor, people.neighbour]) await here.act(giveConsent, who, { purpose: 'be_asked', wording: PURPOSES.be_asked })
    const { id } = await ask(people.resident)
    const heard = async () => {
      await Promise.all([tendErrands(here.house), tendErrands(here.house), tendErrands(here.house)])
      return [await told(people.doctor), await told(people.neighbour), await told(people.gridWorker)].map(all => all.length)
    }
    assert.deepEqual(await heard(), [0, 0, 0])
    later(31)
    assert.deepEqual(await heard(), [1, 0, 0], 'the same building, if he may be asked')
    later(30)
    assert.deepEqual(await heard(), [1, 1, 0])
    later(30)
    assert.deepEqual(await heard(), [1, 1, 1])
    later(30)
    await heard()
    assert.deepEqual([await heard(), await told(people.resident)], [[1, 1, 1], ['errands.end']])
    const steps = await rows<{ to: string, n: number }>(`select facts->>'to' as to, count(*)::int as n from journal where subject = $1
      and action in ('errands.widen', 'errands.end') group by 1 order by 1`, [`errands/${id}`])
    assert.deepEqual(steps, ['building', 'estate', 'grid', 'untaken'].map(to => ({ to, n: 1 })))
  })

  test('after a stop of the clock is told all steps that are due, one after the other', async () => {
    const { id } = await ask(people.tenant)
    later(100)
    await tendErrands(here.house)
    assert.equal((await shown(id, people.tenant)).reach, 3)
    await here.act(takeErrand, people.doctor, { id })
    later(60)
    await tendErrands(here.house)
    assert.equal((await shown(id, people.tenant)).ended_at, null, 'somebody has it: it waits to be confirmed')
    later(60 * 24 * 3)
    await tendErrands(here.house)
    assert.equal((await shown(id, people.tenant)).ended_how, 'unconfirmed')
  })
})

describe('you buy my vegetables, I mind your pet (S0-13)', () => {
  const both = async () => {
    const mine = await ask(people.resident, { inReturn: 'pet' })
    const yours = await ask(people.tenant, { kind: 'pet', text: '周末帮忙喂两天猫', inReturn: 'shopping' })
    await Promise.all([tendErrands(here.house), tendErrands(here.house)])
    const [swap] = await look(db => swapsOf(db, people.resident, mine.id))
    return { mine: mine.id, yours: yours.id, swap: swap?.id ?? assert.fail('no swap') }
  }

  test('is put before both once, and with the second yes both wants are taken in the same moment', async () => {
    const { mine, yours, swap } = await both()
    assert.deepEqual([await told(people.resident), await told(people.tenant)], [['errands.proposeSwap'], ['errands.proposeSwap']])
    await here.act(agreeSwap, people.resident, { id: swap })
    assert.equal((await shown(mine, people.resident)).taken_by, null, 'one yes binds nobody')
    const { both: agreed } = await here.act(agreeSwap, people.tenant, { id: swap })
    assert.equal(agreed, true)
    assert.deepEqual([(await shown(mine, people.resident)).taken_by, (await shown(yours, people.tenant)).taken_by], [people.tenant.personId, people.resident.personId])
    await here.act(confirmErrand, people.resident, { id: mine, minutes: 20 })
    assert.deepEqual(await rows(`select 1 from serving where about = $1`, [`errands/${mine}`]), [], 'what is done in return is no volunteering')
  })

  test('falls through as a whole when somebody else takes one of the two at the same moment', async () => {
    const { mine, yours, swap } = await both()
    await here.act(agreeSwap, people.resident, { id: swap })
    const tries = await Promise.allSettled([here.act(agreeSwap, people.tenant, { id: swap }), here.act(takeErrand, people.doctor, { id: mine })])
    assert.equal(tries.filter(one => one.status === 'fulfilled').length, 1)
    const [one, two] = [await shown(mine, people.resident), await shown(yours, people.tenant)]
    assert.ok(one.taken_by === people.doctor.personId ? two.taken_by === null : two.taken_by === people.resident.personId)
  })

  test('leaves both free when either lets go, and nobody owes anything; a no ends it', async () => {
    const { mine, yours, swap } = await both()
    await here.act(agreeSwap, people.resident, { id: swap })
    await here.act(agreeSwap, people.tenant, { id: swap })
    const tries = await Promise.allSettled([here.act(releaseErrand, people.resident, { id: yours }), here.act(releaseErrand, people.tenant, { id: mine })])
    assert.ok(tries.some(one => one.status === 'fulfilled'))
    assert.deepEqual([(await shown(mine, people.resident)).taken_by, (await shown(yours, people.tenant)).taken_by], [null, null])
    await assert.rejects(here.act(agreeSwap, people.resident, { id: swap }), Refused)
    await assert.rejects(here.act(declineSwap, people.doctor, { id: swap }), NotFound)
    assert.deepEqual(await rows(`select column_name from information_schema.columns where table_name in ('errand', 'errand_swap') and column_name ~ 'balance|debt|price|yuan'`), [])
  })
})

/** So many people who live in the estate. */
async function neighbours(many: number): Promise<Actor[]> {
  const today = here.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
  const found = await rows<{ id: string }>(`select distinct person_id as id from tie where community_id = 1 and until is null and person_id <> $1 order by 1 limit $2`, [people.resident.personId, many])
  return look(db => Promise.all(found.map(({ id }) => actorOf(db, Number(id), today))))
}
