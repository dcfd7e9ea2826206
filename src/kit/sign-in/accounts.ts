// Accounts: found by the blind index of a phone, made when there is none, forgotten without a trace.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'

/** The account id of a phone's blind index; makes the account when there is none. */
export async function accountOfHandle(pool: pg.Pool, handle: string): Promise<string> {
  await pool.query(
    'insert into sign_in.account (id, handle, handle_verified) values ($1, $2, true) on conflict (handle) do nothing',
    [randomUUID(), handle])
  const { rows } = await pool.query<{ id: string }>('select id from sign_in.account where handle = $1', [handle])
  const found = rows[0]
  if (!found) throw new Error('an account was forgotten while it was being made')
  return found.id
}

/** A new account that no phone opens: for an invitation code, a demo link, the set-up. */
export async function newAccount(pool: pg.Pool): Promise<string> {
  const id = randomUUID()
  await pool.query('insert into sign_in.account (id, handle) values ($1, $2)', [id, `none:${randomUUID()}`])
  return id
}

/** The blind index of the phone that opens this account; null for an account that no phone opens. */
export async function phoneIndexOf(pool: pg.Pool, accountId: string): Promise<string | null> {
  const { rows } = await pool.query<{ handle: string }>(
    `select handle from sign_in.account where id = $1 and handle_verified and handle !~ '^(none|oidc):'`, [accountId])
  return rows[0]?.handle ?? null
}

/** Erases the account and what hangs on it: sessions, passkeys, identities, a waiting code. */
export async function forgetAccount(pool: pg.Pool, accountId: string): Promise<void> {
  await pool.query(
    `with gone as (delete from sign_in.account where id = $1 returning handle)
      delete from sign_in.code using gone where phone_index = gone.handle`, [accountId])
}
