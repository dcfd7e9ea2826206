// Activities with posts: who signs up, who waits, who came and how long, and what becomes of the hours.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Invalid, Refused, TooOften } from '#kit/errors.ts'
import { perform } from '#kit/action.ts'
import { tendActivities } from '#jobs/activities.ts'
import {
  addActivityPost, callOffActivity, changeActivityPost, checkIn, checkOut, closeActivity, confirmTime, digitsNow, helpPlanned, markPresence, moveActivity,
  planActivity, signOff, signUp, activityById,
} from '#modules/activities/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { insuredAt, joined } from '#test/activities.ts'
import { village, type Village } from '#test/village.ts'

let here: Village
let estate: number
let [secretary, resident, tenant, neighbour, worker]: Actor[] = []
before(async () => {
  here = await village({ now: '2026-11-20T01:00:00Z' })
  estate = here.community.place('榕荫里');
  ({ secretary, resident, tenant, neighbour, gridWorker: worker } = here.people)
  for (const who of [resident, tenant, neighbour]) await joined(here, who)
})
after(() => here.close())

const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('Asia/Shanghai').toInstant()
const as = (who: Actor | undefined) => who ?? assert.fail()
const digits = (id: number, now = here.time.now) => digitsNow(here.house.means.secrets.receipt, { community: 1, activity: id, now })
const state = (id: number, who = as(resident)) => here.house.database.look(1, db => activityById(db, who, id))

/** A market on a day at nine, for three hours, with one post; the house's clock stands the day before. */
async function market(on: string, post: object = {}) {
  here.time.now = at(`${on}T09:00`).subtract({ hours: 30 })
  const { id } = await here.act(planActivity, as(secretary), { name: '周六集市', place: estate, meeting: '南门岗亭', on, from: '9:00', until: '12:00' })
  const { post: first } = await here.act(addActivityPost, as(secretary), { id, name: '维持秩序', number: 1, ...post })
  return { id, post: first }
}

describe('a post', () => {
  test('is made by those who run the neighbourhood, within the time of the activity', async () => {
    const input = { name: '集市', place: estate, meeting: '南门', on: '2026-11-28', from: '9:00', until: '12:00' }
    await assert.rejects(here.act(planActivity, as(resident), input), Refused)
    await assert.rejects(here.act(planActivity, as(secretary), { ...input, until: '8:00' }), Invalid)
    await assert.rejects(here.act(planActivity, as(secretary), { ...input, on: '2026-11-19' }), Invalid)
    await assert.rejects(here.act(planActivity, as(secretary), { ...input, place: as(resident).homes[0]?.id }), Invalid, 'nothing is held in a home')
    const { id } = await here.act(planActivity, as(worker), input)
    await assert.rejects(here.act(addActivityPost, as(worker), { id, name: '发传单', number: 2, from: '8:00', until: '10:00' }), Invalid)
    await here.act(addActivityPost, as(secretary), { id, name: '发传单', number: 2, from: '9:00', until: '10:00' })
  })

  test('is full after its last place; the next one waits and moves up by himself when a place is free', async () => {
    const { id, post } = await market('2026-11-28')
    assert.equal((await here.act(signUp, as(resident), { id, post })).waiting, false)
    assert.equal((await here.act(signUp, as(tenant), { id, post })).waiting, true)
    await here.act(signOff, as(resident), { id, post })
    assert.equal((await here.act(signUp, as(neighbour), { id, post })).waiting, true, 'who waits already comes first')
    await tendActivities(here.house)
    assert.deepEqual((await state(id, as(tenant))).posts.map(one => [one.taken, one.waiting, one.own_waits]), [[1, 1, false]])
    await here.act(changeActivityPost, as(secretary), { id, post, number: 2 })
    await Promise.all([tendActivities(here.house), tendActivities(here.house)])
    const acts = await rows<{ person: number }>(`select (facts->>'person')::int as person from journal where action = 'activities.moveUp' and subject = $1 order by id`, [`activities/${id}`])
    assert.deepEqual(acts.map(one => one.person), [as(tenant).personId, as(neighbour).personId], 'each once, whoever looks after it')
    await assert.rejects(here.act(changeActivityPost, as(secretary), { id, post, number: 1 }), Invalid)
  })

  test('goes to nobody twice when everybody wants the last place at once', async () => {
    const { id, post } = await market('2026-11-29')
    const answers = await Promise.all([resident, tenant, neighbour].map(who => here.act(signUp, as(who), { id, post })))
    assert.equal(answers.filter(answer => !answer.waiting).length, 1)
  })

  test('is for volunteers only', async () => {
    const { id, post } = await market('2026-12-01')
    await assert.rejects(here.act(signUp, here.people.severalHomes, { id, post }), Refused)
  })

  test('that needs a skill is for who has it, approved', async () => {
    const { id, post } = await market('2026-12-02', { skill: 'order_keeping' })
    await assert.rejects(here.act(signUp, as(resident), { id, post }), Refused)
    await here.owner.query(`insert into volunteer_skill (community_id, volunteer_id, skill, offered_at, approved_by, approved_at)
      select 1, id, 'order_keeping', now(), $2, now() from volunteer where person_id = $1`, [as(resident).personId, as(secretary).personId])
    await here.act(signUp, as(resident), { id, post })
  })

  test('that is risky asks for insurance, for having read about it, and for a grown-up', async () => {
    const { id, post } = await market('2026-12-03', { risky: true, number: 3 })
    await assert.rejects(here.act(signUp, as(resident), { id, post, riskRead: true }), Refused)
    await insuredAt(here, as(resident).personId, '2026-01-01', '2026-12-02')
    await assert.rejects(here.act(signUp, as(resident), { id, post, riskRead: true }), Refused, 'it ends the day before')
    await insuredAt(here, as(resident).personId, '2026-12-03', '2027-12-02')
    await assert.rejects(here.act(signUp, as(resident), { id, post }), Invalid)
    await here.act(signUp, as(resident), { id, post, riskRead: true })
    await insuredAt(here, as(tenant).personId, '2026-01-01', '2027-12-02')
    await here.owner.query(`update volunteer set age = 'youth', guardian_id = $2, guardian_agreed_at = now() where person_id = $1`, [as(tenant).personId, as(resident).personId])
    await assert.rejects(here.act(signUp, as(tenant), { id, post, riskRead: true }), Refused)
    await here.owner.query(`update volunteer set guardian_agreed_at = null where person_id = $1`, [as(tenant).personId])
    const other = await market('2026-12-04')
    await assert.rejects(here.act(signUp, as(tenant), other), Refused, 'the guardian has not agreed')
    await here.owner.query(`update volunteer set age = 'adult' where person_id = $1`, [as(tenant).personId])
  })

  test('cannot be taken by somebody who is at another one then, not even by two presses at once', async () => {
    const one = await market('2026-12-05')
    const other = await market('2026-12-05')
    const both = await Promise.allSettled([here.act(signUp, as(resident), one), here.act(signUp, as(resident), other)])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    await assert.rejects(here.owner.query(`insert into activity_helper (community_id, post_id, person_id, from_at, until_at, waiting, signed_at)
      select 1, id, $2, from_at, until_at, false, now() from activity_post where id = any ($1) and not exists
        (select 1 from activity_helper h where h.post_id = activity_post.id)`, [[one.post, other.post], as(resident).personId]), /exclu/u, 'the database itself refuses')
  })
})

