// Which calls somebody may see: whoever called, whoever was asked or goes, and whoever looks after the place. Nobody else.
import type { ExpressionBuilder } from 'kysely'
import type { DB } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { placesOf, type Actor } from '#modules/people/public.ts'
import { callText } from '#text/calls.ts'

type OfCall = ExpressionBuilder<DB, 'call' | 'place'>

/** Every call, for what the clock does. */
export function everyCall(db: Reader) {
  return db.selectFrom('call')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'call.community_id').onRef('place.id', '=', 'call.place_id'))
    .where('call.community_id', '=', db.community)
}

/** Calls that the actor may see; `receiptOf`: the one whose receipt he holds. */
export function callsSeen(db: Reader, actor: Actor, receiptOf: number | null = null) {
  const relayed = placesOf(actor, 'relay calls')
  return everyCall(db).$if(relayed !== null, some => some.where(eb => eb.or([
    ...receiptOf === null ? [] : [eb('call.id', '=', receiptOf)],
    ...actor.personId === null ? [] : [...ownTo(eb, actor.personId), partOf(eb, actor.personId, 'call_asked'), partOf(eb, actor.personId, 'call_helper')],
    ...relayed === null || relayed.length === 0 ? [] : at(eb, relayed),
    eb.lit(false),
  ])))
}

/** What somebody gets who may not see it: the same as if it were not there. */
export function noCall(): NotFound {
  return new NotFound(lang => callText(lang).noCall)
}

function ownTo(eb: OfCall, person: number) {
  return [eb('call.caller_id', '=', person), eb('call.made_by', '=', person)]
}

function partOf(eb: OfCall, person: number, table: 'call_asked' | 'call_helper') {
  return eb('call.id', 'in', eb.selectFrom(table).select(`${table}.call_id`)
    .whereRef(`${table}.community_id`, '=', 'call.community_id').where(`${table}.person_id`, '=', person))
}

function at(eb: OfCall, places: readonly number[]) {
  return [eb('place.id', 'in', places), eb('place.parent_id', 'in', places), eb('place.entrance_id', 'in', places),
    eb('place.building_id', 'in', places), eb('place.estate_id', 'in', places)]
}
