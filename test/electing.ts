// An election of the owners' committee of 榕荫里, taken as far as a story needs it: its former committee has left.
import {
  announceDecision, castBallot, closeDecision, decisionById, freezeRoll, openDecision, postResult, recordPosting, settleHome, type Posted,
} from '#modules/decisions/public.ts'
import {
  checkCandidate, CONDITIONS, formGroup, meetFirst, putElectionToVote, recommendCandidate, requestElection, takeElectionResult, writeDraft,
} from '#modules/elections/public.ts'
import { endPost, passerBy, type Actor } from '#modules/people/public.ts'
import { clockText, newPhoto } from '#test/voting.ts'
import type { Village } from '#test/village.ts'

/** Nobody is on the committee any more, as in an estate that never had one. */
export async function withoutCommittee(here: Village): Promise<void> {
  const { rows } = await here.owner.query(`select id from post where community_id = 1 and kind in ('committee_chair', 'committee_member') and until is null`)
  for (const { id } of rows) await here.act(endPost, here.people.secretary, { post: Number(id), until: '2026-11-01' })
}

/** The day there, so many days on. */
export function day(here: Village, more = 0): string {
  return here.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days: more }).toString()
}

/** Moves the clock. */
export function later(here: Village, days: number): void {
  here.time.now = here.time.now.add({ hours: 24 * days })
}

/** Owners of the estate besides the cast, by the roster. */
export async function owners(here: Village, count: number): Promise<number[]> {
  const cast = Object.values(here.people).map(({ personId }) => personId ?? 0)
  const { rows } = await here.owner.query(`select person_id from tie where community_id = 1 and kind = 'owner' and until is null and not person_id = any($1)
    group by person_id order by person_id limit $2`, [cast, count])
  return rows.map(({ person_id }) => Number(person_id))
}

/** Somebody of the roster as he acts himself. */
export function as(here: Village, person: number): Actor {
  return { ...here.people.resident, personId: person }
}

/** Asked for by 林秀英. */
export async function requested(here: Village): Promise<number> {
  const { id } = await here.act(requestElection, here.people.resident, { estate: here.community.place('榕荫里'), kind: 'first', request: '小区十几年没有业委会，许多事没人管' })
  return id
}

/** The group of five: the street leads, the residents' committee, three owners. */
export async function formed(here: Village, id: number): Promise<void> {
  const { streetOfficer, secretary, severalHomes, neighbour, doctor } = here.people
  await here.act(formGroup, streetOfficer, { id, on: day(here), lead: streetOfficer.personId, members: [
    { person: streetOfficer.personId, party: 'street' }, { person: secretary.personId, party: 'residents_committee' },
    ...[severalHomes, neighbour, doctor].map(({ personId }) => ({ person: personId, party: 'owner' })),
  ] })
}

/** Both drafts, and so many candidates who meet every condition; answers who they are. */
export async function prepared(here: Village, id: number, count = 7): Promise<number[]> {
  const { secretary, streetOfficer } = here.people
  for (const kind of ['rules_of_procedure', 'covenant']) await here.act(writeDraft, secretary, { id, kind, text: '第一条 本规则依照民法典和物业管理条例制定，由全体业主遵守。' })
  const people = await owners(here, count)
  for (const person of people) {
    const { candidate } = await here.act(recommendCandidate, secretary, { id, person, found: 'owners', about: '退休会计，愿意为大家管账', agreed: 'true' })
    await here.act(checkCandidate, streetOfficer, { id, candidate, met: [...CONDITIONS] })
  }
  return people
}

/** Put to the vote, with roll and postings as the law asks, and open; answers the vote. */
export async function atTheVote(here: Village, id: number, seats = 5): Promise<{ decision: number, closes: Temporal.Instant }> {
  const { secretary } = here.people
  const { decision } = await here.act(putElectionToVote, secretary, { id, seats, months: 60 })
  await opened(here, decision)
  return { decision, closes: await closing(here, decision) }
}

