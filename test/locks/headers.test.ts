// Every page as it leaves the house: nothing inline that could run, nothing that a cache could give to somebody else.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { createApp } from '../../src/app.ts'
import { FOR_ALL, PAGES } from './addresses.ts'
import { neighbourhood, type Neighbourhood } from './ground.ts'
import type { Column } from './people.ts'
import { dryApp, each, trial } from './trying.ts'

const WHO: readonly Column[] = ['sec', 'rai', 'out']
/** Addresses that answer with a page that says no. */
const ERRORS = ['/shicheng/nothing', '/shicheng/matters/999999', '/nowhere/board', '/api/nothing', '/static/nothing.js', '/shicheng/board/../../etc/passwd']

const POLICY = {
  'default-src': "'none'", 'script-src': "'self'", 'style-src': "'self'", 'img-src': "'self' data: blob:", 'connect-src': "'self'",
  'manifest-src': "'self'", 'form-action': "'self'", 'frame-ancestors': "'none'", 'base-uri': "'none'",
}

interface Sheet {
  path: string
  column: Column
  status: number
  headers: Headers
  text: string
}

let here: Neighbourhood
let app: Hono
const sheets: Sheet[] = []

before(async () => {
  here = await neighbourhood()
  app = dryApp(here)
  for (const column of WHO) {
    const paths = [...Object.values(PAGES).map(path => path(trial(here, column, 'own'))), ...FOR_ALL, ...ERRORS]
    await each(paths, async path => {
      const answer = await app.request(`http://localhost${path}`, { headers: here.cookies[column] ? { cookie: here.cookies[column] } : {} })
      sheets.push({ path, column, status: answer.status, headers: answer.headers, text: await answer.text() })
    })
  }
})
after(() => here?.close())

const wrong = (is: (sheet: Sheet) => boolean) => sheets.filter(is).map(({ path, column, status }) => `${path} as ${column}: ${status}`)
const sameForAll = ({ path, text, status }: Sheet) =>
  sheets.some(other => other.column === 'out' && other.path === path && other.status === status && other.text === text)
// A photo has a stricter one of its own.
const isPhoto = ({ headers }: Sheet) => (headers.get('content-type') ?? '').startsWith('image/')
const isPage = ({ headers }: Sheet) => (headers.get('content-type') ?? '').startsWith('text/html')

describe('every page', () => {
  test('was looked at, by those who may and those who may not', () => {
    assert.ok(sheets.filter(isPage).length > 150)
    for (const status of [200, 403, 404]) assert.ok(sheets.some(sheet => isPage(sheet) && sheet.status === status), String(status))
  })

  test('forbids by its policy whatever is inline and whatever comes from elsewhere', () => {
    const policy = Object.entries(POLICY).map(([what, from]) => `${what} ${from}`)
    assert.deepEqual(wrong(sheet => !isPhoto(sheet) &&
      (sheet.headers.get('content-security-policy') ?? '').split(/\s*;\s*/u).filter(one => one !== '').sort().join(';') !== policy.toSorted().join(';')), [])
  })

  test('shows a photo as a document in which nothing runs', () => {
    assert.ok(sheets.some(isPhoto))
    assert.deepEqual(wrong(sheet => isPhoto(sheet) && !/^default-src 'none'; .*sandbox$/u.test(sheet.headers.get('content-security-policy') ?? '')), [])
  })

  test('holds nothing inline: no script, no style, no handler, no address that runs', () => {
    const inline = ({ text }: Sheet) => /<script\b(?![^>]*\ssrc="\/static\/)/iu.test(text) || /<style\b/iu.test(text) || tags(text).some(tag =>
      /\s(?:on\w+|style|srcdoc)\s*=/iu.test(tag) || /\s(?:href|src|action|formaction)="\s*(?:javascript|vbscript|data):/iu.test(tag))
    assert.deepEqual(wrong(sheet => isPage(sheet) && inline(sheet)), [])
  })

  test('is not guessed at, not framed, and tells other sites nothing of where the reader was', () => {
    assert.deepEqual(wrong(({ headers }) => headers.get('x-content-type-options') !== 'nosniff' || headers.get('x-frame-options') !== 'DENY'
      || headers.get('referrer-policy') !== 'same-origin' || headers.has('x-powered-by') || headers.has('server')), [])
  })

  test('that shows somebody signed in anything that others are not shown is kept by nobody', () => {
    const kept = ({ headers, status }: Sheet) => !/\bno-store\b|\bno-cache\b/u.test(headers.get('cache-control') ?? '') && status !== 303
    assert.deepEqual(wrong(sheet => kept(sheet) && !sameForAll(sheet)), [])
  })

  test('that depends on who looks is public to no cache between', () => {
    assert.deepEqual(wrong(sheet => /\bpublic\b|s-maxage/u.test(sheet.headers.get('cache-control') ?? '') && !sameForAll(sheet)), [])
  })
})

test('a page of somebody signed out is never made from one of somebody signed in, nor the other way round', async () => {
  const fresh = createApp(here.house)
  for (const cookies of [[here.cookies.sec, ''], ['', here.cookies.sec]]) {
    const pages = await Promise.all(cookies.map(async cookie => (await fresh.request('http://localhost/shicheng/board', { headers: { cookie } })).text()))
    assert.notEqual(pages[0], pages[1])
  }
})

test('over https the browser is told to stay there', async () => {
  const safe = createApp({ ...here.house, publicUrl: 'https://linju.example' })
  const answer = await safe.request('https://linju.example/shicheng')
  assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age=31536000/u)
})

// The opening tags, with quoted values: what stands in a text was escaped and opens none.
function tags(text: string): string[] {
  return text.match(/<[a-z][^<>]*(?:"[^"]*"[^<>]*)*>/giu) ?? []
}
