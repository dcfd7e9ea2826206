// Every table of ours, out of the database and into it, by COPY.
import type pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { type CopiedTable, SCHEMAS, type Manifest } from '#kit/backup/manifest.ts'

const PIECE = 4 * 1024 * 1024

const COLUMNS = `select n.nspname || '.' || c.relname as name,
    array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname = any($1) and c.relname not like 'kysely\\_migration%'
  group by 1 order by 1`
const SEQUENCES = `select schemaname || '.' || sequencename as name, last_value::float8 as last from pg_sequences
  where schemaname = any($1) and last_value is not null order by 1`

/** The tables, as this moment of the database sees them; what is not logged (it is lost in a crash as well) is none of them. */
export async function tablesOf(client: pg.ClientBase): Promise<Omit<CopiedTable, 'rows'>[]> {
  const { rows } = await client.query<{ name: string, columns: string[] }>(COLUMNS, [SCHEMAS])
  return rows
}

/** Where each sequence stands: an id that was given once must not be given again, even where its row is gone. */
export async function sequencesOf(client: pg.ClientBase): Promise<{ name: string, last: number }[]> {
  const { rows } = await client.query<{ name: string, last: number }>(SEQUENCES, [SCHEMAS])
  return rows
}

/** The rows of a table in pieces of about 4 MB; answers how many there were. */
export async function* copyOut(client: pg.ClientBase, { name, columns }: Omit<CopiedTable, 'rows'>): AsyncGenerator<Buffer, number> {
  const copy = client.query(to(`copy ${name} (${columns.join(', ')}) to stdout`))
  let pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of copy) {
    pieces.push(piece)
    bytes += piece.length
    if (bytes < PIECE) continue
    yield Buffer.concat(pieces)
    pieces = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(pieces)
  return copy.rowCount
}

/** Takes rows into one table after the other; `end` answers how many each got. Rejects with what the database says of a row. */
export function copyIn(client: pg.ClientBase, tables: Manifest['tables']) {
  const counts = new Map<string, number>()
  let open: { name: string, copy: Copy } | null = null
  const finish = async () => {
    if (open) counts.set(open.name, await open.copy.finish())
    open = null
  }
  const begin = async (name: string) => {
    await finish()
    const columns = tables.find(table => table.name === name)?.columns
    if (!columns || counts.has(name)) throw new Error(`rows for ${name} out of order`)
    open = { name, copy: copyInto(client, `${name} (${columns.join(', ')})`) }
    return open.copy
  }
  return {
    async take(name: string, piece: Buffer) {
      const copy = open?.name === name ? open.copy : await begin(name)
      await copy.write(piece)
    },
    async end(): Promise<ReadonlyMap<string, number>> {
      await finish()
      return counts
    },
  }
}

interface Copy {
  write(piece: Buffer): Promise<void>
  finish(): Promise<number>
}

function copyInto(client: pg.ClientBase, table: string): Copy {
  const copy = client.query(from(`copy ${table} from stdin`))
  // The database may refuse at any moment, also between two pieces, when nobody waits.
  const failed = new Promise<never>((_resolve, reject) => copy.on('error', reject))
  failed.catch(() => undefined)
  return {
    write: piece => Promise.race([failed, new Promise<void>(resolve => copy.write(piece, () => resolve()))]),
    finish: () => Promise.race([failed, new Promise<number>(resolve => copy.on('finish', () => resolve(copy.rowCount)).end())]),
  }
}
