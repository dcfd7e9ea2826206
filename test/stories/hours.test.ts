// Hours: written down by one, approved by another, corrected by a third, in a ledger that always sums and that nobody can change.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Invalid, Refused } from '#kit/errors.ts'
import {
  addProject, amendHours, answerCorrection, approveHours, askCorrection, endProject, exportHours, fiveFigures, hoursOf, ownBalance, ownServings, projectNamed, recordHours,
  recordRows, recordServing, refuseHours, servingById, servingsWaiting, setStars, starsFor, starsShown, starTable,
} from '#modules/hours/public.ts'
import { actorOf, giveConsent, withdrawConsent, type Actor } from '#modules/people/public.ts'
import { village, type Village } from '#test/village.ts'

let here: Village
let [leader, otherLeader]: Actor[] = []
let project: number
before(async () => {
  here = await village({ now: '2026-11-20T10:00:00Z' })
  const leaders = await rows<{ id: string, organisation_id: string }>(`select distinct on (organisation_id) person_id as id, organisation_id from post
    where community_id = 1 and kind = 'team_leader' and until is null order by organisation_id, id`)
  ;[leader, otherLeader] = await Promise.all(leaders.map(({ id }) => look(db => actorOf(db, Number(id), '2026-11-20'))))
  project = await made('周三义剪', Number(leaders[0]?.organisation_id))
})
after(() => here.close())

const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const look = <T>(ask: Parameters<typeof here.house.database.look<T>>[1]) => here.house.database.look(1, ask)
const made = async (name: string, team: number | null = null) => (await here.act(addProject, here.people.secretary, { name, team, since: '2026-01-01' })).id
const doctor = () => here.people.doctor
const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}`
const sheet = (more: object = {}) => ({ project, date: day(1), from: '14:00', until: '16:00', content: '给 12 位老人剪头发', served: 12, people: '苏明月\n陈海生 90', ...more })
const record = async (more: object = {}, who: Actor = here.people.secretary) => (await here.act(recordHours, who, sheet(more))).id
const minutesOf = async (who: Actor) => (await look(db => ownBalance(db, who.personId ?? 0))).minutes
const secondPerson = () => leader ?? assert.fail('the village has a team leader')

describe('an organiser', () => {
  test('writes down who served and how long; nothing counts before another one approved it', async () => {
    const id = await record()
    assert.deepEqual([await minutesOf(doctor()), (await look(db => fiveFigures(db))).sessions], [0, 0])
    const [own] = await look(db => ownServings(db, doctor().personId ?? 0))
    assert.deepEqual([own?.minutes, own?.approved_at], [120, null])
    await assert.rejects(here.act(approveHours, here.people.secretary, { id }), Refused, 'her own record')
    await here.act(approveHours, secondPerson(), { id })
    assert.deepEqual([await minutesOf(doctor()), await minutesOf(here.people.neighbour)], [120, 90])
    const figures = await look(db => fiveFigures(db))
    assert.deepEqual([figures.sessions, figures.served, figures.minutes], [1, 12, 210])
    await assert.rejects(here.act(approveHours, secondPerson(), { id }), Refused)
  })

  test('cannot be a resident, and a team is its own leader’s', async () => {
    await assert.rejects(record({}, here.people.resident), Refused)
    await assert.rejects(record({}, otherLeader), Refused)
    await assert.rejects(record({}, here.people.gridWorker), Refused, 'a team’s project is not the grid’s')
    const own = await made('楼道清洁')
    const id = await record({ project: own, date: day(2) }, here.people.gridWorker)
    await assert.rejects(here.act(approveHours, here.people.gridLeader, { id }), Refused)
    await here.act(approveHours, here.people.secretary, { id })
  })

  test('is told field by field what cannot be', async () => {
    for (const wrong of [
      { people: '' }, { people: '没有这个人' }, { people: '苏明月\n苏明月' }, { people: '林秀英' }, { people: '苏明月 121' }, { people: [{ person: 999999 }] },
      { until: '14:00' }, { from: '25:00' }, { date: '2026-12-01' }, { date: '2024-01-01' }, { date: day(20), until: '19:00' },
      { place: here.community.place('榕荫里 3号楼 1单元 602') }, { served: -1 }, { content: '' },
    ]) await assert.rejects(record({ date: day(3), ...wrong }), Invalid, JSON.stringify(wrong))
    assert.equal((await here.act(recordHours, here.people.secretary, sheet({ date: day(3), from: '22:00', until: '06:00', people: `#${doctor().personId}` }))).id > 0, true)
    const [night] = await look(db => ownServings(db, doctor().personId ?? 0))
    assert.equal(night?.minutes, 480, 'a night on duty ends the next morning')
  })

  test('gets it back with words, mends it, and somebody else looks again', async () => {
    const id = await record({ date: day(4) })
    await assert.rejects(here.act(refuseHours, secondPerson(), { id, why: '' }), Invalid)
    await here.act(refuseHours, secondPerson(), { id, why: '陈海生那天没来' })
    assert.equal((await look(db => servingById(db, id))).refused_why, '陈海生那天没来')
    await assert.rejects(here.act(approveHours, secondPerson(), { id }), Refused, 'it waits to be mended')
    await here.act(amendHours, here.people.secretary, { id, ...sheet({ date: day(4), people: '苏明月' }) })
    await here.act(approveHours, secondPerson(), { id })
    await assert.rejects(here.act(amendHours, here.people.secretary, { id, ...sheet() }), Refused, 'approved hours are corrected, not amended')
    const facts = await rows<{ facts: object }>(`select facts from journal where action like 'hours.refuse'`)
    assert.doesNotMatch(JSON.stringify(facts), /陈海生/u)
  })

  test('who served in it cannot approve it, though he leads the team', async () => {
    const id = await record({ date: day(5), people: [{ person: secondPerson().personId }] })
    await assert.rejects(here.act(approveHours, secondPerson(), { id }), Refused)
    assert.ok((await look(db => servingsWaiting(db, secondPerson()))).some(row => row.id === id))
  })
})

