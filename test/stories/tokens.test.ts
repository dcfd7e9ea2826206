// Keys for programs: made on a page, good for what was ticked and no more, ended at once.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { raiseMatter } from '#modules/matters/public.ts'
import { endPost, hashOfToken, isToken, issueToken, newToken, TOKEN_MODULES, tokensOf } from '#modules/people/public.ts'
import { Invalid, Refused } from '#kit/errors.ts'
import { createApp } from '../../src/app.ts'
import { ACTIONS } from '../../src/api/actions.ts'
import { QUESTIONS } from '../../src/api/questions.ts'
import type { CastKey } from '#test/cast.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, formsIn, visitor } from '#test/visitor.ts'

let here: Village
let app: Hono
before(async () => {
  here = await village()
  app = createApp(here.house)
})
after(() => here.close())

type Somebody = Exclude<CastKey, 'elder'>
const day = (days: number) => here.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days }).toString()

async function keyFor(who: Somebody, wanted: Record<string, unknown> = {}): Promise<string> {
  const key = newToken()
  await here.act(issueToken, here.people[who], { name: randomUUID(), tokenHash: hashOfToken(key), ...wanted })
  return key
}

const call = (key: string, path: string, body?: unknown, headers: Record<string, string> = {}) => app.request(`http://localhost/api/${path}`, {
  headers: { authorization: `Bearer ${key}`, ...headers, ...body !== undefined && { 'content-type': 'application/json' } },
  ...body !== undefined && { method: 'POST', body: JSON.stringify(body) },
})
const raising = (place = here.community.place('榕荫里')) => ({ place, kind: 'broken', text: '单元门关不上了' })

describe('a key', () => {
  test('looks like no other word and carries its own checksum', () => {
    const key = newToken()
    assert.match(key, /^linju_[0-9A-Za-z]{46}$/)
    assert.ok(isToken(key))
    const letter = key[20] === 'x' ? 'y' : 'x'
    assert.ok(!isToken(key.slice(0, 20) + letter + key.slice(21)))
  })

  test('acts and looks as its person, and only where he may', async () => {
    const key = await keyFor('resident')
    const raised = await call(key, 'matters.raise', raising())
    assert.equal(raised.status, 201)
    const { id } = await raised.json() as { id: number }
    const { rows } = await here.owner.query('select raiser_id from matter where id = $1', [id])
    assert.equal(rows[0].raiser_id, String(here.people.resident.personId))
    assert.equal((await call(key, `matters.show?id=${id}`)).status, 200)
    assert.equal((await call(key, 'matters.accept', { id })).status, 403)
  })

  test('is stored as its hash only, and stands in no journal', async () => {
    const key = await keyFor('resident')
    const { rows } = await here.owner.query('select token_hash from api_token where token_hash = $1', [hashOfToken(key)])
    assert.equal(rows.length, 1)
    const written = await here.owner.query('select 1 from journal where (facts::text || answer::text) like $1 or (facts::text || answer::text) like $2', [`%${key}%`, `%${hashOfToken(key)}%`])
    assert.equal(written.rowCount, 0)
  })

  test('that nobody has, that ran out or that was mistyped is 401 with a challenge, and says which', async () => {
    const short = await keyFor('resident', { until: day(0) })
    assert.equal((await call(short, 'matters.kinds')).status, 200)
    here.time.now = here.time.now.add({ hours: 24 })
    const over = await call(short, 'matters.kinds')
    assert.equal(over.status, 401)
    assert.equal(over.headers.get('www-authenticate'), 'Bearer realm="linju", error="invalid_token"')
    const problem = await over.json() as { type: string, detail: string }
    assert.equal(problem.type, 'http://localhost/problems/unrecognised')
    const typo = await call('linju_nonsense', 'matters.kinds')
    assert.equal(typo.status, 401)
    assert.notEqual((await typo.json() as { detail: string }).detail, problem.detail)
    assert.equal((await call(newToken(), 'matters.raise?community=shicheng', raising())).status, 401, 'not as somebody without an account instead')
  })

  test('of one community says so when it is used for another', async () => {
    const key = await keyFor('resident')
    assert.equal((await call(key, 'matters.kinds?community=shicheng')).status, 200)
    assert.equal((await call(key, 'matters.kinds?community=chating')).status, 404)
  })

  test('never signs in to a page', async () => {
    const key = await keyFor('secretary')
    const page = await app.request('http://localhost/shicheng/me/data', { headers: { authorization: `Bearer ${key}` } })
    assert.equal(page.status, 303)
  })

  test('loses a right together with its person', async () => {
    const key = await keyFor('gridLeader')
    const { id } = await here.act(raiseMatter, here.people.resident, raising())
    assert.equal((await call(key, 'matters.setUrgent', { id, urgent: true })).status, 201)
    const { rows } = await here.owner.query('select id from post where person_id = $1', [here.people.gridLeader.personId])
    for (const post of rows) await here.act(endPost, here.people.secretary, { post: post.id, until: day(0) })
    here.time.now = here.time.now.add({ hours: 24 })
    assert.equal((await call(key, 'matters.setUrgent', { id, urgent: false })).status, 403)
  })
})