describe('an activity', () => {
  test('that is moved takes its posts along, and whoever is elsewhere then is let go', async () => {
    const { id, post } = await market('2026-12-06', { number: 3, until: '10:00' })
    const { post: second } = await here.act(addActivityPost, as(secretary), { id, name: '收摊', number: 3, from: '10:00', until: '11:00' })
    for (const one of [post, second]) await here.act(signUp, as(resident), { id, post: one })
    await here.act(signUp, as(tenant), { id, post })
    const other = await market('2026-12-07')
    await here.act(signUp, as(tenant), other)
    assert.equal((await here.act(moveActivity, as(secretary), { id, on: '2026-12-07', from: '10:00' })).clashes, 1)
    const { posts } = await state(id, as(resident))
    assert.deepEqual(posts.map(one => [one.from_at.toString(), one.own, one.taken]), [['2026-12-07T02:00:00Z', true, 1], ['2026-12-07T03:00:00Z', true, 1]])
    const dates = await here.house.database.look(1, db => helpPlanned(db, { helper: as(resident).personId ?? 0 }, here.time.now))
    const date = dates.find(one => one.id === id)
    assert.deepEqual([date?.posts, date?.begins_at.toString(), date?.changes], ['维持秩序、收摊', '2026-12-07T02:00:00Z', 1], 'and his calendar knows')
  })

  test('that is called off frees everybody, and takes nobody any more', async () => {
    const one = await market('2026-12-08')
    await here.act(signUp, as(resident), one)
    await assert.rejects(here.act(callOffActivity, as(resident), { id: one.id, why: '下雨' }), Refused)
    await here.act(callOffActivity, as(secretary), { id: one.id, why: '下雨' })
    await here.act(signUp, as(resident), await market('2026-12-08'))
    await assert.rejects(here.act(signUp, as(tenant), one), Refused)
  })
})

