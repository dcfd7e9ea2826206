// Polls: who is asked, one ballot each, changed until the end, counted once, and counted again by anybody from what can be downloaded.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { count } from '#kit/count/count.ts'
import { readBlt } from '#kit/count/read/blt.ts'
import { Conflict, Invalid, NotFound, Refused } from '#kit/errors.ts'
import { closePolls } from '#jobs/polls.ts'
import { tend } from '#jobs/notices.ts'
import { makePrivateOf, pollAsked, recounted } from '#test/polls.ts'
import { actorOf, eraseMyself, passerBy, recordMandate, type Actor } from '#modules/people/public.ts'
import { commitmentTo } from '#modules/polls/secrecy.ts'
import { callOffPoll, castBallot, closePoll, pollById, pollsListed, resultOf } from '#modules/polls/public.ts'
import { village, type Village } from '#test/village.ts'

const SHICHENG = { id: 1, slug: 'shicheng', name: '石埕社区' }
let here: Village
const today = () => here.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
let estate: number
let building: number
before(async () => {
  here = await village({ now: '2026-11-20T01:00:00Z' })
  estate = here.community.place('榕荫里')
  building = here.community.place('榕荫里 3号楼')
})
after(() => here.close())

const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const open = (more: object = {}, who: Actor = here.people.secretary) => pollAsked(here, who, { place: estate, ...more })
const cast = (id: number, who: Actor, marks: number[], more: object = {}) => here.act(castBallot, who, { id, marks, ...more })
const shown = (id: number, who: Actor = here.people.resident) => here.house.database.look(1, db => pollById(db, who, id))
const result = (id: number) => here.house.database.look(1, db => resultOf(db, id))
const end = async () => {
  here.time.now = here.time.now.add({ hours: 24 * 4 })
  await closePolls(here.house)
}

/** So many people of the estate, each with a home. */
async function people(many: number, where = 'tie.person_id > 0'): Promise<Actor[]> {
  const found = await rows<{ id: string }>(`select distinct tie.person_id as id from tie
    join place on place.id = tie.home_id and place.community_id = 1
    where tie.community_id = 1 and place.estate_id = $1 and tie.until is null and ${where} order by 1 limit $2`, [estate, many])
  return here.house.database.look(1, db => Promise.all(found.map(({ id }) => actorOf(db, Number(id), today()))))
}

describe('whoever looks after a place', () => {
  test('asks the people there, and may not ask elsewhere', async () => {
    const { resident, stairwellHead, gridLeader } = here.people
    await assert.rejects(open({}, resident), Refused)
    await assert.rejects(open({}, stairwellHead), Refused, 'his entrance is not the estate')
    await assert.rejects(open({ place: null }, gridLeader), Refused, 'the estate is not the community')
    const { asked } = await open({ place: here.community.place('榕荫里 1号楼 1单元') }, stairwellHead)
    const [{ homes } = { homes: 0 }] = await rows<{ homes: number }>(`select count(*)::int as homes from place
      join home on home.place_id = place.id and home.community_id = 1
      where place.community_id = 1 and place.entrance_id = $1`, [here.community.place('榕荫里 1号楼 1单元')])
    assert.equal(asked, homes)
    await open({ place: null })
  })

  test('cannot call it an owners’ assembly, in the question, what is said about it, or an option', async () => {
    for (const wrong of [{ question: '业主大会：换水泵' }, { about: '由业主共同决定' }, { rule: 'single', options: '业主表决通过\n不换' }]) {
      await assert.rejects(open(wrong), Invalid)
    }
  })

  test('is told what does not fit together', async () => {
    for (const wrong of [
      { rule: 'single' }, { rule: 'single', options: '一个' }, { rule: 'single', options: '水泵\n水 泵\n水  泵' }, { options: '甲\n乙' },
      { rule: 'instant_runoff', options: '甲\n乙\n丙', seats: 2 }, { rule: 'single_transferable_vote', options: '甲\n乙', seats: 2 },
      { rule: 'multiple', options: '甲\n乙', most: 3 }, { closes: '2026-11-19' }, { closes: '2027-03-01' }, { opens: '2026-11-19' },
        { top: 7 },
      { place: null, grid: 999_999 }, { matter: 999_999 }, { unit: 'home', secret: true, place: here.community.place('榕荫里 3号楼 1单元 602') },
    ]) await assert.rejects(open(wrong), Invalid, JSON.stringify(wrong))
  })

  test('asks owners, those who live there, or everybody; by person or by home', async () => {
    const askedOf = async (more: object) => (await open(more)).asked
    const [owners, living, everybody] = [await askedOf({ unit: 'person', ties: 'owners' }), await askedOf({ unit: 'person',
      ties: 'living' }), await askedOf({ unit: 'person' })]
    assert.ok(Number(owners) < Number(everybody) && Number(living) < Number(everybody), `${owners} ${living} ${everybody}`)
    const { severalHomes, tenant } = here.people
    const { id } = await open({ ties: 'living', unit: 'home', place: here.community.place('榕荫里 1号楼') })
    await cast(id, tenant, [1, 0])
    await assert.rejects(cast(id, severalHomes, [1, 0]), Refused, 'his home there is let')
  })
})

