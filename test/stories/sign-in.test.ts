import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import pg from 'pg'
import { createApp } from '../../src/app.ts'
import { Refused } from '#kit/errors.ts'
import { createSignIn } from '#kit/sign-in/sign-in.ts'
import { linkAccount } from '#modules/people/public.ts'
import { CAST } from '#test/cast.ts'
import { codeFor, journal, signIn } from '#test/coming-in.ts'
import { guest } from '#test/guest.ts'
import { buildCity, goThroughCity } from '#test/sign-in/city.ts'
import { makeAuthenticator } from '#test/sign-in/authenticator.ts'
import { village, type Village } from '#test/village.ts'

let here: Village
let app: Hono

before(async () => {
  here = await village()
  app = createApp(here.house)
})
after(() => here.close())

describe('signing in by phone', () => {
  test('brings a neighbour home, writes it down as her own act, and knows her on every page', async () => {
    const who = guest(app)
    const page = await who.send('/sign-in', { phone: CAST.resident.phone, community: 'shicheng', next: '' })
    assert.match(page.text, /138\*\*\*\*0001/)
    assert.match(page.text, /5 分钟内有效/)
    const code = await codeFor(here, CAST.resident.phone)
    const home = await who.send('/sign-in/code', { phone: CAST.resident.phone, code, community: 'shicheng' })
    assert.equal(home.path, '/shicheng')
    assert.match(home.text, /林秀英/)
    assert.deepEqual((await journal(here, 'people.linkAccount')).map(row => row.person), [here.people.resident.personId])
  })

  test('goes where she wanted to go, but never to another site', async () => {
    const who = guest(app)
    const page = await signIn(here, who, CAST.tenant.phone, { community: 'shicheng', next: '/shicheng/raise?place=3' })
    assert.equal(page.path, '/shicheng/raise?place=3')
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const response = await who.fetch(`/sign-in/arrived?${new URLSearchParams({ community: 'shicheng', next })}`)
      assert.match(response.headers.get('location') ?? '', /^\/(?![/\\])/, next)
    }
  })

  test('a wrong code keeps the phone and asks again; so does a phone that is none', async () => {
    const who = guest(app)
    const { phone } = CAST.doctor
    await who.send('/sign-in', { phone })
    const right = await codeFor(here, phone)
    const wrong = await who.send('/sign-in/code', { phone, code: right === '000000' ? '111111' : '000000' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, new RegExp(`name="phone" value="${phone}"`))
    assert.equal((await who.send('/sign-in/code', { phone, code: right })).path, '/shicheng')
    const none = await who.send('/sign-in', { phone: '12345' })
    assert.equal(none.status, 422)
    assert.match(none.text, /value="12345"/)
  })

  test('asked again at once, says in how many seconds, and the code on its way still counts', async () => {
    const who = guest(app)
    const { phone } = CAST.gridLeader
    await who.send('/sign-in', { phone })
    const again = await who.send('/sign-in', { phone, again: 'yes' })
    assert.equal(again.status, 429)
    assert.match(again.text, /请 \d+ 秒后再试/)
    assert.ok(Number(again.headers.get('retry-after')) > 0)
    assert.equal((await who.send('/sign-in/code', { phone, code: await codeFor(here, phone) })).path, '/shicheng')
  })

  test('of a phone that nobody knows is a passer-by, who is told what she can do', async () => {
    const who = guest(app)
    const page = await signIn(here, who, '13912345678')
    assert.equal(page.status, 200)
    assert.match(page.text, /还没记下您这个号码/)
    assert.match(page.text, /\/shicheng\/join/)
    assert.doesNotMatch((await who.open('/shicheng')).text, /我提的事/)
    // The community writes the number down; looking again is enough.
    await here.owner.query(`update membership set phone_index = $1 where community_id = 1 and person_id = $2`,
      [here.house.signIn.phoneIndex('13912345678'), here.people.neighbour.personId])
    assert.match((await who.open('/sign-in/arrived?community=shicheng')).text, /陈海生/)
  })

  test('several people on one phone: she says who she is, and nobody else can be chosen', async () => {
    const phone = '13900000001'
    const people = [here.people.committeeChair.personId, here.people.stairwellHead.personId]
    const has = (number: string, personId: number | null | undefined) => here.owner.query(
      'update membership set phone_index = $1 where community_id = 1 and person_id = $2', [here.house.signIn.phoneIndex(number), personId])
    for (const personId of people) await has(phone, personId)
    const who = guest(app)
    const page = await signIn(here, who, phone)
    assert.match(page.path, /^\/shicheng\/who/)
    assert.match(page.text, /许志强/)
    assert.match(page.text, /蔡国平/)
    assert.match((await who.send('/shicheng/who', { as: String(people[0]) })).text, /许志强/)
    assert.match((await who.send('/shicheng/who', { as: String(people[1]) })).text, /蔡国平/)
    const stranger = await who.send('/shicheng/who', { as: String(here.people.secretary.personId) })
    assert.doesNotMatch(stranger.text, /陈慧敏/)
    assert.equal((await who.send('/shicheng/who', { as: '1e300' })).status, 200)
    await has(CAST.committeeChair.phone, people[0])
    await has(CAST.stairwellHead.phone, people[1])
  })

  test('links an account to nobody but the owner of the phone', async () => {
    const accountId = await here.house.signIn.accountFor({ phone: CAST.tenant.phone })
    const phoneIndex = here.house.signIn.phoneIndex(CAST.tenant.phone)
    await assert.rejects(here.act(linkAccount, here.people.secretary, { accountId, phoneIndex }), Refused)
  })

  test('is over for this browser after signing out', async () => {
    const who = guest(app)
    await signIn(here, who, CAST.propertyStaff.phone)
    assert.match((await who.open('/shicheng')).text, /郑文彬/)
    assert.equal((await who.send('/sign-out', { next: '/shicheng/board' })).path, '/shicheng/board')
    assert.doesNotMatch((await who.open('/shicheng')).text, /郑文彬，/)
  })
})

