// The manners of the door for programs: how often, the same again, still the same, from where.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { openLimits } from '#kit/limits.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { raiseMatter } from '#modules/matters/public.ts'
import { actorOf, hashOfToken, issueToken, newToken, passerBy, type Actor } from '#modules/people/public.ts'
import { createApp } from '../../src/app.ts'
import { closeAll, openHouse, type Closing } from '../../src/start.ts'
import { testHouse, type TestHouse } from '#test/database.ts'

const RATES = { reads: { times: 20, seconds: 60 }, writes: { times: 6, seconds: 60 } }
const BOARD = '/api/matters.board?community=shicheng'
const PHONE = '138 0000 0001'

let here: TestHouse
let app: Hono
/** Another process on the same database: limits of its own connections, its own memory. */
let other: Hono
let secretary: Actor
let cookie = ''
const closing: Closing = []

before(async () => {
  here = await testHouse({ apiRates: RATES })
  app = createApp(here.house)
  const limits = openLimits(here.settings, here.house.means.secrets)
  closing.push(() => limits.close())
  other = createApp({ ...here.house, limits })
  const founded = await here.act(foundCommunity, passerBy(1), {
    name: '石埕社区', street: '榕城街道', slug: 'shicheng', method: '163', secretaryName: '苏文清', secretaryPhone: PHONE,
  })
  await here.owner.query(`insert into place (community_id, kind, name, label, code) values (1, 'estate', '榕荫里', '榕荫里', 'LIFT')`)
  secretary = await here.house.database.look(1, db => actorOf(db, Number(founded.secretary), '2026-11-20'))
  const account = await here.house.signIn.accountFor({ phone: PHONE })
  await here.owner.query('update membership set account_id = $1 where person_id = $2', [account, secretary.personId])
  cookie = (await here.house.signIn.openSession(account)).map(line => line.split(';')[0]).join('; ')
})
after(async () => {
  await closeAll(closing)
  await here.close()
})

const rested = () => { here.time.now = here.time.now.add({ minutes: 2 }) }
const RAISING = { place: 1, kind: 'broken', text: '三号电梯异响，升到五楼就嘎嘎响' }

async function keyHeaders(): Promise<Record<string, string>> {
  const key = newToken()
  await here.act(issueToken, secretary, { name: randomUUID(), tokenHash: hashOfToken(key) })
  return { authorization: `Bearer ${key}` }
}

const get = (path: string, headers: Record<string, string> = {}, at = app) => at.request(`http://localhost${path}`, { headers })
const raise = (headers: Record<string, string>, body: unknown = RAISING, at = app) => at.request('http://localhost/api/matters.raise?community=shicheng', {
  method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body),
})

/** "reads";r=19;t=3 as numbers. */
function left(answer: Response): { of: string, r: number, t: number } {
  const [, of = '', r, t] = /^"(reads|writes)";r=(\d+);t=(\d+)$/.exec(answer.headers.get('ratelimit') ?? '') ?? assert.fail(String(answer.headers.get('ratelimit')))
  return { of, r: Number(r), t: Number(t) }
}

