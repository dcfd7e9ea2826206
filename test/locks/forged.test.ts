// What another site, a borrowed cookie or a crooked address could make this one do.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { createApp } from '../../src/app.ts'
import { PAGES } from './addresses.ts'
import { tried } from './dry.ts'
import { NO_FORMS } from './elsewhere.ts'
import { FORMS } from './forms.ts'
import { neighbourhood, type Neighbourhood } from './ground.ts'
import { SAMPLES } from './samples.ts'
import { attempt, dryApp, each, trial } from './trying.ts'

const OWN = 'http://localhost'
const OTHER = 'https://elsewhere.example'
/** Every way in which people have written an address of another site so that it looks like one of this site. */
const LEADING_AWAY = [
  '//elsewhere.example', '///elsewhere.example', '/\\elsewhere.example', '\\\\elsewhere.example', '/\t/elsewhere.example', '/\n/elsewhere.example',
  '/.//elsewhere.example', '/..//elsewhere.example', '/%2e/%2felsewhere.example', '/%09/elsewhere.example', '/%5celsewhere.example', '//elsewhere.example@localhost/',
  'https://elsewhere.example', 'https:elsewhere.example', 'HTTPS://elsewhere.example', 'javascript:alert(1)', 'data:text/html,x', ' //elsewhere.example',
  '/shicheng/..//elsewhere.example', '//localhost@elsewhere.example', '/\u2028/elsewhere.example', '／／elsewhere.example', '/?next=//elsewhere.example',
]

let here: Neighbourhood
let app: Hono
before(async () => {
  here = await neighbourhood()
  app = dryApp(here)
})
after(() => here?.close())

describe('a form of another site', () => {
  const ORIGINS: readonly Record<string, string>[] = [
    { origin: OTHER }, { origin: 'null' }, { origin: '' }, {}, { origin: `${OWN}.elsewhere.example` }, { origin: `${OWN}:8080` }, { origin: 'https://localhost' },
    { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { referer: `${OWN}/shicheng` },
  ]
  const send = (path: string, headers: Record<string, string>, body: RequestInit['body']) =>
    tried(() => app.request(OWN + path, { method: 'POST', body, headers: { cookie: here.cookies.sec, ...headers } }))

  test('is sent back unread, at every address that takes one, whatever it says of where it comes from', async () => {
    const done: string[] = []
    await each(Object.entries(FORMS), async ([name, { path, fields }]) => {
      const at = trial(here, 'sec', 'own')
      for (const headers of ORIGINS) {
        const { answer, letIn } = await send(path(at), headers, new URLSearchParams(fields(at)))
        if (answer.status !== 403 || letIn.length > 0) done.push(`${name} ${JSON.stringify(headers)}: ${answer.status}`)
      }
    })
    assert.deepEqual(done, [])
  })

  test('is sent back in every guise in which a browser sends one without asking first', async () => {
    const form = new FormData()
    form.set('note', '我来了')
    for (const body of [form, 'note=x', new Blob(['note=x'], { type: 'text/plain' }), new Blob(['note=x']), new URLSearchParams({ note: 'x' })]) {
      const { answer, letIn } = await send(`/shicheng/matters/${here.spots.own.fresh}/accept`, { origin: OTHER }, body)
      assert.ok([403, 415].includes(answer.status) && letIn.length === 0, String(answer.status))
    }
  })

  test('ends no session, chooses no look, sends no code and signs nobody in', async () => {
    for (const path of Object.keys(NO_FORMS).filter(path => !path.includes(':') && !path.startsWith('/open311'))) {
      for (const headers of [{ origin: OTHER }, {}] as Record<string, string>[]) {
        const { answer } = await send(path, headers, new URLSearchParams({ phone: '13800000001', next: '/' }))
        assert.equal(answer.status, 403, path)
        assert.equal(answer.headers.get('set-cookie'), null, path)
      }
    }
    assert.equal((await attempt(app, here.cookies.sec, { path: '/shicheng/queue' })).status, 200)
  })

  test('from our own page, without a script, is taken', async () => {
    const { acts } = await attempt(app, here.cookies.sec, { path: `/shicheng/matters/${here.spots.own.fresh}/accept`, form: {} })
    assert.deepEqual(acts, ['matters.accept'])
  })
})

describe('a page of another site that calls the API', () => {
  const call = (headers: Record<string, string>, body: RequestInit['body']) => tried(() =>
    app.request(`${OWN}/api/matters.accept?community=shicheng`, { method: 'POST', body, headers: { cookie: here.cookies.sec, ...headers } }))
  const json = () => JSON.stringify(SAMPLES['matters.accept']?.(trial(here, 'sec', 'own')))

  test('is not served by the cookie of whoever looks at it', async () => {
    for (const headers of [{ origin: OTHER }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }] as Record<string, string>[]) {
      const { answer, letIn } = await call({ ...headers, 'content-type': 'application/json' }, json())
      assert.deepEqual([answer.status, letIn], [403, []], JSON.stringify(headers))
    }
  })

  test('cannot send what a browser sends without asking first', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      const { answer, letIn } = await call({ origin: OWN, ...type && { 'content-type': type } }, json())
      assert.deepEqual([answer.status, letIn], [415, []], type)
    }
  })

  test('is never allowed to bring a cookie', async () => {
    const asked = await app.request(`${OWN}/api/matters.accept`, { method: 'OPTIONS', headers: {
      origin: OTHER, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type',
    } })
    const looked = await app.request(`${OWN}/api/people.held?community=shicheng`, { headers: { origin: OTHER, cookie: here.cookies.sec } })
    for (const answer of [asked, looked]) assert.equal(answer.headers.get('access-control-allow-credentials'), null)
    assert.notEqual(looked.status, 200)
  })

  test('learns no more at the door of Open311 than anybody: it knows nobody by a cookie', async () => {
    for (const path of [`requests/${here.spots.own.atHome}.json`, `requests/${here.spots.own.fresh}.json`, 'requests.json', 'services.json']) {
      const [known, unknown] = await Promise.all([here.cookies.sec, ''].map(async cookie => {
        const answer = await app.request(`${OWN}/open311/v2/${path}?jurisdiction_id=shicheng`, { headers: { origin: OTHER, ...cookie && { cookie } } })
        return { status: answer.status, text: await answer.text() }
      }))
      assert.deepEqual(known, unknown, path)
    }
  })

  test('cannot read a page of ours at all', async () => {
    const answer = await app.request(`${OWN}/shicheng/me/data`, { headers: { origin: OTHER, cookie: here.cookies.sec } })
    assert.equal(answer.headers.get('access-control-allow-origin'), null)
  })
})

