// Limits for a door that every read goes through: for whoever is quick several are taken at once, so that few tries need the database.
import type { Limits, Rate, Taken } from '#kit/limits.ts'

/** Takes one of what `about` is allowed. */
export type TakeOne = (about: string, rate: Rate, now: Temporal.Instant) => Promise<Taken>

/** How many tries are taken ahead at most; what is not used within a second is lost to its owner. */
const MOST = 16
const KEPT = 1000
/** How many owners are remembered. */
const OWNERS = 10_000

interface Owner {
  /** Taken and not used yet; good until `until` (milliseconds). */
  unused: number
  until: number
  /** How many the next turn of the database takes, if it comes soon. */
  next: number
  /** What the last turn said; until `refusedUntil` it is no use to ask again. */
  last: Taken
  refusedUntil: number
  turn: Promise<unknown> | null
}

/**
 * Never allows more than the database does, on however many processes: what is used here was taken there first. It may allow up to 15 tries
 * fewer for each other process that took ahead within the last second. Takes twice as many each time as long as they are used up within a
 * second, one by one when little is left. Whoever was refused is refused here until it is time, without a turn of the database.
 */
export function takeAhead(limits: Pick<Limits, 'take'>): TakeOne {
  const owners = new Map<string, Owner>()
  return async (about, rate, now) => {
    const owner = ownerOf(owners, about)
    while (owner.turn) await owner.turn
    const time = now.epochMilliseconds
    if (time < owner.refusedUntil) return { ...owner.last, wait: Math.ceil((owner.refusedUntil - time) / 1000) }
    if (owner.unused > 0 && time <= owner.until) return { ...owner.last, left: owner.last.left + --owner.unused }
    const turn = take(limits, owner, { about, rate, now })
    owner.turn = turn.catch(() => undefined).finally(() => { owner.turn = null })
    return turn
  }
}

function ownerOf(owners: Map<string, Owner>, about: string): Owner {
  const known = owners.get(about)
  if (known) return known
  // All at once: to forget what was taken ahead harms nobody but its owner, a little, once in ten thousand of them.
  if (owners.size >= OWNERS) owners.clear()
  const fresh: Owner = { unused: 0, until: 0, next: 1, last: { allowed: true, left: 0, fullIn: 0, wait: 0 }, refusedUntil: 0, turn: null }
  owners.set(about, fresh)
  return fresh
}

interface Try {
  about: string
  rate: Rate
  now: Temporal.Instant
}

async function take(limits: Pick<Limits, 'take'>, owner: Owner, { about, rate, now }: Try): Promise<Taken> {
  const time = now.epochMilliseconds
  const soon = time <= owner.until
  // Never more than a tenth of what is left: near the end they are taken one by one, and none is lost.
  const wanted = soon ? Math.max(1, Math.min(owner.next, Math.floor(owner.last.left / 10))) : 1
  const many = await limits.take(about, rate, now, wanted)
  const last = many.allowed || wanted === 1 ? many : await limits.take(about, rate, now)
  owner.unused = many.allowed ? wanted - 1 : 0
  owner.until = time + KEPT
  owner.next = soon ? Math.min(MOST, owner.next * 2) : 2
  owner.last = last
  owner.refusedUntil = last.allowed ? 0 : time + last.wait * 1000
  return { ...last, left: last.left + owner.unused }
}
