// S1-04, S1-08: the council of 榕荫里 meets once a month: a session that was held, with minutes that most have signed, and the next one.
import {
  addSeat, addSessionTask, addTopic, answerInvitation, answerSession, arriveAtSession, askSession, askToSpeak, convene, endSession,
  finishMinutes, foundCouncil, giveFloor, inviteToSession, keepMinutes, moveSession, openSession, sessionHereSubject, signMinutes, tickSeat,
} from '#modules/councils/public.ts'
import { finishTask } from '#modules/matters/public.ts'
import { VOTES } from './titles.ts'
import type { Hand, Tale, Teller } from './teller.ts'

const WHEN = { from: '19:30', minutes: 90, room: '三号楼架空层旁的活动室' }
const HELD = 12
const TITLE = '架空层和水泵电费'

type Step<Answer> = AsyncGenerator<Temporal.Instant, Answer, void>

/** Founded with its seats, one session held and sealed, one called for next week. */
export async function* council(teller: Teller): Tale {
  const next = nextDate(teller)
  const hall = yield* founded(teller, next)
  const session = yield* called(teller, hall, next)
  const topics = yield* begun(teller, session)
  yield* spokenAt(teller, session)
  yield* written(teller, session, topics)
  yield* sealed(teller, session)
  yield* doneInTime(teller, session)
  yield* calledAgain(teller, hall, next)
}

// Next week, on a day that every month has.
function nextDate({ date }: Teller): Temporal.PlainDate {
  const days = [7, 8, 6, 9, 5].map(ahead => Temporal.PlainDate.from(date(-ahead)))
  return days.find(({ day }) => day <= 28) ?? Temporal.PlainDate.from(date(-7))
}

async function* founded({ at, by, place }: Teller, next: Temporal.PlainDate): Step<number> {
  yield at(44, '16:00')
  const chair = await by('committeeChair')
  const { id } = await chair.does(foundCouncil, {
    ...WHEN, name: '邻里议事会', about: '院子里的事，大家坐下来商量：每月一次，谁家都可以来听、来说。', place: place('榕荫里'),
    on: next.subtract({ months: 1 }).toString(),
    rule: `FREQ=MONTHLY;BYMONTHDAY=${next.day}`, quorum: 50, homes: 10,
  })
  await chair.does(addSeat, { id, party: 'branch', person: (await by('secretary')).actor.personId })
  await chair.does(addSeat, { id, party: 'owners_committee', organisation: chair.actor.posts[0]?.organisation_id })
  await chair.does(addSeat, { id, party: 'property', organisation: (await by('propertyManager')).actor.posts[0]?.organisation_id })
  await chair.does(addSeat, { id, party: 'grid', person: (await by('gridWorker')).actor.personId })
  for (const who of ['resident', 'severalHomes', 'stairwellHead', 'doctor'] as const) {
    await chair.does(addSeat, { id, party: 'residents', person: (await by(who)).actor.personId })
  }
  return id
}

// Called for its day of the month, and moved to a later one; then everybody is asked anew.
async function* called({ at, by, look, date }: Teller, hall: number, next: Temporal.PlainDate): Step<number> {
  yield at(34, '10:00')
  const chair = await by('committeeChair')
  const keeper = (await by('gridWorker')).actor.personId
  const on = next.subtract({ months: 1 }).toString()
  const { id } = await chair.does(convene, { ...WHEN, id: hall, kind: 'action_plan', title: TITLE, on, keeper })
  const matters = await look(db => db.selectFrom('matter').select(['id', 'title']).where('community_id', '=', db.community)
    .where('title', 'in', [VOTES.stiltFloor, VOTES.pump]).where('step', '<>', 'close').execute())
  for (const title of [VOTES.stiltFloor, VOTES.pump]) {
    const about = matters.find(matter => matter.title === title)
    await chair.does(addTopic, { id, title, matters: about ? [about.id] : [] })
  }
  yield at(28, '17:20')
  await chair.does(moveSession, { ...WHEN, id, title: TITLE, on: date(HELD), keeper })
  await chair.does(inviteToSession, { id, party: 'street', person: (await by('streetOfficer')).actor.personId })
  return id
}

