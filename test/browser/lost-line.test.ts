// The line breaks, before, while and after the form is sent: nothing is lost and nothing is done twice.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '#test/browser.ts'
import { arrive, codeAt, mattersSaying, openPhone, send, write, written } from '#test/phone.ts'
import { photoOf } from '#test/pictures.ts'
import { site, type Site } from '#test/site.ts'
import { until } from '#test/visitor.ts'

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

describe('a line that breaks', () => {
  test('loses nothing: it is said so, and sent once when the line is back', async () => {
    const page = await openPhone(browser)
    const text = '车棚的充电桩没有电'
    await write(page, code, text)
    await page.locator('input[type=file]').setInputFiles({ name: '桩.jpg', mimeType: 'image/jpeg', buffer: await photoOf('green') })
    await page.context().setOffline(true)
    await send(page)
    await page.getByText('现在没网。写的都存在这台手机里了').waitFor()
    assert.equal(await written(page), text)
    assert.equal(await mattersSaying(here, text), 0)
    await page.context().setOffline(false)
    await arrive(page)
    assert.equal(await mattersSaying(here, text), 1)
    const { rows } = await here.owner.query('select 1 from matter_photo join matter on matter.id = matter_id where text = $1', [text])
    assert.equal(rows.length, 1)
  })

  test('after the send had arrived: the draft, opened anew, is still the same matter', async () => {
    const page = await openPhone(browser)
    const text = '活动室的空调滴水'
    await write(page, code, text)
    // The server has it, the phone never hears so.
    await page.route('**/shicheng/raise', async route => {
      await route.fetch({ maxRedirects: 0 })
      await route.abort()
    }, { times: 1 })
    await send(page)
    assert.ok(await until(async () => await mattersSaying(here, text) === 1))
    await page.waitForTimeout(300)
    await page.reload()
    if (await written(page) === text) {
      await send(page)
      await arrive(page)
    }
    assert.equal(await mattersSaying(here, text), 1)
  })

  test('before the send: what was typed is there when the page is opened anew', async () => {
    const page = await openPhone(browser)
    const text = '花坛边的井盖会响'
    await write(page, code, text)
    await page.goto(`${here.address}/shicheng`)
    await page.goBack()
    await page.reload()
    await page.getByText('上次没写完的，给您留着').waitFor()
    assert.equal(await written(page), text)
    assert.ok(await page.getByRole('radio', { name: '坏了' }).isChecked())
  })
})
