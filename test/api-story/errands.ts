// A chapter: a favour is asked, offered, taken and thanked for; two who can help each other swap.
import { z } from 'zod'
import { tendErrands } from '../../src/jobs/errands.ts'
import type { Street } from './street.ts'
import type { Teller } from './teller.ts'

/** The resident asks, the neighbour goes to the market; then both swap. */
export async function errands(t: Teller, here: Street): Promise<void> {
  const [first, second] = here.homes
  const until = t.house.clock().add({ hours: 5 }).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' })
  const ask = (who: string, home: number | undefined, more: object) => t.does(who, 'errands.ask', { kind: 'shopping', text: '带一把青菜', until, place: home, ...more })
  await t.does('neighbour', 'errands.offer', { kind: 'shopping', text: '去南门菜市场', until, place: second, room: 2 })
  const { id } = await ask('resident', first, {})
  await t.asks('neighbour', 'errands.list', { limit: '1' })
  await t.asks('neighbour', 'errands.show', { id: String(id) })
  await t.does('neighbour', 'errands.report', { id })
  await t.does('secretary', 'errands.judge', { id, verdict: 'shown' })
  await t.does('neighbour', 'errands.take', { id, words: '六点到' })
  await t.does('neighbour', 'errands.release', { id })
  await t.does('neighbour', 'errands.take', { id })
  await t.does('neighbour', 'errands.finish', { id, minutes: 30 })
  await t.does('resident', 'errands.confirm', { id, minutes: 25, thanks: '菜很新鲜' })
  const { id: wrong } = await ask('resident', first, { text: '带两块豆腐' })
  await t.does('resident', 'errands.callOff', { id: wrong })
  await swapped(t, { mine: (await ask('resident', first, { inReturn: 'pet' })).id, yours: (await ask('neighbour', second, { kind: 'pet', inReturn: 'shopping' })).id })
  await swapped(t, { mine: (await ask('resident', first, { kind: 'parcel', inReturn: 'home' })).id, yours: (await ask('neighbour', second, { kind: 'home', inReturn: 'parcel' })).id }, false)
}

const withSwaps = z.object({ swaps: z.array(z.object({ id: z.number() })) })

async function swapped(t: Teller, { mine, yours }: { mine: number, yours: number }, agreed = true): Promise<void> {
  await tendErrands(t.house)
  const { swaps: [swap] } = withSwaps.parse(await t.asks('resident', 'errands.show', { id: String(mine) }))
  const id = swap?.id
  await t.does('resident', 'errands.agreeSwap', { id })
  await t.does('neighbour', agreed ? 'errands.agreeSwap' : 'errands.declineSwap', { id })
  await t.asks('neighbour', 'errands.show', { id: String(yours) })
}
