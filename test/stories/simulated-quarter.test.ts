// The simulated quarter, small: the same seed lives it the same way, and nothing forbidden ever happens in it.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testHouse } from '#test/database.ts'
import { quarterOf } from '#test/simulate/quarter.ts'
import { reportOf } from '#test/simulate/report.ts'

async function lived(seed: number) {
  const house = await testHouse()
  try {
    const quarter = await quarterOf(house, { seed, matters: 8, method: '163' })
    return { report: await reportOf(quarter), wrong: quarter.wrong, done: quarter.done }
  } finally {
    await house.close()
  }
}

describe('a quarter that is simulated', () => {
  test('is the same for the same seed and another for another, and no matter is ever where its method forbids', async () => {
    const first = await lived(3)
    assert.deepEqual(first.wrong, [])
    assert.ok((first.done.get('matters.close') ?? 0) > 2)
    assert.deepEqual((await lived(3)).report, first.report)
    assert.notEqual((await lived(4)).report.at(-1), first.report.at(-1))
  })
})
