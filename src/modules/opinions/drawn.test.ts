// What a kept map may say: nothing from which the votes of a few can be had by subtracting.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OpinionMap } from '#kit/opinion/map.ts'
import { drawnFrom } from '#modules/opinions/drawn.ts'

const outline = { x: 0, y: 0, across: 1, along: 1, turn: 0 }
const total = (agree: number, disagree: number) => ({ agree, disagree, pass: 0 })

function mapOf(all: ReturnType<typeof total>, ...groups: ReturnType<typeof total>[]): OpinionMap {
  return { voters: 23, grouped: 16, totals: [all], shared: [], groups: groups.map(own => ({ size: 8, outline, totals: [own], telling: [] })) }
}

test('one person beside two groups of eight is not in the totals; seven are', () => {
  const [alone] = drawnFrom(mapOf(total(8, 9), total(8, 0), total(0, 8)), [41]).statements
  assert.deepEqual(alone, { id: 41, agree: 8, disagree: 8, pass: 0 })
  const [seven] = drawnFrom(mapOf(total(8, 15), total(8, 0), total(0, 8)), [41]).statements
  assert.deepEqual([seven?.agree, seven?.disagree], [8, 15])
})

test('a group of which three answered is not found by taking the other from the totals', () => {
  const [statement] = drawnFrom(mapOf(total(8, 3), total(8, 0), total(0, 3)), [41]).statements
  assert.deepEqual([statement?.agree, statement?.disagree], [8, 0])
})
