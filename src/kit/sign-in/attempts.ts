// How often is too often. Counted in the database, so that a restart or a second process forgets nothing.
import type pg from 'pg'
import { TooOften } from '#kit/errors.ts'
import { signInText } from '#text/sign-in.ts'

/** At most `times` within any `seconds` (3600 or less, since older attempts are forgotten). */
export interface Limit {
  times: number
  seconds: number
}

/** Counts an attempt inside the caller's transaction; returns its id. Throws TooOften, with the seconds to wait, at a limit. */
export async function countAttempt(tx: pg.ClientBase, about: string, limits: readonly Limit[]): Promise<number> {
  // Callers about the same thing queue here; otherwise two at once would both find room for one.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [about])
  const { rows } = await tx.query<{ age: number }>(
    `select extract(epoch from clock_timestamp() - at)::float8 as age from sign_in.attempt
      where about = $1 and at > clock_timestamp() - interval '1 hour' order by at desc`, [about])
  const wait = Math.max(...limits.map(limit => secondsToWait(rows.map(row => row.age), limit)))
  if (wait > 0) throw new TooOften(lang => signInText(lang).wait(wait), wait)
  const counted = await tx.query<{ id: number }>(
    'insert into sign_in.attempt (about, at) values ($1, clock_timestamp()) returning id::float8 as id', [about])
  return counted.rows[0]?.id ?? 0
}

function secondsToWait(agesNewestFirst: number[], limit: Limit): number {
  const oldestThatCounts = agesNewestFirst[limit.times - 1]
  return oldestThatCounts === undefined ? 0 : Math.max(0, Math.ceil(limit.seconds - oldestThatCounts))
}
