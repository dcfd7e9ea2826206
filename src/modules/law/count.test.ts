// The published test vectors, and an independent engine that is too simple to be wrong.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { outcomes, SILENCE, stillNeeded, yesStillNeeded, type Votes } from '#modules/law/count.ts'
import { enough, type Share, type Weight } from '#modules/law/share.ts'

const TWO_THIRDS: Share = { bound: 'at_least', numerator: 2, denominator: 3 }
const HALF: Share = { bound: 'more_than', numerator: 1, denominator: 2 }
const THREE_QUARTERS: Share = { bound: 'at_least', numerator: 3, denominator: 4 }
const ordinary = { participation: TWO_THIRDS, consent: HALF }
const special = { participation: TWO_THIRDS, consent: THREE_QUARTERS }
const none: Weight = { heads: 0, area: 0 }
const of = (heads: number, squareMetres: number): Weight => ({ heads, area: Math.round(squareMetres * 100) })

// The vectors say how many took part and how many said yes; the rest said no.
function votes(part: Weight, yes: Weight, total = of(1000, 100_000)): Votes {
  return { total, yes, no: { heads: part.heads - yes.heads, area: part.area - yes.area }, abstained: none, silent: none }
}

describe('the published test vectors', () => {
  const vectors = [
    ['667 of 1000 with 66,666.67 m², 334 yes with 33,333.34 m²', of(667, 66_666.67), of(334, 33_333.34), ordinary, true],
    ['666 heads are less than two thirds', of(666, 90_000), of(666, 90_000), ordinary, false],
    ['exactly half of the heads is not more than half', of(700, 70_000), of(350, 60_000), ordinary, false],
    ['exactly three quarters are enough', of(700, 70_000), of(525, 52_500), special, true],
    ['0.01 m² less than three quarters is not', of(700, 70_000), of(600, 52_499.99), special, false],
  ] as const
  for (const [name, part, yes, needed, carried] of vectors) {
    test(name, () => assert.equal(outcomes(votes(part, yes), needed).cast_only.carried, carried))
  }

  // Areas of the two real cases are not published beside the heads; equal shares of the area are taken.
  const spread = (heads: number, total: Weight): Weight => ({ heads, area: Math.round(total.area * heads / total.heads) })

  test('case B: with silence that follows the majority 2,066 of 2,261 agree, 91.38 % of the heads', () => {
    const total = of(2261, 147_368)
    const case_ = { total, yes: spread(995, total), no: spread(27, total), abstained: spread(125, total), silent: spread(1071, total) }
    const found = outcomes(case_, ordinary)
    assert.equal(found.delivered_silence_follows_majority.yes.heads, 2066)
    assert.equal((found.delivered_silence_follows_majority.yes.heads / total.heads * 100).toFixed(2), '91.38')
    assert.equal(found.delivered_silence_follows_majority.carried, true)
    assert.deepEqual([found.cast_only.quorate, found.cast_only.carried], [false, false])
  })

  test('case A: 703 of 1,291 are no quorum; with 584 delivered and silent they are', () => {
    const total = of(1291, 129_100)
    const case_ = { total, yes: spread(703, total), no: none, abstained: none, silent: spread(584, total) }
    const found = outcomes(case_, ordinary)
    assert.equal((703 / 1291 * 100).toFixed(1), '54.5')
    assert.equal(found.cast_only.carried, false)
    assert.equal(found.delivered_counts_as_participating.quorate, true)
    assert.equal(found.delivered_silence_follows_majority.carried, true)
  })
})

// A second engine, by another way: fractions as bigints in lowest terms, owner by owner.
interface Owner { area: number, said: 'yes' | 'no' | 'abstained' | 'silent' | 'nothing' }

