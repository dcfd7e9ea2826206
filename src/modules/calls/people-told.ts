// Who is to hear of what happens to a call: questions for person ids, for notices.
import type { Reader } from '#kit/db.ts'
import { holdersOf } from '#modules/people/public.ts'

/** ring: whom this ring asked. asked: everybody who was asked and did not decline. caller: who called, and who entered it. goers: who goes. relays: who looks after the place. */
export const TOLD_OF_CALLS = ['ring', 'asked', 'caller', 'goers', 'relays'] as const
export type ToldOfCalls = (typeof TOLD_OF_CALLS)[number]

/** What must be known of the journal entry. */
export interface About {
  /** calls/12 */
  readonly subject: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly today: string
}

/** The people meant, as a question for their ids. */
export function peopleToldOfCall(db: Reader, to: ToldOfCalls, { subject, facts, today }: About) {
  const id = Number(/^calls\/(\d+)$/u.exec(subject)?.[1] ?? 0)
  const people = db.selectFrom('person').select('person.id').where('person.community_id', '=', db.community)
  const asked = db.selectFrom('call_asked').select('call_asked.person_id').where('call_asked.community_id', '=', db.community).where('call_asked.call_id', '=', id)
  switch (to) {
    case 'ring': return people.where('person.id', 'in', asked.where('call_asked.ring', '=', typeof facts['ring'] === 'number' ? facts['ring'] : 0))
    case 'asked': return people.where('person.id', 'in', asked.where('call_asked.declined_at', 'is', null))
    case 'caller': return people.where(eb => eb.exists(eb.selectFrom('call').select('call.id').where('call.community_id', '=', db.community)
      .where('call.id', '=', id).where(own => own.or([own('call.caller_id', '=', own.ref('person.id')), own('call.made_by', '=', own.ref('person.id'))]))))
    case 'goers': return people.where('person.id', 'in', db.selectFrom('call_helper').select('call_helper.person_id')
      .where('call_helper.community_id', '=', db.community).where('call_helper.call_id', '=', id).where('call_helper.released_at', 'is', null))
    case 'relays': return people.where('person.id', 'in', relaysOf(db, id, today))
  }
}

// Whoever holds such a post over the place of the call.
function relaysOf(db: Reader, id: number, today: string) {
  return db.selectFrom('post')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id').onRef('organisation.id', '=', 'post.organisation_id'))
    .leftJoin('grid_place', join => join.onRef('grid_place.community_id', '=', 'post.community_id').onRef('grid_place.grid_id', '=', 'post.grid_id'))
    .innerJoin('call', join => join.onRef('call.community_id', '=', 'post.community_id').on('call.id', '=', id))
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'call.community_id').onRef('place.id', '=', 'call.place_id'))
    .select('post.person_id')
    .where('post.community_id', '=', db.community).where('post.kind', 'in', holdersOf('relay calls'))
    .where('post.since', '<=', today).where(eb => eb.or([eb('post.until', 'is', null), eb('post.until', '>=', today)]))
    .where(eb => {
      const over = eb.fn.coalesce('post.place_id', 'grid_place.place_id', 'organisation.place_id')
      return eb.or([
        eb.and([eb('post.place_id', 'is', null), eb('post.grid_id', 'is', null), eb('organisation.place_id', 'is', null)]),
        eb(over, '=', eb.ref('place.id')), eb(over, '=', eb.ref('place.parent_id')), eb(over, '=', eb.ref('place.entrance_id')),
        eb(over, '=', eb.ref('place.building_id')), eb(over, '=', eb.ref('place.estate_id')),
      ])
    })
}
