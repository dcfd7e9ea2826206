// Votes that are not the plain one: silence that counts, the developer's homes, consent of every interested owner, and a city with its own ballot.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Reader } from '#kit/db.ts'
import { Invalid, NotFound, Refused } from '#kit/errors.ts'
import {
  castAtDoor, castBallot, closeDecision, decisionById, draftDecision, keepRules, putQuestion, recordBallotMandate, recordDelivery, rollLines, settleHome,
  type Majority, type Result,
} from '#modules/decisions/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import { clockText, drafted, frozen, named, newPhoto, opened, openedFrom } from '#test/voting.ts'
import { village, type Village } from '#test/village.ts'

let here: Village
before(async () => {
  here = await village()
})
after(() => here.close())

const look = <T>(ask: (db: Reader) => Promise<T>) => here.house.database.look(1, ask)
const resultOf = async (id: number) => (await here.owner.query('select result from decision where id = $1', [id])).rows[0].result as Result
const votersOf = async (id: number) => (await here.owner.query('select number, person_id from decision_voter where decision_id = $1 and person_id is not null order by number', [id]))
  .rows.map(({ number, person_id }): { number: number, who: Actor } => ({ number: Number(number), who: { ...passerBy(1), personId: Number(person_id) } }))
const close = async (id: number, closes: Temporal.Instant) => {
  here.time.now = closes
  await here.act(closeDecision, passerBy(1), { id })
}
const rules = (lines: string) => here.act(keepRules, here.people.committeeChair, { estate: here.community.place('榕荫里'), source: `key: rongyinli
version: 1
layer: estate
within: fujian
from: 2024-05-01
name: { zh: 榕荫里议事规则, en: Rules of procedure of Rongyinli }
sources:
  own:
    law: { zh: 榕荫里业主大会议事规则, en: Rules of procedure of Rongyinli }
    article: '12'
    says: { zh: 送达后没交回的票，算同意多数, en: A ballot that was delivered and not returned follows the majority }
    mark: V
    from: 2024-05-01
rules:
${lines}
` })

describe('the estate’s own rules', () => {
  test('that undercut the law are told and not used; what is wrong in them is told with its line', async () => {
    const { flags } = await rules('  consent_special: { value: at least 2/3, source: own }')
    assert.equal(flags, 1)
    await assert.rejects(rules('  consent_special: { value: much, source: own }'), (problem: Invalid) => problem.problems[0]?.reason('en').startsWith('Line 15') ?? false)
    const { id, closes } = await opened(here)
    const voters = await votersOf(id)
    for (const [i, { who }] of voters.entries()) await here.act(castBallot, who, { id, choices: { 1: i % 10 < 7 ? 'yes' : 'no' } })
    await close(id, closes)
    assert.equal(((await resultOf(id)).questions[0] as Majority).carried, false, 'seventy in a hundred are no three quarters')
  })

  test('that let delivered silence follow the majority do so for what reached an owner, and for nothing else', async () => {
    await rules('  silence: { value: delivered_silence_follows_majority, source: own }\n  mandates_per_agent: { value: 1, source: own }')
    const { id, closes } = await opened(here)
    const voters = await votersOf(id)
    const [cast, silent] = [voters.slice(0, 30), voters.slice(30)]
    for (const { who } of cast) await here.act(castBallot, who, { id, choices: { 1: 'yes' } })
    for (const [i, { number }] of silent.entries()) {
      await here.act(recordDelivery, here.people.committeeChair, {
        id, number, how: 'in_hand', receivedBy: i === 0 ? 'tenant' : i === 1 ? 'nobody' : 'owner', at: clockText(here.time.now),
      })
    }
    const mandate = (number: number) => here.act(recordBallotMandate, here.people.secretary, { id, number, agent: here.people.doctor.personId, choices: { 1: 'no' }, photo: newPhotoOnce })
    await mandate(silent[0]?.number ?? 0)
    await assert.rejects(mandate(silent[1]?.number ?? 0), Invalid, 'one mandate for one agent')
    await close(id, closes)
    const [question] = (await resultOf(id)).questions as Majority[]
    assert.equal(question?.silence, 'delivered_silence_follows_majority')
    assert.equal(question?.votes.silent.heads, silent.length - 2)
    assert.deepEqual([question?.outcomes.cast_only.carried, question?.carried], [false, true])
  })
})

test('two homes that the developer has not sold are one head, and whoever votes for him votes once', async () => {
  const id = await drafted(here)
  await named(here, id)
  const homes = ['榕荫里 1号楼 1单元 101', '榕荫里 1号楼 1单元 102'].map(label => here.community.place(label))
  for (const home of homes) {
    await here.act(settleHome, here.people.committeeChair, { id, home, kind: 'developer', person: here.people.propertyManager.personId, reason: '还没卖出去，开发商来函' })
  }
  await frozen(here, id)
  const lines = await look(db => rollLines(db, id))
  assert.deepEqual(lines.filter(({ kind }) => kind === 'developer').map(({ homes: own }) => own.length), [2])
  assert.equal((await votersOf(id)).filter(({ who }) => who.personId === here.people.propertyManager.personId).length, 1)
})

test('to turn a home into a shop every owner of the building must agree: one who says nothing is enough to fail', async () => {
  const chair = here.people.committeeChair
  const { id } = await here.act(draftDecision, chair, {
    estate: here.community.place('榕荫里'), building: here.community.place('榕荫里 1号楼'), title: '1 号楼 101 改成小卖部', about: '业主想把 101 改成小卖部，营业到晚上九点。',
  })
  await assert.rejects(here.act(putQuestion, chair, { id, position: 1, item: 'common_parts', text: '同意 101 改成小卖部吗？' }), Invalid)
  await here.act(putQuestion, chair, { id, position: 1, item: 'interested', text: '同意 101 改成小卖部吗？' })
  const closes = await openedFrom(here, id)
  const voters = await votersOf(id)
  for (const { who } of voters.slice(1)) await here.act(castBallot, who, { id, choices: { 1: 'yes' } })
  await close(id, closes)
  const [question] = (await resultOf(id)).questions
  assert.ok(question?.how === 'unanimous')
  assert.deepEqual([question.missing, question.refused, question.carried], [1, 0, false])
})

test('where the city demands its own ballot, the vote says that it is advice, and is counted all the same', async () => {
  await here.owner.query(`update community set law = 'beijing' where id = 1`)
  const { id, closes } = await opened(here)
  const [first] = await votersOf(id)
  assert.ok(first)
  await here.act(castAtDoor, here.people.secretary, { id, number: first.number, choices: { 1: 'yes' }, witness: here.people.gridWorker.personId, photo: newPhotoOnce })
  await close(id, closes)
  assert.equal((await look(db => decisionById(db, first.who, id))).advisory, true)
  assert.equal((await resultOf(id)).returned.heads, 1)
})

test('a ballot at the door is taken by whoever looks after the home, and by nobody else: not the neighbour, the property company, or another community', async () => {
  const { id } = await opened(here)
  const [first] = await votersOf(id)
  assert.ok(first)
  const { resident, propertyManager, elsewhere, secretary, gridWorker } = here.people
  const take = (who: Actor) => here.act(castAtDoor, who, { id, number: first.number, choices: { 1: 'yes' }, witness: gridWorker.personId, photo: newPhotoOnce })
  for (const who of [passerBy(1), resident, propertyManager]) await assert.rejects(take(who), Refused)
  await assert.rejects(take(elsewhere), NotFound)
  await take(secretary)
})

const newPhotoOnce = await newPhoto()
