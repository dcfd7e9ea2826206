// The first owners' assembly of 南埕公寓, from the written request to what is handed over to its first committee.
import { announceDecision, closeDecision, freezeRoll, openDecision, postResult, type Choices } from '#modules/decisions/public.ts'
import {
  addElectionItem, answerElectionObjection, answerElectionQuestion, askElection, backElection, callCommitteeMeeting, checkCandidate,
  CONDITIONS, fileElection, formGroup, keepElectionDesk, meetFirst, objectToElection, PAPERS, postElection, putElectionToVote,
  recommendCandidate, requestElection, standForElection, takeElectionResult, tickElectionItem, tickElectionPaper, writeDraft,
} from '#modules/elections/public.ts'
import { buildings } from '#modules/places/public.ts'
import { FIRST_ASSEMBLY } from './titles.ts'
import { mixed, ownersOf, posted, settled, vote, type Kept } from './voting.ts'
import type { Tale, Teller } from './teller.ts'

const { estate: ESTATE, drafts: DRAFTS, candidates: CANDIDATES } = FIRST_ASSEMBLY
const SEATS = 5
const GROUP = 3
const BACKERS = 24
// Of each candidate by number.
const FAVOUR = [28, 9, 36, 22, 41, 0, 31]

type Step<Answer> = AsyncGenerator<Temporal.Instant, Answer, void>

/** The election and the owners who take part in it by name. */
interface Course {
  id: number
  group: number[]
  reader: number
  standing: number[]
}

/** Asked for by owners, prepared by a group, voted on by all, in office, and not everything handed over yet. */
export async function* assembly(teller: Teller): Tale {
  const course = yield* requested(teller)
  yield* formed(teller, course)
  yield* drafted(teller, course)
  yield* found(teller, course)
  yield* elected(teller, course, yield* announced(teller, course))
  const chair = yield* met(teller, course)
  yield* handedOver(teller, course, chair)
}

// An owner asks; others sign, some on paper.
async function* requested(teller: Teller): Step<Course> {
  const { at, by, neighbour, place } = teller
  yield at(85, '09:40')
  const people = await ownersOf(teller, ESTATE, GROUP + CANDIDATES.length + BACKERS)
  const [asking = 0, ...others] = people
  const { id } = await (await neighbour(asking)).does(requestElection, {
    estate: place(ESTATE), kind: 'first', request: '南埕公寓住了快二十年，一直没有业委会。楼顶漏水、车棚收费、公共收益都没人替我们问，请街道帮忙成立业主大会。',
  })
  const secretary = await by('secretary')
  await secretary.does(keepElectionDesk, { id, hotline: '0590-5550117', hours: '周一到周六 8:30–20:00' })
  yield at(83, '19:30')
  for (const [i, person] of others.slice(-BACKERS).entries()) {
    if (i % 3 === 0) await secretary.does(backElection, { id, person })
    else await (await neighbour(person)).does(backElection, { id })
  }
  return { id, group: people.slice(0, GROUP), reader: people.at(-1) ?? 0, standing: people.slice(GROUP, GROUP + CANDIDATES.length) }
}

// The street leads; three of five are owners.
async function* formed(teller: Teller, { id, group }: Course): Tale {
  const { at, by, date } = teller
  yield at(78, '10:00')
  const officer = await by('streetOfficer')
  const secretary = await by('secretary')
  await officer.does(formGroup, { id, on: date(78), lead: officer.actor.personId, members: [
    { person: officer.actor.personId, party: 'street' }, { person: secretary.actor.personId, party: 'residents_committee' },
    ...group.map(person => ({ person, party: 'owner' })),
  ] })
  yield at(77, '10:40')
  await hung(teller, id, 'group', 77)
}

// Three drafts; an owner does not understand one of them, so it is written anew.
async function* drafted(teller: Teller, { id, group, reader }: Course): Tale {
  const { at, by, person, neighbour } = teller
  const [, writer = 0] = group
  yield at(72, '15:00')
  for (const { kind, text } of DRAFTS) await person(writer).does(writeDraft, { id, kind, text })
  yield at(71, '10:40')
  await hung(teller, id, 'drafts', 71)
  yield at(68, '20:10')
  const { objection } = await (await neighbour(reader)).does(objectToElection, { id, about: 'drafts', text: '选举办法里“差额”两个字，老人看不懂，写明白一点。' })
  yield at(67, '09:30')
  await person(writer).does(writeDraft, { id, kind: 'method', text: '候选人比委员多两个，所以叫差额选举：七个人里选五个。人数和面积都要过半，得票多的当选；过半没选上的当候补，谁走了就按票数补上。' })
  await person(writer).does(answerElectionObjection, { id, objection, how: 'answered', answer: '改成大白话了，看第二版：七个人里选五个。' })
  yield at(66, '19:20')
  const { question } = await (await neighbour(reader)).does(askElection, { id, text: '房子写夫妻两个人的名字，投票算一票还是两票？' })
  yield at(65, '09:10')
  await (await by('secretary')).does(answerElectionQuestion, { id, question, how: 'answered', answer: '算一个人、一份面积。两位商量好由谁投，签一张推选书就行。' })
}

