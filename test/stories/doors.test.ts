import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { communityAt } from '#modules/communities/public.ts'
import { createApp } from '../../src/app.ts'
import { demoCode } from '../../src/demo/identities.ts'
import { Refused } from '#kit/errors.ts'
import { readOutbox } from '#modules/people/public.ts'
import { castOf, CAST } from '#test/cast.ts'
import { codeFor, journal, signIn } from '#test/coming-in.ts'
import { guest } from '#test/guest.ts'
import { village, type Village } from '#test/village.ts'

let here: Village
let app: Hono

before(async () => {
  here = await village()
  app = createApp(here.house)
})
after(() => here.close())

describe('the demo’s doors', () => {
  test('are offered to whoever is signed out, and let in as often as wanted', async () => {
    const { makeIdentities } = await import('../../src/demo/identities.ts')
    await makeIdentities(here.house, [here.community, here.elsewhere])
    const who = guest(app)
    const home = await who.open('/shicheng')
    const door = /href="(\/sign-in\/demo\/[^"]+)"[^>]*>.*?林秀英/s.exec(home.text)?.[1] ?? ''
    assert.ok(castOf('shicheng').filter(one => home.text.includes(one.name)).length >= 10)
    for (const _time of [1, 2]) assert.match((await who.open(door)).text, /林秀英/)
  })

  test('let nobody in with a made-up token, nor where people are real', async () => {
    const id = here.people.secretary.personId ?? 0
    for (const token of [`1-${id}-00000000000000000000`, '1-1', 'x', '1-1e3-X', randomUUID()]) {
      assert.equal((await guest(app).open(`/sign-in/demo/${token}`)).status, 404, token)
    }
    const token = demoCode(here.house.means.secrets, 1, id)
    await here.owner.query('update community set demo = false where id = 1')
    // A house that has not seen this community before: communities and public pages are remembered for some seconds.
    const fresh = createApp({ ...here.house, communityAt: slug => communityAt(here.house.database.commons, slug) })
    assert.equal((await guest(fresh).open(`/sign-in/demo/${token}`)).status, 404)
    assert.doesNotMatch((await guest(fresh).open('/shicheng')).text, /sign-in\/demo/)
    await here.owner.query('update community set demo = true where id = 1')
  })
})

describe('the secretary’s outbox', () => {
  test('shows her the codes of her own people only, and writes each look down without a code', async () => {
    const who = guest(app)
    await signIn(here, who, CAST.secretary.phone)
    await guest(app).send('/sign-in', { phone: CAST.severalHomes.phone })
    await guest(app).send('/sign-in', { phone: CAST.elsewhere.phone })
    const page = await who.open('/shicheng/outbox')
    const code = await codeFor(here, CAST.severalHomes.phone)
    assert.match(page.text, new RegExp(`黄国栋.*${code.slice(0, 3)} ${code.slice(3)}`, 's'))
    assert.doesNotMatch(page.text, /叶美玲/)
    const elsewhere = await codeFor(here, CAST.elsewhere.phone)
    assert.ok(!page.text.includes(`${elsewhere.slice(0, 3)} ${elsewhere.slice(3)}`))
    assert.doesNotMatch(page.text, /13800000002/)
    const looks = await journal(here, 'people.readOutbox')
    assert.equal(looks.length, 1)
    assert.ok(looks[0].facts.codes >= 1)
    assert.ok(!JSON.stringify(looks).includes(code))
  })

  test('is closed to everybody else', async () => {
    assert.equal((await guest(app).open('/shicheng/outbox')).status, 403)
    const who = guest(app)
    await signIn(here, who, CAST.gridWorker.phone)
    const page = await who.open('/shicheng/outbox')
    assert.equal(page.status, 403)
    await assert.rejects(here.act(readOutbox, here.people.gridWorker, { codes: 1 }), Refused)
    assert.equal((await journal(here, 'people.readOutbox')).length, 1)
  })
})
