// A chapter of its own: 荔枝园 elects its first committee, which takes its seats, meets, goes to the doors, and loses and finds members again.
import { CONDITIONS, PAPERS } from '#modules/elections/public.ts'
import type { Teller } from './teller.ts'
import { announced, counted, frozen, opened, today, type Orchard } from './vote.ts'

const RULES = '第一条 业主大会由全体业主组成，每年至少开一次会，业委会五人，任期五年。'

/** Whom `leave`, `moveRecall` and the like speak of: somebody with a seat, the most votes first. */
interface Member {
  id: number
  person: number
}

/** From the request in writing to what becomes of the committee later. */
export async function election(t: Teller, orchard: Orchard): Promise<void> {
  const { id } = await t.does('owner 1', 'elections.request', { estate: orchard.estate, kind: 'first', request: '小区交付十二年没有业委会，许多事没人牵头' })
  await t.does('owner 2', 'elections.back', { id })
  await t.does('secretary', 'elections.back', { id, person: orchard.owners[2] })
  await grouped(t, orchard, id)
  await asked(t, id)
  await visited(t, orchard, id)
  await stood(t, orchard, id)
  await t.asks('', 'elections.list')
  await t.asks('owner 1', 'elections.show', { id: String(id) })
  await elected(t, orchard, id)
  const members = await seated(t, id)
  await handedOver(t, id)
  await met(t, orchard, id)
  await changed(t, id, members)
  const { id: more } = await t.does('secretary', 'elections.request',
    { estate: orchard.estate, kind: 'by_election', request: '有委员离任，想补选一人' })
  await t.does('secretary', 'elections.stop', { id: more, reason: '候补委员已经递补，不用补选了' })
}

// The street leads, the residents' committee, three owners.
async function grouped(t: Teller, { owners, officer, building }: Orchard, id: number): Promise<void> {
  const secretary = await personNamed(t, '苏文清')
  await t.does('officer', 'elections.formGroup', { id, on: today(t), lead: officer, members: [
    { person: officer, party: 'street' }, { person: secretary, party: 'residents_committee' },
    ...owners.slice(7, 10).map(person => ({ person, party: 'owner' })),
  ] })
  await t.does('owner 8', 'elections.post', { id, what: 'group', place: building, on: today(t) })
  const drafts = {
    rules_of_procedure: RULES,
    covenant: '第一条 楼道不堆杂物，不停电动车；养狗牵绳，装修按规定的时间施工。',
    method: '差额选举，得票多的当选，候补委员按得票先后递补。',
  }
  for (const [kind, text] of Object.entries(drafts)) await t.does('owner 8', 'elections.writeDraft', { id, kind, text })
  await t.does('owner 8', 'elections.post', { id, what: 'drafts', place: building, on: today(t) })
}

async function asked(t: Teller, id: number): Promise<void> {
  await t.does('secretary', 'elections.keepDesk', { id, hotline: '0595-2200 0001', hours: '周一到周五 9:00–17:00' })
  const { question } = await t.does('owner 11', 'elections.ask', { id, text: '夫妻两人共有一套房，怎么投票？' })
  await t.does('owner 8', 'elections.answerQuestion', { id, question, how: 'answered', answer: '两人推选一人投，算一票，面积按整套算。' })
  await t.does('owner 8', 'elections.writeFaq', { id, text: '人在外地怎么投票？', answer: '可以在网上投，也可以写委托书请人代交。' })
  const { objection } = await t.does('owner 6', 'elections.object', { id, about: 'drafts', text: '议事规则第一条没有写会议谁召集' })
  await t.does('owner 9', 'elections.answerObjection', { id, objection, how: 'answered', answer: '说得对，第二版写上由业委会召集。' })
  await t.does('owner 8', 'elections.writeDraft', { id, kind: 'rules_of_procedure', text: `${RULES}会议由业委会召集。` })
}

async function visited(t: Teller, { owners, building, homes }: Orchard, id: number): Promise<void> {
  await t.does('secretary', 'elections.assign', { id, building, person: owners[3] })
  await t.does('owner 4', 'elections.visit', { id, home: homes[0], how: 'in_person', reached: 'true', on: today(t) })
  await t.does('secretary', 'elections.unassign', { id, building, person: owners[3] })
}

// Seven stand, one withdraws; those who are left are met in the evening of the third day.
async function stood(t: Teller, { owners, estate, building }: Orchard, id: number): Promise<void> {
  const about = '退休会计，愿意为大家管账'
  await t.does('owner 3', 'elections.recommend', { id, person: owners[0], found: 'owners', about })
  for (const n of [1, 2, 3, 4, 5, 6, 7]) {
    const { candidate } = await t.does(`owner ${n}`, 'elections.stand', { id, about })
    await t.does('officer', 'elections.checkCandidate', { id, candidate, met: CONDITIONS })
    if (n === 7) await t.does('owner 7', 'elections.withdraw', { id, candidate })
  }
  await t.does('owner 8', 'elections.post', { id, what: 'candidates', place: building, on: today(t) })
  const when = { on: today(t, 3), from: '19:30', minutes: 90, room: '荔枝树下' }
  const { id: council } = await t.does('secretary', 'councils.found', { name: '荔枝园议事会', place: estate, ...when })
  const { id: session } = await t.does('secretary', 'councils.convene', { id: council, kind: 'public_interest', title: '和候选人见面', ...when })
  await t.does('officer', 'elections.linkSession', { id, session })
}

