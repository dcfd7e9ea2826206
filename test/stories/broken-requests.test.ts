// Requests that no browser of ours would send: answered with 4xx, never with our bug, and never holding the server up.
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { site, type Site } from '#test/site.ts'

const IDS = [
  '0', '-1', '1e99', '1.5', 'NaN', 'Infinity', '9223372036854775808', '9007199254740993', '٣', '0x10', '%00', '__proto__',
  "1'--", '%20', '1%2F..',
]
const ODD = [
  '%00', 'a%00b', '__proto__', 'constructor', '%ff', '%E0%A4%A', '%', '%2e%2e%2f', '..%2f..%2fetc%2fpasswd', 'x'.repeat(4000),
  '%f0%9f%98%80', '%ed%a0%80',
]
const ELSEWHERE = [
  '//elsewhere.example', '/.//elsewhere.example', '/\\elsewhere.example', '/\t/elsewhere.example',
  'https://elsewhere.example', '/./\\elsewhere.example',
]
const MULTIPART = 'content-type: multipart/form-data; boundary=x'
const ENCODED = 'content-type: application/x-www-form-urlencoded'

let here: Site
before(async () => { here = await site({ headersTimeout: 400, requestTimeout: 800, connectionsCheckingInterval: 100 }) })
after(() => here.close())

const status = async (path: string, init: RequestInit = {}) =>
  (await fetch(here.address + path, { redirect: 'manual', ...init, headers: { origin: here.address, ...init.headers } })).status

/** Sends these bytes as they are; answers the first line of what came back, '' when the connection was closed without a word. */
async function raw(...pieces: string[]): Promise<string> {
  return (await talk(pieces, '\r\n')).split('\r\n')[0] ?? ''
}

/** Sends these bytes and listens until this was heard, or the other side hangs up. */
async function talk(pieces: readonly string[], enough: string): Promise<string> {
  const socket = connect(here.port, '127.0.0.1')
  for (const piece of pieces) socket.write(piece)
  return new Promise(resolve => {
    let heard = ''
    socket.on('data', bytes => {
      heard += bytes.toString('latin1')
      if (heard.includes(enough)) socket.end()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard))
    socket.setTimeout(3000, () => socket.destroy())
  })
}

const head = (line: string, ...more: string[]) => [line, `host: localhost:${here.port}`, ...more, '', ''].join('\r\n')
const code = (line: string) => Number(line.split(' ')[1])

async function all4xx(paths: readonly string[], init?: RequestInit): Promise<void> {
  for (const path of paths) {
    const got = await status(path, init)
    assert.ok(got >= 400 && got < 500, `${path.slice(0, 80)}: ${got}`)
  }
}

describe('an address', () => {
  test('with an id that is none leads nowhere', async () => {
    await all4xx(IDS.flatMap(id => ['places', 'matters'].map(of => `/shicheng/${of}/${id}`)))
    await all4xx(IDS.map(id => `/shicheng/matters/${id}/receipt?code=x`))
    await all4xx(IDS.map(id => `/shicheng/matters/${id}/photos/${'a'.repeat(64)}`))
    await all4xx(IDS.filter(id => id !== '0x10').map(id => `/api/matters.show?community=shicheng&id=${id}`))
    await all4xx(IDS.flatMap(id => ['follow', 'withdraw'].map(verb => `/shicheng/matters/${id}/${verb}`)),
      { method: 'POST', body: new URLSearchParams({ requestKey: 'x' }) })
  })

  test('that is odd in any of its parts leads nowhere', async () => {
    await all4xx(ODD.flatMap(odd => [`/${odd}`, `/${odd}/board`, `/q/${odd}`, `/shicheng/${odd}`, `/static/${odd}`, `/api/${odd}`,
      `/shicheng/live?about=${odd}`, `/${odd}/live?about=matters/`, `/api/matters.board?community=${odd}`]))
    await all4xx(['//', '///', '//[', '//elsewhere.example/', '/%5c%5celsewhere.example', '/..;/', '/.git/config', '/shicheng//board'])
  })

  test('of the board with an odd query shows the board', async () => {
    for (const name of ['estate', 'building', 'place', 'step', 'words', 'lang', '__proto__']) {
      for (const odd of [...ODD, ...IDS, 'toString', 'hasOwnProperty']) {
        assert.equal(await status(`/shicheng/board?${name}=${odd}`), 200, `${name}=${odd.slice(0, 60)}`)
      }
    }
    assert.equal(await status(`/shicheng/board?words=${encodeURIComponent('电梯'.repeat(900))}`), 200)
  })

  test('never sends the reader to another site', async () => {
    for (const path of ELSEWHERE) {
      const body = new URLSearchParams({ look: 'elder.1.auto', here: path })
      const answer = await fetch(`${here.address}/look`, { method: 'POST', redirect: 'manual', headers: { origin: here.address }, body })
      const to = new URL(answer.headers.get('location') ?? '', here.address)
      assert.equal(to.origin, here.address, path)
    }
  })
})

