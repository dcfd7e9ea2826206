// What happened becomes notices, digests and messages: at once after the bell, and every half minute for what was missed.
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

/** How often is looked at what this process rang, in milliseconds: a call for help must be on the screens at once. */
const LOOK = 50
/** How often at what others rang: they tell it themselves, unless they died. A message takes its seconds anyway. */
const LOOK_ROUND = 1000
/** When everybody's turn comes, whether the bell rang or not. */
const EVERYBODY = 30_000

/** How many messages are under way at once, and how many communities are told at once. */
const AT_ONCE = 5
const COMMUNITIES_AT_ONCE = 4

/** Looks after all communities until the returned function is called, which waits for what has begun. Telling never waits for sending. */
export function tendNotices(house: House): () => Promise<void> {
  const tell = (community: Here) => spread(house, community.id)
  const { bell } = house.means
  const stops = [
    watch(house, { every: LOOK, heard: () => bell.rung(), work: tell }),
    watch(house, { every: LOOK_ROUND, heard: () => bell.counts(), work: tell }),
    watch(house, { every: LOOK_ROUND / 2, heard: () => bell.counts(), work: community => sendDue(house, community) }),
  ]
  return async () => void await Promise.all(stops.map(stop => stop()))
}

interface Watch {
  every: number
  heard: () => ReadonlyMap<number, number>
  work: (community: Here) => Promise<void>
}

function watch(house: House, { every, heard, work }: Watch): () => Promise<void> {
  let known: ReadonlyMap<number, number> = new Map()
  let looks = 0
  let running: Promise<void> | null = null
  const round = async () => {
    const counts = heard()
    const everybody = looks++ % (EVERYBODY / every) === 0
    const woken = new Set([...counts].filter(([id, count]) => known.get(id) !== count).map(([id]) => id))
    known = counts
    if (!everybody && woken.size === 0) return
    const due = (await communities(house.database.commons)).filter(community => everybody || woken.has(community.id))
    for (let i = 0; i < due.length; i += COMMUNITIES_AT_ONCE) {
      // What goes wrong in one community must not keep the others waiting.
      await Promise.all(due.slice(i, i + COMMUNITIES_AT_ONCE).map(community => work(community).catch(failed(house, community.id))))
    }
  }
  const timer = setInterval(() => {
    running ??= round().catch(failed(house, null)).finally(() => { running = null })
  }, every)
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
