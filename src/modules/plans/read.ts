// The plan of a matter with all its versions, and what was said about them: one statement.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import { maybeTold, told } from '#kit/json-time.ts'
import type { Actor } from '#modules/people/public.ts'

export type Plan = Awaited<ReturnType<typeof planOf>>
export type Version = Plan['versions'][number]
export type Said = Plan['suggestions'][number]

/**
 * Versions, oldest first, and suggestions with their fate. For a matter that the actor sees. What waits for a look or was taken down has no words but
 * for its author and, where it waits, those `inside`. A name stands only beside what was adopted, while its author agrees to it.
 */
export async function planOf(db: Reader, actor: Actor, matterId: number, inside: boolean) {
  const found = await db.selectFrom('matter').select([
    jsonArrayFrom(versions(db, matterId)).as('versions'), jsonArrayFrom(parts(db, matterId)).as('parts'),
    jsonArrayFrom(drawings(db, matterId)).as('drawings'), jsonArrayFrom(suggestions(db, actor, matterId, inside)).as('suggestions'),
  ]).where('community_id', '=', db.community).where('id', '=', matterId).executeTakeFirstOrThrow()
  return {
    versions: found.versions.map(({ open_until, published_at, ...version }) => ({
      ...version, published_at: Temporal.Instant.from(published_at), open_until: open_until === null ? null : Temporal.Instant.from(open_until),
      parts: found.parts.filter(part => part.version_id === version.id), drawings: found.drawings.filter(drawing => drawing.version_id === version.id),
    })),
    suggestions: found.suggestions.map(({ at, ...one }) => ({ ...one, at: Temporal.Instant.from(at) })),
  }
}

function versions(db: Reader, matterId: number) {
  return db.selectFrom('plan_version')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'plan_version.community_id').onRef('person.id', '=', 'plan_version.published_by'))
    .select(['plan_version.id', 'plan_version.number', 'plan_version.about', 'plan_version.cents', 'plan_version.final', 'person.name as by',
      maybeTold('plan_version.open_until').as('open_until'), told('plan_version.published_at').as('published_at')])
    .where('plan_version.community_id', '=', db.community).where('plan_version.matter_id', '=', matterId).orderBy('plan_version.number')
}

function parts(db: Reader, matterId: number) {
  return db.selectFrom('plan_part')
    .innerJoin('plan_version', join => join.onRef('plan_version.community_id', '=', 'plan_part.community_id').onRef('plan_version.id', '=', 'plan_part.version_id'))
    .select(['plan_part.version_id', 'plan_part.number', 'plan_part.heading', 'plan_part.text'])
    .where('plan_part.community_id', '=', db.community).where('plan_version.matter_id', '=', matterId)
    .orderBy('plan_part.version_id').orderBy('plan_part.position')
}

function drawings(db: Reader, matterId: number) {
  return db.selectFrom('plan_drawing')
    .innerJoin('matter_photo', join => join.onRef('matter_photo.community_id', '=', 'plan_drawing.community_id').onRef('matter_photo.id', '=', 'plan_drawing.photo_id'))
    .select(['plan_drawing.version_id', 'plan_drawing.photo_id as id', 'plan_drawing.alt', 'matter_photo.file', 'matter_photo.thumbnail', 'matter_photo.width', 'matter_photo.height'])
    .where('plan_drawing.community_id', '=', db.community).where('matter_photo.matter_id', '=', matterId).where('matter_photo.standing', '=', 'shown')
    .orderBy('plan_drawing.version_id').orderBy('plan_drawing.position')
}

function suggestions(db: Reader, actor: Actor, matterId: number, inside: boolean) {
  const own = sql<boolean>`coalesce(note.person_id = ${actor.personId}, false)`
  const read = sql<boolean>`(note.standing = 'shown' or ${own} or (${inside} and note.standing = 'screened'))`
  return db.selectFrom('plan_suggestion')
    .innerJoin('matter_note as note', join => join.onRef('note.community_id', '=', 'plan_suggestion.community_id').onRef('note.id', '=', 'plan_suggestion.note_id'))
    .innerJoin('plan_version', join => join.onRef('plan_version.community_id', '=', 'plan_suggestion.community_id').onRef('plan_version.id', '=', 'plan_suggestion.version_id'))
    .select(['plan_suggestion.note_id as id', 'plan_version.number as version', 'plan_suggestion.part', 'plan_suggestion.stance', 'plan_suggestion.fate',
      'plan_suggestion.fate_version', 'plan_suggestion.fate_part', 'plan_suggestion.fate_words', 'note.standing', own.as('own'),
      sql<string | null>`case when ${read} then note.text end`.as('text'), told('note.at').as('at'), credited().as('name')])
    .select(eb => [
      eb.selectFrom('plan_support').select(count => sql<number>`${count.fn.countAll()}::int`.as('n')).where('plan_support.community_id', '=', db.community)
        .whereRef('plan_support.note_id', '=', 'plan_suggestion.note_id').$asScalar().$notNull().as('supports'),
      eb.exists(eb.selectFrom('plan_support').select('plan_support.note_id').where('plan_support.community_id', '=', db.community)
        .whereRef('plan_support.note_id', '=', 'plan_suggestion.note_id').where('plan_support.person_id', '=', actor.personId ?? 0)).$castTo<boolean>().as('supported'),
    ])
    .where('plan_suggestion.community_id', '=', db.community).where('plan_suggestion.matter_id', '=', matterId)
    .where(eb => eb.or([read, eb('note.standing', '=', 'hidden')]))
    .orderBy('plan_suggestion.note_id')
}

// Asked for by itself (PIPL 25), and gone the moment it is taken back.
function credited() {
  return sql<string | null>`(select author.name from person author
    join consent on consent.community_id = author.community_id and consent.person_id = author.id and consent.purpose = 'plan_credit' and consent.withdrawn_at is null
    where author.community_id = note.community_id and author.id = note.person_id and author.erased_at is null
      and note.standing = 'shown' and plan_suggestion.fate in ('adopted', 'partly'))`
}
