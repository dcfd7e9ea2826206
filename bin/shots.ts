// Pictures of every page, phone and desktop, light, dark and elder, into shots/ (git-ignored): to look at, not to compare.
import { mkdir } from 'node:fs/promises'
import { openBrowser } from '#test/browser.ts'

const VIEWS = {
  phone: { width: 390, height: 844, scale: 2 },
  desktop: { width: 1440, height: 900, scale: 1 },
} as const
const LOOKS = { light: 'plain.1.light', dark: 'plain.1.dark', elder: 'elder.1.light' } as const

const [address = 'http://127.0.0.1:8080', ...paths] = process.argv.slice(2)
const only = process.env['LOOKS']?.split(',')

/** node bin/shots.ts http://127.0.0.1:8080 /shicheng /shicheng/board — with SIGN_IN=/sign-in/demo/… to see them signed in. */
const browser = await openBrowser()
await mkdir('shots', { recursive: true })
for (const [view, { width, height, scale }] of Object.entries(VIEWS)) {
  for (const [look, cookie] of Object.entries(LOOKS)) {
    if (only && !only.includes(`${view}-${look}`)) continue
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, locale: 'zh-CN' })
    await context.addCookies([{ name: 'look', value: cookie, url: address }])
    const page = await context.newPage()
    if (process.env['SIGN_IN']) await page.goto(address + process.env['SIGN_IN'])
    for (const path of paths) {
      await page.goto(address + path, { waitUntil: 'load' })
      const name = path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'front'
      await page.screenshot({ path: `shots/${name}-${view}-${look}.png`, fullPage: view === 'phone' })
    }
    await context.close()
  }
}
await browser.close()
