// The first two laws: imports go down only, and modules use only earlier ones, only through their public.ts.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, test } from 'node:test'

const ROOT = new URL('../../', import.meta.url).pathname

/** Each layer, and what it may import besides itself. */
const BELOW: Record<string, string[]> = {
  db: [],
  kit: ['db', 'text'],
  text: ['kit'],
  modules: ['text', 'kit', 'db'],
  demo: ['modules', 'text', 'kit', 'db', 'house'],
  house: ['kit', 'modules'],
  api: ['house', 'modules', 'text', 'kit', 'db'],
  web: ['house', 'modules', 'text', 'kit', 'db', 'demo'],
  jobs: ['house', 'modules', 'text', 'kit', 'db'],
  top: ['web', 'api', 'jobs', 'demo', 'house', 'modules', 'text', 'kit', 'db'],
}

/** The modules, earliest first. */
const MODULES = [
  'places', 'people', 'roster', 'communities', 'services', 'clocks', 'law', 'methods', 'router', 'moderation', 'matters', 'opinions', 'plans', 'sharing', 'councils', 'polls',
  'decisions', 'elections', 'volunteers', 'duty', 'hours', 'calls', 'orders', 'activities', 'errands', 'calendars', 'hooks', 'bill', 'notices', 'record',
]

const sources = globSync(['src/**/*.ts', 'db/*.ts'], { cwd: ROOT }).filter(path => !path.endsWith('.test.ts'))
const imports = sources.flatMap(from => importsOf(from).map(to => ({ from, to })))

function importsOf(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([#.][^']+)'/g)].map(([, name = '']) => resolved(path, name))
}

function resolved(from: string, name: string): string {
  if (name.startsWith('#db/')) return name.slice(1)
  return name.startsWith('#') ? `src/${name.slice(1)}` : relative(ROOT, join(ROOT, dirname(from), name))
}

function layer(path: string): string {
  if (path.startsWith('db/')) return 'db'
  const [, first = ''] = path.split('/')
  if (first === 'house.ts') return 'house'
  return first.endsWith('.ts') ? 'top' : first
}

describe('imports', () => {
  test('go down only', () => {
    const wrong = imports.filter(({ from, to }) => layer(from) !== layer(to) && !BELOW[layer(from)]?.includes(layer(to)))
    assert.deepEqual(wrong, [])
  })

  // kit says its own refusals in words from text; text knows nothing but how a phrase is written.
  test('let text use nothing of the kit but phrases', () => {
    const wrong = imports.filter(({ from, to }) => layer(from) === 'text' && layer(to) === 'kit' && to !== 'src/kit/phrase.ts')
    assert.deepEqual(wrong, [])
  })

  test('let a module use only earlier ones, through public.ts', () => {
    const moduleOf = (path: string) => /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? ''
    const wrong = imports.filter(({ from, to }) => {
      const [user, used] = [moduleOf(from), moduleOf(to)]
      if (!used || user === used) return false
      if (user && MODULES.indexOf(used) >= MODULES.indexOf(user)) return true
      return !to.endsWith('/public.ts')
    })
    assert.deepEqual(wrong, [])
  })

  test('name every module in the order', () => {
    const there = new Set(sources.map(path => /^src\/modules\/([^/]+)\//.exec(path)?.[1]).filter(name => name !== undefined))
    assert.deepEqual([...there].sort(), [...MODULES].sort())
  })

  test('see as many files as there are', () => {
    assert.ok(sources.length > 50 && imports.length > 100, `${sources.length} files, ${imports.length} imports`)
  })
})

describe('an action', () => {
  test('is named as its file: matters/raise.ts exports matters.raise', () => {
    for (const path of sources.filter(source => source.startsWith('src/modules/'))) {
      const text = readFileSync(join(ROOT, path), 'utf8')
      for (const [, name = ''] of text.matchAll(/= action\(\{\s*name: '([^']+)'/g)) {
        const [module, verb = ''] = name.split('.')
        const file = verb.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
        assert.equal(path, `src/modules/${module}/${file}.ts`)
      }
    }
  })

  test('is the only way to a Writer: nobody else calls database.change', () => {
    const callers = sources.filter(path => /\bdatabase\.change\(/.test(readFileSync(join(ROOT, path), 'utf8')))
    assert.deepEqual(callers, ['src/kit/action.ts'])
  })
})