// Who said that he comes, who came; answers the topics in their order.
async function* begun(teller: Teller, id: number): Step<number[]> {
  const { at, by, look, secret } = teller
  yield at(HELD + 3, '20:00')
  const seats = await seatsOf(teller, id)
  for (const who of ['resident', 'stairwellHead', 'severalHomes'] as const) {
    const hand = await by(who)
    await hand.does(answerInvitation, { id, seat: seats(hand), answer: 'comes' })
  }
  const doctor = await by('doctor')
  await doctor.does(answerInvitation, { id, seat: seats(doctor), answer: 'comes_not' })
  yield at(HELD, '19:28')
  const keeper = await by('gridWorker')
  await keeper.does(openSession, { id })
  const code = secret(sessionHereSubject(keeper.actor.community, id))
  for (const who of ['resident', 'stairwellHead', 'committeeChair', 'propertyManager', 'neighbour'] as const) {
    await (await by(who)).does(arriveAtSession, { id, code })
  }
  for (const who of ['secretary', 'gridWorker', 'severalHomes'] as const) await keeper.does(tickSeat, { id, seat: seats(await by(who)) })
  const topics = await look(db => db.selectFrom('session_topic').select('id').where('community_id', '=', db.community)
    .where('session_id', '=', id).orderBy('position').execute())
  return topics.map(topic => topic.id)
}

// In the hall one after another, a question from home between, and an idea on the stage.
async function* spokenAt({ at, by, look }: Teller, id: number): Tale {
  yield at(HELD, '19:36')
  for (const who of ['severalHomes', 'resident', 'neighbour'] as const) await (await by(who)).does(askToSpeak, { id })
  const keeper = await by('gridWorker')
  const waiting = await speakersOf(look, id, 'floor')
  for (const [i, { id: speaker }] of waiting.entries()) {
    yield at(HELD, `19:${40 + i * 5}`)
    await keeper.does(giveFloor, { id, speaker, how: 'begin' })
    yield at(HELD, `19:${43 + i * 5}`)
    await keeper.does(giveFloor, { id, speaker, how: 'end' })
  }
  yield at(HELD, '19:56')
  const { question: lamps } = await (await by('tenant')).does(askSession, { id, text: '我在家看孩子去不了。儿童角晚上几点关灯？' })
  const { question: rent } = await (await by('doctor')).does(askSession, { id, text: '储物间不够分，是先来先得还是抽签？' })
  yield at(HELD, '20:02')
  await keeper.does(answerSession, { id, question: lamps, how: 'aloud', answer: '会上当场答了：九点关灯，留一盏小夜灯。' })
  await keeper.does(answerSession, { id, question: rent, how: 'in_writing', answer: '抽签。报名的户贴在一楼，抽签那天请大家来看。' })
  yield at(HELD, '20:10')
  await (await by('stairwellHead')).does(askToSpeak, { id, list: 'stage', about: '滑梯边上放一排矮凳，老人带孩子有地方坐' })
  for (const { id: speaker } of await speakersOf(look, id, 'stage')) {
    yield at(HELD, '20:12')
    await keeper.does(giveFloor, { id, speaker, how: 'begin' })
    yield at(HELD, '20:15')
    await keeper.does(giveFloor, { id, speaker, how: 'end' })
  }
}

async function* written({ at, by, date }: Teller, id: number, [floor, pump]: number[]): Tale {
  yield at(HELD, '20:25')
  const keeper = await by('gridWorker')
  await keeper.does(keepMinutes, {
    id, topic: floor, version: 0, text: '有人说储物间要抽签，别占着不用；有人说孩子玩到几点要写明，灯早点关；有人说黄线先画好，消防车进得来再说别的。业委会：投票前把样图贴到每个单元。',
    decision: '样图先贴再投票；儿童角九点关灯；储物间报名多了就抽签，一年一抽。',
  })
  const staff = (await by('propertyStaff')).actor.personId
  await keeper.does(addSessionTask, { id, topic: floor, title: '样图贴到三号楼每个单元', person: staff, due: date(6) })
  await keeper.does(keepMinutes, {
    id, topic: pump, version: 0, text: '物业：水表都抄过了，按用水量分，一楼不用泵的不出。大家没有别的意见。',
    decision: '按用水量分，先试三个月，账贴在电梯里。',
  })
  const manager = (await by('propertyManager')).actor.personId
  await keeper.does(addSessionTask, { id, topic: pump, title: '每月十号前贴水泵电费账', person: manager, due: date(-18) })
  yield at(HELD, '20:52')
  await keeper.does(endSession, { id })
}

