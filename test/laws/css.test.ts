// Old phones keep working: the sheet and the islands use nothing that a browser of 2021 lacks (Chrome 88, Safari 15.4; islands: Chrome 90).
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { assets } from '#web/parts/assets.ts'

const ROOT = new URL('../../', import.meta.url)
const sheet = read('public/app.css').replace(/\/\*[\s\S]*?\*\//g, comment => comment.replace(/[^\n]/g, ' '))
const islands = globSync('public/*.js', { cwd: ROOT.pathname }).sort()

/** Islands that may be larger than 3 KB, in bytes: whoever checks the record takes one file along, hashing and signatures in it. */
const LARGER: Readonly<Record<string, number>> = { 'public/verify.js': 9 * 1024, 'public/verify-vote.js': 12.5 * 1024 }

/** What must not be used, and the first browsers that have it (caniuse.com). */
const TOO_NEW = {
  ':has()': /:has\(/, // Chrome 105
  ':is() and :where()': /:(?:is|where)\(/, // Chrome 88, but one unknown selector inside breaks older WebViews
  nesting: /&\s*[:.[\s>+~]/, // Chrome 112
  '@layer': /@layer\b/, // Chrome 99
  '@container': /@container\b|container-type/, // Chrome 105
  '@scope': /@scope\b/, // Chrome 118
  '@property': /@property\b/, // Safari 16.4
  'color-mix and new colour spaces': /color-mix\(|\b(?:oklch|oklab|lch|lab|color)\(/, // Chrome 111
  masks: /(?:^|[\s;{])-?(?:webkit-)?mask(?:-\w+)?\s*:/, // unprefixed Chrome 120
  'small, large and dynamic viewport units': /\d(?:d|s|l)v[hwib]\b/, // Chrome 108
  'range syntax in @media': /@media[^{]*[<>]/, // Chrome 104
  subgrid: /\bsubgrid\b/, // Chrome 117
  'text-wrap': /text-wrap\s*:/, // Chrome 114
  'accent-color': /accent-color\s*:/, // Chrome 93
  'light-dark()': /light-dark\(/, // Chrome 123
  'individual transforms': /(?:^|[\s;{])(?:scale|rotate|translate)\s*:/, // Chrome 104
  'math functions beyond calc, min, max, clamp': /\b(?:round|mod|rem|sin|cos|abs|sign)\(/, // Chrome 125
} as const

/** Where something newer is a gain that old browsers can do without. An exception that is no longer needed fails. */
const ALLOWED: ReadonlyMap<keyof typeof TOO_NEW, string> = new Map([
  ['accent-color', 'the progress bar of the set-up; older browsers draw it in their own colour'],
])

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8')
}

function uses(what: RegExp): string[] {
  return sheet.split('\n').flatMap((line, i) => what.test(line) ? [`app.css:${i + 1}: ${line.trim()}`] : [])
}

describe('the sheet', () => {
  for (const [name, pattern] of Object.entries(TOO_NEW)) {
    test(`does not need ${name}`, () => {
      if (!ALLOWED.has(name as keyof typeof TOO_NEW)) assert.deepEqual(uses(pattern), [])
    })
  }

  test('has no exception that is no longer needed', () => {
    assert.deepEqual([...ALLOWED.keys()].filter(name => uses(TOO_NEW[name]).length === 0), [])
  })

  test('closes every brace', () => assert.equal(sheet.split('{').length, sheet.split('}').length))

  test('names no colour outside the tokens but black, white and shades of a shadow', () => {
    const tokens = sheet.slice(0, sheet.indexOf('*, ::before'))
    const colours = [...sheet.slice(tokens.length).matchAll(/#[\da-f]{3,8}\b/gi)].map(([colour]) => colour.toLowerCase())
    assert.deepEqual([...new Set(colours)].sort(), ['#000', '#222', '#333', '#777', '#fff'])
  })

  test('travels in 12 KB', () => {
    const bytes = assets.get('app.css')?.packed('gzip').length ?? Infinity
    assert.ok(bytes <= 12 * 1024, `${bytes} bytes`)
  })
})

/** Newer than ES2021, or newer than Chrome 90 as a function. */
const TOO_NEW_SCRIPT = /\.at\(|Object\.hasOwn|structuredClone|\.findLast|\.toSorted|\.toReversed|Array\.fromAsync|static \{|#\w+ in |\.groupBy|AbortSignal\.timeout|\bawait import\b|Promise\.withResolvers|URL\.canParse|URL\.parse/

/** Run far from us, on a machine without a network: then its words are with it, in both languages. */
const TAKEN_AWAY = new Set(['public/verify-vote.js'])

describe('the islands', () => {
  for (const path of islands) {
    test(`${path} runs in Chrome 90 and is small`, () => {
      const lines = read(path).split('\n').flatMap((line, i) => TOO_NEW_SCRIPT.test(line) ? [`${i + 1}: ${line.trim()}`] : [])
      assert.deepEqual(lines, [])
      const bytes = gzipSync(read(path), { level: 9 }).length
      assert.ok(bytes <= (LARGER[path] ?? 3 * 1024), `${bytes} bytes`)
    })

    if (!TAKEN_AWAY.has(path)) test(`${path} brings no text of its own: words come from the page`, () => {
      const words = read(path).split('\n').filter(line => !/^\s*(?:\/\/|\/\*\*)/.test(line) && /[\u4e00-\u9fff]/.test(line))
      assert.deepEqual(words, [])
    })
  }
})
