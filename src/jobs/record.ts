// Seals what was done: every few seconds where something new is, and compares the whole record with the journal once a night.
import { setTimeout as pause } from 'node:timers/promises'
import { perform } from '#kit/action.ts'
import { Refused } from '#kit/errors.ts'
import { settledUpTo } from '#kit/settled.ts'
import { communities, type Community } from '#modules/communities/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { auditRecord, compared, lastHead, nothingCompared, originOf, sealRecord, setBack, somethingToSeal } from '#modules/record/public.ts'
import type { House } from '../house.ts'

type Here = Pick<Community, 'id' | 'slug'>

/** How often is looked, in milliseconds, and after how many looks everybody's turn comes. */
const LOOK = 3000
const EVERYBODY = 10

/** Looks after all communities until the returned function is called, which waits for what has begun. */
export function tendRecord(house: House): () => Promise<void> {
  const end = new AbortController()
  const tending = tend(house, end.signal)
  return async () => {
    end.abort()
    await tending
  }
}

async function tend(house: House, signal: AbortSignal): Promise<void> {
  let known: ReadonlyMap<number, number> = new Map()
  for (let looks = 0; !signal.aborted; looks++) {
    const counts = house.means.bell.counts()
    const everybody = looks % EVERYBODY === 0
    const woken = (id: number) => everybody || counts.get(id) !== known.get(id)
    if (everybody || [...counts.keys()].some(woken)) await sealAll(house, woken, signal).catch(failed(house, null))
    known = counts
    await pause(LOOK, undefined, { signal }).catch(() => undefined)
  }
}

/** Seals what is new in these communities. */
export async function sealAll(house: House, wanted: (community: number) => boolean = () => true, signal?: AbortSignal): Promise<void> {
  for (const community of await communities(house.database.commons)) {
    // What goes wrong in one community must not keep the others waiting.
    if (wanted(community.id)) await sealCommunity(house, community, signal).catch(failed(house, community.id))
  }
}

function failed(house: House, community: number | null) {
  return (error: unknown) => house.log.error({ err: error, community }, 'the record')
}

/** Seals what is new in one community, batch by batch. Several processes may do so at once; each keeps the heads that it saw in its book. */
export async function sealCommunity(house: House, community: Here, signal?: AbortSignal): Promise<void> {
  for (let more = true; more && !signal?.aborted;) {
    const { head, back, upTo } = await house.database.look(community.id, async db => {
      const settled = await settledUpTo(db)
      const waiting = settled !== null && await somethingToSeal(db, settled)
      const seen = await house.heads.longest(community.id)
      return { head: await lastHead(db), back: seen !== null && await setBack(db, seen), upTo: waiting ? settled : null }
    })
    if (back) {
      house.log.fatal({ community: community.id }, 'THE RECORD WAS SET BACK: heads are gone that were signed before. Nothing more is sealed; see docs/record.md')
      return
    }
    if (head) await noteDown(house, community.id, head)
    if (upTo === null) return
    more = await sealed(house, community, upTo)
  }
}

// True when there may be more.
async function sealed(house: House, community: Here, upTo: number): Promise<boolean> {
  try {
    const { more } = await perform(house.database, { ...house.means, now: house.clock() }, sealRecord, passerBy(community.id),
      { upTo, origin: originOf(house.publicUrl, community.slug) })
    const head = await house.database.look(community.id, lastHead)
    if (head) await noteDown(house, community.id, head)
    return more
  } catch (problem) {
    // Another process sealed the same entries a moment ago, and goes on.
    if (problem instanceof Error && 'code' in problem && problem.code === '23505') return false
    if (!(problem instanceof Refused)) throw problem
    house.log.fatal({ community: community.id }, 'THE RECORD DOES NOT AGREE WITH ITS LAST HEAD. Nothing more is sealed; see docs/record.md')
    return false
  }
}

async function noteDown(house: House, community: number, head: { size: number, note: string }): Promise<void> {
  if (head.size > ((await house.heads.longest(community))?.size ?? 0)) await house.heads.add(community, head.note)
}

/** Compares all records with their journals, by the clock, and writes down what was found. */
export async function auditAll(house: House): Promise<void> {
  for (const { id } of await communities(house.database.commons)) {
    let found = nothingCompared
    while (!found.done) found = await house.database.look(id, db => compared(db, house.means.secrets, found))
    if (found.size === 0 && found.wrong.length === 0) continue
    const { size, wrong } = found
    if (wrong.length > 0) house.log.fatal({ community: id, wrong }, 'THE RECORD AND THE JOURNAL DO NOT AGREE; see docs/record.md')
    await perform(house.database, { ...house.means, now: house.clock() }, auditRecord, passerBy(id), { size, wrong })
  }
}
