// The acts in the table of rights in docs/rights.md, tried cell by cell over HTTP, and the forms that lead to them. Nothing that is tried here sticks.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { FORMS } from './forms.ts'
import { neighbourhood } from './ground.ts'
import { rowsUnder } from './rights.ts'
import { acts, forms, isLetIn, ONE_OF_EACH, reached, wrongLines } from './tries.ts'
import { dryApp, each, type Trying } from './trying.ts'

let trying: Trying
before(async () => {
  const here = await neighbourhood()
  trying = { here, app: dryApp(here) }
})
after(() => trying?.here.close())

describe('what the table says of acts', () => {
  test('is what the house does, for everybody, at his own place and at another', async () => {
    assert.deepEqual(await wrongLines(trying, rowsUnder('Acts'), acts), [])
  })

  test('holds for nothing of another community, whoever asks for it by its number', async () => {
    assert.deepEqual(await reached(trying, acts), [])
  })

  test('holds for the forms that lead to them', async () => {
    const rows = rowsUnder('Acts')
    const wrong: string[] = []
    await each(forms, async ([name, one]) => {
      const row = rows.get(FORMS[name]?.act ?? '')
      if (!row) return
      for (const column of ONE_OF_EACH) {
        const expected = row[column] === 'yes' || row[column] === 'own'
        if (await isLetIn(trying, name, one, column, 'own') !== expected) wrong.push(`${name} as ${column}: ${expected ? 'is kept out' : 'is let in'}`)
      }
    })
    assert.deepEqual(wrong, [])
  })
})
