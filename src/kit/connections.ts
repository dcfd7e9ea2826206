// The wires to PostgreSQL: what is asked in one turn leaves as one packet, and every statement is planned once per connection.
import { Socket } from 'node:net'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import pg from 'pg'

// Identity columns and counts stay far below 2^53; dates stay text so that no time zone can move them; times are instants.
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.DATE]: text => text,
  [pg.types.builtins.TIMESTAMPTZ]: text => Temporal.Instant.from(text.replace(' ', 'T')),
}
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => PARSERS[oid] ?? pg.types.getTypeParser(oid, format),
}

/** What was asked and how long the answer took; not `begin` and `commit`. */
export type SqlLog = (query: { sql: string, milliseconds: number }) => void

/** A pool whose connections do not wait for one answer before they send the next question. */
export function openPool(settings: pg.PoolConfig, options: string, max: number): pg.Pool {
  const pool = new pg.Pool({ ...settings, options, max, types, application_name: 'linju', pipeline: true, stream: gatheringSocket })
  // A connection that dies is replaced at the next use, and whoever was using it is told by his query;
  // without listeners it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}

// Waking the database costs more than most questions: all that is written in one turn of the event loop goes out together.
function gatheringSocket(): Socket {
  const socket = new Socket()
  let held = false
  const letGo = () => {
    held = false
    socket.uncork()
  }
  // Not before: connecting puts the method of the prototype back.
  socket.once('connect', () => {
    const write = socket.write.bind(socket)
    socket.write = (chunk: string | Uint8Array, ...rest: never[]) => {
      if (!held) {
        held = true
        socket.cork()
        process.nextTick(letGo)
      }
      return write(chunk, ...rest)
    }
  })
  return socket
}

/** One connection as Kysely wants it. */
export function kyselyOn(client: Pick<pg.ClientBase, 'query'>, log?: SqlLog): DatabaseConnection {
  return {
    executeQuery: async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
      const began = log && performance.now()
      const result = await client.query<Row & pg.QueryResultRow>(prepared(query))
      if (log && began !== undefined) log({ sql: query.sql, milliseconds: performance.now() - began })
      return result.command === 'SELECT' ? { rows: result.rows } : { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    streamQuery: () => { throw new Error('questions are short: nothing here is streamed') },
  }
}

// A statement keeps its name, so each connection parses and plans it once. A long one is a list of values that comes once,
// and past a few hundred something makes its statements up; both are sent as they are, or the server would remember them all.
const LONGEST = 4000
const MOST = 500
const names = new Map<string, string>()

function prepared({ sql, parameters }: CompiledQuery): pg.QueryConfig {
  return { name: nameOf(sql), text: sql, values: [...parameters] }
}

function nameOf(sql: string): string | undefined {
  const known = names.get(sql)
  if (known !== undefined || names.size >= MOST || sql.length > LONGEST) return known
  const name = `q${names.size}`
  names.set(sql, name)
  return name
}