// Each leaves out one of the six: whoever is number 1 has all ten votes, number 6 has six.
async function elected(t: Teller, orchard: Orchard, id: number): Promise<void> {
  const { decision } = await t.does('secretary', 'elections.putToVote', { id, seats: 5, months: 60 })
  const vote = Number(decision)
  await frozen(t, orchard, vote)
  await announced(t, orchard, vote, ['notice', 'drafts', 'candidates', 'committee'])
  await opened(t, vote)
  for (const [i, out] of [2, 3, 4, 4, 5, 5, 6, 6, 6, 6].entries()) {
    const five = [1, 2, 3, 4, 5, 6].filter(number => number !== out)
    await t.does(`owner ${i + 1}`, 'decisions.cast', { id: vote, choices: { 1: 'yes', 2: 'yes', 3: five } })
  }
  await counted(t, orchard, vote)
  await t.does('secretary', 'elections.takeResult', { id })
}

async function seated(t: Teller, id: number): Promise<Member[]> {
  t.later({ days: 3 })
  const members = (await membersOf(t, id)).slice(0, 5)
  const [chair, deputy] = members
  await t.does('officer', 'elections.meetFirst', { id, on: today(t), present: members.map(({ person }) => person),
    chair: chair?.person, deputies: [deputy?.person], yes: 4 })
  for (const [i, { person }] of members.entries()) await t.enter(i === 0 ? 'chair' : `member ${i + 1}`, person)
  return members
}

async function handedOver(t: Teller, id: number): Promise<void> {
  for (const paper of PAPERS) await t.does('secretary', 'elections.tickPaper', { id, paper, ready: 'true' })
  await t.does('secretary', 'elections.file', { id, on: today(t), number: '榕备 2027-3' })
  const { item } = await t.does('secretary', 'elections.addItem', { id, what: '门禁卡发卡器一台', from: 'property' })
  await t.does('secretary', 'elections.tickItem', { id, item, side: 'given' })
  await t.does('chair', 'elections.tickItem', { id, item, side: 'taken' })
}

// A regular meeting, and what one of them heard at a door.
async function met(t: Teller, { homes }: Orchard, id: number): Promise<void> {
  const { meeting } = await t.does('chair', 'elections.callMeeting', { id, on: today(t, 7), agenda: '自动门谁来装，屋顶漏水怎么办' })
  t.later({ days: 7 })
  await t.does('chair', 'elections.keepMeeting', { id, meeting, present: 4, minutes: '到会四人，定了装门的师傅，屋顶先请人查。',
    motions: [{ text: '请原厂师傅装门', yes: 4 }] })
  await t.does('member 2', 'elections.signMeeting', { id, meeting })
  const { visit } = await t.does('member 3', 'elections.visitHome', { id, home: homes[8], on: today(t), note: '五楼顶棚下雨就漏，墙皮掉了一片' })
  await t.does('member 3', 'elections.raiseVisit', { id, visit, kind: 'broken' })
}

// The chair resigns and the spare member moves up; another one is to be recalled.
async function changed(t: Teller, id: number, members: readonly Member[]): Promise<void> {
  const [chair, deputy, , , last] = members
  await t.does('chair', 'elections.leave', { id, member: chair?.id, why: 'resigned', on: today(t) })
  t.later({ days: 1 })
  await t.does('secretary', 'elections.chooseChair', { id, on: today(t), chair: deputy?.person, present: 4, yes: 4 })
  const { recall } = await t.does('owner 8', 'elections.moveRecall', { id, member: last?.id, reason: '三次会都没有来，也不接电话' })
  for (const who of ['member 3', 'member 4']) await t.does(who, 'elections.backRecall', { id, recall })
  await t.does('secretary', 'elections.voteRecall', { id, recall })
}

async function personNamed(t: Teller, name: string): Promise<number> {
  const { items: [found] } = await t.asks('secretary', 'people.named', { name })
  return found?.id ?? 0
}

// The page shows who has which seat; programs are not told names.
async function membersOf(t: Teller, id: number): Promise<Member[]> {
  const { rows } = await t.owner.query<{ id: string, person_id: string }>(
    'select id, person_id from election_member where community_id = 1 and election_id = $1 order by rank', [id])
  return rows.map(row => ({ id: Number(row.id), person: Number(row.person_id) }))
}
