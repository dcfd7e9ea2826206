// The table of rights in docs/rights.md, tried cell by cell over HTTP. Nothing that is tried here sticks.
import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'
import { POSTS } from '#modules/people/public.ts'
import { ACTIONS } from '../../src/api/actions.ts'
import { QUESTIONS } from '../../src/api/questions.ts'
import { PAGES } from './addresses.ts'
import { NO_ACTS, NO_FORMS, NO_PAGES } from './elsewhere.ts'
import { FORMS } from './forms.ts'
import { neighbourhood, type Neighbourhood, type Where } from './ground.ts'
import { COLUMNS, POSTS_TRIED, type Column } from './people.ts'
import { QUERIES } from './questions.ts'
import { cellOf, lineOf, linesUnder, rowsUnder, type Row } from './rights.ts'
import { plain, SAMPLES, type Trial } from './samples.ts'
import { attempt, dryApp, each, ledTo, trial, wasDone, wasPrepared, wasShown, type Attempt, type Outcome } from './trying.ts'

let here: Neighbourhood
let app: Hono
before(async () => {
  here = await neighbourhood()
  app = dryApp(here)
})
after(() => here?.close())

/** Something to try, and how its answer is read. */
interface Try {
  send: (trial: Trial) => Attempt
  isIn: (outcome: Outcome) => boolean
}

/** Of each kind of person one: where what is tried for everybody elsewhere is tried by another way, or with numbers that are nobody's. */
const ONE_OF_EACH: readonly Column[] = ['out', 'own', 'rai', 'has', 'sec', 'gwo', 'els']

const MODULES = fileURLToPath(new URL('../../src/modules/', import.meta.url))
const API = new Set(ACTIONS.map(act => act.name))

const pages = new Map(Object.entries(PAGES).map(([name, path]): [string, Try] => [name, {
  send: at => ({ path: path(at) }),
  // The page of the outbox writes down that it was read; here that is as far as it comes.
  isIn: outcome => outcome.acts.includes('people.readOutbox') || wasShown(outcome),
}]))

const questions = new Map(Object.entries(QUERIES).map(([name, query]): [string, Try] => [name, {
  send: at => ({ path: `/api/${plain(name)}?${new URLSearchParams({ community: 'shicheng', ...inWords(query(at)) })}` }),
  // An empty list of what was asked for by its number shows nothing.
  isIn: outcome => wasShown(outcome) && !(asksFor(query) && outcome.text.includes('"items":[]')),
}]))

const drafts = new Map(Object.entries(FORMS).filter(([, { act }]) => act === '').map(([name, { path, fields }]): [string, Try] => [name, {
  send: at => ({ path: path(at), form: fields(at) }), isIn: wasPrepared,
}]))

const forms = new Map(Object.entries(FORMS).filter(([, { act }]) => act !== '').map(([name, { act, path, fields }]): [string, Try] => [name, {
  send: at => ({ path: path(at), form: fields(at) }), isIn: outcome => ledTo(outcome, act),
}]))

const acts = new Map([
  ...Object.entries(SAMPLES).filter(([name]) => API.has(plain(name))).map(([name, input]): [string, Try] => [name, {
    send: at => ({ path: `/api/${plain(name)}?community=shicheng`, json: input(at) }), isIn: outcome => wasDone(outcome, plain(name)),
  }]),
  ...Object.entries(FORMS).filter(([, { act }]) => act !== '' && !API.has(act) && !(act in NO_ACTS))
    .map(([name, { act }]): [string, Try] => [act, forms.get(name) ?? assert.fail(name)]),
])

function asksFor(query: (typeof QUERIES)[string]): boolean {
  return Object.keys(query(trial(here, 'sec', 'own'))).length > 0
}

function inWords(query: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]))
}

async function isLetIn(name: string, { send, isIn }: Try, column: Column, where: Where): Promise<boolean> {
  try {
    return isIn(await attempt(app, here.cookies[column], send(trial(here, column, where))))
  } catch (problem) {
    throw new Error(`${name} as ${column}, ${where}: mend its sample`, { cause: problem })
  }
}

function hangsOnPlace({ send }: Try, column: Column): boolean {
  return JSON.stringify(send(trial(here, column, 'own'))) !== JSON.stringify(send(trial(here, column, 'other')))
}

