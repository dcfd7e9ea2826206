// A resident's phone: a small browser, and what she does with it to raise a matter.
import type { Browser, Page } from 'playwright-core'
import type { Site } from '#test/site.ts'

/** A phone of its own, with scripts or without. */
export async function openPhone(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', javaScriptEnabled })
  const page = await context.newPage()
  page.setDefaultTimeout(8000)
  return page
}

/** The address in the printed code of a place. */
export async function codeAt(here: Site, label: string): Promise<string> {
  const { rows } = await here.owner.query<{ code: string }>('select code from place where id = $1', [here.community.place(label)])
  return `${here.address}/q/${rows[0]?.code ?? ''}`
}

/** Scans the code, opens the form and writes, without choosing what kind it is. */
export async function begin(page: Page, code: string, text: string): Promise<void> {
  await page.goto(code)
  await page.getByRole('link', { name: '在这里提一件事' }).click()
  await page.getByRole('textbox', { name: '说说看' }).fill(text)
}

/** The same, with all that is needed. */
export async function write(page: Page, code: string, text: string): Promise<void> {
  await begin(page, code, text)
  await page.getByText('坏了', { exact: true }).click()
}

/** Sends the form. */
export const send = (page: Page) => page.getByRole('button', { name: '交上去' }).click()

/** Waits for the receipt. */
export const arrive = (page: Page) => page.waitForURL(/\/receipt\?code=/)

/** What stands in the field now. */
export const written = (page: Page) => page.getByRole('textbox', { name: '说说看' }).inputValue()

/** How many matters say exactly this. */
export async function mattersSaying(here: Site, text: string): Promise<number> {
  const { rows } = await here.owner.query<{ n: number }>('select count(*)::int as n from matter where text = $1', [text])
  return rows[0]?.n ?? 0
}
