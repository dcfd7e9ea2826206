import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { takeAhead, type TakeOne } from '#kit/limits-ahead.ts'
import { openLimits, type Limits, type Rate } from '#kit/limits.ts'
import { testHouse, type TestHouse } from '#test/database.ts'

let village: TestHouse
let first: Limits
let second: Limits
let turns = 0
before(async () => {
  village = await testHouse()
  first = openLimits(village.settings, village.house.means.secrets)
  second = openLimits(village.settings, village.house.means.secrets)
})
after(async () => {
  await first.close()
  await second.close()
  await village.close()
})

const counted = (limits: Limits): TakeOne => takeAhead({ take: (...asked) => {
  turns++
  return limits.take(...asked)
} })
const noon = Temporal.Instant.from('2026-11-20T04:00:00Z')
const rate: Rate = { times: 600, seconds: 60 }
const allowed = async (take: TakeOne, about: string, tries: number, now = noon) =>
  (await Promise.all(Array.from({ length: tries }, () => take(about, rate, now)))).filter(taken => taken.allowed).length

describe('taking ahead', () => {
  test('asks the database seldom when somebody is quick, and allows him exactly as much', async () => {
    turns = 0
    assert.equal(await allowed(counted(first), 'a', 700), 600)
    assert.ok(turns < 200, `${turns} turns for 700 tries`)
  })

  test('takes one at a time from somebody who is slow, so that he loses nothing', async () => {
    const take = counted(first)
    for (let i = 0; i < 20; i++) assert.equal((await take('b', rate, noon.add({ seconds: i * 2 }))).left, 599)
  })

  test('never allows more on two processes than on one, and at most 15 fewer for the other one', async () => {
    const [here, there] = [counted(first), counted(second)]
    let sum = 0
    for (let i = 0; i < 40; i++) sum += (await Promise.all([allowed(here, 'c', 10), allowed(there, 'c', 10)])).reduce((a, b) => a + b)
    assert.ok(sum <= 600 && sum >= 600 - 15, `${sum} of 600`)
  })

  test('refuses until it is time without asking again, and says how long that still is', async () => {
    const take = counted(first)
    const slow: Rate = { times: 2, seconds: 60 }
    for (const _one of [1, 2]) assert.equal((await take('d', slow, noon)).allowed, true)
    assert.equal((await take('d', slow, noon)).wait, 30)
    turns = 0
    assert.deepEqual(await take('d', slow, noon.add({ seconds: 20 })), { allowed: false, left: 0, fullIn: 60, wait: 10 })
    assert.equal(turns, 0)
    assert.equal((await take('d', slow, noon.add({ seconds: 30 }))).allowed, true)
  })

  test('tells that the database failed to everybody who asked, and asks it again afterwards', async () => {
    let broken = true
    const take = takeAhead({ take: async (...asked) => broken ? Promise.reject(new Error('down')) : first.take(...asked) })
    await assert.rejects(take('e', rate, noon), /down/)
    broken = false
    assert.equal((await take('e', rate, noon)).allowed, true)
  })
})
