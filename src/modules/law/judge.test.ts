// What decides: the kinds, the thresholds of the packs, the way of counting in force; held against fractions that know nothing of our engine.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  comparisonSaid, delivered, estateRules, interested, judge, KINDS, outlook, packsOf, resolve, SILENCE, thresholds, unanimous,
  type Kind, type Rules, type Votes, type Weight,
} from '#modules/law/public.ts'

const nation = resolve(packsOf('nation', '2026-11-22'), '2026-11-22')
const of = (heads: number, squareMetres: number): Weight => ({ heads, area: Math.round(squareMetres * 100) })
const none = of(0, 0)

function votes(part: Weight, yes: Weight, total = of(1000, 100_000)): Votes {
  return { total, yes, no: { heads: part.heads - yes.heads, area: part.area - yes.area }, abstained: none, silent: none }
}

describe('the nine kinds', () => {
  test('raising the fund, rebuilding and new use of common parts need three quarters, everything else more than half', () => {
    const special = KINDS.filter(kind => thresholds(nation, kind).majority.value === 'special')
    assert.deepEqual(special, ['fund_raise', 'rebuild', 'common_parts'])
    for (const kind of KINDS) {
      const { participation, consent } = thresholds(nation, kind)
      assert.deepEqual(participation.value, { bound: 'at_least', numerator: 2, denominator: 3 })
      assert.equal(consent.value.denominator, special.includes(kind) ? 4 : 2)
      assert.deepEqual([consent.rule.source.article, consent.rule.source.mark, consent.rule.layer], ['278', 'V', 'nation'])
    }
  })

  test('the five vectors come out as published, with the comparisons spelled out', () => {
    const vectors = [
      [of(667, 66_666.67), of(334, 33_333.34), 'manager', true, '667 × 3 ≥ 1,000 × 2', '334 × 2 > 667', '66,666.67 m² × 3 ≥ 100,000.00 m² × 2'],
      [of(666, 90_000), of(666, 90_000), 'manager', false, '666 × 3 < 1,000 × 2', '666 × 2 > 666', '90,000.00 m² × 3 ≥ 100,000.00 m² × 2'],
      [of(700, 70_000), of(350, 60_000), 'manager', false, '700 × 3 ≥ 1,000 × 2', '350 × 2 ≤ 700', '70,000.00 m² × 3 ≥ 100,000.00 m² × 2'],
      [of(700, 70_000), of(525, 52_500), 'common_parts', true, '700 × 3 ≥ 1,000 × 2', '525 × 4 ≥ 700 × 3', '70,000.00 m² × 3 ≥ 100,000.00 m² × 2'],
      [of(700, 70_000), of(600, 52_499.99), 'rebuild', false, '700 × 3 ≥ 1,000 × 2', '600 × 4 ≥ 700 × 3', '70,000.00 m² × 3 ≥ 100,000.00 m² × 2'],
    ] as const
    for (const [part, yes, kind, carried, heads, consent, area] of vectors) {
      const judged = judge(nation, kind, votes(part, yes), { clauseShown: false })
      assert.equal(judged.carried, carried)
      assert.deepEqual(judged.outcomes.cast_only.comparisons.slice(0, 3).map(one => comparisonSaid(one, 'en').sum), [heads, area, consent])
    }
  })

  test('a comparison says who, how much and whether it is enough, in both languages', () => {
    const [, , , consent] = judge(nation, 'rebuild', votes(of(700, 70_000), of(600, 52_499.99)), { clauseShown: false }).outcomes.cast_only.comparisons
    assert.equal(consent && comparisonSaid(consent, 'zh').line, '同意的面积：52,499.99 m² × 4 < 70,000.00 m² × 3，不够')
    assert.equal(consent && comparisonSaid(consent, 'en').line, 'Area saying yes: 52,499.99 m² × 4 < 70,000.00 m² × 3, not enough')
  })
})

