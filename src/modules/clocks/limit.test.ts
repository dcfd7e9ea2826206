import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { USUAL, type Calendar } from '#modules/clocks/calendar.ts'
import { limit, limitOf, limitText, startOf, type Limit } from '#modules/clocks/limit.ts'
import { whenCounted } from '#modules/clocks/work-time.ts'

const usual: Calendar = { zone: 'Asia/Shanghai', versions: [] }

function due(words: string, start: string, calendar = usual): string {
  const asked = limitOf(words)
  assert.ok(asked, words)
  const at = Temporal.PlainDateTime.from(start).toZonedDateTime('Asia/Shanghai').toInstant()
  const { counting, allowed } = startOf(asked, at, calendar)
  return whenCounted(calendar, counting, at, allowed).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' })
}

describe('a limit', () => {
  test('of plain time runs through night and weekend', () => {
    assert.equal(due('30 minutes', '2026-11-20T23:50'), '2026-11-21T00:20')
    assert.equal(due('2 小时', '2026-11-20T17:00'), '2026-11-20T19:00')
    assert.equal(due('7 days', '2026-11-20T17:00'), '2026-11-27T17:00')
  })

  test('of three working days from Monday 15:00 is Thursday 15:00', () => {
    assert.equal(due('3 working days', '2026-11-23T15:00'), '2026-11-26T15:00')
    assert.equal(due('3 个工作日', '2026-11-20T15:00'), '2026-11-25T15:00')
  })

  test('of working days that begins at night or on a Sunday ends when the last of them ends', () => {
    assert.equal(due('3 working days', '2026-11-22T15:00'), '2026-11-25T17:30')
    assert.equal(due('3 working days', '2026-11-20T19:00'), '2026-11-25T17:30')
    assert.equal(due('1 working day', '2026-11-23T06:00'), '2026-11-23T17:30')
  })

  test('of working days leaves the holidays out and counts the make-up Saturday', () => {
    assert.equal(due('2 working days', '2026-09-30T15:00'), '2026-10-09T15:00')
    assert.equal(due('4 working days', '2026-09-30T15:00'), '2026-10-12T15:00')
  })

  test('of working days where days differ: the last day counts for no more than it has', () => {
    const short: Calendar = { ...usual, versions: [{ ...USUAL, week: USUAL.week.with(2, [[540, 600]]) }] }
    assert.equal(due('1 working day', '2026-11-24T15:00', short), '2026-11-25T10:00')
    assert.equal(due('2 working days', '2026-11-24T15:00', short), '2026-11-26T15:00')
  })

  test('of working hours is split by the break and the night', () => {
    assert.equal(due('4 working hours', '2026-11-23T11:00'), '2026-11-23T17:30')
    assert.equal(due('4 working hours', '2026-11-23T16:00'), '2026-11-24T11:00')
  })

  test('to the end of the day is that of today, or of the next working day when today is over or none', () => {
    assert.equal(due('end of working day 0', '2026-11-23T09:00'), '2026-11-23T17:30')
    assert.equal(due('当天下班前', '2026-11-23T17:31'), '2026-11-24T17:30')
    assert.equal(due('end of working day 0', '2026-11-21T09:00'), '2026-11-23T17:30')
    assert.equal(due('第 1 个工作日下班前', '2026-11-20T09:00'), '2026-11-23T17:30')
    assert.equal(due('end of working day 1', '2026-11-21T09:00'), '2026-11-24T17:30')
  })

  test('reads its own words again, in both languages', () => {
    const limits: fc.Arbitrary<Limit> = fc.record({
      unit: fc.constantFrom('minutes', 'hours', 'days', 'workingHours', 'workingDays', 'end'), amount: fc.integer({ min: 1, max: 260 }),
    }, { noNullPrototype: true })
    fc.assert(fc.property(limits, one => {
      assert.deepEqual(limitOf(limitText('zh')(one)), one)
      assert.deepEqual(limitOf(limitText('en')(one)), one)
    }))
    assert.deepEqual(limitOf(limitText('zh')({ unit: 'end', amount: 0 })), { unit: 'end', amount: 0 })
  })

  test('that says nothing sensible is refused', () => {
    for (const words of ['', 'soon', '0 days', '-1 days', '3 weeks', '1.5 days', '9999 days', '3 days 2 hours', '３ days']) {
      assert.equal(limitOf(words), null, words)
      assert.equal(limit.safeParse(words).success, false, words)
    }
  })
})
