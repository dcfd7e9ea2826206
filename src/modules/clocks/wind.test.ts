import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Calendar } from '#modules/clocks/calendar.ts'
import { lateSince, levelDue, usedAt, type Clock } from '#modules/clocks/clock.ts'
import { left, standing } from '#modules/clocks/left.ts'
import { wind, type ClockCommand } from '#modules/clocks/wind.ts'
import { counted } from '#modules/clocks/work-time.ts'

const calendar: Calendar = { zone: 'Asia/Shanghai', versions: [] }
const HOUR = 3_600_000
const here = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant()
const said = (at: Temporal.Instant | null | undefined) => at?.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' })
const start: ClockCommand = {
  do: 'start', name: 'do', counting: 'working', allowed: 19.5 * HOUR, warn: 6.5 * HOUR, climb: 6.5 * HOUR, chain: ['grid_worker', 'secretary'], place: 7,
}
const history = (...steps: [at: string, command: ClockCommand][]): Clock => {
  const clocks = steps.reduce((all, [at, command]) => wind(all, command, { subject: 'matters/1', at: here(at), calendar }), [] as Clock[])
  return clocks.at(-1) ?? assert.fail('no clock')
}
const sentence = (clock: Clock, at: string, why?: string) => left('zh', clock, here(at), calendar, why)

describe('a clock of three working days, started on Monday at 15:00', () => {
  const monday: [string, ClockCommand] = ['2026-11-23T15:00', start]

  test('warns on Wednesday, is due on Thursday at 15:00', () => {
    const clock = history(monday)
    assert.equal(said(clock.nextAt), '2026-11-25T15:00')
    assert.equal(said(clock.dueAt), '2026-11-26T15:00')
  })

  test('that was paused for a day is due a day later, and calls nobody meanwhile', () => {
    const paused = history(monday, ['2026-11-24T10:00', { do: 'pause' }])
    assert.deepEqual([paused.dueAt, paused.nextAt, levelDue(paused, here('2027-01-01T00:00'))], [null, null, null])
    assert.equal(said(history(monday, ['2026-11-24T10:00', { do: 'pause' }], ['2026-11-25T10:00', { do: 'resume' }]).dueAt), '2026-11-27T15:00')
  })

  test('pausing twice, resuming twice and stopping twice is doing it once', () => {
    const pause: [string, ClockCommand] = ['2026-11-24T10:00', { do: 'pause' }]
    assert.deepEqual(history(monday, pause, ['2026-11-24T16:00', { do: 'pause' }]), history(monday, pause))
    const resume: [string, ClockCommand] = ['2026-11-24T16:00', { do: 'resume' }]
    assert.deepEqual(history(monday, pause, resume, ['2026-11-25T10:00', { do: 'resume' }]), history(monday, pause, resume))
    const stop: [string, ClockCommand] = ['2026-11-24T16:00', { do: 'stop', name: 'do' }]
    assert.deepEqual(history(monday, stop, ['2026-11-27T16:00', { do: 'stop', name: 'do' }]), history(monday, stop))
  })

  test('keeps what was used when the matter becomes urgent, and the alarm comes at once when that is over already', () => {
    const urgent = history(monday, ['2026-11-24T15:00', { do: 'allow', name: 'do', allowed: 6 * HOUR, warn: null, climb: null }])
    assert.equal(usedAt(urgent, here('2026-11-24T15:00'), calendar), 6.5 * HOUR)
    assert.equal(said(urgent.dueAt), '2026-11-24T12:00')
    assert.equal(levelDue(urgent, here('2026-11-24T15:00')), 'alarm')
  })

  test('gets a new warning and a new alarm when it is given more time', () => {
    const late = history(monday, ['2026-11-26T15:00', { do: 'ring', name: 'do', level: 2 }],
      ['2026-11-26T16:00', { do: 'allow', name: 'do', allowed: 39 * HOUR, warn: 6.5 * HOUR, climb: null }])
    assert.deepEqual([late.rung, said(late.dueAt)], [0, '2026-12-01T15:00'])
    const near = history(monday, ['2026-11-25T15:00', { do: 'ring', name: 'do', level: 1 }],
      ['2026-11-25T16:00', { do: 'allow', name: 'do', allowed: 20 * HOUR, warn: 19 * HOUR, climb: null }])
    assert.equal(near.rung, 1)
  })

  test('climbs a day after the alarm, and another day later to the next, then no further', () => {
    const alarmed = history(monday, ['2026-11-26T15:00', { do: 'ring', name: 'do', level: 2 }])
    assert.equal(said(alarmed.nextAt), '2026-11-27T15:00')
    assert.equal(said(history(monday, ['2026-11-26T15:00', { do: 'ring', name: 'do', level: 3 }]).nextAt), '2026-11-30T15:00')
    assert.equal(history(monday, ['2026-11-26T15:00', { do: 'ring', name: 'do', level: 4 }]).nextAt, null)
  })

  test('warns nobody when the deadline has passed: it gives the alarm', () => {
    const clock = history(monday)
    assert.equal(levelDue(clock, here('2026-11-25T14:59')), null)
    assert.equal(levelDue(clock, here('2026-11-25T15:00')), 'warn')
    assert.equal(levelDue(clock, here('2026-11-26T15:00')), 'alarm')
  })

  test('never counts backwards when the host’s clock is set back', () => {
    const back = history(monday, ['2026-11-24T15:00', { do: 'pause' }], ['2026-11-24T10:00', { do: 'resume' }], ['2026-11-24T09:00', { do: 'pause' }])
    assert.equal(back.used, 6.5 * HOUR)
  })

  test('tells in words how it stands', () => {
    const clock = history(monday)
    assert.equal(sentence(clock, '2026-11-23T15:00'), '还剩 3 个工作日')
    assert.equal(sentence(clock, '2026-11-25T23:00'), '下个工作日 15:00 前')
    assert.equal(sentence(clock, '2026-11-26T11:40'), '还剩 3 小时 20 分')
    assert.equal(sentence(clock, '2026-11-26T14:59:30'), '马上到时限')
    assert.equal(sentence(clock, '2026-11-26T15:00'), '时限刚到')
    assert.equal(sentence(clock, '2026-11-26T16:00'), '超时 1 小时')
    assert.equal(sentence(clock, '2026-11-27T16:00'), '超时 1 个工作日')
    assert.equal(sentence(history(monday, ['2026-11-24T10:00', { do: 'pause' }]), '2026-12-24T10:00', '等居民回话'), '已暂停，等居民回话')
    assert.equal(sentence(history(monday, ['2026-11-26T15:00', { do: 'stop', name: 'do' }]), '2026-12-24T10:00'), '按时办完')
    assert.equal(sentence(history(monday, ['2026-11-30T16:00', { do: 'stop', name: 'do' }]), '2026-12-24T10:00'), '晚了 2 个工作日')
    assert.deepEqual(['2026-11-25T23:00', '2026-11-26T00:10', '2026-11-26T15:00'].map(at => standing(clock, here(at), calendar)), ['ok', 'today', 'late'])
    assert.equal(said(lateSince(clock, here('2026-11-27T16:00'))), '2026-11-26T15:00')
  })
})

