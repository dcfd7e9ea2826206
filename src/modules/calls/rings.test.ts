// Who is asked, from the inside out: what holds for every neighbourhood and every call.
import { describe, it } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { DEFAULT_RINGS, RING_KEYS, ringPeople, type Asking, type Neighbour, type Ring } from './rings.ts'

const CLOSE = ['entrance', 'building', 'estate'] as const
const NEAR = [...CLOSE, 'community'] as const

const id = fc.integer({ min: 1, max: 60 })
const someone = fc.record({
  id,
  near: fc.constantFrom(...NEAR),
  skilled: fc.boolean(), onDuty: fc.boolean(), free: fc.boolean(),
  post: fc.constantFrom(null, null, null, 'micro_grid' as const, 'grid_worker' as const, 'leader' as const),
  asked: fc.integer({ min: 0, max: 6 }), most: fc.integer({ min: 0, max: 6 }),
  came: fc.integer({ min: 0, max: 5 }), tried: fc.integer({ min: 0, max: 5 }),
})
const people: fc.Arbitrary<Neighbour[]> = fc.uniqueArray(someone, { selector: one => one.id, maxLength: 40 })
const rings = (keys: readonly Ring['who'][]): fc.Arbitrary<Ring> => (
  fc.record({ who: fc.constantFrom(...keys), after: fc.constant(0), most: fc.integer({ min: 0, max: 12 }) }))
const ring = rings(RING_KEYS)
const call: fc.Arbitrary<Asking> = fc.record({ urgent: fc.boolean(), skillMatters: fc.boolean() })
const already = fc.uniqueArray(id, { maxLength: 20 }).map(ids => new Set(ids))

const usual: Neighbour = {
  id: 1, near: 'entrance', skilled: false, onDuty: false, post: null, free: true, asked: 0, most: 5, came: 0, tried: 0,
}
const who = (id: number, traits: Partial<Neighbour> = {}): Neighbour => ({ ...usual, id, ...traits })
const calm: Asking = { urgent: false, skillMatters: false }
const ask = (key: Ring['who'], neighbours: readonly Neighbour[], asking: Partial<Asking> = {}, most = 10) =>
  ringPeople({ who: key, after: 0, most }, { ...calm, ...asking }, new Set(), neighbours)
const of = (neighbours: readonly Neighbour[], ids: readonly number[]) => neighbours.filter(one => ids.includes(one.id))

