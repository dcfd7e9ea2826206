// Signing in in a real browser: by code with scripts blocked, by passkey with the browser's own authenticator.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '#test/browser.ts'
import { CAST } from '#test/cast.ts'
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

const PHONE = { viewport: { width: 390, height: 844 }, locale: 'zh-CN' }

test('a neighbour signs in with the code that was read out to her, scripts being blocked', async () => {
  const page = await (await browser.newContext({ ...PHONE, javaScriptEnabled: false })).newPage()
  await page.goto(`${here.address}/shicheng/board`)
  await page.getByRole('link', { name: '登录' }).click()
  assert.equal(await page.getByText('用指纹或脸登录').isVisible(), false)
  await page.getByLabel('手机号').fill(CAST.resident.phone)
  await page.getByRole('button', { name: '给我发验证码' }).click()
  const waiting = await here.house.codes.recentCodes()
  await page.getByLabel('验证码').fill(waiting[0]?.code ?? '')
  await page.getByRole('button', { name: '进来' }).click()
  await page.getByRole('heading', { name: /林秀英/ }).waitFor()
  assert.equal(new URL(page.url()).pathname, '/shicheng')
})

test('a neighbour adds a passkey, goes out, and comes in again with it', async () => {
  const context = await browser.newContext(PHONE)
  await here.enter(context, 'tenant')
  const page = await context.newPage()
  const protocol = await context.newCDPSession(page)
  await protocol.send('WebAuthn.enable')
  await protocol.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
    isUserVerified: true, automaticPresenceSimulation: true,
  } })
  await page.goto(`${here.address}/shicheng/me/passkeys`)
  await page.locator('[data-passkey=register]').click()
  await page.locator('form[action$="/me/passkeys"]').waitFor()
  await context.clearCookies()
  await page.goto(`${here.address}/sign-in?community=shicheng`)
  await page.getByRole('button', { name: '用指纹或脸登录' }).click()
  await page.getByRole('heading', { name: /周晓晴/ }).waitFor()
})

test('a passkey that is not there is said beside the button, and the phone is still offered', async () => {
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  await page.route('**/sign-in/passkey/generate-authenticate-options', route => route.fulfill({ status: 429, body: '{}' }))
  await page.goto(`${here.address}/sign-in?community=shicheng`)
  await page.getByRole('button', { name: '用指纹或脸登录' }).click()
  assert.match(await page.getByRole('alert').innerText(), /这次没认出来/)
  assert.ok(await page.getByLabel('手机号').isVisible())
})
