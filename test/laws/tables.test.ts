// What the database itself must keep: shards by community, the second lock, the append-only journal, and types that do not drift.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { writeTables } from '../../bin/tables.ts'
import { testHouse, urlOf, type TestHouse } from '#test/database.ts'

/** Not owned by one community: looked up before the community is known. */
const GLOBAL = ['street', 'community', 'membership', 'api_token', 'allowance']

let village: TestHouse
before(async () => { village = await testHouse() })
after(() => village.close())

const ask = async <Row>(sql: string) => (await village.owner.query(sql)).rows as Row[]

describe('every table of a community', () => {
  const owned = () => ask<{ name: string }>(`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    and relname not like 'kysely%' and relname <> all ('{${GLOBAL.join(',')}}')`)

  test('has a primary key that begins with community_id', async () => {
    for (const { name } of await owned()) {
      const [key] = await ask<{ first: string }>(`select attname as first from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
        where indrelid = '${name}'::regclass and indisprimary`)
      assert.equal(key?.first, 'community_id', name)
    }
    assert.ok((await owned()).length >= 15)
  })

  test('has row-level security on, with the policy of the community', async () => {
    for (const { name } of await owned()) {
      const [table] = await ask<{ on: boolean, policy: string }>(`select relrowsecurity as "on",
        (select qual from pg_policies where tablename = '${name}') as policy from pg_class where oid = '${name}'::regclass`)
      assert.deepEqual(table, { on: true, policy: '(community_id = app_community())' }, name)
    }
  })

  test('carries community_id in every foreign key to another such table', async () => {
    const wrong = await ask<{ name: string }>(`select conname as name from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace and confrelid::regclass::text <> all ('{${GLOBAL.join(',')}}')
      and not exists (select from pg_attribute where attrelid = conrelid and attnum = any (conkey) and attname = 'community_id')`)
    assert.deepEqual(wrong, [])
  })

  test('says in a comment what it is', async () => {
    const silent = await ask<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and relname not like 'kysely%'
      and relnamespace in ('public'::regnamespace, 'sign_in'::regnamespace) and obj_description(oid) is null`)
    assert.deepEqual(silent, [])
  })

  test('shows nothing while no community is set', async () => {
    for (const { name } of await owned()) {
      const rows = await ask(`begin; set local role linju_reader; select 1 from ${name} limit 1; commit`).catch(error => { throw error })
      assert.ok(rows === undefined || rows.length === 0, name)
    }
  })
})

describe('the roles', () => {
  test('own nothing, are no superusers and bypass no policy', async () => {
    const roles = await ask<{ rolsuper: boolean, rolbypassrls: boolean }>(`select rolsuper, rolbypassrls from pg_roles where rolname like 'linju\\_%'`)
    assert.equal(roles.length, 2)
    for (const role of roles) assert.deepEqual(role, { rolsuper: false, rolbypassrls: false })
    assert.deepEqual(await ask(`select relname from pg_class where relowner in (select oid from pg_roles where rolname like 'linju\\_%')`), [])
  })

  test('let the reader change nothing and nobody touch the journal’s past', async () => {
    const may = (role: string, table: string, right: string) =>
      ask<{ may: boolean }>(`select has_table_privilege('${role}', '${table}', '${right}') as may`).then(rows => rows[0]?.may)
    assert.equal(await may('linju_reader', 'matter', 'insert'), false)
    assert.equal(await may('linju_reader', 'matter', 'update'), false)
    for (const right of ['update', 'delete', 'truncate']) assert.equal(await may('linju_writer', 'journal', right), false, right)
    assert.equal(await may('linju_writer', 'journal', 'insert'), true)
  })
})

test('the generated types are what the database says', () => {
  assert.ok(writeTables(urlOf(village.settings), 'verify'), 'run: npm run tables')
})
