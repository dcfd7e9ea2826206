// What the house does not say: no secret in its log, nothing of its inside on a page that failed, and of what is private not even that it is there.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { pino } from 'pino'
import { codeFor } from '#test/coming-in.ts'
import { guest } from '#test/guest.ts'
import { createApp } from '../../src/app.ts'
import { closeAll, openHouse, type Closing } from '../../src/start.ts'
import { PAGES } from './addresses.ts'
import { FORMS } from './forms.ts'
import { neighbourhood, type Neighbourhood } from './ground.ts'
import { resident, type Column } from './people.ts'
import { SAMPLES } from './samples.ts'
import { attempt, dryApp, each, trial } from './trying.ts'

let asked: string[] = []
let here: Neighbourhood
before(async () => { here = await neighbourhood({ sqlLog: ({ sql }) => void asked.push(sql) }) })
after(() => here?.close())

describe('the log of a whole day', () => {
  const closing: Closing = []
  let written = ''
  let app: Hono
  before(async () => {
    const log = pino({ level: 'trace' }, new Writable({ write: (line, _encoding, done) => { written += String(line); done() } }))
    const config = { dataFolder: here.folder, filesFolder: join(here.folder, 'files'), proxies: 0 }
    app = createApp(await openHouse({ config, settings: here.settings, publicUrl: 'http://localhost', clock: () => here.time.now, log }, closing))
  })
  after(() => closeAll(closing))

  test('holds no code, phone, name, document, cookie or key, also where things went wrong', async () => {
    const { phone } = resident('own')
    const who = guest(app)
    await who.send('/sign-in', { phone, community: 'shicheng' })
    const code = await codeFor(here, phone)
    await who.send('/sign-in/code', { phone, community: 'shicheng', code: '000000' })
    await who.send('/sign-in/code', { phone, community: 'shicheng', code })
    await who.send('/shicheng/me/data', { name: '甄own住' })
    const { path: receipt } = await who.send('/shicheng/raise', { place: String(here.spots.own.entrance), kind: 'broken', text: '机密的灯', phone, sharePhone: '1' })
    const key = 'linju_thisisakeythatnobodyhas'
    for (const bearer of [key, 'x'.repeat(43)]) await app.request('http://localhost/api/people.held', { headers: { authorization: `Bearer ${bearer}` } })
    const everybody: Column[] = ['sec', 'gwo', 'out']
    for (const column of everybody) {
      await each(Object.values(PAGES), async path => void await attempt(app, here.cookies[column], { path: path(trial(here, column, 'own')) }))
    }
    const form = { field: 'phone', purpose: 'matter' }
    await attempt(app, here.cookies.sec, { path: `/shicheng/people/${here.people.own.personId}/number`, form })
    await broken()
    const secrets = [
      code, phone, resident('own').document, resident('own').name, resident('rai').name, '机密的灯', key, receipt.split('code=')[1] ?? '',
      ...who.cookies.values(), ...Object.values(here.cookies).filter(cookie => cookie !== '').map(cookie => cookie.split('=')[1] ?? ''),
    ]
    for (const secret of secrets) assert.ok(secret.length >= 3 && !written.includes(secret), `the log holds ${secret}`)
    assert.match(written, /"reference"/u)
  })

  // A database that is gone for a moment: what it says is for the log alone, and the log hears what was wrong, not what was sent.
  async function broken(): Promise<void> {
    await here.owner.query('alter table matter rename to matter_away')
    try {
      const form = { place: '1', kind: 'broken', text: '机密的灯', phone: resident('own').phone, sharePhone: '1' }
      const answer = await attempt(app, '', { path: '/shicheng/raise', form })
      assert.equal(answer.status, 500)
      await attempt(app, here.cookies.sec, { path: '/api/matters.raise?community=shicheng', json: { place: 1, kind: 'broken', text: '机密的灯' } })
    } finally {
      await here.owner.query('alter table matter_away rename to matter')
    }
  }
})

