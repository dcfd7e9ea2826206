// The transferable vote by its named rules, where it can be counted by hand.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { count } from './count.ts'
import { ballots, LOT, names } from '#test/count/marks.ts'

describe('the transferable vote', () => {
  const six = ballots('abc', '4 ab', '2 c')
  const nine = ballots('abc', '5 ab', '1 b', '3 c')

  test('by the reference WIGM rule has a quota in decimals, and sure losers go at once', () => {
    const { rounds, elected } = count(nine, { method: 'wigm', seats: 2, lot: LOT })
    assert.deepEqual([elected, rounds[0]?.quota, rounds[1]?.acts], [[0, 2], '3.0001', [
      { what: 'excluded', candidates: [1] }, { what: 'elected', candidates: [2] }]])
  })

  test('in Minneapolis cuts the surplus fraction to four places before it is used', () => {
    // Quota 4. a has 7: of 3/7 his papers keep 0.4285. b then has 5.9995: 1.9995/5.9995 is 0.3332, which makes 0.1427 of 0.4285; uncut it
    // would have been 0.1428. So c gets 7 × 0.1427 and 3 × 0.3332.
    const { rounds } = count(ballots('abcd', '7 abc', '3 bc', '1 c', '2 d'), { method: 'minneapolis', seats: 3, lot: LOT })
    assert.deepEqual(rounds.slice(1, 3).map(({ quota, tally, lost }) => [quota, tally, lost]), [
      ['4.0000', ['4.0000', '5.9995', '1.0000', '2.0000'], '0.0005'], ['4.0000', ['4.0000', '4.0000', '2.9985', '2.0000'], '0.0015']])
  })

  test('by the reference Meek rule keeps, of each paper, what makes the quota', () => {
    const { rounds, elected } = count(six, { method: 'meek', seats: 2, lot: LOT })
    assert.deepEqual([elected, rounds.map(({ tally, quota, acts }) => [tally, quota, acts[0]?.what])], [[0, 2], [
      [['4.000000000', '0.000000000', '2.000000000'], '2.000000001', 'elected'],
      [['2.000000004', '1.999999996', '2.000000000'], '2.000000001', 'excluded'],
      [['2.000000004', '0.000000000', '2.000000000'], '2.000000001', 'elected'],
    ]])
  })

  test('by Warren takes the same from each paper, where Meek takes a share of what reaches him', () => {
    // a keeps a half. Of the abc papers b takes half of what is left by Meek, a third of a whole vote by Warren, and so c and d change
    // places.
    const vote = ballots('abcde', '12 abc', '6 bd', '3 c', '2 d', '1 e')
    const [meek, warren] = (['meek', 'warren'] as const).map(method => {
      const outcome = count(vote, { method, seats: 3, lot: LOT })
      const third = outcome.rounds.find(({ acts }) => acts[0]?.what === 'excluded')
      return [third?.tally.map(votes => Number(votes).toFixed(4)), names(outcome, 'abcde')]
    })
    assert.deepEqual(meek, [['6.0000', '6.0000', '6.0000', '5.0000', '1.0000'], 'abc'])
    assert.deepEqual(warren, [['6.0000', '6.0000', '5.0000', '6.0000', '1.0000'], 'abd'])
  })

  test('by Meek, those within the surplus of the lowest are tied with him, and only the lot ends it', () => {
    const vote = ballots('abcde', '45 ac', '5 ab', '2 d', '10 c', '28 e')
    const { ties, rounds } = count(vote, { method: 'meek', seats: 2, lot: { order: [3, 1] } })
    assert.deepEqual([rounds[1]?.tally[1], rounds[1]?.tally[3]], ['1.999999995', '2.000000000'])
    assert.deepEqual(ties[0], { round: 1, about: 'exclude', among: [[1], [3]], drawn: [3], by: 'lot' })
  })

  test('by Warren goes on where two winners stand on each other’s papers', () => {
    const { rounds } = count(ballots('abcde', '4 bc', '4 cb', '1 a', '1 d', '1 e'), { method: 'warren', seats: 3, lot: LOT })
    assert.deepEqual(rounds[1]?.tally.map(votes => Number(votes).toFixed(4)), ['1.0000', '1.5000', '1.5000', '1.0000', '1.0000'])
    assert.equal(Number(rounds[1]?.quota).toFixed(4), '1.5000')
  })

  test('by quotients begins anew after each exclusion (elections 1 and 2 of Woodall’s paper)', () => {
    const first = count(ballots('abcde', '16 ab', '12 b', '12 c', '12 d', '8 eb'), { method: 'qpq', seats: 3, lot: { order: [2, 3] } })
    assert.deepEqual(first.rounds.slice(0, 5).map(({ quota, acts }) => [quota, acts[0]?.what, acts[0]?.candidates[0]]), [
      ['15', 'elected', 0], ['15', 'excluded', 4], ['15', 'elected', 1], ['40/3', 'elected', 0], ['12', 'excluded', 2]])
    assert.equal(names(first, 'abcde').split('').sort().join(''), 'abd')
    const other = ballots('abcde', '5 a', '15 abc', '15 ac', '10 b', '15 bc', '20 c', '15 d', '5 e')
    const second = count(other, { method: 'qpq', seats: 3, lot: LOT })
    assert.deepEqual([names(second, 'abcde'), second.rounds.map(each => each.quota).slice(0, 3)], ['abc', ['25', '665/27', '170/7']])
  })

  test('a paper whose first place names two is spoilt; one whose second does is used up there', () => {
    const { spoilt, rounds } = count(ballots('abc', '2 a=b', '1 ab=c', '3 b', '4 c'), { method: 'scotland', seats: 1, lot: LOT })
    assert.deepEqual([spoilt, rounds[1]?.exhausted], [2, '1.00000'])
  })

  test('fills the seats when no more stand than there are seats', () => {
    for (const method of ['scotland', 'wigm', 'minneapolis', 'meek', 'warren', 'qpq'] as const) {
      assert.deepEqual([...count({ ...nine, withdrawn: [0] }, { method, seats: 3, lot: LOT }).elected].sort(), [1, 2], method)
    }
  })
})
