// The trail of a matter: what was said, what was shown, and its clocks; one statement for its page.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import { maybeTold, told } from '#kit/json-time.ts'
import { clockOf, type Clock } from '#modules/clocks/public.ts'
import { hiddenFor, ownCases, type Viewer } from '#modules/matters/own-cases.ts'
import { ratingRows } from '#modules/matters/ratings.ts'
import { causesIn } from '#modules/moderation/public.ts'

/**
 * Notes (inner ones only for those inside), photos, clocks and ratings, each in its order; nothing of what waits for a look or was taken down. A `viewer`
 * sees his own all the same, for what something was taken down, and in `cases` what became of his own.
 */
export async function trailOf(db: Reader, matterId: number, inside: boolean, viewer?: Viewer) {
  const found = await db.selectFrom('matter').select([
    jsonArrayFrom(notes(db, matterId, inside, viewer)).as('notes'),
    jsonArrayFrom(ownCases(db, matterId, viewer ?? NOBODY)).as('cases'),
    jsonArrayFrom(db.selectFrom('matter_photo').select(['id', 'file', 'thumbnail', 'width', 'height', 'moment', told('added_at').as('added_at')])
      .where('community_id', '=', db.community).where('matter_id', '=', matterId).where('standing', '=', 'shown').orderBy('id')).as('photos'),
    jsonArrayFrom(db.selectFrom('matter_photo').select(hiddenFor('photo', 'matter_photo').as('reason'))
      .where('community_id', '=', db.community).where('matter_id', '=', matterId).where('standing', '=', 'hidden').orderBy('id')).as('removed'),
    jsonArrayFrom(clocks(db, matterId)).as('clocks'),
    jsonArrayFrom(ratingRows(db, matterId)).as('ratings'),
  ]).where('community_id', '=', db.community).where('id', '=', matterId).executeTakeFirstOrThrow()
  return {
    ratings: found.ratings,
    removed: found.removed.flatMap(({ reason }) => reason ?? []),
    cases: found.cases.map(one => ({ ...one, causes: causesIn(one.causes), due_at: Temporal.Instant.from(one.due_at), judged_at: instant(one.judged_at) })),
    notes: found.notes.map(note => ({ ...note, at: Temporal.Instant.from(note.at) })),
    photos: found.photos.map(photo => ({ ...photo, added_at: Temporal.Instant.from(photo.added_at) })),
    clocks: found.clocks.map((row): Clock => clockOf({
      ...row, started_at: Temporal.Instant.from(row.started_at), running_since: instant(row.running_since),
      due_at: instant(row.due_at), next_at: instant(row.next_at), ended_at: instant(row.ended_at),
    })),
  }
}

const NOBODY: Viewer = { personId: null, asRaiser: false }

function notes(db: Reader, matterId: number, inside: boolean, viewer?: Viewer) {
  const { personId, asRaiser } = viewer ?? NOBODY
  const own = sql<boolean>`coalesce(matter_note.person_id = ${personId}, ${asRaiser} and matter_note.kind = 'answer' and matter_note.person_id is null)`
  const read = sql<boolean>`(matter_note.standing = 'shown' or ${own} or (${inside} and matter_note.standing = 'screened'))`
  return db.selectFrom('matter_note')
    .leftJoin('person', join => join.onRef('person.community_id', '=', 'matter_note.community_id').onRef('person.id', '=', 'matter_note.person_id'))
    .innerJoin('matter', join => join.onRef('matter.community_id', '=', 'matter_note.community_id').onRef('matter.id', '=', 'matter_note.matter_id'))
    .select(['matter_note.id', 'matter_note.kind', 'matter_note.step', 'matter_note.standing', own.as('own'),
      sql<string>`case when ${read} then matter_note.text else '' end`.as('text'), hiddenFor('note', 'matter_note').as('hidden_for'), told('matter_note.at').as('at'), speaker().as('name')])
    .select(eb => eb.selectFrom('post')
      .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id').onRef('organisation.id', '=', 'post.organisation_id'))
      .select('organisation.name')
      .where('post.community_id', '=', db.community).whereRef('post.person_id', '=', 'person.id')
      .orderBy('post.until', order => order.desc().nullsFirst()).orderBy('post.id', 'desc').limit(1).as('organisation'))
    .where('matter_note.community_id', '=', db.community).where('matter_note.matter_id', '=', matterId)
    .where(eb => eb.or([read, ...viewer ? [eb('matter_note.standing', '=', 'hidden')] : []]))
    .$if(!inside, open => open.where('matter_note.kind', '<>', 'inside'))
    .orderBy('matter_note.id')
}

function clocks(db: Reader, matterId: number) {
  return db.selectFrom('clock')
    .select(['clock.subject', 'clock.name', 'clock.place_id', 'clock.counting', 'clock.allowed', 'clock.warn', 'clock.climb', 'clock.chain', 'clock.used', 'clock.rung',
      told('clock.started_at').as('started_at'), maybeTold('clock.running_since').as('running_since'), maybeTold('clock.due_at').as('due_at'),
      maybeTold('clock.next_at').as('next_at'), maybeTold('clock.ended_at').as('ended_at')])
    .where('clock.community_id', '=', db.community).where('clock.subject', '=', `matters/${matterId}`).orderBy('clock.id')
}

// Whoever speaks for a post is named. A resident is not, whatever she says, unless she raised it and wanted her name shown.
function speaker() {
  return sql<string | null>`case when case when matter.raiser_id = person.id then matter.name_shown
    else matter_note.kind <> 'answer' and exists (select from post where post.community_id = person.community_id and post.person_id = person.id) end
    then person.name end`
}

function instant(text: string | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text)
}
