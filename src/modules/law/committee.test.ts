// The group that prepares an election, the committee that comes of it, and what is enough for their demands and decisions.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { committeeDecides, committeeMisfits, groupMisfits, mayDemand, packsOf, resolve } from '#modules/law/public.ts'

const at = (place: string) => resolve(packsOf(place, '2026-11-22'), '2026-11-22')
const group = (place: string, members: number, owners: number) => groupMisfits(at(place), { members, owners }).map(({ what }) => what)
const committee = (place: string, members: number, more: { homes?: number, months?: number } = {}) =>
  committeeMisfits(at(place), { members, homes: 500, months: 60, ...more }).map(({ what }) => what)

describe('a preparatory group', () => {
  test('is odd and at least half owners; in Shandong it has seven members or more', () => {
    assert.deepEqual([group('nation', 5, 3), group('nation', 6, 3), group('nation', 5, 2)], [[], ['even'], ['owners']])
    assert.deepEqual([group('shandong', 5, 3), group('shandong', 7, 4)], [['few'], []])
    assert.equal(groupMisfits(at('shandong'), { members: 5, owners: 3 })[0]?.reason('zh'), '至少要 7 人')
  })
})

describe('an owners’ committee', () => {
  test('has five to eleven members, odd, for at most five years', () => {
    assert.deepEqual([5, 11, 3, 13, 8].map(members => committee('nation', members)), [[], [], ['few'], ['many'], ['even']])
    assert.deepEqual([committee('nation', 5, { months: 61 }), committee('nation', 5, { months: 12 })], [['long'], []])
    assert.deepEqual([committee('shanghai', 5, { months: 35 }), committee('shanghai', 5, { months: 36 })], [['short'], []])
  })

  test('may have three members in Beijing where there are fewer than 100 homes', () => {
    assert.deepEqual([committee('beijing', 3, { homes: 99 }), committee('beijing', 3, { homes: 100 }), committee('nation', 3, { homes: 99 })], [[], ['few'], ['few']])
  })

  test('decides with more than half of all members, not of those present', () => {
    const decides = (members: number, present: number, yes: number) => committeeDecides(at('nation'), { members, present, yes })
    assert.deepEqual([decides(7, 4, 4), decides(7, 7, 3), decides(7, 4, 3), decides(10, 5, 5), decides(10, 6, 5)], [true, false, false, false, false])
    assert.throws(() => decides(7, 4, 5), RangeError)
  })
})

test('a fifth of the owners with a fifth of the area can demand an extraordinary assembly; with less of either they cannot', () => {
  const demand = (heads: number, area: number) => mayDemand(at('nation'), 'extraordinary_request', { heads, area }, { heads: 100, area: 1000 })
  assert.deepEqual([demand(20, 200), demand(19, 900), demand(90, 199)], [true, false, false])
})
