// 业主共同决定: the stilt floor of Building 3, from the draft to the posted result; every channel, one ledger, nothing lost and nothing added.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Reader } from '#kit/db.ts'
import { Invalid, NotFound, Refused } from '#kit/errors.ts'
import {
  announceDecision, answerObjection, auditDecision, castAtDoor, castBallot, castByMandate, closeDecision, decisionById, freezeRoll, ledgerOf, objectToDecision,
  openDecision, paperCode, postResult, readPaper, recordBallotMandate, recordDelivery, rollLines, type Majority, type Result,
} from '#modules/decisions/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import { announced, clockText, drafted, frozen, newPhoto, opened, posted } from '#test/voting.ts'
import { village, type Village } from '#test/village.ts'

let here: Village
before(async () => {
  here = await village()
})
after(() => here.close())

const look = <T>(ask: (db: Reader) => Promise<T>) => here.house.database.look(1, ask)
const numberOf = async (id: number, person: number | null) => Number((await here.owner.query(
  'select number from decision_voter where decision_id = $1 and person_id = $2', [id, person])).rows[0]?.number)
const resultOf = async (id: number) => (await here.owner.query('select result from decision where id = $1', [id])).rows[0].result as Result
const yes = { 1: 'yes' } as const
const no = { 1: 'no' } as const
const vote = (id: number, who: Actor, choices: Record<string, unknown> = yes) => here.act(castBallot, who, { id, choices })
const close = async (id: number, closes: Temporal.Instant) => {
  here.time.now = closes
  return here.act(closeDecision, passerBy(1), { id })
}

describe('the roll', () => {
  test('counts an owner of three homes once by head and fully by area', async () => {
    const id = await drafted(here)
    await frozen(here, id)
    const lines = await look(db => rollLines(db, id))
    const several = lines.find(({ homes }) => homes.length === 3)
    assert.equal(several?.area, several?.homes.reduce((sum, { area }) => sum + area, 0))
    assert.equal(lines.flatMap(({ homes }) => homes).length, 60)
    assert.equal(lines.length, new Set(lines.map(({ number }) => number)).size)
    assert.ok(lines.length < 60)
  })

  test('is open to objections, and nothing is announced before each is answered', async () => {
    const id = await drafted(here)
    await frozen(here, id)
    const { objection } = await here.act(objectToDecision, here.people.resident, { id, about: 'roll', text: '我家面积少写了两平方' })
    await assert.rejects(here.act(objectToDecision, here.people.tenant, { id, about: 'roll', text: '我也要投' }), Refused)
    here.time.now = here.time.now.add({ hours: 24 * 4 })
    const when = { id, opens: '2027-01-20T08:00', closes: '2027-02-01T20:00' }
    await assert.rejects(here.act(announceDecision, here.people.committeeChair, when), Invalid)
    await here.act(answerObjection, here.people.committeeChair, { id, objection, upheld: 'false', answer: '查了产权证，是 89.36 平方米' })
    await here.act(announceDecision, here.people.committeeChair, when)
  })

  test('a tenant, the property company and a passer-by cannot draft, freeze or see a draft', async () => {
    const id = await drafted(here)
    for (const who of [here.people.tenant, here.people.propertyManager, passerBy(1)]) {
      await assert.rejects(here.act(freezeRoll, who, { id, asOf: '2026-11-20', objectionsUntil: '2027-11-23' }), NotFound)
    }
  })
})

describe('the calendar', () => {
  test('voting cannot open fourteen days after the announcement, nor where a building lacks its notice', async () => {
    const id = await drafted(here)
    await frozen(here, id)
    await posted(here, id, 'roll')
    here.time.now = here.time.now.add({ hours: 24 * 4 })
    const day = (days: number) => clockText(here.time.now.add({ hours: 24 * days }))
    await assert.rejects(here.act(announceDecision, here.people.committeeChair, { id, opens: day(15), closes: day(25) }), Invalid)
    await here.act(announceDecision, here.people.committeeChair, { id, opens: day(16), closes: day(26) })
    await posted(here, id, 'notice', ['榕荫里 1号楼', '榕荫里 2号楼'])
    await posted(here, id, 'committee')
    here.time.now = here.time.now.add({ hours: 24 * 17 })
    await assert.rejects(here.act(openDecision, passerBy(1), { id }), Refused)
    await posted(here, id, 'notice', ['榕荫里 3号楼'])
    await assert.rejects(here.act(openDecision, passerBy(1), { id }), Refused, 'it hangs there since today only')
  })

  test('nobody votes before it opens, and a question that was not announced is refused', async () => {
    const id = await drafted(here)
    await frozen(here, id)
    await posted(here, id, 'roll')
    here.time.now = here.time.now.add({ hours: 24 * 4 })
    const { opens } = await announced(here, id)
    await assert.rejects(vote(id, here.people.resident), Refused)
    here.time.now = opens
    await here.act(openDecision, passerBy(1), { id })
    await assert.rejects(vote(id, here.people.resident, { 1: 'yes', 2: 'yes' }), Invalid)
    await assert.rejects(vote(id, here.people.resident, {}), Invalid)
    await assert.rejects(vote(id, here.people.resident, { 1: 'spoiled' }), Invalid)
  })
})

