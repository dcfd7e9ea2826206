// The API as its document says it: made-up requests from the document alone, by several people; and page after page of a list.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import type { Hono } from 'hono'
import { raiseMatter } from '#modules/matters/public.ts'
import { notTaken, taken } from '#test/arbitrary.ts'
import { judgeBy, type Judge } from '#test/answers.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf } from '#test/visitor.ts'
import { linju, Problem } from '../../client/linju.ts'
import { createApp } from '../../src/app.ts'
import type { Operation, Parameter, Reference } from '../../src/api/openapi/document-types.ts'
import { openApi } from '../../src/api/openapi/document.ts'
import type { Schema } from '../../src/api/openapi/schema.ts'
import { drain, listen, serve } from '../../src/server.ts'

const document = openApi('en')
const named = document.components.schemas
/** Who asks: somebody whom nobody knows, a resident, those who work, and somebody from the community next door. */
const EVERYBODY = [null, 'resident', 'neighbour', 'gridWorker', 'propertyStaff', 'secretary', 'elsewhere'] as const
type Who = (typeof EVERYBODY)[number]
/** Requests to each operation: such as its document takes, and such as it does not. */
const [GOOD, BAD] = [8, 4]

let here: Village
let app: Hono
let judge: Judge
const cookies = new Map<Who, string>()

before(async () => {
  here = await village()
  app = createApp(here.house)
  judge = judgeBy(document)
  for (const who of EVERYBODY) cookies.set(who, await cookieOf(here, who))
})
after(() => here.close())

const API = 'http://localhost/api'

function ask(who: Who, path: string, query: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(app.request(`${API}${path}?${new URLSearchParams({ community: 'shicheng', ...query })}`,
    { headers: { cookie: cookies.get(who) ?? '' } }))
}

function act(who: Who, path: string, input: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(app.request(`${API}${path}?community=shicheng`, {
    method: 'POST', body: JSON.stringify(input), headers: { cookie: cookies.get(who) ?? '', 'content-type': 'application/json',
      origin: 'http://localhost', ...headers },
  }))
}

/** What an operation takes, as one object: its body, or its query. */
function inputOf(operation: Operation): Schema {
  if (operation.requestBody) return operation.requestBody.content['application/json']?.schema ?? {}
  const own = operation.parameters.filter((one: Parameter | Reference): one is Parameter => 'in' in one && one.in === 'query')
  return { type: 'object', properties: Object.fromEntries(own.map(one => [one.name, one.schema])),
    required: own.filter(one => one.required).map(one => one.name) }
}

function inQuery(given: unknown): Record<string, string> {
  const fields = typeof given === 'object' && given !== null ? Object.entries(given) : []
  return Object.fromEntries(fields.map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]))
}

// An open line never ends by itself; a report is signed.
const operations = Object.entries(document.paths).flatMap(([path, { get, post }]) =>
  [...get ? [{ path, operation: get, acts: false }] : [], ...post ? [{ path, operation: post, acts: true }] : []])
  .filter(({ path }) => path !== '/live' && !path.includes('{'))

async function tried(arbitrary: (schema: Schema) => fc.Arbitrary<unknown>, times: number, seed: number): Promise<{ wrong: string[],
  statuses: Map<number, number> }> {
  const wrong: string[] = []
  const statuses = new Map<number, number>()
  for (const { path, operation, acts } of operations) {
    const given = fc.sample(fc.tuple(arbitrary(inputOf(operation)), fc.constantFrom(...EVERYBODY)), { numRuns: times, seed })
    for (const [input, who] of given) {
      const answer = acts ? await act(who, path, input) : await ask(who, path, inQuery(input))
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      const problem = answer.status >= 500 ? `${operation.operationId} answered ${answer.status}` : await judge.answer(operation, answer)
      if (problem !== null) wrong.push(`${problem}\n    asked by ${who} with ${JSON.stringify(input).slice(0, 300)}`)
    }
  }
  return { wrong, statuses }
}

