// What is served as a file: what people sent us cannot run, and nothing is served that was not meant to be.
import assert from 'node:assert/strict'
import { request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { createApp } from '../../src/app.ts'
import { drain, listen, serve } from '../../src/server.ts'
import { neighbourhood, type Neighbourhood } from './ground.ts'

let here: Neighbourhood
let app: Hono
let server: Server
before(async () => {
  here = await neighbourhood()
  app = createApp(here.house)
  server = await listen({ host: '127.0.0.1', port: 0 })
  serve(server, here.house)
})
after(async () => {
  here.house.means.bell.hush()
  await drain(server)
  await here.close()
})

const open = (path: string, column: 'out' | 'sec' | 'own' = 'sec') =>
  app.request(`http://localhost${path}`, { headers: here.cookies[column] ? { cookie: here.cookies[column] } : {} })

describe('a photo that somebody sent', () => {
  test('is a picture and nothing else: not guessed at, without an origin, with nothing allowed', async () => {
    const { fresh, photo } = here.spots.own
    const { headers, status } = await open(`/shicheng/matters/${fresh}/photos/${photo}`, 'out')
    assert.equal(status, 200)
    assert.equal(headers.get('content-type'), 'image/jpeg')
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.match(headers.get('content-disposition') ?? '', /^inline; filename="\d+\.jpg"$/u)
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/u)
    assert.doesNotMatch(headers.get('content-security-policy') ?? '', /allow-/u)
  })

  test('from inside a home stays in no cache, not even the reader’s own', async () => {
    const { atHome, photoAtHome } = here.spots.own
    const { headers, status } = await open(`/shicheng/matters/${atHome}/photos/${photoAtHome}`, 'sec')
    assert.deepEqual([status, headers.get('cache-control')], [200, 'no-store'])
  })

  test('is found under its own matter only', async () => {
    const { fresh, photoAtHome, atHome } = here.spots.own
    assert.equal((await open(`/shicheng/matters/${fresh}/photos/${photoAtHome}`)).status, 404)
    assert.equal((await open(`/shicheng/matters/${here.spots.other.fresh}/photos/${photoAtHome}`)).status, 404)
    assert.equal((await open(`/chating/matters/${atHome}/photos/${photoAtHome}`)).status, 404)
  })
})

test('whatever is there to be kept is saved, not shown in the place of a page', async () => {
  for (const path of ['/shicheng/roster/template', '/shicheng/roster/template?as=csv', '/shicheng/method/source.yaml', '/shicheng/me/data.json',
    `/shicheng/matters/${here.spots.own.closed}/dossier.zip`]) {
    const { headers, status } = await open(path)
    assert.equal(status, 200, path)
    assert.match(headers.get('content-disposition') ?? '', /^attachment;/u, path)
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
  }
})

describe('a path that climbs', () => {
  // As it stands, byte for byte: a browser would tidy it up.
  const raw = (path: string) => new Promise<{ status: number, text: string }>((resolve, reject) => {
    request({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, path }, answer => {
      let text = ''
      answer.setEncoding('utf8').on('data', piece => { text += piece }).on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    }).on('error', reject).end()
  })

  test('finds nothing outside what is served', async () => {
    const up = ['..', '%2e%2e', '%2E.', '..%2f..', '..%5c..', '....//', '..;', '%252e%252e', '..%00', '%c0%ae%c0%ae', '..%2f..%2f..%2f..%2f..%2fetc%2fpasswd']
    const froms = ['/static', '/shicheng/matters/1/photos', '/shicheng', '', '/api']
    const targets = ['package.json', 'master.key', 'src/config.ts', 'etc/passwd', '.git/config']
    for (const from of froms) {
      for (const climb of up) {
        for (const target of targets) {
          for (const path of [`${from}/${climb}/${target}`, `${from}/${climb}/${climb}/${climb}/${target}`]) {
            const { status, text } = await raw(path)
            assert.ok(status >= 300 && status < 500, `${path}: ${status}`)
            assert.doesNotMatch(text, /"license"|root:x:|\[core\]|readConfig/u, path)
          }
        }
      }
    }
  })
})
