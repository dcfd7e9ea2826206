import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { createSecrets } from '#kit/secrets.ts'

const ours = createSecrets(Buffer.alloc(32, 1))
const theirs = createSecrets(Buffer.alloc(32, 2))

describe('what is sealed', () => {
  test('opens again, never looks the same twice, and does not show what it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), clear => {
      const [one, two] = [ours.encrypt(clear), ours.encrypt(clear)]
      assert.equal(ours.decrypt(one), clear)
      assert.notEqual(one, two)
      assert.ok(clear.length < 4 || !one.includes(clear))
    }))
  })

  test('does not open when one character was changed, or with another installation’s key', () => {
    const sealed = ours.encrypt('+8613800138000')
    assert.throws(() => theirs.decrypt(sealed))
    for (let at = 0; at < sealed.length - 2; at += 7) {
      const other = sealed[at] === 'A' ? 'B' : 'A'
      assert.throws(() => ours.decrypt(sealed.slice(0, at) + other + sealed.slice(at + 1)))
    }
  })

  test('is found by its index here, and by nobody else', () => {
    assert.equal(ours.blindIndex('+8613800138000'), ours.blindIndex('+8613800138000'))
    assert.notEqual(ours.blindIndex('+8613800138000'), theirs.blindIndex('+8613800138000'))
  })
})

test('a receipt can be read out over the phone, and is nobody else’s', () => {
  assert.match(ours.receipt('matter 1 83'), /^[0-9A-HJKMNP-TV-Z]{20}$/)
  assert.notEqual(ours.receipt('matter 1 83'), ours.receipt('matter 1 84'))
  assert.notEqual(ours.receipt('matter 1 83'), theirs.receipt('matter 1 83'))
})
