// The rules of libical with all the dates that they give, and what a neighbourhood needs of them.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { datesOf, type Series } from './recurrence.ts'

const DATA = new URL('../../../../shared/data/libical/', import.meta.url)
const skip = existsSync(DATA) ? false : `no calendars at ${DATA.pathname}`

interface Case {
  rule: string
  start: string
  expected: string[]
  startAt: string | null
}

function cases(): Case[] {
  const text = readFileSync(new URL('src/test/icalrecur_test.txt', DATA), 'utf8').replaceAll('\r', '')
  return text.split('\n\n').map(block => {
    const value = (name: string) => new RegExp(`^${name}:(.*)$`, 'mu').exec(block)?.[1]?.trim() ?? ''
    return { rule: value('RRULE'), start: value('DTSTART'), expected: value('INSTANCES').split(','), startAt: value('START-AT') || null }
  }).filter(({ rule }) => rule !== '')
}

function seriesFrom(start: string, rule: string, more: Partial<Series> = {}): Series {
  const wall = Temporal.PlainDateTime.from(start.replace('Z', ''))
  return { start: wall.toZonedDateTime('UTC'), wholeDay: !start.includes('T'), rule, except: [], extra: [], ...more }
}

function written(date: Temporal.ZonedDateTime, like: string): string {
  const text = date.toPlainDateTime().toString({ smallestUnit: 'second' }).replace(/[-:]/gu, '')
  return like.includes('T') ? text + (like.endsWith('Z') ? 'Z' : '') : text.slice(0, 8)
}

const ALWAYS = { from: Temporal.Instant.from('1900-01-01T00:00:00Z'), until: Temporal.Instant.from('2200-01-01T00:00:00Z') }
const shown = (series: Series, like: string, most: number, from = ALWAYS.from) =>
  datesOf(series, { ...ALWAYS, from, most }).map(date => written(date, like))

describe('every rule of libical gives the dates that stand beside it', { skip }, () => {
  const known = skip ? [] : cases().filter(({ expected }) => !expected[0]?.startsWith('***'))

  test('all 145 of them, and no more', () => {
    assert.equal(known.length, 145)
    const wrong = known.flatMap(({ rule, start, expected }) => {
      const most = expected.length + (/COUNT|UNTIL/u.test(rule) ? 1 : 0)
      const got = shown(seriesFrom(start, rule), start, most)
      return String(got) === String(expected) ? [] : [{ rule, start, got: got.slice(0, 5), expected: expected.slice(0, 5) }]
    })
    assert.deepEqual(wrong, [])
  })

  test('also when it is asked from the middle on', () => {
    const later = known.flatMap(one => one.startAt === null ? [] : [{ ...one, startAt: one.startAt }])
    assert.ok(later.length > 5)
    for (const { rule, start, expected, startAt } of later) {
      const from = Temporal.PlainDateTime.from(startAt.replace('Z', '')).toZonedDateTime('UTC').toInstant()
      const rest = expected.filter(date => date >= startAt)
      assert.deepEqual(shown(seriesFrom(start, rule), start, rest.length + 1, from), rest, `${rule} from ${startAt}`)
    }
  })

  test('and the one that libical itself leaves open: days in the first week of the next year', () => {
    const rule = 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30;BYWEEKNO=1;UNTIL=20320101'
    assert.deepEqual(shown(seriesFrom('20241230', rule), '20241230', 9), ['20241230', '20251230', '20301230', '20311230'])
  })

  test('and its calendar of rules happens as often as each says', () => {
    const text = readFileSync(new URL('test-data/recur.txt', DATA), 'utf8').replaceAll('\r', '').replace(/\n[ \t]/gu, '')
    const events = text.split('BEGIN:VEVENT').slice(1).map(block => ({
      rules: [...block.matchAll(/^RRULE:(.*)$/gmu)].map(([, rule = '']) => rule),
      start: /^DTSTART.*:([\dTZ]+)$/mu.exec(block)?.[1] ?? '', exDate: /^EXDATE.*:([\dTZ]+)$/mu.exec(block)?.[1],
      times: Number(/X-EXPECT-NUMEVENTS: ?(\d+)/u.exec(block)?.[1] ?? NaN), plain: !/^(?:;|EXRULE|RDATE)/mu.test(block),
    })).filter(({ rules, times, start, plain }) => plain && rules.length === 1 && start !== '' && !Number.isNaN(times))
    assert.ok(events.length > 30, String(events.length))
    const wrong = events.flatMap(({ rules: [rule = ''], start, exDate, times }) => {
      const except = exDate ? [seriesFrom(exDate, rule).start] : []
      const got = shown(seriesFrom(start, rule, { except }), start, times + 1).length
      const enough = /COUNT|UNTIL/u.test(rule) ? got === times : got >= times
      return enough ? [] : [{ rule, start, times, got }]
    })
    assert.deepEqual(wrong, [])
  })
})

describe('a weekly date of a neighbourhood', () => {
  const saturday: Series = {
    start: Temporal.ZonedDateTime.from('2026-11-21T09:00[Asia/Shanghai]'), wholeDay: false, rule: 'FREQ=WEEKLY;BYDAY=SA', except: [], extra: [],
  }
  const days = (series: Series, most = 4) => datesOf(series, { ...ALWAYS, most }).map(date => date.toPlainDate().toString())

  test('leaves out what was called off and adds what was added', () => {
    const except = [Temporal.ZonedDateTime.from('2026-11-28T09:00[Asia/Shanghai]')]
    const extra = [Temporal.ZonedDateTime.from('2026-12-01T09:00[Asia/Shanghai]')]
    assert.deepEqual(days({ ...saturday, except, extra }), ['2026-11-21', '2026-12-01', '2026-12-05', '2026-12-12'])
  })

  test('keeps its hour when the clocks change', () => {
    const start = Temporal.ZonedDateTime.from('2026-10-17T09:00[Europe/Berlin]')
    assert.deepEqual(datesOf({ ...saturday, start }, { ...ALWAYS, most: 3 }).map(date => `${date.hour} ${date.offset}`), ['9 +02:00', '9 +02:00', '9 +01:00'])
  })

  test('that happens once is that one date', () => assert.deepEqual(days({ ...saturday, rule: null }), ['2026-11-21']))

  test('with a rule that says nothing is refused', () => {
    for (const rule of ['', 'BYDAY=SA', 'FREQ=NEVER', 'FREQ=WEEKLY;BYDAY=XX', 'FREQ=WEEKLY\nX:1', 'FREQ=DAILY;INTERVAL=0']) {
      assert.throws(() => days({ ...saturday, rule }), RangeError, rule)
    }
  })

  test('that never comes, or every second, costs no more than a moment', () => {
    for (const rule of ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31', 'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=5', 'FREQ=SECONDLY', 'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30']) {
      const begun = process.cpuUsage()
      try {
        datesOf({ ...saturday, rule }, { ...ALWAYS, from: Temporal.Instant.from('2150-01-01T00:00:00Z'), most: 10 })
      } catch (error) {
        assert.ok(error instanceof RangeError, `${rule}: ${error}`)
      }
      const { user } = process.cpuUsage(begun)
      assert.ok(user < 5_000_000, `${rule} took ${Math.round(user / 1000)} ms`)
    }
  })
})
