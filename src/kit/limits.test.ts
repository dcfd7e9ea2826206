import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openLimits, type Limits } from '#kit/limits.ts'
import { testHouse, type TestHouse } from '#test/database.ts'

let village: TestHouse
let limits: Limits
before(async () => {
  village = await testHouse()
  limits = openLimits(village.settings, village.house.means.secrets)
})
after(async () => {
  await limits.close()
  await village.close()
})

const noon = Temporal.Instant.from('2026-11-20T04:00:00Z')
const later = (seconds: number) => noon.add({ seconds })
const fivePerMinute = { times: 5, seconds: 60 }

describe('whoever may do something five times a minute', () => {
  test('does it five times at once, is told how long to wait, and does it again when one has come back', async () => {
    const left = []
    for (let i = 0; i < 5; i++) left.push((await limits.take('a', fivePerMinute, noon)).left)
    assert.deepEqual(left, [4, 3, 2, 1, 0])
    assert.deepEqual(await limits.take('a', fivePerMinute, later(1)), { allowed: false, left: 0, fullIn: 59, wait: 11 })
    assert.equal((await limits.take('a', fivePerMinute, later(11))).allowed, false)
    assert.equal((await limits.take('a', fivePerMinute, later(12))).allowed, true)
    assert.equal((await limits.take('a', fivePerMinute, later(12))).allowed, false)
  })

  test('loses nothing by a try that was refused', async () => {
    for (let i = 0; i < 20; i++) await limits.take('b', fivePerMinute, noon)
    assert.equal((await limits.take('b', fivePerMinute, later(13))).allowed, true)
  })

  test('pays for what costs more, and cannot pay more than there is', async () => {
    assert.equal((await limits.take('c', fivePerMinute, noon, 4)).left, 1)
    assert.deepEqual(await limits.take('c', fivePerMinute, noon, 2), { allowed: false, left: 1, fullIn: 48, wait: 12 })
    assert.equal((await limits.take('c', fivePerMinute, noon, 1)).allowed, true)
    assert.equal((await limits.take('somebody new', fivePerMinute, noon, 6)).allowed, false)
  })
})

test('a hundred at once over two processes get exactly five', async () => {
  const second = openLimits(village.settings, village.house.means.secrets)
  const tries = await Promise.all(Array.from({ length: 100 }, (_, i) => (i % 2 ? limits : second).take('d', fivePerMinute, noon)))
  await second.close()
  assert.equal(tries.filter(({ allowed }) => allowed).length, 5)
})

test('nothing in the table tells whom it is about, and what is whole again is forgotten', async () => {
  await limits.take('203.0.113.7', fivePerMinute, noon)
  const { rows } = await village.owner.query<{ about: string }>('select about from allowance')
  assert.ok(rows.length > 0)
  assert.ok(rows.every(({ about }) => /^[0-9a-f]{64}$/u.test(about)))
  await limits.sweep(later(120))
  assert.equal((await village.owner.query('select from allowance')).rowCount, 0)
})
