// What travels to a phone: a first visit with everything that it needs, a later one with the page alone.
import assert from 'node:assert/strict'
import { get } from 'node:http'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '#test/browser.ts'
import { site, type Site } from '#test/site.ts'

// Bytes.
const FIRST = 30 * 1024
const LATER = 10 * 1024
const SCRIPT = 10 * 1024
const PAGES = ['/shicheng', '/shicheng/board', '/shicheng/raise?place=1', '/shicheng/places/1', '/shicheng/posts', '/sign-in?community=shicheng']

interface Arrived {
  path: string
  bytes: number
}

let here: Site
let browser: Browser
before(async () => {
  here = await site()
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await here.close()
})

/** The bodies that a browser fetches for pages opened one after the other, in bytes as they travelled. */
async function visits(paths: readonly string[]): Promise<Arrived[][]> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  const page = await context.newPage()
  const all: Arrived[][] = []
  for (const path of paths) {
    const arrived: Promise<Arrived>[] = []
    page.on('requestfinished', request => arrived.push(sizeOf(request)))
    await page.goto(here.address + path, { waitUntil: 'load' })
    await page.waitForTimeout(200)
    page.removeAllListeners('requestfinished')
    all.push(await Promise.all(arrived))
  }
  await context.close()
  return all
}

async function sizeOf(request: { url(): string, sizes(): Promise<{ responseBodySize: number }> }): Promise<Arrived> {
  const { pathname } = new URL(request.url())
  // What comes from the browser's own store counts below nothing.
  return { path: pathname, bytes: Math.max((await request.sizes()).responseBodySize, 0) }
}

function weigh(arrived: readonly Arrived[]): number {
  return arrived.reduce((sum, one) => sum + one.bytes, 0)
}

function headersOf(path: string, headers: Record<string, string>): Promise<{ status: number, headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    get(here.address + path, { headers }, answer => {
      answer.resume().on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }))
    }).on('error', reject)
  })
}

describe('the weight of a visit', () => {
  for (const path of PAGES) {
    test(`${path}: a first visit brings at most 30 KB, a later one 10 KB, scripts 10 KB`, async () => {
      const [first = [], later = []] = await visits([path, path])
      const scripts = first.filter(one => one.path.endsWith('.js'))
      assert.ok(first.length >= 3, JSON.stringify(first))
      assert.ok(weigh(first) <= FIRST, `first ${weigh(first)}: ${JSON.stringify(first)}`)
      assert.ok(weigh(later) <= LATER, `later ${weigh(later)}: ${JSON.stringify(later)}`)
      assert.ok(weigh(scripts) <= SCRIPT, `scripts ${weigh(scripts)}`)
    })
  }
})

describe('the files that every page needs', () => {
  test('are kept for ever under their version, and asked for anew only when one changed', async () => {
    const html = await (await fetch(`${here.address}/shicheng`)).text()
    const sheet = /href="(\/static\/app\.css\?v=\w+)"/.exec(html)?.[1] ?? ''
    const { status, headers } = await headersOf(sheet, { 'accept-encoding': 'gzip, br' })
    assert.equal(status, 200)
    assert.equal(headers['content-encoding'], 'br')
    assert.match(String(headers['cache-control']), /immutable/)
    const again = await headersOf('/static/app.css', { 'if-none-match': String(headers['etag']) })
    assert.equal(again.status, 304)
    assert.doesNotMatch(String(again.headers['cache-control']), /immutable/)
  })

  test('reach a browser that cannot unpack', async () => {
    const { status, headers } = await headersOf('/static/page.js', { 'accept-encoding': 'identity' })
    assert.equal(status, 200)
    assert.equal(headers['content-encoding'], undefined)
  })

  test('are no way to other files', async () => {
    for (const path of ['/static/..%2fpackage.json', '/static/%2e%2e/package.json', '/static/__proto__', '/static/']) {
      assert.equal((await headersOf(path, {})).status, 404, path)
    }
  })
})
