// 业委会选举: the first assembly of 榕荫里, from the written request to the hand-over, with the clock moved; and what becomes of the committee later.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Invalid, Refused } from '#kit/errors.ts'
import {
  addElectionItem, answerElectionObjection, backElection, backing, checkCandidate, CONDITIONS, electionById, fileElection, formGroup, linkSession, objectToElection,
  PAPERS, postElection, putElectionToVote, recommendCandidate, requestElection, stageOf, standForElection, stopElection, takeElectionResult, tickElectionItem, tickElectionPaper,
  withdrawCandidate, writeDraft,
} from '#modules/elections/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { as, atTheVote, day, fiveOfSeven, formed, inOffice, prepared, requested, voted, withoutCommittee } from '#test/electing.ts'
import { village, type Village } from '#test/village.ts'

let here: Village
let id: number
before(async () => {
  here = await village()
  await withoutCommittee(here)
})
after(() => here.close())

const stage = () => here.house.database.look(1, async db => stageOf(await electionById(db, id)))
const estate = () => here.community.place('榕荫里')
const posts = async () => (await here.owner.query(`select person_id, kind from post where community_id = 1 and kind in ('committee_chair', 'committee_member')
  and (until is null or until >= $1) order by kind, person_id`, [day(here)])).rows.map(({ person_id, kind }) => ({ person: Number(person_id), kind }))

describe('the request', () => {
  test('is for owners; a tenant, the property company and a passer-by cannot ask, and nobody asks for a change of term where there is no committee', async () => {
    const input = { estate: estate(), kind: 'first', request: '没有业委会，想成立' }
    for (const who of [here.people.tenant, here.people.propertyManager, passerBy(1)]) await assert.rejects(here.act(requestElection, who, input), Refused)
    await assert.rejects(here.act(requestElection, here.people.resident, { ...input, kind: 'term' }), Invalid)
    id = await requested(here)
    await assert.rejects(here.act(requestElection, here.people.neighbour, input), Refused, 'one is under way')
  })

  test('counts who backs it by heads and area: one owner of three homes is one head', async () => {
    await here.act(backElection, here.people.severalHomes, { id })
    await here.act(backElection, here.people.severalHomes, { id })
    await assert.rejects(here.act(backElection, here.people.tenant, { id }), Refused)
    await assert.rejects(here.act(backElection, here.people.neighbour, { id, person: here.people.doctor.personId }), Refused, 'paper is entered by whoever keeps it')
    await here.act(backElection, here.people.secretary, { id, person: here.people.doctor.personId })
    await assert.rejects(here.act(backElection, here.people.secretary, { id, person: here.people.tenant.personId }), Invalid)
    const { asking, total } = await here.house.database.look(1, async db => {
      const backers = await db.selectFrom('election_backer').select('person_id').where('community_id', '=', 1).where('election_id', '=', id).execute()
      return backing(db, estate(), backers.map(({ person_id }) => person_id), day(here))
    })
    const { rows } = await here.owner.query(`select sum(area) as area from home where place_id in (select home_id from tie where kind = 'owner' and until is null and person_id = any($1))`,
      [[here.people.resident.personId, here.people.severalHomes.personId, here.people.doctor.personId]])
    assert.equal(asking.heads, 3)
    assert.equal(asking.area, Number(rows[0].area))
    assert.ok(total.heads < 60 && total.area > asking.area)
  })
})

describe('the preparatory group', () => {
  test('is refused with the article while it is even, has too few owners, or the street does not lead', async () => {
    const { streetOfficer, secretary, severalHomes, neighbour, doctor, tenant } = here.people
    const member = (party: string) => ({ personId }: { personId: number | null }) => ({ person: personId, party })
    const group = (members: object[], lead = streetOfficer.personId) => here.act(formGroup, secretary, { id, on: day(here), lead, members })
    const base = [member('street')(streetOfficer), member('residents_committee')(secretary)]
    const even = await group([...base, ...[severalHomes, neighbour].map(member('owner'))]).catch(problem => problem)
    assert.ok(even instanceof Invalid)
    assert.match(even.problems[0]?.reason('zh') ?? '', /单数.*指导规则/u)
    await assert.rejects(group([...base, member('owner')(severalHomes)]), Invalid, 'one owner of three')
    await assert.rejects(group([...base, ...[severalHomes, neighbour, doctor].map(member('owner'))], secretary.personId), Invalid)
    await assert.rejects(group([...base, ...[severalHomes, neighbour, tenant].map(member('owner'))]), Invalid, 'a tenant is no owner')
    await formed(here, id)
    assert.equal(await stage(), 'preparing')
  })
})