describe('at the place', () => {
  test('the digits of now and of the half minute before are taken, older ones are not, and none from another activity', async () => {
    const { id, post } = await market('2026-12-09', { number: 3 })
    const other = await market('2026-12-09', { number: 3 })
    for (const who of [resident, tenant]) await here.act(signUp, as(who), { id, post })
    const code = digits(id, at('2026-12-09T08:50'))
    await assert.rejects(here.act(checkIn, as(resident), { id, code: digits(id) }), Refused, 'the day before is too early')
    here.time.now = at('2026-12-09T08:50:59')
    await here.act(checkIn, as(resident), { id, code })
    here.time.now = at('2026-12-09T08:51:00')
    await assert.rejects(here.act(checkIn, as(tenant), { id, code }), Invalid, 'a photo of it, a minute later')
    await assert.rejects(here.act(checkIn, as(tenant), { id, code: digits(other.id) }), Invalid)
    await assert.rejects(here.act(checkIn, as(neighbour), { id, code: digits(id) }), Refused, 'he did not sign up')
    await here.act(checkIn, as(tenant), { id, code: ` ${digits(id).slice(0, 3)} ${digits(id).slice(3)}` })
  })

  test('guessing ends after ten tries, and the organiser can still check somebody in', async () => {
    const { id, post } = await market('2026-12-10')
    await here.act(signUp, as(resident), { id, post })
    here.time.now = at('2026-12-10T08:50')
    const guess = (code: string) => perform(here.house.database, { ...here.house.means, now: here.time.now }, checkIn, as(resident), { id, code })
    const wrong = digits(id) === '000000' ? '000001' : '000000'
    for (let i = 0; i < 10; i++) await assert.rejects(guess(wrong), Invalid)
    await assert.rejects(guess(digits(id)), TooOften)
    await assert.rejects(here.act(markPresence, as(tenant), { id, post, person: as(resident).personId, what: 'came' }), Refused)
    await here.act(markPresence, as(secretary), { id, post, person: as(resident).personId, what: 'came' })
    const [row] = await rows<{ arrived_by: string }>('select arrived_by from activity_helper where post_id = $1', [post])
    assert.equal(Number(row?.arrived_by), as(secretary).personId)
  })
})

describe('the time that people served', () => {
  test('is from check-in to check-out within the post; overtime counts when the organiser says so; it goes to be approved', async () => {
    const { id, post } = await market('2026-12-12', { number: 3 })
    for (const who of [resident, tenant, neighbour]) await here.act(signUp, as(who), { id, post })
    here.time.now = at('2026-12-12T08:40')
    await here.act(checkIn, as(resident), { id, code: digits(id) })
    here.time.now = at('2026-12-12T09:30')
    await here.act(checkIn, as(tenant), { id, code: digits(id) })
    here.time.now = at('2026-12-12T11:15')
    await here.act(checkOut, as(tenant), { id, code: digits(id) })
    await assert.rejects(here.act(closeActivity, as(secretary), { id, reached: [{ post, people: 80 }] }), Refused, 'it is not over')
    here.time.now = at('2026-12-12T12:20')
    await assert.rejects(here.act(closeActivity, as(secretary), { id, reached: [{ post, people: 80 }] }), Refused, 'somebody is still there')
    await here.act(checkOut, as(resident), { id, code: digits(id) })
    await assert.rejects(here.act(confirmTime, as(secretary), { id, post, person: as(tenant).personId, minutes: 106 }), Invalid, 'he was there for 105')
    await assert.rejects(here.act(confirmTime, as(secretary), { id, post, person: as(neighbour).personId, minutes: 60 }), Refused, 'he never came')
    await assert.rejects(here.act(closeActivity, as(secretary), { id, reached: [] }), Invalid)
    assert.equal((await here.act(closeActivity, as(secretary), { id, reached: [{ post, people: 80 }] })).servings, 1)
    await assert.rejects(here.act(closeActivity, as(secretary), { id, reached: [{ post, people: 80 }] }), Refused)
    const shares = await rows<{ person: number, minutes: number, proof: string, served: number, approved_at: null }>(`select person_id::int as person, minutes, proof, served, approved_at
      from serving join serving_share share on share.serving_id = serving.id where about = $1 order by minutes`, [`activities/${id}`])
    assert.deepEqual(shares, [
      { person: as(tenant).personId, minutes: 105, proof: 'checked', served: 80, approved_at: null },
      { person: as(resident).personId, minutes: 180, proof: 'checked', served: 80, approved_at: null },
    ], 'who did not come is not among them')
    assert.deepEqual(await rows('select 1 from activity_helper where post_id = $1 and person_id = $2', [post, as(neighbour).personId]), [], 'and is forgotten')
  })

  test('of a forgotten check-out is what the organiser writes down, and says so', async () => {
    const { id, post } = await market('2026-12-13', { number: 2 })
    for (const who of [resident, tenant]) await here.act(signUp, as(who), { id, post })
    here.time.now = at('2026-12-13T09:00')
    for (const who of [resident, tenant]) await here.act(checkIn, as(who), { id, code: digits(id) })
    here.time.now = at('2026-12-13T12:40')
    await here.act(checkOut, as(tenant), { id, code: digits(id) })
    await here.act(confirmTime, as(secretary), { id, post, person: as(tenant).personId, minutes: 220 })
    await here.act(confirmTime, as(secretary), { id, post, person: as(resident).personId, minutes: 120 })
    await here.act(closeActivity, as(secretary), { id, reached: [{ post, people: 5 }] })
    const servings = await rows<{ proof: string, served: number, minutes: number }>(`select proof, served, minutes from serving
      join serving_share share on share.serving_id = serving.id where about = $1 order by proof`, [`activities/${id}`])
    assert.deepEqual(servings, [{ proof: 'checked', served: 5, minutes: 220 }, { proof: 'written', served: 0, minutes: 120 }])
  })
})
