// How often is too often for one person, one place and one network address. A true burst gets through; a flood waits for a look, then is refused.
import type { Means } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { TooOften } from '#kit/errors.ts'
import type { Rate } from '#kit/limits.ts'
import { holds, type Actor } from '#modules/people/public.ts'
import { estateOf, type Place } from '#modules/places/public.ts'
import { turnText } from '#text/moderation.ts'

const MINUTES = 60
const HOURS = 60 * MINUTES
const rate = (times: number, seconds: number): Rate => ({ times, seconds })

/**
 * Per person, or per network address where nobody signed in; beyond it somebody is refused. An estate's network shows one address to the
 * world, so an address is given what three hundred neighbours need.
 */
const TURNS = {
  follow: { person: rate(60, HOURS), address: rate(300, HOURS) },
  urge: { person: rate(30, HOURS), address: rate(300, HOURS) },
  ask: { person: rate(300, HOURS), address: rate(300, HOURS) },
  reply: { person: rate(300, HOURS), address: rate(300, HOURS) },
  answer: { person: rate(60, HOURS), address: rate(300, HOURS) },
  report: { person: rate(20, 24 * HOURS), address: rate(40, 24 * HOURS) },
  appeal: { person: rate(20, 24 * HOURS), address: rate(40, 24 * HOURS) },
  suggest: { person: rate(30, 24 * HOURS), address: rate(300, 24 * HOURS) },
  photo: { person: rate(90, HOURS), address: rate(900, 10 * MINUTES) },
} as const satisfies Record<string, Record<'person' | 'address', Rate>>

/** What is counted. */
export type Turn = keyof typeof TURNS

/** Raising: what appears at once, and what is taken beyond it and waits for a look. */
const RAISE = {
  person: { shown: rate(12, 4 * HOURS), taken: rate(30, 24 * HOURS) },
  address: { shown: rate(150, 10 * MINUTES), taken: rate(300, HOURS) },
  /** Of all who did not sign in, at one estate. */
  estate: { shown: rate(300, 10 * MINUTES) },
}

/** Saying something about one matter: by one person, and by all together. */
const COMMENT = {
  person: { shown: rate(10, 10 * MINUTES), taken: rate(20, HOURS) },
  matter: { shown: rate(30, HOURS) },
}

/** What counting needs of whoever came in; without `from` it is the house itself (a job, the demo), which is not counted. */
export type Counting = Pick<Means, 'limits' | 'from' | 'now'>

/** Takes one turn. Throws TooOften with the time to wait and the number to call. */
export async function takeTurn(db: Reader, { limits, from, now }: Counting, actor: Actor, what: Turn): Promise<void> {
  if (from === undefined) return
  const [who, allowed] = actor.personId === null ? [`address ${from}`, TURNS[what].address] : [`person ${actor.personId}`, TURNS[what].person]
  const { allowed: mayGo, wait } = await limits.take(`${db.community} ${what} ${who}`, allowed, now)
  if (!mayGo) throw await tooOften(db, wait)
}

/** Takes a turn at raising: true where it is so often that somebody is to look first. Throws TooOften. Workers who enter for others are not counted. */
export async function raiseTurn(db: Reader, counting: Counting, actor: Actor, place: Place): Promise<boolean> {
  const { from } = counting
  if (from === undefined || holds(actor, 'enter for others', place)) return false
  if (actor.personId !== null) return weighed(db, counting, { 'raise person': [actor.personId, RAISE.person] })
  return weighed(db, counting, { 'raise address': [from, RAISE.address], 'raise estate': [estateOf(place), RAISE.estate] })
}

/** Takes a turn at saying something about a matter: true where somebody is to look first. Throws TooOften. */
export async function commentTurn(db: Reader, counting: Counting, actor: Actor, matter: number): Promise<boolean> {
  if (counting.from === undefined) return false
  return weighed(db, counting, { 'comment person': [actor.personId ?? 0, COMMENT.person], 'comment matter': [matter, COMMENT.matter] })
}

type Tries = Readonly<Record<string, readonly [who: string | number, rates: { shown: Rate, taken?: Rate }]>>

async function weighed(db: Reader, { limits, now }: Counting, tries: Tries): Promise<boolean> {
  const about = (what: string, who: string | number) => `${db.community} ${what} ${who}`
  const shown = async () => {
    // One after another: what somebody is not allowed himself must not use up what all have together.
    for (const [what, [who, rates]] of Object.entries(tries)) if (!(await limits.take(about(what, who), rates.shown, now)).allowed) return false
    return true
  }
  if (await shown()) return false
  for (const [what, [who, { taken }]] of Object.entries(tries)) {
    const beyond = taken && await limits.take(about(`${what} held`, who), taken, now)
    if (beyond && !beyond.allowed) throw await tooOften(db, beyond.wait)
  }
  return true
}

async function tooOften(db: Reader, wait: number): Promise<TooOften> {
  const { phone } = await db.selectFrom('community').select('phone').where('id', '=', db.community).executeTakeFirstOrThrow()
  return new TooOften(lang => turnText(lang).tooOften(Math.ceil(wait / MINUTES), phone), wait)
}
