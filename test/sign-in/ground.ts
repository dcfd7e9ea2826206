// For the tests of sign-in: a database of their own, a sign-in on it, and the codes that it sent.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { migrate } from '#kit/migrate.ts'
import { startPostgres } from '#kit/postgres.ts'
import { createSecrets, type Secrets } from '#kit/secrets.ts'
import { createSignIn, type SignIn, type SignInSettings } from '#kit/sign-in/sign-in.ts'

export interface Ground {
  pool: pg.Pool
  secrets: Secrets
  signIn: SignIn
  /** What was sent, oldest first. */
  sent: { phone: string, code: string }[]
  /** A sign-in on the same tables with other settings. */
  withSettings(settings: Partial<SignInSettings>): Promise<SignIn>
  /** Asks for a code as if nothing had been asked before, and returns it. */
  codeFor(phone: string): Promise<string>
  /** Every value of every table of the schema, as one text. */
  everythingStored(): Promise<string>
  close(): Promise<void>
}

/** Makes a database with the whole schema on the server of TEST_DATABASE_URL, or on one of its own; `close` drops it. */
export async function prepareGround(): Promise<Ground> {
  const server = await findServer()
  const name = `sign_in_${randomBytes(5).toString('hex')}`
  await once(server.config, `create database ${name}`)
  const settings = { ...server.config, database: name }
  await migrate(settings)
  const pool = new pg.Pool({ ...settings, options: '-c role=linju_writer', max: 10 })
  const secrets = createSecrets(randomBytes(32))
  const sent: Ground['sent'] = []
  const usual: SignInSettings = {
    pool,
    secrets,
    baseUrl: 'http://localhost:8080',
    sendCode: async (phone, code) => void sent.push({ phone, code }),
    log: { info: () => undefined, warn: () => undefined },
  }
  const signIn = await createSignIn(usual)
  return {
    pool, secrets, signIn, sent,
    withSettings: other => createSignIn({ ...usual, ...other }),
    async codeFor(phone) {
      await pool.query('delete from sign_in.attempt')
      await signIn.requestCode({ phone, address: '192.0.2.1' })
      return sent.at(-1)?.code ?? ''
    },
    everythingStored: () => everythingStored(pool),
    async close() {
      await pool.end()
      await drop(server.config, name)
      await server.stop()
    },
  }
}

/** The Cookie header of a browser that was given these Set-Cookie lines. */
export function browserWith(cookies: string[], more: Record<string, string> = {}): Headers {
  return new Headers({ cookie: cookies.map(line => line.split(';')[0]).join('; '), ...more })
}

async function findServer(): Promise<{ config: pg.ClientConfig, stop(): Promise<void> }> {
  const named = process.env.TEST_DATABASE_URL
  if (named) {
    const { hostname, port, username, password, pathname } = new URL(named)
    const config = { host: hostname, port: Number(port || 5432), user: username, password, database: pathname.slice(1) }
    return { config, stop: async () => undefined }
  }
  const dataFolder = await mkdtemp(join(tmpdir(), 'linju-sign-in-'))
  const { config, stop } = await startPostgres({ dataFolder, log: () => undefined })
  return { config, stop: async () => {
    await stop()
    await rm(dataFolder, { recursive: true })
  } }
}

async function once(server: pg.ClientConfig, text: string): Promise<void> {
  const client = new pg.Client(server)
  await client.connect()
  await client.query(text).finally(() => client.end())
}

// The pool does not wait until the server has seen its connections off, and the server drops no database with guests.
async function drop(server: pg.ClientConfig, name: string): Promise<void> {
  for (let patience = 100; ; patience--) {
    try {
      return await once(server, `drop database ${name}`)
    } catch (error) {
      if (patience === 0) throw error
      await setTimeout(20)
    }
  }
}

async function everythingStored(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'sign_in' order by 1`)
  const texts = await Promise.all(rows.map(async ({ name }) => {
    const found = await pool.query<{ line: string }>(`select to_jsonb(t)::text as line from ${name} t`)
    return found.rows.map(row => `${name} ${row.line}`)
  }))
  return texts.flat().join('\n')
}
