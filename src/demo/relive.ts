// Lives a community's season again, act by act in the order of time, so that the journal tells it truly.
import { perform, type Means } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import { followMatter, raiseMatter, withdrawMatter } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import type { House } from '../house.ts'
import { advance, photoOf } from './advance.ts'
import type { DemoMatter } from './history.ts'
import type { Loaded } from './loaded.ts'
import type { talesOf } from './tales/tales.ts'

interface Act {
  at: Temporal.Instant
  run(means: Means): Promise<void>
}

/** Carries out everything in the history, and the tales between, in the order of time; calls `done` after each act. */
export async function relive(
  house: Pick<House, 'database' | 'means'>, loaded: Loaded, history: readonly DemoMatter[], tales: ReturnType<typeof talesOf>, done: () => void,
): Promise<void> {
  const acts = history.flatMap(matter => actsOf(house, loaded, matter)).sort((one, other) => Temporal.Instant.compare(one.at, other.at))
  const telling = await Promise.all(tales.map(begun))
  for (const act of acts) {
    await tellUntil(telling, act.at)
    await act.run({ ...house.means, now: act.at })
    done()
  }
  await tellUntil(telling, null)
}

/** A tale and the time at which it goes on; null when it is told. */
interface Telling {
  next: Temporal.Instant | null
  goOn: () => Promise<void>
}

async function begun(tale: ReturnType<typeof talesOf>[number]): Promise<Telling> {
  let now = Temporal.Instant.fromEpochMilliseconds(0)
  const steps = tale(() => now)
  const telling: Telling = {
    next: null,
    goOn: async () => {
      now = telling.next ?? now
      const { value } = await steps.next()
      telling.next = value ?? null
    },
  }
  await telling.goOn()
  return telling
}

// Whichever comes first goes on first, up to this time (null: to the end).
async function tellUntil(telling: readonly Telling[], until: Temporal.Instant | null): Promise<void> {
  for (;;) {
    const waiting = telling.filter(({ next }) => next && (until === null || Temporal.Instant.compare(next, until) <= 0))
    const [first] = waiting.toSorted((one, other) => Temporal.Instant.compare(one.next ?? '1970-01-01T00Z', other.next ?? '1970-01-01T00Z'))
    if (!first) return
    await first.goOn()
  }
}

/** How many acts the history consists of. */
export function actsIn(history: readonly DemoMatter[]): number {
  return history.reduce((sum, matter) => sum + 1 + matter.followers.length + matter.moves.length + Number(matter.withdrawnAt !== null), 0)
}

// What follows knows the matter's number only when it has been raised, which lies before it in time.
function actsOf({ database }: Pick<House, 'database'>, loaded: Loaded, matter: DemoMatter): Act[] {
  let id = 0
  const raise: Act = { at: matter.at, run: async means => { id = await raised(database, means, loaded, matter) } }
  const follow = matter.followers.map(({ at, by }): Act => ({
    at, run: async means => joinIn(database, means, await loaded.actor(by), id),
  }))
  const move = matter.moves.map((one): Act => ({
    at: one.at, run: async means => advance(database, means, { id, about: matter, raiser: await loaded.actor(matter.channel === 'page' ? matter.by : null) }, await loaded.actor(one.by), one),
  }))
  const withdraw = matter.withdrawnAt === null ? [] : [{
    at: matter.withdrawnAt,
    run: async (means: Means) => void await perform(database, means, withdrawMatter, await loaded.actor(matter.by), { id }),
  }]
  return [raise, ...follow, ...move, ...withdraw]
}

// What goes to mediation is not public: a neighbour never gets to see it, so she cannot follow it.
async function joinIn(database: House['database'], means: Means, actor: Actor, id: number): Promise<void> {
  try {
    await perform(database, means, followMatter, actor, { id })
  } catch (problem) {
    if (!(problem instanceof NotFound)) throw problem
  }
}

async function raised(database: House['database'], means: Means, loaded: Loaded, matter: DemoMatter): Promise<number> {
  const actor = await loaded.actor(matter.by)
  const photos = matter.picture ? [await photoOf(database, means, actor, matter.picture)] : []
  const { kind, text, urgent, nameShown, channel } = matter
  const place = loaded.place(matter.place)
  const { id } = await perform(database, means, raiseMatter, actor, { place, kind, text, urgent, nameShown, channel, photos })
  return id
}
