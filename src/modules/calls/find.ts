// The call that an act is about: found among what the actor may see, locked until the act is done.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { maybeTold, told } from '#kit/json-time.ts'
import type { Secrets } from '#kit/secrets.ts'
import { receiptSubject, type Call, type Helper } from '#modules/calls/call.ts'
import { callsSeen, everyCall, noCall } from '#modules/calls/visible.ts'
import { ringRules } from '#modules/methods/public.ts'
import type { Actor } from '#modules/people/public.ts'

/** The call, locked. `receipt`: the code of somebody who called without an account, '' for none. Throws NotFound. */
export async function callToChange(
  db: Reader, actor: Actor, wanted: { id: number, receipt?: string }, secrets: Pick<Secrets, 'receipt'>,
): Promise<Call> {
  const receipt = wanted.receipt === secrets.receipt(receiptSubject(db.community, wanted.id))
  const seen = () => callsSeen(db, actor, receipt ? wanted.id : null)
  return lockedIn(seen, { id: wanted.id, person: actor.personId ?? 0, receipt })
}

/** The call, locked, for what the clock does of itself. Throws NotFound. */
export async function callByClock(db: Reader, id: number): Promise<Call> {
  return lockedIn(() => everyCall(db), { id, person: 0, receipt: false })
}

interface Wanted {
  id: number
  person: number
  receipt: boolean
}

// First the lock, then the look: what stands beside the call is read as it is once nobody else holds it.
async function lockedIn(calls: () => ReturnType<typeof everyCall>, { id, person, receipt }: Wanted): Promise<Call> {
  await calls().where('call.id', '=', id).select('call.id').forUpdate('call').execute()
  const found = await ruled(calls(), person).where('call.id', '=', id).executeTakeFirst()
  if (!found) throw noCall()
  return asCall(found, receipt)
}

/** The columns that the rules look at; with `callsSeen` in front. */
export function ruled(calls: ReturnType<typeof everyCall>, person: number) {
  return calls
    .select(['call.id', 'call.caller_id', 'call.made_by', 'call.channel', 'call.need', 'call.urgent', 'call.called_at', 'call.until_at',
      'call.rings', 'call.opened', 'call.next_at', 'call.wanted', 'call.ended_at', 'call.ended_how', 'call.matter_id', 'call.rated_at',
      'place.id as place_id', 'place.kind as place_kind', 'place.name', 'place.label', 'place.code', 'place.parent_id', 'place.estate_id',
      'place.building_id', 'place.entrance_id'])
    .select(eb => [
      helpersOf(eb).as('helpers'),
      eb.exists(eb.selectFrom('call_asked').select(sql.lit(1).as('one')).whereRef('call_asked.community_id', '=', 'call.community_id')
        .whereRef('call_asked.call_id', '=', 'call.id').where('call_asked.person_id', '=', person)
        .where('call_asked.declined_at', 'is', null)).as('asked'),
    ])
}

function helpersOf(eb: ExpressionBuilder<DB, 'call' | 'place'>) {
  return jsonArrayFrom(eb.selectFrom('call_helper')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'call_helper.community_id').onRef('person.id', '=', 'call_helper.person_id'))
    .select(shown => shown.exists(shown.selectFrom('consent').select('consent.id').whereRef('consent.community_id', '=', 'call_helper.community_id')
      .whereRef('consent.person_id', '=', 'call_helper.person_id').where('consent.purpose', '=', 'show_name')
      .where('consent.withdrawn_at', 'is', null)).as('named'))
    .select(['call_helper.id', sql<string>`coalesce(person.name, '')`.as('name'), 'call_helper.person_id', 'call_helper.seat', 'call_helper.near', told('call_helper.claimed_at').as('claimed_at'),
      maybeTold('call_helper.arrived_at').as('arrived_at'), maybeTold('call_helper.confirmed_at').as('confirmed_at')])
    .whereRef('call_helper.community_id', '=', 'call.community_id').whereRef('call_helper.call_id', '=', 'call.id')
    .where('call_helper.released_at', 'is', null).orderBy('call_helper.seat'))
}

type Ruled = Awaited<ReturnType<ReturnType<typeof ruled>['executeTakeFirstOrThrow']>>

/** A row of `ruled` as the rules see it. */
export function asCall(found: Ruled, receipt: boolean): Call {
  const { place_id, place_kind, name, label, code, parent_id, estate_id, building_id, entrance_id, rings, helpers, asked, ...call } = found
  const place = { id: place_id, kind: place_kind, name, label, code, parent_id, estate_id, building_id, entrance_id }
  return { ...call, place, rings: ringRules.parse(rings), helpers: helpers.map(timed), asked: Boolean(asked), receipt }
}

function timed({ claimed_at, arrived_at, confirmed_at, named, ...helper }: Ruled['helpers'][number]): Helper {
  return { ...helper, named: Boolean(named), claimed_at: Temporal.Instant.from(claimed_at), arrived_at: instant(arrived_at), confirmed_at: instant(confirmed_at) }
}

function instant(text: string | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text)
}
