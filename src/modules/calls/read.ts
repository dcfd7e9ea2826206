// The questions about calls; all start from what the actor may see.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import { at, type Reader } from '#kit/db.ts'
import type { Call } from '#modules/calls/call.ts'
import { asCall, ruled } from '#modules/calls/find.ts'
import { helperIn, isCallers } from '#modules/calls/may-not.ts'
import { callsSeen, everyCall, noCall } from '#modules/calls/visible.ts'
import { holds, type Actor } from '#modules/people/public.ts'

/** One call with its course, for a page. What was said and which home it is stay out for those who were only asked. Throws NotFound. */
export async function callById(db: Reader, actor: Actor, id: number, receipt: boolean) {
  const found = await ruled(callsSeen(db, actor, receipt ? id : null), actor.personId ?? 0)
    .leftJoin('person as caller', join => join.onRef('caller.community_id', '=', 'call.community_id').onRef('caller.id', '=', 'call.caller_id'))
    .select(['call.text', 'call.stars', 'call.thanks', 'call.phone_sealed', 'caller.name as caller_name'])
    .select(eb => [
      jsonArrayFrom(eb.selectFrom('call_asked').select(['call_asked.ring', 'call_asked.who', sql<string>`to_json(min(call_asked.asked_at))#>>'{}'`.as('asked_at'),
        count => count.fn.countAll<number>().as('asked'), count => count.fn.count<number>('call_asked.declined_at').as('declined')])
        .whereRef('call_asked.community_id', '=', 'call.community_id').whereRef('call_asked.call_id', '=', 'call.id')
        .groupBy(['call_asked.ring', 'call_asked.who']).orderBy('call_asked.ring')).as('rings_opened'),
      entranceOf(eb).as('around'),
    ])
    .where('call.id', '=', id).executeTakeFirst()
  if (!found) throw noCall()
  const { text, stars, thanks, phone_sealed, caller_name, rings_opened, around, ...row } = found
  const call = asCall(row, receipt)
  const inside = isInside(actor, call)
  return {
    call, inside,
    where: inside ? call.place.label : around ?? '',
    text: inside ? text : '', caller: inside ? caller_name : null, phone: inside ? phone_sealed : null,
    stars: inside ? stars : null, thanks: inside ? thanks : '',
    rings: rings_opened.map(({ asked_at, ...ring }) => ({ ...ring, asked_at: Temporal.Instant.from(asked_at) })),
  }
}

export type CallShown = Awaited<ReturnType<typeof callById>>

// What those read of the place who were only asked.
function entranceOf(eb: ExpressionBuilder<DB, 'call' | 'place'>) {
  return eb.selectFrom('place as entrance').select('entrance.label').whereRef('entrance.community_id', '=', 'call.community_id')
    .where('entrance.id', '=', sql<number>`case when place.kind in ('entrance', 'building') then place.id
      else coalesce(place.entrance_id, place.building_id, place.estate_id, place.id) end`)
}

// Whoever called, goes, or looks after the place knows the home and what was said.
function isInside(actor: Actor, call: Call): boolean {
  return isCallers(actor, call) || helperIn(actor, call) !== undefined || holds(actor, 'relay calls', call.place)
}

const SHOWN = 50

/** The calls that concern the actor: his own, those he was asked for, those he looks after; the open ones first, the newest first. */
export async function callsListed(db: Reader, actor: Actor, { open = true, limit = SHOWN }: { open?: boolean, limit?: number } = {}) {
  const rows = await ruled(callsSeen(db, actor), actor.personId ?? 0)
    .$if(open, some => some.where('call.ended_at', 'is', null))
    .orderBy('call.ended_at', order => order.desc().nullsFirst()).orderBy('call.id', 'desc').limit(limit).execute()
  return rows.map(row => asCall(row, false))
}

/** The same calls for a list: with the home for those who may know it, with its entrance for those who were only asked. */
export async function callsShown(db: Reader, actor: Actor, { open = true, before, limit = SHOWN }: { open?: boolean, before?: number, limit?: number } = {}) {
  const rows = await ruled(callsSeen(db, actor), actor.personId ?? 0).select(eb => entranceOf(eb).as('around'))
    .$if(open, some => some.where('call.ended_at', 'is', null)).$if(before !== undefined, some => some.where('call.id', '<', before ?? 0))
    .orderBy('call.id', 'desc').limit(limit).execute()
  return rows.map(({ around, ...row }) => {
    const call = asCall(row, false)
    const inside = isInside(actor, call)
    return { call, inside, where: inside ? call.place.label : around ?? '' }
  })
}

export type CallListed = Awaited<ReturnType<typeof callsShown>>[number]

/** What everybody may know of the calls since a moment: how many, how fast, how many people each disturbed. Times in seconds. One statement. */
export async function callFigures(db: Reader, since: Temporal.Instant) {
  return everyCall(db).where('call.called_at', '>=', at(since)).where('call.ended_how', 'is distinct from', 'called_off')
    .leftJoin(first => first.selectFrom('call_helper').select(['call_id', 'community_id',
      eb => eb.fn.min('claimed_at').as('claimed_at'), eb => eb.fn.min('confirmed_at').as('there_at')]).groupBy(['community_id', 'call_id']).as('first'),
    join => join.onRef('first.community_id', '=', 'call.community_id').onRef('first.call_id', '=', 'call.id'))
    .select([
      eb => eb.fn.countAll<number>().as('calls'),
      sql<number>`count(*) filter (where first.claimed_at <= call.called_at + interval '300 seconds')`.as('answered'),
      sql<number>`count(*) filter (where first.there_at <= call.called_at + interval '1800 seconds')`.as('there'),
      sql<number>`count(first.claimed_at)`.as('claimed'),
      sql<number | null>`percentile_cont(0.5) within group (order by extract(epoch from first.claimed_at - call.called_at))::float8`.as('median'),
      sql<number | null>`(select count(*)::float8 from call_asked where call_asked.community_id = ${db.community}
        and call_asked.asked_at >= ${at(since)}) / nullif(count(*), 0)`.as('disturbed'),
    ]).executeTakeFirstOrThrow()
}

/** Who was not reached yet and could be phoned, for whoever looks after the place: those asked first, by ring. */
export async function peopleToPhone(db: Reader, callId: number) {
  return db.selectFrom('call_asked')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'call_asked.community_id').onRef('person.id', '=', 'call_asked.person_id'))
    .select(['person.id', 'person.name', 'person.phone_sealed', 'call_asked.who', 'call_asked.declined_at'])
    .where('call_asked.community_id', '=', db.community).where('call_asked.call_id', '=', callId).where('person.erased_at', 'is', null)
    .orderBy('call_asked.declined_at', order => order.asc().nullsFirst()).orderBy('call_asked.ring').orderBy('person.id').limit(SHOWN).execute()
}
