// What whoever works through a queue chooses from: kept views, organisations, saved words, places.
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'

/** The actor's kept views, all organisations, the saved words, the estates, and the buildings of the estate that is chosen. One statement. */
export async function queueChoices(db: Reader, actor: Actor, estate = 0) {
  return db.selectFrom('community').select(eb => [
    jsonArrayFrom(eb.selectFrom('saved_filter').select(['id', 'name', 'query'])
      .where('community_id', '=', db.community).where('person_id', '=', actor.personId ?? 0).orderBy('name')).as('filters'),
    jsonArrayFrom(eb.selectFrom('organisation').select(['id', 'name', 'kind'])
      .where('community_id', '=', db.community).orderBy('kind').orderBy('name')).as('organisations'),
    jsonArrayFrom(eb.selectFrom('reply_template').select(['id', 'name', 'text'])
      .where('community_id', '=', db.community).where('retired_at', 'is', null).orderBy('name')).as('templates'),
    jsonArrayFrom(eb.selectFrom('place').select(['id', 'name'])
      .where('community_id', '=', db.community).where('kind', '=', 'estate').orderBy('position').orderBy('name')).as('estates'),
    jsonArrayFrom(eb.selectFrom('place').select(['id', 'name'])
      .where('community_id', '=', db.community).where('estate_id', '=', estate).where('kind', '=', 'building').orderBy('position').orderBy('name')).as('buildings'),
  ]).where('community.id', '=', db.community).executeTakeFirstOrThrow()
}

export type QueueChoices = Awaited<ReturnType<typeof queueChoices>>
