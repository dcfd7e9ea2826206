// Each rule on ballots whose count can be done by hand from the published text.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { count } from './count.ts'
import { CountProblem } from './problem.ts'
import { ballots, LOT, names } from '#test/count/marks.ts'

const kindOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof CountProblem) return error.kind
  }
  return 'counted'
}

describe('yes or no', () => {
  const vote = ballots('ynx', '5 y', '5 n', '3 x', '2', '1 yn')
  test('needs more than its share of yes and no; abstaining, empty and double marks do not count', () => {
    const half = count(vote, { method: 'yes-no', over: [1, 2], lot: LOT })
    assert.deepEqual([names(half, 'ynx'), half.rounds[0]?.tally, half.ballots, half.blank, half.spoilt], ['n', ['5', '5', '3'], 16, 2, 1])
    assert.equal(names(count(vote, { method: 'yes-no', over: [49, 100], lot: LOT }), 'ynx'), 'y')
  })
})

describe('marks and points', () => {
  test('one of several: a ballot with two marks is spoilt', () => {
    const { elected, spoilt } = count(ballots('abc', '3 a', '2 b', '9 bc'), { method: 'single', lot: LOT })
    assert.deepEqual([elected, spoilt], [[0], 9])
  })

  test('several of several, and as many as one likes', () => {
    const vote = ballots('abc', '3 ab', '2 c', '2 abc')
    assert.equal(names(count(vote, { method: 'multiple', most: 2, seats: 2, lot: LOT }), 'abc').length, 2)
    assert.equal(count(vote, { method: 'multiple', most: 2, seats: 2, lot: LOT }).spoilt, 2)
    assert.deepEqual(count(vote, { method: 'approval', seats: 2, lot: LOT }).rounds[0]?.tally, ['5', '5', '4'])
  })

  test('points add up; whom a ballot leaves out gets the lowest; points out of range spoil it', () => {
    const piles = [
      { times: 2, groups: [[0], [1]], points: [5, 3] }, { times: 1, groups: [[2]], points: [4] }, { times: 7, groups: [[2]], points: [6] }]
    const { rounds, elected, spoilt } = count({ candidates: ['a', 'b', 'c'], piles }, { method: 'score', lowest: 1, highest: 5, lot: LOT })
    assert.deepEqual([rounds[0]?.tally, elected, spoilt], [['11', '7', '6'], [0], 7])
  })

  test('whoever stood back gets nothing', () => {
    const { rounds, blank } = count({ ...ballots('abc', '3 a', '2 bc'), withdrawn: [0] }, { method: 'approval', lot: LOT })
    assert.deepEqual([rounds[0]?.tally, blank], [[null, '2', '2'], 3])
  })
})

describe('a tie', () => {
  test('for the last seat is drawn by the published seed, and anybody can draw again', () => {
    const { elected, ties } = count(ballots('abcd', '5 a', '3 b', '3 c', '3 d'), { method: 'single', seats: 2, lot: LOT })
    const [tie] = ties
    assert.deepEqual(tie?.among, [[1], [2], [3]])
    assert.deepEqual(tie?.lots, ['2026-11-22/1/1', '2026-11-22/1/2', '2026-11-22/1/3'])
    const hashes = (tie?.lots ?? []).map(text => createHash('sha256').update(text).digest('hex'))
    assert.deepEqual(elected, [0, 1 + hashes.indexOf([...hashes].sort()[0] ?? '')])
  })

  test('goes by the last earlier round in which they differed', () => {
    // b and c have 3 each after a has gone; before, c had more.
    const { ties, rounds } = count(ballots('abcde', '1 ab', '2 b', '3 c', '4 d', '5 e'), { method: 'scotland', seats: 2, lot: LOT })
    assert.deepEqual(ties, [{ round: 2, about: 'exclude', among: [[1], [2]], drawn: [1], by: { earlier: 0 } }])
    assert.equal(rounds[1]?.tally[1], '3.00000')
  })

  test('can go by an order that was drawn in front of everybody', () => {
    assert.deepEqual(count(ballots('ab', '2 a', '2 b'), { method: 'single', lot: { order: [1, 0] } }).elected, [1])
  })
})

