// Matters as other cities' programs ask for them (Open311): what everybody may know of each, and nothing that was said inside.
import { sql } from 'kysely'
import type { NoteKind, Step } from '#db/tables.ts'
import { at, type Reader } from '#kit/db.ts'
import { WHOLE } from '#modules/matters/time.ts'
import { visibleTo } from '#modules/matters/visible.ts'
import type { Actor } from '#modules/people/public.ts'

/** Either the matters with these numbers, or those raised in a span of time, both ends included. */
export type ServiceRequestsAsked = { ids: readonly number[] } | {
  from: Temporal.Instant
  to: Temporal.Instant
  categories: readonly string[]
  closed?: boolean
}

/** What whoever works on it says to everybody; what residents said is not the status of a matter. */
const REPLIES: readonly NoteKind[] = ['move', 'reply', 'merge']
/** From here on the end of the step's own clock is when it is done. */
const DOING: Step = 'do'

/** The matters asked for that the actor may see, without those taken back; the newest first. One statement. */
export async function serviceRequests(
  db: Reader, actor: Actor, asked: ServiceRequestsAsked, { limit, offset }: { limit: number, offset: number },
) {
  return db.selectFrom(wanted(db, actor, asked).select('matter.id').orderBy('matter.id', 'desc').limit(limit).offset(offset).as('listed'))
    .innerJoin('matter', join => join.on('matter.community_id', '=', db.community).onRef('matter.id', '=', 'listed.id'))
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'matter.community_id').onRef('place.id', '=', 'matter.place_id'))
    .leftJoin('place as building', join => join
      .onRef('building.community_id', '=', 'matter.community_id').onRef('building.id', '=', 'matter.building_id'))
    .leftJoin('place as estate', join => join
      .onRef('estate.community_id', '=', 'matter.community_id').onRef('estate.id', '=', 'matter.estate_id'))
    .leftJoin('organisation', join => join
      .onRef('organisation.community_id', '=', 'matter.community_id').onRef('organisation.id', '=', 'matter.lead_organisation_id'))
    .leftJoinLateral(eb => eb.selectFrom('matter_note').select(['matter_note.text as reply', 'matter_note.at as replied_at'])
      .where('matter_note.community_id', '=', db.community).whereRef('matter_note.matter_id', '=', 'matter.id')
      .where('matter_note.kind', 'in', REPLIES).where('matter_note.standing', '=', 'shown')
      .orderBy('matter_note.id', 'desc').limit(1).as('last'), join => join.onTrue())
    .select(eb => ['matter.id', 'matter.text', 'matter.step', 'matter.track', 'matter.category', 'matter.private',
      'matter.raised_at', 'matter.closed_at',
      'place.id as place_id', 'place.kind as place_kind', 'place.label', 'organisation.name as organisation', 'last.reply',
      sql<Temporal.Instant>`coalesce(matter.closed_at,
        greatest(matter.raised_at, matter.step_since, matter.accepted_at, last.replied_at))`.as('updated_at'),
      sql<number | null>`coalesce(place.latitude, building.latitude, estate.latitude)::float8`.as('latitude'),
      sql<number | null>`coalesce(place.longitude, building.longitude, estate.longitude)::float8`.as('longitude'),
      eb.selectFrom('matter_photo').select('matter_photo.file')
        .where('matter_photo.community_id', '=', db.community).whereRef('matter_photo.matter_id', '=', 'matter.id')
        .where('matter_photo.standing', '=', 'shown').orderBy('matter_photo.id').limit(1).as('photo'),
      eb.selectFrom('clock').select(clock => clock.fn.max('clock.due_at').as('due'))
        .where('clock.community_id', '=', db.community).where('clock.subject', '=', sql<string>`'matters/' || matter.id`)
        .where('clock.ended_at', 'is', null).where('clock.name', 'in', [WHOLE, DOING]).as('due_at')])
    .orderBy('matter.id', 'desc').execute()
}

export type ServiceRequest = Awaited<ReturnType<typeof serviceRequests>>[number]

function wanted(db: Reader, actor: Actor, asked: ServiceRequestsAsked) {
  const all = visibleTo(db, actor).where('matter.withdrawn_at', 'is', null)
  if ('ids' in asked) return all.where('matter.id', 'in', asked.ids.length > 0 ? [...asked.ids] : [0])
  const { from, to, categories, closed } = asked
  return all.where('matter.raised_at', '>=', at(from)).where('matter.raised_at', '<=', at(to))
    .$if(categories.length > 0, some => some.where(eb => eb.fn.coalesce('matter.category', sql.lit('other')), 'in', [...categories]))
    .$if(closed !== undefined, some => some.where('matter.step', closed ? '=' : '<>', 'close'))
}
