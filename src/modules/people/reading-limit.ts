// 一天看多少: whole numbers are read one by one, of at most thirty people a day. Counted from the journal, so nothing can be read past it.
import { sql } from 'kysely'
import { at, type Reader } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import type { Actor } from '#modules/people/actor.ts'
import { readingText } from '#text/break-glass.ts'

/** Of how many people one worker may read numbers on one day, over all posts and matters. */
export const MOST_READ = 30

/** What the actor has read since midnight there: how many others, and whether this one was among them. */
export interface Reading {
  readonly others: number
  readonly already: boolean
}

/** Counts for one more of `whom` (people/12, or matters/83 of somebody without an account). Whoever reads is locked, so that two at once count each other. */
export async function readToday(db: Reader, actor: Actor, whom: string, now: Temporal.Instant): Promise<Reading> {
  await db.selectFrom('person').select('id').where('community_id', '=', db.community).where('id', '=', actor.personId ?? 0).forNoKeyUpdate().execute()
  const { time_zone } = await db.selectFrom('community').select('time_zone').where('id', '=', db.community).executeTakeFirstOrThrow()
  const read = sql<string>`coalesce('people/' || matter.raiser_id, journal.subject)`
  return db.selectFrom('journal')
    .leftJoin('matter', join => join.onRef('matter.community_id', '=', 'journal.community_id')
      .on('journal.action', '=', 'matters.readPhone').on('matter.id', '=', sql<number>`substring(journal.subject from '^matters/([0-9]+)$')::bigint`))
    .select([sql<number>`count(distinct ${read}) filter (where ${read} <> ${whom})`.as('others'), sql<boolean>`coalesce(bool_or(${read} = ${whom}), false)`.as('already')])
    .where('journal.community_id', '=', db.community).where('journal.person_id', '=', actor.personId ?? 0)
    .where('journal.action', 'in', ['people.unmask', 'matters.readPhone']).where('journal.at', '>=', at(now.toZonedDateTimeISO(time_zone).startOfDay().toInstant()))
    .executeTakeFirstOrThrow()
}

/** Why no more can be read today, or null. */
export function readsTooMuch({ others }: Reading): Said | null {
  return others < MOST_READ ? null : lang => readingText(lang).tooMany(MOST_READ)
}

/** What the journal says of the reading with which the day is full: the secretary is told of that entry. */
export function lastOfToday({ others, already }: Reading): { last?: true } {
  return others === MOST_READ - 1 && !already ? { last: true } : {}
}