describe('nobody is in two places', () => {
  test('the same time does not count twice, and it is said where it counts', async () => {
    const own = await made('夜间巡更')
    const [first, second] = [await record({ date: day(6) }), await record({ date: day(6), project: own, from: '15:59', until: '18:00', people: '陈海生' })]
    await here.act(approveHours, secondPerson(), { id: first })
    await assert.rejects(here.act(approveHours, secondPerson(), { id: second }), (problem: unknown) => problem instanceof Refused
      && problem.reason('zh').includes(`陈海生在 2026-11-06 14:00 的“周三义剪”（第 ${first} 条）`))
    await assert.rejects(record({ date: day(6), from: '13:00', until: '14:01', people: '陈海生' }), Invalid)
    const after = await record({ date: day(6), from: '16:00', until: '18:00', people: '陈海生' })
    await here.act(approveHours, secondPerson(), { id: after })
  })

  test('two who approve overlapping hours at the same moment: one of them is refused', async () => {
    const ids = await Promise.all([record({ date: day(7), people: '苏明月' }), record({ date: day(7), from: '15:00', until: '17:00', people: '苏明月' })])
    const answers = await Promise.allSettled(ids.map(id => here.act(approveHours, secondPerson(), { id })))
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  })

  test('one who approves twice with two taps posts once', async () => {
    const id = await record({ date: day(8), people: '苏明月' })
    const was = await minutesOf(doctor())
    await Promise.allSettled([1, 2, 3].map(() => here.act(approveHours, secondPerson(), { id })))
    assert.equal(await minutesOf(doctor()), was + 120)
  })
})

