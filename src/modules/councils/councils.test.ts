// Rhythm, quorum, and who may what: the rules of councils without a database.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { comingDates, givesDates, missedDates, type Held } from '#modules/councils/cadence.ts'
import { GUESTS, mayNotConvene, mayNotFound, PARTIES } from '#modules/councils/council.ts'
import { markOf, minutesIn, sealOf, written, type MinutesContent } from '#modules/councils/minutes.ts'
import { attendanceOf, isQuorate } from '#modules/councils/quorum.ts'
import { keeps, mayNot, runs, standOf, type Session } from '#modules/councils/session.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'

const ZONE = 'Asia/Shanghai'
const MONTHLY = { begins_on: '2026-09-19', minute: 570, rule: 'FREQ=MONTHLY;BYDAY=3SA' }
const at = (text: string) => Temporal.Instant.from(`${text}+08:00`)
const held = (text: string, more: Partial<Held> = {}): Held => ({ begins_at: at(text), opened: true, cancelled: false, ...more })
const since = at('2026-09-01T00:00:00')

describe('the rhythm of a council', () => {
  const missed = (sessions: readonly Held[], now: string) => missedDates(MONTHLY, ZONE, sessions, { since, now: at(now) })

  test('misses what passed without a session, a day later', () => {
    assert.deepEqual(missed([], '2026-09-20T09:29:00'), [])
    assert.deepEqual(missed([], '2026-09-20T09:30:00'), ['2026-09-19'])
    assert.deepEqual(missed([held('2026-09-19T09:30:00')], '2026-10-18T10:00:00'), ['2026-10-17'])
  })

  test('counts a session that was moved by some days, before or after, and one that is still to come', () => {
    for (const day of ['2026-09-12', '2026-09-19', '2026-09-26']) assert.deepEqual(missed([held(`${day}T19:00:00`)], '2026-10-10T00:00:00'), [], day)
    assert.deepEqual(missed([held('2026-09-25T19:00:00', { opened: false })], '2026-09-21T00:00:00'), [])
  })

  test('does not count one that was called off, or called and never opened', () => {
    assert.deepEqual(missed([held('2026-09-19T09:30:00', { cancelled: true })], '2026-09-25T00:00:00'), ['2026-09-19'])
    assert.deepEqual(missed([held('2026-09-19T09:30:00', { opened: false })], '2026-09-25T00:00:00'), ['2026-09-19'])
  })

  test('asks nothing of the time before it was made, nor of long ago, nor of a council that meets when needed', () => {
    assert.deepEqual(missedDates(MONTHLY, ZONE, [], { since: at('2026-10-01T00:00:00'), now: at('2026-10-20T00:00:00') }), ['2026-10-17'])
    assert.deepEqual(missed([], '2027-06-01T00:00:00'), ['2027-04-17', '2027-05-15'])
    assert.deepEqual(missed([held('2026-07-01T19:00:00')], '2026-09-25T00:00:00'), ['2026-09-19'], 'a session of long before keeps no date')
    const daily = missedDates({ begins_on: '2025-01-01', minute: 0, rule: 'FREQ=DAILY' }, ZONE, [], { since: at('2025-01-01T00:00:00'), now: at('2026-11-20T00:00:00') })
    assert.equal(daily.at(-1), '2026-11-19')
    assert.deepEqual(missedDates({ ...MONTHLY, rule: null }, ZONE, [], { since, now: at('2027-01-01T00:00:00') }), [])
  })

  test('is kept by one session for each date, whatever its hour', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 6, maxLength: 6 }), fc.integer({ min: 0, max: 5 }), (shifts, left) => {
      const dates = comingDates(MONTHLY, ZONE, since, 6)
      const sessions = dates.flatMap((date, i) => i === left ? [] : [{ begins_at: date.add({ days: shifts[i] ?? 0 }).toInstant(), opened: true, cancelled: false }])
      const now = dates[5]?.add({ days: 5 }).toInstant() ?? since
      const recent = (dates[left]?.until(now.toZonedDateTimeISO(ZONE), { largestUnit: 'days' }).days ?? 0) <= 62
      assert.deepEqual(missedDates(MONTHLY, ZONE, sessions, { since, now }), recent ? [dates[left]?.toPlainDate().toString()] : [])
    }), { numRuns: 40 })
  })

  test('must give dates', () => {
    assert.ok(givesDates(MONTHLY, ZONE))
    for (const rule of ['FREQ=NEVER', 'once a month', 'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2', 'FREQ=SECONDLY', 'FREQ=DAILY;BYHOUR=1,2,3']) assert.equal(givesDates({ ...MONTHLY, rule }, ZONE), false, rule)
  })
})

