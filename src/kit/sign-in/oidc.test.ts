import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Refused } from '#kit/errors.ts'
import { buildCity, type City, goThroughCity } from '#test/sign-in/city.ts'
import { browserWith, type Ground, prepareGround } from '#test/sign-in/ground.ts'
import { OIDC_CALLBACK } from './oidc.ts'
import type { SignIn } from './sign-in.ts'

const base = 'http://localhost:8080'

describe('sign-in at a city', () => {
  let ground: Ground
  let city: City
  let signIn: SignIn
  let trusting: SignIn
  before(async () => {
    ground = await prepareGround()
    city = await buildCity([base + OIDC_CALLBACK])
    signIn = await ground.withSettings({ oidc: { ...city, name: '随申办' } })
    trusting = await ground.withSettings({ oidc: { ...city, name: '随申办', trustPhone: true } })
  })
  after(async () => {
    city.close()
    await ground.close()
  })

  /** There and back; the answer to the browser and who it then is. */
  async function comeIn(by: SignIn, who: string, returnTo = '/welcome') {
    const { location, cookies } = await by.oidc?.start(new Headers(), returnTo) ?? { location: '', cookies: [] }
    const back = await goThroughCity(location, who, base)
    const response = await by.handler(new Request(back, { headers: browserWith(cookies) }), '192.0.2.1')
    const visitor = await by.whoIs(browserWith(response.headers.getSetCookie()))
    return { response, back, cookies, accountId: visitor?.accountId }
  }

  it('says no more than that it is away while the city is away, and works when it is back', async () => {
    city.away = true
    await assert.rejects(async () => signIn.oidc?.start(new Headers(), '/'), (error: unknown) =>
      error instanceof Refused && error.reason('zh').includes('随申办'))
    city.away = false
    assert.equal((await comeIn(signIn, '13900000001')).response.status, 302)
  })

  it('asks with PKCE, state and nonce', async () => {
    const { location } = await signIn.oidc?.start(new Headers(), '/') ?? { location: '' }
    const asked = new URL(location).searchParams
    assert.equal(asked.get('code_challenge_method'), 'S256')
    for (const name of ['code_challenge', 'state', 'nonce']) assert.ok((asked.get(name)?.length ?? 0) >= 32, name)
    assert.equal(asked.get('redirect_uri'), base + OIDC_CALLBACK)
    assert.equal(asked.get('scope'), 'openid')
  })

  it('brings the same person to the same account, and back to where she wanted', async () => {
    const first = await comeIn(signIn, '13900000002')
    const again = await comeIn(signIn, '13900000002')
    const other = await comeIn(signIn, '13900000003')
    assert.equal(first.response.headers.get('location'), '/welcome')
    assert.ok(first.accountId)
    assert.equal(again.accountId, first.accountId)
    assert.notEqual(other.accountId, first.accountId)
  })

  it('keeps no token, no phone and no name of the city, also of somebody who comes again', async () => {
    await comeIn(trusting, '13900000004')
    await comeIn(trusting, '13900000004')
    const stored = await ground.everythingStored()
    assert.ok(stored.includes('sign_in.identity'))
    // A token is three parts between dots, the first two JSON; a random id may hold its first letters.
    assert.ok(!stored.includes('13900000004') && !/eyJ[\w-]+\.eyJ/u.test(stored))
  })

  it('opens the account of a phone when the city vouches for it and we trust the city', async () => {
    const byPhone = await ground.signIn.accountFor({ phone: '13900000005' })
    assert.equal((await comeIn(trusting, '13900000005')).accountId, byPhone)
  })

  it('does not open the account of a phone that the city has not verified, or when we do not trust the city', async () => {
    const byPhone = await ground.signIn.accountFor({ phone: '13900000006' })
    const unverified = await comeIn(trusting, '13900000006?')
    const untrusted = await comeIn(signIn, '13900000006')
    assert.ok(unverified.accountId && untrusted.accountId)
    assert.notEqual(unverified.accountId, byPhone)
    assert.notEqual(untrusted.accountId, byPhone)
  })

  it('is refused when another browser comes back with the address, when it comes back twice, or with an error', async () => {
    const { location, cookies } = await signIn.oidc?.start(new Headers(), '/') ?? { location: '', cookies: [] }
    const back = await goThroughCity(location, '13900000007', base)
    const stolen = await signIn.handler(new Request(back), '192.0.2.1')
    const { back: used, cookies: usedCookies } = await comeIn(signIn, '13900000007')
    const twice = await signIn.handler(new Request(used, { headers: browserWith(usedCookies) }), '192.0.2.1')
    const error = `${base}${OIDC_CALLBACK}?error=access_denied&state=made-up`
    const denied = await signIn.handler(new Request(error, { headers: browserWith(cookies) }), '192.0.2.1')
    for (const response of [stolen, twice, denied]) {
      assert.equal(response.status, 302)
      assert.match(response.headers.get('location') ?? '', /^(http:\/\/localhost:8080)?\/sign-in\?/)
      assert.equal(await signIn.whoIs(browserWith(response.headers.getSetCookie())), null)
    }
  })

  it('sends nobody to another site afterwards', async () => {
    const elsewhere = ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/.//evil.example', 'http://']
    for (const wish of elsewhere) {
      assert.equal((await comeIn(signIn, '13900000008', wish)).response.headers.get('location'), '/', wish)
    }
    assert.equal((await comeIn(signIn, '13900000008', '/a?b=c')).response.headers.get('location'), '/a?b=c')
  })

  it('ends the session that was open in the browser before', async () => {
    const before = await signIn.openSession(await signIn.accountFor({}))
    const { location, cookies } = await signIn.oidc?.start(new Headers(), '/') ?? { location: '', cookies: [] }
    const back = await goThroughCity(location, '13900000009', base)
    await signIn.handler(new Request(back, { headers: browserWith([...cookies, ...before]) }), '192.0.2.1')
    assert.equal(await signIn.whoIs(browserWith(before)), null)
  })
})
