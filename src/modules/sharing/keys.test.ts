// What each home would pay under each key; what is not known is said, never guessed.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { floorsIn, optionOf, type Home, type Key } from '#modules/sharing/keys.ts'

const home = (id: number, more: Partial<Home> = {}): Home => ({ id, floor: id, area: 9000, usage: 4000, benefits: true, ...more })
const option = (key: Key, homes: Home[], floors = '') => optionOf(key, 10_000, homes, floorsIn(floors))
const shares = (key: Key, homes: Home[], floors = '') => [...option(key, homes, floors).shares?.values() ?? []]

describe('a key', () => {
  test('shares by what it is named for', () => {
    const some = [home(1, { area: 5000, usage: 1000 }), home(2, { area: 15_000, usage: 0, benefits: false })]
    assert.deepEqual(shares('household', some), [5000, 5000])
    assert.deepEqual(shares('area', some), [2500, 7500])
    assert.deepEqual(shares('usage', some), [10_000, 0])
    assert.deepEqual(shares('benefit', some), [10_000, 0])
    assert.deepEqual(shares('floor', some, '1=0, 2-9=1'), [0, 10_000])
  })

  test('that lacks the number of a home names the home and shares nothing', () => {
    assert.deepEqual(option('area', [home(1), home(2, { area: null })]), { key: 'area', shares: null, lacks: 'no_area', homes: [2] })
    assert.deepEqual(option('usage', [home(1, { usage: null })]), { key: 'usage', shares: null, lacks: 'no_reading', homes: [1] })
    assert.deepEqual(option('floor', [home(1), home(12)], '1-9=1'), { key: 'floor', shares: null, lacks: 'no_floor', homes: [12] })
    assert.deepEqual(option('floor', [home(1)]), { key: 'floor', shares: null, lacks: 'no_weights', homes: [] })
    assert.deepEqual(option('benefit', [home(1, { benefits: false })]), { key: 'benefit', shares: null, lacks: 'nobody', homes: [] })
    assert.deepEqual(option('usage', [home(1, { usage: 0 })]), { key: 'usage', shares: null, lacks: 'nobody', homes: [] })
  })
})

describe('the weights of the floors', () => {
  test('are read as people write them', () => {
    const floors = floorsIn('1层＝0\n2~6楼=1，7至9=1.5')
    assert.deepEqual([1, 2, 6, 9, 10].map(floor => floors?.(floor)), [0, 100, 100, 150, null])
    assert.equal(floorsIn('-1=0.25')?.(-1), 25)
  })

  test('that cannot be read, or speak of one floor twice, are none', () => {
    for (const written of ['', '一楼不交', '1=0, 1-3=1', '3-1=1', '1=0.123', '1=-1']) assert.equal(floorsIn(written), null, written)
  })
})
