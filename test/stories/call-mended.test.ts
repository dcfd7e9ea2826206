// Faults that strangers found in calls for help, each with the story that showed it.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { forgetOldCalls, widenCalls } from '#jobs/calls.ts'
import { spread } from '#jobs/notices.ts'
import {
  arriveAtCall, askMore, callById, callOff, callsToForget, claimCall, claimCallFor, confirmArrival, finishCall, forgetCalls, makeCall, releaseCall,
} from '#modules/calls/public.ts'
import { inboxOf, noticeWords } from '#modules/notices/public.ts'
import { giveConsent, passerBy, type Actor } from '#modules/people/public.ts'
import { changeVolunteer } from '#modules/volunteers/public.ts'
import { joined } from '#test/activities.ts'
import { dayAhead } from '#test/ordering.ts'
import { village, type Village } from '#test/village.ts'

let here: Village
let home: number
let people: Village['people']
before(async () => {
  here = await village({ now: '2026-11-20T01:00:00Z' })
  people = here.people
  home = here.community.place('榕荫里 3号楼 1单元 602')
  for (const who of [people.doctor, people.severalHomes]) await here.act(giveConsent, who, { purpose: 'be_asked', wording: 1 })
})
after(() => here.close())
// Nobody is tired of what an earlier story asked of him.
beforeEach(() => later(8 * 24 * 60))

const look: Village['house']['database']['look'] = (community, ask) => here.house.database.look(community, ask)
const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const later = (minutes: number) => { here.time.now = here.time.now.add({ minutes }) }
const call = (more: object = {}) => here.act(makeCall, people.resident, { need: 'locked_out', place: home, ...more })
const asked = async (id: number) => (await rows<{ id: string }>('select person_id as id from call_asked where call_id = $1', [id])).map(row => Number(row.id))
const lines = async (who: Actor, id: number) => {
  await spread(here.house, 1)
  const inbox = await look(1, db => inboxOf(db, who.personId ?? 0))
  return inbox.filter(notice => notice.subject === `calls/${id}`).map(notice => noticeWords('zh', notice, who).line)
}

