import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { z } from 'zod'
import { browserWith, type Ground, prepareGround } from '#test/sign-in/ground.ts'

const base = 'http://localhost:8080'
const entering = '/sign-in/passkey/generate-authenticate-options'

const authenticating = z.object({ rpId: z.string(), challenge: z.string(), allowCredentials: z.unknown().optional() })
const registering = z.object({ rp: z.object({ id: z.string() }), user: z.object({ name: z.string(), displayName: z.string() }) })

describe('the door of sign-in', () => {
  let ground: Ground
  before(async () => { ground = await prepareGround() })
  after(() => ground.close())

  const ask = (path: string, init?: RequestInit) => ground.signIn.handler(new Request(base + path, init), '192.0.2.7')

  it('is closed but for passkeys and the way back from a provider', async () => {
    const closed = ['/sign-up/email', '/sign-in/email', '/sign-in/social', '/get-session', '/list-sessions', '/update-user', '/delete-user',
      '/error', '/ok', '/open-session', '/opening', '/request-password-reset', '/callback/oidc', '/passkey/list-user-passkeys',
      '/passkey/delete-passkey', '/passkey/update-passkey']
    const headers = { 'content-type': 'application/json' }
    for (const path of closed) {
      assert.equal((await ask(`/sign-in${path}`)).status, 404, `GET ${path}`)
      assert.equal((await ask(`/sign-in${path}`, { method: 'POST', body: '{}', headers })).status, 404, `POST ${path}`)
    }
    assert.equal((await ask('/elsewhere')).status, 404)
  })

  it('gives anybody the options of a passkey sign-in, each time another challenge, and names no account', async () => {
    const [first, second] = await Promise.all([1, 2].map(async () => {
      const response = await ask(entering)
      assert.equal(response.status, 200)
      assert.match(response.headers.getSetCookie()[0] ?? '', /^linju\.passkey=[^;]+;.*HttpOnly; SameSite=Lax/)
      return authenticating.parse(await response.json())
    }))
    assert.equal(first?.rpId, 'localhost')
    assert.equal(first?.allowCredentials, undefined)
    assert.notEqual(first?.challenge, second?.challenge)
  })

  it('gives the options of registering to whoever is signed in, and to nobody else', async () => {
    const path = '/sign-in/passkey/generate-register-options?name=138****8000'
    assert.equal((await ask(path)).status, 401)
    const accountId = await ground.signIn.accountFor({})
    const response = await ask(path, { headers: browserWith(await ground.signIn.openSession(accountId)) })
    const text = await response.text()
    const options = registering.parse(JSON.parse(text))
    assert.equal(options.rp.id, 'localhost')
    assert.deepEqual([options.user.name, options.user.displayName], ['138****8000', '138****8000'])
    assert.ok(!text.includes('none:'), 'the handle of the account stays here')
  })

  it('refuses an answer without a challenge, with a made-up key, or from another site', async () => {
    const begun = await ask(entering)
    const body = JSON.stringify({ response: { id: 'AAAA', rawId: 'AAAA', type: 'public-key', response: { clientDataJSON: 'AAAA' } } })
    const send = (cookies: string[], origin: string) => ask('/sign-in/passkey/verify-authentication', {
      method: 'POST', body, headers: browserWith(cookies, { origin, 'content-type': 'application/json' }),
    })
    assert.equal((await send([], base)).status, 400)
    assert.equal((await ask('/sign-in/passkey/verify-authentication', { method: 'POST', body })).status, 403)
    assert.equal((await send(begun.headers.getSetCookie(), 'https://evil.example')).status, 403)
    const refused = await send(begun.headers.getSetCookie(), base)
    assert.equal(refused.status, 401)
    assert.deepEqual(refused.headers.getSetCookie(), [])
  })

  it('answers nonsense with 400 or 401, never with 5xx', async () => {
    const headers = browserWith(await ground.signIn.openSession(await ground.signIn.accountFor({})))
    const halfRight = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } }
    const nonsense = ['', '{', '[]', 'null', '{"response":null}', '{"response":{}}', '{"response":{"id":{}}}',
      '{"response":{"id":"\\u0000"}}',
      JSON.stringify({ response: halfRight }), JSON.stringify({ response: halfRight, name: '\u0000' })]
    for (const [begin, end] of [['register', 'registration'], ['authenticate', 'authentication']] as const) {
      for (const body of nonsense) {
        const begun = await ask(`/sign-in/passkey/generate-${begin}-options`, { headers })
        const cookie = `${headers.get('cookie')}; ${begun.headers.getSetCookie()[0]?.split(';')[0]}`
        const response = await ask(`/sign-in/passkey/verify-${end}`, { method: 'POST', body, headers: { cookie, origin: base } })
        assert.ok([400, 401].includes(response.status), `${response.status} for ${end} ${body}`)
      }
    }
  })

  it('is the same whatever Host a request claims: options are for our own name', async () => {
    const response = await ground.signIn.handler(new Request(`http://evil.example${entering}`), '192.0.2.8')
    assert.equal(authenticating.parse(await response.json()).rpId, 'localhost')
  })

  it('stops a network address that begins ceremonies without end', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 102; n++) {
      statuses.push((await ground.signIn.handler(new Request(base + entering), '192.0.2.99')).status)
    }
    assert.deepEqual([statuses.filter(status => status === 200).length, statuses.at(-1)], [100, 429])
  })

  it('tells the page when browsers would refuse passkeys: at a bare IP address', async () => {
    assert.equal(ground.signIn.passkeysWork, true)
    assert.equal((await ground.withSettings({ baseUrl: 'http://127.0.0.1:8080' })).passkeysWork, false)
    assert.equal((await ground.withSettings({ baseUrl: 'http://[::1]:8080' })).passkeysWork, false)
  })
})
