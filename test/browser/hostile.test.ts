// What was stored from hostile strings, looked at in a real browser with a trap: nothing runs, nothing leaves, no handler stands inline.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { moveMatter, raiseMatter } from '#modules/matters/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { openBrowser } from '#test/browser.ts'
import { hostileStrings, noHostileStrings } from '#test/hostile-strings.ts'
import { site, type Site } from '#test/site.ts'

/** Of each kind of string this many are looked at one by one; the board shows the newest of all. */
const SAMPLE = 12
/** The ones that a browser once ran somewhere. */
const TELLING = /<script|onerror|onload|javascript:|<svg|<iframe|<math|srcdoc|<base|<meta|<form|<style|autofocus/i

let here: Site
let browser: Browser
let page: Page
let sample: string[] = []
const caught: string[] = []
const stored: { id: number, text: string }[] = []

before(async () => {
  if (noHostileStrings) return
  here = await site()
  browser = await openBrowser()
  page = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await trap()
  const fits = (text: string) => TELLING.test(text) && text.length < 1900
  sample = Object.values(await hostileStrings()).flatMap(all => spread(all.filter(fits), SAMPLE))
  const place = here.community.place('榕荫里 1号楼')
  for (const text of sample) {
    const { id } = await here.act(raiseMatter, passerBy(here.community.id), { place, kind: 'other', text: `请看 ${text}` })
    await here.act(moveMatter, here.people.secretary, { id, step: 'do', note: `回复 ${text.slice(0, 900)}` })
    stored.push({ id, text })
  }
})
after(async () => {
  await browser?.close()
  await here?.close()
})

/** Hears of all that a script, or a page broken open, would do; what the content policy stops is an error of the console. */
async function trap(): Promise<void> {
  page.on('dialog', dialog => {
    caught.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', message => message.type() === 'error' && caught.push(`console: ${message.text()}`))
  page.on('pageerror', error => caught.push(`error: ${error.message}`))
  page.on('request', request => {
    if (!request.url().startsWith(`${here.address}/`) && !request.url().startsWith('blob:')) caught.push(`request: ${request.url()}`)
  })
  page.on('framenavigated', frame => frame !== page.mainFrame() && caught.push(`frame: ${frame.url()}`))
}

function spread(all: readonly string[], count: number): string[] {
  const every = Math.max(1, Math.floor(all.length / count))
  return all.filter((_text, i) => i % every === 0).slice(0, count)
}

/** What in the page is not ours: handlers, scripts, frames, styles, addresses that run. */
async function foreign(): Promise<string[]> {
  return page.locator('*').evaluateAll(elements => elements.flatMap(element => {
    const handlers = [...element.attributes].filter(({ name, value }) =>
      name.startsWith('on') || name === 'style' || name === 'srcdoc' || /^\s*(javascript|vbscript|data):/i.test(value))
    const wrong = /^(IFRAME|OBJECT|EMBED|BASE|STYLE|MATH|MARQUEE|FRAMESET|APPLET|VIDEO|AUDIO)$/.test(element.tagName)
    const script = element.tagName === 'SCRIPT' && !(element.getAttribute('src') ?? '').startsWith('/static/')
    return [...handlers.map(({ name, value }) => `${element.tagName} ${name}=${value}`), ...wrong || script ? [element.tagName] : []]
  }))
}

async function quiet(path: string): Promise<void> {
  caught.length = 0
  const answer = await page.goto(here.address + path)
  assert.ok((answer?.status() ?? 500) < 500, path)
  assert.deepEqual(await foreign(), [], path)
  assert.deepEqual(caught, [], path)
}

describe('a hostile string', { skip: noHostileStrings }, () => {
  test('that was raised and answered is shown as text on its page', async () => {
    assert.ok(stored.length >= 20, String(stored.length))
    // Some look like a dispute and are not public; whoever looks after the place sees them all.
    await here.enter(page.context(), 'secretary')
    for (const { id, text } of stored) {
      await quiet(`/shicheng/matters/${id}`)
      const shown = await page.locator('.say').first().evaluate(element => element.textContent ?? '')
      assert.ok(plain(shown).includes(plain(text)), JSON.stringify(text))
    }
  })

  test('does nothing on the board, the place, the home page and the form', async () => {
    const place = here.community.place('榕荫里 1号楼')
    const paths = ['/shicheng/board', '/shicheng/board?step=do', `/shicheng/places/${place}`, '/shicheng', `/shicheng/raise?place=${place}`]
    await page.context().clearCookies()
    for (const path of paths) await quiet(path)
    await here.enter(page.context(), 'secretary')
    for (const path of ['/shicheng', `/shicheng/matters/${stored[0]?.id}`]) await quiet(path)
  })

  test('in an address is shown as text, or leads nowhere', async () => {
    for (const text of spread(sample, 12)) {
      const odd = encodeURIComponent(text)
      await quiet(`/shicheng/board?words=${odd}`)
      await quiet(`/shicheng/board?estate=${odd}&step=${odd}&lang=${odd}`)
    }
  })

  test('comes back in the form as it was typed', async () => {
    const place = here.community.place('榕荫里 1号楼')
    for (const text of spread(sample, 8)) {
      await page.goto(`${here.address}/shicheng/raise?place=${place}`)
      caught.length = 0
      await page.getByRole('textbox', { name: '说说看' }).fill(text)
      await page.getByRole('button', { name: '交上去' }).click()
      await page.getByRole('alert').waitFor()
      assert.equal(plain(await page.getByRole('textbox', { name: '说说看' }).inputValue()), plain(text))
      assert.deepEqual(await foreign(), [])
      assert.deepEqual(caught.filter(line => !line.includes('422')), [])
    }
  })
})

function plain(text: string): string {
  return text.replace(/\s+/g, '')
}
