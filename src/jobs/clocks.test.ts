import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { openDatabase } from '#kit/db.ts'
import type { ClockCommand } from '#modules/clocks/public.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { moveClocks } from '#test/moving-clocks.ts'
import { until } from '#test/visitor.ts'
import { ringClocks, startClocks } from './clocks.ts'

const START: ClockCommand = { do: 'start', name: 'answer', counting: 'plain', allowed: 300_000, warn: 60_000, climb: 300_000, chain: ['secretary'], place: null }

let village: TestHouse
before(async () => {
  village = await testHouse()
  for (const [id, slug] of [[1, 'shicheng'], [2, 'chating']] as const) {
    await village.act(foundCommunity, passerBy(id), { name: slug, street: '榕城街道', slug, method: '163', secretaryName: '苏文清', secretaryPhone: '13800000001' })
  }
})
after(() => village.close())
beforeEach(() => village.owner.query('truncate clock'))

const start = (subject: string, community = 1) => village.act(moveClocks, passerBy(community), { subject, commands: [START] })
const later = (minutes: number) => { village.time.now = village.time.now.add({ minutes }) }
const levels = async (subject: string) => (await village.owner.query(
  `select facts ->> 'level' as level from journal where action = 'clocks.ring' and subject = $1 order by id`, [subject])).rows.map(row => row.level)

test('the clocks of every community are told of', async () => {
  await start('a/1', 1)
  await start('a/1', 2)
  later(5)
  assert.equal(await ringClocks(village.house), 2)
  assert.deepEqual(await levels('a/1'), ['alarm', 'alarm'])
})

test('two processes that look at once tell everything once', async () => {
  const other = { ...village.house, database: openDatabase(village.settings) }
  for (let i = 0; i < 20; i++) await start(`b/${i}`)
  later(4)
  await Promise.all([ringClocks(village.house), ringClocks(other)])
  later(30)
  await Promise.all([ringClocks(other), ringClocks(village.house)])
  for (let i = 0; i < 20; i++) assert.deepEqual(await levels(`b/${i}`), ['warn', 'alarm', 'climb'])
  await other.database.close()
})

test('what could not be written down was not said: it is said at the next look, and the others are not kept waiting', async () => {
  await start('c/1')
  await start('c/2')
  await village.owner.query(`create function no() returns trigger language plpgsql as $$ begin raise 'full'; end $$;
    create trigger no before insert on journal for each row when (new.subject = 'c/1') execute function no()`)
  later(5)
  assert.equal(await ringClocks(village.house), 1)
  await village.owner.query('drop trigger no on journal; drop function no')
  assert.equal(await ringClocks(village.house), 1)
  assert.deepEqual([await levels('c/1'), await levels('c/2')], [['alarm'], ['alarm']])
})

test('the look-out tells within seconds, and ends when asked', async () => {
  await start('d/1')
  later(5)
  const stop = startClocks(village.house)
  assert.ok(await until(async () => (await levels('d/1')).length === 1, 10))
  await stop()
  later(60)
  assert.deepEqual(await levels('d/1'), ['alarm'])
})