describe('passkeys', () => {
  test('are offered on host names, hidden until the browser can; the island is there and small', async () => {
    const page = await guest(app).open('/sign-in?community=shicheng')
    assert.match(page.text, /data-passkey="sign-in"[^>]* hidden/)
    const island = await guest(app).open('/static/passkey.js')
    assert.ok(island.text.length <= 3072, String(island.text.length))
  })

  test('let in through the mounted door, within its limits', async () => {
    const who = guest(app)
    await signIn(here, who, CAST.propertyManager.phone)
    const device = makeAuthenticator('http://localhost')
    const headers = { 'content-type': 'application/json' }
    const post = (path: string, body: object) => who.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
    const options = async (path: string) => await (await who.fetch(path)).json() as { challenge: string }
    const asked = await options('/sign-in/passkey/generate-register-options?name=me')
    assert.equal((await post('/sign-in/passkey/verify-registration', { response: device.register(asked), name: 'phone' })).status, 200)
    await who.send('/sign-out', { next: '/' })
    const challenge = await options('/sign-in/passkey/generate-authenticate-options')
    assert.equal((await post('/sign-in/passkey/verify-authentication', { response: device.authenticate(challenge) })).status, 200)
    assert.match((await who.open('/sign-in/arrived?community=shicheng')).text, /谢晓东/)
    assert.equal((await post('/sign-in/passkey/verify-authentication', { junk: 'x'.repeat(70_000) })).status, 413)
    assert.equal((await who.fetch('/sign-in/passkey/list-user-passkeys')).status, 404)
  })
})

test('nonsense in an address or a form is answered, never our bug', async () => {
  for (const text of ['\0', '%', "'", '../', '1e999', '𠮷'.repeat(2000)]) {
    const who = guest(app)
    const query = new URLSearchParams({ community: text, next: text, code: text })
    const seen = [
      await who.open(`/sign-in?${query}`), await who.open(`/sign-in/arrived?${query}`), await who.open(`/shicheng/join?${query}`),
      await who.open(`/sign-in/demo/${encodeURIComponent(text)}`), await who.open(`/set-up/${encodeURIComponent(text)}`),
      await who.open(`/shicheng/invitations/${encodeURIComponent(text)}`), await who.open(`/shicheng/who?${query}`),
      await who.send('/sign-in', { phone: text, community: text, next: text }),
      await who.send('/sign-in/code', { phone: CAST.resident.phone, code: text, community: text, next: text }),
      await who.send('/shicheng/join', { code: text, who: text, name: text, tie: text, requestKey: text }),
      await who.send('/shicheng/who', { as: text, next: text }), await who.send('/sign-out', { next: text }),
    ]
    assert.deepEqual(seen.filter(one => one.status >= 500).map(one => one.path), [], JSON.stringify(text.slice(0, 9)))
  }
})

describe('a city’s own sign-in', () => {
  test('brings home whoever the city vouches for, and says kindly when the city is away', async () => {
    const city = await buildCity(['http://localhost/sign-in/callback/oidc'])
    const pool = new pg.Pool({ ...here.settings, options: '-c role=linju_writer -c search_path=sign_in' })
    const { secrets } = here.house.means
    const signInThere = await createSignIn({
      pool, secrets, baseUrl: 'http://localhost', sendCode: async () => undefined, log: here.house.log,
      oidc: { issuer: city.issuer, clientId: city.clientId, clientSecret: city.clientSecret, name: '榕城通', trustPhone: true },
    })
    const who = guest(createApp({ ...here.house, signIn: signInThere }))
    try {
      city.away = true
      assert.match((await who.open('/sign-in/oidc?community=shicheng')).text, /刚才那边没接通/)
      city.away = false
      assert.match((await who.open('/sign-in?community=shicheng')).text, /用榕城通登录/)
      const there = await who.fetch('/sign-in/oidc?community=shicheng&next=/shicheng/board')
      const back = await goThroughCity(there.headers.get('location') ?? '', CAST.doctor.phone, 'http://localhost/')
      assert.equal((await who.open(back.replace('http://localhost', ''))).path, '/shicheng/board')
      assert.match((await who.open('/shicheng')).text, /苏明月/)
    } finally {
      city.close()
      await pool.end()
    }
  })
})

test('a provider that failed is said kindly', async () => {
  assert.match((await guest(app).open('/sign-in?problem=oidc&error=access_denied')).text, /刚才那边没接通/)
  assert.equal((await guest(app).open('/sign-in/oidc')).status, 404)
})
