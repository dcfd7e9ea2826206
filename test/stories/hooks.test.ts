// A lift maker's program reports over real HTTP: what it says becomes a matter, once, and only what it signed; and it hears how far the matter is.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { Webhook } from 'standardwebhooks'
import { Invalid, Refused } from '#kit/errors.ts'
import { endHook, makeHook } from '#modules/hooks/public.ts'
import { addChannel, webhookSecret } from '#modules/notices/public.ts'
import { createApp } from '../../src/app.ts'
import { drain, listen, serve } from '../../src/server.ts'
import { ground, type Ground } from '#test/receivers/ground.ts'
import { httpReceiver, type HttpReceiver } from '#test/receivers/http.ts'
import { visitor } from '#test/visitor.ts'

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const NOISE = { place: 'ESTATE', kind: 'danger', urgent: true, text: '三号电梯关门时有异响', reference: 'A-1024' }

let here: Ground
let server: Awaited<ReturnType<typeof listen>>
let outside: HttpReceiver
let app: Hono
let address = ''
let hook = 0

before(async () => {
  here = await ground()
  outside = await httpReceiver()
  app = createApp(here.house)
  server = await listen({ host: '127.0.0.1', port: 0 })
  serve(server, here.house)
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/hooks/`
  hook = (await here.act(makeHook, here.people.secretary, { organisation: await organisation(), name: '电梯监测', secret: SECRET })).id
})
after(async () => {
  server.closeAllConnections()
  await drain(server)
  outside.close()
  await here.close()
})

const organisation = async () => Number((await here.rows<{ id: string }>(`select id from organisation where name = '一网格'`))[0]?.id)
const count = async () => Number((await here.rows<{ n: string }>('select count(*) as n from matter'))[0]?.n)

interface Sending {
  id?: string
  at?: Temporal.Instant
  secret?: string
  to?: string
  signature?: string
}

/** Sends as a program with the established library would; `body` is a text as it stands, or what becomes one. */
async function send(body: unknown, { id = crypto.randomUUID(), at = here.time.now, secret = SECRET, to = `shicheng.${hook}`, signature }: Sending = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const time = new Date(at.epochMilliseconds)
  const response = await fetch(address + to, {
    method: 'POST', body: text,
    headers: {
      'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
      'webhook-signature': signature ?? new Webhook(secret).sign(id, time, text),
    },
  })
  return { status: response.status, answer: await response.json() as { matter: number, url: string, reference: string, problems?: { field: string }[] } }
}

describe('what a program reports', () => {
  test('becomes a matter at the place of the code; the answer says which one', async () => {
    const { status, answer } = await send(NOISE)
    assert.equal(status, 201)
    assert.deepEqual(answer, { matter: answer.matter, reference: 'A-1024', url: `https://linju.example/shicheng/matters/${answer.matter}` })
    const [matter] = await here.rows<{ text: string, kind: string, urgent: boolean, channel: string, place_id: string, raiser_id: string | null }>(
      'select text, kind, urgent, channel, place_id, raiser_id from matter where id = $1', [answer.matter])
    assert.deepEqual(matter, { text: NOISE.text, kind: 'danger', urgent: true, channel: 'api', place_id: String(here.estate), raiser_id: null })
    const acts = await here.rows<{ action: string }>('select action from journal where subject in ($1, $2) order by id', [`matters/${answer.matter}`, `hooks/${hook}`])
    assert.deepEqual(acts.slice(-2).map(act => act.action), ['matters.raise', 'hooks.noteReport'])
  })

  test('counts once, however often it comes under one id, even at the same moment', async () => {
    const before = await count()
    const id = 'msg_ag9f2'
    const answers = await Promise.all([send(NOISE, { id }), send(NOISE, { id }), send(NOISE, { id })])
    here.time.now = here.time.now.add({ minutes: 4 })
    answers.push(await send({ ...NOISE, text: '同一条再发一次' }, { id }))
    assert.deepEqual(new Set(answers.map(({ status, answer }) => `${status} ${answer.matter}`)).size, 1, JSON.stringify(answers))
    assert.equal(await count(), before + 1)
    assert.equal((await here.rows('select 1 from hook_report where matter_id = $1', [answers[0]?.answer.matter])).length, 1)
  })

  test('that is not signed with its secret is not taken, and neither is a changed or an old one', async () => {
    const before = await count()
    const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`
    const old = { at: here.time.now.subtract({ seconds: 301 }) }
    const early = { at: here.time.now.add({ seconds: 301 }) }
    const stamped = new Webhook(SECRET).sign('msg_1', new Date(here.time.now.epochMilliseconds), JSON.stringify(NOISE))
    for (const sending of [
      { secret: other }, old, early, { signature: '' }, { signature: 'v1,' }, { signature: 'v1a,AAAA' }, { to: 'shicheng.999' }, { id: 'msg_2', signature: stamped },
    ]) assert.equal((await send(NOISE, sending)).status, 401, JSON.stringify(sending))
    assert.equal((await send({ ...NOISE, text: '换了内容的一条' }, { id: 'msg_1', signature: stamped })).status, 401)
    for (const to of ['nowhere.1', 'shicheng', 'shicheng.0', 'shicheng.1e3']) assert.ok([401, 404].includes((await send(NOISE, { to })).status), to)
    assert.equal((await fetch(`${address}shicheng.${hook}`, { method: 'POST', body: JSON.stringify(NOISE) })).status, 401)
    assert.equal(await count(), before)
    assert.equal((await send(NOISE, { id: 'msg_1', signature: `v1,${'A'.repeat(43)}= ${stamped}` })).status, 201, 'one good signature among several is enough')
  })

  test('that cannot be read is sent back with what to mend', async () => {
    assert.equal((await send('{')).status, 400)
    const problems = async (body: object) => (await send(body)).answer.problems?.map(problem => problem.field)
    assert.deepEqual(await problems({ ...NOISE, place: 'NOTHING' }), ['place'])
    assert.deepEqual(await problems({ ...NOISE, text: '响' }), ['text'])
    assert.deepEqual(await problems({ ...NOISE, kind: 'lift', reference: 'x'.repeat(101) }), ['kind', 'reference'])
    assert.deepEqual((await send({ ...NOISE, more: 1 })).status, 422)
    assert.equal((await send({ ...NOISE, text: 'x'.repeat(70_000) })).status, 413)
  })

  test('goes on: the program hears of each step by the way out', async () => {
    const channel = await here.act(addChannel, here.people.secretary, { kind: 'webhook', name: '电梯公司', url: `${outside.address}/lifts` })
    await here.tend()
    const { answer } = await send({ ...NOISE, text: '二号电梯停在三楼不动' })
    await here.happen('matters.move', answer.matter, here.people.worker, { from: 'raise', to: 'do' })
    await here.tend()
    const told = outside.received.filter(one => one.path === '/lifts').map(one => ({ one, said: JSON.parse(one.body.toString()) as { type: string, data: { matter: number } } }))
    assert.deepEqual(told.filter(({ said }) => said.data.matter === answer.matter).map(({ said }) => said.type), ['matters.raise', 'matters.move'])
    const secret = webhookSecret(here.house.means.secrets, 1, channel.id)
    for (const { one } of told) {
      const id = one.headers['webhook-id'] ?? ''
      const signed = new Webhook(secret).sign(id, new Date(Number(one.headers['webhook-timestamp']) * 1000), one.body.toString())
      assert.equal(one.headers['webhook-signature'], signed)
    }
  })

  test('is not taken without end from one program', async () => {
    const spent = await here.house.limits.take(`hook 1 ${hook}`, { times: 300, seconds: 3600 }, here.time.now, 200)
    await here.house.limits.take(`hook 1 ${hook}`, { times: 300, seconds: 3600 }, here.time.now, spent.left)
    const { status } = await send(NOISE)
    assert.equal(status, 429)
    here.time.now = here.time.now.add({ hours: 1 })
  })
})

describe('a program', () => {
  const signIn = async () => {
    const account = await here.house.signIn.accountFor({ phone: '138 0000 0001' })
    await here.rows('update membership set account_id = $1 where person_id = $2', [account, here.people.secretary.personId])
    return visitor(app, (await here.house.signIn.openSession(account)).map(line => line.split(';')[0]).join('; '), 'https://linju.example')
  }

  test('is connected and disconnected by the secretary; its secret is shown once, and stands sealed', async () => {
    const secretary = await signIn()
    const made = await secretary.send('/shicheng/hooks', { organisation: String(await organisation()), name: '报修软件' })
    assert.equal(made.status, 200)
    const [, to = ''] = /\/api\/hooks\/(shicheng\.\d+)/.exec(made.text) ?? []
    const [secret = ''] = /whsec_[A-Za-z0-9+/]{43}=/.exec(made.text) ?? []
    assert.equal((await send(NOISE, { to, secret })).status, 201)
    const list = await secretary.open('/shicheng/hooks')
    assert.match(list.text, /报修软件/)
    assert.match(list.text, /A-1024，我们的 \d+ 号/)
    assert.doesNotMatch(list.text, /whsec_/)
    const everything = await here.rows<{ t: string }>('select h::text as t from hook h union all select j::text from journal j')
    assert.ok(everything.every(({ t }) => !t.includes(secret) && !t.includes(secret.slice(6, 40))))
    const id = to.slice('shicheng.'.length)
    assert.equal((await secretary.send('/shicheng/hooks/end', { id })).status, 303)
    assert.equal((await send(NOISE, { to, secret })).status, 401)
    assert.deepEqual(await here.rows('select secret_sealed from hook where id = $1', [id]), [{ secret_sealed: '' }])
  })

  test('is nobody else’s to connect', async () => {
    const input = { organisation: await organisation(), name: '报修软件', secret: SECRET }
    for (const who of ['worker', 'resident'] as const) {
      await assert.rejects(here.act(makeHook, here.people[who], input), Refused)
      await assert.rejects(here.act(endHook, here.people[who], { id: hook }), Refused)
    }
    await assert.rejects(here.act(makeHook, here.people.secretary, { ...input, organisation: 999 }), Invalid)
    assert.equal((await visitor(app, '', 'https://linju.example').open('/shicheng/hooks')).status, 403)
  })
})
