// The list of passkeys. Registering one and signing in with one are the library's endpoints, see door.ts.
import type pg from 'pg'

/** A passkey, for its owner's list. */
export interface Passkey {
  passkeyId: string
  /** As its owner named it; may be empty. */
  name: string
  madeAt: Date
  /** True when it is kept in an account of the device's maker and so survives the loss of the device. */
  backedUp: boolean
}

/** Oldest first. */
export async function passkeysOf(pool: pg.Pool, accountId: string): Promise<Passkey[]> {
  const { rows } = await pool.query<{ id: string, name: string | null, made_at: Date, backed_up: boolean }>(
    'select id, name, made_at, backed_up from sign_in.passkey where account_id = $1 order by made_at, id', [accountId])
  return rows.map(row => ({ passkeyId: row.id, name: row.name ?? '', madeAt: row.made_at, backedUp: row.backed_up }))
}

/** Takes a passkey away; false when the account has no such passkey. */
export async function removePasskey(pool: pg.Pool, accountId: string, passkeyId: string): Promise<boolean> {
  const removed = await pool.query('delete from sign_in.passkey where account_id = $1 and id = $2', [accountId, passkeyId])
  return removed.rowCount === 1
}
