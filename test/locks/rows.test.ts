// The second lock alone: what the database shows and lets change when the application names no community, or asks for another one.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { neighbourhood, type Neighbourhood } from './ground.ts'
import { GLOBAL, NO_RIGHT, openRows, type Rows } from './rows.ts'

const ROLES = ['linju_reader', 'linju_writer'] as const
const MINE = 1
const THEIRS = 2

/** What is written once: not changed, not deleted. */
const WRITTEN_ONCE = ['election_draft', 'election_posting', 'election_visit', 'committee_motion', 'committee_signature', 'council_missed', 'session_minute', 'session_minutes', 'session_addendum', 'journal', 'matter_dossier', 'record_head', 'record_leaf', 'record_node', 'plan_version', 'plan_part', 'plan_drawing', 'sharing_agreement', 'sharing_share', 'sharing_bill', 'sharing_bill_line', 'poll_option', 'poll_result']
/** What stays: changed, not deleted. */
const STAYS = ['election', 'election_candidate', 'election_objection', 'election_question', 'election_member', 'election_item', 'recall', 'committee_visit', 'committee_meeting', 'council', 'council_seat', 'council_session', 'session_seat', 'session_task', 'session_speaker', 'session_question', 'session_point', 'person', 'post', 'matter', 'matter_handler', 'matter_cost', 'matter_plan', 'plan_suggestion', 'sharing', 'sharing_home', 'sharing_reading', 'sharing_objection', 'sharing_signatory', 'matter_poll', 'matter_check', 'home_opening', 'poll', 'poll_voter', 'conversation', 'conversation_statement', 'conversation_voter', 'conversation_vote', 'conversation_map']

let here: Neighbourhood
let rows: Rows
let owned: readonly string[] = []

before(async () => {
  here = await neighbourhood()
  rows = await openRows(here)
  owned = rows.owned
})
after(async () => {
  await rows?.close()
  await here?.close()
})

const as: Rows['as'] = (role, community, sql) => rows.as(role, community, sql)
const nothing = (result: number | string) => result === 0 || result === NO_RIGHT

describe('a community', () => {
  test('has rows to be guarded in every table, and so has the other', async () => {
    const empty: string[] = []
    for (const table of owned) {
      for (const community of [MINE, THEIRS]) {
        const { rowCount } = await here.owner.query(`select from ${table} where community_id = ${community} limit 1`)
        if (rowCount === 0) empty.push(`${table} of ${community}`)
      }
    }
    assert.ok(owned.length >= 40, String(owned.length))
    assert.deepEqual(empty, [])
  })

  for (const role of ROLES) {
    test(`cannot see a row of another one, as ${role}, even when it asks for it`, async () => {
      for (const table of owned) {
        assert.ok(nothing(await as(role, MINE, `select from ${table} where community_id = ${THEIRS}`)), table)
        const { rowCount } = await here.owner.query(`select from ${table} where community_id = ${MINE}`)
        assert.equal(await as(role, MINE, `select from ${table}`), rowCount, table)
      }
    })

    test(`sees nothing while nobody has said which one, as ${role}`, async () => {
      for (const table of owned) assert.ok(nothing(await as(role, null, `select from ${table}`)), table)
      for (const odd of [0, -1, 999]) for (const table of owned) assert.ok(nothing(await as(role, odd, `select from ${table}`)), table)
    })
  }

  test('cannot change or delete a row of another one', async () => {
    for (const table of owned) {
      assert.ok(nothing(await as('linju_writer', MINE, `update ${table} set community_id = community_id where community_id = ${THEIRS}`)), table)
      assert.ok(nothing(await as('linju_writer', MINE, `delete from ${table} where community_id = ${THEIRS}`)), table)
      assert.ok(nothing(await as('linju_writer', null, `update ${table} set community_id = community_id`)), table)
      assert.ok(nothing(await as('linju_writer', null, `delete from ${table}`)), table)
    }
  })

  test('cannot put a row into another one, nor give it one of its own', async () => {
    const copy = (table: string, to: number) => `insert into ${table} overriding system value
      select (jsonb_populate_record(null::${table}, to_jsonb(ours) || '{"community_id": ${to}}')).* from ${table} ours limit 1`
    for (const table of owned) {
      assert.equal(await as('linju_writer', MINE, copy(table, THEIRS)), NO_RIGHT, table)
      const given = await as('linju_writer', MINE, `update ${table} set community_id = ${THEIRS}`)
      assert.ok(given === NO_RIGHT, `${table}: ${given}`)
    }
  })
})

describe('the reader', () => {
  test('can change nothing at all, in any schema', async () => {
    const { rows } = await here.owner.query<{ name: string }>(`select oid::regclass::text as name from pg_class
      where relkind in ('r', 'p', 'v', 'S') and relnamespace in ('public'::regnamespace, 'sign_in'::regnamespace)
      and has_table_privilege('linju_reader', oid, 'insert, update, delete, truncate, references, trigger')`)
    assert.deepEqual(rows, [])
    assert.equal(await as('linju_reader', MINE, `insert into street (name) values ('x')`), NO_RIGHT)
  })

  test('cannot look into how people sign in', async () => {
    const { rows } = await here.owner.query<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'sign_in'::regnamespace`)
    assert.ok(rows.length >= 8)
    for (const { name } of rows) assert.equal(await as('linju_reader', MINE, `select from sign_in.${name}`), NO_RIGHT, name)
  })
})

describe('the writer', () => {
  const may = async (table: string, right: string) =>
    (await here.owner.query<{ may: boolean }>(`select has_table_privilege('linju_writer', $1, $2)
      or ($2 = 'update' and has_any_column_privilege('linju_writer', $1, 'update')) as may`, [table, right])).rows[0]?.may

  test('can empty no table and make none', async () => {
    for (const table of [...owned, ...Object.keys(GLOBAL)]) assert.equal(await may(table, 'truncate'), false, table)
    assert.equal(await as('linju_writer', MINE, 'create table mine (id integer)'), NO_RIGHT)
    assert.equal(await as('linju_writer', MINE, 'alter table matter disable row level security'), NO_RIGHT)
    assert.equal(await as('linju_writer', MINE, 'drop policy community on matter'), NO_RIGHT)
  })

  test('cannot change or delete what is written once, nor delete what stays', async () => {
    const without = async (...rights: string[]) => {
      const rightless = await Promise.all(owned.map(async table => (await Promise.all(rights.map(right => may(table, right)))).includes(true) ? [] : [table]))
      return rightless.flat()
    }
    assert.deepEqual(WRITTEN_ONCE.filter(table => !owned.includes(table)), [])
    for (const table of WRITTEN_ONCE) assert.ok((await without('update', 'delete')).includes(table), table)
    for (const table of STAYS) assert.ok((await without('delete')).includes(table), table)
    for (const table of WRITTEN_ONCE) {
      assert.equal(await as('linju_writer', MINE, `update ${table} set community_id = community_id`), NO_RIGHT, table)
      assert.equal(await as('linju_writer', MINE, `delete from ${table}`), NO_RIGHT, table)
    }
  })
})
