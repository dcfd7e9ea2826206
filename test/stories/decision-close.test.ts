// The last moment of a vote: whoever was told that the ballot is in is counted, and nobody is counted who was not.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Refused } from '#kit/errors.ts'
import { castBallot, closeDecision, remindOfDecision, type Result } from '#modules/decisions/public.ts'
import { inboxOf } from '#modules/notices/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import { tendDecisions } from '../../src/jobs/decisions.ts'
import { spread } from '../../src/jobs/notices.ts'
import { announced, drafted, frozen, named, opened, posted } from '#test/voting.ts'
import { village, type Village } from '#test/village.ts'

let here: Village
before(async () => {
  here = await village()
})
after(() => here.close())

const row = async (id: number) => (await here.owner.query('select * from decision where id = $1', [id])).rows[0] as { stage: string, result: Result, damaged_at: string | null }
const acts = async (id: number, action: string) => Number((await here.owner.query('select count(*) from journal where subject = $1 and action = $2', [`decisions/${id}`, action])).rows[0].count)
const votersOf = async (id: number): Promise<Actor[]> => (await here.owner.query('select person_id from decision_voter where decision_id = $1 and person_id is not null order by number', [id]))
  .rows.map(({ person_id }) => ({ ...passerBy(1), personId: Number(person_id) }))

test('forty vote in the second in which it closes: who has a receipt is counted, the others are told that it is over', async () => {
  const { id, closes } = await opened(here)
  const voters = (await votersOf(id)).slice(0, 40)
  here.time.now = closes.subtract({ milliseconds: 1 })
  const casting = voters.map(voter => here.act(castBallot, voter, { id, choices: { 1: 'yes' } }))
  here.time.now = closes
  const closing = here.act(closeDecision, passerBy(1), { id })
  const done = await Promise.allSettled(casting)
  await closing
  const refused = done.filter(one => one.status === 'rejected')
  assert.ok(refused.every(one => one.reason instanceof Refused))
  const { result } = await row(id)
  assert.equal(result.returned.heads, done.length - refused.length)
})

test('voters hear of it on the way, and whoever has not voted is reminded', async () => {
  const { id } = await opened(here)
  const [first] = await votersOf(id)
  assert.ok(first)
  await here.act(castBallot, first, { id, choices: { 1: 'yes' } })
  here.time.now = here.time.now.add({ hours: 24 * 8 })
  await tendDecisions(here.house)
  await spread(here.house, 1)
  const toldOf = async (who: Actor) => (await here.house.database.look(1, db => inboxOf(db, who.personId ?? 0)))
    .filter(notice => notice.subject === `decisions/${id}`).map(({ action, thing }) => [action, thing?.title, thing?.place])
  const named = ['3 号楼架空层改成邻里客厅', '榕荫里']
  const [, waiting] = await votersOf(id)
  assert.ok(waiting)
  assert.deepEqual(await toldOf(waiting), ['decisions.remind', 'decisions.open', 'decisions.announce', 'decisions.freezeRoll'].map(action => [action, ...named]))
  assert.deepEqual((await toldOf(first)).map(([action]) => action), ['decisions.open', 'decisions.announce', 'decisions.freezeRoll'])
})

test('the clock opens, reminds, closes and counts, each once, however often two processes look', async () => {
  const id = await drafted(here)
  await named(here, id)
  await frozen(here, id)
  await posted(here, id, 'roll')
  here.time.now = here.time.now.add({ hours: 24 * 4 })
  const { opens, closes } = await announced(here, id)
  const look = () => Promise.all([tendDecisions(here.house), tendDecisions(here.house)])
  here.time.now = opens.subtract({ minutes: 1 })
  await look()
  assert.equal((await row(id)).stage, 'announced')
  here.time.now = opens
  await look()
  assert.equal((await row(id)).stage, 'open')
  here.time.now = closes.subtract({ hours: 71 })
  await look()
  await look()
  assert.equal(await acts(id, 'decisions.remind'), 1)
  here.time.now = closes
  await look()
  await look()
  assert.deepEqual([(await row(id)).stage, await acts(id, 'decisions.close')], ['closed', 1])
  here.time.now = closes.add({ hours: 24 * 5 })
  await look()
  await look()
  assert.equal(await acts(id, 'decisions.remind'), 2, 'the result must hang by now')
})

test('where a notice is missing, whoever keeps the vote hears of it two days ahead, and it does not open', async () => {
  const id = await drafted(here)
  await frozen(here, id)
  here.time.now = here.time.now.add({ hours: 24 * 4 })
  const { opens } = await announced(here, id)
  here.time.now = opens.subtract({ hours: 47 })
  await here.act(remindOfDecision, passerBy(1), { id, what: 'stuck' })
  await assert.rejects(here.act(remindOfDecision, passerBy(1), { id, what: 'stuck' }), Refused)
  here.time.now = opens
  await tendDecisions(here.house)
  assert.equal((await row(id)).stage, 'announced', 'the roll does not hang')
})

test('what was tampered with is not counted: it is reported, once', async () => {
  const { id, closes } = await opened(here)
  const [voter] = await votersOf(id)
  assert.ok(voter)
  await here.act(castBallot, voter, { id, choices: { 1: 'yes' } })
  await here.owner.query('update decision_voter set area = area + 100 where decision_id = $1 and number = 1', [id])
  here.time.now = closes
  for (let i = 0; i < 3; i++) await tendDecisions(here.house)
  const { stage, damaged_at } = await row(id)
  assert.deepEqual([stage, damaged_at !== null, await acts(id, 'decisions.reportDamage')], ['open', true, 1])
})
