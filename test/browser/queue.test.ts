// The queue by keyboard alone, without script, and on the smallest phone.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { addTask, raiseMatter } from '#modules/matters/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { openBrowser } from '#test/browser.ts'
import { site, type Site } from '#test/site.ts'

let here: Site
let browser: Browser
before(async () => {
  here = await site()
  browser = await openBrowser()
  for (const text of ['一号路灯不亮', '二号路灯不亮', '三号路灯不亮']) {
    const { id } = await here.act(raiseMatter, passerBy(here.community.id), { place: here.community.place('榕荫里 2号楼'), kind: 'broken', text })
    await here.act(addTask, here.people.secretary, { id, title: '看看灯杆', person: here.people.gridWorker.personId, due: '2026-11-20' })
  }
})
after(async () => {
  await browser.close()
  await here.close()
})

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}, look = 'plain.1.light'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', ...options })
  await context.addCookies([{ name: 'look', value: look, url: here.address }])
  await here.enter(context, 'gridWorker')
  const page = await context.newPage()
  await page.goto(here.address + path, { waitUntil: 'load' })
  return page
}

const ticked = (page: Page) => page.locator('[data-row] input:checked').count()
const words = (page: Page) => page.evaluate('document.activeElement.textContent') as Promise<string>

describe('the keys of the queue', () => {
  test('walk, select, take on and reply without a mouse', async () => {
    const page = await open('/shicheng/queue?words=%E8%B7%AF%E7%81%AF')
    await page.keyboard.press('j')
    assert.equal(await words(page), '一号路灯不亮')
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('k')
    assert.deepEqual([await words(page), await ticked(page)], ['一号路灯不亮', 2])
    await page.keyboard.press('r')
    await page.keyboard.type('jxa 明天来修')
    assert.equal(await page.locator('textarea[name=text]').inputValue(), 'jxa 明天来修')
    assert.equal(await ticked(page), 2)
    await page.locator('[data-act=reply] button').click()
    await page.getByText('回复：2 件办好了').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    await page.getByText('我来办：1 件办好了').waitFor()
    await page.context().close()
  })

  test('rest while somebody types, and after they are turned off', async () => {
    const page = await open('/shicheng/queue')
    await page.keyboard.press('/')
    await page.keyboard.type('jjxa?')
    assert.equal(await page.locator('#words').inputValue(), 'jjxa?')
    assert.equal(await ticked(page), 0)
    await page.locator('#words').blur()
    await page.keyboard.press('?')
    await page.getByText('开着键盘快捷键').click()
    await page.reload()
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    assert.equal(await ticked(page), 0)
    assert.equal(await page.locator('#keys-on').isChecked(), false)
    await page.context().close()
  })

  test('are not spoken of where no script runs, and a line break in a field sends nothing', async () => {
    const page = await open('/shicheng/queue', { javaScriptEnabled: false })
    assert.equal(await page.locator('#keys').isVisible(), false)
    await page.locator('[data-act=task] summary').click()
    await page.locator('[data-row] input[type=checkbox]').first().check()
    await page.locator('#f-title').fill('换灯泡')
    await page.locator('#f-title').press('Enter')
    assert.equal(await page.locator('.toast').count(), 0)
    await page.locator('[data-act=task] button').click()
    await page.getByText('分一件活：1 件办好了').waitFor()
    await page.context().close()
  })
})

test('neither the queue nor the day scrolls sideways on the smallest phone in the largest type', async () => {
  const page = await open('/shicheng/queue', { viewport: { width: 320, height: 844 } }, 'elder.3.light')
  for (const path of ['/shicheng/queue', '/shicheng/day']) {
    await page.goto(here.address + path, { waitUntil: 'load' })
    await page.evaluate('document.querySelectorAll("main details").forEach(one => { one.open = true })')
    assert.ok(await page.evaluate('document.documentElement.scrollWidth - innerWidth') as number <= 0, path)
  }
  await page.context().close()
})
