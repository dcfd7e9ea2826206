import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { networkAddress } from './network-address.ts'

async function seen(proxies: number, socket: string, forwarded?: string): Promise<string> {
  const app = new Hono()
  app.get('/', c => c.text(networkAddress(c, proxies)))
  const headers: Record<string, string> = forwarded ? { 'x-forwarded-for': forwarded } : {}
  return (await app.request('/', { headers }, { incoming: { socket: { remoteAddress: socket } } })).text()
}

test('without a proxy nobody can name an address of his own choice', async () => {
  assert.equal(await seen(0, '203.0.113.7', '198.51.100.1'), '203.0.113.7')
})

test('behind one proxy the last entry counts, behind two the last but one', async () => {
  assert.equal(await seen(1, '127.0.0.1', '198.51.100.1, 203.0.113.7'), '203.0.113.7')
  assert.equal(await seen(2, '127.0.0.1', 'made up, 198.51.100.1, 10.0.0.2'), '198.51.100.1')
  assert.equal(await seen(1, '127.0.0.1'), '127.0.0.1')
})

test('a household with a whole network of IPv6 is one address', async () => {
  assert.equal(await seen(0, '2001:db8:0:1::5'), await seen(0, '2001:db8::1:aaaa:bbbb:cccc:dddd'))
  assert.notEqual(await seen(0, '2001:db8:0:1::5'), await seen(0, '2001:db8:0:2::5'))
  assert.equal(await seen(0, '::ffff:203.0.113.7'), '203.0.113.7')
})
