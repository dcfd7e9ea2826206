// A council of one estate with sessions in every state: called, going on, over, sealed, and one that is nobody else's business.
import {
  addAddendum, addSeat, addSessionTask, addTopic, arriveAtSession, askSession, askToSpeak, convene, endSession, finishMinutes, foundCouncil, inviteToSession, keepMinutes, openSession,
  sessionHereSubject, writePoint,
} from '#modules/councils/public.ts'
import { raiseMatter } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import type { TestHouse } from '#test/database.ts'

/** What is written of a council, without what it covers. */
export const COUNCIL = { name: '议事亭', about: '', room: '亭子', grid: '', on: '2026-12-01', from: '19:30', minutes: 60, rule: '', quorum: 50, homes: 9 }
/** When and where a session is. */
export const WHEN = { on: '2026-12-01', from: '19:30', minutes: 60, room: '亭子', place: '', keeper: '' }

/** Lays them: called by `secretary`; `raiser`, who lives there, is invited to all and came. */
export async function layCouncils(here: TestHouse, { community, secretary, raiser, estate, entrance }: { community: number, secretary: Actor, raiser: Actor, estate: number, entrance: number }) {
  const { id: council } = await here.act(foundCouncil, secretary, { ...COUNCIL, place: estate })
  const { seat: councilSeat } = await here.act(addSeat, secretary, { id: council, party: 'residents', person: raiser.personId })
  const call = async (kind: string, title: string) => (await here.act(convene, secretary, { id: council, kind, title, ...WHEN })).id
  const seatAt = (id: number) => idOf(here, `session_seat where person_id = ${raiser.personId} and session_id = ${id}`)
  const codeOf = (id: number) => here.house.means.secrets.receipt(sessionHereSubject(community, id))
  const open = async (kind: string, title: string) => {
    const id = await call(kind, title)
    await here.act(openSession, secretary, { id })
    await here.act(arriveAtSession, raiser, { id, code: codeOf(id) })
    const { topic } = await here.act(addTopic, secretary, { id, title: '放不放长椅' })
    return { id, topic }
  }
  const called = await call('action_plan', '放长椅')
  const { topic: calledTopic } = await here.act(addTopic, secretary, { id: called, title: '放哪儿' })
  const going = await open('action_plan', '正在商量')
  const [{ question }, { task }, { point }] = [
    await here.act(askSession, raiser, { id: going.id, text: '放几张长椅' }), await here.act(addSessionTask, secretary, { id: going.id, topic: going.topic, title: '量尺寸', person: raiser.personId, due: '' }),
    await here.act(writePoint, secretary, { id: going.id, text: '想要长椅', place: entrance, person: '' }),
  ]
  await here.act(askToSpeak, raiser, { id: going.id })
  const speaker = await idOf(here, `session_speaker where session_id = ${going.id}`)
  const over = await open('action_plan', '商量完了')
  await write(here, secretary, over)
  const sealed = await open('action_plan', '定了')
  await write(here, secretary, sealed)
  const { hash: sealHash } = await here.act(finishMinutes, secretary, { id: sealed.id })
  await here.act(addAddendum, secretary, { id: sealed.id, text: '长椅是绿的' })
  const { id: bench } = await here.act(raiseMatter, raiser, { place: entrance, kind: 'idea', text: '楼下想要一张长椅' })
  await here.act(addTopic, secretary, { id: going.id, matters: [bench] })
  await here.owner.query(`insert into council_missed (community_id, council_id, missed_on, told_at) values ($1, $2, '2026-11-01', '2026-11-02')`, [community, council])
  const mediation = await call('mediation', '不公开的')
  await here.act(inviteToSession, secretary, { id: mediation, party: 'concerned', person: raiser.personId })
  return {
    council, councilSeat, called, calledTopic, calledSeat: await seatAt(called), going: going.id, goingTopic: going.topic, goingSeat: await seatAt(going.id), goingCode: codeOf(going.id),
    question, sessionTask: task, point, speaker, over: over.id, sealed: sealed.id, sealedSeat: await seatAt(sealed.id), sealHash, mediation,
  }
}

async function write(here: TestHouse, secretary: Actor, { id, topic }: { id: number, topic: number }): Promise<void> {
  await here.act(keepMinutes, secretary, { id, topic, version: 0, text: '说好了', decision: '放两张' })
  await here.act(endSession, secretary, { id })
}

async function idOf(here: TestHouse, from: string): Promise<number> {
  return Number((await here.owner.query(`select id from ${from}`)).rows[0]?.id)
}
