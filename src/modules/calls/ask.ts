// One ring further: the next people are asked, each once; a ring with nobody in it is passed over at once.
import { at, type Writer } from '#kit/db.ts'
import type { Call } from '#modules/calls/call.ts'
import { needOf } from '#modules/calls/needs.ts'
import { neighboursOf } from '#modules/calls/neighbours.ts'
import { ringPeople, type Ring } from '#modules/calls/rings.ts'
import { localDay } from '#modules/people/public.ts'

/** A ring that was opened: its number from 1, whom it asks, how many; 0 and null where nobody was left in any. */
export interface Opened {
  readonly ring: number
  readonly who: string | null
  readonly asked: number
}

/**
 * Asks the next ring in which somebody is left and sets when the one after it opens: as long after as the rule says, whatever has passed meanwhile.
 * After the last one the clock looks again when the call's time is over. The call is locked by the caller of this.
 */
export async function askNext(db: Writer, call: Call, now: Temporal.Instant): Promise<Opened> {
  const already = await askedOf(db, call, now)
  const { time_zone: zone } = await db.selectFrom('community').select('time_zone').where('id', '=', db.community).executeTakeFirstOrThrow()
  const around = { place: call.place, need: call.need, now, today: await localDay(db, now), zone }
  const asking = { urgent: call.urgent, skillMatters: needOf(call.need).skills.length > 0 }
  for (let step = call.opened; step < call.rings.length; step++) {
    const ring = call.rings[step]
    if (!ring) break
    const people = ringPeople(ring, asking, already, await neighboursOf(db, ring.who, around))
    if (people.length === 0) continue
    await db.insertInto('call_asked').values(people.map(person => ({
      community_id: db.community, call_id: call.id, person_id: person, ring: step + 1, who: ring.who, asked_at: now.toString(),
    }))).execute()
    await setOpened(db, call, step + 1, nextAt(call, ring, call.rings[step + 1], now))
    return { ring: step + 1, who: ring.who, asked: people.length }
  }
  await setOpened(db, call, call.rings.length, lastLook(call, now))
  return { ring: 0, who: null, asked: 0 }
}

// So long somebody counts as gone to another call: nobody has to tap that it is done, and whoever forgot is not passed over for ever.
const AWAY = { hours: 3 }

// Whoever called, whoever goes, and whoever was asked before; who goes somewhere else just now is not called away.
async function askedOf(db: Writer, { id, caller_id, made_by, helpers }: Call, now: Temporal.Instant): Promise<Set<number>> {
  const rows = await db.selectFrom('call_asked').select('person_id as id').where('community_id', '=', db.community).where('call_id', '=', id)
    .union(db.selectFrom('call_helper').innerJoin('call', join => join.onRef('call.community_id', '=', 'call_helper.community_id')
      .onRef('call.id', '=', 'call_helper.call_id')).select('call_helper.person_id as id').where('call_helper.community_id', '=', db.community)
      .where('call.ended_at', 'is', null).where('call_helper.released_at', 'is', null).where('call_helper.claimed_at', '>', at(now.subtract(AWAY))))
    .execute()
  return new Set([...rows.map(row => row.id), ...[caller_id, made_by].filter(one => one !== null), ...helpers.map(helper => helper.person_id)])
}

// From when this ring was to open, so that a late look does not make the next one later still.
function nextAt(call: Call, ring: Ring, next: Ring | undefined, now: Temporal.Instant): Temporal.Instant | null {
  const due = call.next_at ?? now
  return next ? due.add({ seconds: Math.max(0, next.after - ring.after) }) : lastLook(call, now)
}

// Over already: nothing more is said by the clock of the rings; the clock of the answer goes on.
function lastLook({ until_at }: Call, now: Temporal.Instant): Temporal.Instant | null {
  return Temporal.Instant.compare(until_at, now) > 0 ? until_at : null
}

async function setOpened(db: Writer, call: Call, opened: number, next: Temporal.Instant | null): Promise<void> {
  await db.updateTable('call').set({ opened, next_at: next?.toString() ?? null }).where('community_id', '=', db.community).where('id', '=', call.id).execute()
}