describe('a grid', () => {
  test('is asked as the homes of its places, and whoever looks after all of it may ask', async () => {
    const { gridWorker, secretary, stairwellHead } = here.people
    const [{ id: grid } = { id: 0 }] = await rows<{ id: number }>(`insert into grid (community_id, kind, name) values (1, 'micro_grid', '三号楼微网格') returning id::int`)
    await here.owner.query('insert into grid_place (community_id, grid_id, place_id) values (1, $1, $2)', [grid, building])
    const { asked } = await open({ place: null, grid }, secretary)
    assert.equal(asked, (await open({ place: building })).asked)
    await open({ place: null, grid }, gridWorker)
    await assert.rejects(open({ place: null, grid }, stairwellHead), Refused)
    const { id } = await open({ place: null, grid })
    await cast(id, here.people.resident, [1, 0])
    await assert.rejects(cast(id, here.people.neighbour, [1, 0]), Refused)
  })
})

describe('a ballot', () => {
  test('counts once for each home: the last before the end, whoever of the home casts', async () => {
    const { resident, severalHomes } = here.people
    const { id } = await open()
    const first = await cast(id, resident, [1, 0])
    const again = await cast(id, resident, [0, 1])
    assert.equal(again.receipt, first.receipt)
    await assert.rejects(cast(id, severalHomes, [1, 0]), Invalid, 'he has several homes and must say which')
    for (const home of severalHomes.homes) await cast(id, severalHomes, [1, 0], { home: home.id })
    await assert.rejects(cast(id, severalHomes, [1, 0], { home: resident.homes[0]?.id }), Invalid)
    assert.equal((await shown(id)).taken, 1 + severalHomes.homes.length)
    await end()
    const { ballots, taken } = await result(id)
    assert.deepEqual([taken, ballots], [4, [{ marks: [0, 1], times: 1 }, { marks: [1, 0], times: 3 }]])
  })

  test('is refused from who was not asked, did not sign in, comes too early or too late, or where the poll was called off', async () => {
    const { resident, secretary, elsewhere, neighbour } = here.people
    const { id } = await open({ place: building })
    await assert.rejects(cast(id, neighbour, [1, 0]), Refused)
    await assert.rejects(cast(id, passerBy(1), [1, 0]), Refused)
    await assert.rejects(cast(id, elsewhere, [1, 0]), NotFound)
    const later = await open({ opens: '2026-12-01', closes: '2026-12-05' })
    await assert.rejects(cast(later.id, resident, [1, 0]), Refused)
    await assert.rejects(here.act(callOffPoll, resident, { id, why: '不想投' }), Refused)
    await here.act(callOffPoll, secretary, { id, why: '问错了楼' })
    await assert.rejects(cast(id, resident, [1, 0]), Refused)
    const over = await open()
    await end()
    await assert.rejects(cast(over.id, resident, [1, 0]), Refused)
    await assert.rejects(here.act(callOffPoll, secretary, { id: over.id, why: '晚了' }), Refused)
  })

  test('is refused with too many ticks, none, a place given twice or left out, or too high a score', async () => {
    const { resident } = here.people
    const options = '甲\n乙\n丙'
    for (const [rule, good, ...wrong] of [
      ['yes_no', [0, 0], [1, 1], [1], [2, 0]], ['single', [0, 1, 0], [1, 1, 0], [0, 0, 0], [0, 1], [0, 1, 0, 0]],
      ['multiple', [1, 1, 0], [1, 1, 1], [0, 0, 0]], ['approval', [1, 1, 1], [0, 0, 0], [2, 0, 0]],
      ['score', [5, 0, 3], [6, 0, 0]], ['instant_runoff', [2, 1, 0], [1, 1, 2], [1, 3, 0], [2, 3, 0], [0, 0, 0]],
      ['schulze', [1, 0, 0], [2, 2, 1]], ['single_transferable_vote', [3, 2, 1], [4, 1, 2]],
    ] as const) {
      const { id } = await open({ rule, ...rule !== 'yes_no' && { options } })
      await cast(id, resident, [...good])
      for (const marks of wrong) await assert.rejects(cast(id, resident, [...marks]), Invalid, `${rule} ${marks.join(' ')}`)
      assert.equal((await shown(id)).taken, 1)
    }
  })

  test('that is sent twice gets the first answer; the same key for another poll does not', async () => {
    const { resident } = here.people
    const [one, other] = [await open(), await open()]
    const requestKey = randomUUID()
    const first = await here.act(castBallot, resident, { id: one.id, marks: [1, 0] }, { requestKey })
    assert.deepEqual(await here.act(castBallot, resident, { id: one.id, marks: [1, 0] }, { requestKey }), first)
    await assert.rejects(here.act(castBallot, here.people.severalHomes, { id: other.id, marks: [1, 0],
      home: here.people.severalHomes.homes[0]?.id }, { requestKey }), Conflict)
    const acts = await rows(`select 1 from journal where action = 'polls.cast' and subject = $1`, [`polls/${one.id}`])
    assert.equal(acts.length, 1)
  })

  test('can be cast for somebody by his mandate, and for nobody without', async () => {
    const { gridWorker, resident } = here.people
    const { id } = await open({ unit: 'person' })
    const forHer = () => here.act(castBallot, gridWorker, { id, marks: [1, 0] }, { onBehalfOf: resident.personId ?? 0 })
    await assert.rejects(forHer(), Refused)
    await here.act(recordMandate, here.people.secretary, { principal: resident.personId, agent: gridWorker.personId,
      evidence: 'in_person', until: '' })
    const mandated = await here.house.database.look(1, db => actorOf(db, gridWorker.personId ?? 0, today()))
    await here.act(castBallot, mandated, { id, marks: [1, 0] }, { onBehalfOf: resident.personId ?? 0 })
    await cast(id, resident, [0, 1])
    assert.equal((await shown(id)).taken, 1)
  })
})