const CLAUSE = `key: estate_1
version: 1
layer: estate
within: nation
from: 2024-05-01
name: { zh: 议事规则, en: Rules of procedure }
sources:
  own: { law: { zh: 议事规则, en: Rules of procedure }, article: '18', says: { zh: 没交的随多数, en: Silence follows the majority }, mark: V }
rules:
  silence: { value: delivered_silence_follows_majority, source: own }
`
const ruled = (source: string): Rules => {
  const read = estateRules(source, 'nation', '2026-11-22')
  return 'rules' in read ? read.rules : assert.fail(read.problems.map(({ line, reason }) => `${line}: ${reason('en')}`).join())
}

describe('ballots that were not returned', () => {
  const total = of(2261, 147_368)
  const spread = (heads: number): Weight => ({ heads, area: Math.round(total.area * heads / total.heads) })
  const caseB: Votes = { total, yes: spread(995), no: spread(27), abstained: spread(125), silent: spread(1071) }

  test('follow the majority only where the rules say so and the notice showed it: case B is carried as the court found', () => {
    const judged = judge(ruled(CLAUSE), 'manager', caseB, { clauseShown: true })
    assert.deepEqual([judged.inForce.silence, judged.carried], ['delivered_silence_follows_majority', true])
    assert.deepEqual([judged.inForce.rule?.layer, judged.inForce.rule?.source.article], ['estate', '18'])
    assert.match(judged.inForce.reason('zh'), /第 18 条.*1071 人/)
    const [, , heads] = judged.outcomes.delivered_silence_follows_majority.comparisons
    assert.equal(heads && comparisonSaid(heads, 'en').sum, '2,066 × 2 > 2,218')
  })

  test('do not count where the notice did not show the clause, or the rules have none', () => {
    const hidden = judge(ruled(CLAUSE), 'manager', caseB, { clauseShown: false })
    assert.deepEqual([hidden.inForce.silence, hidden.carried], ['cast_only', false])
    assert.match(hidden.inForce.reason('en'), /notice did not show/)
    const without = judge(nation, 'manager', caseB, { clauseShown: true })
    assert.deepEqual([without.inForce.silence, without.carried, without.inForce.rule?.source.article], ['cast_only', false, '26'])
    assert.deepEqual(Object.keys(without.outcomes), [...SILENCE])
  })

  test('count only with proof, and only in the hands of the owner or whom he authorised', () => {
    const { silent, notCounted } = delivered([
      { heads: 1, area: 100, to: 'owner', proven: true }, { heads: 1, area: 20, to: 'authorised', proven: true },
      { heads: 1, area: 3, to: 'other', proven: true }, { heads: 1, area: 4, to: 'owner', proven: false },
    ])
    assert.deepEqual([silent, notCounted], [{ heads: 2, area: 120 }, { heads: 2, area: 7 }])
  })
})

// By another way, in another hand: exact fractions over bigints, and nothing but the words of article 278.
class Fraction {
  readonly top: bigint
  readonly bottom: bigint
  constructor(top: bigint, bottom: bigint) {
    const divisor = Fraction.gcd(top, bottom)
    this.top = top / divisor
    this.bottom = bottom / divisor
  }
  static gcd(a: bigint, b: bigint): bigint { return b === 0n ? (a === 0n ? 1n : a) : Fraction.gcd(b, a % b) }
  minus(other: Fraction): Fraction { return new Fraction(this.top * other.bottom - other.top * this.bottom, this.bottom * other.bottom) }
  sign(): -1 | 0 | 1 { return this.top === 0n ? 0 : (this.top > 0n) === (this.bottom > 0n) ? 1 : -1 }
}

const SPECIAL = new Set<Kind>(['fund_raise', 'rebuild', 'common_parts'])

function article278(kind: Kind, measures: readonly { total: number, part: number, yes: number }[]): boolean {
  return measures.every(({ total, part, yes }) => {
    if (total === 0 || part === 0) return false
    const participation = new Fraction(BigInt(part), BigInt(total)).minus(new Fraction(2n, 3n)).sign() >= 0
    const agreed = new Fraction(BigInt(yes), BigInt(part))
    return participation && (SPECIAL.has(kind) ? agreed.minus(new Fraction(3n, 4n)).sign() >= 0 : agreed.minus(new Fraction(1n, 2n)).sign() > 0)
  })
}

