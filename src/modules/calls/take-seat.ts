// Somebody goes: one open row for each seat, and nobody else is asked once all are taken.
import type { Writer } from '#kit/db.ts'
import { freeSeat, subjectOf, type Call } from '#modules/calls/call.ts'
import { keepTime, type ClockCommand } from '#modules/clocks/public.ts'
import { lineage } from '#modules/places/public.ts'

/** Takes the free seat of the locked call for a person. Gives back the commands for the journal. */
export async function takeSeat(db: Writer, call: Call, { person, by, now, today }: { person: number, by: number, now: Temporal.Instant, today: string }): Promise<ClockCommand[]> {
  const seat = freeSeat(call)
  if (seat === undefined) throw new Error('a call without a free seat was taken')
  await db.insertInto('call_helper').values({
    community_id: db.community, call_id: call.id, person_id: person, seat, near: await nearOf(db, call, person, today),
    claimed_at: now.toString(), claimed_by: by,
  }).execute()
  const full = call.helpers.length + 1 >= call.wanted
  if (full) await db.updateTable('call').set({ next_at: null }).where('community_id', '=', db.community).where('id', '=', call.id).execute()
  return keepTime(db, subjectOf(call), now, [{ do: 'stop', name: 'answer' }])
}

// The smallest area that he shares with the call, by where he lives.
async function nearOf(db: Writer, { place }: Call, person: number, today: string): Promise<string> {
  const rows = await db.selectFrom('tie')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'tie.community_id').onRef('place.id', '=', 'tie.home_id'))
    .select(['place.entrance_id', 'place.building_id', 'place.estate_id'])
    .where('tie.community_id', '=', db.community).where('tie.person_id', '=', person).where('tie.since', '<=', today)
    .where(eb => eb.or([eb('tie.until', 'is', null), eb('tie.until', '>=', today)])).execute()
  const around = lineage(place)
  const shares = (id: number | null) => id !== null && around.includes(id)
  if (rows.some(row => shares(row.entrance_id))) return 'entrance'
  if (rows.some(row => shares(row.building_id))) return 'building'
  return rows.some(row => shares(row.estate_id)) ? 'estate' : 'community'
}
