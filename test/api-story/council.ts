// Chapter of the council: a hall for everybody, a session from its invitation to its signed minutes, an evening of listening, a mediation.
import { sessionHereSubject } from '#modules/councils/public.ts'
import { tendCouncils } from '../../src/jobs/councils.ts'
import type { Street } from './street.ts'
import type { Teller } from './teller.ts'

const ROOM = '党群服务中心二楼'
const HALL = { name: '民情议事厅', about: '院子里的事，大家坐下来商量', room: ROOM, from: '19:30', minutes: 90, rule: 'FREQ=MONTHLY', quorum: 50, homes: 2 }
const SESSION = { title: '架空层怎么用', from: '19:30', minutes: 90, room: ROOM }
const NIGHT = { name: '社区夜话', about: '每周一次，有话就说', room: '南门凉亭', from: '19:00', minutes: 60, rule: 'FREQ=WEEKLY' }

/** A session with what it is about, and the seats of those who were invited to this one alone. */
interface Called {
  id: number
  topic: unknown
  company: unknown
  neighbour: unknown
}

/** Tells of all of it; three days pass. */
export async function councils(t: Teller, here: Street): Promise<void> {
  const { hall, night } = await founded(t, here)
  const session = await called(t, here, hall)
  await invited(t, session)
  await clockStrikes(t, dayIn(t, 1), '20:00')
  await clockStrikes(t, dayIn(t, 1), '19:30')
  await opened(t, session)
  const task = await written(t, here, session)
  await spoken(t, session)
  await sealed(t, session)
  await listened(t, here, night)
  await t.does('neighbour', 'councils.finishTask', { id: session.id, task })
  await mediated(t, here, hall)
  await t.asks('', 'councils.list', { limit: '2' })
  await t.asks('', 'councils.sessions', { council: String(hall), limit: '2' })
}

function dayIn(t: Teller, days: number): string {
  return t.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days }).toString()
}

// Whoever is invited is reminded a day before; that nobody came to the first 夜话 is told.
async function clockStrikes(t: Teller, on: string, from: string): Promise<void> {
  t.later(t.time.now.until(Temporal.ZonedDateTime.from(`${on}T${from}[Asia/Shanghai]`).toInstant()))
  await tendCouncils(t.house)
}

async function founded(t: Teller, { resident, neighbour, worker }: Street): Promise<{ hall: number, night: number }> {
  const { id: hall } = await t.does('secretary', 'councils.found', { ...HALL, on: dayIn(t, 1) })
  await t.does('secretary', 'councils.change', { id: hall, ...HALL, on: dayIn(t, 2) })
  const { id: night } = await t.does('secretary', 'councils.found', { ...NIGHT, on: dayIn(t, 1) })
  const sits = (party: string, person: number) => t.does('secretary', 'councils.addSeat', { id: hall, party, person })
  await sits('residents', resident)
  await sits('grid', worker)
  const { seat } = await sits('residents', neighbour)
  await t.does('secretary', 'councils.endSeat', { id: hall, seat })
  return { hall, night }
}

// Two households wait for the same; that is what the session is about.
async function called(t: Teller, here: Street, hall: number): Promise<Called> {
  const { id: matter } = await t.does('resident', 'matters.raise',
    { place: here.entrance, kind: 'idea', text: '一楼架空层堆满杂物，清出来给大家当活动室' })
  await t.does('neighbour', 'matters.follow', { id: matter })
  await t.asks('resident', 'councils.show', { id: String(hall) })
  const session = { ...SESSION, keeper: here.worker }
  const { id } = await t.does('secretary', 'councils.convene', { id: hall, kind: 'action_plan', ...session, on: dayIn(t, 1) })
  const { topic } = await t.does('secretary', 'councils.addTopic', { id, matters: [matter] })
  const { topic: lanterns } = await t.does('secretary', 'councils.addTopic', { id, title: '元宵灯会' })
  await t.does('secretary', 'councils.dropTopic', { id, topic: lanterns })
  const { seat: company } = await t.does('secretary', 'councils.invite', { id, party: 'property', organisation: here.company })
  const { seat: neighbour } = await t.does('secretary', 'councils.invite', { id, party: 'residents', person: here.neighbour })
  await t.does('secretary', 'councils.move', { id, ...session, on: dayIn(t, 2) })
  const { id: other } = await t.does('secretary', 'councils.convene',
    { id: hall, kind: 'public_interest', ...session, title: '睦邻节怎么办', on: dayIn(t, 9) })
  await t.does('secretary', 'councils.cancel', { id: other, reason: '会议室那天借给义诊了' })
  return { id, topic, company, neighbour }
}

// Before it begins: who comes, and what is asked from home.
async function invited(t: Teller, { id, company, neighbour }: Called): Promise<void> {
  await t.does('neighbour', 'councils.answer', { id, seat: neighbour, answer: 'comes' })
  await t.does('staff', 'councils.answer', { id, seat: company, answer: 'sends', standIn: '周建平' })
  const { question } = await t.does('neighbour', 'councils.ask', { id, text: '清出来的杂物放到哪里去' })
  await t.does('worker', 'councils.answerQuestion', { id, question, how: 'in_writing', answer: '物业周六上午来收，要留的先搬回家' })
}

