// Nobody is in two places: time that already counts for a person does not count once more.
import { sql } from 'kysely'
import type { Reader, Writer } from '#kit/db.ts'
import { at } from '#kit/db.ts'

/** When somebody was there. */
export interface There {
  readonly person: number
  readonly began: Temporal.Instant
  readonly ended: Temporal.Instant
}

/** Waits until nobody else approves hours of these people, so that what `countedTwice` says stays true until the end of the act. */
export async function holdHours(db: Writer, people: readonly number[]): Promise<void> {
  await db.selectFrom('person').select('id').where('community_id', '=', db.community).where('id', 'in', [0, ...people]).orderBy('id')
    .forNoKeyUpdate().execute()
}

/** The first of these times that overlaps an approved serving of the same person, with that serving; undefined when none does. */
export async function countedTwice(db: Reader, times: readonly There[]) {
  if (times.length === 0) return undefined
  return db.selectFrom('serving_share')
    .innerJoin('serving', join => join.onRef('serving.community_id', '=', 'serving_share.community_id').onRef('serving.id', '=', 'serving_share.serving_id'))
    .innerJoin('project', join => join.onRef('project.community_id', '=', 'serving.community_id').onRef('project.id', '=', 'serving.project_id'))
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'serving_share.community_id').onRef('person.id', '=', 'serving_share.person_id'))
    .innerJoin('community', 'community.id', 'serving.community_id')
    .select(['serving.id', 'person.name as person', 'project.name as project', 'project.key', 'community.time_zone', 'serving_share.began_at'])
    .where('serving_share.community_id', '=', db.community).where('serving_share.minutes', '>', 0).where('serving.approved_at', 'is not', null)
    .where(eb => eb.or(times.map(({ person, began, ended }) => eb.and([
      eb('serving_share.person_id', '=', person), eb('serving_share.began_at', '<', at(ended)), eb('serving_share.ended_at', '>', at(began)),
    ])))).orderBy(sql`serving_share.began_at`).limit(1).executeTakeFirst()
}

export type Twice = NonNullable<Awaited<ReturnType<typeof countedTwice>>>