describe('a secret poll', () => {
  test('keeps no choice in the journal and no voter at the ballot; at the end neither key nor ballots are left', async () => {
    const voters = await people(8)
    const { id } = await open({ unit: 'person', secret: true, rule: 'single_transferable_vote', options: '甲\n乙\n丙\n丁', seats: 2 })
    for (const [i, who] of voters.entries()) await cast(id, who, [[1, 2, 3, 0], [2, 1, 0, 0], [0, 0, 1, 2]][i % 3] ?? [])
    const [entry] = await rows<{ facts: object,
      answer: object }>(`select facts, answer from journal
      where action = 'polls.cast' and subject = $1 order by id limit 1`, [`polls/${
        id}`])
    assert.deepEqual([Object.keys(entry?.facts ?? {}), Object.keys(entry?.answer ?? {}).toSorted()], [['again'], ['id', 'receipt']])
    const ballots = await rows<Record<string, unknown>>('select * from poll_ballot where poll_id = $1', [id])
    assert.equal(ballots.length, 8)
    for (const ballot of ballots) assert.deepEqual([ballot['person_id'], ballot['home_id']], [null, null])
    assert.ok(!ballots.some(({ mark }) => voters.some(who => String(mark) === String(who.personId))))
    await end()
    assert.deepEqual(await rows('select 1 from poll_ballot where poll_id = $1', [id]), [])
    assert.deepEqual(await rows('select key_sealed from poll where id = $1', [id]), [{ key_sealed: null }])
    assert.equal((await result(id)).receipts.length, 8)
  })

  test('of which fewer than five ballots came keeps its result to itself', async () => {
    const { id } = await open({ unit: 'person', secret: true })
    for (const who of await people(4)) await cast(id, who, [1, 0])
    await end()
    const { protocol, ballots, taken } = await result(id)
    assert.deepEqual([protocol, ballots, taken], [null, [], 4])
  })
})

