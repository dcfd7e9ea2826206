// For stories of polls: one that is open, and a count made again from nothing but the download.
import assert from 'node:assert/strict'
import type { count as Count } from '#kit/count/count.ts'
import type { readBlt as ReadBlt } from '#kit/count/read/blt.ts'
import type { Pile, Rule } from '#kit/count/shape.ts'
import { raiseMatter, setPrivate } from '#modules/matters/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import { castBallot, closePoll, openPoll } from '#modules/polls/public.ts'
import type { TestHouse } from '#test/database.ts'
import type { Village } from '#test/village.ts'
import { createApp } from '../src/app.ts'

/** Opens a poll for three days; what is not said is as in an untouched form. */
export async function pollAsked(here: TestHouse, who: Actor, more: object) {
  const closes = here.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days: 3 }).toString()
  const { id, asked } = await here.act(openPoll, who, { question: '北门装扶手，您怎么看', closes, ...more })
  return { id, asked }
}

interface Download {
  taken: number
  protocol: { method: string, seats: number, most: number, top: number, seed: string, options: string[], elected: number[],
    rounds: unknown[] }
  ballots: { marks: number[], times: number }[]
  receipts: string[]
}

/** Counts again as a stranger would: from the address of the download alone, and with ranks also from the .blt file. */
export async function recounted(here: Village, id: number, { count, readBlt }: { count: typeof Count,
  readBlt: typeof ReadBlt }): Promise<void> {
  const app = createApp(here.house)
  const { protocol, ballots, taken, receipts } = await (await app.request(`/shicheng/polls/${id}/ballots.json`)).json() as Download
  assert.equal(ballots.reduce((sum, { times }) => sum + times, 0), taken)
  assert.equal(new Set(receipts).size, taken)
  const { method, seats, most, top, seed, options } = protocol
  const lot = { seed }
  // Names of methods are those of docs/counting.md; what a method does not ask for it passes over.
  const rule = { method, seats, most, lowest: 0, highest: top, lot } as Rule
  const again = count({ candidates: options, piles: ballots.map(pile => strangersPile(method, pile)) }, rule)
  assert.deepEqual(again.elected, protocol.elected, method)
  assert.deepEqual(JSON.parse(JSON.stringify(again.rounds)), protocol.rounds, method)
  if (!['irv', 'schulze', 'scotland'].includes(method)) return
  const read = readBlt('ballots.blt', await (await app.request(`/shicheng/polls/${id}/ballots.blt`)).text())
  assert.deepEqual([read.seats, read.ballots.candidates], [seats, options])
  assert.deepEqual(count(read.ballots, rule).elected, protocol.elected, `${method} .blt`)
}

function strangersPile(method: string, { marks, times }: Download['ballots'][number]): Pile {
  const numbered = marks.map((mark, i) => ({ mark, i }))
  if (method === 'score') return { times, groups: numbered.map(({ i }) => [i]), points: marks }
  const named = numbered.filter(({ mark }) => mark > 0).toSorted((a, b) => a.mark - b.mark)
  return { times, groups: named.map(({ i }) => [i]) }
}

/** A matter that everybody sees, and how it becomes private. */
export async function makePrivateOf(here: Village, place: number) {
  const { id } = await here.act(raiseMatter, passerBy(1), { place, kind: 'broken', text: '楼道灯坏了，想问问大家怎么修' })
  return { id, hide: () => here.act(setPrivate, here.people.secretary, { id, private: true, text: '不公开了' }) }
}

/** Polls in several states for whoever looks at pages: one of ranks that is open, one of yes and no, and the last one counted. */
export async function pollsToLookAt(here: Village): Promise<number[]> {
  const { secretary, resident, severalHomes } = here.people
  const place = here.community.place('榕荫里')
  const ask = async (more: object) => (await pollAsked(here, secretary, { place, ...more })).id
  const options = '东门的路灯\n二号楼的水泵\n电动车棚'
  const [open, yesNo] = [await ask({ rule: 'schulze', options }), await ask({})]
  const counted = await ask({ rule: 'instant_runoff', options, unit: 'person' })
  await here.act(castBallot, resident, { id: yesNo, marks: [1, 0] })
  await here.act(castBallot, resident, { id: counted, marks: [1, 2, 0] })
  await here.act(castBallot, severalHomes, { id: counted, marks: [0, 1, 2] })
  await here.owner.query(`update poll set opens_at = opens_at - interval '30 days', closes_at = closes_at - interval '20 days' where id = $1`, [counted])
  await here.act(closePoll, passerBy(1), { id: counted })
  return [open, yesNo, counted]
}