function judged(owners: readonly Owner[], consent: 'half' | 'three quarters', silence: string): boolean {
  const count = (who: (owner: Owner) => boolean, of: (owner: Owner) => bigint) => owners.filter(who).map(of).reduce((a, b) => a + b, 0n)
  return [(): bigint => 1n, (owner: Owner) => BigInt(owner.area)].every(of => {
    const follow = silence === 'delivered_silence_follows_majority' ? leader(owners) : null
    const takesPart = (owner: Owner) => owner.said !== 'nothing' && (owner.said !== 'silent' || silence !== 'cast_only')
    const agrees = (owner: Owner) => owner.said === 'yes' || (owner.said === 'silent' && follow === 'yes')
    const [all, part, yes] = [count(() => true, of), count(takesPart, of), count(agrees, of)]
    if (part * 300n < all * 200n || part === 0n) return false
    return consent === 'half' ? yes + yes - part > 0n : yes * 100n - part * 75n >= 0n
  })
}

function leader(owners: readonly Owner[]): string | null {
  const sums = (['yes', 'no', 'abstained'] as const).map(said => {
    const those = owners.filter(owner => owner.said === said)
    return { said, heads: those.length, area: those.reduce((sum, owner) => sum + owner.area, 0) }
  })
  const byHeads = sums.toSorted((a, b) => b.heads - a.heads)
  const byArea = sums.toSorted((a, b) => b.area - a.area)
  const tied = byHeads[0]?.heads === byHeads[1]?.heads || byArea[0]?.area === byArea[1]?.area
  return !tied && byHeads[0]?.said === byArea[0]?.said ? byHeads[0]?.said ?? null : null
}

const owners = fc.array(fc.record({
  area: fc.oneof(fc.constantFrom(5000, 10_000), fc.integer({ min: 1, max: 100_000_000 })),
  said: fc.constantFrom('yes', 'yes', 'yes', 'no', 'abstained', 'silent', 'nothing'),
}) as fc.Arbitrary<Owner>, { minLength: 1, maxLength: 24 })

function summed(all: readonly Owner[]): Votes {
  const sum = (said?: Owner['said']): Weight => {
    const those = all.filter(owner => said === undefined || owner.said === said)
    return { heads: those.length, area: those.reduce((area, owner) => area + owner.area, 0) }
  }
  return { total: sum(), yes: sum('yes'), no: sum('no'), abstained: sum('abstained'), silent: sum('silent') }
}

describe('whatever owners do', () => {
  test('both engines say the same', () => {
    fc.assert(fc.property(owners, fc.constantFrom('half', 'three quarters'), fc.constantFrom(...SILENCE), (all, consent, silence) => {
      const ours = outcomes(summed(all), consent === 'half' ? ordinary : special)[silence].carried
      assert.equal(ours, judged(all, consent, silence))
    }), { numRuns: 10_000 })
  })

  test('what is still needed is just enough, and one less is not', () => {
    fc.assert(fc.property(owners, fc.constantFrom(ordinary, special), (all, needed) => {
      const has = summed(all)
      const returned = { heads: has.yes.heads + has.no.heads + has.abstained.heads, area: has.yes.area + has.no.area + has.abstained.area }
      const more = stillNeeded(has.total, returned, needed)
      for (const measure of ['heads', 'area'] as const) {
        assert.ok(enough(returned[measure] + more[measure], has.total[measure], needed.participation))
        if (more[measure] > 0) assert.ok(!enough(returned[measure] + more[measure] - 1, has.total[measure], needed.participation))
        const yes = yesStillNeeded(has, needed)[measure]
        const left = has.total[measure] - returned[measure]
        if (yes === null) assert.ok(!enough(has.yes[measure] + left, returned[measure] + left, needed.consent))
        else {
          assert.ok(enough(has.yes[measure] + yes, returned[measure] + yes, needed.consent))
          if (yes > 0) assert.ok(!enough(has.yes[measure] + yes - 1, returned[measure] + yes - 1, needed.consent))
        }
      }
    }), { numRuns: 5000 })
  })

  test('more votes than owners, halves of heads and areas beyond exact numbers are refused', () => {
    assert.throws(() => outcomes({ ...votes(of(1, 1), of(1, 1), of(1, 1)), silent: of(1, 1) }, ordinary), RangeError)
    assert.throws(() => outcomes(votes(of(1.5, 1), of(1, 1)), ordinary), RangeError)
    assert.throws(() => enough(Number.MAX_SAFE_INTEGER, 1, TWO_THIRDS), RangeError)
  })
})