describe('instant run-off', () => {
  test('excludes the lowest until one has more than half of the votes in play', () => {
    const outcome = count(ballots('abc', '4 a', '3 bc', '2 cb'), { method: 'irv', lot: LOT })
    assert.deepEqual(outcome.rounds.map(({ tally, quota }) => [...tally, quota]), [['4', '3', '2', '5'], ['4', '5', '0', '5']])
    assert.equal(names(outcome, 'abc'), 'b')
  })
})

describe('pairwise', () => {
  test('the example of Schulze’s paper: strongest paths, and the Smith set beside them', () => {
    const vote = ballots('abcde', '5 acbed', '5 adecb', '8 bedac', '3 cabed', '7 caebd', '2 cbade', '7 dceba', '8 ebadc')
    const { elected, pairs } = count(vote, { method: 'schulze', lot: LOT })
    assert.deepEqual([elected, pairs?.smith, pairs?.condorcet], [[4], [0, 1, 2, 3, 4], null])
    assert.deepEqual(pairs?.strongest, [
      [0, 28, 28, 30, 24], [25, 0, 28, 33, 24], [25, 29, 0, 29, 24], [25, 28, 28, 0, 24], [25, 28, 28, 31, 0]])
  })
})

describe('a budget by equal shares', () => {
  test('pays for a small group’s project too, where the greedy way spends all on the many', () => {
    const vote = ballots('abcd', '6 abc', '4 d')
    const rule = { budget: 100, costs: [40, 30, 30, 40], lot: LOT }
    assert.equal(names(count(vote, { method: 'budget-greedy', ...rule }), 'abcd').split('').sort().join(''), 'abc')
    const { elected } = count(vote, { method: 'budget-equal-shares', ...rule })
    assert.ok(elected.includes(3))
    assert.ok(elected.reduce((all, each) => all + (rule.costs[each] ?? 0), 0) <= 100)
  })
})

describe('what cannot be counted', () => {
  const vote = ballots('ab', '1 a')
  const unpointed = { ...vote, piles: [{ times: 1, groups: [[0]], points: [] }] }
  test('is refused with a reason', () => {
    assert.deepEqual([
      kindOf(() => count({ candidates: [], piles: [] }, { method: 'irv', lot: LOT })),
      kindOf(() => count(vote, { method: 'single', seats: 3, lot: LOT })),
      kindOf(() => count({ ...vote, piles: [{ times: 1, groups: [[2]] }] }, { method: 'approval', lot: LOT })),
      kindOf(() => count({ ...vote, piles: [{ times: 1, groups: [[0], [0]] }] }, { method: 'irv', lot: LOT })),
      kindOf(() => count({ ...vote, piles: [{ times: 0.5, groups: [[0]] }] }, { method: 'irv', lot: LOT })),
      kindOf(() => count({ ...vote, withdrawn: [7] }, { method: 'irv', lot: LOT })),
      kindOf(() => count(vote, { method: 'yes-no', over: [2, 2], lot: LOT })),
      kindOf(() => count(vote, { method: 'multiple', most: 0, lot: LOT })),
      kindOf(() => count(vote, { method: 'budget-greedy', budget: 10, costs: [1], lot: LOT })),
      kindOf(() => count(unpointed, { method: 'score', lowest: 0, highest: 1, lot: LOT })),
    ], ['fewCandidates', 'seats', 'noSuchCandidate', 'twice', 'times', 'noSuchCandidate', 'share', 'most', 'costs', 'points'])
  })

  test('because there are too many committees to look at says so and does not try', () => {
    const candidates = Array.from({ length: 60 }, (_, at) => `c${at}`)
    const start = performance.now()
    const many = { candidates, piles: [{ times: 1, groups: [[0]] }] }
    for (const method of ['pav', 'minimaxphragmen', 'maximin-support', 'monroe', 'eph', 'trivial'] as const) {
      assert.equal(kindOf(() => count(many, { method, seats: 20, lot: LOT })), 'tooMany', method)
    }
    for (const method of ['av', 'seqpav', 'seqphragmen', 'equal-shares', 'equal-shares-with-increment-completion'] as const) {
      assert.equal(count(many, { method, seats: 20, lot: LOT }).elected.length, 20, method)
    }
    assert.ok(performance.now() - start < 2000)
  })
})
