// How far the journal of a community may be read now, told to all who follow it; one look for all of them.
import { settledUpTo } from '#kit/settled.ts'
import type { House } from '../house.ts'

/** Between looks without any call, in milliseconds: a call can get lost when a process dies between its commit and its ring. */
const ANYWAY = 5_000
/** Until the next look while somebody takes long to commit. */
const SOON = 50

export interface Follower {
  /** Called when there is more to read. */
  wake(): void
  /** Called when we are stopping. */
  end(): void
}

/** The end of one community's journal: everything up to `position` is there for good; before its last move it stood at `from`. */
export interface Tail {
  readonly community: number
  position: number
  from: number
  followers: Set<Follower>
  /** Looks anew; resolves once the position is one that was right after this call began. */
  look(): Promise<void>
}

/** Follows communities, each from its first follower to its last. The returned `leave` must be called. */
export function openTails(house: Pick<House, 'database' | 'means'>) {
  const tails = new Map<number, { tail: Tail, ready: Promise<void>, stop: () => void }>()
  return async (community: number, follower: Follower): Promise<{ tail: Tail, leave: () => void }> => {
    const known = tails.get(community) ?? begin(house, community)
    tails.set(community, known)
    known.tail.followers.add(follower)
    const leave = () => {
      known.tail.followers.delete(follower)
      if (known.tail.followers.size > 0 || tails.get(community) !== known) return
      tails.delete(community)
      known.stop()
    }
    await known.ready.catch(problem => {
      leave()
      throw problem
    })
    return { tail: known.tail, leave }
  }
}

function begin({ database, means }: Pick<House, 'database' | 'means'>, community: number) {
  const tail: Tail = { community, position: 0, from: 0, followers: new Set(), look: () => looks() }
  const looks = oneAtATime(async () => {
    const settled = await database.look(community, settledUpTo)
    if (settled === null) setTimeout(hear, SOON).unref()
    if (settled === null || settled <= tail.position) return
    Object.assign(tail, { from: tail.position, position: settled })
    for (const follower of tail.followers) follower.wake()
  })
  // What went wrong is tried again at the next call.
  const hear = () => void looks().catch(() => undefined)
  const deaf = means.bell.listen(community, { hear, end: () => tail.followers.forEach(follower => follower.end()) })
  const timer = setInterval(hear, ANYWAY).unref()
  const stop = () => {
    clearInterval(timer)
    deaf()
  }
  return { tail, stop, ready: looks() }
}

/** Runs `work`; who calls while it runs waits for one further run, together with all others who do. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  const run = () => running = work().finally(() => { running = null })
  return () => {
    if (!running) return run()
    return next ??= running.catch(() => undefined).then(() => {
      next = null
      return run()
    })
  }
}
