// The questions about openings: whoever opened one sees his own, the secretary and the street see all; for others there is none.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { at, type Database, type Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Actor } from '#modules/people/actor.ts'
import { seesOpenings } from '#modules/people/opening.ts'
import { openingText } from '#text/break-glass.ts'

export type Opening = Awaited<ReturnType<typeof openingById>>

/** The opening with this number that the actor may see. Throws NotFound. */
export async function openingById(db: Reader, actor: Actor, id: number) {
  return visible(db, actor).where('home_opening.id', '=', id).executeTakeFirstOrThrow(() => new NotFound(lang => openingText(lang).nothing))
}

/** The same, locked: for an act. */
export async function openingToChange(db: Reader, actor: Actor, id: number): Promise<Opening> {
  await db.selectFrom('home_opening').select('id').where('community_id', '=', db.community).where('id', '=', id).forUpdate().execute()
  return openingById(db, actor, id)
}

const SHOWN = 200

/** All that the actor may see: those that nobody judged first, the oldest of them at the top; then the latest. */
export async function openingsSeen(db: Reader, actor: Actor): Promise<Opening[]> {
  return visible(db, actor).orderBy(sql`home_opening.verdict is not null`)
    .orderBy(sql`case when home_opening.verdict is null then home_opening.opened_at end`).orderBy('home_opening.id', 'desc').limit(SHOWN).execute()
}

/** For each community of a street: homes opened without need in ninety days, and openings that waited longer than three days; counts alone. */
export async function streetOpenings(commons: Database['commons'], street: number, now: Temporal.Instant) {
  return commons.selectFrom(sql<{ community_id: number, unjustified: number, unjudged: number }>`street_openings(${street}, ${at(now)})`.as('counted'))
    .innerJoin('community', 'community.id', 'counted.community_id')
    .select(['community.slug', 'community.name', 'counted.unjustified', 'counted.unjudged'])
    .where(either => either.or([either('counted.unjustified', '>', 0), either('counted.unjudged', '>', 0)])).orderBy('community.id').execute()
}

function visible(db: Reader, actor: Actor) {
  return db.selectFrom('home_opening')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'home_opening.community_id').onRef('place.id', '=', 'home_opening.home_id'))
    .innerJoin('person as opener', join => join.onRef('opener.community_id', '=', 'home_opening.community_id').onRef('opener.id', '=', 'home_opening.opened_by'))
    .leftJoin('person as judge', join => join.onRef('judge.community_id', '=', 'home_opening.community_id').onRef('judge.id', '=', 'home_opening.judged_by'))
    .select(eb => ['home_opening.id', 'home_opening.opened_by', 'home_opening.opened_as', 'home_opening.reason', 'home_opening.words', 'home_opening.opened_at',
      'home_opening.ends_at', 'home_opening.verdict', 'home_opening.verdict_words', 'home_opening.judged_at', 'place.label', 'opener.name as opener', 'judge.name as judge',
      jsonArrayFrom(eb.selectFrom('home_opening_person').select('home_opening_person.person_id')
        .whereRef('home_opening_person.community_id', '=', 'home_opening.community_id').whereRef('home_opening_person.opening_id', '=', 'home_opening.id')).as('shown')])
    .where('home_opening.community_id', '=', db.community)
    .$if(!seesOpenings(actor), own => own.where('home_opening.opened_by', '=', actor.personId ?? 0))
}