describe('a page that failed through our own fault', () => {
  test('says sorry and a number, and nothing of the inside', async () => {
    const inside = Object.assign(new Error('column matter.secret of relation "matter" at /srv/linju/src/kit/db.ts'), { code: '42703' })
    const app = createApp({ ...here.house, database: { ...here.house.database, look: () => Promise.reject(inside) } })
    for (const path of ['/shicheng/board', '/shicheng/me', '/api/matters.board?community=shicheng']) {
      const { status, text } = await attempt(app, here.cookies.sec, { path })
      assert.equal(status, 500)
      assert.doesNotMatch(text, /secret|relation|\.ts\b|\/srv|node_modules|42703|at .*:\d+:\d+|Error:/u, path)
    }
  })
})

describe('what is private', () => {
  const STRANGERS: readonly Column[] = ['out', 'ten', 'mic', 'doc', 'for', 'els']
  const parts = (photo: string) => [
    '', ...['receipt', 'acts/ask', 'hand-on', 'tasks', 'costs', 'handlers', 'homes', 'poll', 'plan', 'links', 'reply', 'joiners', 'rate', 'reopen', 'dossier']
      .map(part => `/${part}`), '/dossier.zip', `/photos/${photo}`,
  ]
  const NEVER = 999_999
  /** Asked again every half minute, whoever looks at what. */
  const REMEMBERED = /^select "community"."id"/u

  /** The answer without the number that was asked for, and what the database was asked. */
  async function heard(app: Hono, column: Column, sent: Parameters<typeof attempt>[2], id: number) {
    asked = []
    const { status, location, text, acts } = await attempt(app, here.cookies[column], sent)
    const plain = (words: string) => words.replace(new RegExp(`\\b${id}\\b`, 'gu'), 'N').replace(/"instance":"[^"]*"/u, '').replace(/\?v=\w+/gu, '')
    const statements = asked.filter(sql => !REMEMBERED.test(sql)).map(sql => sql.replace(/\$\d+/gu, '$'))
    return { status, location: plain(location), text: plain(text), acts, statements }
  }

  test('looks to strangers as if it were not there, on every page: same words, same status, same questions to the database', async () => {
    const app = dryApp(here)
    const at = here.spots.own
    for (const column of STRANGERS) {
      for (const part of parts(at.photoAtHome)) {
        for (const id of [at.atHome, at.inside]) {
          const there = await heard(app, column, { path: `/shicheng/matters/${id}${part}` }, id)
          assert.deepEqual(there, await heard(app, column, { path: `/shicheng/matters/${NEVER}${part}` }, NEVER), `${part} as ${column}`)
          assert.equal(there.status, 404)
        }
      }
    }
  })

  test('looks to strangers as if it were not there to every act, from a form and over the API', async () => {
    const app = dryApp(here)
    const idOf = (input: (typeof SAMPLES)[string]) => (input(trial(here, 'sec', 'own')) as { id?: number }).id
    const ofMatter = Object.entries(SAMPLES).filter(([name, input]) => name.startsWith('matters.') && idOf(input) === here.spots.own.fresh)
    assert.ok(ofMatter.length > 25)
    for (const column of STRANGERS) {
      for (const [name, input] of ofMatter) {
        const send = (id: number) => heard(app, column, { path: `/api/${name}?community=shicheng`, json: { ...input(trial(here, column, 'own')), id } }, id)
        const there = await send(here.spots.own.atHome)
        assert.deepEqual(there, await send(NEVER), `${name} as ${column}`)
        assert.ok([403, 404].includes(there.status), `${name} as ${column}: ${there.status}`)
      }
    }
    for (const [name, { path, fields }] of Object.entries(FORMS)) {
      const at = trial(here, 'ten', 'own')
      const from = path(at)
      if (!from.includes(`/matters/${at.at.fresh}/`)) continue
      const send = (id: number) => heard(app, 'ten', { path: from.replace(`/${at.at.fresh}/`, `/${id}/`), form: fields(at) }, id)
      assert.deepEqual(await send(at.at.atHome), await send(NEVER), name)
    }
  })
})
