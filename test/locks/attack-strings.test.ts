// Strings that run somewhere, in every field and every part of an address: shown as text, or refused; looked at with a browser's own eyes.
import assert from 'node:assert/strict'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '#test/browser.ts'
import { createApp } from '../../src/app.ts'
import { drain, listen, serve } from '../../src/server.ts'
import { PAGES } from './addresses.ts'
import { attacks, parameters, storeEverywhere } from './attack-strings.ts'
import { neighbourhood, type Neighbourhood } from './ground.ts'
import type { Column } from './people.ts'
import { attempt, dryApp, each, patient, trial } from './trying.ts'

/** How many of the published strings are tried beside ours. */
const PUBLISHED = 12
/** How often each page is opened: each time every part of its address carries another string. */
const ROUNDS = 6
let here: Neighbourhood
let app: Hono
let strings: string[] = []
before(async () => {
  here = await neighbourhood()
  app = dryApp(here)
  strings = await attacks(PUBLISHED)
})
after(() => here?.close())

describe('an attack', () => {
  test('in any part of an address is shown as text or leads nowhere, on every page', async () => {
    const names = parameters()
    assert.ok(names.length > 15, names.join(' '))
    const wrong: string[] = []
    for (const column of ['sec', 'out'] as const) {
      await each(Object.entries(PAGES), async ([name, path]) => {
        const at = path(trial(here, column, 'own'))
        for (let round = 0; round < ROUNDS; round++) {
          const query = new URLSearchParams(names.map((one, i) => [one, strings[(i + 5 * round) % strings.length] ?? '']))
          const { status, text: page } = await attempt(app, here.cookies[column], { path: `${at.split('?')[0]}?${query}` })
          const raw = [...query.values()].filter(text => /[<"']/u.test(text) && page.includes(text))
          if (status >= 500 || raw.length > 0) wrong.push(`${name}: ${raw.join(' ')}: ${status}`)
        }
      })
    }
    assert.deepEqual(wrong, [])
  })

  test('in the place of a number leads nowhere', async () => {
    for (const path of Object.values(PAGES)) {
      const at = path(trial(here, 'sec', 'own')).split('?')[0] ?? ''
      if (!/\/\d+/u.test(at)) continue
      for (const text of strings.slice(0, ROUNDS)) {
        const { status, text: page } = await attempt(app, here.cookies.sec, { path: at.replace(/\/\d+/u, `/${encodeURIComponent(text)}`) })
        assert.ok(status >= 400 && status < 500, `${at} ${text}: ${status}`)
        assert.ok(!/[<"']/u.test(text) || !page.includes(text), `${at} ${text}`)
      }
    }
  })
})

describe('an attack that was stored in every field that takes words', () => {
  const SHOWN: readonly Column[] = ['sec', 'rai', 'out']
  let server: Server
  let address = ''
  let browser: Browser
  const caught: string[] = []

  before(async () => {
    const took = await storeEverywhere(createApp(patient(here.house)), here, strings)
    assert.ok(took.size >= 22, [...took].join(' '))
    server = await listen({ host: '127.0.0.1', port: 0 })
    address = `http://localhost:${(server.address() as AddressInfo).port}`
    serve(server, here.house)
    browser = await openBrowser()
  })
  after(async () => {
    await browser?.close()
    here.house.means.bell.hush()
    server?.closeAllConnections()
    await drain(server)
  })

  test('is written as text on every page', async () => {
    const wrong: string[] = []
    for (const column of SHOWN) {
      await each(Object.entries(PAGES), async ([name, path]) => {
        const { text, status, isPage } = await attempt(app, here.cookies[column], { path: path(trial(here, column, 'own')) })
        const raw = strings.filter(one => /[<"]/u.test(one) && one.length > 4 && text.includes(one))
        if (status >= 500 || (isPage && raw.length > 0)) wrong.push(`${name} as ${column}: ${raw.join(' ')}`)
      })
    }
    assert.deepEqual(wrong, [])
  })

  test('runs nothing, breaks nothing open and reaches nobody, seen in a browser', { timeout: 120_000 }, async () => {
    for (const column of ['sec', 'out'] as const) {
      const page = await pageOf(column)
      for (const [name, path] of Object.entries(PAGES)) {
        const at = path(trial(here, column, 'own'))
        const { isPage, status } = await attempt(app, here.cookies[column], { path: at })
        if (!isPage || status !== 200) continue
        caught.length = 0
        await page.goto(address + at, { waitUntil: 'load' })
        assert.deepEqual(await foreign(page), [], `${name} as ${column}`)
        assert.deepEqual(caught, [], `${name} as ${column}`)
      }
      await page.context().close()
    }
  })

  async function pageOf(column: Column): Promise<Page> {
    const context: BrowserContext = await browser.newContext({ locale: 'zh-CN' })
    await context.addCookies(here.cookies[column].split('; ').filter(pair => pair !== '').map(pair => {
      const [name = '', ...value] = pair.split('=')
      return { name, value: value.join('='), url: address }
    }))
    const page = await context.newPage()
    page.on('dialog', dialog => {
      caught.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    // What the content policy stops is an error of the console.
    page.on('console', message => message.type() === 'error' && caught.push(`console: ${message.text()}`))
    page.on('pageerror', error => caught.push(`error: ${error.message}`))
    page.on('request', asked => !asked.url().startsWith(`${address}/`) && caught.push(`request: ${asked.url()}`))
    return page
  }

  /** What in the page is not ours: handlers, scripts, frames, styles, addresses that run. */
  function foreign(page: Page): Promise<string[]> {
    return page.locator('*').evaluateAll(elements => elements.flatMap(element => {
      const odd = [...element.attributes].filter(({ name, value }) =>
        name.startsWith('on') || name === 'style' || name === 'srcdoc' || /^\s*(?:javascript|vbscript):/i.test(value))
      const wrong = /^(?:IFRAME|OBJECT|EMBED|BASE|STYLE|MATH|MARQUEE|FRAMESET|APPLET|X)$/.test(element.tagName)
        || (element.tagName === 'SCRIPT' && !(element.getAttribute('src') ?? '').startsWith('/static/'))
      return [...odd.map(({ name, value }) => `${element.tagName} ${name}=${value}`), ...wrong ? [element.tagName] : []]
    }))
  }
})
