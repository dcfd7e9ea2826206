// Every cent is paid by somebody, and nobody pays for another.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { split, type Weighted } from '#modules/sharing/split.ts'

const homes = fc.uniqueArray(fc.record({ home: fc.integer({ min: 1, max: 1e6 }), weight: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 1e12 })) }),
  { minLength: 1, maxLength: 60, selector: one => one.home }).filter(some => some.some(one => one.weight > 0))
const cents = fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 1e11 }))
const holds = (law: (amount: number, some: Weighted[]) => void) => fc.assert(fc.property(cents, homes, law), { numRuns: 500 })

describe('a shared amount', () => {
  test('is paid to the cent, by nobody less than nothing, and by nobody without weight', () => holds((amount, some) => {
    const shares = split(amount, some)
    assert.equal([...shares.values()].reduce((sum, share) => sum + share, 0), amount)
    for (const { home, weight } of some) assert.ok((shares.get(home) ?? -1) >= 0 && (weight > 0 || shares.get(home) === 0))
  }))

  test('never asks less of more weight, and of equal weights within a cent', () => holds((amount, some) => {
    const shares = split(amount, some)
    const sorted = some.toSorted((a, b) => a.weight - b.weight)
    for (const [i, one] of sorted.entries()) {
      const next = sorted[i + 1]
      if (!next) continue
      const [less, more] = [shares.get(one.home) ?? 0, shares.get(next.home) ?? 0]
      assert.ok(one.weight === next.weight ? Math.abs(less - more) <= 1 : less <= more)
    }
  }))

  test('is shared the same whoever is named first', () => holds((amount, some) => {
    assert.deepEqual([...split(amount, some.toReversed())].toSorted(), [...split(amount, some)].toSorted())
  }))

  test('lies within a cent of the exact share', () => holds((amount, some) => {
    const all = some.reduce((sum, one) => sum + BigInt(one.weight), 0n)
    const shares = split(amount, some)
    for (const { home, weight } of some) {
      const off = BigInt(shares.get(home) ?? 0) * all - BigInt(amount) * BigInt(weight)
      assert.ok(off < all && off > -all)
    }
  }))

  test('gives the odd cents to the largest remainders, then to the home that was entered first', () => {
    assert.deepEqual([...split(100, [{ home: 3, weight: 1 }, { home: 1, weight: 1 }, { home: 2, weight: 1 }])], [[3, 33], [1, 34], [2, 33]])
    assert.deepEqual([...split(10, [{ home: 1, weight: 1 }, { home: 2, weight: 2 }])], [[1, 3], [2, 7]])
  })

  test('is refused where nobody has any weight, and where a number is not whole', () => {
    assert.throws(() => split(100, [{ home: 1, weight: 0 }]), RangeError)
    assert.throws(() => split(100, []), RangeError)
    assert.throws(() => split(100, [{ home: 1, weight: 0.5 }]), RangeError)
    assert.throws(() => split(-1, [{ home: 1, weight: 1 }]), RangeError)
  })
})
