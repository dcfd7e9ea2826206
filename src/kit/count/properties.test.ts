// What must hold of every count, on ballots that nobody chose.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { count } from './count.ts'
import { compare, fraction, plus, type Fraction } from './fraction.ts'
import type { Ballots, Method, Outcome, Pile, Rule } from './shape.ts'

const TRANSFER = ['scotland', 'wigm', 'minneapolis', 'meek', 'warren', 'qpq'] as const
const COMMITTEE = ['av', 'sav', 'pav', 'slav', 'cc', 'lexcc', 'geom2', 'adams', 'seqpav', 'seqslav', 'seqcc', 'revseqpav', 'seqphragmen',
  'minimaxphragmen', 'leximaxphragmen', 'maximin-support', 'monroe', 'greedy-monroe', 'minimaxav', 'lexminimaxav', 'equal-shares',
  'equal-shares-with-av-completion', 'equal-shares-with-increment-completion', 'phragmen-enestroem',
  'consensus-rule', 'eph', 'trivial'] as const

const rankings = election({ most: 6, ties: false })
const weakRankings = election({ most: 5, ties: true })

// Some candidates, some ballots that rank some of them, at times more seats than one.
function election({ most, ties }: { most: number, ties: boolean }): fc.Arbitrary<{ ballots: Ballots, seats: number }> {
  return fc.integer({ min: 2, max: most }).chain(size => {
    const all = Array.from({ length: size }, (_, number) => number)
    const ranks = fc.tuple(fc.shuffledSubarray(all), fc.array(fc.boolean(), { minLength: size, maxLength: size }))
      .map(([order, joined]) => order.reduce<number[][]>((groups, each, at) => {
        const last = groups.at(-1)
        return ties && last && joined[at] ? [...groups.slice(0, -1), [...last, each]] : [...groups, [each]]
      }, []))
    const pile = fc.record({ times: fc.integer({ min: 1, max: 12 }), groups: ranks })
    return fc.record({
      ballots: fc.record({
        candidates: fc.constant(all.map(number => `c${number}`)), piles: fc.array(pile, { minLength: 1, maxLength: 14 }),
        withdrawn: fc.subarray(all, { maxLength: Math.max(0, size - 2) }),
      }),
      seats: fc.integer({ min: 1, max: size }),
    })
  })
}

const ruleOf = (method: Method, seats: number, ballots: Ballots): Rule => {
  const lot = { seed: 'x' }
  const costs = ballots.candidates.map((_, at) => 5 + at)
  if (method === 'budget-greedy' || method === 'budget-equal-shares') return { method, budget: 20, costs, lot }
  if (method === 'yes-no') return { method, over: [1, 2], lot }
  if (method === 'multiple') return { method, most: 2, seats, lot }
  if (method === 'score') return { method, lowest: 0, highest: 5, seats, lot }
  if (method === 'irv' || method === 'schulze') return { method, lot }
  const transfer = TRANSFER.find(each => each === method)
  const committee = COMMITTEE.find(each => each === method)
  if (transfer) return { method: transfer, seats, lot }
  return committee ? { method: committee, seats, lot } : { method: method === 'single' ? method : 'approval', seats, lot }
}
const METHODS: readonly Method[] = [
  ...TRANSFER, ...COMMITTEE, 'irv', 'schulze', 'single', 'multiple', 'approval', 'yes-no', 'budget-greedy', 'budget-equal-shares']

// '7/3' and '2.33' alike.
function exact(text: string): Fraction {
  const [whole = '0', part = ''] = text.split('.')
  const [top = '0', bottom = '1'] = text.split('/')
  return text.includes('/') ? fraction(BigInt(top), BigInt(bottom)) : fraction(BigInt(whole + part), 10n ** BigInt(part.length))
}

