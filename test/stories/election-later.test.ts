// 业委会选举, around and after: the help desk, who was visited, the pages; then a seat that falls empty, a recall, meetings, visits at homes, dates that are told once.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { Invalid, Refused } from '#kit/errors.ts'
import {
  answerElectionQuestion, askElection, assignCanvasser, backRecall, callCommitteeMeeting, chooseChair, coverageOf, keepCommitteeMeeting, leaveCommittee, meetingsOf, moveRecall,
  questionsOf, raiseVisit, recordElectionVisit, requestElection, signCommitteeMeeting, visitHome, voteOnRecall, writeElectionFaq,
} from '#modules/elections/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { tendElections } from '#jobs/elections.ts'
import { as, atTheVote, day, fiveOfSeven, formed, inOffice, later, prepared, requested, voted, withoutCommittee } from '#test/electing.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, formsIn, untouched, visitor, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'

let here: Village
let app: Hono
let id: number
let members: number[] = []
before(async () => {
  here = await village()
  app = createApp(here.house)
  await withoutCommittee(here)
  id = await requested(here)
  await formed(here, id)
})
after(() => here.close())

const rows = async (sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows
const home = async (building: number, n = 0) => Number((await rows(`select id from place where community_id = 1 and kind = 'home' and building_id = $1 order by id offset $2 limit 1`,
  [here.community.place(`榕荫里 ${building}号楼`), n]))[0].id)
const memberOf = async (person: number) => Number((await rows('select id from election_member where election_id = $1 and person_id = $2', [id, person]))[0].id)
const sitting = (person: number | undefined): Actor => as(here, person ?? 0)
const seatedNow = async () => (await rows('select person_id from election_member where election_id = $1 and since is not null and until is null order by rank', [id])).map(row => Number(row.person_id))

describe('the help desk', () => {
  test('a tenant asks, the group answers, and all see it; what holds a listed word waits, and who asked is told to nobody', async () => {
    const { tenant, neighbour, resident, propertyManager } = here.people
    const { question } = await here.act(askElection, tenant, { id, text: '租户能不能参加选举？' })
    const held = await here.act(askElection, tenant, { id, text: '代开发票找我，加微信' })
    await assert.rejects(here.act(askElection, propertyManager, { id, text: '物业能参加吗？' }), Refused)
    await assert.rejects(here.act(answerElectionQuestion, resident, { id, question, how: 'answered', answer: '不能' }), Refused)
    await here.act(answerElectionQuestion, neighbour, { id, question, how: 'answered', answer: '选举由业主投票；租户可以来见面会提问。' })
    await here.act(writeElectionFaq, neighbour, { id, text: '几个人共有一套房怎么投？', answer: '推选一人投票，算一票。' })
    const seen = (who: Actor, inside: boolean) => here.house.database.look(1, db => questionsOf(db, who, id, inside))
    assert.deepEqual((await seen(resident, false)).map(({ text }) => text), ['几个人共有一套房怎么投？', '租户能不能参加选举？'])
    assert.equal((await seen(neighbour, true)).length, 3, String(held['held']))
  })
})

describe('coverage', () => {
  test('the group visits every home, a canvasser those of his building, and the map counts each home once', async () => {
    const { neighbour, gridWorker, secretary, resident } = here.people
    const visit = { id, how: 'in_person', reached: 'true', on: day(here) }
    await here.act(recordElectionVisit, neighbour, { ...visit, home: await home(1) })
    await here.act(recordElectionVisit, neighbour, { ...visit, home: await home(1), how: 'phone' })
    await assert.rejects(here.act(recordElectionVisit, resident, { ...visit, home: await home(3) }), Refused)
    await assert.rejects(here.act(recordElectionVisit, gridWorker, { ...visit, home: await home(3) }), Refused)
    await here.act(assignCanvasser, secretary, { id, building: here.community.place('榕荫里 3号楼'), person: gridWorker.personId })
    await here.act(recordElectionVisit, gridWorker, { ...visit, home: await home(3), reached: undefined })
    await assert.rejects(here.act(recordElectionVisit, gridWorker, { ...visit, home: await home(1, 1) }), Refused, 'not his building')
    const covered = await here.house.database.look(1, db => coverageOf(db, resident, id, here.community.place('榕荫里')))
    assert.deepEqual(covered.map(({ reached, tried }) => [reached, tried]), [[1, 0], [0, 0], [0, 1]])
    assert.equal(covered.reduce((sum, { homes }) => sum + homes, 0), 60)
  })
})

describe('the pages', () => {
  let passer: Visitor
  let resident: Visitor
  let secretary: Visitor
  before(async () => {
    passer = visitor(app)
    resident = visitor(app, await cookieOf(here, 'resident'))
    secretary = visitor(app, await cookieOf(here, 'secretary'))
    await prepared(here, id)
  })
  const page = async (who: Visitor, path = '') => {
    const { status, text } = await who.open(`/shicheng/elections${path}`)
    assert.equal(status, 200, path)
    return text
  }

  test('say where it stands, what is missing and by when, and name people to people of the community only', async () => {
    assert.match(await page(passer), /榕荫里[\s\S]*居委会代办/u)
    const seen = await page(passer, `/${id}`)
    assert.match(seen, /第 \d 步，共 10 步/u)
    assert.match(seen, /还没有选举办法/u)
    assert.match(seen, /指导规则/u)
    assert.doesNotMatch(seen, /陈海生|郭海峰/u)
    assert.match(await page(resident, `/${id}`), /陈海生/u)
    assert.match(await page(passer, `/${id}/desk`), /租户可以来见面会提问/u)
  })

  test('show a neighbour the totals of a building, and home by home only whoever goes there', async () => {
    const building = here.community.place('榕荫里 3号楼')
    assert.doesNotMatch(await page(resident, `/${id}/map?building=${building}`), /cover-map/u)
    assert.match(await page(secretary, `/${id}/map?building=${building}`), /cover-map/u)
    assert.doesNotMatch(await page(resident, `/${id}/do/recommend`), /黄国栋/u, 'an owner cannot read through the names of the others')
    assert.match(await page(resident, `/${id}/do/recommend?name=${encodeURIComponent('黄国栋')}`), /<option[^>]*>黄国栋/u)
    assert.match(await page(secretary, `/${id}/do/recommend`), /黄国栋/u)
  })

  test('a candidate stands by the form, which comes back with what is wrong', async () => {
    const path = `/${id}/do/stand`
    const form = formsIn(await page(resident, path)).find(({ action }) => action.endsWith(path))
    assert.ok(form)
    const wrong = await resident.send(form.action, { ...untouched(form), about: '我' })
    assert.equal(wrong.status, 422)
    assert.equal((await resident.send(form.action, { ...untouched(form), about: '代开发票找我，加微信' })).status, 422, 'listed words are not posted')
    const sent = await resident.send(form.action, { ...untouched(form), about: '退休教师，有时间' })
    assert.equal(sent.status, 303, sent.text)
    assert.match((await resident.open(sent.location)).text, /退休教师，有时间/u)
    assert.equal((await passer.open(`/shicheng/elections${path}`)).status, 403)
    assert.equal((await secretary.open(`/shicheng/elections/${id}/do/nothing`)).status, 404)
  })
})

describe('later in the term', () => {
  test('a member resigns and the spare member with the most votes moves up; the committee chooses another chair', async () => {
    const { decision } = await atTheVote(here, id)
    await voted(here, decision, i => ({ 1: 'yes', 2: 'yes', 3: fiveOfSeven(i) }))
    const office = await inOffice(here, id)
    members = office.members
    const [chair, deputy, third] = members
    await assert.rejects(here.act(leaveCommittee, sitting(third), { id, member: await memberOf(chair ?? 0), why: 'resigned', on: day(here) }), Refused)
    await here.act(leaveCommittee, sitting(chair), { id, member: await memberOf(chair ?? 0), why: 'resigned', on: day(here) })
    later(here, 1)
    assert.deepEqual(await seatedNow(), [...members.slice(1), ...office.spare])
    await assert.rejects(here.act(chooseChair, here.people.secretary, { id, on: day(here), chair: deputy, present: 4, yes: 2 }), Invalid, 'two of five are not more than half')
    await here.act(chooseChair, here.people.secretary, { id, on: day(here), chair: deputy, present: 3, yes: 3 })
    const held = await rows(`select person_id from post where community_id = 1 and kind = 'committee_chair' and (until is null or until >= $1)`, [day(here)])
    assert.deepEqual(held.map(row => Number(row.person_id)), [deputy])
    members = await seatedNow()
  })

  test('a recall goes to the vote once a third of the members back it', async () => {
    const { resident, secretary, tenant } = here.people
    const member = await memberOf(members[3] ?? 0)
    await assert.rejects(here.act(moveRecall, tenant, { id, member, reason: '一年没来开过一次会' }), Refused)
    const { recall } = await here.act(moveRecall, resident, { id, member, reason: '一年没来开过一次会' })
    await assert.rejects(here.act(voteOnRecall, secretary, { id, recall }), Refused, 'one owner of many')
    await here.act(backRecall, sitting(members[0]), { id, recall })
    await assert.rejects(here.act(voteOnRecall, secretary, { id, recall }), Refused, 'one member of five')
    await here.act(backRecall, sitting(members[1]), { id, recall })
    await assert.rejects(here.act(leaveCommittee, secretary, { id, member, why: 'recalled', on: day(here) }), Refused, 'nobody has decided')
    const { decision } = await here.act(voteOnRecall, secretary, { id, recall })
    assert.deepEqual(await rows('select item, seats from decision_question where decision_id = $1', [decision]), [{ item: 'committee', seats: null }])
  })

  test('a meeting is announced seven days before, and carried is what more than half of all members agree to', async () => {
    const chair = sitting(members[0])
    await assert.rejects(here.act(callCommitteeMeeting, chair, { id, on: day(here, 6), agenda: '换门禁' }), Invalid)
    await assert.rejects(here.act(callCommitteeMeeting, here.people.resident, { id, on: day(here, 7), agenda: '换门禁' }), Refused)
    const { meeting } = await here.act(callCommitteeMeeting, chair, { id, on: day(here, 7), agenda: '换门禁，修路灯' })
    const minutes = { id, meeting, present: 3, minutes: '到会三人，讨论了门禁和路灯。', motions: [{ text: '换门禁', yes: 3 }, { text: '修路灯', yes: 2 }] }
    await assert.rejects(here.act(keepCommitteeMeeting, chair, minutes), Invalid, 'it is yet to come')
    later(here, 7)
    await here.act(keepCommitteeMeeting, chair, minutes)
    await here.act(signCommitteeMeeting, sitting(members[2]), { id, meeting })
    await assert.rejects(here.act(signCommitteeMeeting, sitting(members[2]), { id, meeting }), Refused)
    const [shown] = await here.house.database.look(1, db => meetingsOf(db, chair, id))
    assert.deepEqual(shown?.motions.map(({ carried }) => carried), [true, false])
    assert.equal(shown?.signed, 1)
  })

  test('what a member hears at a home becomes a matter, once', async () => {
    const { visit } = await here.act(visitHome, sitting(members[1]), { id, home: await home(2), on: day(here), note: '三楼的灯一直闪，老人不敢下楼' })
    await assert.rejects(here.act(raiseVisit, here.people.resident, { id, visit, kind: 'broken' }), Refused)
    const raised = await here.act(raiseVisit, sitting(members[1]), { id, visit, kind: 'broken' })
    assert.deepEqual(await rows('select text from matter where community_id = 1 and id = $1', [raised.id]), [{ text: '三楼的灯一直闪，老人不敢下楼' }])
    await assert.rejects(here.act(raiseVisit, sitting(members[1]), { id, visit, kind: 'broken' }), Refused)
  })

  test('by the clock: what is late is told once, and who sold his home leaves', async () => {
    later(here, 40)
    const told = async () => (await rows(`select facts->>'duty' as duty, facts->>'to' as late from journal where community_id = 1 and action = 'elections.remind' order by id`))
    await tendElections(here.house)
    await tendElections(here.house)
    const first = await told()
    assert.equal(first.length, 1, JSON.stringify(first))
    assert.equal(first[0].late, 'late')
    assert.ok((await rows('select duty from election_reminder where election_id = $1 and late', [id])).some(({ duty }) => duty === 'filing'))
    const [, , gone] = members
    await here.owner.query('update tie set until = $1 where community_id = 1 and person_id = $2', [day(here, -1), gone])
    await tendElections(here.house)
    assert.ok(!(await seatedNow()).includes(gone ?? 0))
    assert.equal((await rows('select left_why from election_member where id = $1', [await memberOf(gone ?? 0)]))[0].left_why, 'sold')
  })

  test('a change of term and a by-election begin while there is a committee, one at a time', async () => {
    const request = { estate: here.community.place('榕荫里'), request: '任期快到了，准备换届' }
    await assert.rejects(here.act(requestElection, here.people.secretary, { ...request, kind: 'first' }), Invalid)
    await here.act(requestElection, sitting(members[0]), { ...request, kind: 'by_election' })
    await assert.rejects(here.act(requestElection, here.people.secretary, { ...request, kind: 'term' }), Refused)
  })
})
