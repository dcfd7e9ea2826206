// Who is asking, and the list of browsers that are signed in. The row in `sign_in.session` is the truth: without it, nobody is.
import type pg from 'pg'
import type { Said } from '#kit/phrase.ts'
import { deviceInWords } from './device.ts'
import { RENEWAL_SECONDS, SESSION_SECONDS } from './library.ts'
import { sessionToken } from './session-cookie.ts'

/** Who a request comes from. `cookies` are Set-Cookie lines for the answer; mostly none, once an hour one. */
export interface Visitor {
  accountId: string
  sessionId: string
  cookies: string[]
}

/** One signed-in browser, for its owner's list. */
export interface SignedIn {
  sessionId: string
  madeAt: Date
  /** Right to about an hour. */
  seenAt: Date
  endsAt: Date
  device: Said
}

export interface Sessions {
  /** One indexed query; null when nobody is signed in. */
  whoIs(headers: Headers): Promise<Visitor | null>
  /** Newest use first. */
  sessionsOf(accountId: string): Promise<SignedIn[]>
  /** Ends one session of this account, at once; false when it has no such session. */
  endSession(accountId: string, sessionId: string): Promise<boolean>
  /** Ends all sessions of the account, or all but `except`; says how many. */
  endAllSessions(accountId: string, except?: string): Promise<number>
}

interface SessionParts {
  pool: pg.Pool
  cookieName: string
  secret: string
  /** Extends the session that these headers carry; returns its new cookie. */
  renew(headers: Headers): Promise<string[]>
}

export function createSessions({ pool, cookieName, secret, renew }: SessionParts): Sessions {
  return {
    async whoIs(headers) {
      const token = sessionToken(headers, cookieName, secret)
      if (!token) return null
      const { rows } = await pool.query<{ id: string, account_id: string, due: boolean }>({
        name: 'who_is',
        text: `select id, account_id, ends_at <= now() + make_interval(secs => $2) as due
          from sign_in.session where token = $1 and ends_at > now()`,
        values: [token, SESSION_SECONDS - RENEWAL_SECONDS],
      })
      const found = rows[0]
      return found ? { accountId: found.account_id, sessionId: found.id, cookies: found.due ? await renew(headers) : [] } : null
    },
    sessionsOf: accountId => sessionsOf(pool, accountId),
    async endSession(accountId, sessionId) {
      const ended = await pool.query('delete from sign_in.session where account_id = $1 and id = $2', [accountId, sessionId])
      return ended.rowCount === 1
    },
    async endAllSessions(accountId, except) {
      const ended = await pool.query('delete from sign_in.session where account_id = $1 and id is distinct from $2', [accountId, except])
      return ended.rowCount ?? 0
    },
  }
}

async function sessionsOf(pool: pg.Pool, accountId: string): Promise<SignedIn[]> {
  const { rows } = await pool.query<{ id: string, made_at: Date, seen_at: Date, ends_at: Date, user_agent: string | null }>(
    `select id, made_at, seen_at, ends_at, user_agent from sign_in.session
      where account_id = $1 and ends_at > now() order by seen_at desc, id`, [accountId])
  return rows.map(row => ({
    sessionId: row.id,
    madeAt: row.made_at,
    seenAt: row.seen_at,
    endsAt: row.ends_at,
    device: deviceInWords(row.user_agent ?? ''),
  }))
}
