// How often is too often, at every door: counted in the database, so that two processes are no more patient than one.
import type pg from 'pg'
import { openPool } from '#kit/connections.ts'
import type { Secrets } from '#kit/secrets.ts'

/** `times` at once; what was taken comes back evenly over `seconds`. */
export interface Rate {
  readonly times: number
  readonly seconds: number
}

/** What became of a try: `left` more at once, `fullIn` seconds until all is back, `wait` seconds until this would be allowed (0 where it was). */
export interface Taken {
  readonly allowed: boolean
  readonly left: number
  readonly fullIn: number
  readonly wait: number
}

export interface Limits {
  /** Takes `cost` (1) of what `about` is allowed, or nothing where too little is left. `about` names whom and what; only its keyed hash is stored. */
  take(about: string, rate: Rate, now: Temporal.Instant, cost?: number): Promise<Taken>
  /** Forgets everybody whose allowance is whole again. */
  sweep(now: Temporal.Instant): Promise<void>
  close(): Promise<void>
}

// The generic cell rate algorithm: a row says when everything will be back. It grows by what one costs, unless that would lie beyond the whole.
const TAKE = `with before as (select full_at from allowance where about = $1),
  taken as (
    insert into allowance as held (about, full_at)
      select $1, $2::timestamptz + $3 * interval '1 second' where $3 <= $4
    on conflict (about) do update set full_at = greatest(held.full_at, $2::timestamptz) + $3 * interval '1 second'
      where greatest(held.full_at, $2::timestamptz) + $3 * interval '1 second' <= $2::timestamptz + $4 * interval '1 second'
    returning full_at)
  select extract(epoch from (select full_at from taken) - $2::timestamptz)::float8 as used,
    extract(epoch from (select full_at from before) - $2::timestamptz)::float8 as before`

/** Opens the limits on connections of their own: what an act takes stays taken when the act itself is undone. */
export function openLimits(settings: pg.PoolConfig, secrets: Pick<Secrets, 'blindIndex'>): Limits {
  const pool = openPool(settings, '-c role=linju_writer -c synchronous_commit=off', 2)
  return {
    async take(about, rate, now, cost = 1) {
      const values = [secrets.blindIndex(`limit ${about}`), now.toString(), cost * rate.seconds / rate.times, rate.seconds]
      const { rows: [row] } = await pool.query<Row>({ name: 'take', text: TAKE, values })
      const used = row?.used ?? null
      return used === null ? refused(rate, cost, row?.before ?? rate.seconds) : granted(rate, used)
    },
    sweep: async now => void await pool.query('delete from allowance where full_at <= $1', [now.toString()]),
    close: () => pool.end(),
  }
}

/** Seconds until all is back: after this try, and before it. */
interface Row {
  used: number | null
  before: number | null
}

function granted(rate: Rate, used: number): Taken {
  return { allowed: true, left: whole(rate, used), fullIn: Math.ceil(used), wait: 0 }
}

function refused(rate: Rate, cost: number, used: number): Taken {
  const wait = used + cost * rate.seconds / rate.times - rate.seconds
  return { allowed: false, left: whole(rate, used), fullIn: Math.max(0, Math.ceil(used)), wait: Math.max(1, Math.ceil(wait)) }
}

// A hair more than nothing is missing where times do not divide the seconds.
function whole(rate: Rate, used: number): number {
  return Math.max(0, Math.min(rate.times, Math.floor((rate.seconds - used) / rate.seconds * rate.times + 1e-6)))
}
