// Which matters somebody may see: every question and every act starts here.
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { placesOf, type Actor } from '#modules/people/public.ts'
import { matterText } from '#text/matters.ts'

/** Matters that the actor may see: everything common; what is private or happens inside a home only its raiser (by account or receipt), whoever handles it and whoever looks after the place. */
export function visibleTo(db: Reader, actor: Actor, receiptOf: number | null = null) {
  const all = db.selectFrom('matter')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'matter.community_id').onRef('place.id', '=', 'matter.place_id'))
    .where('matter.community_id', '=', db.community)
  const places = placesOf(actor, 'move matter')
  if (places === null) return all
  const organisations = [...new Set(actor.posts.map(post => post.organisation_id))]
  return all.where(eb => eb.or([
    eb.and([eb('place.kind', '<>', 'home'), eb('matter.private', '=', false)]),
    ...receiptOf === null ? [] : [eb('matter.id', '=', receiptOf)],
    ...actor.personId === null ? [] : [eb('matter.raiser_id', '=', actor.personId), eb('matter.entered_by', '=', actor.personId), eb('matter.lead_id', '=', actor.personId)],
    ...organisations.length === 0 ? [] : [eb('matter.lead_organisation_id', 'in', organisations)],
    ...actor.personId === null ? [] : [eb.exists(eb.selectFrom('matter_handler').select('matter_handler.id')
      .where('matter_handler.community_id', '=', db.community).whereRef('matter_handler.matter_id', '=', 'matter.id').where('matter_handler.ended_at', 'is', null)
      .where(one => one.or([one('matter_handler.person_id', '=', actor.personId), ...organisations.length === 0 ? [] : [one('matter_handler.organisation_id', 'in', organisations)]])))],
    ...actor.personId === null ? [] : [eb.exists(eb.selectFrom('matter_task').select('matter_task.id')
      .where('matter_task.community_id', '=', db.community).whereRef('matter_task.matter_id', '=', 'matter.id')
      .where('matter_task.owner_id', '=', actor.personId).where('matter_task.done_at', 'is', null))],
    ...within(places).map(([column, ids]) => eb(column, 'in', ids)),
  ]))
}

/** The places and everything in them, as conditions. */
export function within(places: readonly number[]): [column: 'place.id' | 'place.estate_id' | 'place.building_id' | 'place.entrance_id', ids: readonly number[]][] {
  return places.length === 0 ? [] : [['place.id', places], ['place.estate_id', places], ['place.building_id', places], ['place.entrance_id', places]]
}

/** There is no such matter for this actor. */
export function notHere(): NotFound {
  return new NotFound(lang => matterText(lang).notHere)
}
