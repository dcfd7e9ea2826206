import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { browserWith, type Ground, prepareGround } from '#test/sign-in/ground.ts'

const wechat = 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/107 Mobile Safari/537.36 MicroMessenger/8.0'

describe('sessions', () => {
  let ground: Ground
  before(async () => { ground = await prepareGround() })
  after(() => ground.close())

  it('open for an account that was let in by other means', async () => {
    const accountId = await ground.signIn.accountFor({})
    const cookies = await ground.signIn.openSession(accountId)
    assert.equal((await ground.signIn.whoIs(browserWith(cookies)))?.accountId, accountId)
    await assert.rejects(ground.signIn.openSession('nobody'))
  })

  it('are held by a cookie that scripts and other sites do not get', async () => {
    const accountId = await ground.signIn.accountFor({})
    const [plain] = await ground.signIn.openSession(accountId)
    assert.match(plain ?? '', /^linju\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
    const behindTls = await ground.withSettings({ baseUrl: 'https://linju.example' })
    const lines = await behindTls.openSession(accountId)
    assert.match(lines[0] ?? '', /^__Host-linju\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    assert.equal((await behindTls.whoIs(browserWith(lines)))?.accountId, accountId)
  })

  it('are refused to a forged, cut or foreign cookie', async () => {
    const [line] = await ground.signIn.openSession(await ground.signIn.accountFor({}))
    const value = line?.split(';')[0] ?? ''
    const { rows } = await ground.pool.query<{ token: string }>('select token from sign_in.session order by made_at desc limit 1')
    const forged = ['', 'linju.session_token', 'linju.session_token=%', `linju.session_token=${rows[0]?.token}`,
      `linju.session_token=${rows[0]?.token}.AAAA`, value.slice(0, -8), value.replace('=', '=x')]
    for (const cookie of forged) assert.equal(await ground.signIn.whoIs(new Headers({ cookie })), null, cookie)
  })

  it('are listed with the device in words', async () => {
    const accountId = await ground.signIn.accountFor({})
    const cookies = await ground.signIn.openSession(accountId, new Headers({ 'user-agent': wechat }))
    const [listed] = await ground.signIn.sessionsOf(accountId)
    assert.equal(listed?.device('zh'), '安卓手机 · 微信')
    assert.equal(listed?.device('en'), 'Android phone · WeChat')
    assert.equal(listed?.sessionId, (await ground.signIn.whoIs(browserWith(cookies)))?.sessionId)
  })

  it('end at once: one of mine, none of somebody else', async () => {
    const [mine, hers] = [await ground.signIn.accountFor({}), await ground.signIn.accountFor({})]
    const cookies = await ground.signIn.openSession(mine)
    const { sessionId } = await ground.signIn.whoIs(browserWith(cookies)) ?? { sessionId: '' }
    assert.equal(await ground.signIn.endSession(hers, sessionId), false)
    assert.equal(await ground.signIn.endSession(mine, sessionId), true)
    assert.equal(await ground.signIn.whoIs(browserWith(cookies)), null)
  })

  it('end all at once, but the one in hand if so wished', async () => {
    const accountId = await ground.signIn.accountFor({})
    const browsers = await Promise.all([1, 2, 3].map(async () => browserWith(await ground.signIn.openSession(accountId))))
    const here = await ground.signIn.whoIs(browsers[0] ?? new Headers())
    assert.equal(await ground.signIn.endAllSessions(accountId, here?.sessionId), 2)
    assert.deepEqual((await Promise.all(browsers.map(ground.signIn.whoIs))).map(Boolean), [true, false, false])
    assert.equal(await ground.signIn.endAllSessions(accountId), 1)
  })

  it('end when their person leaves, and the cookie is cleared', async () => {
    const cookies = await ground.signIn.openSession(await ground.signIn.accountFor({}))
    const cleared = await ground.signIn.leave(browserWith(cookies))
    assert.ok(cleared.some(line => line.startsWith('linju.session_token=; Max-Age=0')))
    assert.equal(await ground.signIn.whoIs(browserWith(cookies)), null)
  })

  it('of before end when somebody signs in anew in the same browser', async () => {
    const accountId = await ground.signIn.accountFor({})
    const before = await ground.signIn.openSession(accountId)
    await ground.signIn.openSession(accountId, browserWith(before))
    assert.equal(await ground.signIn.whoIs(browserWith(before)), null)
  })

  it('slide: used after an hour they last thirty days from then, with a new cookie', async () => {
    const accountId = await ground.signIn.accountFor({})
    const cookies = await ground.signIn.openSession(accountId)
    assert.deepEqual((await ground.signIn.whoIs(browserWith(cookies)))?.cookies, [])
    await ground.pool.query(
      `update sign_in.session set ends_at = ends_at - interval '61 minutes', seen_at = seen_at - interval '61 minutes'
        where account_id = $1`, [accountId])
    const visitor = await ground.signIn.whoIs(browserWith(cookies))
    assert.equal(visitor?.cookies.length, 1)
    assert.match(visitor?.cookies[0] ?? '', /^linju\.session_token=[^;]+; Max-Age=2592000/)
    const [listed] = await ground.signIn.sessionsOf(accountId)
    assert.ok((listed?.endsAt.getTime() ?? 0) > Date.now() + 29.99 * 86_400_000)
  })

  it('end by themselves after thirty days without use', async () => {
    const accountId = await ground.signIn.accountFor({})
    const cookies = await ground.signIn.openSession(accountId)
    await ground.pool.query(`update sign_in.session set ends_at = now() - interval '1 second' where account_id = $1`, [accountId])
    assert.equal(await ground.signIn.whoIs(browserWith(cookies)), null)
    await ground.signIn.sweep()
    assert.equal((await ground.pool.query('select from sign_in.session where account_id = $1', [accountId])).rowCount, 0)
  })

  it('and everything else of an account are gone when it is forgotten', async () => {
    const phone = '13712345678'
    await ground.codeFor(phone)
    const accountId = await ground.signIn.accountFor({ phone })
    const cookies = await ground.signIn.openSession(accountId)
    await ground.signIn.forgetAccount(accountId)
    assert.equal(await ground.signIn.whoIs(browserWith(cookies)), null)
    const stored = await ground.everythingStored()
    assert.ok(!stored.includes(accountId))
    // What was counted to keep a limit stays for its hour: forgetting must not be a way round the limit.
    assert.ok(stored.split('\n').every(line => line.startsWith('sign_in.attempt') || !line.includes(ground.signIn.phoneIndex(phone))))
  })

  it('of one phone belong to one account, also when ten find it at once', async () => {
    const found = await Promise.all(Array.from({ length: 10 }, () => ground.signIn.accountFor({ phone: '13612345678' })))
    assert.equal(new Set(found).size, 1)
  })
})
