// How a code reaches its person: by the city's SMS gateway, or by the secretary where there is none.
import type pg from 'pg'
import type { Secrets } from '#kit/secrets.ts'
import { signInText } from '#text/sign-in.ts'
import { CODE_SECONDS, type SendCode } from './codes.ts'
import { maskedPhone } from './phone.ts'

const GATEWAY_MILLISECONDS = 5000

/** An HTTP gateway that takes `POST {"phone":"+86…","text":"…"}` and answers 2xx when it has taken the message over. */
export interface Gateway {
  url: string
  token?: string
}

/** A code that waits for the secretary to pass it on. */
export interface WaitingCode {
  phone: string
  code: string
  madeAt: Date
  endsAt: Date
}

/** What the sender tells the log. */
export interface SenderLog {
  info(line: string): void
  warn(line: string): void
}

export interface CodeSender {
  send: SendCode
  /** The outbox, newest first, without what has expired; phones and codes in clear, for the secretary's page only. */
  recentCodes(): Promise<WaitingCode[]>
}

/**
 * Without a gateway a code goes, encrypted, to the outbox. The log hears only that it waits (phone masked): a log is kept, copied and sent on.
 * `terminal` is for whoever sits in front of the process, the way in for the very first secretary.
 */
export function createCodeSender(
  parts: { pool: pg.Pool, secrets: Secrets, log: SenderLog, gateway?: Gateway, terminal?: ((line: string) => void) | undefined },
): CodeSender {
  const { pool, secrets, log, gateway, terminal } = parts
  return {
    async send(phone, code, lang) {
      if (!gateway) {
        await putIntoOutbox(pool, secrets, phone, code)
        log.info(`a sign-in code waits for ${maskedPhone(phone)}`)
        terminal?.(`${maskedPhone(phone)}: ${code}`)
        return
      }
      await post(gateway, phone, signInText(lang).sms(code)).catch((error: unknown) => {
        log.warn(`SMS gateway: ${error instanceof Error ? error.message : String(error)}`)
        throw error
      })
    },
    recentCodes: () => outbox(pool, secrets),
  }
}

async function putIntoOutbox(pool: pg.Pool, secrets: Secrets, phone: string, code: string): Promise<void> {
  await pool.query('delete from sign_in.outbox where ends_at <= now()')
  await pool.query(
    'insert into sign_in.outbox (phone_sealed, code_sealed, ends_at) values ($1, $2, now() + make_interval(secs => $3))',
    [secrets.encrypt(phone), secrets.encrypt(code), CODE_SECONDS])
}

async function post(gateway: Gateway, phone: string, text: string): Promise<void> {
  const answer = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(gateway.token && { authorization: `Bearer ${gateway.token}` }) },
    body: JSON.stringify({ phone, text }),
    redirect: 'error',
    signal: AbortSignal.timeout(GATEWAY_MILLISECONDS),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`answered ${answer.status}`)
}

async function outbox(pool: pg.Pool, secrets: Secrets): Promise<WaitingCode[]> {
  const { rows } = await pool.query<{ phone_sealed: string, code_sealed: string, made_at: Date, ends_at: Date }>(
    'select phone_sealed, code_sealed, made_at, ends_at from sign_in.outbox where ends_at > now() order by made_at desc limit 200')
  return rows.map(row => ({
    phone: secrets.decrypt(row.phone_sealed),
    code: secrets.decrypt(row.code_sealed),
    madeAt: row.made_at,
    endsAt: row.ends_at,
  }))
}