describe('a program that comes too often', () => {
  test('is told beforehand what it may, then kindly how long to wait, and is let in again when it has waited', async () => {
    const headers = await keyHeaders()
    const first = await get(BOARD, headers)
    assert.equal(first.headers.get('ratelimit-policy'), '"reads";q=20;w=60, "writes";q=6;w=60')
    assert.deepEqual(left(first), { of: 'reads', r: 19, t: 3 })
    for (let i = 1; i < 20; i++) assert.equal((await get(BOARD, headers)).status, 200)
    const refused = await get(BOARD, headers)
    assert.equal(refused.status, 429)
    assert.equal(refused.headers.get('retry-after'), '3')
    assert.deepEqual(left(refused), { of: 'reads', r: 0, t: 3 })
    const problem = await refused.json() as { type: string, detail: string, status: number }
    assert.equal(problem.type, 'http://localhost/problems/too-often')
    assert.match(problem.detail, /3/)
    here.time.now = here.time.now.add({ seconds: 3 })
    assert.equal((await get(BOARD, headers)).status, 200)
  })

  test('may still act when it has looked too often, and the other way round', async () => {
    const headers = await keyHeaders()
    for (let i = 0; i < 6; i++) assert.equal((await raise(headers)).status, 201)
    const refused = await raise(headers)
    assert.equal(refused.status, 429)
    assert.equal(left(refused).of, 'writes')
    assert.equal((await get(BOARD, headers)).status, 200)
  })

  test('takes nothing away from another key, from its person’s own pages, or from others at its address', async () => {
    rested()
    const [first, second] = [await keyHeaders(), await keyHeaders()]
    for (let i = 0; i < 21; i++) await get(BOARD, first)
    assert.equal((await get(BOARD, first)).status, 429)
    assert.equal((await get(BOARD, second)).status, 200)
    assert.equal((await get(BOARD, { cookie })).status, 200)
    assert.equal((await get(BOARD)).status, 200)
    assert.equal((await get('/shicheng/board', first)).status, 200)
  })

  test('finds no second allowance at another process', async () => {
    const headers = await keyHeaders()
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => get(BOARD, headers, i % 2 ? other : app)))
    const let_in = answers.filter(answer => answer.status === 200).length
    assert.ok(let_in <= 20 && let_in >= 18, `${let_in} of 20`)
  })

  test('cannot guess keys without being counted', async () => {
    rested()
    const tries = await Promise.all(Array.from({ length: 25 }, () => get(BOARD, { authorization: `Bearer ${newToken()}` })))
    assert.equal(tries.filter(answer => answer.status === 401).length, 20)
    assert.equal(tries.filter(answer => answer.status === 429).length, 5)
  })

  test('is told the same on every answer, also when there was nothing, or it was wrong', async () => {
    rested()
    for (const path of ['/api/nothing', '/api/matters.show?community=shicheng&id=99', '/api/matters.board?community=nowhere', '/api/a/b']) {
      const answer = await get(path)
      assert.ok(answer.status >= 400 && answer.status < 500, path)
      assert.equal(left(answer).of, 'reads', path)
      assert.equal(answer.headers.get('access-control-allow-origin'), '*', path)
    }
    assert.equal(left(await raise({ 'content-type': 'text/plain' })).of, 'writes')
  })
})

describe('a program that sends again', () => {
  const matters = async () => Number((await here.owner.query('select count(*) as n from matter')).rows[0].n)

  test('gets the first answer, and nothing is done twice, also when it did not wait for the first', async () => {
    rested()
    const headers = { ...await keyHeaders(), 'idempotency-key': randomUUID() }
    const before = await matters()
    const answers = await Promise.all([raise(headers), raise(headers, RAISING, other), raise(headers)])
    const bodies = await Promise.all(answers.map(answer => answer.text()))
    assert.deepEqual(answers.map(answer => answer.status), [201, 201, 201])
    assert.equal(new Set(bodies).size, 1)
    assert.equal(await matters(), before + 1)
  })

  test('something else under the same key is told so, and nothing is done', async () => {
    rested()
    const headers = { ...await keyHeaders(), 'idempotency-key': randomUUID() }
    assert.equal((await raise(headers)).status, 201)
    const before = await matters()
    const reused = await raise(headers, { ...RAISING, text: '四号电梯也响' })
    assert.equal(reused.status, 409)
    assert.equal((await reused.json() as { type: string }).type, 'http://localhost/problems/conflict')
    assert.equal(await matters(), before)
  })

  test('what the answer was, even when the house was closed in between and the act could not be done any more', async () => {
    rested()
    const headers = { ...await keyHeaders(), 'idempotency-key': randomUUID() }
    const first = await (await raise(headers)).text()
    const afterwards: Closing = []
    const config = { dataFolder: here.folder, filesFolder: `${here.folder}/files`, proxies: 0, apiRates: RATES }
    const house = await openHouse({ config, settings: here.settings, publicUrl: 'http://localhost', clock: () => here.time.now }, afterwards)
    await here.owner.query(`update place set code = 'GONE' where id = 1`)
    const again = await raise(headers, RAISING, createApp(house))
    assert.equal(await again.text(), first)
    await closeAll(afterwards)
  })

  test('somebody else’s key for it is told nothing of the first answer', async () => {
    rested()
    const key = { 'idempotency-key': randomUUID() }
    assert.equal((await raise({ ...await keyHeaders(), ...key })).status, 201)
    const stranger = await raise(key)
    assert.equal(stranger.status, 409)
    assert.doesNotMatch(await stranger.text(), /receipt/)
  })

  test('stores of what was sent only a few keyed characters', async () => {
    const { rows } = await here.owner.query('select request_print from journal where request_print is not null')
    assert.ok(rows.length > 0)
    for (const row of rows) assert.match(row.request_print, /^[0-9a-f]{8}$/)
  })
})