// Who comes is written down: by the code at the door, or by the keeper.
async function opened(t: Teller, { id, company, neighbour }: Called): Promise<void> {
  await t.does('worker', 'councils.open', { id })
  const code = t.house.means.secrets.receipt(sessionHereSubject(1, id))
  await t.does('resident', 'councils.arrive', { id, code })
  await t.does('worker', 'councils.arrive', { id, code })
  await t.does('worker', 'councils.tick', { id, seat: neighbour })
  await t.does('worker', 'councils.tick', { id, seat: company })
  const { question: aloud } = await t.does('resident', 'councils.ask', { id, text: '乒乓球台晚上几点收' })
  await t.does('worker', 'councils.answerQuestion', { id, question: aloud, how: 'aloud' })
  const { question: advert } = await t.does('neighbour', 'councils.ask', { id, text: '代开发票请加微信 abc12345' })
  await t.does('worker', 'councils.answerQuestion', { id, question: advert, how: 'declined', answer: '和议题没有关系' })
}

// What was said and decided, and who does what: about a matter it is a task of that matter. Answers the task that belongs to none.
async function written(t: Teller, here: Street, { id, topic }: Called): Promise<unknown> {
  await t.does('worker', 'councils.keepMinutes',
    { id, topic, version: 0, text: '林秀英：先清杂物，再商量放什么。', decision: '月底前清完，改成活动室' })
  await t.does('worker', 'councils.addTask', { id, topic, title: '清运杂物', organisation: here.company, due: dayIn(t, 5) })
  const { topic: care } = await t.does('secretary', 'councils.addTopic', { id, title: '活动室谁来管' })
  await t.does('worker', 'councils.keepMinutes', { id, topic: care, version: 0, text: '黄国栋：谁用谁收拾。', decision: '先写一份公约' })
  const { task } = await t.does('worker', 'councils.addTask',
    { id, topic: care, title: '写活动室公约', person: here.neighbour, due: dayIn(t, 7) })
  await t.does('worker', 'councils.writePoint', { id, text: '三楼晾衣服往下滴水', place: here.entrance, person: here.neighbour })
  return task
}

// One after the other; then everybody goes home.
async function spoken(t: Teller, { id }: Called): Promise<void> {
  await t.does('resident', 'councils.askToSpeak', { id })
  await t.does('neighbour', 'councils.askToSpeak', { id, list: 'stage', about: '架空层放两张乒乓球台' })
  const { speakers } = await t.asks('worker', 'councils.session', { id: String(id) })
  for (const { id: speaker } of speakers as { id: number }[]) {
    await t.does('worker', 'councils.giveFloor', { id, speaker, how: 'begin' })
    t.later({ minutes: 3 })
    await t.does('worker', 'councils.giveFloor', { id, speaker, how: 'end' })
  }
  await t.does('worker', 'councils.end', { id })
  await t.asks('', 'councils.session', { id: String(id) })
}

// The minutes are sealed, signed by a tap and on paper, and put right below.
async function sealed(t: Teller, { id, neighbour }: Called): Promise<void> {
  const { hash } = await t.does('secretary', 'councils.finishMinutes', { id })
  const { seats } = await t.asks('resident', 'councils.session', { id: String(id) })
  const own = (seats as { id: number, name: string }[]).find(seat => seat.name === '林秀英')
  await t.does('resident', 'councils.sign', { id, seat: own?.id, hash })
  await t.does('worker', 'councils.sign', { id, seat: neighbour, hash, paper: true })
  await t.does('worker', 'councils.addAddendum', { id, text: '黄国栋说的是二号楼的架空层' })
  await t.asks('', 'councils.minutes', { id: String(id) })
  await t.asks('resident', 'councils.minutes', { id: String(id) })
}

// 社区夜话: nobody votes; what is said becomes a matter by one tap.
async function listened(t: Teller, { entrance, resident, worker }: Street, night: number): Promise<void> {
  const { id } = await t.does('secretary', 'councils.convene',
    { id: night, kind: 'listening', title: '有话坐下说', on: dayIn(t, 1), from: '19:00', minutes: 60, room: NIGHT.room, keeper: worker })
  await clockStrikes(t, dayIn(t, 1), '19:00')
  await t.does('worker', 'councils.open', { id })
  const { point } = await t.does('worker', 'councils.writePoint', { id, text: '楼门口的雨棚漏水，下雨天开门要淋湿', place: entrance, person: resident })
  await t.does('worker', 'councils.raisePoint', { id, point, kind: 'broken' })
  await t.asks('', 'councils.session', { id: String(id) })
}

// 调解: only who is invited sees more of it than that there is one.
async function mediated(t: Teller, { resident, neighbour }: Street, hall: number): Promise<void> {
  const { id } = await t.does('secretary', 'councils.convene',
    { id: hall, kind: 'mediation', title: '晾衣滴水的事', on: dayIn(t, 3), from: '15:00', minutes: 60, room: '调解室' })
  for (const person of [resident, neighbour]) await t.does('secretary', 'councils.invite', { id, party: 'concerned', person })
  await t.does('secretary', 'councils.addTopic', { id, title: '怎么晾才不滴到楼下' })
  await t.asks('neighbour', 'councils.session', { id: String(id) })
}
