// Times inside JSON: PostgreSQL writes them there as ISO text, which Temporal reads.
import { sql, type RawBuilder } from 'kysely'

/** A time column as it arrives inside JSON; the name may carry its table. */
export function told(column: string): RawBuilder<string> {
  return sql<string>`to_json(${sql.ref(column)})#>>'{}'`
}

/** A time column that may be null. */
export function maybeTold(column: string): RawBuilder<string | null> {
  return sql<string | null>`to_json(${sql.ref(column)})#>>'{}'`
}
