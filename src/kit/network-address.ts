// The network address that a request comes from: for limits, never stored in clear.
import { isIPv6 } from 'node:net'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/** The caller's address. Each proxy in front appends whom it saw to X-Forwarded-For, so only the last `proxies` entries are believed. */
export function networkAddress(c: Context, proxies: number): string {
  const env: Partial<HttpBindings> | undefined = c.env
  const socket = env?.incoming?.socket.remoteAddress ?? 'unknown'
  const passed = (c.req.header('x-forwarded-for') ?? '').split(',').map(one => one.trim()).filter(one => one !== '')
  return network(proxies > 0 ? passed.at(-proxies) ?? passed[0] ?? socket : socket)
}

// One household holds 2^64 addresses of IPv6: its limit counts for the /64.
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/u, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.replace(/%.*$/u, '').split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : 8 - groups.length - after.length
  const all = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...after]
  return all.slice(0, 4).map(group => Number.parseInt(group, 16).toString(16)).join(':')
}
