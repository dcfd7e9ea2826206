// One-time codes: six digits, five minutes, five tries, once. Nothing here asks whether a phone is known, so no answer can tell.
import { randomInt } from 'node:crypto'
import type pg from 'pg'
import { Invalid, Refused } from '#kit/errors.ts'
import type { Lang } from '#kit/phrase.ts'
import type { Secrets } from '#kit/secrets.ts'
import { signInText } from '#text/sign-in.ts'
import { countAttempt, type Limit } from './attempts.ts'
import { inTransaction } from './transaction.ts'

/** How long a code is good, in seconds. */
export const CODE_SECONDS = 300

const TRIES = 5
const PER_PHONE: Limit[] = [{ times: 1, seconds: 60 }, { times: 5, seconds: 3600 }]
const PER_ADDRESS: Limit[] = [{ times: 20, seconds: 3600 }]

/** Hands a code to its person; rejects when it cannot. */
export type SendCode = (phone: string, code: string, lang: Lang) => Promise<void>

export interface Codes {
  /** Sends a new code, which voids the old one. Throws TooOften, or Refused when it could not be sent. `phone` is E.164. */
  request(phone: string, address: string, lang: Lang): Promise<void>
  /** Uses the code up. Throws Invalid (field `code`) when it is wrong, old, used or tried too often; which of them is not said. */
  use(phone: string, code: string): Promise<void>
}

/** The codes of all phones, kept in `sign_in.code`. */
export function createCodes({ pool, secrets, sendCode }: { pool: pg.Pool, secrets: Secrets, sendCode: SendCode }): Codes {
  const hashOf = (phone: string, code: string) => secrets.blindIndex(`code ${phone} ${code}`)
  return {
    async request(phone, address, lang) {
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      const kept = { phoneIndex: secrets.blindIndex(phone), codeHash: hashOf(phone, code) }
      const counted = await inTransaction(pool, async tx => {
        // Always the phone first: two requests can then never wait for each other in a circle.
        const ofPhone = await countAttempt(tx, `code for ${kept.phoneIndex}`, PER_PHONE)
        await countAttempt(tx, `code from ${secrets.blindIndex(address)}`, PER_ADDRESS)
        await keep(tx, kept)
        return ofPhone
      })
      try {
        await sendCode(phone, code, lang)
      } catch {
        await takeBack(pool, kept, counted)
        throw new Refused(words => signInText(words).notSent)
      }
    },
    async use(phone, code) {
      const typed = code.normalize('NFKC').replace(/\s/g, '')
      if (!await useUp(pool, secrets.blindIndex(phone), hashOf(phone, typed))) throw wrongCode()
    },
  }
}

interface Kept {
  phoneIndex: string
  codeHash: string
}

async function keep(tx: pg.ClientBase, { phoneIndex, codeHash }: Kept): Promise<void> {
  await tx.query(
    `insert into sign_in.code (phone_index, code_hash, ends_at) values ($1, $2, clock_timestamp() + make_interval(secs => $3))
      on conflict (phone_index) do update
      set code_hash = excluded.code_hash, tries = 0, made_at = excluded.made_at, ends_at = excluded.ends_at`,
    [phoneIndex, codeHash, CODE_SECONDS])
}

async function takeBack(pool: pg.Pool, { phoneIndex, codeHash }: Kept, attempt: number): Promise<void> {
  await pool.query('delete from sign_in.code where phone_index = $1 and code_hash = $2', [phoneIndex, codeHash])
  await pool.query('delete from sign_in.attempt where id = $1', [attempt])
}

async function useUp(pool: pg.Pool, phoneIndex: string, codeHash: string): Promise<boolean> {
  // The try is counted before it is judged: a hundred guesses at once still count as a hundred.
  const counted = await pool.query(
    'update sign_in.code set tries = tries + 1 where phone_index = $1 and tries < $2 and ends_at > clock_timestamp()', [phoneIndex, TRIES])
  if (counted.rowCount === 0) return false
  const used = await pool.query('delete from sign_in.code where phone_index = $1 and code_hash = $2', [phoneIndex, codeHash])
  return used.rowCount === 1
}

function wrongCode(): Invalid {
  return new Invalid(lang => signInText(lang).codeWrong, [{ field: 'code', reason: lang => signInText(lang).codeWrong }])
}