// Sealed on the next day; signed by tap and on paper, by two of them not yet.
async function* sealed(teller: Teller, id: number): Tale {
  const { at, by } = teller
  yield at(HELD - 1, '10:30')
  const { hash } = await (await by('committeeChair')).does(finishMinutes, { id })
  const seats = await seatsOf(teller, id)
  yield at(HELD - 1, '19:10')
  for (const who of ['committeeChair', 'resident', 'stairwellHead', 'neighbour', 'gridWorker'] as const) {
    const hand = await by(who)
    await hand.does(signMinutes, { id, seat: seats(hand), hash })
  }
  yield at(HELD - 3, '11:20')
  await (await by('gridWorker')).does(signMinutes, { id, seat: seats(await by('severalHomes')), hash, paper: true })
}

// What was to hang before the vote opens does; the account of the pump is still to come.
async function* doneInTime({ at, by, look, date }: Teller, session: number): Tale {
  yield at(HELD - 5, '16:10')
  const staff = await by('propertyStaff')
  const tasks = await look(db => db.selectFrom('session_task')
    .innerJoin('matter_task', join => join.onRef('matter_task.community_id', '=', 'session_task.community_id')
      .onRef('matter_task.id', '=', 'session_task.matter_task_id'))
    .select(['matter_task.id', 'matter_task.matter_id']).where('session_task.community_id', '=', db.community)
    .where('session_task.session_id', '=', session).where('matter_task.due_on', '<=', date(0)).execute())
  for (const { id: task, matter_id } of tasks) await staff.does(finishTask, { id: matter_id, task })
}

async function* calledAgain(teller: Teller, hall: number, next: Temporal.PlainDate): Tale {
  const { at, by } = teller
  yield at(4, '09:30')
  const chair = await by('committeeChair')
  const { id } = await chair.does(convene, {
    ...WHEN, id: hall, kind: 'public_interest', title: '公共收益先用在哪', on: next.toString(), keeper: (await by('gridWorker')).actor.personId,
  })
  await chair.does(addTopic, { id, title: '今年的公共收益先修哪里' })
  await chair.does(addTopic, { id, title: '楼下电动车充电桩还要不要加' })
  yield at(3, '20:40')
  const seats = await seatsOf(teller, id)
  for (const hand of [await by('resident'), await by('doctor')]) {
    await hand.does(answerInvitation, { id, seat: seats(hand), answer: 'comes' })
  }
  await (await by('tenant')).does(askSession, { id, text: '租客能不能也说一说？充电桩我们天天用。' })
}

// Who asked to speak, in that order.
function speakersOf(look: Teller['look'], session: number, list: 'floor' | 'stage') {
  return look(db => db.selectFrom('session_speaker').select('id').where('community_id', '=', db.community)
    .where('session_id', '=', session).where('list', '=', list).orderBy('id').execute())
}

// One's own seat at a session, or that of one's organisation; looked up once.
async function seatsOf({ look }: Teller, session: number): Promise<(hand: Hand) => number | undefined> {
  const seats = await look(db => db.selectFrom('session_seat').select(['id', 'person_id', 'organisation_id'])
    .where('community_id', '=', db.community).where('session_id', '=', session).orderBy('id').execute())
  return ({ actor }) => (seats.find(seat => seat.person_id === actor.personId)
    ?? seats.find(seat => actor.posts.some(post => post.organisation_id === seat.organisation_id)))?.id
}
