// From a scanned code to the board, in a real browser, with scripts and without.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '#test/browser.ts'
import { arrive, begin, codeAt, mattersSaying, openPhone, send, write, written } from '#test/phone.ts'
import { photoOf } from '#test/pictures.ts'
import { site, type Site } from '#test/site.ts'
import { until } from '#test/visitor.ts'

const SCRIPTS = [true, false]

let here: Site
let browser: Browser
let code = ''

before(async () => {
  here = await site()
  browser = await openBrowser()
  code = await codeAt(here, '榕荫里 2号楼')
})
after(async () => {
  await browser.close()
  await here.close()
})

for (const scripts of SCRIPTS) {
  describe(`a resident with scripts ${scripts ? 'on' : 'blocked'}`, () => {
    test('scans a code, reports with a photo, gets a receipt, sees it on the board, and takes it back', async () => {
      const page = await openPhone(browser, scripts)
      const text = `二号楼大门的门锁坏了${scripts ? '一' : '二'}次`
      const began = Date.now()
      await write(page, code, text)
      await page.locator('input[type=file]').setInputFiles({ name: '门锁.jpg', mimeType: 'image/jpeg', buffer: await photoOf('brown') })
      await send(page)
      await arrive(page)
      assert.ok(Date.now() - began < 60_000)
      const receipt = page.url()
      await page.getByRole('link', { name: '看这件事' }).click()
      const picture = page.locator('.pics img')
      await picture.scrollIntoViewIfNeeded()
      assert.ok(await until(async () => !scripts || await picture.evaluate(one => 'naturalWidth' in one && one.naturalWidth !== 0)))
      await page.goto(`${here.address}/shicheng/board`)
      await page.getByRole('link', { name: new RegExp(text) }).waitFor()

      await page.goto(receipt)
      await page.getByRole('button', { name: '收回' }).click()
      await page.getByText('收回了，写的也抹掉了').waitFor()
      await page.goto(`${here.address}/shicheng/board`)
      assert.equal(await page.getByText(text).count(), 0)
    })

    test('who leaves something out is told, keeps what was typed, and mends it', async () => {
      const page = await openPhone(browser, scripts)
      const text = `地下室的水泵声音很大${scripts ? '一' : '二'}`
      await begin(page, code, text)
      await send(page)
      await page.getByRole('alert').waitFor()
      assert.equal(await written(page), text)
      await page.getByText('太吵', { exact: true }).click()
      await send(page)
      await arrive(page)
      assert.equal(await mattersSaying(here, text), 1)
    })

    test('who taps twice raises one matter', async () => {
      const page = await openPhone(browser, scripts)
      const text = `三楼的声控灯不亮了${scripts ? '一' : '二'}`
      await write(page, code, text)
      await page.getByRole('button', { name: '交上去' }).dblclick()
      await arrive(page)
      assert.equal(await mattersSaying(here, text), 1)
    })

    test('who goes back and sends again raises one matter', async () => {
      const page = await openPhone(browser, scripts)
      const text = `楼顶的水箱盖子掉了${scripts ? '一' : '二'}`
      await write(page, code, text)
      await send(page)
      await arrive(page)
      await page.goBack()
      if (await written(page) === text) {
        await send(page)
        await arrive(page)
      }
      assert.equal(await mattersSaying(here, text), 1)
    })

    test('turns on large type with one button, and keeps it on the next page', async () => {
      const page = await openPhone(browser, scripts)
      await page.goto(`${here.address}/shicheng`)
      await page.locator('button[name=look][value^="elder"]').first().click()
      await page.locator('html[data-mode=elder]').waitFor()
      await page.getByRole('link', { name: '说一件事' }).click()
      await page.locator('html[data-mode=elder]').waitFor()
      await page.goto(`${here.address}/shicheng/board`)
      await page.locator('button[name=look][value^="plain"]').click()
      await page.locator('html:not([data-mode])').waitFor()
      assert.match(page.url(), /\/shicheng\/board$/)
    })

    test('reads it in English after one tap, and in Chinese again after another', async () => {
      const page = await openPhone(browser, scripts)
      await page.goto(`${here.address}/shicheng/board?words=${encodeURIComponent('电梯')}`)
      await page.locator('footer a[lang=en]').click()
      await page.locator('html[lang=en]').waitFor()
      assert.equal(await page.getByRole('searchbox').inputValue(), '电梯')
      await page.goto(`${here.address}/shicheng/raise`)
      assert.equal(await page.locator('html').getAttribute('lang'), 'en')
      await page.locator('footer a[lang=zh-CN]').click()
      await page.locator('html[lang=zh-CN]').waitFor()
    })
  })
}

describe('a worker', () => {
  for (const scripts of SCRIPTS) {
    test(`takes one down for a caller, with scripts ${scripts ? 'on' : 'blocked'}; it does not carry the worker's name`, async () => {
      const page = await openPhone(browser, scripts)
      await here.enter(page.context(), 'gridWorker')
      const text = `王阿婆来电，门口路灯不亮${scripts ? '一' : '二'}`
      await write(page, code, text)
      await page.getByText('电话里说的', { exact: true }).click()
      await send(page)
      await arrive(page)
      await page.getByRole('link', { name: '看这件事' }).click()
      await page.getByText('电话里说的，由社区记下').waitFor()
      assert.equal(await page.locator('.say').getByText('吴桂芳').count(), 0)
    })
  }
})

describe('two at once', () => {
  test('what one raises stands on the other’s board without a reload', async () => {
    const [watching, raising] = [await openPhone(browser), await openPhone(browser)]
    const text = '小区北门的栏杆歪了'
    await watching.goto(`${here.address}/shicheng/board`)
    await write(raising, code, text)
    await send(raising)
    await arrive(raising)
    await watching.getByRole('link', { name: new RegExp(text) }).waitFor()
  })

  test('the resident’s open page changes when a worker moves her matter', async () => {
    const [resident, worker] = [await openPhone(browser), await openPhone(browser)]
    await here.enter(resident.context(), 'resident')
    await here.enter(worker.context(), 'gridWorker')
    await write(resident, code, '二号楼的信报箱锁不上')
    await send(resident)
    await arrive(resident)
    await resident.getByRole('link', { name: '看这件事' }).click()
    await resident.waitForURL(/matters\/\d+\?code=/)
    await worker.goto(resident.url().replace(/\?.*/, ''))
    await worker.locator('label:has(input[name=step][value=do])').click()
    await worker.locator('textarea[name=note]').fill('郑师傅下午三点来换锁')
    await worker.getByRole('button', { name: '记下来' }).click()
    await resident.getByText('郑师傅下午三点来换锁').waitFor()
  })
})
