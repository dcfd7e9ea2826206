// Errands without a database: when they are told further, and what a line of a chat says.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { nextOf, REACHES, reachesAt } from '#modules/errands/errand.ts'
import { readChat } from '#modules/errands/read-chat.ts'

const now = Temporal.Instant.from('2026-11-20T08:05:00Z')
const until = (minutes: number) => ({ made_at: now, until_at: now.add({ minutes }) })
const before = (minutes: number) => reachesAt(until(minutes)).map(at => at.until(until(minutes).until_at).total('minutes'))
const read = (line: string) => readChat(line, now, 'Asia/Shanghai')

describe('an errand that nobody takes', () => {
  test('is told further an hour and a half, an hour and half an hour before its end, or by quarters of the time that there is', () => {
    assert.deepEqual(before(60 * 24), [90, 60, 30])
    assert.deepEqual(before(40), [30, 20, 10])
  })

  test('is told step by step between its making and its end, however long that is, and then ends', () => {
    fc.assert(fc.property(fc.integer({ min: 10, max: 14 * 24 * 60 }), minutes => {
      const errand = { ...until(minutes), side: 'ask', taken_by: null, standing: 'shown', ended_at: null } as const
      const steps = [...REACHES, 'end'].map((_, reach) => nextOf({ ...errand, reach })?.epochMilliseconds ?? 0)
      assert.deepEqual(steps, steps.toSorted((a, b) => a - b))
      assert.ok((steps[0] ?? 0) > now.epochMilliseconds)
      assert.equal(steps.at(-1), errand.until_at.epochMilliseconds)
    }))
  })
})

describe('a line of the chat', () => {
  test('of the mother who cannot leave her child asks for vegetables, this evening', () => {
    const { askedFor, kind, text, from, until } = read('小林: 我在看小孩走不开，有谁要去市场，傍晚可以帮忙带点菜吗？ 13812345678')
    assert.deepEqual([askedFor, kind, from, until], ['小林', 'shopping', '2026-11-20T17:00', '2026-11-20T19:00'])
    assert.equal(text, '我在看小孩走不开，有谁要去市场，傍晚可以帮忙带点菜吗？')
  })

  test('that offers something in return is a want for a swap', () => {
    const { kind, inReturn, askedFor } = read('你帮我买菜，我帮你照看宠物')
    assert.deepEqual([kind, inReturn, askedFor], ['shopping', 'pet', ''])
  })

  test('says by a verb that somebody minds a child, and names the day', () => {
    const { kind, from, until } = read('明天下午谁能帮我看一会儿孩子，我要去医院')
    assert.deepEqual([kind, from, until], ['child', '2026-11-21T13:00', '2026-11-21T18:00'])
  })

  test('without a time has two hours; a morning that is over is tomorrow’s', () => {
    assert.deepEqual([read('谁家有梯子借一下').kind, read('谁家有梯子借一下').until], ['lend', '2026-11-20T18:05'])
    assert.equal(read('上午帮忙拿个快递').from, '2026-11-21T08:00')
  })

  test('of any shape is read without an error, and holds no phone', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), line => {
      const { text, from, until } = read(`${line} 139 1234 5678`)
      assert.doesNotMatch(text, /139 1234 5678/u)
      assert.ok(from < until && text.length <= 300)
    }))
  })
})
