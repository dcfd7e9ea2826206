import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { after, before, describe, it } from 'node:test'
import type { AddressInfo } from 'node:net'
import { createCodeSender } from './code-sender.ts'
import { type Ground, prepareGround } from '#test/sign-in/ground.ts'

const phone = '+8613800138000'

describe('the sender of codes', () => {
  let ground: Ground
  let gateway: Server
  let gatewayUrl = ''
  let answer = 200
  const received: { authorization: string | undefined, body: string }[] = []
  const lines: string[] = []
  const log = { info: (line: string) => void lines.push(line), warn: (line: string) => void lines.push(line) }

  before(async () => {
    ground = await prepareGround()
    gateway = createServer(async (request, response) => {
      received.push({ authorization: request.headers.authorization, body: (await request.toArray()).join('') })
      response.writeHead(answer, answer === 302 ? { location: '/' } : {}).end()
    })
    await new Promise<void>(listening => gateway.listen(0, '127.0.0.1', listening))
    gatewayUrl = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/sms`
  })
  after(async () => {
    gateway.close()
    await ground.close()
  })

  it('hands phone and text to the gateway, and keeps neither', async () => {
    const sender = createCodeSender({ ...ground, log, gateway: { url: gatewayUrl, token: 'let me in' } })
    await sender.send(phone, '012345', 'zh')
    assert.deepEqual(received.at(-1), {
      authorization: 'Bearer let me in',
      body: JSON.stringify({ phone, text: '【邻聚】验证码 012345，5 分钟内有效。请不要告诉别人。' }),
    })
    assert.deepEqual(await sender.recentCodes(), [])
  })

  it('rejects when the gateway refuses, redirects or is gone, and logs no phone and no code', async () => {
    lines.length = 0
    for (answer of [500, 302, 401]) {
      await assert.rejects(createCodeSender({ ...ground, log, gateway: { url: gatewayUrl } }).send(phone, '012345', 'zh'))
    }
    await assert.rejects(createCodeSender({ ...ground, log, gateway: { url: 'http://127.0.0.1:1/' } }).send(phone, '012345', 'zh'))
    assert.equal(lines.length, 4)
    assert.ok(!lines.join().includes('8000') && !lines.join().includes('012345'))
  })

  it('without a gateway leaves the code for the secretary until it expires, encrypted', async () => {
    lines.length = 0
    const seen: string[] = []
    const sender = createCodeSender({ ...ground, log, terminal: line => void seen.push(line) })
    await sender.send(phone, '654321', 'zh')
    assert.deepEqual(lines, ['a sign-in code waits for 138****8000'])
    assert.deepEqual(seen, ['138****8000: 654321'])
    const [waiting] = await sender.recentCodes()
    assert.deepEqual([waiting?.phone, waiting?.code], [phone, '654321'])
    const stored = await ground.everythingStored()
    assert.ok(!stored.includes('13800138000') && !stored.includes('654321'))
    await ground.pool.query(`update sign_in.outbox set ends_at = now()`)
    assert.deepEqual(await sender.recentCodes(), [])
    await ground.signIn.sweep()
    assert.equal((await ground.pool.query('select from sign_in.outbox')).rowCount, 0)
  })
})