describe('a call', () => {
  test('asks the grid worker by his post, though as a volunteer he is away', async () => {
    await joined(here, people.gridWorker)
    await here.act(changeVolunteer, people.gridWorker, { awayUntil: dayAhead(here, 30) })
    const { id } = await call()
    for (let i = 0; i < 12; i++) {
      here.time.now = here.time.now.add({ seconds: 15 })
      await widenCalls(here.house)
    }
    assert.ok((await asked(id)).includes(people.gridWorker.personId ?? 0))
    await here.act(callOff, people.resident, { id })
  })

  test('asks a helper again who forgot to say that the last one was done', async () => {
    const forgotten = await call()
    await here.act(claimCall, people.doctor, { id: forgotten.id })
    later(30)
    const soon = await call()
    assert.ok(!(await asked(soon.id)).includes(people.doctor.personId ?? 0), 'just now he is on his way')
    later(200)
    const next = await call()
    assert.ok((await asked(next.id)).includes(people.doctor.personId ?? 0))
    for (const { id } of [forgotten, soon, next]) await here.act(callOff, people.resident, { id })
  })

  test('that still wants a second helper at its end frightens nobody with “nobody went”', async () => {
    const { id } = await call({ need: 'carry', hours: '1' })
    await here.act(claimCall, people.doctor, { id })
    await here.act(askMore, people.resident, { id })
    later(61)
    for (let i = 0; i < 12; i++) {
      await widenCalls(here.house)
      later(1)
    }
    assert.deepEqual((await rows<{ next_at: string | null }>('select next_at from call where id = $1', [id]))[0], { next_at: null })
    assert.ok(!(await lines(people.resident, id)).includes('时间到了还没有人去成，网格员会打电话来'))
    await here.act(callOff, people.resident, { id })
  })

  test('asks others anew, also after the time that was said', async () => {
    const { id } = await call({ hours: '1' })
    await here.act(claimCall, people.doctor, { id })
    later(61)
    await here.act(releaseCall, people.doctor, { id, why: '孩子发烧了' })
    const before = (await asked(id)).length
    await widenCalls(here.house)
    assert.ok((await asked(id)).length > before)
    await here.act(callOff, people.resident, { id })
  })

  test('counts the one who is at the door, not the one on the way; each from when he came', async () => {
    const { id } = await call({ need: 'carry' })
    const { doctor, severalHomes, resident, gridWorker } = people
    await here.act(claimCall, doctor, { id })
    await here.act(askMore, resident, { id })
    await here.act(claimCallFor, gridWorker, { id, person: severalHomes.personId })
    await here.act(arriveAtCall, doctor, { id })
    await here.act(confirmArrival, resident, { id })
    const there = async () => (await look(1, db => callById(db, resident, id, false))).call.helpers.map(helper => helper.confirmed_at !== null)
    assert.deepEqual(await there(), [true, false])
    later(20)
    await here.act(arriveAtCall, severalHomes, { id })
    await here.act(confirmArrival, resident, { id })
    assert.deepEqual(await there(), [true, true])
    later(10)
    await here.act(finishCall, resident, { id })
    const shares = await rows(`select person_id::int as person, minutes, extract(epoch from serving_share.ended_at - serving_share.began_at)::int / 60 as lasted
      from serving_share join serving on serving.id = serving_id where about = $1 order by minutes`, [`calls/${id}`])
    assert.deepEqual(shares, [{ person: severalHomes.personId, minutes: 10, lasted: 10 }, { person: doctor.personId, minutes: 30, lasted: 30 }])
  })

  test('from a building, not a home, asks those who live in it first, and says which it is', async () => {
    const [{ id: inside }, { id: entrance }] = [await call({ place: here.community.place('榕荫里 3号楼') }), await call({ place: here.community.place('榕荫里 3号楼 1单元') })]
    const near = async (id: number) => rows('select who from call_asked where call_id = $1 and person_id = $2', [id, people.doctor.personId])
    assert.deepEqual([await near(inside), await near(entrance)], [[{ who: 'building' }], [{ who: 'entrance' }]])
    assert.equal((await look(1, db => callById(db, people.doctor, inside, false))).where, '榕荫里 3号楼')
    for (const id of [inside, entrance]) await here.act(callOff, people.resident, { id })
  })

  test('that nobody ever ended loses its words a month after its time', async () => {
    const { id } = await call({ text: '钥匙落在屋里了' })
    const words = async () => (await rows<{ text: string }>('select text from call where id = $1', [id]))[0]?.text
    later(29 * 24 * 60)
    if (await look(1, db => callsToForget(db, here.time.now))) await here.act(forgetCalls, passerBy(1), {})
    assert.equal(await words(), '钥匙落在屋里了')
    later(2 * 24 * 60)
    await here.act(forgetCalls, passerBy(1), {})
    assert.equal(await words(), '')
    await here.act(callOff, people.resident, { id })
  })
})

test('words are forgotten in every community, also where one of them cannot be tended', async () => {
  const { id } = await call({ text: '钥匙落在屋里了' })
  await here.act(callOff, people.resident, { id })
  const [next] = await rows<{ id: string }>(`insert into call (community_id, place_id, channel, need, urgent, text, called_at, until_at, rings, ended_at, ended_how)
    select 2, (select min(id) from place where community_id = 2), channel, need, urgent, '隔壁社区的话', called_at, until_at, rings, ended_at, ended_how from call where id = $1 returning id`, [id])
  await here.owner.query(`create function broken() returns trigger language plpgsql as 'begin raise exception ''broken''; end'`)
  await here.owner.query('create trigger broken before update on call for each row when (old.community_id = 1) execute function broken()')
  later(8 * 24 * 60)
  await forgetOldCalls(here.house)
  await here.owner.query('drop trigger broken on call')
  assert.deepEqual(await rows('select text from call where id = any($1) order by community_id', [[id, next?.id]]), [{ text: '钥匙落在屋里了' }, { text: '' }])
})
