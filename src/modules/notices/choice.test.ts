import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BACK_OFF, nextTry, quietUntil } from './choice.ts'
import { ACTIONS_TOLD, matterOf, occasionOf, OCCASIONS, stillTold, type Occasion } from './occasions.ts'

const zone = 'Asia/Shanghai'
const there = (time: string) => Temporal.PlainDateTime.from(time).toZonedDateTime(zone).toInstant()
const until = (quiet_from: number, quiet_until: number, time: string) => quietUntil({ quiet_from, quiet_until }, there(time),
  zone)?.toZonedDateTimeISO(zone).toPlainDateTime().toString() ?? null

test('quiet hours end in the morning, before and after midnight', () => {
  assert.equal(until(22, 7, '2026-11-20T21:59:59'), null)
  assert.equal(until(22, 7, '2026-11-20T22:00:00'), '2026-11-21T07:00:00')
  assert.equal(until(22, 7, '2026-11-21T00:10:00'), '2026-11-21T07:00:00')
  assert.equal(until(22, 7, '2026-11-21T06:59:59'), '2026-11-21T07:00:00')
  assert.equal(until(22, 7, '2026-11-21T07:00:00'), null)
})

test('a midday nap is quiet too, and the same hour twice is never quiet', () => {
  assert.equal(until(12, 14, '2026-11-20T13:10:00'), '2026-11-20T14:00:00')
  assert.equal(until(12, 14, '2026-11-20T11:59:00'), null)
  for (let hour = 0; hour < 24; hour++) assert.equal(until(5, 5, `2026-11-20T${String(hour).padStart(2, '0')}:30:00`), null)
  assert.equal(until(22, 0, '2026-11-20T23:10:00'), '2026-11-21T00:00:00')
})

test('quiet hours are those on the clock where daylight saving moves it', () => {
  const berlin = quietUntil({ quiet_from: 22, quiet_until: 7 }, Temporal.Instant.from('2026-03-28T22:30:00Z'), 'Europe/Berlin')
  assert.equal(berlin?.toString(), '2026-03-29T05:00:00Z')
})

test('a try follows ever later and then no more', () => {
  const now = there('2026-11-20T12:00:00')
  const minutes = Array.from({ length: BACK_OFF.length + 1 }, (_, i) => nextTry(i + 1, now)?.since(now).total('minutes') ?? null)
  assert.deepEqual(minutes, [1, 5, 30, 120, 720, null])
})

test('an entry is the occasion that says most', () => {
  assert.equal(occasionOf('matters.raise', { kind: 'broken', urgent: false }), 'matters.raise')
  assert.equal(occasionOf('matters.raise', { kind: 'broken', urgent: true }), 'matters.raise.urgent')
  assert.equal(occasionOf('matters.raise', { kind: 'danger', urgent: true }), 'matters.raise.danger')
  assert.equal(occasionOf('matters.move', { from: 'do', to: 'show' }), 'matters.move.show')
  assert.equal(occasionOf('matters.move', { from: 'raise', to: 'do' }), 'matters.move')
  assert.equal(occasionOf('clocks.ring', { level: 'climb' }), 'clocks.ring.climb')
  assert.equal(occasionOf('matters.setUrgent', { urgent: false }), null)
  for (const action of ['notices.spread', 'matters.readPhone', 'constructor', '__proto__', 'people.join']) assert.equal(occasionOf(action,
    {}), null, action)
})

test('an entry names its matter, or none', () => {
  assert.deepEqual([matterOf('matters/83', {}), matterOf('clocks', { matter: 7 }), matterOf('people/7', {}), matterOf('matters/', {})],
    [83, 7, null, null])
})

test('of a settled matter nothing is told but how it ended; of one taken back only that', () => {
  const all = Object.keys(OCCASIONS) as Occasion[]
  const settled = all.filter(occasion => stillTold(occasion, { step: 'close', withdrawn: false }))
  assert.ok(settled.every(occasion => /close|reopen|rate|merge|askAgain|sharing/.test(occasion)) && !settled.some(occasion => occasion.startsWith('clocks')))
  assert.deepEqual(all.filter(occasion => stillTold(occasion, { step: 'raise', withdrawn: true })), ['matters.withdraw'])
  assert.ok(all.every(occasion => ACTIONS_TOLD.some(action => occasion.startsWith(action))))
})