describe('in every round of a transferable vote', () => {
  for (const method of ['irv', 'scotland', 'wigm', 'minneapolis', 'meek', 'warren'] as const) {
    test(`each vote is with a candidate, used up, or lost by rounding, and nothing is lost twice: ${method}`, () => {
      fc.assert(fc.property(rankings, ({ ballots, seats }) => {
        const { rounds, ballots: all, blank, spoilt } = count(ballots, ruleOf(method, seats, ballots))
        for (const { tally, exhausted, lost } of rounds) {
          const sum = [...tally.flatMap(each => each ?? []), exhausted, lost].map(exact).reduce(plus)
          assert.equal(compare(sum, fraction(all - blank - spoilt)), 0)
          assert.ok(compare(exact(lost), fraction(0)) >= 0 && compare(exact(exhausted), fraction(0)) >= 0)
        }
      }))
    })
  }

  for (const method of TRANSFER) {
    test(`as many are elected as there are seats, or stand; nobody twice, nobody who stood back: ${method}`, () => {
      fc.assert(fc.property(rankings, ({ ballots, seats }) => {
        const { elected } = count(ballots, ruleOf(method, seats, ballots))
        const gone = ballots.withdrawn ?? []
        assert.equal(new Set(elected).size, elected.length)
        assert.equal(elected.length, Math.min(seats, ballots.candidates.length - gone.length))
        assert.ok(!elected.some(each => gone.includes(each)))
      }))
    })
  }
})

describe('before somebody is excluded', () => {
  for (const method of ['meek', 'warren'] as const) {
    test(`every elected candidate holds the quota, no more and no less: ${method}`, () => {
      fc.assert(fc.property(rankings, ({ ballots, seats }) => {
        const elected: number[] = []
        for (const { acts: [act], tally, quota } of count(ballots, ruleOf(method, seats, ballots)).rounds.slice(0, -1)) {
          const surplus = elected.map(each => Number(tally[each]) - Number(quota))
          // Where almost all votes are used up, nine places are too few for the iteration, and the rule stops it early.
          if (act?.what === 'excluded' && Number(quota) > 0.5) assert.ok(surplus.every(each => Math.abs(each) < 0.00001), `${surplus}`)
          if (act?.what === 'elected') elected.push(...act.candidates)
        }
      }), { numRuns: 300 })
    })
  }
})

describe('the order of the ballots', () => {
  test('changes nothing, whichever way equal ones are put together, by any rule', () => {
    const orders = fc.array(fc.nat(), { minLength: 14, maxLength: 14 })
    fc.assert(fc.property(rankings, fc.constantFrom(...METHODS), orders, ({ ballots, seats }, method, keys) => {
      const rule = ruleOf(method, seats, ballots)
      const single = ballots.piles.flatMap(({ times, groups }, at) => Array.from({ length: times }, (_, copy): [number, Pile] => (
        [((keys[at] ?? 0) * 31 + copy * 17) % 101, { times: 1, groups }])))
      const piles = single.sort(([a], [b]) => a - b).map(([, pile]) => pile)
      assert.deepEqual(count({ ...ballots, piles }, rule), count(ballots, rule))
    }), { numRuns: 400 })
  })
})

describe('the numbers of the candidates', () => {
  test('change nothing where the lot did not speak, by any rule', () => {
    const methods = fc.constantFrom(...METHODS.filter(each => each !== 'yes-no'))
    fc.assert(fc.property(rankings, methods, fc.nat(), ({ ballots, seats }, method, turn) => {
      const size = ballots.candidates.length
      const renamed = (number: number) => (number + turn) % size
      const rule = ruleOf(method, seats, ballots)
      const costs = (given: readonly number[]) => given.map((_, at) => given[(at - turn % size + size) % size] ?? 0)
      const other = count({
        candidates: ballots.candidates, withdrawn: ballots.withdrawn?.map(renamed),
        piles: ballots.piles.map(({ times, groups }) => ({ times, groups: groups.map(group => group.map(renamed)) })),
      }, 'costs' in rule ? { ...rule, costs: costs(rule.costs) } : rule)
      const plain = count(ballots, rule)
      const lots = [...plain.ties, ...other.ties].some(tie => tie.by === 'lot')
      // Who is first served by greedy Monroe hangs on the order of the voters.
      fc.pre(!lots && method !== 'greedy-monroe')
      assert.deepEqual([...other.elected].sort(), plain.elected.map(renamed).sort())
    }), { numRuns: 400 })
  })
})

