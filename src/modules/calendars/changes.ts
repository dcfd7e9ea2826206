// How often and when something was changed, as its journal says: what calendar programs call SEQUENCE and LAST-MODIFIED.
import type { Reader } from '#kit/db.ts'

export interface Changes {
  /** From 0. */
  readonly sequence: number
  readonly changed: Temporal.Instant
}

/** Of each of these subjects, such as matters/83. One statement; none where nothing is asked. */
export async function changesOf(db: Reader, subjects: readonly string[]): Promise<ReadonlyMap<string, Changes>> {
  if (subjects.length === 0) return new Map()
  const rows = await db.selectFrom('journal').select(eb => ['subject', eb.fn.countAll<number>().as('times'), eb.fn.max('at').as('last')])
    .where('community_id', '=', db.community).where('subject', 'in', [...new Set(subjects)]).groupBy('subject').execute()
  return new Map(rows.flatMap(({ subject, times, last }) => last === null ? [] : [[subject, { sequence: times - 1, changed: last }]]))
}