describe('what a key is for', () => {
  const act = async (key: string) => (await call(key, 'matters.raise', raising())).status
  const look = async (key: string, name: string) => (await call(key, name)).status

  test('only to look: nothing can be done with it', async () => {
    const key = await keyFor('secretary', { scope: 'read' })
    assert.equal(await look(key, 'matters.kinds'), 200)
    const refused = await call(key, 'matters.raise', raising())
    assert.equal(refused.status, 403)
    assert.equal(refused.headers.get('www-authenticate'), 'Bearer realm="linju", error="insufficient_scope"')
  })

  test('some parts: nothing can be seen or done in the others', async () => {
    const key = await keyFor('secretary', { scope: 'some', modules: ['matters'] })
    assert.equal(await act(key), 201)
    assert.equal(await look(key, 'matters.kinds'), 200)
    assert.equal(await look(key, 'people.posts'), 403)
    assert.equal((await call(key, 'people.giveConsent', {})).status, 403)
  })

  test('everything: still not what only a person may do', async () => {
    const key = await keyFor('secretary')
    const { personId } = here.people.secretary
    for (const [name, input] of [['people.invite', { person: personId }], ['people.eraseMyself', { sure: true }]] as const) {
      const refused = await call(key, name, input)
      assert.equal(refused.status, 403, name)
      assert.match((await refused.json() as { detail: string }).detail, /No key may|钥匙做不了/, name)
    }
    assert.notEqual((await call(key, 'people.issueToken', { name: 'x', tokenHash: 'a'.repeat(64) })).status, 201)
    const cookie = await cookieOf(here, 'secretary')
    const asPerson = await app.request('http://localhost/api/people.invite?community=shicheng', {
      method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify({ person: here.people.tenant.personId }),
    })
    assert.notEqual(asPerson.status, 403)
  })

  test('names every part that programs can reach', () => {
    const parts = new Set([...ACTIONS, ...QUESTIONS].map(one => one.name.split('.')[0] ?? ''))
    assert.deepEqual([...parts].filter(part => !(TOKEN_MODULES as readonly string[]).includes(part)), [], 'add it to TOKEN_MODULES and moduleText')
  })

  test('cannot be said wrongly', async () => {
    for (const wrong of [{ scope: 'some' }, { scope: 'some', modules: ['sign-in'] }, { until: day(-1) }, { until: day(400) }, { scope: 'root' }]) {
      await assert.rejects(keyFor('resident', wrong), Invalid, JSON.stringify(wrong))
    }
  })
})

describe('the page', () => {
  const at = '/shicheng/me/tokens'
  const enter = async (who: Somebody) => visitor(app, await cookieOf(here, who))

  test('makes a key, shows it once, lists what it may do, and ends it at once', async () => {
    const who = await enter('neighbour')
    const form = formsIn((await who.open(at)).text).find(one => one.action === at)
    assert.ok(form?.controls.some(control => control.name === 'scope'))
    const made = await who.send(at, { name: '我的表格', scope: 'some', modules: ['matters', 'bill'], until: day(30) })
    assert.equal(made.status, 200)
    const [key = ''] = /linju_[0-9A-Za-z]{46}/.exec(made.text) ?? []
    assert.equal((await call(key, 'matters.kinds')).status, 200)
    const list = await who.open(at)
    assert.ok(!list.text.includes(key))
    assert.match(list.text, /我的表格.*只管：提的事、幸福账单/s)
    assert.match(list.text, /用过/)
    const [, token = ''] = /name="token" value="(\w+)"/.exec(list.text) ?? []
    assert.equal((await who.send(`${at}/end`, { token })).status, 303)
    assert.equal((await call(key, 'matters.kinds')).status, 401)
    assert.doesNotMatch((await who.open(at)).text, /我的表格/)
  })

  test('says what to mend and keeps what was typed', async () => {
    const who = await enter('neighbour')
    const wrong = await who.send(at, { name: '我的表格', scope: 'some', until: day(30) })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /至少勾一样/)
    assert.match(wrong.text, /value="我的表格"/)
  })

  test('is nobody else’s: a key of somebody else is not there', async () => {
    await keyFor('tenant')
    const [token] = await here.house.database.look(1, db => tokensOf(db, here.people.tenant.personId ?? 0))
    const who = await enter('neighbour')
    assert.equal((await who.send(`${at}/end`, { token: token?.token_hash.slice(0, 12) ?? '' })).status, 404)
    assert.equal((await visitor(app).open(at)).status, 303)
  })

  test('replaces a key of the same name, and lets nobody have more than twenty', async () => {
    const first = await keyFor('doctor', { name: 'same' })
    const second = await keyFor('doctor', { name: 'same' })
    assert.equal((await call(first, 'matters.kinds')).status, 401)
    assert.equal((await call(second, 'matters.kinds')).status, 200)
    for (let i = 1; i < 20; i++) await keyFor('doctor')
    await assert.rejects(keyFor('doctor'), Refused)
    await keyFor('doctor', { name: 'same' })
  })
})

test('the day of the last use is written down once a day, for the person to see', async () => {
  const key = await keyFor('severalHomes', { name: 'used' })
  await Promise.all([call(key, 'matters.kinds'), call(key, 'matters.kinds'), call(key, 'matters.kinds')])
  const uses = async () => (await here.owner.query(`select 1 from journal where action = 'people.noteToken' and person_id = $1`, [here.people.severalHomes.personId])).rowCount
  assert.equal(await uses(), 1)
  here.time.now = here.time.now.add({ hours: 24 })
  await call(key, 'matters.kinds')
  assert.equal(await uses(), 2)
})
