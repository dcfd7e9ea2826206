// In a real browser: a sheet of codes is a page of paper, and a long import says how far it is.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { rosterFile } from '#modules/roster/public.ts'
import { openBrowser } from '#test/browser.ts'
import { manyHomes } from '#test/roster-cases.ts'
import { site, type Site } from '#test/site.ts'

// Kept where it outlives the page that it was shown on.
const NOTE_SHARE = `{
  const share = document.querySelector('form[data-progress] b')
  new MutationObserver(() => sessionStorage.setItem('share', share.textContent)).observe(share, { childList: true })
}`

let here: Site
let browser: Browser

before(async () => {
  [here, browser] = await Promise.all([site(), openBrowser()])
})
after(async () => {
  await browser.close()
  await here.close()
})

async function secretaryAt(path: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', javaScriptEnabled })
  await here.enter(context, 'secretary')
  const page = await context.newPage()
  await page.goto(here.address + path)
  return page
}

// The root of a PDF's tree of pages counts them all.
function pagesOf(pdf: Buffer): number {
  return Math.max(...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)))
}

test('every sheet of codes is one page of A4, and each code is at least 30 mm wide with four modules of quiet', async () => {
  const estate = here.community.place('榕荫里')
  const building = here.community.place('榕荫里 1号楼')
  for (const query of [`building=${building}`, `building=${building}&homes=1`, `estate=${estate}`, `place=${building}`]) {
    const page = await secretaryAt(`/shicheng/codes?${query}`)
    const sheets = await page.locator('.a4').count()
    assert.equal(pagesOf(await page.pdf({ preferCSSPageSize: true })), sheets, query)
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 794, height: 1123 })
    const codes = await page.locator('.a4 .qr').evaluateAll(all => all.map(code => ({
      wide: code.getBoundingClientRect().width / 96 * 25.4, modules: Number(code.getAttribute('viewBox')?.split(' ')[2]),
    })))
    for (const { wide, modules } of codes) assert.ok(wide * (modules - 8) / modules >= 30, `${query}: ${wide} mm for ${modules} modules`)
    const cut = await page.locator('.a4, .labels li').evaluateAll(all => all
      .filter(one => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1).length)
    assert.equal(cut, 0, query)
    await page.context().close()
  }
})

test('an import says how far it is where scripts run, and goes in all the same where they are blocked', async () => {
  const buffer = Buffer.from(await rosterFile(manyHomes(600), 'zh', 'xlsx'))
  for (const scripts of [true, false]) {
    const page = await secretaryAt('/shicheng/roster', scripts)
    await page.setInputFiles('#f-file', { name: '六百户.xlsx', mimeType: 'application/octet-stream', buffer })
    await page.click('form[enctype] button')
    await page.waitForURL('**/roster/check**')
    if (scripts) await page.evaluate(NOTE_SHARE)
    await page.click('form[data-progress] button')
    await page.waitForURL('**/roster?done=1')
    assert.match(await page.locator('.stats').first().innerText(), scripts ? /600 新/ : /0 新/)
    if (scripts) assert.match(String(await page.evaluate(`sessionStorage.getItem('share')`)), /^[1-9]\d* %$/)
    await page.context().close()
  }
})