describe('an address that seems to lead on', () => {
  const isOurs = (to: string) => new URL(to, OWN).origin === OWN

  test('never leads to another site: not after a form', async () => {
    const forms = (to: string): [string, Record<string, string>][] => [
      ['/look', { look: 'elder.1.auto', here: to }], ['/sign-out', { next: to }], ['/shicheng/who', { as: '1', next: to }],
      ['/sign-in', { phone: '1', community: 'shicheng', next: to }], ['/sign-in/code', { phone: '1', code: '1', next: to }],
    ]
    for (const to of LEADING_AWAY) {
      for (const [path, form] of forms(to)) {
        const { location, text } = await attempt(app, path === '/sign-out' ? '' : here.cookies.own, { path, form })
        assert.ok(isOurs(location), `${path} ${to}: ${location}`)
        for (const link of links(text)) assert.ok(isOurs(link), `${path} ${to}: ${link}`)
      }
    }
  })

  test('never leads to another site: not from a page', async () => {
    const NAMES = ['next', 'back', 'here', 'to', 'url', 'return', 'redirect', 'returnTo', 'community', 'code', 'draft', 'lang']
    const paths = ['/sign-in', '/sign-in/arrived', '/sign-in/oidc', '/shicheng/who', '/shicheng/join', '/shicheng/me', '/shicheng/raise', '/shicheng', '/']
    for (const to of LEADING_AWAY) {
      const query = new URLSearchParams(NAMES.map(name => [name, to]))
      await each(paths, async path => {
        for (const cookie of [here.cookies.own, '']) {
          const { location, text } = await attempt(app, cookie, { path: `${path}?${query}` })
          assert.ok(isOurs(location), `${path} ${to}: ${location}`)
          for (const link of links(text)) assert.ok(isOurs(link), `${path} ${to}: ${link}`)
        }
      })
    }
  })
})

describe('a request that lies about whom it is sent to', () => {
  test('gets no page that leads there', async () => {
    const found: string[] = []
    await each(Object.entries(PAGES), async ([name, path]) => {
      for (const [column, cookie] of [['out', ''], ['sec', here.cookies.sec]] as const) {
        const answer = await app.request(`http://evil.example${path(trial(here, column, 'own'))}`, { headers: {
          ...cookie && { cookie }, host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher', forwarded: 'host=evil.example',
        } })
        if (`${answer.headers.get('location')} ${answer.headers.get('set-cookie')} ${await answer.text()}`.includes('evil.example')) found.push(`${name} as ${column}`)
      }
    })
    assert.deepEqual(found, [])
  })

  test('is shown nothing that was kept for others, and leaves nothing for them', async () => {
    const fresh = createApp(here.house)
    await (await fresh.request('http://evil.example/shicheng/board')).text()
    assert.doesNotMatch(await (await fresh.request(`${OWN}/shicheng/board`)).text(), /evil\.example/u)
  })

  test('acts by no other method than its own', async () => {
    const path = `/shicheng/matters/${here.spots.own.fresh}/accept`
    for (const name of ['x-http-method-override', 'x-method-override', 'x-http-method']) {
      const { answer, letIn } = await tried(() => app.request(`${OWN}${path}?_method=POST`, { headers: { cookie: here.cookies.sec, origin: OWN, [name]: 'POST' } }))
      assert.deepEqual([answer.status, letIn], [404, []], name)
    }
    for (const method of ['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']) {
      const { letIn } = await tried(() => app.request(OWN + path, { method, headers: { cookie: here.cookies.sec, origin: OWN } }))
      assert.deepEqual(letIn, [], method)
    }
  })
})

// Where a page can lead: its links, its forms, and where its islands go.
function links(text: string): string[] {
  return [...text.matchAll(/\s(?:href|action|formaction|src|data-next)="([^"]*)"/gu)].map(([, to = '']) => to.replaceAll('&amp;', '&'))
    .filter(to => !/^(?:tel|mailto|#|data:image)/u.test(to))
}
