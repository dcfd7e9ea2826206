import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { atMost } from '#kit/turns.ts'

test('never more than two work at once, in the order they came, and one that fails holds nobody up', async () => {
  const inTurn = atMost(2)
  const order: number[] = []
  let running = 0
  let most = 0
  const results = await Promise.allSettled(Array.from({ length: 9 }, (_, i) => inTurn(async () => {
    order.push(i)
    most = Math.max(most, ++running)
    await wait(2)
    running--
    if (i % 3 === 0) throw new Error('no')
    return i
  })))
  assert.deepEqual([most, order], [2, [0, 1, 2, 3, 4, 5, 6, 7, 8]])
  assert.deepEqual(results.filter(result => result.status === 'rejected').length, 3)
})
