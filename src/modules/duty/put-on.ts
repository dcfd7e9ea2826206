// Puts somebody on duty: he must hold a post in the team on every one of these days, and stand nowhere else at that time.
import { sql } from 'kysely'
import { invalid } from '#kit/check.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import type { Said } from '#kit/phrase.ts'
import { dutyText } from '#text/duty.ts'

/** From when until when. */
export interface Span {
  readonly from_at: Temporal.Instant
  readonly until_at: Temporal.Instant
}

interface Wanted {
  readonly roster: { readonly id: number, readonly organisation_id: number }
  readonly person: number
  readonly spans: readonly Span[]
  /** The field of the form in which he was named; without one he put himself on. */
  readonly field?: string
}

const OVERLAP = '23P01'

/** Makes the turns, in one go; answers their numbers in order. Throws Invalid for the field, or Refused. */
export async function putOn(db: Writer, { roster, person, spans, field }: Wanted): Promise<number[]> {
  const no = (reason: Said) => field === undefined ? new Refused(reason) : invalid([{ field, reason }])
  if (!await holdsPostThroughout(db, roster.organisation_id, person, spans)) throw no(lang => dutyText(lang).noPost)
  try {
    const made = await db.insertInto('duty_turn').values(spans.map(span => ({
      community_id: db.community, roster_id: roster.id, person_id: person, from_at: span.from_at.toString(), until_at: span.until_at.toString(),
    }))).returning('id').execute()
    return made.map(row => row.id)
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === OVERLAP) throw no(lang => dutyText(lang).twice)
    throw problem
  }
}

// Locked, so that no post ends while its holder is put on duty, and two who put him on wait for each other instead of for ever.
async function holdsPostThroughout(db: Reader, organisation: number, person: number, spans: readonly Span[]): Promise<boolean> {
  const days = spans.map(span => sql`(${span.from_at.toString()}::timestamptz at time zone community.time_zone)::date`)
  const posts = await db.selectFrom('post').innerJoin('community', 'community.id', 'post.community_id')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'post.community_id').onRef('person.id', '=', 'post.person_id'))
    .select(sql<boolean[]>`array[${sql.join(days.map(day => sql`${day} between post.since and coalesce(post.until, 'infinity')`))}]`.as('on'))
    .where('post.community_id', '=', db.community).where('post.organisation_id', '=', organisation).where('post.person_id', '=', person)
    .where('person.erased_at', 'is', null).forShare('post').forNoKeyUpdate('person').execute()
  return spans.every((_, i) => posts.some(post => post.on[i]))
}