describe('whose hours they are', () => {
  test('asks for a correction, is answered by somebody else, and the ledger takes back and posts anew', async () => {
    const id = await record({ date: day(9), people: '苏明月 60' })
    await assert.rejects(here.act(askCorrection, doctor(), { id, minutes: 90, why: '待到了三点半' }), Refused, 'not approved yet')
    await here.act(approveHours, secondPerson(), { id })
    const was = await minutesOf(doctor())
    for (const minutes of [121, 60]) await assert.rejects(here.act(askCorrection, doctor(), { id, minutes, why: '待到了三点半' }), Invalid)
    await assert.rejects(here.act(askCorrection, here.people.resident, { id, person: doctor().personId, minutes: 0, why: '她没来' }), Refused)
    const { correction } = await here.act(askCorrection, doctor(), { id, minutes: 90, why: '待到了三点半' })
    await assert.rejects(here.act(askCorrection, doctor(), { id, minutes: 100, why: '再来一次' }), Refused)
    await assert.rejects(here.act(answerCorrection, doctor(), { id: correction, granted: 'yes' }), Refused)
    await here.act(answerCorrection, secondPerson(), { id: correction, granted: 'yes' })
    assert.equal(await minutesOf(doctor()), was + 30)
    const postings = await rows(`select reverses is not null as back, minutes from hours_posting join hours_entry on posting_id = id and account = 'person'
      where serving_id = $1 order by id`, [id])
    assert.deepEqual(postings, [{ back: false, minutes: 60 }, { back: true, minutes: -60 }, { back: false, minutes: 90 }])
    await assert.rejects(here.act(answerCorrection, secondPerson(), { id: correction, granted: 'no', answer: '不对' }), Refused)
  })

  test('is told why not, and what stands stays', async () => {
    const id = await record({ date: day(10), people: '苏明月 60' })
    await here.act(approveHours, secondPerson(), { id })
    const was = await minutesOf(doctor())
    const { correction } = await here.act(askCorrection, doctor(), { id, minutes: 120, why: '我记得是两个小时' })
    await assert.rejects(here.act(answerCorrection, secondPerson(), { id: correction, granted: 'no' }), Invalid)
    await here.act(answerCorrection, secondPerson(), { id: correction, granted: 'no', answer: '签到表上是一小时' })
    assert.equal(await minutesOf(doctor()), was)
    const [own] = (await look(db => ownServings(db, doctor().personId ?? 0))).filter(row => row.id === id)
    assert.equal(own?.corrections[0]?.answer, '签到表上是一小时')
  })

  test('whom an organiser asks for he does not answer himself; what was struck counts no more', async () => {
    const id = await record({ date: day(11), people: '陈海生' })
    await here.act(approveHours, secondPerson(), { id })
    const was = await minutesOf(here.people.neighbour)
    const { correction } = await here.act(askCorrection, secondPerson(), { id, person: here.people.neighbour.personId, minutes: 0, why: '那天他没来' })
    await assert.rejects(here.act(answerCorrection, secondPerson(), { id: correction, granted: 'yes' }), Refused)
    await here.act(answerCorrection, here.people.secretary, { id: correction, granted: 'yes' })
    assert.equal(await minutesOf(here.people.neighbour), was - 120)
  })

  test('takes out his own record; a team’s is its leader’s, the community’s the secretary’s, each time in the journal', async () => {
    const team = (await rows<{ id: string }>('select organisation_id as id from project where id = $1', [project]))[0]?.id
    await here.act(exportHours, secondPerson(), { of: 'team', team })
    await assert.rejects(here.act(exportHours, otherLeader ?? doctor(), { of: 'team', team }), Refused)
    await assert.rejects(here.act(exportHours, secondPerson(), { of: 'community' }), Refused)
    await assert.rejects(here.act(exportHours, doctor(), { of: 'team', team }), Refused)
    await here.act(exportHours, here.people.secretary, { of: 'community' })
    const own = await look(db => recordRows(db, { of: 'own', person: doctor().personId ?? 0 }))
    assert.equal(own.reduce((sum, row) => sum + row.minutes, 0), await minutesOf(doctor()))
    assert.ok(own.every(row => row.volunteer === '苏明月'))
    const [{ n } = { n: 0 }] = await rows<{ n: number }>(`select count(*)::int as n from journal where action = 'hours.export'`)
    assert.equal(n, 2)
  })
})

