// The questions about hours: what waits for approval, one's own, what is to be corrected.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { noServing } from '#modules/hours/find.ts'
import { teamsLookedAfter } from '#modules/hours/may-not.ts'
import type { Actor } from '#modules/people/public.ts'

/** How many rows a page shows at most. */
const SHOWN = 100

/** What is not approved yet, the oldest first; what came back stands after what nobody has looked at. Only what the actor looks after. */
export async function servingsWaiting(db: Reader, actor: Actor) {
  return lookedAfter(db, actor).where('serving.approved_at', 'is', null)
    .orderBy(sql`serving.refused_at is not null`).orderBy('serving.recorded_at').orderBy('serving.id').limit(SHOWN).execute()
}

/** One serving, for whoever amends it or served in it: the page says who may see it. Throws NotFound. */
export async function servingById(db: Reader, id: number) {
  return servings(db).where('serving.id', '=', id).executeTakeFirstOrThrow(noServing)
}

export type Serving = Awaited<ReturnType<typeof servingById>>

/** What asks to be corrected, the oldest first, with the serving. Only what the actor looks after. */
export async function correctionsWaiting(db: Reader, actor: Actor) {
  return lookedAfter(db, actor)
    .innerJoin('hours_correction', join => join.onRef('hours_correction.community_id', '=', 'serving.community_id')
      .onRef('hours_correction.serving_id', '=', 'serving.id'))
    .innerJoin('serving_share', join => join.onRef('serving_share.community_id', '=', 'hours_correction.community_id')
      .onRef('serving_share.serving_id', '=', 'hours_correction.serving_id').onRef('serving_share.person_id', '=', 'hours_correction.person_id'))
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'hours_correction.community_id').onRef('person.id', '=', 'hours_correction.person_id'))
    .select(['hours_correction.id as correction', 'hours_correction.person_id', 'person.name as person', 'serving_share.minutes as was',
      'hours_correction.minutes as wanted', 'hours_correction.why', 'hours_correction.asked_by', 'hours_correction.answered_at'])
    .where('hours_correction.answered_at', 'is', null).orderBy('hours_correction.id').limit(SHOWN).execute()
}

/** Everything in which this person served, the newest first, with the last wish for correction. */
export async function ownServings(db: Reader, personId: number, { before = null, limit = SHOWN }: { before?: number | null, limit?: number } = {}) {
  return db.selectFrom('serving_share')
    .innerJoin('serving', join => join.onRef('serving.community_id', '=', 'serving_share.community_id').onRef('serving.id', '=', 'serving_share.serving_id'))
    .innerJoin('project', join => join.onRef('project.community_id', '=', 'serving.community_id').onRef('project.id', '=', 'serving.project_id'))
    .select(['serving.id', 'serving.about', 'serving.content', 'serving.proof', 'serving.served', 'serving.approved_at', 'serving.refused_at', 'project.name', 'project.key',
      'serving_share.minutes', 'serving_share.began_at', 'serving_share.ended_at'])
    .select(eb => [jsonArrayFrom(eb.selectFrom('hours_correction').select(['minutes', 'granted', 'answer', 'why'])
      .whereRef('hours_correction.community_id', '=', 'serving_share.community_id').whereRef('hours_correction.serving_id', '=', 'serving_share.serving_id')
      .whereRef('hours_correction.person_id', '=', 'serving_share.person_id').orderBy('id', 'desc').limit(1)).as('corrections')])
    .where('serving_share.community_id', '=', db.community).where('serving_share.person_id', '=', personId)
    .$if(before !== null, older => older.where('serving.id', '<', before ?? 0))
    .orderBy('serving_share.began_at', 'desc').orderBy('serving.id', 'desc').limit(limit).execute()
}

/** What counts for a person: minutes by the ledger, and in how many servings. */
export async function ownBalance(db: Reader, personId: number): Promise<{ minutes: number, times: number }> {
  const found = await db.selectFrom('hours_entry')
    .innerJoin('hours_posting', join => join.onRef('hours_posting.community_id', '=', 'hours_entry.community_id').onRef('hours_posting.id', '=', 'hours_entry.posting_id'))
    .select(eb => [eb.fn.coalesce(eb.fn.sum<number>('hours_entry.minutes'), sql<number>`0`).as('minutes'), eb.fn.count<number>('hours_posting.serving_id').distinct().as('times')])
    .where('hours_entry.community_id', '=', db.community).where('hours_entry.person_id', '=', personId).executeTakeFirstOrThrow()
  return { minutes: Number(found.minutes), times: Number(found.times) }
}

// Those of the actor's teams and their squads, and of the community itself.
function lookedAfter(db: Reader, actor: Actor) {
  const teams = teamsLookedAfter(actor)
  return servings(db)
    .$if(teams === undefined, none => none.where(sql<boolean>`false`))
    .$if(Array.isArray(teams), some => some.where(eb => eb.or([
      eb('project.organisation_id', 'is', null), eb('project.organisation_id', 'in', [0, ...teams ?? []]), eb('organisation.part_of', 'in', [0, ...teams ?? []]),
    ])))
}

// With whose it is, where, and everybody's time.
function servings(db: Reader) {
  return db.selectFrom('serving')
    .innerJoin('project', join => join.onRef('project.community_id', '=', 'serving.community_id').onRef('project.id', '=', 'serving.project_id'))
    .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'project.community_id').onRef('organisation.id', '=', 'project.organisation_id'))
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'serving.community_id').onRef('place.id', '=', 'serving.place_id'))
    .leftJoin('person as recorder', join => join.onRef('recorder.community_id', '=', 'serving.community_id').onRef('recorder.id', '=', 'serving.recorded_by'))
    .select(['serving.id', 'serving.project_id', 'serving.about', 'serving.content', 'serving.quality', 'serving.served', 'serving.proof', 'serving.place_id',
      'serving.began_at', 'serving.ended_at', 'serving.recorded_by', 'serving.recorded_at', 'serving.approved_at', 'serving.refused_at', 'serving.refused_why',
      'project.name', 'project.key', 'project.organisation_id', 'organisation.part_of', 'organisation.name as team', 'place.label as place', 'recorder.name as recorder'])
    .select(eb => jsonArrayFrom(peopleIn(eb)).as('shares'))
    .where('serving.community_id', '=', db.community)
}

function peopleIn(eb: ExpressionBuilder<DB, 'serving'>) {
  return eb.selectFrom('serving_share')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'serving_share.community_id').onRef('person.id', '=', 'serving_share.person_id'))
    .select(['person.id as person', 'person.name', 'serving_share.minutes'])
    .whereRef('serving_share.community_id', '=', 'serving.community_id').whereRef('serving_share.serving_id', '=', 'serving.id').orderBy('person.id')
}
