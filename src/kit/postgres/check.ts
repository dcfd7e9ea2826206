// Whether a PostgreSQL that somebody else runs (DATABASE_URL) will do.
import pg from 'pg'
import { StartError } from '#kit/start-error.ts'
import { startText } from '#text/start.ts'
import { codeOf } from './place.ts'

const LEAST_MAJOR = 15
const SECONDS = 5

interface Server {
  version: string
  number: number
  encoding: string
  creates: boolean
}

/** Throws StartError when the server cannot be reached or used: older than major version `least`, not UTF8, no right to create roles. */
export async function checkPostgres(settings: pg.PoolConfig, least = LEAST_MAJOR): Promise<void> {
  const client = clientFor(settings)
  const { user = '?', database = '?' } = client
  const server = await ask(client).catch(error => { throw refusal(error, client) }).finally(() => client.end().catch(() => undefined))
  if (server.number < least * 10_000) throw new StartError(lang => startText(lang).tooOld(server.version, least))
  if (server.encoding !== 'UTF8') throw new StartError(lang => startText(lang).notUnicode(database, server.encoding))
  if (!server.creates) throw new StartError(lang => startText(lang).mayNotCreateRoles(user))
}

function clientFor(settings: pg.PoolConfig): pg.Client {
  try {
    const client = new pg.Client({ ...settings, connectionTimeoutMillis: SECONDS * 1000 })
    client.on('error', () => undefined)
    return client
  } catch {
    throw new StartError(lang => startText(lang).badAddress)
  }
}

async function ask(client: pg.Client): Promise<Server> {
  await client.connect()
  const { rows: [server] } = await client.query<Server>(`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
           current_setting('server_encoding') as encoding, rolcreaterole or rolsuper as creates
    from pg_roles where rolname = current_user`)
  if (!server) throw new Error('pg_roles')
  return server
}

function refusal(error: unknown, { host, port, user = '?', database = '?' }: pg.Client): StartError {
  const code = codeOf(error)
  if (code === '28P01' || code === '28000') return new StartError(lang => startText(lang).wrongPassword(user))
  if (code === '3D000') return new StartError(lang => startText(lang).noDatabase(database))
  if (error instanceof pg.DatabaseError) return new StartError(lang => startText(lang).connectionRefused(error.message))
  const away = /^(E[A-Z]+|timeout expired|Connection terminated.*)$/.test(code)
  return new StartError(lang => away ? startText(lang).unreachable(`${host}:${port}`) : startText(lang).connectionRefused(code))
}
