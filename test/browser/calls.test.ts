// A call in two real browsers: one calls, the other goes, and both screens change without a reload; with scripts blocked a refresh shows the same.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { spread } from '#jobs/notices.ts'
import { giveConsent } from '#modules/people/public.ts'
import { openBrowser } from '#test/browser.ts'
import { openPhone } from '#test/phone.ts'
import { site, type Site } from '#test/site.ts'

let here: Site
let browser: Browser
before(async () => {
  here = await site()
  await here.act(giveConsent, here.people.doctor, { purpose: 'be_asked', wording: 1 })
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await here.close()
})

async function phoneOf(key: 'resident' | 'doctor', scripts = true): Promise<Page> {
  const page = await openPhone(browser, scripts)
  await here.enter(page.context(), key)
  return page
}

/** Marks the page: a reload would lose the mark. */
const mark = (page: Page) => page.evaluate('window.unbroken = true')
const isUnbroken = (page: Page) => page.evaluate('window.unbroken === true')

describe('a call in two browsers', () => {
  test('is answered: both screens change without a reload', async () => {
    const [caller, helper] = [await phoneOf('resident'), await phoneOf('doctor')]
    await helper.goto(`${here.address}/shicheng/board`)
    await caller.goto(`${here.address}/shicheng`)
    await caller.getByRole('link', { name: '说一声' }).click()
    await caller.getByRole('button', { name: '忘带钥匙' }).click()
    await caller.getByText('正在叫人').first().waitFor()
    await spread(here.house, 1)
    // Whatever page he has open says so.
    await helper.getByRole('link', { name: '有邻居要帮忙' }).click({ timeout: 5000 })
    assert.equal(helper.url(), caller.url().split('?')[0])
    await helper.getByRole('button', { name: '我去', exact: true }).waitFor()
    await mark(caller)
    await helper.getByRole('button', { name: '我去', exact: true }).click()
    await helper.getByText('602').first().waitFor()
    await caller.getByText('有人应了').first().waitFor({ timeout: 5000 })
    assert.match(await caller.locator('main').innerText(), /苏明月/u)
    assert.ok(await isUnbroken(caller))
    const digits = await caller.locator('.door code').innerText()
    await mark(helper)
    await caller.getByRole('button', { name: '人到了' }).click()
    await caller.getByText('在帮忙了').waitFor()
    await helper.getByText('在帮忙了').waitFor({ timeout: 5000 })
    assert.ok(await isUnbroken(helper))
    assert.match(digits, /^\d{4}$/u)
    await caller.getByRole('button', { name: '帮好了' }).click()
    await helper.getByText('帮好了').first().waitFor({ timeout: 5000 })
    await Promise.all([caller.context().close(), helper.context().close()])
  })

  test('is made by keyboard alone and seen after a refresh, with scripts blocked', async () => {
    const [caller, helper] = [await phoneOf('resident', false), await phoneOf('doctor', false)]
    await caller.goto(`${here.address}/shicheng/help/new`)
    for (let i = 0; i < 60 && await caller.evaluate('document.activeElement.value') !== 'locked_out'; i++) await caller.keyboard.press('Tab')
    await caller.keyboard.press('Enter')
    await caller.getByText('正在叫人').first().waitFor()
    const address = caller.url().split('?')[0] ?? ''
    await helper.goto(address)
    await helper.getByRole('button', { name: '我去', exact: true }).click()
    await helper.waitForURL(/done=act/u)
    await caller.goto(address)
    assert.match(await caller.locator('main').innerText(), /有人应了[^]*苏明月/u)
    await caller.getByRole('button', { name: '不用来了' }).click()
    await caller.waitForURL(/done=act/u)
    await helper.goto(address)
    assert.match(await helper.locator('main').innerText(), /求助的人说不用了/u)
    await Promise.all([caller.context().close(), helper.context().close()])
  })

  test('has nothing to press that an old hand misses, in large type', async () => {
    const page = await phoneOf('resident')
    await page.context().addCookies([{ name: 'look', value: 'elder.1.light', url: here.address }])
    for (const path of ['', '/help', '/help/new']) {
      await page.goto(`${here.address}/shicheng${path}`)
      const small = await page.locator('main button:visible, main .btn:visible, main .call-now:visible, main .big-btn:visible').evaluateAll(all => all
        .map(one => ({ words: one.textContent, height: one.getBoundingClientRect().height })).filter(one => one.height > 0 && one.height < 59.5))
      assert.deepEqual(small, [], path)
      assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${path} scrolls sideways`)
    }
    await page.context().close()
  })
})
