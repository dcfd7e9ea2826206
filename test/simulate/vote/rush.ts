// Everybody votes within minutes, many at once, while something dies in the middle.
import { photoOf } from '#test/pictures.ts'
import { randomFrom } from '../../../src/demo/random.ts'
import { planOf, type Plan } from './book.ts'
import type { Estate } from './estate.ts'
import type { Vote } from './prepare.ts'
import { liveThrough, type Door, type Rush, type Tally } from './send.ts'

const AT_ONCE = 24

export interface Rushed {
  readonly plans: readonly Plan[]
  readonly tally: Tally
  readonly seconds: number
}

/** Sends all of it. `disaster` is called when the given share of the owners is through, once for each of its shares. */
export async function rushed(
  { door, vote, estate, began }: { door: Door, vote: Vote, estate: Estate, began: Temporal.Instant }, seed: number,
  around: { shares: readonly number[], disaster: (nth: number) => Promise<void>, progress?: (share: number) => void },
): Promise<Rushed> {
  const chance = randomFrom(seed)
  const plans = estate.owners.map(({ person }) => planOf(chance, person))
  const tally: Tally = { acts: 0, sent: 0, repeated: 0, broken: 0, refused: 0, wrong: [] }
  const rush: Rush = {
    door, vote, estate, began, tally, photo: (await photoOf('darkred')).toString('base64'), keys: new Map(estate.owners.map(owner => [owner.person, owner])),
  }
  const since = performance.now()
  let [next, through] = [0, 0]
  const disasters: Promise<void>[] = []
  const worker = async () => {
    for (let plan = plans[next++]; plan; plan = plans[next++]) {
      await liveThrough(rush, plan, chance)
      through++
      const nth = around.shares.findIndex(share => through === Math.ceil(share * plans.length))
      if (nth >= 0) disasters.push(around.disaster(nth))
      around.progress?.(through / plans.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  await Promise.all(disasters)
  return { plans, tally, seconds: (performance.now() - since) / 1000 }
}
