// Owners and collectors at the door of the API: each act is sent until it has an answer, with the same key, whatever breaks meanwhile.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../../../src/demo/random.ts'
import { COMMUNITY, type Estate, type Keyed } from './estate.ts'
import type { Plan, Sent, Step } from './book.ts'
import { clock, type Vote } from './prepare.ts'

/** Sends one request of the API; throws where the line breaks. */
export type Door = (path: string, headers: Record<string, string>, body: string) => Promise<{ status: number, body: unknown }>

/** What the simulator counts while it goes on. */
export interface Tally {
  acts: number
  sent: number
  repeated: number
  broken: number
  refused: number
  /** Requests that ended otherwise than they should. */
  readonly wrong: string[]
}

export interface Rush {
  readonly door: Door
  readonly vote: Vote
  readonly estate: Estate
  readonly keys: ReadonlyMap<number, Keyed>
  readonly photo: string
  readonly tally: Tally
  /** When the rush began: papers came back before. */
  readonly began: Temporal.Instant
}

const PATIENCE = 90_000

/** Does what one owner does, step by step. */
export async function liveThrough(rush: Rush, plan: Plan, random: Random): Promise<void> {
  const voter = rush.vote.voters.get(plan.person)
  const own = rush.keys.get(plan.person)
  if (!voter || !own) throw new Error(`person ${plan.person} is not on the roll`)
  if (plan.mischief === 'unasked') await refused(rush, own, { id: rush.vote.id, choices: { 1: 'yes', 2: 'yes', 3: 'yes' } }, 422)
  if (plan.mischief === 'other') await refused(rush, random.pick(rush.estate.others), { id: rush.vote.id, choices: { 1: 'no', 2: 'no' } }, 403)
  for (const { step, sent } of plan.steps) await doStep(rush, { number: voter.number, code: voter.code, own, step, sent, random })
}

interface Doing {
  number: number
  code: string
  own: Keyed
  step: Step
  sent: Sent
  random: Random
}

async function doStep(rush: Rush, { number, code, own, step, sent, random }: Doing): Promise<void> {
  const { vote: { id }, estate, photo } = rush
  const [collector, witness] = random.some(estate.collectors, 2)
  if (!collector || !witness) throw new Error('no collectors')
  if (step.how === 'phone') await surely(rush, own, 'cast', { id, choices: step.choices }, sent)
  if (step.how === 'door') await surely(rush, collector, 'castAtDoor', { id, number, choices: step.choices, witness: witness.person, photo }, sent)
  if (step.how === 'mandate') {
    const agent = random.pick(estate.others)
    const { mandate } = await surely(rush, collector, 'recordMandate', { id, number, agent: agent.person, choices: step.choices, photo }, 'once')
    await surely(rush, agent, 'castByMandate', { id, mandate }, sent)
  }
  if (step.how === 'paper') {
    const paper = { id, code, returnedAt: clock(rush.began.subtract({ minutes: step.before })) }
    await read(rush, collector, { ...paper, choices: step.choices }, 'once', ['waits', 'differs'])
    if (step.misread) await read(rush, witness, { ...paper, choices: step.misread }, 'once', ['differs'])
    await read(rush, witness, { ...paper, choices: step.choices }, sent, ['counted'])
  }
}

async function read(rush: Rush, who: Keyed, body: object, sent: Sent, expected: readonly string[]): Promise<void> {
  const { state } = await surely(rush, who, 'readPaper', body, sent)
  if (!expected.includes(String(state))) rush.tally.wrong.push(`a paper was ${String(state)}, not ${expected.join(' or ')}: ${JSON.stringify(body)}`)
}

// Until it is answered 201; what is sent again gets the first answer.
async function surely(rush: Rush, { key }: Keyed, name: string, body: object, sent: Sent): Promise<Record<string, unknown>> {
  const { tally } = rush
  const requestKey = randomUUID()
  const send = () => persist(rush, key, name, body, requestKey)
  const answers = sent === 'twice' ? await Promise.all([send(), send()]) : sent === 'lost' ? [await send(), await send()] : [await send()]
  tally.acts++
  tally.repeated += answers.length - 1
  const [first, second] = answers
  if (first?.status !== 201) tally.wrong.push(`${name} ended ${first?.status}: ${JSON.stringify(first?.body)} for ${JSON.stringify(body).slice(0, 200)}`)
  if (second && JSON.stringify(second.body) !== JSON.stringify(first?.body)) tally.wrong.push(`${name} was answered in two ways: ${JSON.stringify(answers)}`)
  return Object(first?.body)
}

async function persist({ door, tally }: Rush, key: string, name: string, body: object, requestKey: string) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': requestKey }
  for (const until = Date.now() + PATIENCE; ;) {
    tally.sent++
    const answer = await door(`/api/decisions.${name}`, headers, JSON.stringify(body)).catch(() => null)
    if (answer && answer.status < 500) return answer
    tally.broken++
    if (Date.now() > until) throw new Error(`${name} was not answered for ${PATIENCE / 1000} s (${answer?.status}: ${JSON.stringify(answer?.body)})`)
    await pause(100)
  }
}

async function refused(rush: Rush, who: Keyed, body: object, status: number): Promise<void> {
  const answer = await persist(rush, who.key, 'cast', body, randomUUID())
  rush.tally.refused++
  if (answer.status !== status) rush.tally.wrong.push(`${JSON.stringify(body)} in ${COMMUNITY.slug} ended ${answer.status}, not ${status}`)
}