test('a call for help counts minutes, also at night', () => {
  const clock = history(['2026-11-21T23:58', { ...start, counting: 'plain', allowed: 300_000, warn: null, climb: 60_000 }])
  assert.equal(said(clock.dueAt), '2026-11-22T00:03')
  assert.equal(sentence(clock, '2026-11-21T23:59'), '还剩 4 分钟')
  assert.equal(sentence(clock, '2026-11-23T00:04'), '超时 1 天')
})

test('a second clock of the same name is our mistake; after the first has ended it is not', () => {
  assert.throws(() => history(['2026-11-23T15:00', start], ['2026-11-23T15:00', start]), /already/)
  assert.equal(history(['2026-11-23T15:00', start], ['2026-11-23T16:00', { do: 'stop', name: 'do' }], ['2026-11-23T17:00', start]).used, 0)
})

test('however often it is paused, what counts is the time in which it ran', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 100 * HOUR }), { minLength: 1, maxLength: 20 })
  fc.assert(fc.property(gaps, fc.constantFrom('plain' as const, 'working' as const), (lengths, counting) => {
    let at = here('2026-09-20T10:00')
    let clocks = wind([], { ...start, counting }, { subject: 'x', at, calendar })
    let ran = 0
    for (const [i, length] of lengths.entries()) {
      const next = Temporal.Instant.fromEpochMilliseconds(at.epochMilliseconds + length)
      if (i % 2 === 0) ran += counted(calendar, counting, at, next)
      at = next
      clocks = wind(clocks, { do: i % 2 === 0 ? 'pause' : 'resume' }, { subject: 'x', at, calendar })
    }
    assert.equal(clocks[0] && usedAt(clocks[0], at, calendar), ran)
  }), { numRuns: 60 })
})
