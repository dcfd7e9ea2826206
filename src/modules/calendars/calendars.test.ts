// Rhythms and hours as people write them.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { datesOf } from '#kit/calendar-files/recurrence.ts'
import type { ReadEvent } from '#kit/calendar-files/read.ts'
import { seriesOfDates } from '#modules/calendars/happening.ts'
import { hoursIn } from '#modules/calendars/hours.ts'
import { importedFrom } from '#modules/calendars/imported.ts'
import { repeatIn, REPEATS, ruleFor } from '#modules/calendars/rules.ts'

const ZONE = 'Asia/Shanghai'
const day = (text: string) => Temporal.PlainDate.from(text)

describe('the hours of a service', () => {
  const WEEK = [1, 2, 3, 4, 5, 6, 7]
  const READ: Record<string, { days: number[], spans: [number, number][] }> = {
    '周一到周五 8:30–12:00，14:30–17:30': { days: [1, 2, 3, 4, 5], spans: [[510, 720], [870, 1050]] },
    '每周三 14:30–17:00': { days: [3], spans: [[870, 1020]] },
    '周二、周四 14:30–17:30': { days: [2, 4], spans: [[870, 1050]] },
    '周一至周三、周六 9：00-11：30': { days: [1, 2, 3, 6], spans: [[540, 690]] },
    '周六、日 9:00～11:00': { days: [6, 7], spans: [[540, 660]] },
    '每天 8:00–18:00，提前约': { days: WEEK, spans: [[480, 1080]] },
    '星期天 0:00-24:00': { days: [7], spans: [[0, 1440]] },
  }

  test('are read where they are said clearly', () => {
    for (const [written, hours] of Object.entries(READ)) assert.deepEqual(hoursIn(written), hours, written)
  })

  test('are left alone where one would have to guess', () => {
    for (const written of ['', '全天', '上学日 16:30–18:00', '晚上 8 点到早上 7 点轮值', '周一到周六，提前约', '每月第一个周日上午', '每天 18:00–8:00', '周五到周二 9:00-10:00',
      '周一 9:00-10:00，周二 10:00-11:00', '每天 9:00-25:00', '周一 9:00-10:00 14 点后休息', '周八 9:00-10:00']) assert.equal(hoursIn(written), null, written)
  })
})

describe('a rhythm', () => {
  const dates = (rule: string | null, begins_on: string, minute: number | null = 540) =>
    datesOf(seriesOfDates({ begins_on, minute, minutes: 60, rule, except_on: [], also_on: [] }, ZONE), {
      from: Temporal.Instant.from('2026-01-01T00:00:00Z'), until: Temporal.Instant.from('2030-01-01T00:00:00Z'), most: 3,
    }).map(date => date.toPlainDate().toString())

  test('is what people mean by it', () => {
    const given = (repeat: typeof REPEATS[number], first: string) => dates(ruleFor(repeat, day(first), null, { zone: ZONE, wholeDay: false }), first)
    assert.deepEqual(given('once', '2026-11-21'), ['2026-11-21'])
    assert.deepEqual(given('weekly', '2026-11-21'), ['2026-11-21', '2026-11-28', '2026-12-05'])
    assert.deepEqual(given('fortnightly', '2026-11-21'), ['2026-11-21', '2026-12-05', '2026-12-19'])
    assert.deepEqual(given('monthly', '2026-11-21'), ['2026-11-21', '2026-12-21', '2027-01-21'])
    assert.deepEqual(given('weekday', '2026-11-21'), ['2026-11-21', '2026-12-19', '2027-01-16'])
    assert.deepEqual(given('weekday', '2026-08-29'), ['2026-08-29', '2026-09-26', '2026-10-31'], 'the fifth Saturday is meant as the last')
  })

  test('ends with its last day, whatever the hour, and is read back as it was written', () => {
    for (const repeat of REPEATS.filter(one => one !== 'once')) {
      for (const wholeDay of [true, false]) {
        for (const until of [null, '2026-12-05']) {
          const rule = ruleFor(repeat, day('2026-11-21'), until, { zone: ZONE, wholeDay })
          assert.deepEqual(repeatIn(rule, day('2026-11-21'), ZONE), { repeat, until }, `${rule}`)
        }
      }
    }
    for (const minute of [null, 0, 1439]) {
      const rule = ruleFor('weekly', day('2026-11-21'), '2026-12-05', { zone: ZONE, wholeDay: minute === null })
      assert.deepEqual(dates(rule, '2026-11-21', minute), ['2026-11-21', '2026-11-28', '2026-12-05'], `${minute}`)
    }
    assert.equal(repeatIn('FREQ=DAILY', day('2026-11-21'), ZONE), null)
  })
})

describe('a date of somebody’s calendar file', () => {
  const event: ReadEvent = {
    uid: '1', title: '读书会', about: '', where: '', start: '2026-11-21T02:00:00+01:00[Europe/Berlin]', wholeDay: false, minutes: 60, rule: 'FREQ=WEEKLY;BYDAY=SA',
    except: ['2026-11-28T02:00:00+01:00[Europe/Berlin]'], extra: [], cancelled: false,
  }

  test('stands at our hour of the same day', () => {
    const made = importedFrom(event, ZONE)
    assert.deepEqual([made?.begins_on, made?.minute, made?.except_on], ['2026-11-21', 540, ['2026-11-28']])
  })

  test('is left out where it would fall on another weekday here, has no name, or comes too often', () => {
    for (const wrong of [{ start: '2026-11-21T20:00:00+01:00[Europe/Berlin]' }, { title: '' }, { rule: 'FREQ=HOURLY' }, { rule: 'FREQ=DAILY;BYHOUR=1,2' },
      { rule: 'FREQ=DAILY;UNTIL=20200101T000000Z' }, { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }]) assert.equal(importedFrom({ ...event, ...wrong }, ZONE), null, JSON.stringify(wrong))
    assert.ok(importedFrom({ ...event, start: '2026-11-21T20:00:00+01:00[Europe/Berlin]', rule: null }, ZONE))
  })
})
