import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ofStatus } from './outcome.ts'
import { mayReach, post } from './post.ts'
import { dingtalkSign, feishuSign } from './robots.ts'

const closed = { loopback: false }
const open = { loopback: true }

test('what a secretary gives as an address reaches the open net only, and only with TLS', () => {
  for (const address of ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', 'https://8.8.8.8/x', 'https://[2400:3200::1]/x']) {
    assert.equal(mayReach(address, closed), true, address)
  }
  const inside = [
    'http://qyapi.weixin.qq.com/', 'https://localhost/', 'https://postgres/', 'https://127.0.0.1/', 'https://10.1.2.3/',
      'https://192.168.1.1/', 'https://172.16.0.1/',
    'https://169.254.169.254/latest/', 'https://100.64.0.1/', 'https://0.0.0.0/', 'https://[::1]/', 'https://[fd00::1]/',
      'https://[fe80::1]/', 'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:10.0.0.1]/', 'https://[64:ff9b::a00:1]/', 'https://2130706433/', 'https://0x7f.1/',
      'https://name:password@example.cn/', 'ftp://example.cn/', 'file:///etc/passwd', '', 'x',
  ]
  for (const address of inside) assert.equal(mayReach(address, closed), false, address)
  assert.equal(mayReach('http://127.0.0.1:9/x', open), true)
  assert.equal(mayReach('http://10.0.0.1/x', open), false)
  assert.equal(mayReach('http://localhost/x', open), false)
})

test('a name that points into the machine’s own network is found out when it is connected to', async () => {
  assert.deepEqual(await post('https://localhost.localdomain./x', closed, { headers: {},
    body: '' }).then(({ how }) => how !== 'delivered'), true)
  assert.deepEqual(await post('http://127.0.0.1:1/x', closed, { headers: {}, body: '' }), { how: 'never', why: 'address', text: '' })
})

test('nobody there is tried again', async () => {
  assert.deepEqual(await post('http://127.0.0.1:1/x', open, { headers: {}, body: '' }), { how: 'again', why: 'ECONNREFUSED', text: '' })
})

test('an answer says whether it is worth another try', () => {
  const said = (status: number) => ofStatus(status).how
  assert.deepEqual([200, 204, 302, 400, 403, 404, 410, 408, 429, 500, 503].map(said),
    ['delivered', 'delivered', 'never', 'never', 'never', 'gone', 'gone', 'again', 'again', 'again', 'again'])
})

test('DingTalk and Feishu signatures are what other people’s programs make of the same', () => {
  // Made with openssl dgst -sha256 -hmac.
  assert.equal(dingtalkSign('SECabc', 1_700_000_000_000), 'jcUpW0QmtKduN03n4JqQ0PBosVjqnM8gU7fIIvsDmCM=')
  assert.equal(feishuSign('abc', '1700000000'), 'VIS10b0EBvzzSdFnuk4tznEmK5wHaruvf/WnViv2yR4=')
})