describe('preparing', () => {
  test('a member of the group writes drafts and postings, version after version; an owner outside it does not', async () => {
    const draft = { id, kind: 'method', text: '差额选举，得票多的当选，候补委员按得票先后递补。' }
    await assert.rejects(here.act(writeDraft, here.people.resident, draft), Refused)
    assert.equal((await here.act(writeDraft, here.people.neighbour, draft)).version, 1)
    assert.equal((await here.act(writeDraft, here.people.neighbour, draft)).version, 2)
    await here.act(postElection, here.people.neighbour, { id, what: 'group', place: here.community.place('榕荫里 2号楼'), on: day(here) })
    await assert.rejects(here.act(postElection, here.people.neighbour, { id, what: 'group', place: here.community.place('榕荫里 2号楼'), on: day(here, 1) }), Invalid)
    await assert.rejects(here.act(linkSession, here.people.neighbour, { id, session: 999 }), Invalid)
  })

  test('who is recommended must agree, who is no owner cannot stand, and nobody checks himself', async () => {
    const { resident, neighbour, tenant, severalHomes, secretary } = here.people
    await assert.rejects(here.act(recommendCandidate, resident, { id, person: tenant.personId, found: 'owners', about: '热心人' }), Invalid)
    await assert.rejects(here.act(recommendCandidate, resident, { id, person: severalHomes.personId, found: 'branch', about: '热心人' }), Invalid)
    const { candidate } = await here.act(recommendCandidate, resident, { id, person: severalHomes.personId, found: 'owners', about: '热心人', agreed: 'true' })
    const { rows } = await here.owner.query('select agreed_at from election_candidate where id = $1', [candidate])
    assert.equal(rows[0].agreed_at, null, 'an owner cannot say that another agreed')
    assert.equal((await here.act(standForElection, severalHomes, { id, about: '住了十八年，有空' })).candidate, candidate)
    await assert.rejects(here.act(standForElection, tenant, { id, about: '我也想' }), Refused)
    await assert.rejects(here.act(checkCandidate, severalHomes, { id, candidate, met: [...CONDITIONS] }), Refused)
    await here.act(checkCandidate, neighbour, { id, candidate, met: [...CONDITIONS] })
    await assert.rejects(here.act(withdrawCandidate, neighbour, { id, candidate }), Refused)
    await here.act(withdrawCandidate, severalHomes, { id, candidate })
    await assert.rejects(here.act(putElectionToVote, secretary, { id, seats: 5, months: 60 }), Invalid, 'no covenant yet')
  })

  test('an objection is answered before it is put to the vote, and the committee must be odd, of the right size and term', async () => {
    const { resident, tenant, secretary, neighbour } = here.people
    const { objection } = await here.act(objectToElection, resident, { id, about: 'drafts', text: '选举办法第二条看不懂' })
    await assert.rejects(here.act(objectToElection, tenant, { id, about: 'drafts', text: '我也看不懂' }), Refused)
    await prepared(here, id)
    await assert.rejects(here.act(putElectionToVote, secretary, { id, seats: 5, months: 60 }), Invalid, 'an objection is open')
    await here.act(answerElectionObjection, neighbour, { id, objection, how: 'answered', answer: '改成了大白话，见第二版' })
    await assert.rejects(here.act(answerElectionObjection, neighbour, { id, objection, how: 'answered', answer: '再答一次' }), Refused)
    for (const wrong of [{ seats: 4, months: 60 }, { seats: 3, months: 60 }, { seats: 5, months: 61 }, { seats: 7, months: 60 }]) {
      await assert.rejects(here.act(putElectionToVote, secretary, { id, ...wrong }), Invalid, JSON.stringify(wrong))
    }
  })
})

describe('the vote and the committee', () => {
  let members: number[] = []

  test('drafts and candidates become one vote in one act; those with the most votes have seats, the next are spare', async () => {
    const { decision } = await atTheVote(here, id)
    const { rows } = await here.owner.query('select position, item, seats from decision_question where decision_id = $1 order by position', [decision])
    assert.deepEqual(rows.map(({ item, seats }) => [item, seats]), [['rules_of_procedure', null], ['covenant', null], ['committee', 5]])
    assert.equal(await stage(), 'voting')
    await assert.rejects(here.act(takeElectionResult, here.people.secretary, { id }), Refused, 'nothing is counted')
    await voted(here, decision, i => ({ 1: 'yes', 2: 'yes', 3: fiveOfSeven(i) }))
    await assert.rejects(here.act(takeElectionResult, here.people.neighbour, { id }), Refused)
    const office = await inOffice(here, id)
    members = office.members
    assert.deepEqual([members.length, office.spare.length], [5, 1])
  })

  test('after the first meeting the chair and the members hold their posts, and the term is counted from that day', async () => {
    assert.equal(await stage(), 'office')
    const held = await posts()
    assert.deepEqual(held.filter(({ kind }) => kind === 'committee_chair').map(({ person }) => person), [members[0]])
    assert.deepEqual(new Set(held.map(({ person }) => person)), new Set(members))
    const election = await here.house.database.look(1, db => electionById(db, id))
    assert.equal(election.term_ends, Temporal.PlainDate.from(day(here)).add({ months: 60 }).subtract({ days: 1 }).toString())
  })

  test('it is filed once every paper lies ready, and what is handed over is ticked by two people', async () => {
    const { secretary, resident } = here.people
    await assert.rejects(here.act(fileElection, secretary, { id, on: day(here) }), Invalid)
    await assert.rejects(here.act(tickElectionPaper, resident, { id, paper: 'application', ready: 'true' }), Refused)
    for (const paper of PAPERS) await here.act(tickElectionPaper, secretary, { id, paper, ready: 'true' })
    await here.act(fileElection, secretary, { id, on: day(here), number: '榕备 2027-3' })
    const { item } = await here.act(addElectionItem, secretary, { id, what: '钥匙三把', from: 'property' })
    await here.act(tickElectionItem, secretary, { id, item, side: 'given' })
    await assert.rejects(here.act(tickElectionItem, secretary, { id, item, side: 'taken' }), Refused, 'the secretary is no member')
    const chair = { ...as(here, members[0] ?? 0) }
    await here.act(tickElectionItem, chair, { id, item, side: 'taken' })
    const { rows } = await here.owner.query('select count(*)::int as n from election_item where election_id = $1', [id])
    assert.equal(rows[0].n, 4, 'files, roll, plans and the keys')
    await assert.rejects(here.act(stopElection, secretary, { id, reason: '不选了' }), Refused)
  })
})
