// Programs and people who do not give up: each act has its own key, and is sent again until somebody says yes or no.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { COMMUNITY, type Ground } from '#test/torture/ground.ts'
import type { Dice } from '#test/torture/random.ts'

/** One act as a client knows it; `answer` is null while nobody said yes. */
export interface Act {
  key: string
  action: 'matters.raise' | 'matters.follow' | 'matters.reply' | 'matters.accept' | 'matters.noteInside' | 'calls.make' | 'calls.claim'
  /** What was written, unlike everything else. */
  text: string
  answer: { id: number } | null
  refused: boolean
  sends: number
  /** What became of the last send. */
  last: string
}

const LONGEST = 15_000

/** Moments of the clock, in milliseconds. */
export interface Times {
  until: number
  latest: number
}

/** Acts until `until`, then sends what is open until `latest`. Everything that it did goes into `acts`. */
export async function persist(address: string, ground: Ground, chance: Dice, acts: Act[], times: Times): Promise<void> {
  while (Date.now() < times.until) {
    const { act, send } = choose(address, ground, chance, acts)
    acts.push(act)
    while (act.answer === null && !act.refused && Date.now() < times.latest) {
      act.sends++
      await send(act).catch((error: Error) => { act.last = String(error.cause ?? error) })
      if (act.answer === null && !act.refused) await pause(50 + 150 * chance.next())
    }
  }
}

interface Chosen {
  act: Act
  send: (act: Act) => Promise<void>
}

function choose(address: string, ground: Ground, chance: Dice, acts: readonly Act[]): Chosen {
  const key = randomUUID()
  const raised = acts.filter(({ action, answer }) => action === 'matters.raise' && answer).map(({ answer }) => answer?.id ?? 0)
  const id = chance.pick([...ground.matters, ...raised])
  const place = chance.pick(ground.places)
  const text = `折腾 ${key}`
  const act = (action: Act['action']): Act => ({ key, action, text, answer: null, refused: false, sends: 0, last: '' })
  const program = (action: Act['action'], token: string, input: object): Chosen =>
    ({ act: act(action), send: one => call(address, one, token, input) })
  const dies = chance.next()
  if (dies < 0.08) return program('calls.make', chance.pick(ground.residents), { place, need: 'other', text })
  if (dies < 0.16) return program('calls.claim', chance.pick([ground.worker, ...ground.residents.slice(0, 3)]), { id: chance.pick(ground.calls) })
  if (dies < 0.3) return { act: act('matters.raise'), send: one => fillIn(address, one, place) }
  if (dies < 0.55) return program('matters.raise', chance.pick(ground.residents), { place, kind: 'broken', text })
  if (dies < 0.7) return program('matters.follow', chance.pick(ground.residents), { id })
  if (dies < 0.8) return program('matters.accept', ground.worker, { id })
  if (dies < 0.9) return program('matters.noteInside', ground.worker, { id, text })
  return program('matters.reply', ground.worker, { id, text })
}

async function call(address: string, act: Act, token: string, input: object): Promise<void> {
  const response = await fetch(`${address}/api/${act.action}`, {
    method: 'POST', body: JSON.stringify(input), signal: AbortSignal.timeout(LONGEST),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': act.key },
  })
  const body = await response.text()
  act.last = String(response.status)
  if (response.status === 201) act.answer = JSON.parse(body) as { id: number }
  else if (response.status < 500) act.refused = true
}

// The form, as a browser without script sends it, by somebody without an account.
async function fillIn(address: string, act: Act, place: number): Promise<void> {
  const response = await fetch(`${address}/${COMMUNITY.slug}/raise`, {
    method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(LONGEST), headers: { origin: address },
    body: new URLSearchParams({ place: String(place), kind: 'broken', text: act.text, requestKey: act.key }),
  })
  await response.text()
  act.last = String(response.status)
  const id = /matters\/(\d+)/u.exec(response.headers.get('location') ?? '')?.[1]
  if (response.status === 303 && id) act.answer = { id: Number(id) }
  else if (response.status < 500) act.refused = true
}