describe('rings', () => {
  it('ask nobody twice and never the caller, from the first ring to the last', () => {
    fc.assert(fc.property(fc.array(ring, { maxLength: 8 }), call, people, id, (rule, asking, neighbours, caller) => {
      const asked = [caller]
      for (const one of rule) asked.push(...ringPeople(one, asking, new Set(asked), neighbours))
      assert.equal(new Set(asked).size, asked.length)
    }))
  })

  it('ask never more than they may, and only who is there', () => {
    fc.assert(fc.property(ring, call, already, people, (one, asking, before, neighbours) => {
      const ids = ringPeople(one, asking, before, neighbours)
      assert.ok(ids.length <= one.most)
      assert.equal(of(neighbours, ids).length, ids.length)
    }))
  })

  it('ask as many as the rule allows where there are so many with time and strength', () => {
    fc.assert(fc.property(rings(NEAR), call, people, (one, asking, neighbours) => {
      const within: string[] = NEAR.slice(0, NEAR.findIndex(area => area === one.who) + 1)
      const fit = neighbours.filter(({ near, free, asked, most }) => within.includes(near) && free && asked < most)
      assert.ok(ringPeople(one, asking, new Set(), neighbours).length >= Math.min(one.most, fit.length))
    }))
  })

  it('ask no fewer when they are wider and nobody is tired', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 12 }), call, already, people, (most, asking, before, neighbours) => {
      const fresh = neighbours.map(one => ({ ...one, asked: 0 }))
      const asked = NEAR.map(who => ringPeople({ who, after: 0, most }, asking, before, fresh).length)
      assert.deepEqual(asked, asked.toSorted((a, b) => a - b))
    }))
  })

  it('leave people in their quiet hours alone unless it is urgent, whoever holds no post for it', () => {
    fc.assert(fc.property(ring, already, people, fc.boolean(), (one, before, neighbours, skillMatters) => {
      const quiet = of(neighbours, ringPeople(one, { urgent: false, skillMatters }, before, neighbours)).filter(({ free }) => !free)
      assert.ok(quiet.every(({ onDuty, post }) => onDuty || post === 'grid_worker' || post === 'leader'))
      if (NEAR.some(key => key === one.who)) assert.deepEqual(quiet, [])
    }))
  })

  it('never ask a tired neighbour close by unless it is urgent and the ring has nobody else', () => {
    fc.assert(fc.property(rings(CLOSE), call, already, people, (one, asking, before, neighbours) => {
      const asked = of(neighbours, ringPeople(one, asking, before, neighbours))
      const tired = asked.filter(({ asked, most }) => asked >= most)
      assert.ok(tired.length === 0 || (asking.urgent && tired.length === asked.length))
    }))
  })

  it('never ask as a neighbour who wants to be asked at no time', () => {
    fc.assert(fc.property(rings(NEAR), call, already, people, (one, asking, before, neighbours) => {
      assert.ok(of(neighbours, ringPeople(one, asking, before, neighbours)).every(({ most }) => most > 0))
    }))
  })

  it('ask the same people in the same order however the neighbours are listed', () => {
    fc.assert(fc.property(ring, call, already, people, (one, asking, before, neighbours) => {
      const ids = ringPeople(one, asking, before, neighbours)
      assert.deepEqual(ringPeople(one, asking, before, neighbours.toReversed()), ids)
      assert.deepEqual(ringPeople(one, asking, before, neighbours.toSorted((a, b) => a.most - b.most)), ids)
    }))
    assert.deepEqual(ask('entrance', [who(3), who(1), who(2)]), [1, 2, 3])
  })

  it('ask whoever is left of the same entrance before the rest of the building', () => {
    assert.deepEqual(ask('building', [who(1, { near: 'building' }), who(2), who(3, { near: 'estate' })]), [2, 1])
  })

  it('ask who can do it first, where that matters, and the nearest first where it does not', () => {
    const neighbours = [who(1), who(2, { near: 'estate', skilled: true })]
    assert.deepEqual(ask('estate', neighbours, { skillMatters: true }), [2, 1])
    assert.deepEqual(ask('estate', neighbours), [1, 2])
  })

  it('ask who has time before whoever must be woken', () => {
    assert.deepEqual(ask('entrance', [who(1, { free: false }), who(2)], { urgent: true }), [2, 1])
    assert.deepEqual(ask('entrance', [who(1, { free: false }), who(2)]), [2])
  })

  it('ask who usually comes before who never did, and both after resting', () => {
    assert.deepEqual(ask('entrance', [who(1, { tried: 5 }), who(2, { came: 3, tried: 5 })]), [2, 1])
    assert.deepEqual(ask('entrance', [who(1, { asked: 4 }), who(2)]), [2, 1])
  })

  it('turn to a tired neighbour when it is urgent and he is the only one, and last where he is on duty with others', () => {
    assert.deepEqual(ask('entrance', [who(1, { asked: 5 })], { urgent: true }), [1])
    assert.deepEqual(ask('entrance', [who(1, { asked: 5 })]), [])
    assert.deepEqual(ask('building', [who(1, { asked: 5 }), who(2, { near: 'building' })], { urgent: true }), [2])
    assert.deepEqual(ask('on_duty', [who(1, { asked: 5, onDuty: true }), who(2, { near: 'estate', onDuty: true })]), [2, 1])
  })

  it('turn to the whole community at last, to the tired after all others', () => {
    const neighbours = [who(1, { near: 'estate', asked: 5 }), who(2, { near: 'community' }), who(3, { near: 'community', free: false })]
    assert.deepEqual(ask('community', neighbours), [2, 1])
    assert.equal(DEFAULT_RINGS.at(-1)?.who, 'community')
  })

  it('ask the turn on duty before the rest of the micro-grid, at night too; the rest sleeps', () => {
    const grid = [who(1, { post: 'micro_grid' }), who(2, { onDuty: true, near: 'community', most: 0 })]
    assert.deepEqual(ask('on_duty', grid), [2, 1])
    assert.deepEqual(ask('on_duty', grid.map(one => ({ ...one, free: false }))), [2])
  })

  it('ask grid workers and leaders whatever the hour, each in his own ring alone', () => {
    const away = { near: 'community', free: false } as const
    const posts = [who(1, { ...away, post: 'grid_worker' }), who(2, { ...away, post: 'leader' })]
    assert.deepEqual([ask('grid_worker', posts), ask('leader', posts), ask('estate', posts), ask('on_duty', posts)], [[1], [2], [], []])
  })

  it('open one after the other, all before the alarm of the first clock, from the inside out', () => {
    assert.ok(DEFAULT_RINGS.every((one, i) => one.after < 300 && one.most > 0 && one.after >= (DEFAULT_RINGS[i - 1]?.after ?? 0)))
    assert.equal(DEFAULT_RINGS[0]?.after, 0)
    assert.deepEqual([...new Set(DEFAULT_RINGS.map(one => one.who))].toSorted(), RING_KEYS.toSorted())
  })
})