describe('whatever the document takes', () => {
  test('is answered as it says, whoever asks', async t => {
    const { wrong, statuses } = await tried(schema => taken(schema, named), GOOD, 4)
    t.diagnostic(JSON.stringify([...statuses]))
    assert.deepEqual(wrong.slice(0, 10), [])
    assert.ok((statuses.get(200) ?? 0) > 100 && (statuses.get(201) ?? 0) > 30, JSON.stringify([...statuses]))
  })

  test('and what it does not take, too: refused as it says, never our fault', async t => {
    const { wrong, statuses } = await tried(schema => notTaken(schema, named), BAD, 5)
    t.diagnostic(JSON.stringify([...statuses]))
    assert.deepEqual(wrong.slice(0, 10), [])
  })
})

describe('a page of a list', () => {
  const page = async (who: Who, path: string, query: Record<string, string>) => {
    const answer = await ask(who, path, query)
    return { status: answer.status, link: answer.headers.get('link'),
      body: await answer.json() as { items: { id: number }[], next: string | null } }
  }

  test('says where the next one is, in the answer and as a link that leads there', async () => {
    const first = await page(null, '/matters.list', { limit: '2' })
    const [, address = ''] = /^<(.+)>; rel="next"$/.exec(first.link ?? '') ?? []
    const second = await (await app.request(`http://localhost${address}`)).json() as { items: { id: number }[] }
    assert.ok(second.items.every(({ id }) => first.body.items.every(before => id < before.id)) && second.items.length === 2)
    const last = await page(null, '/people.grids', {})
    assert.deepEqual([last.body.next, last.link], [null, null])
  })

  test('shows a cursor made by somebody else no more than he may see', async () => {
    const { id } = await here.act(raiseMatter, here.people.resident, { place: here.community.place('榕荫里 3号楼 1单元 602'), kind: 'broken',
      text: '家里的水管漏水' })
    const above = Buffer.from(`matters.list ${id + 1}`).toString('base64url')
    const seen = async (who: Who) => (await page(who, '/matters.list', { cursor: above, limit: '200' })).body.items.some(matter =>
      matter.id === id)
    assert.deepEqual([await seen('resident'), await seen('secretary'), await seen('neighbour'), await seen(null)],
      [true, true, false, false])
  })

  test('is not begun by a cursor of another list, or by one that is none', async () => {
    const { body } = await page('secretary', '/places.list', { limit: '1' })
    for (const cursor of [body.next ?? '', 'x', '%', `${body.next}=`, Buffer.from('matters.list 1e9').toString('base64url'),
      Buffer.from('matters.list -1').toString('base64url')]) {
      assert.equal((await page('secretary', '/matters.list', { cursor })).status, 422, cursor)
    }
    for (const limit of ['0', '201', '-1', '1.5', 'all']) assert.equal((await page(null, '/matters.list', { limit })).status, 422, limit)
  })
})