// Sums on and around every boundary, up to a billion m²: 0.01 m² or one head below it, on it, above it.
const around = (whole: number, numerator: number, denominator: number) =>
  fc.integer({ min: -1, max: 1 }).map(step => Math.max(0, Math.min(whole, Math.round(whole * numerator / denominator) + step)))
const measure = (most: number) => fc.integer({ min: 0, max: most }).chain(total =>
  fc.oneof(around(total, 2, 3), fc.integer({ min: 0, max: total })).chain(part =>
    fc.oneof(around(part, 1, 2), around(part, 3, 4), fc.integer({ min: 0, max: part })).map(yes => ({ total, part, yes }))))
const cases = fc.record({ heads: measure(100_000), area: measure(100_000_000_000), kind: fc.constantFrom(...KINDS) })

const votesOf = (heads: { total: number, part: number, yes: number }, area: typeof heads): Votes => ({
  total: { heads: heads.total, area: area.total }, yes: { heads: heads.yes, area: area.yes },
  no: { heads: heads.part - heads.yes, area: area.part - area.yes }, abstained: none, silent: none,
})

describe('whatever the sums are', () => {
  test('fractions over bigints and our whole numbers agree, also 0.01 m² around every boundary', () => {
    const seen = { yes: 0, no: 0 }
    fc.assert(fc.property(cases, ({ heads, area, kind }) => {
      const ours = judge(nation, kind, votesOf(heads, area), { clauseShown: false }).carried
      seen[ours ? 'yes' : 'no']++
      assert.equal(ours, article278(kind, [heads, area]))
    }), { numRuns: 10_000 })
    assert.ok(seen.yes > 500 && seen.no > 500, JSON.stringify(seen))
  })

  test('the outlook is just enough: with it everything is carried, with one less it is not', () => {
    fc.assert(fc.property(cases, ({ heads, area, kind }) => {
      const now = votesOf(heads, area)
      const { participation, consent } = thresholds(nation, kind)
      const { toCarry, possible } = outlook(now, { participation: participation.value, consent: consent.value })
      const with_ = (more: Weight) => article278(kind, [
        { total: heads.total, part: heads.part + more.heads, yes: heads.yes + more.heads },
        { total: area.total, part: area.part + more.area, yes: area.yes + more.area },
      ])
      fc.pre(heads.total > 0 && area.total > 0)
      assert.equal(possible, with_({ heads: heads.total - heads.part, area: area.total - area.part }))
      if (toCarry.heads === null || toCarry.area === null) return
      assert.ok(with_({ heads: toCarry.heads, area: toCarry.area }))
      if (toCarry.heads > 0) assert.ok(!with_({ heads: toCarry.heads - 1, area: toCarry.area }))
      if (toCarry.area > 0) assert.ok(!with_({ heads: toCarry.heads, area: toCarry.area - 1 }))
    }), { numRuns: 5000 })
  })
})

describe('a home that becomes a shop', () => {
  const entry = (owner: number, building: number) => ({
    voter: owner, guardian: null, owners: [owner], developer: false, homes: [{ id: owner, building, area: 1, source: null }], heads: 1, area: 1,
  })

  test('needs every owner of the building and whoever showed that it concerns him', () => {
    const asked = interested([entry(1, 4), entry(2, 4), entry(3, 5), entry(4, 6)], 4, new Set([3]))
    assert.deepEqual(asked.map(({ voter }) => voter), [1, 2, 3])
    assert.equal(unanimous({ asked: 3, agreed: 3, refused: 0 }).carried, true)
  })

  test('fails with one silent, one against, or nobody to ask; impossible sums are refused', () => {
    assert.deepEqual(unanimous({ asked: 3, agreed: 2, refused: 0 }), { asked: 3, agreed: 2, refused: 0, missing: 1, carried: false })
    assert.equal(unanimous({ asked: 3, agreed: 2, refused: 1 }).carried, false)
    assert.equal(unanimous({ asked: 0, agreed: 0, refused: 0 }).carried, false)
    assert.throws(() => unanimous({ asked: 1, agreed: 1, refused: 1 }), RangeError)
  })
})