describe('the database', () => {
  test('refuses to change the ledger, to unbalance it, and hours that are not in it', async () => {
    const posted = (person: number, fromProject: number) => `with posting as (
      insert into hours_posting (community_id, serving_id, person_id, posted_by, posted_at) select 1, serving_id, person_id, person_id, now()
        from serving_share limit 1 returning id, person_id)
      insert into hours_entry select 1, id, 'person'::hours_account, person_id, null::bigint, ${person} from posting
      union all select 1, id, 'project'::hours_account, null, ${project}, ${fromProject} from posting`
    for (const [wrong, why] of [
      ['update hours_entry set minutes = minutes + 1', /not changed/u], ['delete from hours_entry', /not changed/u], ['delete from hours_posting', /not changed/u],
      ['truncate hours_entry', /not changed/u], [`${posted(5, -4)}; ${posted(-5, 4)}`, /sum to zero/u], [posted(5, -5), /ledger says/u],
      ['update serving_share set minutes = 1', /ledger says/u],
      ['update serving set approved_at = now(), approved_by = recorded_by + 1 where approved_at is null and refused_at is null and recorded_by is not null', /ledger says/u],
      ['update serving set approved_by = recorded_by where approved_at is not null', /four_eyes/u],
    ] as const) await assert.rejects(here.owner.query(wrong), why, wrong)
  })

  test('holds what other parts write down inside their own acts, however their clocks differ', async () => {
    const now = here.time.now
    const id = await here.house.database.change(1, async db => recordServing(db, {
      project: await projectNamed(db, 'calls', now), about: 'calls/12', placeId: null, served: 1, proof: 'confirmed', began: now.subtract({ minutes: 30 }), ended: now,
      recordedBy: null, now, people: [{ person: doctor().personId ?? 0, minutes: 31 }],
    }))
    const twice = await Promise.all([1, 2].map(() => here.house.database.change(1, db => projectNamed(db, 'errands', now))))
    assert.equal(new Set(twice).size, 1)
    const [row] = (await look(db => servingsWaiting(db, here.people.secretary))).filter(each => each.id === id)
    assert.deepEqual([row?.about, row?.shares[0]?.minutes], ['calls/12', 30])
    await here.act(approveHours, here.people.secretary, { id })
  })
})

describe('projects and stars', () => {
  test('the community’s own are the secretary’s; what ended takes no more', async () => {
    await assert.rejects(here.act(addProject, secondPerson(), { name: '社区的项目' }), Refused)
    await assert.rejects(made('周三义剪'), Invalid, 'one of that name goes on')
    await assert.rejects(here.act(addProject, here.people.secretary, { name: '明天的项目', since: '2026-12-01' }), Invalid)
    const id = await made('短期项目')
    await here.act(endProject, here.people.secretary, { id })
    await assert.rejects(here.act(endProject, here.people.secretary, { id }), Refused)
    const calls = await here.house.database.change(1, db => projectNamed(db, 'calls', here.time.now))
    await assert.rejects(here.act(endProject, here.people.secretary, { id: calls }), Refused)
    here.time.now = here.time.now.add({ hours: 48 })
    await assert.rejects(record({ project: id, date: day(22), until: '14:30' }), Invalid)
  })

  test('stars go by the secretary’s table, and others see them only where he agreed', async () => {
    assert.deepEqual([starsFor(99 * 60 + 59, [100, 300, 600, 1000, 1500]), starsFor(6000, [100, 300, 600, 1000, 1500])], [0, 1])
    await assert.rejects(here.act(setStars, secondPerson(), { hours: '1 2 3 4 5' }), Refused)
    await assert.rejects(here.act(setStars, here.people.secretary, { hours: '1 2 3 4 4' }), Invalid)
    await here.act(setStars, here.people.secretary, { hours: '1, 2, 300, 600, 1000' })
    assert.deepEqual((await look(starTable)).hours, [1, 2, 300, 600, 1000])
    const shown = () => look(db => starsShown(db, [doctor().personId ?? 0, here.people.neighbour.personId ?? 0]))
    assert.equal((await shown()).size, 0)
    await here.act(giveConsent, doctor(), { purpose: 'show_stars', wording: 1 })
    assert.deepEqual([...await shown()], [[doctor().personId, 2]])
    await here.act(withdrawConsent, doctor(), { purpose: 'show_stars' })
    assert.equal((await shown()).size, 0)
  })

  test('hours have one decimal, half a tenth up, and a sum is rounded once', () => {
    assert.deepEqual([0, 2, 3, 60, 75, 90, 1716000].map(hoursOf), ['0.0', '0.0', '0.1', '1.0', '1.3', '1.5', '28600.0'])
  })
})