describe('the count', () => {
  test('happens once, however many try at the same time, and is never changed', async () => {
    const { id } = await open()
    await cast(id, here.people.resident, [1, 0])
    await assert.rejects(here.act(closePoll, passerBy(1), { id }), Refused, 'not before its time')
    here.time.now = here.time.now.add({ hours: 24 * 4 })
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => here.act(closePoll, passerBy(1), { id })))
    assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
    assert.deepEqual(await rows(`select count(*)::int as n from journal where action = 'polls.close' and subject = $1`, [`polls/${id}`]),
      [{ n: 1 }])
    for (const right of ['update', 'delete']) {
      assert.deepEqual(await rows(`select has_table_privilege('linju_writer', 'poll_result', $1) as may`, [right]), [{ may: false }])
    }
  })

  test('takes a ballot that is being sent when the poll closes, or refuses it, and never half', async () => {
    const voters = await people(12)
    const { id } = await open({ unit: 'person' })
    const late = here.time.now.add({ hours: 24 * 4 })
    const sent = voters.map(who => cast(id, who, [1, 0]))
    here.time.now = late
    const [tried] = await Promise.all([Promise.allSettled(sent), closePolls(here.house)])
    const { taken, ballots } = await result(id)
    assert.equal(taken, tried.filter(({ status }) => status === 'fulfilled').length)
    assert.equal(ballots.reduce((sum, { times }) => sum + times, 0), taken)
  })

  test('says whether enough answered, and its seed is the one that was promised', async () => {
    const { id, asked } = await open({ quorum: 50, rule: 'single', options: '甲\n乙' })
    const before = await shown(id)
    await cast(id, here.people.resident, [1, 0])
    await end()
    const { protocol } = await result(id)
    assert.deepEqual([protocol?.reached, protocol?.asked, protocol?.commitment], [false, asked, before.commitment])
    assert.equal(commitmentTo(protocol?.seed ?? ''), before.commitment)
  })

  test('comes out the same from the ballots that anybody can take away, also through a .blt file', async () => {
    const voters = await people(20)
    for (const rule of ['single', 'multiple', 'approval', 'score', 'instant_runoff', 'schulze', 'single_transferable_vote'] as const) {
      const { id } = await open({ unit: 'person', rule, options: '甲\n乙\n丙\n丁', seats: rule === 'single_transferable_vote' ? 2 : 1,
        secret: true })
      for (const [i, who] of voters.entries()) await cast(id, who, marksBy(rule, i))
      await end()
      await recounted(here, id, { count, readBlt })
    }
  })
})

function marksBy(rule: string, i: number): number[] {
  const orders = [[1, 2, 3, 4], [2, 1, 0, 0], [4, 3, 2, 1], [0, 2, 1, 3], [0, 0, 0, 1], [3, 1, 2, 0]]
  const order = orders[i * 7 % 6] ?? []
  if (rule === 'score') return order.map(rank => rank === 0 ? 0 : 5 - rank)
  if (rule === 'approval' || rule === 'multiple') return order.map(rank => Number(rank === 1 || rank === 2))
  return rule === 'single' ? order.map(rank => Number(rank === 1)) : order
}

describe('whoever erases himself', () => {
  test('leaves his ballot, and not that it was his', async () => {
    const { tenant } = here.people
    const { id } = await open({ unit: 'person', rule: 'single', options: '甲\n乙' })
    await cast(id, tenant, [0, 1])
    assert.equal((await rows('select 1 from poll_ballot where poll_id = $1 and person_id = $2', [id, tenant.personId])).length, 1)
    await here.act(eraseMyself, tenant, { sure: true })
    assert.deepEqual(await rows('select person_id from poll_ballot where poll_id = $1', [id]), [{ person_id: null }])
    await end()
    assert.deepEqual((await result(id)).ballots, [{ marks: [0, 1], times: 1 }])
  })
})

describe('what is seen', () => {
  test('a poll of a matter that is made private is seen no more by those who may not see that', async () => {
    const { resident, secretary } = here.people
    const matter = await makePrivateOf(here, here.community.place('榕荫里 3号楼'))
    const { id } = await open({ matter: matter.id })
    assert.equal((await shown(id, resident)).matter_id, matter.id)
    await matter.hide()
    await assert.rejects(shown(id, resident), NotFound)
    await assert.rejects(cast(id, resident, [1, 0]), NotFound)
    assert.ok(!(await here.house.database.look(1, db => pollsListed(db, resident))).some(poll => poll.id === id))
    assert.equal((await shown(id, secretary)).id, id)
    await assert.rejects(open({ matter: matter.id }), Invalid)
  })

  test('the people asked are told, once', async () => {
    const { id } = await open({ tell: true,
      closes: here.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days: 1 }).toString() })
    await tend(here.house, SHICHENG)
    const told = (action: string) => rows<{ person_id: string, urgency: string }>(`select notice.person_id, notice.urgency from notice
      join journal on journal.id = notice.journal_id and journal.community_id = notice.community_id
      where journal.action = $1 and journal.subject = $2`, [action, `polls/${id}`])
    const asked = await told('polls.open')
    assert.ok(asked.some(row => Number(row.person_id) === here.people.resident.personId))
    assert.ok(asked.every(row => row.urgency === 'urgent'), 'it is over soon')
    await end()
    await tend(here.house, SHICHENG)
    assert.ok((await told('polls.close')).some(row => Number(row.person_id) === here.people.resident.personId))
  })
})
