import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { pairs, searchQuery, searchVector } from '#kit/search.ts'
import { sql } from 'kysely'
import { testHouse, type TestHouse } from '#test/database.ts'

let house: TestHouse
before(async () => { house = await testHouse() })
after(() => house.close())

/** Whether a text with this vector is found by these words, as PostgreSQL says. */
async function found(text: string, words: string): Promise<boolean> {
  const query = searchQuery(words)
  if (!query) return false
  const row = await house.house.database.look(1, db => db.selectFrom(sql<{ found: boolean }>`(select ${searchVector(text)} @@ ${query} as found)`.as('asked'))
    .selectAll().executeTakeFirstOrThrow())
  return row.found
}

describe('looking for words', () => {
  test('finds 电梯 in 三号电梯异响, and a single character, and full width', async () => {
    for (const words of ['电梯', '三号电梯', '异响', '梯', 'ＡＢ12', '电梯 ab']) assert.ok(await found('三号电梯异响 AB12', words), words)
    for (const words of ['梯电', '电响', '四号', '电梯 没有']) assert.ok(!await found('三号电梯异响 AB12', words), words)
  })

  test('looks for nothing when there is nothing to look for', () => {
    for (const words of ['', '   ', '！？', '\'\\:*&|<->']) assert.equal(searchQuery(words), null, words)
  })

  test('never breaks, whatever is typed, and finds every piece of two characters of what was written', async () => {
    const han = fc.string({ unit: fc.constantFrom(...'电梯三号楼异响水管漏门口的是'), minLength: 2, maxLength: 30 })
    await fc.assert(fc.asyncProperty(han, fc.nat(), fc.string({ maxLength: 40 }), async (text, at, noise) => {
      const from = at % (text.length - 1)
      assert.ok(await found(`${text} ${noise}`, text.slice(from, from + 2)))
      await found(text, noise)
    }), { numRuns: 60 })
  })

  test('takes each word apart for itself', () => {
    assert.deepEqual(pairs('三号 电梯，a B12'), ['三号', '电梯', 'a', 'b1', '12'])
  })
})
