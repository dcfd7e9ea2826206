import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { spansOn, USUAL, type Calendar, type Span } from '#modules/clocks/calendar.ts'
import { announced, holidayOn } from '#modules/clocks/holidays.ts'
import { after, worked, workingDay, workingDaysBetween } from '#modules/clocks/work-time.ts'

const usual: Calendar = { zone: 'Asia/Shanghai', versions: [] }
const HOUR = 3_600_000
const here = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant()
const hours = (from: string, to: string, calendar = usual) => worked(calendar, here(from), here(to)) / HOUR
const said = (at: Temporal.Instant, zone = 'Asia/Shanghai') => at.toZonedDateTimeISO(zone).toPlainDateTime().toString()

// Two to four different minutes of a day, in order: one or two spans.
const spans = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 4, maxLength: 4 }).map(minutes => {
  const [a = 0, b = 1, c = 2, d = 3] = minutes.toSorted((one, other) => one - other)
  return [[a, b], [c, d]] satisfies Span[]
})
const day = fc.oneof(fc.constant<Span[]>([]), spans, fc.constant<Span[]>([[0, 1440]]))
const week = fc.tuple(spans, day, day, day, day, day, day)
const calendars: fc.Arbitrary<Calendar> = fc.record({
  zone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
  versions: fc.tuple(week, week, fc.constantFrom('cn' as const, 'none' as const)).map(([first, second, holidays]) => [
    { ...USUAL, week: first }, { validFrom: '2025-06-12', week: second, holidays, days: { '2025-06-20': [], '2025-06-22': [[60, 1440] as const] } },
  ]),
})
const instants = fc.integer({ min: Date.UTC(2023, 0), max: Date.UTC(2028, 0) }).map(ms => Temporal.Instant.fromEpochMilliseconds(ms))
const later = (at: Temporal.Instant, milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(at.epochMilliseconds + milliseconds)

describe('a working day of the usual calendar', () => {
  test('has six and a half hours, with a break at noon', () => {
    assert.equal(hours('2026-11-23T00:00', '2026-11-24T00:00'), 6.5)
    assert.equal(hours('2026-11-23T11:00', '2026-11-23T15:00'), 1.5)
    assert.equal(hours('2026-11-23T12:00', '2026-11-23T14:30'), 0)
  })

  test('does not count on Sundays, on holidays and in the night', () => {
    assert.equal(hours('2026-11-21T00:00', '2026-11-23T08:30'), 0)
    assert.equal(hours('2026-10-01T00:00', '2026-10-08T00:00'), 0)
    assert.equal(hours('2026-11-23T17:30', '2026-11-24T08:30'), 0)
  })

  test('counts on the Saturday that makes up for a holiday, and on the Sunday before it', () => {
    assert.equal(hours('2026-10-10T00:00', '2026-10-11T00:00'), 6.5)
    assert.equal(hours('2026-09-20T00:00', '2026-09-21T00:00'), 6.5)
    assert.equal(hours('2026-10-10T00:00', '2026-10-11T00:00', { ...usual, versions: [{ ...USUAL, holidays: 'none' }] }), 0)
  })

  test('ends before the next begins: what is worked off at half past five is due then, not in the morning', () => {
    assert.equal(said(after(usual, here('2026-11-23T08:30'), 6.5 * HOUR)), '2026-11-23T17:30:00')
    assert.equal(said(after(usual, here('2026-11-23T08:30'), 6.5 * HOUR + 1)), '2026-11-24T08:30:00.001')
    assert.equal(said(after(usual, here('2026-11-21T10:00'), 0)), '2026-11-21T10:00:00')
  })

  test('is an own day off, or an own working Sunday, when the community says so', () => {
    const own: Calendar = { ...usual, versions: [{ ...USUAL, days: { '2026-11-23': [], '2026-11-22': [[600, 660]], '2026-10-01': [[540, 600]] } }] }
    assert.equal(hours('2026-11-22T00:00', '2026-11-24T00:00', own), 1)
    assert.equal(hours('2026-10-01T00:00', '2026-10-02T00:00', own), 1)
  })
})

describe('a calendar with new hours', () => {
  const nights: Calendar = { ...usual, versions: [{ validFrom: '2026-11-24', week: Array.from({ length: 7 }, () => [[0, 360], [1320, 1440]] as const), holidays: 'none', days: {} }] }

  test('changes nothing before the day from which they hold', () => {
    assert.equal(hours('2026-11-23T00:00', '2026-11-24T00:00', nights), 6.5)
    assert.equal(hours('2026-11-24T00:00', '2026-11-25T00:00', nights), 8)
  })

  test('may reach over midnight', () => {
    assert.equal(hours('2026-11-24T23:00', '2026-11-25T01:00', nights), 2)
    assert.equal(said(after(nights, here('2026-11-24T23:00'), 2 * HOUR)), '2026-11-25T01:00:00')
  })
})

describe('where summer time is kept', () => {
  const always: Calendar = { zone: 'Europe/Berlin', versions: [{ ...USUAL, holidays: 'none', week: Array.from({ length: 7 }, () => [[0, 1440]] as const) }] }
  const berlin = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Berlin').toInstant()

  test('a day has 23 or 25 hours, and none is counted twice', () => {
    assert.equal(worked(always, berlin('2026-03-29T00:00'), berlin('2026-03-30T00:00')) / HOUR, 23)
    assert.equal(worked(always, berlin('2026-10-25T00:00'), berlin('2026-10-26T00:00')) / HOUR, 25)
    const split: Calendar = { ...always, versions: [{ ...USUAL, holidays: 'none', week: Array.from({ length: 7 }, () => [[60, 150], [150, 300]] as const) }] }
    assert.equal(worked(split, berlin('2026-03-29T00:00'), berlin('2026-03-30T00:00')) / HOUR, 3)
  })

  test('half past eight stays half past eight', () => {
    assert.equal(said(after({ ...usual, zone: 'America/New_York' }, Temporal.Instant.from('2026-03-07T12:00:00Z'), 1), 'America/New_York'), '2026-03-09T08:30:00.001')
  })
})

describe('in every calendar', () => {
  const work = fc.integer({ min: 1, max: 400 * HOUR })

  test('as much has been worked at the instant found as was asked, and less before it', () => {
    fc.assert(fc.property(calendars, instants, work, (calendar, from, ms) => {
      const found = after(calendar, from, ms)
      assert.equal(worked(calendar, from, found), ms)
      assert.equal(worked(calendar, from, later(found, -1)), ms - 1)
    }), { numRuns: 60 })
  })

  test('two pieces are as long as the whole', () => {
    fc.assert(fc.property(calendars, fc.tuple(instants, instants, instants), (calendar, three) => {
      const [a, b, c] = three.toSorted(Temporal.Instant.compare)
      if (a && b && c) assert.equal(worked(calendar, a, b) + worked(calendar, b, c), worked(calendar, a, c))
    }), { numRuns: 60 })
  })

  test('no more is worked than time goes by, and what has been worked stays worked', () => {
    fc.assert(fc.property(calendars, instants, work, work, (calendar, from, one, more) => {
      const [first, second] = [worked(calendar, from, later(from, one)), worked(calendar, from, later(from, one + more))]
      assert.ok(first <= one && first <= second)
      assert.ok(Temporal.Instant.compare(after(calendar, from, one), after(calendar, from, one + more)) <= 0)
    }), { numRuns: 60 })
  })

  test('the table of a year says the same as its days one by one', () => {
    fc.assert(fc.property(calendars, fc.integer({ min: 1, max: 1400 }), (calendar, days) => {
      const date = Temporal.PlainDate.from('2024-01-01').add({ days })
      const [from, to] = [date.toZonedDateTime(calendar.zone).toInstant(), date.add({ days: 1 }).toZonedDateTime(calendar.zone).toInstant()]
      const minutes = spansOn(calendar, date).reduce((sum, [begin, end]) => sum + end - begin, 0)
      if (to.since(from).total('hours') === 24) assert.equal(worked(calendar, from, to), minutes * 60_000)
    }), { numRuns: 60 })
  })

  test('so many working days later, so many working days have begun', () => {
    fc.assert(fc.property(calendars, instants, fc.integer({ min: 0, max: 400 }), (calendar, at, days) => {
      const [first, last] = [workingDay(calendar, at), workingDay(calendar, at, days)]
      assert.equal(workingDaysBetween(calendar, first.begins, last.begins), Math.max(0, days - 1))
      assert.equal(workingDaysBetween(calendar, first.begins, last.ends), days)
      assert.ok(worked(calendar, last.begins, last.ends) > 0)
    }), { numRuns: 60 })
  })

  test('without any hours, no instant is found, and nothing hangs', () => {
    const never: Calendar = { zone: 'UTC', versions: [{ ...USUAL, holidays: 'none', week: [[], [], [], [], [], [], []] }] }
    assert.throws(() => after(never, here('2026-11-23T00:00'), 1), RangeError)
  })
})

describe('the announced holidays', () => {
  test('are known for 2026 and honestly not for 2027', () => {
    assert.deepEqual(holidayOn('2026-10-01'), { name: { zh: '国庆节', en: 'National Day' }, work: false })
    assert.equal(holidayOn('2026-10-09'), null)
    assert.equal(announced(2026), true)
    assert.equal(announced(2027), false)
    assert.equal(announced(2003), false)
  })
})

test('ten thousand spans of years are measured within a second', () => {
  const began = performance.now()
  for (let i = 0; i < 10_000; i++) worked(usual, later(here('2020-01-01T00:00'), i * 977_777), later(here('2027-01-01T00:00'), -i * 877_777))
  assert.ok(performance.now() - began < 1000)
})