// Some stand of themselves, some are recommended; the group checks everybody.
async function* found(teller: Teller, { id, group, standing }: Course): Tale {
  const { at, by, person, neighbour } = teller
  const listed: number[] = []
  yield at(64, '18:30')
  for (const [i, who] of standing.entries()) {
    const { about, found: how } = CANDIDATES[i] ?? CANDIDATES[0]
    const { candidate } = how === 'self' ? await (await neighbour(who)).does(standForElection, { id, about })
      : await person(group[0] ?? 0).does(recommendCandidate, { id, person: who, found: how, about, agreed: 'true' })
    listed.push(candidate)
  }
  yield at(60, '14:30')
  const officer = await by('streetOfficer')
  for (const candidate of listed) await officer.does(checkCandidate, { id, candidate, met: [...CONDITIONS] })
  yield at(59, '10:40')
  await hung(teller, id, 'candidates', 59)
}

// Drafts and candidates become one vote; roll and notices hang in every building, the clock opens it.
async function* announced(teller: Teller, { id }: Course): Step<Kept> {
  const { at, by, date, person } = teller
  yield at(54, '09:10')
  const { decision } = await (await by('streetOfficer')).does(putElectionToVote, { id, seats: SEATS, months: 60 })
  const kept: Kept = { id: decision, estate: ESTATE, keeper: 'secretary' }
  const secretary = await by('secretary')
  await settled(teller, kept)
  await secretary.does(freezeRoll, { id: decision, asOf: date(54), objectionsUntil: date(51) })
  yield at(54, '11:00')
  await posted(teller, kept, 'roll', 54)
  yield at(50, '09:00')
  await secretary.does(announceDecision, { id: decision, opens: `${date(32)}T08:00`, closes: `${date(12)}T20:00` })
  yield at(50, '11:00')
  for (const what of ['notice', 'drafts', 'candidates', 'committee'] as const) await posted(teller, kept, what, 50)
  yield at(32, '08:00')
  await person(null).does(openDecision, { id: decision })
  return kept
}

// Everybody votes, some sooner, some later; on the last evening it is counted.
async function* elected(teller: Teller, { id }: Course, kept: Kept): Tale {
  const { at, by, person } = teller
  for (const [day, share] of [[30, 38], [24, 64], [18, 85], [13, 100]] as const) {
    yield at(day, '19:30')
    await vote(teller, kept, { day, until: share, choices: ballot })
  }
  yield at(12, '20:00')
  await person(null).does(closeDecision, { id: kept.id })
  yield at(11, '11:00')
  await posted(teller, kept, 'result', 11)
  const secretary = await by('secretary')
  await secretary.does(postResult, { id: kept.id })
  await secretary.does(takeElectionResult, { id })
}

// Those with a seat choose among themselves; answers who is in the chair.
async function* met(teller: Teller, { id }: Course): Step<number> {
  const { at, by, date, look } = teller
  yield at(6, '20:30')
  const rows = await look(db => db.selectFrom('election_member').select('person_id').where('community_id', '=', db.community)
    .where('election_id', '=', id).orderBy('rank').limit(SEATS).execute())
  const members = rows.map(({ person_id }) => person_id)
  const [chair = 0, deputy] = members
  await (await by('streetOfficer')).does(meetFirst, { id, on: date(6), present: members, chair, deputies: [deputy], yes: SEATS - 1 })
  yield at(5, '10:40')
  await hung(teller, id, 'committee', 5)
  return chair
}

// Filed; two of five things have been handed over, and the next meeting has its agenda.
async function* handedOver({ at, by, date, look, person }: Teller, { id }: Course, chair: number): Tale {
  yield at(3, '09:30')
  const secretary = await by('secretary')
  for (const paper of PAPERS) await secretary.does(tickElectionPaper, { id, paper, ready: 'true' })
  await secretary.does(fileElection, { id, on: date(3), number: `榕业备 ${date(3).slice(0, 4)}-17` })
  yield at(2, '15:00')
  for (const what of ['物业用房钥匙三把', '近三年公共收益的账']) await secretary.does(addElectionItem, { id, what, from: 'property' })
  const items = await look(db => db.selectFrom('election_item').select('id').where('community_id', '=', db.community)
    .where('election_id', '=', id).orderBy('id').execute())
  for (const [i, { id: item }] of items.slice(0, 3).entries()) {
    await secretary.does(tickElectionItem, { id, item, side: 'given' })
    if (i < 2) await person(chair).does(tickElectionItem, { id, item, side: 'taken' })
  }
  yield at(2, '20:20')
  await person(chair).does(callCommitteeMeeting, { id, on: date(-6), agenda: '一、公共收益的账怎么查。二、楼顶漏水找谁修。三、每月哪天接待业主。' })
}

type Hung = 'group' | 'drafts' | 'candidates' | 'committee'

async function hung({ by, date, look, place }: Teller, id: number, what: Hung, daysAgo: number): Promise<void> {
  const secretary = await by('secretary')
  for (const building of await look(db => buildings(db, place(ESTATE)))) {
    await secretary.does(postElection, { id, what, place: building.id, on: date(daysAgo) })
  }
}

function ballot(number: number): Choices {
  const opinion = (position: number) => mixed(number * (5 + 2 * position)) < 88 ? 'yes' : mixed(number * 11) < 60 ? 'no' : 'abstain'
  // The two whom he likes least are left out; not everybody is liked alike.
  const liking = (candidate: number) => mixed(number * (2 * candidate + 3)) + (FAVOUR[candidate - 1] ?? 0)
  const five = CANDIDATES.map((_, i) => i + 1).toSorted((one, other) => liking(other) - liking(one)).slice(0, SEATS)
  return { 1: opinion(1), 2: opinion(2), 3: five }
}