describe('every channel', () => {
  test('goes into one ledger, and the last act before the close counts', async () => {
    const { id, closes } = await opened(here)
    const { resident, neighbour, severalHomes, streetOfficer, gridWorker, secretary, doctor } = here.people
    const [own, next] = [await numberOf(id, resident.personId), await numberOf(id, neighbour.personId)]
    await vote(id, resident)
    here.time.now = here.time.now.add({ minutes: 1 })
    await here.act(castAtDoor, secretary, { id, number: own, choices: no, witness: gridWorker.personId, photo: await newPhoto() })
    // On paper: two readers, who at first read differently.
    here.time.now = here.time.now.add({ minutes: 1 })
    const paper = { id, code: paperCode(here.house.means.secrets, { community: 1, id }, next), returnedAt: clockText(here.time.now) }
    here.time.now = here.time.now.add({ minutes: 1 })
    assert.equal((await here.act(readPaper, streetOfficer, { ...paper, choices: yes })).state, 'waits')
    assert.equal((await here.act(readPaper, streetOfficer, { ...paper, choices: yes })).state, 'waits', 'the same person is no second reader')
    assert.equal((await here.act(readPaper, secretary, { ...paper, choices: no })).state, 'differs')
    assert.equal((await here.act(readPaper, secretary, { ...paper, choices: yes })).state, 'counted')
    await assert.rejects(here.act(readPaper, secretary, { ...paper, code: `${next}-AAAAAAAA`, choices: yes }), Invalid)
    // By mandate: the agent hands in what the paper says.
    const several = await numberOf(id, severalHomes.personId)
    const { mandate } = await here.act(recordBallotMandate, secretary, { id, number: several, agent: doctor.personId, choices: no, photo: await newPhoto() })
    await assert.rejects(here.act(castByMandate, neighbour, { id, mandate }), NotFound)
    await here.act(castByMandate, doctor, { id, mandate })
    await close(id, closes)
    const [question] = (await resultOf(id)).questions as Majority[]
    assert.deepEqual([question?.votes.yes.heads, question?.votes.no.heads, question?.carried], [1, 2, false])
    assert.equal((await look(db => ledgerOf(db, id))).length, 4)
    await assert.rejects(vote(id, resident), Refused, 'it is over')
  })

  test('two thirds of heads and area take part and three quarters agree: carried, posted with proof', async () => {
    const { id, closes } = await opened(here)
    const { rows } = await here.owner.query('select number, person_id from decision_voter where decision_id = $1 order by number', [id])
    const voters: { number: number, person_id: string }[] = rows
    for (const [i, voter] of voters.slice(0, 45).entries()) {
      const who: Actor = { ...here.people.resident, personId: Number(voter.person_id) }
      await vote(id, who, i % 10 === 0 ? no : yes)
    }
    await here.act(recordDelivery, here.people.committeeChair, { id, number: voters[50]?.number, how: 'in_hand', receivedBy: 'owner', at: clockText(here.time.now) })
    await here.act(recordDelivery, here.people.committeeChair, { id, number: voters[51]?.number, how: 'in_hand', receivedBy: 'tenant', at: clockText(here.time.now) })
    await close(id, closes)
    const result = await resultOf(id)
    const [question] = result.questions as Majority[]
    assert.deepEqual([question?.votes.yes.heads, question?.votes.no.heads, question?.votes.silent.heads], [40, 5, 1])
    assert.equal(question?.silence, 'cast_only')
    assert.equal(question?.carried, true)
    await assert.rejects(here.act(postResult, here.people.committeeChair, { id }), Refused)
    await posted(here, id, 'result')
    await here.act(postResult, here.people.committeeChair, { id })
    assert.deepEqual(await look(async db => auditDecision(db, here.house.means.secrets, await decisionById(db, here.people.resident, id))), [])
  })
})

