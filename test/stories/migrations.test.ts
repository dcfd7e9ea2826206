// A new version brings the schema up to date while the old one serves: nobody is turned away, and of several starts one does it.
import assert from 'node:assert/strict'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { migrate } from '#kit/migrate.ts'
import { StartError } from '#kit/start-error.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { createApp } from '../../src/app.ts'

let house: TestHouse
let folder = ''
before(async () => {
  house = await testHouse()
  await house.act(foundCommunity, passerBy(1), {
    name: '石埕社区', street: '榕城街道', slug: 'shicheng', method: '163', secretaryName: '苏文清', secretaryPhone: '138 0000 0001',
  })
  await house.owner.query(`insert into place (community_id, kind, name, label, code) values (1, 'estate', '榕荫里', '榕荫里', 'GATE')`)
  folder = await mkdtemp(join(tmpdir(), 'linju-schema-'))
  await cp(new URL('../../db/', import.meta.url), folder, { recursive: true })
})
after(async () => {
  await rm(folder, { recursive: true, force: true })
  await house.close()
})

const schema = () => pathToFileURL(`${folder}/`)
const newFile = (name: string, text: string) => writeFile(join(folder, `${name}.sql`), text)
const count = async (question: string) => (await house.owner.query(question)).rowCount

/** Told to come less often is an answer; anything else from 400 on is a failure. */
const failed = (status: number) => status >= 400 && status !== 429

/** The old version, asked without a pause by several people until `stop`; answers every status that it gave. */
function oldVersionServes(): { stop: () => Promise<number[]> } {
  const app = createApp(house.house)
  const statuses: number[] = []
  let going = true
  const raise = () => app.request('/api/matters.raise?community=shicheng', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ place: 1, kind: 'broken', text: '单元门关不上' }),
  })
  const person = async (i: number) => {
    while (going) statuses.push((await (i % 2 ? raise() : app.request(`/shicheng/board?n=${statuses.length}`))).status)
  }
  const people = Promise.all([0, 1, 2, 3].map(person))
  return { stop: async () => {
    going = false
    await people
    return statuses
  } }
}

describe('a migration', () => {
  test('of an added column, a new table and an index runs while the old version serves, and no request fails', async () => {
    await newFile('9001_more', `alter table matter add column weight integer not null default 0;
      create table matter_weight (community_id integer not null, matter_id bigint not null, primary key (community_id, matter_id),
        foreign key (community_id, matter_id) references matter);`)
    await newFile('9002_index', '-- concurrently\ndrop index concurrently if exists matter_by_weight;\ncreate index concurrently matter_by_weight on matter (community_id, weight);')
    const old = oldVersionServes()
    await pause(300)
    const applied = await migrate(house.settings, { folder: schema() })
    await pause(300)
    const statuses = await old.stop()
    assert.deepEqual(applied, ['9001_more', '9002_index'])
    assert.ok(statuses.length > 10, `${statuses.length} answers`)
    assert.deepEqual(statuses.filter(failed), [])
    assert.equal(await count(`select 1 from pg_index where indexrelid = 'matter_by_weight'::regclass and indisvalid`), 1)
  })

  test('waits for a table that is busy in short turns, so that those behind it are served', async () => {
    await newFile('9003_busy', 'alter table matter add column colour text;')
    const reader = new pg.Client(house.settings)
    await reader.connect()
    await reader.query('begin; select 1 from matter')
    const old = oldVersionServes()
    const migrating = migrate(house.settings, { folder: schema(), pause: 300 })
    await pause(1800)
    assert.equal(await count(`select 1 from kysely_migration where name = '9003_busy'`), 0)
    await reader.query('commit')
    await reader.end()
    assert.deepEqual(await migrating, ['9003_busy'])
    assert.deepEqual((await old.stop()).filter(failed), [])
  })

  test('gives up with one sentence where the table stays busy, and has changed nothing', async () => {
    await newFile('9004_never', 'alter table matter add column taste text;')
    await house.owner.query('begin; lock table matter in access share mode')
    const refused = (error: unknown) => error instanceof StartError && /9004_never/.test(error.reason('zh')) && /backup/.test(error.reason('en'))
    await assert.rejects(migrate(house.settings, { folder: schema(), tries: 2, pause: 10 }), refused)
    await house.owner.query('commit')
    assert.equal(await count(`select 1 from information_schema.columns where column_name = 'taste'`), 0)
    await rm(join(folder, '9004_never.sql'))
  })

  test('that fails half-way leaves nothing behind and can be tried again', async () => {
    await newFile('9005_half', 'create table half (id integer); select 1 / 0;')
    await assert.rejects(migrate(house.settings, { folder: schema() }), /division by zero/)
    assert.equal(await count(`select 1 from pg_class where relname = 'half'`), 0)
    await newFile('9005_half', 'create table half (id integer);')
    assert.deepEqual(await migrate(house.settings, { folder: schema() }), ['9005_half'])
  })

  test('that was cut off while it built an index builds it again, whole', async () => {
    await house.owner.query(`insert into half values (1), (1)`)
    await newFile('9006_cut', '-- concurrently\ndrop index concurrently if exists half_once;\ncreate unique index concurrently half_once on half (id);')
    await assert.rejects(migrate(house.settings, { folder: schema() }), /half_once/)
    assert.equal(await count(`select 1 from pg_index where indexrelid = 'half_once'::regclass and not indisvalid`), 1)
    await house.owner.query('truncate half')
    await migrate(house.settings, { folder: schema() })
    assert.equal(await count(`select 1 from pg_index where indexrelid = 'half_once'::regclass and indisvalid`), 1)
  })

  test('is done once by five starts at the same moment', async () => {
    await newFile('9007_once', 'create table once (id integer); insert into once values (1);')
    await newFile('9008_index', '-- concurrently\ndrop index concurrently if exists once_id;\ncreate index concurrently once_id on once (id);')
    const applied = await Promise.all([1, 2, 3, 4, 5].map(() => migrate(house.settings, { folder: schema() })))
    assert.deepEqual(applied.flat(), ['9007_once', '9008_index'])
    assert.equal(await count('select 1 from once'), 1)
  })

  test('of a newer version keeps an older one from starting, with one sentence', async () => {
    await assert.rejects(migrate(house.settings), (error: unknown) => error instanceof StartError && /9001_more/.test(error.reason('en')))
  })
})
