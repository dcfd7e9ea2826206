import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Invalid, type Problem, Refused, TooOften } from '#kit/errors.ts'
import { browserWith, type Ground, prepareGround } from '#test/sign-in/ground.ts'

const phone = '13800138000'
const elsewhere = '192.0.2.1'
const headers = new Headers()

/** A six-digit code that is not `code`. */
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('one-time codes', () => {
  let ground: Ground
  before(async () => { ground = await prepareGround() })
  after(() => ground.close())

  it('let in whoever has the phone, and the same account the next time', async () => {
    const first = await ground.signIn.enterWithCode({ phone, code: await ground.codeFor(phone), headers })
    const again = await ground.signIn.enterWithCode({ phone: '+86 138-0013-8000', code: await ground.codeFor(phone), headers })
    assert.equal(again.accountId, first.accountId)
    assert.equal((await ground.signIn.whoIs(browserWith(again.cookies)))?.accountId, first.accountId)
    assert.deepEqual(ground.sent.at(-1)?.phone, '+8613800138000')
  })

  it('open once only', async () => {
    const code = await ground.codeFor(phone)
    await ground.signIn.enterWithCode({ phone, code, headers })
    await assert.rejects(ground.signIn.enterWithCode({ phone, code, headers }), Invalid)
  })

  it('open for exactly one of four who use the same code at once', async () => {
    for (let round = 0; round < 5; round++) {
      const code = await ground.codeFor(phone)
      const tried = await Promise.allSettled(
        // Four stay within the five tries, so that only single use can refuse three of them.
        Array.from({ length: 4 }, () => ground.signIn.enterWithCode({ phone, code, headers })))
      assert.equal(tried.filter(one => one.status === 'fulfilled').length, 1)
    }
  })

  it('are void after five wrong answers, even the right one then', async () => {
    const code = await ground.codeFor(phone)
    for (let time = 0; time < 5; time++) {
      await assert.rejects(ground.signIn.enterWithCode({ phone, code: otherThan(code), headers }), Invalid)
    }
    await assert.rejects(ground.signIn.enterWithCode({ phone, code, headers }), Invalid)
  })

  it('give a fifth answer its chance', async () => {
    const code = await ground.codeFor(phone)
    for (let time = 0; time < 4; time++) {
      await assert.rejects(ground.signIn.enterWithCode({ phone, code: otherThan(code), headers }), Invalid)
    }
    await ground.signIn.enterWithCode({ phone, code, headers })
  })

  it('count a hundred guesses at once as a hundred, not as one', async () => {
    const code = await ground.codeFor(phone)
    const guesses = Array.from({ length: 100 }, (_, n) => String((Number(code) + 1 + n) % 1_000_000).padStart(6, '0'))
    await Promise.allSettled(guesses.map(guess => ground.signIn.enterWithCode({ phone, code: guess, headers })))
    const { rows } = await ground.pool.query('select tries from sign_in.code where phone_index = $1', [ground.signIn.phoneIndex(phone)])
    assert.equal(rows[0].tries, 5)
  })

  it('are void after five minutes', async () => {
    const code = await ground.codeFor(phone)
    await ground.pool.query(`update sign_in.code set ends_at = ends_at - interval '5 minutes'`)
    await assert.rejects(ground.signIn.enterWithCode({ phone, code, headers }), Invalid)
  })

  it('are void when a newer one was sent', async () => {
    const old = await ground.codeFor(phone)
    let fresh = await ground.codeFor(phone)
    while (fresh === old) fresh = await ground.codeFor(phone)
    await assert.rejects(ground.signIn.enterWithCode({ phone, code: old, headers }), Invalid)
    await ground.signIn.enterWithCode({ phone, code: fresh, headers })
  })

  it('of one phone do not open another', async () => {
    const code = await ground.codeFor(phone)
    await assert.rejects(ground.signIn.enterWithCode({ phone: '13900139000', code, headers }), Invalid)
  })

  it('come once a minute per phone, also to ten requests at once, and say when to try again', async () => {
    await ground.pool.query('delete from sign_in.attempt')
    const asked = await Promise.allSettled(Array.from({ length: 10 }, () => ground.signIn.requestCode({ phone, address: elsewhere })))
    assert.equal(asked.filter(one => one.status === 'fulfilled').length, 1)
    for (const one of asked) {
      if (one.status === 'fulfilled') continue
      assert.ok(one.reason instanceof TooOften)
      assert.ok(one.reason.seconds > 55 && one.reason.seconds <= 60, `${one.reason.seconds}`)
    }
  })

  it('come five times an hour per phone', async () => {
    await ground.pool.query('delete from sign_in.attempt')
    for (let time = 0; time < 5; time++) {
      await ground.signIn.requestCode({ phone, address: elsewhere })
      await ground.pool.query(`update sign_in.attempt set at = at - interval '61 seconds'`)
    }
    await assert.rejects(ground.signIn.requestCode({ phone, address: elsewhere }), (error: unknown) =>
      error instanceof TooOften && error.seconds > 3200 && error.seconds < 3600)
  })

  it('come twenty times an hour per network address, whatever the phone', async () => {
    await ground.pool.query('delete from sign_in.attempt')
    for (let n = 0; n < 20; n++) await ground.signIn.requestCode({ phone: `137000000${n + 10}`, address: elsewhere })
    await assert.rejects(ground.signIn.requestCode({ phone: '13600000000', address: elsewhere }), TooOften)
    await ground.signIn.requestCode({ phone: '13600000000', address: '192.0.2.2' })
  })

  it('that could not be sent are void and do not count for the phone', async () => {
    await ground.pool.query('delete from sign_in.attempt')
    const cut = await ground.withSettings({ sendCode: async () => { throw new Error('no line') } })
    await assert.rejects(cut.requestCode({ phone, address: elsewhere }), Refused)
    await ground.signIn.requestCode({ phone, address: elsewhere })
  })

  it('are answered alike for a phone that we know and one that we do not', async () => {
    await ground.signIn.accountFor({ phone })
    const stranger = '13511112222'
    await ground.pool.query('delete from sign_in.attempt')
    await ground.pool.query('delete from sign_in.code')
    const saying = (doing: Promise<unknown>) => doing.then(() => 'done', (error: Problem) => error.reason('zh'))
    const answers = await Promise.all([phone, stranger].map(async who => [
      await saying(ground.signIn.enterWithCode({ phone: who, code: '000000', headers })),
      await saying(ground.signIn.requestCode({ phone: who, address: `address of ${who}` })),
      await saying(ground.signIn.requestCode({ phone: who, address: `address of ${who}` })),
      await saying(ground.signIn.enterWithCode({ phone: who, code: 'abc', headers })),
    ]))
    assert.deepEqual(answers[0], answers[1])
    assert.equal(answers[0]?.[1], 'done')
  })

  it('leave neither phone nor code nor address in the database', async () => {
    const code = await ground.codeFor(phone)
    await ground.signIn.enterWithCode({ phone, code: otherThan(code), headers }).catch(() => undefined)
    const stored = await ground.everythingStored()
    assert.ok(stored.includes('sign_in.code') && stored.includes('sign_in.account'))
    assert.ok(!stored.includes('13800138000'))
    assert.ok(!stored.includes(`"${code}"`) && !stored.includes(elsewhere))
  })
})