/** Tries every row for everybody, at his own place and at another; answers the lines that should stand otherwise. */
async function wrongLines(rows: ReadonlyMap<string, Row>, tries: ReadonlyMap<string, Try>): Promise<string[]> {
  const wrong: string[] = []
  await each(tries, async ([name, one]) => {
    const found: [Column, string][] = []
    for (const column of COLUMNS) {
      const own = await isLetIn(name, one, column, 'own')
      found.push([column, cellOf(own, hangsOnPlace(one, column) ? await isLetIn(name, one, column, 'other') : own)])
    }
    const row = Object.fromEntries(found) as Row
    const written = rows.get(name)
    if (written && lineOf(name, written) !== lineOf(name, row)) wrong.push(lineOf(name, row))
  })
  return wrong
}

// With the numbers of another community under the address of one's own. A reference that is not there may also be sent back to be mended.
async function isReached(name: string, one: Try, column: Column): Promise<boolean> {
  const sent = one.send(trial(here, column, 'foreign'))
  // A printed code leads to its own community, wherever it is read.
  if (name === '/q/:code' || JSON.stringify(one.send(trial(here, column, 'own'))) === JSON.stringify(sent)) return false
  const outcome = await attempt(app, here.cookies[column], sent)
  return outcome.status !== 422 && one.isIn(outcome)
}

const TABLES: readonly [heading: string, tries: ReadonlyMap<string, Try>][] =
  [['Pages', pages], ['Acts', acts], ['Questions', questions], ['Drafts', drafts]]

describe('the table of rights', () => {
  test('has a person for every post', () => {
    assert.deepEqual(Object.keys(POSTS).filter(post => !POSTS_TRIED.some(one => one === post)), [])
  })

  for (const [heading, tries] of TABLES) {
    test(`has a row for each of its ${heading.toLowerCase()}, and no other`, () => {
      assert.deepEqual([...rowsUnder(heading).keys()].sort(), [...tries.keys()].sort())
    })
  }

  test('leaves out no page and no form', () => {
    const known = (method: string, tried: Iterable<string>, none: object) => {
      const all = [...new Set(app.routes.filter(route => route.method === method && !route.path.includes('*')).map(route => route.path))]
      assert.deepEqual(all.sort(), [...new Set([...[...tried].map(plain), ...Object.keys(none)])].sort())
    }
    known('GET', pages.keys(), NO_PAGES)
    known('POST', Object.keys(FORMS), NO_FORMS)
  })

  test('leaves out no act and no question', async () => {
    const modules = await Promise.all(globSync('*/public.ts', { cwd: MODULES }).map(path => import(MODULES + path) as Promise<object>))
    const all = modules.flatMap((module): unknown[] => Object.values(module)).filter(isAct).map(act => act.name)
    assert.deepEqual([...new Set([...all, ...API])].sort(), [...new Set([...[...acts.keys()].map(plain), ...Object.keys(NO_ACTS)])].sort())
    assert.deepEqual(QUESTIONS.map(({ name }) => name).sort(), [...new Set([...questions.keys()].map(plain))].sort())
  })

  test('says to which act each form leads', () => {
    assert.deepEqual(linesUnder('Forms').map(line => line.replace(/\s+(\S+)$/u, ' → $1')),
      Object.entries(FORMS).filter(([, { act }]) => act !== '').map(([name, { act }]) => `${name} → ${act}`))
  })
})

function isAct(given: unknown): given is { name: string } {
  return typeof given === 'object' && given !== null && 'refuse' in given && 'name' in given
}

describe('what the table says', () => {
  for (const [heading, tries] of TABLES) {
    test(`of ${heading.toLowerCase()} is what the house does, for everybody, at his own place and at another`, async () => {
      assert.deepEqual(await wrongLines(rowsUnder(heading), tries), [])
    })

    test(`of ${heading.toLowerCase()} holds for nothing of another community, whoever asks for it by its number`, async () => {
      const reached: string[] = []
      await each(tries, async ([name, one]) => {
        for (const column of ONE_OF_EACH) {
          if (await isReached(name, one, column)) reached.push(`${name} as ${column}`)
        }
      })
      assert.deepEqual(reached, [])
    })
  }

  test('of acts holds for the forms that lead to them', async () => {
    const rows = rowsUnder('Acts')
    const wrong: string[] = []
    await each(forms, async ([name, one]) => {
      const row = rows.get(FORMS[name]?.act ?? '')
      if (!row) return
      for (const column of ONE_OF_EACH) {
        const expected = row[column] === 'yes' || row[column] === 'own'
        if (await isLetIn(name, one, column, 'own') !== expected) wrong.push(`${name} as ${column}: ${expected ? 'is kept out' : 'is let in'}`)
      }
    })
    assert.deepEqual(wrong, [])
  })
})