describe('a program that asks again', () => {
  test('is answered 304 until something has changed, on every process', async () => {
    rested()
    const headers = await keyHeaders()
    const first = await get(BOARD, headers)
    const tag = first.headers.get('etag') ?? ''
    assert.match(tag, /^W\/"[\w-]{22}"$/)
    assert.equal(first.headers.get('cache-control'), 'private, no-cache')
    const same = await get(BOARD, { ...headers, 'if-none-match': tag }, other)
    assert.equal(same.status, 304)
    assert.equal(await same.text(), '')
    assert.equal(same.headers.get('etag'), tag)
    for (const given of [`"x", ${tag}`, tag.slice(2), '*']) assert.equal((await get(BOARD, { ...headers, 'if-none-match': given })).status, 304, given)
    await here.act(raiseMatter, secretary, RAISING)
    const changed = await get(BOARD, { ...headers, 'if-none-match': tag })
    assert.equal(changed.status, 200)
    assert.notEqual(changed.headers.get('etag'), tag)
  })
})

describe('a page of another site', () => {
  const elsewhere = 'https://elsewhere.example'
  const signedIn = (headers: Record<string, string>) => ({ cookie, 'content-type': 'application/json', ...headers })

  test('may call with a key, and asks first as browsers do', async () => {
    rested()
    const asked = await app.request('http://localhost/api/matters.raise', {
      method: 'OPTIONS', headers: { origin: elsewhere, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' },
    })
    assert.equal(asked.status, 204)
    assert.equal(asked.headers.get('access-control-allow-origin'), '*')
    assert.equal(asked.headers.get('access-control-allow-credentials'), null, 'or browsers would send cookies along')
    assert.match(asked.headers.get('access-control-allow-headers') ?? '', /authorization/)
    const raised = await raise({ ...await keyHeaders(), origin: elsewhere })
    assert.equal(raised.status, 201)
    assert.match(raised.headers.get('access-control-expose-headers') ?? '', /ratelimit/)
  })

  test('cannot use the cookie of whoever looks at it, neither with a form nor with a script', async () => {
    rested()
    assert.equal((await raise({ cookie })).status, 201)
    const tries: Record<string, string>[] = [{ origin: elsewhere }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]
    for (const headers of tries) assert.equal((await raise(signedIn(headers))).status, 403, JSON.stringify(headers))
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      rested()
      assert.equal((await raise({ cookie, 'content-type': type })).status, 415, type)
    }
    rested()
    assert.equal((await raise(signedIn({ origin: 'http://localhost' }))).status, 201)
  })
})

test('every kind of problem leads to a page that says what to do', async () => {
  rested()
  const seen = new Set<string>()
  for (const answer of [await get('/api/nothing'), await raise({}, '{'), await raise({ 'content-type': 'a/b' }), await raise({}, {}), await get(BOARD, { authorization: 'Bearer x' })]) {
    const { type, instance } = await answer.json() as { type: string, instance: string }
    assert.match(instance, /^urn:uuid:[0-9a-f-]{36}$/)
    const page = await app.request(type)
    assert.equal(page.status, 200, type)
    seen.add(type)
  }
  assert.ok(seen.size >= 4)
  assert.equal((await app.request('http://localhost/problems/none')).status, 404)
})
