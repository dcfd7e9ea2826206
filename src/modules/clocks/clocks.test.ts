import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { perform } from '#kit/action.ts'
import { Invalid, Refused } from '#kit/errors.ts'
import { calendarOf, clocksDue, clocksOf, rebuildClocks, ringClock, setCalendar, type ClockCommand } from '#modules/clocks/public.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { actorOf, passerBy, type Actor } from '#modules/people/public.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { moveClocks } from '#test/moving-clocks.ts'
import { ringClocks } from '../../jobs/clocks.ts'

const HOUR = 3_600_000
const START: ClockCommand = { do: 'start', name: 'do', counting: 'working', allowed: 6.5 * HOUR, warn: 3 * HOUR, climb: 6.5 * HOUR, chain: ['grid_worker', 'secretary'], place: null }
const WEEK = { monday: '8:30-12:00 14:30-17:30', tuesday: '9:00-18:00', wednesday: '休', thursday: '9:00-18:00', friday: '9:00-18:00', saturday: '', sunday: 'off' }

let village: TestHouse
let secretary: Actor
before(async () => {
  village = await testHouse()
  const { secretary: id } = await village.act(foundCommunity, passerBy(1), {
    name: '石埕社区', street: '榕城街道', slug: 'shicheng', method: '163', secretaryName: '苏文清', secretaryPhone: '13800000001',
  })
  secretary = await village.house.database.look(1, db => actorOf(db, id, '2026-11-20'))
})
after(() => village.close())
beforeEach(async () => {
  await village.owner.query('truncate clock, calendar_version')
  village.time.now = here('2026-11-23T08:30')
})