describe('pairwise', () => {
  test('the winner and the strongest paths are those of all paths tried one by one', () => {
    fc.assert(fc.property(weakRankings, ({ ballots }) => {
      const { pairs, elected } = count(ballots, { method: 'schulze', lot: { seed: 'x' } })
      const stands = ballots.candidates.map((_, at) => at).filter(each => !ballots.withdrawn?.includes(each))
      const over = (a: number, b: number) => ballots.piles.reduce((all, { times, groups }) => {
        const place = (each: number) => groups.findIndex(group => group.includes(each)) >>> 0
        return place(a) < place(b) ? all + times : all
      }, 0)
      const link = (a: number, b: number) => over(a, b) > over(b, a) ? over(a, b) : 0
      const best = (a: number, b: number, seen: readonly number[]): number => Math.max(link(a, b),
        ...stands.filter(by => by !== b && !seen.includes(by)).map(by => Math.min(link(a, by), best(by, b, [...seen, by]))))
      for (const a of stands) for (const b of stands) if (a !== b) assert.equal(pairs?.strongest[a]?.[b], best(a, b, [a]))
      assert.ok(elected.every(a => stands.every(b => a === b || best(a, b, [a]) >= best(b, a, [b]))))
    }))
  })

  test('whoever beats everybody is elected and is the whole Smith set; else the elected is in it, and each in it beats all outside', () => {
    fc.assert(fc.property(weakRankings, ({ ballots }) => {
      const { pairs, elected } = count(ballots, { method: 'schulze', lot: { seed: 'x' } })
      if (!pairs) return assert.fail()
      if (pairs.condorcet !== null) assert.deepEqual([elected, pairs.smith], [[pairs.condorcet], [pairs.condorcet]])
      assert.ok(elected.every(each => pairs.smith.includes(each)))
      const stands = ballots.candidates.map((_, at) => at).filter(each => !ballots.withdrawn?.includes(each))
      const outside = stands.filter(each => !pairs.smith.includes(each))
      for (const a of pairs.smith) for (const b of outside) assert.ok((pairs.preferred[a]?.[b] ?? 0) > (pairs.preferred[b]?.[a] ?? 0))
    }))
  })
})

describe('with two candidates', () => {
  test('instant run-off, every transferable vote for one seat and the pairwise count elect whoever more prefer', () => {
    const two = fc.record({ first: fc.integer({ min: 1, max: 50 }), second: fc.integer({ min: 1, max: 50 }), empty: fc.nat(9) })
    fc.assert(fc.property(two, fc.constantFrom<Method>('irv', 'schulze', ...TRANSFER), ({ first, second, empty }, method) => {
      fc.pre(first !== second)
      const piles = [{ times: first, groups: [[0], [1]] }, { times: second, groups: [[1]] }, { times: empty + 1, groups: [] }]
      const ballots = { candidates: ['a', 'b'], piles }
      const { elected, ties }: Outcome = count(ballots, ruleOf(method, 1, ballots))
      assert.deepEqual([elected, ties], [[first > second ? 0 : 1], []])
    }))
  })
})

describe('a budget', () => {
  test('is never overspent, and nothing is left out that still could be paid', () => {
    fc.assert(fc.property(rankings, fc.constantFrom('budget-greedy' as const, 'budget-equal-shares' as const), ({ ballots }, method) => {
      const rule = { method, budget: 20, costs: ballots.candidates.map((_, at) => 5 + at), lot: { seed: 'x' } }
      const { elected } = count(ballots, rule)
      const left = rule.budget - elected.reduce((all, each) => all + (rule.costs[each] ?? 0), 0)
      assert.ok(left >= 0)
      const open = ballots.candidates.map((_, at) => at).filter(each => !elected.includes(each) && !ballots.withdrawn?.includes(each))
      assert.ok(open.every(each => (rule.costs[each] ?? 0) > left))
    }))
  })
})