describe('a quorum', () => {
  const seat = fc.record({
    party: fc.constantFrom(...PARTIES), invited: fc.boolean(), answer: fc.constantFrom('comes' as const, 'comes_not' as const, 'sends' as const, null), came: fc.boolean(),
  })
  const seats = fc.array(seat, { maxLength: 30 })
  const percent = fc.integer({ min: 1, max: 100 })

  test('never falls because somebody comes, and never grows because somebody comes who was not invited', () => {
    fc.assert(fc.property(seats, percent, fc.nat(), (all, share, pick) => {
      const before = attendanceOf(all, share)
      const i = all.length === 0 ? 0 : pick % all.length
      const more = all.map((one, j) => i === j ? { ...one, came: true } : one)
      if (isQuorate(before)) assert.ok(isQuorate(attendanceOf(more, share)))
      const guest = { party: 'residents' as const, invited: false, answer: null, came: true }
      assert.equal(isQuorate(attendanceOf([...all, guest], share)), isQuorate(before))
    }))
  })

  test('needs the share of every party by itself, and no more than were invited', () => {
    fc.assert(fc.property(seats, percent, (all, share) => {
      for (const one of attendanceOf(all, share)) {
        assert.ok(one.needed <= one.invited && (GUESTS.has(one.party) ? one.needed === 0 : one.needed * 100 >= one.invited * share && (one.needed - 1) * 100 < one.invited * share))
        assert.equal(one.enough, one.came >= one.needed)
      }
      assert.equal(attendanceOf(all, share).reduce((sum, one) => sum + one.came + one.besides, 0), all.filter(one => one.came).length)
    }))
    assert.equal(isQuorate([]), false)
  })
})

describe('who may', () => {
  const post = (kind: string, places: number[] | null): Actor => ({ ...passerBy(1), personId: 7, name: '甲', posts: [{ kind, organisation: '', organisation_id: 3, places }] })
  const session: Session = {
    id: 1, kind: 'public_interest', convener_id: 1, keeper_id: 2, begins_at: at('2026-12-01T19:00:00'), opened_at: null, ended_at: null, cancelled_at: null,
    sealed_at: null, council: { places: [10], convener_id: 9 },
  }

  test('convene: by post over the very place, or in charge of the council', () => {
    const here = { places: [10], convener_id: 9 }
    for (const kind of ['secretary', 'committee_chair', 'grid_leader']) {
      assert.equal(mayNotConvene(post(kind, [10, 11]), here), null, kind)
      assert.equal(mayNotConvene(post(kind, null), { ...here, places: null }), null, kind)
      assert.ok(mayNotConvene(post(kind, [11]), here), kind)
      assert.ok(mayNotFound(post(kind, [10]), null), 'a post over one estate founds nothing for the whole community')
    }
    for (const kind of ['volunteer', 'property_manager', 'committee_member', 'grid_worker']) assert.ok(mayNotConvene(post(kind, null), here), kind)
    assert.equal(mayNotConvene({ ...passerBy(1), personId: 9 }, here), null)
    assert.ok(mayNotConvene(passerBy(1), here))
  })

  test('run a mediation: nobody but who called it, whatever his post', () => {
    const mediation: Session = { ...session, kind: 'mediation' }
    assert.equal(runs(post('secretary', null), session), true)
    assert.equal(runs(post('secretary', null), mediation), false)
    assert.equal(runs({ ...passerBy(1), personId: 1 }, mediation), true)
    assert.equal(keeps({ ...passerBy(1), personId: 2 }, mediation), true)
    assert.equal(runs({ ...passerBy(1), personId: 2 }, mediation), false)
  })

  test('do what, as the session stands: nothing after it was called off, no word changed after it was sealed', () => {
    const runner: Actor = { ...passerBy(1), personId: 1 }
    const now = at('2026-12-01T19:00:00')
    const stands = {
      called: session, open: { ...session, opened_at: now }, ended: { ...session, opened_at: now, ended_at: now },
      sealed: { ...session, opened_at: now, ended_at: now, sealed_at: now }, cancelled: { ...session, cancelled_at: now },
    }
    const may = Object.fromEntries(Object.entries(stands).map(([name, one]) => {
      assert.equal(standOf(one), name)
      return [name, Object.entries(mayNot).filter(([, rule]) => rule(runner, one) === null).map(([act]) => act)]
    }))
    assert.deepEqual(may, {
      called: ['prepare', 'invite', 'open', 'answer', 'ask'], open: ['invite', 'lead', 'keep', 'answer', 'takePart', 'ask'], ended: ['keep', 'seal'],
      sealed: ['add', 'sign'], cancelled: [],
    })
    for (const one of Object.values(stands)) for (const [name, rule] of Object.entries(mayNot)) assert.ok(rule(passerBy(1), one), name)
  })
})

test('sealed minutes read back as they were written, in one order only, and a name stands in them as a mark', () => {
  const content: MinutesContent = {
    format: 'linju-minutes/1', number: 'a-1-1', community: '石埕社区', council: '民情议事厅', session: 1, kind: 'action_plan', title: '架空层', begins: '2026-12-01T11:00:00Z',
    opened: '', ended: '', where: '二楼', quorate: true, percent: 50, attendance: attendanceOf([{ party: 'residents', invited: true, answer: 'comes', came: true }], 50),
    present: [{ seat: 1, party: 'residents', organisation: null, mark: markOf('00', '林秀英') }], topics: [], speakers: { floor: 0, stage: 0, minutes: 0 },
    questions: { asked: 0, aloud: 0, inWriting: 0 }, points: 0,
  }
  const text = written(content)
  assert.deepEqual(minutesIn(text), content)
  assert.equal(written({ ...Object.fromEntries(Object.entries(content).toReversed()), ...content }), text)
  assert.doesNotMatch(text, /林秀英/)
  assert.equal(markOf('00', null), null)
  assert.notEqual(sealOf(text), sealOf(written({ ...content, title: '架空层 ' })))
})
