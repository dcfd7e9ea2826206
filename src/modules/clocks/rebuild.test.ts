import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import fc from 'fast-check'
import { rebuildClocks, setCalendar, type ClockCommand } from '#modules/clocks/public.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { actorOf, passerBy, type Actor } from '#modules/people/public.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { moveClocks } from '#test/moving-clocks.ts'
import { ringClocks } from '../../jobs/clocks.ts'

const HOUR = 3_600_000
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
  await village.owner.query(`update journal set facts = '{}' where facts ? 'clocks'`)
  at('2026-09-28T08:30')
})

const at = (local: string) => { village.time.now = Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant() }
const move = (subject: string, ...commands: ClockCommand[]) => village.act(moveClocks, passerBy(1), { subject, commands })
const rows = async () => (await village.owner.query('select * from clock order by subject, id')).rows.map(({ id: _id, ...row }) => row)
const dayAfter = () => village.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days: 1 }).toString()
const newHours = () => village.act(setCalendar, secretary, { validFrom: dayAfter(), holidays: 'cn', days: '2026-10-04 9:00-10:00', ...WEEK })

describe('a clock made anew from the journal', () => {
  const name = fc.constantFrom('do', 'whole')
  const hours = fc.integer({ min: 1, max: 40 }).map(n => n * HOUR)
  const command: fc.Arbitrary<ClockCommand> = fc.oneof(
    fc.record({ do: fc.constant('start' as const), name, counting: fc.constantFrom('plain' as const, 'working' as const), allowed: hours,
      warn: fc.option(hours), climb: fc.option(hours), chain: fc.constantFrom<string[]>(['secretary'], ['grid_worker', 'secretary'], []), place: fc.constant(null) }),
    fc.record({ do: fc.constant('pause' as const) }), fc.record({ do: fc.constant('resume' as const) }),
    fc.record({ do: fc.constant('stop' as const), name }),
    fc.record({ do: fc.constant('allow' as const), name, allowed: hours, warn: fc.option(hours), climb: fc.option(hours) }),
    fc.record({ do: fc.constant('chain' as const), name, chain: fc.constant<string[]>(['secretary', 'secretary']) }),
  )
  const step = fc.record({ nanoseconds: fc.bigInt({ min: -10n, max: 60n }).map(n => n * 1_800_123_456_789n + n), subject: fc.constantFrom('y/1', 'y/2', 'y/3'), command, look: fc.boolean() })

  test('is the same, whatever happened: paused, resumed, rung, given more time, with new hours in the middle and a clock set back', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async steps => {
      await village.owner.query('truncate clock, calendar_version')
      await village.owner.query(`update journal set facts = '{}' where facts ? 'clocks'`)
      at('2026-09-28T08:30')
      for (const [i, one] of steps.entries()) {
        village.time.now = Temporal.Instant.fromEpochNanoseconds(village.time.now.epochNanoseconds + one.nanoseconds)
        if (i === Math.floor(steps.length / 2)) await newHours()
        await move(one.subject, one.command).catch((problem: Error) => assert.match(problem.message, /already/))
        if (one.look) await ringClocks(village.house)
      }
      const before = await rows()
      await village.act(rebuildClocks, secretary, {})
      assert.deepEqual(await rows(), before)
    }), { numRuns: 15 })
  })

  test('is the same when it ended before the new hours began, though it would have been due after', async () => {
    const start: ClockCommand = { do: 'start', name: 'do', counting: 'working', allowed: 20 * HOUR, warn: null, climb: null, chain: [], place: null }
    await move('y/4', start, { do: 'stop', name: 'do' })
    await newHours()
    const before = await rows()
    await village.act(rebuildClocks, secretary, {})
    assert.deepEqual(await rows(), before)
  })
})
