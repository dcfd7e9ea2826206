// The owners' vote in a browser: by keyboard with scripts blocked, and in a stairwell without a line.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '#test/browser.ts'
import { openPhone } from '#test/phone.ts'
import { photoOf } from '#test/pictures.ts'
import { site, type Site } from '#test/site.ts'
import { opened } from '#test/voting.ts'

let here: Site
let browser: Browser
let id = 0
before(async () => {
  here = await site()
  id = (await opened(here)).id
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await here.close()
})

const ballotsOf = async (person: number | null) => Number((await here.owner.query(`select count(*) as n from ballot join decision_voter voter
  on voter.decision_id = ballot.decision_id and voter.number = ballot.number where ballot.decision_id = $1 and voter.person_id = $2`, [id, person])).rows[0]?.n)

describe('an owner', () => {
  test('votes by keyboard alone, with scripts blocked, and sees her receipt', async () => {
    const page = await openPhone(browser, false)
    await here.enter(page.context(), 'resident')
    await page.goto(`${here.address}/shicheng/decisions/${id}`)
    for (let i = 0; i < 40 && await page.evaluate('document.activeElement.name') !== 'q1'; i++) await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/done=cast/)
    assert.match(await page.locator('.slip code').innerText(), /^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/u)
    assert.equal(await ballotsOf(here.people.resident.personId), 1)
    await page.context().close()
  })
})

describe('a collector at the door', () => {
  test('whose line breaks loses nothing, and the ballot is in the ledger once', async () => {
    const page = await openPhone(browser)
    await here.enter(page.context(), 'committeeChair')
    const { rows } = await here.owner.query('select number from decision_voter where decision_id = $1 and person_id = $2', [id, here.people.neighbour.personId])
    await page.goto(`${here.address}/shicheng/decisions/${id}/door?number=${rows[0]?.number}`)
    const form = page.locator('form[action$="/door/ballot"]')
    await form.getByText('反对', { exact: true }).click()
    await form.locator('select[name=witness]').selectOption(String(here.people.gridWorker.personId))
    await form.locator('input[type=file]').setInputFiles({ name: 'signed.jpg', mimeType: 'image/jpeg', buffer: await photoOf('darkgreen') })
    await page.context().setOffline(true)
    await form.getByRole('button', { name: '当面收票' }).click()
    await form.getByText('没有网', { exact: false }).waitFor()
    assert.equal(await ballotsOf(here.people.neighbour.personId), 0)
    await page.context().setOffline(false)
    await page.waitForURL(/receipt=/)
    assert.equal(await ballotsOf(here.people.neighbour.personId), 1)
    await page.context().close()
  })
})
