// Which matters somebody may see: every question and every act starts here.
import type { ExpressionBuilder } from 'kysely'
import type { DB } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { placesOf, type Actor } from '#modules/people/public.ts'
import { matterText } from '#text/matters.ts'

type OfMatter = ExpressionBuilder<DB, 'matter' | 'place'>

/**
 * Matters that the actor may see: everything common; what is private, happens inside a home, is not looked at yet or was taken down only its raiser
 * (by account or receipt), whoever handles it and whoever looks after the place; what is held only its raiser and whoever judges.
 */
export function visibleTo(db: Reader, actor: Actor, receiptOf: number | null = null) {
  const moved = placesOf(actor, 'move matter')
  const judged = placesOf(actor, 'moderate')
  return everyMatter(db)
    .$if(moved !== null, some => some.where(eb => eb.or([
      eb.and([eb('place.kind', '<>', 'home'), eb('matter.private', '=', false), eb('matter.standing', '=', 'shown')]),
      ...ownTo(eb, actor, receiptOf), ...handledBy(eb, db, actor), ...at(eb, moved ?? []), ...toJudge(eb, judged),
    ])))
    .$if(judged !== null, some => some.where(eb => eb.or([
      eb('matter.standing', '<>', 'held'), ...ownTo(eb, actor, receiptOf), ...at(eb, judged ?? []),
    ])))
}

/** All of them, for what nobody in particular does. */
export function everyMatter(db: Reader) {
  return db.selectFrom('matter')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'matter.community_id').onRef('place.id', '=', 'matter.place_id'))
    .where('matter.community_id', '=', db.community)
}

function ownTo(eb: OfMatter, { personId }: Actor, receiptOf: number | null) {
  return [
    ...receiptOf === null ? [] : [eb('matter.id', '=', receiptOf)],
    ...personId === null ? [] : [eb('matter.raiser_id', '=', personId), eb('matter.entered_by', '=', personId)],
  ]
}

function handledBy(eb: OfMatter, db: Reader, { personId, posts }: Actor) {
  const organisations = [...new Set(posts.map(post => post.organisation_id))]
  return [
    ...personId === null ? [] : [eb('matter.lead_id', '=', personId)],
    ...organisations.length === 0 ? [] : [eb('matter.lead_organisation_id', 'in', organisations)],
    ...personId === null ? [] : [eb.exists(eb.selectFrom('matter_handler').select('matter_handler.id')
      .where('matter_handler.community_id', '=', db.community).whereRef('matter_handler.matter_id', '=', 'matter.id').where('matter_handler.ended_at', 'is', null)
      .where(one => one.or([one('matter_handler.person_id', '=', personId), ...organisations.length === 0 ? [] : [one('matter_handler.organisation_id', 'in', organisations)]])))],
    ...personId === null ? [] : [eb.exists(eb.selectFrom('matter_task').select('matter_task.id')
      .where('matter_task.community_id', '=', db.community).whereRef('matter_task.matter_id', '=', 'matter.id')
      .where('matter_task.owner_id', '=', personId).where('matter_task.done_at', 'is', null))],
  ]
}

// Whoever judges sees what waits for him and what he took down, and no more than others of the rest.
function toJudge(eb: OfMatter, places: readonly number[] | null) {
  if (places !== null && places.length === 0) return []
  return [eb.and([eb('matter.standing', '<>', 'shown'), ...places === null ? [] : [eb.or(at(eb, places))]])]
}

function at(eb: OfMatter, places: readonly number[]) {
  return within(places).map(([column, ids]) => eb(column, 'in', ids))
}

/** The places and everything in them, as conditions. */
export function within(places: readonly number[]): [column: 'place.id' | 'place.estate_id' | 'place.building_id' | 'place.entrance_id', ids: readonly number[]][] {
  return places.length === 0 ? [] : [['place.id', places], ['place.estate_id', places], ['place.building_id', places], ['place.entrance_id', places]]
}

/** There is no such matter for this actor. */
export function notHere(): NotFound {
  return new NotFound(lang => matterText(lang).notHere)
}
