// Pages and programs that listen for changes: open to those to whom the thing itself is open, and to nobody else.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { neighbourhood, type Neighbourhood, type Where } from './ground.ts'
import { COLUMNS, type Column } from './people.ts'
import { rowsUnder } from './rights.ts'
import { dryApp } from './trying.ts'

let here: Neighbourhood
let app: Hono
before(async () => {
  here = await neighbourhood()
  app = dryApp(here)
})
after(() => here?.close())

// Only the head of the answer: the line itself never ends.
const hears = async (column: Column, path: string) =>
  (await app.request(`http://localhost${path}`, { method: 'HEAD', headers: here.cookies[column] ? { cookie: here.cookies[column] } : {} })).status === 200
const LINES = [(about: string) => `/shicheng/live?about=${about}`, (about: string) => `/api/live?community=shicheng&about=${about}`]

describe('whoever listens', () => {
  test('to a matter inside a home is whoever may see it', async () => {
    const row = rowsUnder('Pages').get('/:community/matters/:id (in a home)') ?? assert.fail('no row')
    for (const column of COLUMNS) {
      for (const line of LINES) {
        for (const where of ['own', 'other', 'foreign'] as const satisfies Where[]) {
          const expected = row[column] === 'yes' && where !== 'foreign' || row[column] === 'own' && where === 'own'
          assert.equal(await hears(column, line(`matters/${here.spots[where].atHome}`)), expected, `${line('')} ${where} as ${column}`)
        }
      }
    }
  })

  test('to a call for help is whoever may see it, and that somebody calls at all is for residents', async () => {
    const row = rowsUnder('Pages').get('/:community/help/:id') ?? assert.fail('no row')
    for (const column of COLUMNS) {
      for (const where of ['own', 'other', 'foreign'] as const satisfies Where[]) {
        const expected = row[column] === 'yes' && where !== 'foreign' || row[column] === 'own' && where === 'own'
        assert.equal(await hears(column, `/shicheng/live?about=calls/${here.spots[where].call}`), expected, `${where} as ${column}`)
      }
      assert.equal(await hears(column, '/shicheng/live?about=calls/'), column !== 'out' && column !== 'els', column)
    }
  })

  test('to somebody’s notices is that person', async () => {
    for (const column of COLUMNS) {
      for (const other of ['sec', 'own', 'gle'] as const) {
        assert.equal(await hears(column, `/shicheng/live?about=notices/${here.people[other].personId}`), column === other, `${other} as ${column}`)
      }
    }
  })

  test('to who moves in, or to anything else that is nobody’s business, is nobody', async () => {
    for (const column of ['out', 'own', 'sec'] as const) {
      for (const about of ['people/', 'homes/1', 'roster/', 'roster/x/', 'matters/1/notes', 'notices/', '', '*', '__proto__', '../people/1']) {
        assert.equal(await hears(column, `/shicheng/live?about=${encodeURIComponent(about)}`), false, `${about} as ${column}`)
      }
    }
  })
})
