// The second lock alone: what the database shows and lets change when the application names no community, or asks for another one.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { neighbourhood, type Neighbourhood } from './ground.ts'
import { GLOBAL, NO_RIGHT, openRows, type Rows } from './rows.ts'

const ROLES = ['linju_reader', 'linju_writer'] as const
const MINE = 1
const THEIRS = 2

/** What is written once: not changed, not deleted. Every table of which that is so. */
const WRITTEN_ONCE = [
  'activity_reminder', 'ballot', 'ballot_counted', 'committee_motion', 'committee_signature', 'council_missed', 'decision_delivery',
  'decision_posting', 'decision_reminder', 'election_draft', 'election_posting', 'election_reminder', 'election_visit', 'estate_rules',
  'hook_report', 'hours_entry', 'hours_posting', 'journal', 'lesson_reset', 'matter_dossier', 'method', 'paper_reading', 'plan_drawing',
  'plan_part', 'plan_version', 'poll_option', 'poll_result', 'record_head', 'record_leaf', 'record_node', 'session_addendum',
  'session_minute', 'session_minutes', 'sharing_agreement', 'sharing_bill', 'sharing_bill_line', 'sharing_share', 'star_table',
]
/** What stays: changed, not deleted. Every table of which that is so. */
const STAYS = [
  'activity', 'activity_post', 'ballot_mandate', 'call', 'call_asked', 'call_back', 'call_helper', 'committee_meeting', 'committee_visit',
  'contact_card', 'conversation', 'conversation_map', 'conversation_statement', 'conversation_vote', 'conversation_voter', 'council',
  'council_seat', 'council_session', 'decision', 'decision_objection', 'duty_gap', 'duty_leave', 'duty_note', 'duty_roster', 'duty_swap',
  'duty_turn', 'election', 'election_candidate', 'election_check', 'election_item', 'election_member', 'election_objection',
  'election_question', 'errand', 'errand_swap', 'happening', 'home_opening', 'hook', 'hours_correction', 'matter', 'matter_check',
  'matter_cost', 'matter_handler', 'matter_plan', 'matter_poll', 'menu_item', 'menu_order', 'moderation_case', 'moderation_report',
  'moderation_word', 'order_consent', 'order_date', 'patrol_point', 'person', 'plan_suggestion', 'poll', 'poll_voter', 'post', 'project',
  'recall', 'service', 'serving', 'session_point', 'session_question', 'session_seat', 'session_speaker', 'session_task', 'sharing',
  'sharing_home', 'sharing_objection', 'sharing_reading', 'sharing_signatory', 'team_asking', 'volunteer', 'volunteer_credit',
  'volunteer_policy', 'volunteer_qualification',
]

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
    const once = await without('update', 'delete')
    assert.deepEqual(once.sort(), WRITTEN_ONCE)
    assert.deepEqual((await without('delete')).filter(table => !once.includes(table)).sort(), STAYS)
    for (const table of WRITTEN_ONCE) {
      assert.equal(await as('linju_writer', MINE, `update ${table} set community_id = community_id`), NO_RIGHT, table)
      assert.equal(await as('linju_writer', MINE, `delete from ${table}`), NO_RIGHT, table)
    }
  })
})
