// The table of rights in docs/rights.md, tried cell by cell over HTTP. Nothing that is tried here sticks. Its acts: rights-to-act.test.ts.
import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { POSTS } from '#modules/people/public.ts'
import { QUESTIONS } from '../../src/api/questions.ts'
import { NO_ACTS, NO_FORMS, NO_PAGES } from './elsewhere.ts'
import { FORMS } from './forms.ts'
import { neighbourhood } from './ground.ts'
import { POSTS_TRIED } from './people.ts'
import { linesUnder, rowsUnder } from './rights.ts'
import { plain } from './samples.ts'
import { acts, API, drafts, pages, questions, reached, wrongLines, type Tries } from './tries.ts'
import { dryApp, type Trying } from './trying.ts'

let trying: Trying
before(async () => {
  const here = await neighbourhood()
  trying = { here, app: dryApp(here) }
})
after(() => trying?.here.close())

const MODULES = fileURLToPath(new URL('../../src/modules/', import.meta.url))

const LOOKED_AT: readonly [heading: string, tries: Tries][] = [['Pages', pages], ['Questions', questions], ['Drafts', drafts]]

describe('the table of rights', () => {
  test('has a person for every post', () => {
    assert.deepEqual(Object.keys(POSTS).filter(post => !POSTS_TRIED.some(one => one === post)), [])
  })

  for (const [heading, tries] of [...LOOKED_AT, ['Acts', acts] as const]) {
    test(`has a row for each of its ${heading.toLowerCase()}, and no other`, () => {
      assert.deepEqual([...rowsUnder(heading).keys()].sort(), [...tries.keys()].sort())
    })
  }

  test('leaves out no page and no form', () => {
    const known = (method: string, tried: Iterable<string>, none: object) => {
      const all = [...new Set(trying.app.routes.filter(route => route.method === method && !route.path.includes('*')).map(route => route.path))]
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
  for (const [heading, tries] of LOOKED_AT) {
    test(`of ${heading.toLowerCase()} is what the house does, for everybody, at his own place and at another`, async () => {
      assert.deepEqual(await wrongLines(trying, rowsUnder(heading), tries), [])
    })

    test(`of ${heading.toLowerCase()} holds for nothing of another community, whoever asks for it by its number`, async () => {
      assert.deepEqual(await reached(trying, tries), [])
    })
  }
})
