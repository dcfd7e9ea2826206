// Each rule on ballots whose count can be done by hand from the published text.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { count } from './count.ts'
import { CountProblem } from './problem.ts'
import type { Ballots, Lot, Outcome, Pile } from './shape.ts'

const LOT: Lot = { seed: '2026-11-22' }

// '4 abc' is four ballots with a first, then b, then c; '2 a=b' one place for both; '1' an empty one.
function ballots(candidates: string, ...piles: readonly string[]): Ballots {
  const pile = (text: string): Pile => {
    const [times, marks = ''] = text.split(' ')
    const groups = [...marks.matchAll(/[a-z](?:=[a-z])*/gu)].map(([group]) => group.split('=').map(name => candidates.indexOf(name)))
    return { times: Number(times), groups }
  }
  return { candidates: [...candidates], piles: piles.map(pile) }
}

const names = ({ elected }: Outcome, candidates: string) => elected.map(number => candidates[number] ?? '').join('')
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
