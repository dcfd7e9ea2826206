// Nobody adds a field about people in silence: every column that refers to a person or may hold words is declared, with its purpose and its end.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ABOUT_NOBODY, PERSONAL_DATA } from '#modules/people/public.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { dataProtectionPage, dataProtectionWritten } from '../../bin/data-protection.ts'

let house: TestHouse
let columns: { field: string, table: string, column: string }[]
before(async () => {
  house = await testHouse()
  const { rows } = await house.owner.query<{ table: string, column: string }>(`
    select case c.table_schema when 'public' then '' else c.table_schema || '.' end || c.table_name as table, c.column_name as column
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema in ('public', 'sign_in') and t.table_type = 'BASE TABLE' and c.table_name not like 'kysely%'
      and (c.data_type in ('text', 'ARRAY', 'jsonb', 'json', 'bytea', 'uuid', 'tsvector', 'character varying') or c.column_name ~ '(person|account|author|owner|lead|agent|principal)_id$|_by$'
        or exists (select from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
          where k.contype = 'f' and k.conrelid = format('%I.%I', c.table_schema, c.table_name)::regclass
            and k.confrelid in ('public.person'::regclass, 'sign_in.account'::regclass) and a.attname = c.column_name and a.attname <> 'community_id'))`)
  columns = rows.map(row => ({ ...row, field: `${row.table}.${row.column}` }))
})
after(() => house.close())

const declared = new Set(PERSONAL_DATA.flatMap(kind => kind.fields))

function aboutNobody(table: string, column: string): boolean {
  const [fields = ''] = ABOUT_NOBODY[table] ?? []
  return fields === '*' || fields.split(' ').includes(column)
}

test('every column that refers to a person or may hold words is declared, or said to be about nobody with a reason', () => {
  const silent = columns.filter(({ field, table, column }) => !declared.has(field) && !aboutNobody(table, column)).map(({ field }) => field)
  assert.deepEqual(silent, [], 'declare them in src/modules/people/personal-data.ts')
  assert.ok(columns.length > 120)
})

test('what is declared is there, once', () => {
  const there = new Set(columns.map(({ field }) => field))
  const all = PERSONAL_DATA.flatMap(kind => kind.fields)
  assert.deepEqual(all.filter(field => !there.has(field)), [])
  assert.equal(new Set(all).size, all.length)
  for (const [table, [fields, why]] of Object.entries(ABOUT_NOBODY)) {
    assert.ok(why.length > 5, table)
    for (const field of fields.split(' ')) assert.ok(field === '*' || there.has(`${table}.${field}`), `${table}.${field}`)
  }
})

test('no column that refers to a person is said to be about nobody', async () => {
  const { rows } = await house.owner.query<{ table: string, column: string }>(`select conrelid::regclass::text as table, attname as column
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any (conkey)
    where contype = 'f' and confrelid = 'person'::regclass and attname <> 'community_id'`)
  assert.deepEqual(rows.filter(({ table, column }) => aboutNobody(table, column)), [])
})

test('docs/data-protection.md is what the declaration says', () => {
  assert.equal(dataProtectionWritten(), dataProtectionPage(), 'run: npm run data-protection')
})
