import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { z } from 'zod'
import { type Authenticator, makeAuthenticator } from '#test/sign-in/authenticator.ts'
import { browserWith, type Ground, prepareGround } from '#test/sign-in/ground.ts'

const base = 'http://localhost:8080'

describe('passkeys', () => {
  let ground: Ground
  before(async () => { ground = await prepareGround() })
  after(() => ground.close())

  /** Asks for options and posts the answer that `make` gives to them. */
  async function ceremony([begin, end]: [string, string], mine: string[], make: (options: { challenge: string }) => object) {
    const asking = new Request(`${base}/sign-in/passkey/generate-${begin}-options?name=x`, { headers: browserWith(mine) })
    const begun = await ground.signIn.handler(asking, 'here')
    const options = z.looseObject({ challenge: z.string() }).parse(await begun.json())
    const headers = browserWith([...mine, ...begun.headers.getSetCookie()], { origin: base, 'content-type': 'application/json' })
    const request = () => new Request(`${base}/sign-in/passkey/verify-${end}`, {
      method: 'POST', headers, body: JSON.stringify({ response: make(options), name: '我的手机' }),
    })
    return { response: await ground.signIn.handler(request(), 'here'), again: () => ground.signIn.handler(request(), 'here') }
  }
  const register = (mine: string[], device: Authenticator) => ceremony(['register', 'registration'], mine, device.register)
  const enter = (device: Authenticator, mine: string[] = []) => ceremony(['authenticate', 'authentication'], mine, device.authenticate)

  it('let their owner in, without a phone', async () => {
    const accountId = await ground.signIn.accountFor({})
    const device = makeAuthenticator(base)
    const { response: registered } = await register(await ground.signIn.openSession(accountId), device)
    assert.deepEqual([registered.status, await registered.json()], [200, { done: true }])
    const { response } = await enter(device)
    assert.deepEqual([response.status, await response.json()], [200, { done: true }])
    assert.equal((await ground.signIn.whoIs(browserWith(response.headers.getSetCookie())))?.accountId, accountId)
  })

  it('of a device that nobody registered, or of another site, let nobody in', async () => {
    assert.equal((await enter(makeAuthenticator(base))).response.status, 401)
    const device = makeAuthenticator('http://evil.example')
    const { response } = await register(await ground.signIn.openSession(await ground.signIn.accountFor({})), device)
    assert.ok(response.status >= 400)
  })

  it('answer a challenge once', async () => {
    const device = makeAuthenticator(base)
    await register(await ground.signIn.openSession(await ground.signIn.accountFor({})), device)
    const { response, again } = await enter(device)
    assert.equal(response.status, 200)
    assert.equal((await again()).status, 400)
  })

  it('are added by somebody who signed in within the last day, not in an old session', async () => {
    const accountId = await ground.signIn.accountFor({})
    const cookies = await ground.signIn.openSession(accountId)
    await ground.pool.query(`update sign_in.session set made_at = made_at - interval '25 hours' where account_id = $1`, [accountId])
    const asking = new Request(`${base}/sign-in/passkey/generate-register-options`, { headers: browserWith(cookies) })
    assert.equal((await ground.signIn.handler(asking, 'here')).status, 403)
  })

  it('are listed and taken away by their owner only, and then let nobody in', async () => {
    const [mine, hers] = [await ground.signIn.accountFor({}), await ground.signIn.accountFor({})]
    const device = makeAuthenticator(base)
    await register(await ground.signIn.openSession(mine), device)
    const [listed] = await ground.signIn.passkeysOf(mine)
    assert.equal(listed?.name, '我的手机')
    assert.deepEqual(await ground.signIn.passkeysOf(hers), [])
    assert.equal(await ground.signIn.removePasskey(hers, listed?.passkeyId ?? ''), false)
    assert.equal(await ground.signIn.removePasskey(mine, listed?.passkeyId ?? ''), true)
    assert.equal((await enter(device)).response.status, 401)
  })
})
