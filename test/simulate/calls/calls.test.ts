// The two promises of the rings, over a small year: as many calls answered as by telling everybody, a fifth of the people disturbed.
import { before, describe, it } from 'node:test'
import assert from 'node:assert/strict'
import { DEFAULT_RINGS } from '#modules/calls/rings.ts'
import { USUAL } from './assumptions.ts'
import { compare, keepsPromises, stagesOf, type Compared } from './compare.ts'
import { drawCurve } from './curve.ts'
import { pairedDifference, quantile, shareInterval } from './figures.ts'
import { nearestFirst, rings, wholeEstate } from './ways.ts'

const SMALL = { ...USUAL, callsADay: 4, cuts: 4 }
const WAYS = {
  rings: rings(DEFAULT_RINGS), inEstate: rings(DEFAULT_RINGS.filter(({ who }) => who !== 'community')), nearestFirst, wholeEstate,
}

describe('a year of calls', () => {
  let ways: Record<string, Compared>
  before(() => {
    ways = Object.fromEntries(compare(stagesOf({ ...SMALL, tiring: false }, 1, 1), WAYS).map(way => [way.name, way]))
  })

  it('is answered by the rings as often as by telling everybody, even if nobody ever tired of that, and disturbs far fewer', () => {
    const { rings: ours } = ways
    assert.ok(ours && keepsPromises(ours), JSON.stringify(ours?.answeredMore))
    assert.ok(ours.answered > 0.99 && ours.atDoor > 0.99)
    assert.ok(ours.disturbedShare < 0.05, String(ours.disturbedShare))
  })

  it('is answered more often by the rings where people tire of being asked', () => {
    const [, ours] = compare(stagesOf(SMALL, 2, 1), { rings: WAYS.rings })
    assert.ok(ours && keepsPromises(ours) && ours.answeredMore.difference > 0, JSON.stringify(ours?.answeredMore))
  })

  it('is not answered as often where the rings end at the estate, or go from one to the next', () => {
    for (const name of ['inEstate', 'nearestFirst', 'wholeEstate']) {
      const way = ways[name]
      assert.ok(way && way.answeredMore.high < 0, `${name}: ${JSON.stringify(way?.answeredMore)}`)
    }
  })

  it('has the same outcomes whenever it has the same seed, and others with another', () => {
    const first = (seed: number) => compare(stagesOf({ ...SMALL, cuts: 0, callsADay: 1 }, seed, 1), { rings: WAYS.rings })
      .map(({ outcomes }) => outcomes.map(({ answered, atDoor, disturbed }) => [answered, atDoor, disturbed]))
    assert.deepEqual(first(7), first(7))
    assert.notDeepEqual(first(7), first(8))
  })

  it('can be drawn', () => {
    const way = ways['rings']
    assert.ok(way)
    const drawn = drawCurve([{ size: 1, pace: 1, reach: 'community', way }], [])
    assert.match(drawn, /^<svg .*the default.*<\/svg>\n$/s)
    assert.doesNotMatch(drawn, /NaN|undefined/)
  })
})

describe('figures', () => {
  it('say how sure they are', () => {
    // Wilson's interval for 10 of 100; the paired one by hand.
    const { low, high } = shareInterval(10, 100)
    assert.deepEqual([low.toFixed(4), high.toFixed(4)], ['0.0552', '0.1744'])
    const none = pairedDifference([true, true], [true, true])
    assert.ok(none.low < 0 && none.high > 0 && none.difference === 0)
    const worse = pairedDifference(Array<boolean>(100).fill(false), Array<boolean>(100).fill(true))
    assert.ok(worse.high < -0.9 && worse.difference === -1)
    assert.deepEqual([quantile([3, 1, 2], 0.5), quantile([3, 1, 2], 1), quantile([], 0.5)], [2, 3, 0])
  })
})
