// What scripts add to pages that work without them: the page offers its news, photos add up, paper shows what paper is for.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { raiseMatter } from '#modules/matters/public.ts'
import { openBrowser } from '#test/browser.ts'
import { photoOf } from '#test/pictures.ts'
import { site, type Site } from '#test/site.ts'

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

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', ...options })
  const page = await context.newPage()
  await page.goto(here.address + path, { waitUntil: 'load' })
  return page
}

async function raise(text: string): Promise<void> {
  await here.act(raiseMatter, here.people.resident, { place: 1, kind: 'broken', text, channel: 'page', photos: [] })
}

describe('the open board', () => {
  test('changes by itself and says so', async () => {
    const page = await open('/shicheng/board')
    await page.waitForTimeout(300)
    await raise('儿童乐园的秋千链子松了')
    await page.getByText('儿童乐园的秋千链子松了').first().waitFor()
    assert.equal(await page.locator('#news').innerText(), '刚有新动静，已经换上了')
    await page.context().close()
  })

  test('takes nothing from who is typing: it offers, and a tap brings the news', async () => {
    const page = await open('/shicheng/board')
    await page.waitForTimeout(300)
    await page.getByRole('searchbox').fill('秋')
    await raise('北门的门禁刷不开')
    const offer = page.getByRole('link', { name: '有新动静，点一下就换上' })
    await offer.waitFor()
    assert.equal(await page.getByRole('searchbox').inputValue(), '秋')
    assert.equal(await page.getByText('北门的门禁刷不开').count(), 0)
    await offer.click()
    await page.getByText('北门的门禁刷不开').first().waitFor()
    await page.context().close()
  })
})

describe('photos', () => {
  test('of several choosings add up, and each can be taken out again', async () => {
    const page = await open('/shicheng/raise?place=1')
    const input = page.locator('input[type=file]')
    const shots = page.locator('.thumbs img')
    await input.setInputFiles({ name: '一.jpg', mimeType: 'image/jpeg', buffer: await photoOf('green') })
    await shots.first().waitFor()
    await input.setInputFiles({ name: '二.jpg', mimeType: 'image/jpeg', buffer: await photoOf('red') })
    await shots.nth(1).waitFor()
    await page.locator('.thumbs button').first().click()
    assert.equal(await shots.count(), 1)
    assert.equal(await page.evaluate('document.querySelector("input[type=file]").files.length'), 1)
    await page.context().close()
  })
})

describe('with scripts blocked', () => {
  test('no button stands there that needs one', async () => {
    const page = await open('/shicheng/board', { javaScriptEnabled: false })
    assert.equal(await page.locator('[data-read]:visible, [data-print]:visible').count(), 0)
    await page.locator('.own-qr summary').click()
    assert.ok(await page.locator('.own-code .qr').isVisible())
    await page.context().close()
  })
})

describe('on paper', () => {
  for (const path of ['/shicheng', '/shicheng/board', '/shicheng/places/1', '/shicheng/matters/15']) {
    test(`${path} shows its title, its code at 42 mm and the phone, black on white at night too, and nothing to press`, async () => {
      const page = await open(path, { colorScheme: 'dark' })
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      assert.ok(await page.locator('h1').isVisible())
      const code = await page.locator('.own-code .qr').boundingBox()
      assert.ok(code && code.width >= 158, String(code?.width))
      assert.ok(await page.getByText('有人替您写').isVisible())
      assert.equal(await page.locator('button:visible, input:visible, .nav:visible, form:visible button').count(), 0)
      assert.equal(await page.evaluate('getComputedStyle(document.body).color'), 'rgb(0, 0, 0)')
      assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(255, 255, 255)')
      await page.context().close()
    })
  }
})
