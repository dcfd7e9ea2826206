import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { centsOf, yuanOf } from '#modules/matters/money.ts'

const cents = fc.integer({ min: 1, max: 9_999_999_999 })

describe('money', () => {
  test('is read as people write it, never through a fraction', () => {
    for (const written of ['1,280.50', '1280.5', '1280.50', '￥1,280.50', '¥1280.5元', '１，２８０．５０', ' 1 280.5 元']) assert.equal(centsOf(written), 128_050, written)
    assert.equal(centsOf('0.1'), 10)
    assert.equal(centsOf('1.15'), 115)
    assert.equal(centsOf('99,999,999.99'), 9_999_999_999)
  })

  test('that could be read in two ways is not guessed', () => {
    for (const written of ['', '1,28', '1280,50', '1.2.3', '12.345', '-5', '1e3', '1.', '.5', '一百', '1,2800', '100000000', '1万']) assert.equal(centsOf(written), null, written)
  })

  test('is read back as it was shown, whatever the sum', () => {
    fc.assert(fc.property(cents, sum => centsOf(yuanOf(sum)) === sum && centsOf(yuanOf(sum).replaceAll(',', '')) === sum))
  })

  test('of many sums adds up to the cent', () => {
    fc.assert(fc.property(fc.array(cents, { maxLength: 200 }), sums => {
      const exact = sums.reduce((all, sum) => all + BigInt(sum), 0n)
      return BigInt(sums.map(sum => centsOf(yuanOf(sum)) ?? 0).reduce((all, sum) => all + sum, 0)) === exact
    }))
  })
})