async function closing(here: Village, decision: number): Promise<Temporal.Instant> {
  return (await here.house.database.look(1, db => decisionById(db, here.people.secretary, decision))).closes_at ?? here.time.now
}

/** A vote of the secretary's from its draft to its first moment. */
export async function opened(here: Village, decision: number): Promise<void> {
  const { secretary } = here.people
  const { rows } = await here.owner.query(`select home_id, min(person_id) as person from tie where community_id = 1 and kind = 'owner' and until is null
    group by home_id having count(distinct person_id) > 1`)
  for (const { home_id, person } of rows) await here.act(settleHome, secretary, { id: decision, home: Number(home_id), kind: 'named', person: Number(person), reason: '两位业主一起签了推选书' })
  await here.act(freezeRoll, secretary, { id: decision, asOf: day(here), objectionsUntil: day(here, 3) })
  await hung(here, decision, ['roll'])
  later(here, 4)
  await here.act(announceDecision, secretary, { id: decision, opens: `${day(here, 17)}T08:00`, closes: `${day(here, 27)}T20:00` })
  await hung(here, decision, ['notice', 'drafts', 'candidates', 'committee'])
  here.time.now = Temporal.PlainDateTime.from(`${day(here, 17)}T08:00`).toZonedDateTime('Asia/Shanghai').toInstant()
  await here.act(openDecision, passerBy(1), { id: decision })
}

/** Hangs in every building, with its photo. */
export async function hung(here: Village, decision: number, what: readonly Posted[]): Promise<void> {
  const photo = await newPhoto()
  for (const building of [1, 2, 3]) {
    for (const one of what) {
      await here.act(recordPosting, here.people.secretary, { id: decision, what: one, place: here.community.place(`榕荫里 ${building}号楼`), at: clockText(here.time.now), photo })
    }
  }
}

/** Fifty owners vote for these questions, the count is posted. */
export async function voted(here: Village, decision: number, choicesOf: (i: number) => Record<string, unknown>): Promise<void> {
  const { rows } = await here.owner.query('select person_id from decision_voter where decision_id = $1 and person_id is not null order by number limit 50', [decision])
  for (const [i, { person_id }] of rows.entries()) await here.act(castBallot, as(here, Number(person_id)), { id: decision, choices: choicesOf(i) })
  here.time.now = await closing(here, decision)
  await here.act(closeDecision, passerBy(1), { id: decision })
  await hung(here, decision, ['result'])
  await here.act(postResult, here.people.secretary, { id: decision })
}

/** Elected and at their first meeting; answers who has a seat, the chair first, and the spare members. */
export async function inOffice(here: Village, id: number): Promise<{ members: number[], spare: number[] }> {
  await here.act(takeElectionResult, here.people.secretary, { id })
  const { rows } = await here.owner.query('select person_id, rank from election_member where election_id = $1 order by rank', [id])
  const people = rows.map(({ person_id }) => Number(person_id))
  const [members, spare] = [people.slice(0, 5), people.slice(5)]
  later(here, 3)
  await here.act(meetFirst, here.people.streetOfficer, { id, on: day(here), present: members, chair: members[0], deputies: [members[1]], yes: 4 })
  return { members, spare }
}

/** What each voter leaves out, two of seven for each of fifty: 1 has 50 votes, then 45, 40, 38, 34; number 6 has 30 and is spare, 7 has 13 and is not elected. */
export function fiveOfSeven(i: number): number[] {
  const out = [2, 3, 4, 5, 6, 7].flatMap((number, n) => Array.from({ length: [5, 10, 12, 16, 20, 37][n] ?? 0 }, () => number))
  return [1, 2, 3, 4, 5, 6, 7].filter(number => number !== out[i] && number !== out[i + 50])
}

/** A change of term that is being prepared, for whoever looks at its pages; answers its address. */
export async function electionToLookAt(here: Village): Promise<string> {
  const { id } = await here.act(requestElection, here.people.resident, { estate: here.community.place('榕荫里'), kind: 'term', request: '任期快到了，请准备换届' })
  await formed(here, id)
  await prepared(here, id, 6)
  return `/shicheng/elections/${id}`
}
