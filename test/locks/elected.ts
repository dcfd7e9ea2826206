// Elections of one estate in every state that somebody may act on, with one of everything that hangs on them.
import type { Actor } from '#modules/people/public.ts'
import type { TestHouse } from '#test/database.ts'

interface Ground {
  community: number
  estate: number
  secretary: Actor
  raiser: Actor
  lead: Actor
  homes: readonly { id: number }[]
}

const RESULT = JSON.stringify({ questions: [
  { how: 'election', position: 1, seats: 1, elected: [1], spare: [], tied: [], candidates: [{ number: 1, votes: { heads: 9, area: 90 }, enough: true }] },
] })
const [DAY, AT] = ['2026-11-12', '2026-11-10T00:00:00Z']

type Add = (table: string, row: Record<string, unknown>, returning?: string) => Promise<number>

/** Lays them, written by the owner of the database: `raiser` stands and has a seat, `lead` is of the group. */
export async function layElections({ owner }: TestHouse, ground: Ground) {
  const { community, homes, lead } = ground
  const add: Add = async (table, row, returning = 'id') => {
    const [names, values] = [Object.keys(row), Object.values(row)]
    const { rows } = await owner.query(`insert into ${table} (community_id, ${names.join(', ')})
      values (${community}, ${names.map((_, i) => `$${i + 1}`).join(', ')}) returning ${returning}`, values)
    return Number(rows[0]?.[returning])
  }
  const all = await inEveryState(add, ground)
  for (const id of Object.values(all)) await add('election_group', { election_id: id, person_id: lead.personId, party: 'street', leads: true }, 'person_id')
  const coOwner = await add('person', { name: '甄另住' })
  await add('tie', { person_id: coOwner, home_id: homes[3]?.id, kind: 'owner', since: '2026-01-01' })
  const quiet = await quietEstate(add, ground)
  await owner.query(`insert into tie (community_id, home_id, person_id, kind, since) select community_id, $3, person_id, kind, since from tie
    where community_id = $1 and kind = 'owner' and home_id = any ($2)`, [community, homes.map(({ id }) => id), quiet.home])
  return { ...all, coOwner, quiet: quiet.estate, ...await standing(add, ground, all), ...await atWork(add, ground, { ...all, coOwner }) }
}

async function inEveryState(add: Add, { estate, secretary }: Ground) {
  const by = secretary.personId
  const counted = await add('decision', {
    estate_id: estate, title: '选举业委会', about: '选举', secret: false, first: true, extraordinary: false, rules: '{}', stage: 'closed', as_of: '2026-10-01', announced_at: AT, opens_at: AT,
    closes_at: '2026-11-11T00:00:00Z', closed_at: '2026-11-11T00:00:00Z', roll_root: Buffer.alloc(32), result: RESULT, organisation_id: secretary.posts[0]?.organisation_id, made_by: by, made_at: AT,
  })
  const election = (more: object) => add('election', { estate_id: estate, kind: 'term', request: '想换届', requested_on: '2026-10-01', formed_on: '2026-10-05', made_by: by, made_at: AT, ...more })
  const decided = { decision_id: counted, seats: 1, term_months: 36 }
  return {
    electing: await election({}), voting: await election(decided), elected: await election({ ...decided, elected_on: '2026-11-11' }),
    office: await election({ ...decided, elected_on: '2026-11-11', met_on: DAY, term_ends: '2029-11-11' }),
  }
}

type States = Awaited<ReturnType<typeof inEveryState>>

// An estate where nothing is under way; it gets the same owners.
async function quietEstate(add: Add, { community, estate: beside }: Ground) {
  const name = `静里${beside}`
  const estate = await add('place', { kind: 'estate', name, label: name, code: `QUIET${community}${beside}` })
  const home = await add('place', { kind: 'home', name: '101', label: `${name} 101`, code: `QUIETHOME${community}${beside}`, parent_id: estate, estate_id: estate })
  await add('home', { place_id: home }, 'place_id')
  return { estate, home }
}

async function standing(add: Add, { secretary, raiser }: Ground, { electing, voting }: States) {
  const by = secretary.personId
  const candidate = (id: number, person: number | null, number: number | null = null) => add('election_candidate', {
    election_id: id, person_id: person, found: 'self', about: '想出力', named_by: by, named_at: AT, agreed_at: AT, number })
  await candidate(voting, raiser.personId, 1)
  for (const name of ['甄甲', '甄乙', '甄丙', '甄丁', '甄戊', '甄己']) {
    const id = await candidate(electing, await add('person', { name }))
    for (const condition of ['owner', 'capacity', 'lawful', 'public_spirit', 'able', 'time']) {
      await add('election_check', { candidate_id: id, condition, met: true, checked_by: by, checked_at: AT }, 'candidate_id')
    }
  }
  return {
    candidate: await candidate(electing, raiser.personId),
    electionQuestion: await add('election_question', { election_id: electing, text: '怎么投', person_id: raiser.personId, standing: 'shown', at: AT }),
  }
}

async function atWork(add: Add, { secretary, raiser, homes }: Ground, { elected, office, coOwner }: States & { coOwner: number }) {
  const by = secretary.personId
  for (const paper of ['application', 'resolution', 'rules_of_procedure', 'covenant', 'members', 'identity', 'result_notice', 'first_minutes']) {
    await add('election_paper', { election_id: office, paper, ticked_by: by, ticked_at: AT }, 'election_id')
  }
  const seat = (id: number, person: number | null, more: object) => add('election_member', { election_id: id, person_id: person, heads: 9, area: 90, ...more })
  await seat(elected, raiser.personId, { rank: 1 })
  const member = await seat(office, raiser.personId, { rank: 1, office: 'member', since: DAY })
  const recall = await add('recall', { member_id: await seat(office, coOwner, { rank: 2, office: 'chair', since: DAY }), reason: '不开会', moved_by: by, moved_at: AT })
  await add('recall_backer', { recall_id: recall, person_id: raiser.personId, at: AT }, 'recall_id')
  const meeting = { election_id: office, held_on: '2026-11-14', special: false, agenda: '门禁', agenda_posted_on: '2026-11-01', written_by: by }
  return {
    member, recall,
    electionObjection: await add('election_objection', { election_id: office, about: 'drafts', text: '看不懂', person_id: raiser.personId, standing: 'shown', at: AT }),
    electionItem: await add('election_item', { election_id: office, what: '公章', given_from: 'group', added_by: by, added_at: AT }),
    heard: await add('committee_visit', { home_id: homes[0]?.id, note: '楼道灯不亮了', visited_on: '2026-11-15', visited_by: by, entered_at: AT }),
    committeeMeeting: await add('committee_meeting', meeting),
    keptMeeting: await add('committee_meeting', { ...meeting, members: 2, present: 2, minutes: '定了', posted_on: '2026-11-15' }),
  }
}
