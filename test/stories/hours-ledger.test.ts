// The ledger of hours under people who do everything in any order: it always sums, and nobody's own word counts.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { NotFound, Problem } from '#kit/errors.ts'
import {
  addProject, amendHours, answerCorrection, approveHours, askCorrection, fiveFigures, ownBalance, recordHours, refuseHours,
} from '#modules/hours/public.ts'
import { actorOf, type Actor } from '#modules/people/public.ts'
import { village, type Village } from '#test/village.ts'

let here: Village
let people: Actor[]
let project: number
before(async () => {
  here = await village({ now: '2026-11-20T10:00:00Z' })
  const { secretary, gridWorker, doctor, neighbour } = here.people
  const leaders = await rows<{ id: number }>(`select distinct person_id::integer as id from post where community_id = 1 and kind = 'team_leader' and until is null limit 2`)
  people = [secretary, gridWorker, doctor, neighbour, ...await here.house.database.look(1, db => Promise.all(leaders.map(({ id }) => actorOf(db, id, '2026-11-20'))))]
  project = (await here.act(addProject, secretary, { name: '邻里食堂', since: '2026-01-01' })).id
})
after(() => here.close())

const rows = async <Row>(sql: string) => (await here.owner.query(sql)).rows as Row[]
const person = fc.nat({ max: 5 })
// Mostly those who may.
const organiser = fc.constantFrom(0, 0, 1, 4, 4, 5, 5, 2)
const nth = fc.nat({ max: 3 })
const minutes = fc.nat({ max: 200 })
const sheet = fc.record({
  day: fc.integer({ min: 10, max: 17 }), hour: fc.integer({ min: 8, max: 21 }), hours: fc.integer({ min: 3, max: 9 }),
  shares: fc.uniqueArray(fc.record({ who: person, minutes }), { selector: share => share.who, minLength: 1, maxLength: 3 }),
})
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('record' as const), by: organiser, sheet }) },
  { weight: 6, arbitrary: fc.record({ what: fc.constant('approve' as const), by: organiser, nth }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('refuse' as const), by: organiser, nth }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('amend' as const), by: organiser, nth, sheet }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('ask' as const), by: organiser, nth, who: person, minutes }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('answer' as const), by: organiser, granted: fc.constantFrom('yes', 'no') }) },
)
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never

const as = (i: number) => people[i % people.length] ?? assert.fail()
const written = ({ day, hour, hours, shares }: { day: number, hour: number, hours: number, shares: { who: number, minutes: number }[] }) => ({
  project, date: `2026-11-${day}`, from: `${String(hour).padStart(2, '0')}:00`, until: `${String((hour + hours) % 24).padStart(2, '0')}:00`, content: '做饭', served: 3,
  people: shares.map(share => ({ person: as(share.who).personId, minutes: share.minutes })),
})

/** What somebody does; servings and wishes are picked among the latest. */
async function taken(did: Step): Promise<void> {
  const who = as(did.by)
  if (did.what === 'record') return void await here.act(recordHours, who, written(did.sheet))
  if (did.what === 'answer') return void await here.act(answerCorrection, who, { id: await last('hours_correction', 0), granted: did.granted, answer: '看过了' })
  const id = await last('serving', did.nth)
  if (did.what === 'approve') return void await here.act(approveHours, who, { id })
  if (did.what === 'refuse') return void await here.act(refuseHours, who, { id, why: '不对' })
  if (did.what === 'amend') return void await here.act(amendHours, who, { id, ...written(did.sheet) })
  await here.act(askCorrection, who, { id, person: as(did.who).personId, minutes: did.minutes, why: '记错了' })
}

const last = async (table: string, back: number) => Number((await rows<{ id: string }>(`select coalesce(max(id), 1) as id from ${table}`))[0]?.id) - back

// What must hold whatever was done; each question names what breaks it.
const NEVER = {
  'a posting that does not sum to zero': `select posting_id from hours_entry group by 1 having sum(minutes) <> 0`,
  'a share that is not what the ledger says': `select serving_id, person_id from serving_share join serving on serving.id = serving_id
    left join (select serving_id as s, hours_posting.person_id as p, sum(minutes) as posted from hours_posting join hours_entry on posting_id = hours_posting.id
      and account = 'person' group by 1, 2) ledger on s = serving_id and p = person_id
    where coalesce(posted, 0) <> case when approved_at is null then 0 else minutes end`,
  'somebody who approved his own record': 'select id from serving where approved_by = recorded_by',
  'somebody who approved his own hours': 'select id from serving join serving_share on serving_id = id and person_id = approved_by',
  'somebody who answered his own wish or about his own hours': `select id from hours_correction where answered_by in (asked_by, person_id)
    or answered_by in (select person_id from serving_share where serving_share.serving_id = hours_correction.serving_id)`,
  'time that counts twice': `select a.person_id from serving_share a join serving_share b on a.person_id = b.person_id and a.serving_id < b.serving_id
    and a.began_at < b.ended_at and b.began_at < a.ended_at join serving x on x.id = a.serving_id join serving y on y.id = b.serving_id
    where x.approved_at is not null and y.approved_at is not null and a.minutes > 0 and b.minutes > 0`,
  'a day of more than 24 hours': `select person_id from serving_share join serving on id = serving_id where approved_at is not null
    group by person_id, (serving_share.began_at at time zone 'Asia/Shanghai')::date having sum(minutes) > 1440`,
}

test('in whatever order people record, approve, refuse, amend and correct, the ledger sums and everybody has what another approved', async () => {
  let done = 0
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 25 }), async steps => {
    for (const did of steps) {
      await taken(did).then(() => done++, problem => {
        // Whatever else is thrown is a bug.
        if (!(problem instanceof Problem)) throw problem
      })
    }
    for (const [wrong, question] of Object.entries(NEVER)) assert.deepEqual(await rows(question), [], wrong)
    const [sums] = await rows<{ all: number, shares: number }>(`select coalesce((select sum(minutes) from hours_entry), 0)::integer as all,
      coalesce((select sum(minutes) from serving_share join serving on id = serving_id where approved_at is not null), 0)::integer as shares`)
    const balances = await here.house.database.look(1, db => Promise.all(people.map(who => ownBalance(db, who.personId ?? 0))))
    const figures = await here.house.database.look(1, db => fiveFigures(db))
    assert.deepEqual([sums?.all, sums?.shares, figures.minutes], [0, balances.reduce((sum, { minutes: own }) => sum + own, 0), sums?.shares])
  }), { numRuns: 16 })
  const [approved] = await rows<{ n: number }>('select count(*)::integer as n from serving where approved_at is not null')
  assert.ok(done > 30 && (approved?.n ?? 0) > 5, `something happened: ${done}, ${approved?.n}`)
})

test('what is not there is not found', async () => {
  await assert.rejects(here.act(approveHours, here.people.secretary, { id: 999999 }), NotFound)
  await assert.rejects(here.act(answerCorrection, here.people.secretary, { id: 999999, granted: 'yes' }), NotFound)
})
