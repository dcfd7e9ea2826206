// Every calendar file that somebody may bring, whole, broken or hostile.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { CALENDAR_LIMITS, CalendarProblem, readCalendar, seriesOf } from './read.ts'
import { datesOf } from './recurrence.ts'

const DATA = new URL('../../../../shared/data/libical/test-data/', import.meta.url)
const skip = existsSync(DATA) ? false : `no calendars at ${DATA.pathname}`
const ZONE = 'Asia/Shanghai'
const read = (text: string) => readCalendar(Buffer.from(text), ZONE)
const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => calendar('BEGIN:VEVENT', 'UID:1', 'SUMMARY:大扫除', ...lines, 'END:VEVENT')
const kind = async (text: string) => read(text).then(() => 'read', error => error instanceof CalendarProblem ? error.kind : String(error))

describe('a calendar file', () => {
  test('of libical ends in dates or in a reason, whatever is in it, within the time', { skip }, async () => {
    const files = readdirSync(DATA)
    const ended = new Map<string, string>()
    for (const file of files) {
      const begun = performance.now()
      const answer = await readCalendar(readFileSync(new URL(file, DATA)), ZONE).then(({ events }) => `${events.length} events`, error => {
        assert.ok(error instanceof CalendarProblem, `${file}: ${error}`)
        return error.kind
      })
      assert.ok(performance.now() - begun < CALENDAR_LIMITS.milliseconds, file)
      ended.set(file, answer)
    }
    assert.ok(ended.size >= 40, String(ended.size))
    assert.ok([...ended.values()].filter(answer => answer.endsWith('events')).length >= 10, JSON.stringify([...ended]))
    assert.equal(ended.get('zone.tab'), 'notCalendar')
  })

  test('gives each event with its dates, in the zone that it names or in ours', async () => {
    const { events } = await read(event('DTSTART;TZID=Europe/Berlin:20261121T100000', 'DTEND;TZID=Europe/Berlin:20261121T113000', 'RRULE:FREQ=WEEKLY;COUNT=3',
      'EXDATE;TZID=Europe/Berlin:20261128T100000', 'LOCATION:广场\\, 东门'))
    assert.deepEqual(events, [{
      uid: '1', title: '大扫除', about: '', where: '广场, 东门', start: '2026-11-21T10:00:00+01:00[Europe/Berlin]', wholeDay: false, minutes: 90,
      rule: 'FREQ=WEEKLY;COUNT=3', except: ['2026-11-28T10:00:00+01:00[Europe/Berlin]'], extra: [], cancelled: false,
    }])
    const [floating] = (await read(event('DTSTART:20261121T100000'))).events
    assert.equal(floating?.start, '2026-11-21T10:00:00+08:00[Asia/Shanghai]')
  })

  test('may explain a zone of its own', async () => {
    const { events } = await read(calendar('BEGIN:VTIMEZONE', 'TZID:Our Own', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0530', 'TZOFFSETTO:+0530',
      'END:STANDARD', 'END:VTIMEZONE', 'BEGIN:VEVENT', 'UID:1', 'DTSTART;TZID=Our Own:20261121T100000', 'END:VEVENT'))
    assert.equal(events[0]?.start, '2026-11-21T10:00:00+05:30[+05:30]')
  })

  test('may move one date of a series, and call another off', async () => {
    const { events } = await read(calendar(
      'BEGIN:VEVENT', 'UID:1', 'SUMMARY:大扫除', 'DTSTART:20261101T090000Z', 'RRULE:FREQ=DAILY;COUNT=3', 'END:VEVENT',
      'BEGIN:VEVENT', 'UID:1', 'SUMMARY:大扫除', 'RECURRENCE-ID:20261102T090000Z', 'DTSTART:20261105T090000Z', 'END:VEVENT'))
    const days = events.flatMap(one => datesOf(seriesOf(one), { from: Temporal.Instant.from('2026-01-01T00:00Z'), until: Temporal.Instant.from('2027-01-01T00:00Z'), most: 9 }))
    assert.deepEqual(days.map(date => date.day).sort(), [1, 3, 5])
    assert.equal(new Set(events.map(one => one.uid)).size, 2)
  })

  test('that is no calendar, is cut off, is empty or too large is refused with the reason', async () => {
    assert.equal(await kind('日期,事情\n2026-11-21,大扫除'), 'notCalendar')
    assert.equal(await kind(event('DTSTART;VALUE=DATE:20261121').replace('END:VEVENT', '')), 'broken')
    assert.equal(await kind(calendar()), 'empty')
    assert.equal(await kind(event('DTSTART:20261341T990000')), 'broken')
    assert.equal(await kind(event('DTSTART:20261121T100000Z', 'DTEND:20261120T100000Z')), 'broken')
    assert.equal(await kind(calendar('X'.repeat(CALENDAR_LIMITS.bytes))), 'tooLarge')
    assert.equal(await kind(calendar(...Array.from({ length: CALENDAR_LIMITS.events + 1 }, () => 'BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261121\r\nEND:VEVENT'))), 'tooMuch')
    assert.notEqual(await kind('BEGIN:VCALENDAR\r\n'.repeat(100_000)), 'read')
  })

  test('of a Chinese programme in GB 18030 is read as it is meant', async () => {
    const bytes = Buffer.from(event('DTSTART;VALUE=DATE:20261121').replace('大扫除', 'XX'))
    const at = bytes.indexOf('XX')
    bytes.set([0xb4, 0xf3], at)
    assert.equal((await readCalendar(bytes, ZONE)).events[0]?.title, '大')
  })
})