const here = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant()
const at = (local: string) => { village.time.now = here(local) }
const move = (subject: string, ...commands: ClockCommand[]) => village.act(moveClocks, passerBy(1), { subject, commands })
const clocks = (subject: string) => village.house.database.look(1, db => clocksOf(db, subject))
const rings = async (subject: string) => (await village.owner.query(
  `select facts ->> 'level' as level, (facts ->> 'person')::int as person, facts ->> 'post' as post from journal where action = 'clocks.ring' and subject = $1 order by id`, [subject],
)).rows
const levels = async (subject: string) => (await rings(subject)).map(ring => ring.level)
const due = async (subject: string) => (await clocks(subject)).map(clock => clock.dueAt?.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' }))

describe('the alarm', () => {
  test('warns, rings and climbs to whoever holds the post, each once, whenever it looks', async () => {
    await move('x/1', START)
    const looks: [string, string[]][] = [
      ['2026-11-23T11:59', []], ['2026-11-23T12:00', ['warn']], ['2026-11-23T15:00', ['warn']], ['2026-11-23T17:30', ['warn', 'alarm']],
      ['2026-11-24T17:29', ['warn', 'alarm']], ['2026-11-24T17:30', ['warn', 'alarm', 'climb']], ['2026-12-24T17:30', ['warn', 'alarm', 'climb']],
    ]
    for (const [time, said] of looks) {
      at(time)
      await ringClocks(village.house)
      await ringClocks(village.house)
      assert.deepEqual(await levels('x/1'), said, time)
    }
    // Nobody is grid worker here: the next above is told.
    assert.deepEqual((await rings('x/1')).at(-1), { level: 'climb', person: secretary.personId, post: 'secretary' })
  })

  test('after a night in which nothing ran leaves the late warning out and tells the rest once, in order', async () => {
    await move('x/2', { ...START, chain: ['secretary', 'secretary'] })
    at('2026-12-10T08:30')
    await ringClocks(village.house)
    assert.deepEqual(await levels('x/2'), ['alarm', 'climb', 'climb'])
  })

  test('climbs to nobody once when nobody holds any post above', async () => {
    await move('x/3', { ...START, chain: ['grid_worker', 'grid_leader'] })
    at('2026-12-10T08:30')
    await ringClocks(village.house)
    assert.deepEqual((await rings('x/3')).at(-1), { level: 'climb', person: null, post: null })
    assert.equal((await clocks('x/3'))[0]?.nextAt, null)
  })

  test('tells once although two processes look at the same moment', async () => {
    for (let i = 10; i < 16; i++) await move(`x/${i}`, START)
    at('2026-11-23T17:30')
    const told = await Promise.all([ringClocks(village.house), ringClocks(village.house), ringClocks(village.house)])
    assert.equal(told.reduce((sum, n) => sum + n), 6)
    for (let i = 10; i < 16; i++) assert.deepEqual(await levels(`x/${i}`), ['alarm'])
  })

  test('tells once although the host’s clock jumps ahead and back again', async () => {
    await move('x/20', START)
    for (const time of ['2026-11-23T12:00', '2026-11-23T10:00', '2026-11-23T17:30', '2026-11-20T08:30', '2026-11-23T12:00', '2026-11-23T17:31']) {
      at(time)
      await ringClocks(village.house)
    }
    assert.deepEqual(await levels('x/20'), ['warn', 'alarm'])
  })

  test('is silent for a clock that is paused or ended', async () => {
    await move('x/30', START)
    await move('x/31', START)
    at('2026-11-23T11:00')
    await move('x/30', { do: 'pause' })
    await move('x/31', { do: 'stop', name: 'do' })
    at('2026-12-24T11:00')
    assert.equal(await ringClocks(village.house), 0)
    const { rows: ids } = await village.owner.query('select id from clock')
    for (const { id } of ids) await assert.rejects(village.act(ringClock, passerBy(1), { id: Number(id) }), Refused)
  })

  test('finds what is due in all communities with one question, the longest due first', async () => {
    await move('x/40', { ...START, warn: null })
    await move('x/41', START)
    const found = await clocksDue(village.house.database.commons, here('2026-11-24T08:30'), 10)
    assert.deepEqual(found.map(one => one.community_id), [1, 1])
    assert.ok((found[0]?.clock_id ?? 0) > (found[1]?.clock_id ?? 0))
    assert.equal((await clocksDue(village.house.database.commons, here('2026-11-24T08:30'), 1)).length, 1)
  })
})

describe('the secretary sets the calendar', () => {
  const set = (input: Record<string, string>) => village.act(setCalendar, secretary, { validFrom: '2026-11-24', holidays: 'cn', days: '', ...WEEK, ...input })

  test('and what is running has its new due time at once', async () => {
    at('2026-11-23T16:00')
    await move('x/50', START)
    await move('x/51', { ...START, counting: 'plain' })
    assert.deepEqual([await due('x/50'), await due('x/51')], [['2026-11-24T16:00'], ['2026-11-23T22:30']])
    await set({ days: '2026-11-25 8:00–9:00\n2026年11月24日 休' })
    assert.deepEqual([await due('x/50'), await due('x/51')], [['2026-11-26T13:00'], ['2026-11-23T22:30']])
    const [version] = (await village.house.database.look(1, calendarOf)).versions
    assert.deepEqual(version?.days, { '2026-11-24': [], '2026-11-25': [[480, 540]] })
  })

  test('again for an earlier day, and the later one is gone', async () => {
    await set({ validFrom: '2026-12-01' })
    await set({ validFrom: '2026-11-25', wednesday: '0:00-24:00' })
    const { versions } = await village.house.database.look(1, calendarOf)
    assert.deepEqual(versions.map(version => version.validFrom), ['2026-11-25'])
  })

  test('not for today, not without any hours, not in words that nobody can read: each field says so', async () => {
    const wrong = async (input: Record<string, string>) => {
      const problem: unknown = await set(input).catch((error: unknown) => error)
      assert.ok(problem instanceof Invalid)
      return problem.problems.map(({ field }) => field)
    }
    assert.deepEqual(await wrong({ validFrom: '2026-11-23' }), ['validFrom'])
    assert.deepEqual(await wrong({ validFrom: '2028-11-23' }), ['validFrom'])
    assert.deepEqual(await wrong({ monday: '', tuesday: '', thursday: '', friday: '' }), ['monday'])
    assert.deepEqual(await wrong({ tuesday: '9:00-12:00 11:00-13:00', friday: 'early', days: '2026-02-30 休' }), ['tuesday', 'friday', 'days'])
  })

  test('and nobody else does', async () => {
    await assert.rejects(village.act(setCalendar, passerBy(1), { validFrom: '2026-11-24', holidays: 'cn', ...WEEK }), Refused)
    await assert.rejects(village.act(rebuildClocks, passerBy(1), {}), Refused)
  })

  test('while somebody starts a clock: it follows the new hours all the same', async () => {
    for (let i = 60; i < 66; i++) {
      await village.owner.query('truncate calendar_version')
      await Promise.all([set({ monday: '休', tuesday: '休' }), move(`x/${i}`, { ...START, allowed: 13 * HOUR })])
      assert.deepEqual(await due(`x/${i}`), ['2026-11-26T15:30'])
    }
  })
})

test('a clock belongs to its community: another one neither sees nor moves it', async () => {
  await move('x/70', START)
  assert.deepEqual(await village.house.database.look(2, db => clocksOf(db, 'x/70')), [])
  const { id } = (await village.owner.query('select id from clock')).rows[0]
  await assert.rejects(perform(village.house.database, { ...village.house.means, now: here('2026-12-01T00:00') }, ringClock, passerBy(2), { id: Number(id) }), Refused)
})
