import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { USUAL, type Calendar, type Span } from '#modules/clocks/calendar.ts'
import { comingDays, unknownYears } from '#modules/clocks/coming.ts'
import { hoursOf, hoursText, ownDaysOf, ownDaysText } from '#modules/clocks/hours.ts'
import { spans as stored } from '#modules/clocks/version.ts'

const date = (text: string) => Temporal.PlainDate.from(text)

describe('working hours', () => {
  test('are read as people type them, also with Chinese signs', () => {
    const usual = [[510, 720], [870, 1050]]
    for (const words of ['8:30-12:00 14:30-17:30', ' 08：30—12：00，14：30至17：30 ', '8:30 ~ 12:00、14:30 到 17:30']) assert.deepEqual(hoursOf(words), usual, words)
    assert.deepEqual(hoursOf('0:00-12:00 12:00-24:00'), [[0, 720], [720, 1440]])
    for (const words of ['', '休', 'off', ' 休息 ']) assert.deepEqual(hoursOf(words), [], words)
  })

  test('that overlap, go backwards or are none are not read', () => {
    for (const words of ['8:30', '8-12', '12:00-8:00', '9:00-9:00', '9:00-12:00 11:00-13:00', '14:00-15:00 9:00-10:00', '9:60-10:00', '22:00-24:01', '1:00-2:00 休']) {
      assert.equal(hoursOf(words), null, words)
    }
  })

  test('are read again from the words in which they are shown, and can be stored', () => {
    const spans = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 12 }).map(minutes =>
      minutes.toSorted((a, b) => a - b).flatMap((from, i, all): Span[] => i % 2 === 0 && all[i + 1] !== undefined ? [[from, all[i + 1] ?? 0]] : []))
    fc.assert(fc.property(spans, list => {
      assert.deepEqual(hoursOf(hoursText(list, '休')), list)
      assert.deepEqual(stored.parse(list), list)
      assert.deepEqual(ownDaysOf(ownDaysText({ '2026-12-31': list, '2026-12-24': [] }, '休')), { '2026-12-24': [], '2026-12-31': list })
    }), { numRuns: 50 })
  })

  test('of own days need a day that there is', () => {
    assert.deepEqual(ownDaysOf('2026年1月2日 休\n\n2026/1/3：9:00-10:00'), { '2026-01-02': [], '2026-01-03': [[540, 600]] })
    for (const words of ['2026-02-30 休', '明天 休', '2026-01-02', '2026-01-02 休息一下']) assert.equal(ownDaysOf(words), null, words)
  })
})

describe('the days to come', () => {
  const calendar: Calendar = { zone: 'Asia/Shanghai', versions: [{ ...USUAL, days: { '2026-10-08': [] } }] }

  test('show a holiday as one, its make-up days, and what the community added itself', () => {
    const coming = comingDays(calendar, date('2026-09-30'), 14).map(({ from, to, holiday, spans }) => [`${from} ${to}`, holiday?.name.zh, spans.length])
    assert.deepEqual(coming, [['2026-10-01 2026-10-07', '国庆节', 0], ['2026-10-08 2026-10-08', undefined, 0], ['2026-10-10 2026-10-10', '国庆节', 2]])
  })

  test('say which year is not announced, unless holidays do not matter here', () => {
    assert.deepEqual(unknownYears(calendar, date('2026-09-30'), 60), [])
    assert.deepEqual(unknownYears(calendar, date('2026-12-30'), 60), [2027])
    assert.deepEqual(unknownYears({ ...calendar, versions: [{ ...USUAL, holidays: 'none' }] }, date('2026-12-30'), 60), [])
  })
})