describe('a body', () => {
  const raise = '/shicheng/raise'
  const api = '/api/matters.raise?community=shicheng'
  const json = { 'content-type': 'application/json' }

  test('of the wrong kind is refused with 415', async () => {
    for (const type of ['application/json', 'text/xml', 'application/octet-stream', 'image/png']) {
      assert.equal(await status(raise, { method: 'POST', body: '{}', headers: { 'content-type': type } }), 415, type)
    }
    for (const type of ['text/plain', 'application/xml', 'application/jsonx']) {
      assert.equal(await status(api, { method: 'POST', body: '{}', headers: { 'content-type': type } }), 415, type)
    }
  })

  test('that is broken is refused with 4xx', async () => {
    const part = '--x\r\ncontent-disposition: form-data'
    const broken = ['', 'x', '--x', '--x\r\n\r\n', `${part}\r\n\r\nabc\r\n--x--`, `${part}; name="text"\r\n\r\nabc`]
    for (const body of broken) {
      for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data', 'multipart/form-data; boundary=']) {
        const got = await status(raise, { method: 'POST', body, headers: { 'content-type': type } })
        assert.ok(got >= 400 && got < 500, `${type} ${JSON.stringify(body)}: ${got}`)
      }
    }
    for (const body of ['%', 'a=%ff%fe', '__proto__=1&constructor=2', '&&&==', 'place=1&place=2&text=a&text=b', '\ud800']) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=nonsense' }
      const got = await status(raise, { method: 'POST', body, headers })
      assert.ok(got >= 400 && got < 500, `${body}: ${got}`)
    }
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    const odd = [
      '', '{', 'null', '1', '"a"', '[]', '{"place":{"toString":1}}', '{"place":1e999}', '{"__proto__":{"place":1}}', nested(100_000),
      `{"place":${nested(50_000)}}`, '{"text":"\\ud800abcd","kind":"other","place":1}', '{"text":"a\\u0000bcde","kind":"other","place":1}',
    ]
    for (const body of odd) {
      const got = await status(api, { method: 'POST', body, headers: json })
      assert.ok(got >= 400 && got < 500, `${body.slice(0, 80)}: ${got}`)
    }
  })

  test('that is too large is refused with 413', async () => {
    const text = 'x'.repeat(2 * 1024 * 1024)
    assert.equal(await status(raise, { method: 'POST', body: new URLSearchParams({ text }) }), 413)
    const form = new FormData()
    form.set('text', text)
    assert.equal(await status(raise, { method: 'POST', body: form }), 413)
    assert.equal(await status(api, { method: 'POST', body: JSON.stringify({ text }), headers: json }), 413)
    const unmeasured = new Blob([text]).stream()
    assert.equal(await status(api, { method: 'POST', body: unmeasured, headers: json, duplex: 'half' } as RequestInit), 413)
  })

  test('that claims to be enormous is refused before it is sent', async () => {
    const line = await raw(head(`POST ${raise} HTTP/1.1`, `origin: ${here.address}`, MULTIPART, 'content-length: 5000000000'))
    assert.equal(code(line), 413)
  })

  test('from another site is refused with 403', async () => {
    for (const origin of ['https://elsewhere.example', 'null', '']) {
      const line = await raw(head(`POST ${raise} HTTP/1.1`, `origin: ${origin}`, ENCODED, 'content-length: 6'), 'text=x')
      assert.equal(code(line), 403, origin)
    }
  })
})

describe('a request', () => {
  test('whose head or body dawdles is closed with 408', async () => {
    assert.equal(code(await raw('GET / HTTP/1.1\r\nhost: x\r\n')), 408)
    const dawdling = head('POST /shicheng/raise HTTP/1.1', `origin: ${here.address}`, MULTIPART, 'content-length: 1000')
    assert.equal(code(await raw(dawdling, '--x\r\n')), 408)
  })

  test('with huge headers, an odd method, host or target is refused', async () => {
    assert.equal(code(await raw(head('GET / HTTP/1.1', `x: ${'x'.repeat(40_000)}`))), 431)
    for (const method of ['BREW', 'get', 'G@T']) assert.equal(code(await raw(head(`${method} / HTTP/1.1`))), 400, method)
    for (const method of ['PUT', 'DELETE', 'PATCH', 'PROPFIND', 'TRACE', 'OPTIONS']) {
      const got = code(await raw(head(`${method} /shicheng/board HTTP/1.1`)))
      assert.ok(got >= 400 && got < 500, `${method}: ${got}`)
    }
    for (const target of ['*', 'http://elsewhere.example/', '/\x00', '/a b', '//', 'x', 'http://', '/%']) {
      const line = await raw(head(`GET ${target} HTTP/1.1`))
      assert.ok(line === '' || code(line) < 500, `${target}: ${line}`)
    }
    for (const host of ['a b', '[', 'x'.repeat(3000), '..', 'a/../b', '\xff']) {
      const line = await raw(`GET /shicheng HTTP/1.1\r\nhost: ${host}\r\n\r\n`)
      assert.ok(line === '' || code(line) < 500, `${host}: ${line}`)
    }
  })

  test('with odd cookies, languages and keys is answered as if they were not there', async () => {
    for (const odd of ['%', '%00', 'x'.repeat(3000), '"', 'a.b.c', '__proto__', '{"a":']) {
      const cookie = `look=${odd}; lang=${odd}; as_1=${odd}; better-auth.session_token=${odd}`
      assert.equal(await status('/shicheng', { headers: { cookie, 'accept-language': odd } }), 200, odd)
      const authorization = await status('/api/matters.board?community=shicheng', { headers: { authorization: `Bearer ${odd}` } })
      assert.ok(authorization >= 400 && authorization < 500, odd)
    }
    const key = { 'idempotency-key': 'not-a-uuid', 'content-type': 'application/json' }
    assert.equal(await status('/api/matters.raise?community=shicheng', { method: 'POST', body: '{}', headers: key }), 400)
  })

  test('for the head alone of a live page does not hold the connection', async () => {
    const heard = await talk([head('HEAD /shicheng/live?about=matters/ HTTP/1.1'), head('GET /healthz HTTP/1.1')], '\r\n\r\nok')
    assert.match(heard, /^HTTP\/1\.1 200 .*\r\n\r\nok$/s)
  })

  test('after all this still finds the board', async () => assert.equal(await status('/shicheng/board'), 200))
})
