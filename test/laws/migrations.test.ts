// A migration runs while the version before it still serves: it adds, and what is no longer needed goes one version later.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { CONCURRENTLY, schemaFiles } from '#kit/migrate.ts'
import { statementsOf, withoutComments } from '#kit/statements.ts'

/** Released before there was this law. */
const RELEASED = 13

/** What the version before would stumble over, or what holds everybody up. Each pattern is tried on one statement, in lower case. */
const FORBIDDEN: readonly [what: string, pattern: RegExp][] = [
  ['takes away what the version before uses', /^drop (?:table|view|type|schema|column)|\bdrop column\b/],
  ['renames what the version before uses', /\brename\b/],
  ['changes a type, which writes the whole table anew', /\balter (?:column )?\w+ (?:set data )?type\b/],
  ['asks of old rows what the version before does not write', /\badd (?:column )?(?:if not exists )?\w+ (?!.*\bdefault\b).*\bnot null\b|\bset not null\b/],
  ['fills a new column row by row while nobody may write', /\badd (?:column )?\w+ .*\b(?:generated always as \(.*\) stored|generated (?:always|by default) as identity|default (?:gen_random_uuid|random|clock_timestamp|nextval))\b/],
  ['checks all rows while nobody may write: not valid first, validate later', /\badd (?:constraint \w+ )?(?:check|foreign key)\b(?!.*\bnot valid\b)|\badd (?!constraint\b)(?:column )?\w+ [^,]*\b(?:check \(|references )/],
  ['makes an index while nobody may write', /\badd (?:constraint \w+ )?(?:unique|primary key)\b(?! using index)/],
  ['writes the table anew', /^(?:cluster|vacuum full|reindex (?!.*concurrently)|lock)\b/],
  ['empties a table', /^truncate\b/],
  ['changes many rows in one go: let a job do it in pieces', /^(?:update|delete from)\b/],
  ['hides rows that the version before sees', /^alter table .*\b(?:enable|force) row level security\b|^create policy\b/],
]
const INDEX = /^create (?:unique )?index (concurrently )?(?:if not exists )?(\w+ )?on (\S+)/

/** What may stand there all the same, by file and table, and why. One that is no longer needed fails. */
const ALLOWED: ReadonlyMap<string, string> = new Map([])

interface Wrong {
  key: string
  what: string
}

const files = [...await schemaFiles()].filter(([name]) => Number(name.slice(0, 4)) > RELEASED)
const found = files.flatMap(([name, text]) => wrongIn(name, text))

/** What a file does that it must not. */
function wrongIn(name: string, text: string): Wrong[] {
  const statements = statementsOf(text).map(statement => withoutComments(statement).toLowerCase())
  return CONCURRENTLY.test(text) ? wrongAlone(name, statements) : wrongTogether(name, statements)
}

function wrongTogether(name: string, statements: readonly string[]): Wrong[] {
  const made = new Set(statements.map(statement => /^create (?:unlogged )?table (?:if not exists )?([\w.]+)/.exec(statement)?.[1]))
  return statements.flatMap(statement => {
    const table = tableOf(statement)
    // A table of this very file has no rows and no users yet.
    if (table !== null && made.has(table)) return []
    const key = `${name} ${table ?? statement.slice(0, 40)}`
    const index = INDEX.test(statement) ? [{ key, what: 'makes an index while nobody may write: a file of its own, -- concurrently' }] : []
    return [...index, ...FORBIDDEN.filter(([, pattern]) => pattern.test(statement)).map(([what]) => ({ key, what }))]
  })
}

// Each statement must be harmless the second time: an index that was cut off half-way is there, but of no use.
function wrongAlone(name: string, statements: readonly string[]): Wrong[] {
  return statements.flatMap((statement, i) => {
    const key = `${name} ${statement.slice(0, 40)}`
    if (/^drop index concurrently if exists \w+$|^alter table \S+ validate constraint \w+$|^comment on /.test(statement)) return []
    const [index, concurrently, called] = INDEX.exec(statement) ?? []
    if (!index || !concurrently || !called) return [{ key, what: 'does what belongs into a file of its own, in one transaction' }]
    return statements[i - 1] === `drop index concurrently if exists ${called.trim()}` ? [] : [{ key, what: 'does not drop a half-built index of that name first' }]
  })
}

function tableOf(statement: string): string | null {
  return /^(?:alter table (?:if exists )?(?:only )?|create policy \w+ on |lock (?:table )?|truncate (?:table )?|update |delete from )([\w.]+)/.exec(statement)?.[1]
    ?? INDEX.exec(statement)?.[3] ?? null
}

describe('a migration', () => {
  test('does nothing that the version before stumbles over', () => {
    assert.deepEqual(found.filter(({ key }) => !ALLOWED.has(key)), [])
  })

  test('has no exception that is no longer needed', () => {
    assert.deepEqual([...ALLOWED.keys()].filter(key => !found.some(wrong => wrong.key === key)), [])
  })

  test('has a number of its own', () => {
    const numbers = files.map(([name]) => name.slice(0, 4))
    assert.deepEqual(numbers.filter((number, i) => numbers.indexOf(number) !== i), [])
  })
})

describe('the law', () => {
  const bad = [
    'drop table matter', 'alter table matter drop column text', 'alter table matter rename text to words', 'alter type step rename value \'do\' to \'done\'',
    'alter table matter alter column kind type varchar(20)', 'alter table matter add column weight integer not null',
    'alter table matter alter column phone_sealed set not null', 'alter table matter add column key uuid default gen_random_uuid()',
    'alter table matter add constraint sane check (id > 0)', 'alter table matter add column weight integer check (weight > 0)',
    'alter table matter add column other bigint references street', 'alter table matter add foreign key (community_id, lead) references person',
    'alter table matter add unique (community_id, text)', 'create index on matter (kind)', 'create unique index by_text on matter (text)',
    'update matter set urgent = false', 'delete from matter_note', 'truncate journal', 'create policy other on matter using (true)',
    'vacuum full matter', 'alter table matter add column n bigint generated always as identity', 'lock table matter in exclusive mode', 'alter table matter add column n integer generated always as (id * 2) stored',
  ]
  const good = [
    'alter table matter add column weight integer', 'alter table matter add column weight integer not null default 0',
    'alter table matter add constraint sane check (id > 0) not valid', 'alter table matter validate constraint sane',
    'create table word (id integer primary key); create index on word (id); alter table word enable row level security',
    'create or replace function one() returns integer language sql begin atomic; select 1; end', 'alter type step add value \'wait\'',
    'do $$ begin delete from nothing; end $$', 'comment on table matter is \'drop table matter\'', 'revoke delete on post from linju_writer',
    '-- concurrently\ndrop index concurrently if exists by_kind;\ncreate index concurrently by_kind on matter (kind)',
  ]
  const half = [
    '-- concurrently\ncreate index concurrently if not exists by_kind on matter (kind)', '-- concurrently\ncreate index concurrently on matter (kind)',
    '-- concurrently\nalter table matter add column weight integer',
  ]
  for (const text of [...bad, ...half]) test(`refuses: ${text.replaceAll('\n', ' ')}`, () => assert.notDeepEqual(wrongIn('x', text), []))
  for (const text of good) test(`lets through: ${text.replaceAll('\n', ' ')}`, () => assert.deepEqual(wrongIn('x', text), []))
})
