// What we write is what other programs read: a file goes out and comes back through another library.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import ICAL from 'ical.js'
import { readCalendar, seriesOf } from './read.ts'
import { datesOf, type Series } from './recurrence.ts'
import { timeZoneText } from './time-zone.ts'
import { writeCalendar, type CalendarEvent } from './write.ts'

const zoned = (text: string) => Temporal.ZonedDateTime.from(text)
const once = (start: string): Series => ({ start: zoned(start), wholeDay: false, rule: null, except: [], extra: [] })
const saturday: Series = {
  ...once('2026-11-21T09:00[Asia/Shanghai]'), rule: 'FREQ=WEEKLY;BYDAY=SA',
  except: [zoned('2026-11-28T09:00[Asia/Shanghai]')], extra: [zoned('2026-12-01T09:00[Asia/Shanghai]')],
}
const thing = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'a-1', title: '月月大扫除', dates: saturday, minutes: 90, sequence: 2, changed: Temporal.Instant.from('2026-11-20T01:00:00Z'), ...more,
})
const file = (...events: CalendarEvent[]) => writeCalendar({ name: '石埕社区; 榕荫里, 日子', lang: 'zh', events })
const back = (...events: CalendarEvent[]) => readCalendar(Buffer.from(file(...events)), 'Asia/Shanghai').then(({ events: [event] }) => event)
const YEAR = { from: Temporal.Instant.from('2026-01-01T00:00:00Z'), until: Temporal.Instant.from('2028-01-01T00:00:00Z'), most: 5 }

describe('a calendar that we write', () => {
  test('comes back as it was: text, place, dates, exceptions', async () => {
    const text = '带手套，水我们准备；下雨就改期\n\\, ; : "引号" =1+1 '.repeat(20).trim()
    const event = await back(thing({ about: text, where: '榕荫里 广场, 东门; 凉亭' }))
    assert.equal(event?.uid, 'a-1')
    assert.equal(event?.title, '月月大扫除')
    assert.equal(event?.about, text)
    assert.equal(event?.where, '榕荫里 广场, 东门; 凉亭')
    assert.equal(event?.minutes, 90)
    assert.ok(event)
    assert.deepEqual(datesOf(seriesOf(event), YEAR).map(String), datesOf(saturday, YEAR).map(String))
  })

  test('is folded at 75 octets, and no character is cut', () => {
    const lines = file(thing({ title: '𠮷野家门口的楼道灯不亮🙂'.repeat(12), about: '一'.repeat(400) })).split('\r\n')
    assert.ok(lines.every(line => Buffer.byteLength(line) <= 75), String(Math.max(...lines.map(line => Buffer.byteLength(line)))))
    assert.ok(lines.every(line => line.isWellFormed()))
    assert.equal(lines.at(-1), '')
  })

  test('is the same bytes for the same events, and says how often and when each was changed', () => {
    const written = file(thing())
    assert.equal(written, file(thing()))
    for (const line of ['SEQUENCE:2', 'DTSTAMP:20261120T010000Z', 'LAST-MODIFIED:20261120T010000Z', 'STATUS:CONFIRMED', 'METHOD:PUBLISH',
      'NAME:石埕社区\\; 榕荫里\\, 日子', 'DTSTART;TZID=Asia/Shanghai:20261121T090000']) assert.ok(written.includes(`\r\n${line}\r\n`), line)
    assert.match(file(thing({ cancelled: true })), /\r\nSTATUS:CANCELLED\r\n/)
  })

  test('lets no heading begin a line of its own', () => {
    const written = writeCalendar({ name: '石埕\r\nATTENDEE:mailto:y@example.com', lang: 'zh', events: [
      thing({ title: '扫除\r\nATTENDEE:mailto:x@example.com\u0001', where: 'a\nEND:VEVENT' }),
    ] })
    assert.ok(!written.includes('\u0001'))
    assert.doesNotMatch(written, /^(?:ATTENDEE|END:VEVENT\r\nEND:VEVENT)/m)
    assert.equal(written.match(/^END:VEVENT/gm)?.length, 1)
  })

  test('gives what comes once in the world’s time, and a whole day as a day', async () => {
    const written = file(thing({ dates: once('2026-11-21T09:00[Asia/Shanghai]') }))
    assert.match(written, /\r\nDTSTART:20261121T010000Z\r\nDTEND:20261121T023000Z\r\n/)
    assert.doesNotMatch(written, /VTIMEZONE/)
    const day = file(thing({ dates: { ...once('2026-11-21T00:00[Asia/Shanghai]'), wholeDay: true } }))
    assert.match(day, /\r\nDTSTART;VALUE=DATE:20261121\r\nDTEND;VALUE=DATE:20261122\r\n/)
    const event = await back(thing({ dates: { ...once('2026-11-21T00:00[Asia/Shanghai]'), wholeDay: true } }))
    assert.equal(event?.wholeDay, true)
  })

  test('with dates added to a single one still names them all', async () => {
    const event = await back(thing({ dates: { ...saturday, rule: null, except: [] } }))
    assert.ok(event)
    assert.deepEqual(datesOf(seriesOf(event), YEAR).map(date => date.day), [21, 1])
  })
})

describe('a time zone in a calendar file', () => {
  const offsetIn = (zone: string, wall: string) => {
    const component = new ICAL.Component(ICAL.parse(timeZoneText(zone, Temporal.Instant.from('2026-05-01T00:00:00Z'))))
    const { year, month, day, hour } = Temporal.PlainDateTime.from(wall)
    return new ICAL.Timezone(component).utcOffset(new ICAL.Time({ year, month, day, hour, minute: 0, second: 0, isDate: false }, ICAL.Timezone.localTimezone)) / 3600
  }

  test('without changes is one line of history', () => {
    const text = timeZoneText('Asia/Shanghai', Temporal.Instant.from('2026-05-01T00:00:00Z'))
    assert.equal(text.match(/BEGIN:STANDARD/g)?.length, 1)
    assert.doesNotMatch(text, /DAYLIGHT/)
    assert.equal(offsetIn('Asia/Shanghai', '2026-07-01T12:00:00'), 8)
  })

  test('with changes has each of them at its hour, on both halves of the earth', () => {
    const walls = ['2026-01-15T12:00:00', '2026-07-15T12:00:00', '2027-03-27T12:00:00', '2027-03-28T12:00:00', '2027-10-31T12:00:00', '2027-12-01T12:00:00']
    for (const zone of ['Europe/Berlin', 'America/Los_Angeles', 'Australia/Sydney', 'Asia/Kolkata']) {
      for (const wall of walls) assert.equal(offsetIn(zone, wall), Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).offsetNanoseconds / 3.6e12, `${zone} ${wall}`)
    }
  })
})
