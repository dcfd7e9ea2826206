// What happened becomes notices, digests and messages: within a second of the bell, and every half minute for what was missed.
import { randomUUID } from 'node:crypto'
import { perform } from '#kit/action.ts'
import { Refused } from '#kit/errors.ts'
import { settledUpTo } from '#kit/settled.ts'
import { communities, type Community } from '#modules/communities/public.ts'
import {
  claimDeliveries, claimed, deliveriesToSweep, digestsDue, gatherDigests, messageOf, recordDeliveries, somethingDue,
  somethingToTell, spreadNotices, sweepDeliveries, toldBetween, type Claimed,
} from '#modules/notices/public.ts'
import { passerBy } from '#modules/people/public.ts'
import type { House } from '../house.ts'
import { send } from './send.ts'

type Here = Pick<Community, 'id' | 'slug' | 'name'>

/** How often the bell is looked at, in milliseconds, and after how many looks everybody's turn comes. */
const LOOK = 500
const EVERYBODY = 60

/** How many messages are under way at once. */
const AT_ONCE = 5

/** Looks after all communities until the returned function is called, which waits for what has begun. Telling never waits for sending. */
export function tendNotices(house: House): () => Promise<void> {
  const stops = [watch(house, community => spread(house, community.id)), watch(house, community => sendDue(house, community))]
  return async () => void await Promise.all(stops.map(stop => stop()))
}

function watch(house: House, work: (community: Here) => Promise<void>): () => Promise<void> {
  let known: ReadonlyMap<number, number> = new Map()
  let looks = 0
  let running: Promise<void> | null = null
  const round = async () => {
    const counts = house.means.bell.counts()
    const everybody = looks++ % EVERYBODY === 0
    const woken = new Set([...counts].filter(([id, count]) => known.get(id) !== count).map(([id]) => id))
    known = counts
    if (!everybody && woken.size === 0) return
    for (const community of await communities(house.database.commons)) {
      // What goes wrong in one community must not keep the others waiting.
      if (everybody || woken.has(community.id)) await work(community).catch(failed(house, community.id))
    }
  }
  const timer = setInterval(() => {
    running ??= round().catch(failed(house, null)).finally(() => { running = null })
  }, LOOK)
  return async () => {
    clearInterval(timer)
    await running
  }
}

function failed(house: House, community: number | null) {
  return (error: unknown) => house.log.error({ err: error, community }, 'notices')
}

/** Everything that is due in one community: tell, gather, send. May run on several processes at once. */
export async function tend(house: House, community: Here): Promise<void> {
  await spread(house, community.id)
  await sendDue(house, community)
}

async function sendDue(house: House, community: Here): Promise<void> {
  const now = house.clock()
  const due = await house.database.look(community.id, db => digestsDue(db, now))
  if (due.length > 0) await perform(house.database, { ...house.means, now }, gatherDigests, passerBy(community.id), {})
  while (await deliver(house, community));
}

/** Turns new journal entries into notices, and tells the open pages of those who got one. */
export async function spread(house: House, community: number): Promise<void> {
  const upTo = await house.database.look(community, async db => {
    const settled = await settledUpTo(db)
    return settled !== null && await somethingToTell(db, settled) ? settled : null
  })
  if (upTo === null) return
  const made = await unlessDone(perform(house.database, { ...house.means, now: house.clock() }, spreadNotices, passerBy(community), { upTo }))
  if (!made) return
  const { id, from, more } = made
  for (const person of await house.database.look(community, db => toldBetween(db, Number(from), id))) {
    house.means.bell.ring(community, `notices/${person}`)
  }
  if (more) await spread(house, community)
}

// Another process may have done it a moment ago.
async function unlessDone<T>(done: Promise<T>): Promise<T | null> {
  return done.catch((problem: unknown) => {
    if (problem instanceof Refused) return null
    throw problem
  })
}

/** Takes some of what is due, sends it, and writes down what became of it. True when there was something, so that there may be more. */
export async function deliver(house: House, community: Here): Promise<boolean> {
  const now = house.clock()
  if (!await house.database.look(community.id, db => somethingDue(db, now))) return false
  const claim = randomUUID()
  const somebody = passerBy(community.id)
  const got = await unlessDone(perform(house.database, { ...house.means, now }, claimDeliveries, somebody, { claim }))
  if (!got) return false
  const { id: taken, more } = got
  if (taken === 0) return more
  const rows = await house.database.look(community.id, db => claimed(db, claim))
  const results = []
  for (let i = 0; i < rows.length; i += AT_ONCE) results.push(...await Promise.all(rows.slice(i, i + AT_ONCE)
    .map(row => sent(house, community, row))))
  await perform(house.database, { ...house.means, now: house.clock() }, recordDeliveries, somebody, { claim, results })
  return true
}

async function sent(house: House, community: Here, row: Claimed) {
  const { carriers, publicUrl, means: { secrets } } = house
  const now = house.clock()
  try {
    const message = messageOf({ secrets, publicUrl, community }, row, now)
    const outcome = message && await send(message, { carriers, publicUrl, now })
    return outcome ? { id: row.id, how: outcome.how, why: outcome.why.slice(0, 60) } : { id: row.id, how: 'void', why: '' }
  } catch (error) {
    // Our own bug in one message must not keep the others from going, nor be tried for ever.
    house.log.error({ delivery: row.id, error: String(error) }, 'message')
    return { id: row.id, how: 'again', why: 'our own error' }
  }
}

/** Clears away deliveries of long ago, by the clock. */
export async function sweepOldDeliveries(house: House): Promise<void> {
  for (const { id } of await communities(house.database.commons)) {
    const now = house.clock()
    if (await house.database.look(id, db => deliveriesToSweep(db, now))) {
      await perform(house.database, { ...house.means, now }, sweepDeliveries, passerBy(id), {})
    }
  }
}