describe('the client', () => {
  let site: Awaited<ReturnType<typeof serving>>
  before(async () => { site = await serving() })
  after(() => site.close())

  test('raises and reads, with the types of the document', async () => {
    const resident = linju({ address: site.address, community: 'shicheng', fetch: site.as('resident') })
    const place = here.community.place('榕荫里 3号楼')
    const { id, receipt } = await resident.act('matters.raise', { place, kind: 'broken', text: '楼下的门关不上了' })
    const matter = await resident.ask('matters.show', { id })
    assert.deepEqual([matter.id, matter.text, matter.place.id, matter.step], [id, '楼下的门关不上了', place, 'raise'])
    const stranger = linju({ address: site.address, community: 'shicheng' })
    assert.equal((await stranger.ask('matters.show', { id, receipt })).id, id)
    assert.equal((await stranger.ask('people.me')).id, null)
  })

  test('does an act once, however often the answer is lost on the way', async () => {
    let lost = 0
    const over = site.as('neighbour')
    const losing: typeof fetch = async (...asked) => {
      const answer = await over(...asked)
      if (lost++ < 2) throw new TypeError('the line broke')
      return answer
    }
    const { id } = await linju({ address: site.address, community: 'shicheng', fetch: losing })
      .act('matters.raise', { place: here.community.place('榕荫里 2号楼'), kind: 'dirty', text: '垃圾桶满了三天没人倒' })
    const { rows } = await here.owner.query('select id from matter where text = $1', ['垃圾桶满了三天没人倒'])
    assert.deepEqual(rows.map(row => Number(row.id)), [id])
    assert.equal(lost, 3)
  })

  test('walks through 120 matters page by page, each once, while others are raised', async () => {
    const worker = linju({ address: site.address, community: 'shicheng', fetch: site.as('gridWorker') })
    const place = here.community.place('榕荫里 1号楼')
    const raised = new Set<number>()
    for (let i = 0; i < 120; i++) raised.add((await here.act(raiseMatter, here.people.gridWorker,
      { place, kind: 'other', text: `第 ${i} 块地砖松了`, channel: 'phone' })).id)
    const seen: number[] = []
    for await (const matter of worker.each('matters.list', { place, limit: 25 })) {
      seen.push(matter.id)
      if (seen.length === 30) await here.act(raiseMatter, here.people.gridWorker,
        { place, kind: 'other', text: '又一块地砖松了', channel: 'phone' })
    }
    assert.equal(new Set(seen).size, seen.length)
    assert.deepEqual(seen, seen.toSorted((a, b) => b - a))
    assert.deepEqual([...raised].filter(id => !seen.includes(id)), [])
  })

  test('gets a problem with its type, its words and its fields', async () => {
    const stranger = linju({ address: site.address, community: 'shicheng', lang: 'zh' })
    const wrong = await stranger.act('matters.raise', { place: here.community.place('榕荫里 1号楼'), kind: 'broken',
      text: '坏' }).catch((problem: unknown) => problem)
    assert.ok(wrong instanceof Problem)
    assert.deepEqual([wrong.details.status, wrong.details.title, wrong.details.problems?.map(one => one.field)], [422, 'Invalid', ['text']])
    assert.match(wrong.message, /还差一处/)
    await assert.rejects(stranger.ask('people.held'), (problem: unknown) => problem instanceof Problem && problem.details.status === 403)
  })

  test('hears what happens, and goes on behind the last thing that it heard', async () => {
    const resident = linju({ address: site.address, community: 'shicheng', fetch: site.as('resident') })
    const heard: string[] = []
    const place = here.community.place('榕荫里 2号楼')
    const first = resident.live({ about: 'matters/' })
    const next = first.next()
    await pause(300)
    const { id } = await resident.act('matters.raise', { place, kind: 'broken', text: '二楼扶手松了' })
    const event = (await next).value
    assert.deepEqual([event.action, event.subject], ['matters.raise', `matters/${id}`])
    await first.return(undefined)
    await resident.act('matters.withdraw', { id })
    for await (const later of resident.live({ about: `matters/${id}`, after: String(event.id) })) {
      heard.push(later.action)
      break
    }
    assert.deepEqual(heard, ['matters.withdraw'])
  })

  test('misses nothing while the line is broken, and hears nothing twice', async () => {
    const resident = linju({ address: site.address, community: 'shicheng', fetch: site.as('resident') })
    const place = here.community.place('榕荫里 2号楼')
    const raise = async () => (await resident.act('matters.raise', { place, kind: 'broken', text: '楼顶的门锁坏了，请来看看' })).id
    const listening = resident.live({ about: 'matters/' })
    const first = listening.next()
    await pause(300)
    const raised = [await raise()]
    const heard = [(await first).value.subject]
    site.cut()
    raised.push(await raise(), await raise())
    while (heard.length < 3) heard.push((await listening.next()).value.subject)
    await listening.return(undefined)
    assert.deepEqual(heard, raised.map(id => `matters/${id}`))
  })
})

// The same house on a port, for a client that knows nothing but its address.
async function serving() {
  const server = await listen({ host: '127.0.0.1', port: 0 })
  serve(server, here.house)
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const as = (who: Who): typeof fetch => (asked, init) => fetch(asked,
    { ...init, headers: { ...init?.headers, cookie: cookies.get(who) ?? '' } })
  return { address, as, cut: () => server.closeAllConnections(), close: async () => { server.closeAllConnections(); await drain(server) } }
}
