// The database as one of its two roles sees it, with at least one row of both communities in every table.
import pg from 'pg'
import type { TestHouse } from '#test/database.ts'

/** What PostgreSQL answers to who may not. */
export const NO_RIGHT = '42501'

const COMMUNITIES = [1, 2]

/** Tables that no policy guards, with their columns: looked up before the community is known. */
export const GLOBAL: Readonly<Record<string, readonly string[]>> = {
  street: ['id', 'name'],
  community: ['id', 'street_id', 'slug', 'name', 'method', 'phone', 'time_zone', 'demo', 'made_at', 'law'],
  membership: ['community_id', 'person_id', 'phone_index', 'account_id'],
  allowance: ['about', 'full_at'],
  api_token: ['token_hash', 'community_id', 'person_id', 'name', 'scope', 'modules', 'made_at', 'used_on', 'ends_at'],
}

export interface Rows {
  /** The tables of communities. */
  owned: readonly string[]
  /** Runs in a transaction of this role that is always taken back; `community` null says none. Answers the rows touched, or the SQLSTATE. */
  as(role: string, community: number | null, sql: string): Promise<number | string>
  /** The rows that the reader is shown. */
  read(community: number, sql: string): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

/** Opens it. */
export async function openRows({ owner, settings }: Pick<TestHouse, 'owner' | 'settings'>): Promise<Rows> {
  const { rows } = await owner.query<{ name: string }>(`select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'community_id'
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all ($1) order by 1`, [Object.keys(GLOBAL)])
  const owned = rows.map(({ name }) => name)
  await fill(owner, owned)
  const someone = new pg.Client(settings)
  await someone.connect()
  const within = async <T>(role: string, community: number | null, run: () => Promise<T>): Promise<T> => {
    await someone.query(`begin; set local role ${role}${community === null ? '' : `; set local app.community = '${community}'`}`)
    return run().finally(() => someone.query('rollback'))
  }
  return {
    owned,
    as: (role, community, sql) => within(role, community, () =>
      someone.query(sql).then(({ rowCount }) => rowCount ?? 0, (problem: { code: string }) => problem.code)),
    read: (community, sql) => within('linju_reader', community, async () => (await someone.query<Record<string, unknown>>(sql)).rows),
    close: () => someone.end(),
  }
}

// Whatever table is still empty gets a row of each of the two: nothing but what must be said, with keys and checks asleep.
async function fill(owner: pg.Client, owned: readonly string[]): Promise<void> {
  const { rows: checks } = await owner.query<{ drop: string }>(`select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop
    from pg_constraint where contype = 'c' and conrelid::regclass::text = any ($1)`, [owned])
  for (const { drop } of checks) await owner.query(drop)
  await owner.query('set session_replication_role = replica')
  for (const table of owned) {
    for (const community of COMMUNITIES) {
      if ((await owner.query(`select from ${table} where community_id = ${community} limit 1`)).rowCount !== 0) continue
      const { rows } = await owner.query<{ name: string, type: string }>(`select attname as name, atttypid::regtype::text as type from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and attnotnull and not atthasdef and attidentity = '' and attname <> 'community_id'`, [table])
      const values = await Promise.all(rows.map(({ type }) => smallest(owner, type)))
      await owner.query(`insert into ${table} (${['community_id', ...rows.map(({ name }) => name)].join(', ')})
        values (${['$1', ...rows.map((_, i) => `$${i + 2}`)].join(', ')})`, [community, ...values])
    }
  }
  await owner.query('set session_replication_role = origin')
}

async function smallest(owner: pg.Client, type: string): Promise<unknown> {
  const known: Readonly<Record<string, unknown>> = { text: 'x', boolean: false, json: '{}', jsonb: '{}', date: '2026-11-20', 'timestamp with time zone': '2026-11-20', bytea: Buffer.alloc(32) }
  if (type in known) return known[type]
  if (type.endsWith('[]')) return []
  if (/int|numeric/u.test(type)) return 1
  const { rows } = await owner.query<{ label: string }>('select enumlabel as label from pg_enum where enumtypid = $1::regtype order by enumsortorder limit 1', [type])
  return rows[0]?.label
}
