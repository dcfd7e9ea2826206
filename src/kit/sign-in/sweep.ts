// What has expired is of no use to anybody and is deleted.
import type pg from 'pg'

/** Deletes expired codes, outbox lines, challenges and sessions, and attempts older than an hour. */
export async function sweep(pool: pg.Pool): Promise<void> {
  await pool.query('delete from sign_in.code where ends_at <= now()')
  await pool.query('delete from sign_in.outbox where ends_at <= now()')
  await pool.query('delete from sign_in.challenge where ends_at <= now()')
  await pool.query('delete from sign_in.session where ends_at <= now()')
  await pool.query(`delete from sign_in.attempt where at <= now() - interval '1 hour'`)
}