describe('somebody with the database in his hands', () => {
  const attacks = {
    'a ballot for that of another': `update ballot set choices_sealed =
      (select other.choices_sealed from ballot other where other.decision_id = $1 order by id desc limit 1) where id = (select min(id) from ballot where decision_id = $1)`,
    'a ballot taken out': 'delete from ballot where id = (select min(id) from ballot where decision_id = $1)',
    'a ballot put in': `insert into ballot (community_id, decision_id, number, channel, cast_at, entered_at, choices_sealed, commitment, leaf)
      select community_id, decision_id, number, channel, cast_at, entered_at, choices_sealed, commitment, leaf from ballot where decision_id = $1 limit 1`,
    'a time': `update ballot set cast_at = cast_at - interval '1 hour' where id = (select min(id) from ballot where decision_id = $1)`,
    'a channel': `update ballot set channel = 'door' where id = (select min(id) from ballot where decision_id = $1)`,
    'an area': 'update decision_voter set area = area + 1 where decision_id = $1 and number = 1',
    'the area of a home': 'update decision_home set area = area + 1 where decision_id = $1 and number = 1',
    'a head': 'insert into decision_voter select community_id, decision_id, 999, null, kind, area, homes from decision_voter where decision_id = $1 and number = 1',
    'a delivery': `update decision_delivery set received_by = 'authorised' where decision_id = $1`,
    'a posting': `update decision_posting set posted_at = posted_at - interval '3 days' where decision_id = $1`,
    'the witness of a delivery': 'update decision_delivery set witness_id = delivered_by where decision_id = $1',
    'the words of a question': `update decision_question set text = '同意把 3 号楼架空层租出去吗？' where decision_id = $1`,
    'what the law calls it': `update decision_question set item = 'other' where decision_id = $1`,
    'a rule': `update decision set rules = jsonb_set(rules, '{rules,participation,value,numerator}', '1') where id = $1`,
    'the commitment to a ballot': 'update ballot set commitment = leaf where decision_id = $1',
    'the end': `update decision set closes_at = closes_at - interval '1 day' where id = $1`,
  }
  for (const [name, attack] of Object.entries(attacks)) {
    test(`is found out: ${name}; and nothing is counted then`, async () => {
      const { id, closes } = await opened(here)
      await vote(id, here.people.resident)
      await vote(id, here.people.neighbour, no)
      await here.act(recordDelivery, here.people.committeeChair, { id, number: 3, how: 'in_hand', receivedBy: 'owner', at: clockText(here.time.now) })
      here.time.now = closes
      const audit = () => look(async db => auditDecision(db, here.house.means.secrets, await decisionById(db, here.people.resident, id)))
      assert.deepEqual(await audit(), [])
      await here.owner.query(attack, [id])
      assert.notDeepEqual(await audit(), [])
      await assert.rejects(here.act(closeDecision, passerBy(1), { id }), Refused)
    })
  }
})

test('a count that somebody changes afterwards is found out', async () => {
  const { id, closes } = await opened(here)
  await vote(id, here.people.resident)
  await close(id, closes)
  const audit = () => look(async db => (await auditDecision(db, here.house.means.secrets, await decisionById(db, here.people.resident, id))).map(({ what }) => what))
  assert.deepEqual(await audit(), [])
  await here.owner.query(`update decision set result = jsonb_set(result, '{questions,0,carried}', 'true') where id = $1`, [id])
  assert.deepEqual(await audit(), ['result'])
  await here.owner.query(`update ballot_counted set choices = '{"1":"no"}' where decision_id = $1`, [id])
  assert.deepEqual(await audit(), ['counted', 'result'])
})

test('a secret vote is counted, and afterwards nothing in the database tells who voted how', async () => {
  const { id, closes } = await opened(here, { secret: true })
  await vote(id, here.people.resident)
  await vote(id, here.people.neighbour, no)
  await close(id, closes)
  const counted = (await here.owner.query('select number, area, nonce, channel from ballot_counted where decision_id = $1', [id])).rows
  assert.deepEqual(counted, [1, 2].map(() => ({ number: null, area: null, nonce: null, channel: null })))
  assert.equal((await here.owner.query('select key_sealed from decision where id = $1', [id])).rows[0].key_sealed, null)
})

test('an election seats those with a majority of heads and area, and keeps the next as spares', async () => {
  const { id, closes } = await opened(here, { item: 'committee', seats: 2, candidates: ['林秀英', '黄国栋', '陈海生'] })
  const { rows } = await here.owner.query('select person_id from decision_voter where decision_id = $1 order by number', [id])
  for (const [i, { person_id }] of rows.slice(0, 48).entries()) {
    await vote(id, { ...here.people.resident, personId: Number(person_id) }, { 1: i % 3 === 0 ? [1, 3] : [1, 2] })
  }
  await assert.rejects(vote(id, here.people.resident, { 1: [1, 2, 3] }), Invalid)
  await close(id, closes)
  const [election] = (await resultOf(id)).questions
  assert.ok(election?.how === 'election')
  assert.deepEqual([election.elected, election.spare, election.carried], [[1, 2], [], true])
})
