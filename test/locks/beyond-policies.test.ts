// What the policies do not reach: tables that are read before the community is known, views, and functions that see more than who calls them.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { neighbourhood, type Neighbourhood } from './ground.ts'
import { GLOBAL, openRows, type Rows } from './rows.ts'

const MINE = 1
const THEIRS = 2

/** Functions that see past the policies, and why that is safe. */
const DEFINERS: Readonly<Record<string, string>> = {
  place_of_code: 'answers two numbers for a code of 40 bits, which is printed on the wall',
  matters_found: 'asks for app_community() itself',
  matters_sharing: 'asks for app_community() itself',
  matters_open: 'asks for app_community() itself',
  calls_due: 'two numbers of each call of which something is due: for the job that widens the rings in every community',
  clocks_due: 'two numbers of each clock that is due: for the job that rings in every community',
  backlog: 'counts, for whoever watches the machine',
  moderation_due: 'two numbers of each case that is due: for the job',
  street_openings: 'counts, for a page that everybody may see',
  street_counts: 'counts, for a page that everybody may see',
}

let here: Neighbourhood
let rows: Rows
before(async () => {
  here = await neighbourhood()
  rows = await openRows(here)
})
after(async () => {
  await rows?.close()
  await here?.close()
})

describe('what stands before the community is known', () => {
  test('is these tables and columns and no others', async () => {
    const { rows: found } = await here.owner.query<{ name: string, columns: string[] }>(`select relname as name, array_agg(attname::text order by attnum) as columns
      from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity and relname not like 'kysely%' group by 1`)
    assert.deepEqual(Object.fromEntries(found.map(row => [row.name, row.columns.sort()])),
      Object.fromEntries(Object.entries(GLOBAL).map(([name, columns]) => [name, [...columns].sort()])))
  })

  test('is reached by no view that sees more than its reader', async () => {
    const { rows: found } = await here.owner.query(`select relname from pg_class where relkind in ('v', 'm') and relnamespace in ('public'::regnamespace, 'sign_in'::regnamespace)
      and coalesce(array_to_string(reloptions, ','), '') not like '%security_invoker=true%'`)
    assert.deepEqual(found, [])
  })

  test('is reached by these functions and no others, each with its own search path', async () => {
    const { rows: found } = await here.owner.query<{ name: string, settings: string[] | null }>(
      `select proname as name, proconfig as settings from pg_proc where prosecdef and pronamespace in ('public'::regnamespace, 'sign_in'::regnamespace)`)
    assert.deepEqual(found.map(({ name }) => name).sort(), Object.keys(DEFINERS).sort())
    for (const { name, settings } of found) assert.ok(settings?.some(setting => setting.startsWith('search_path=')), name)
  })

  test('shows through those functions only one’s own matters, and of the others numbers alone', async () => {
    const { foreign, own } = here.spots
    const found = (sql: string) => rows.read(MINE, sql)
    const ids = (answered: Record<string, unknown>[]) => answered.flatMap(row => Object.values(row).map(Number))
    const theirs = (await here.owner.query<{ id: number }>(`select id::int from matter where community_id = ${THEIRS}`)).rows.map(({ id }) => id)
    const seen = ids(await found(`select matters_found('不亮'::tsquery)`))
    const open = ids((await found('select * from matters_open(null)')).map(row => ({ id: Object.values(row)[0] })))
    const sharing = ids(await found(`select matters_sharing(likeness) from matter where id = ${own.fresh}`))
    for (const id of [...seen, ...open, ...sharing]) assert.ok(!theirs.includes(id), String(id))
    for (const one of [seen, open]) assert.ok(one.includes(own.fresh))
    assert.deepEqual(await found(`select * from matters_open(${foreign.estate})`), [])
    for (const row of await found(`select * from clocks_due('2030-01-01', 1000)`)) assert.deepEqual(Object.keys(row), ['community_id', 'clock_id'])
    const calls = await found(`select * from calls_due('2030-01-01', 1000)`)
    assert.ok(calls.length > 0)
    for (const row of calls) assert.deepEqual(Object.keys(row), ['community_id', 'call_id'])
    for (const row of await found(`select * from street_counts(1, now())`)) {
      assert.deepEqual(Object.keys(row), ['community_id', 'open', 'late', 'done', 'stars'])
    }
    assert.deepEqual(await found(`select * from place_of_code('${foreign.code}')`), [{ community_id: THEIRS, place_id: String(foreign.estate) }])
  })
})
