// Programs that listen: each hears what its person may know, once and in order, whatever breaks meanwhile.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { startProcess } from '../../bench/process.ts'
import { drain, listen as openPort, serve } from '../../src/server.ts'
import { actsBetween, actsSeen, followMatter, noteInside, raiseMatter, setPrivate } from '#modules/matters/public.ts'
import { actorOf, appoint, endPost, endToken, hashOfToken, issueToken, newToken, passerBy, type Actor } from '#modules/people/public.ts'
import type { CastKey } from '#test/cast.ts'
import { urlOf } from '#test/database.ts'
import { listen, type Listener } from '#test/listener.ts'
import { site, type Site } from '#test/site.ts'
import { until } from '#test/visitor.ts'

let here: Site
before(async () => { here = await site() })
after(() => here.close())

type Somebody = Exclude<CastKey, 'elder'>
const LIVE = '/api/live?community=shicheng'

async function keyFor(who: Somebody, wanted: Record<string, unknown> = {}) {
  const key = newToken()
  const { token } = await here.act(issueToken, here.people[who], { name: randomUUID(), tokenHash: hashOfToken(key), ...wanted })
  return { token, headers: { authorization: `Bearer ${key}` } }
}

const raise = (who: Actor = here.people.resident, label = '榕荫里') =>
  here.act(raiseMatter, who, { place: here.community.place(label), kind: 'broken', text: '门口的灯又不亮了' })

async function listening(headers: Record<string, string> = {}, about = ''): Promise<Listener> {
  const listener = listen([here.address], LIVE + about, headers)
  assert.ok(await until(() => listener.place !== null), `${listener.status}`)
  return listener
}

const told = (listener: Listener) => listener.heard.map(event => `${event.action} ${event.subject}`)

async function hears(listener: Listener, ...expected: string[]): Promise<void> {
  await until(() => told(listener).length >= expected.length)
  assert.deepEqual(told(listener), expected)
}

describe('a program that listens', () => {
  test('hears what was done, about what and when, and neither by whom nor what was written', async () => {
    const listener = await listening()
    const { id } = await raise()
    await hears(listener, `matters.raise matters/${id}`)
    assert.deepEqual(Object.keys(listener.heard[0] ?? {}), ['id', 'action', 'subject', 'at'])
    await listener.stop()
  })

  test('hears of private matters and inner notes only what its person may know', async () => {
    const listeners = await Promise.all(['secretary', 'resident', 'neighbour'].map(async who => listening((await keyFor(who as Somebody)).headers)))
    const nobody = await listening()
    const { id } = await raise()
    await here.act(noteInside, here.people.secretary, { id, text: '先别外传' })
    await here.act(setPrivate, here.people.secretary, { id, private: true, text: '门口的灯又不亮了' })
    const { id: last } = await raise()
    const [, raiser, neighbour] = listeners
    for (const listener of [...listeners, nobody]) assert.ok(await until(() => listener.heard.some(event => event.subject === `matters/${last}`)))
    assert.deepEqual(listeners[0] && told(listeners[0]), [
      `matters.raise matters/${id}`, `matters.noteInside matters/${id}`, `matters.setPrivate matters/${id}`, `matters.raise matters/${last}`,
    ])
    assert.ok(raiser && !told(raiser).includes(`matters.noteInside matters/${id}`))
    for (const outsider of [neighbour, nobody]) assert.ok(outsider && !told(outsider).some(line => /noteInside|setPrivate/.test(line)))
    for (const listener of [...listeners, nobody]) await listener.stop()
  })

  test('may ask for one matter or for matters only; for one that is not his to see there is nothing', async () => {
    const { id } = await raise()
    const one = await listening({}, `&about=matters/${id}`)
    const parts = await listening((await keyFor('neighbour', { scope: 'some', modules: ['matters'] })).headers)
    await raise()
    await here.act(followMatter, here.people.neighbour, { id })
    await hears(one, `matters.follow matters/${id}`)
    assert.ok(parts.heard.every(event => event.action.startsWith('matters.')))
    await here.act(setPrivate, here.people.secretary, { id, private: true, text: '门口的灯又不亮了' })
    const ask = async (about: string) => (await fetch(`${here.address}${LIVE}&about=${about}`)).status
    assert.equal(await ask(`matters/${id}`), 404)
    assert.equal(await ask('matters/%25'), 422)
    assert.equal(await ask("x' or 1=1"), 422)
    for (const listener of [one, parts]) await listener.stop()
  })

  test('goes on behind the last event that it read, and begins anew where it had none', async () => {
    const listener = await listening()
    const first = await raise()
    await hears(listener, `matters.raise matters/${first.id}`)
    await listener.stop()
    const missed = await raise()
    const back = listen([here.address], LIVE, { 'last-event-id': String(listener.place) })
    await hears(back, `matters.raise matters/${missed.id}`)
    await back.stop()
    const fresh = await listening()
    assert.deepEqual(fresh.heard, [])
    await fresh.stop()
    for (const odd of ['999999999999', 'x', '-1', '1e3']) {
      assert.equal((await fetch(here.address + LIVE, { headers: { 'last-event-id': odd } })).status, 422, odd)
    }
  })

  test('hears nothing more when its key is ended', async () => {
    const { token, headers } = await keyFor('resident')
    const listener = listen([here.address], LIVE, headers, false)
    await until(() => listener.place !== null)
    await here.act(endToken, here.people.resident, { token })
    assert.ok(await Promise.race([listener.ended.then(() => true), pause(5000).then(() => false)]), 'its line is still open')
    assert.deepEqual(told(listener), [])
    assert.equal((await fetch(here.address + LIVE, { headers })).status, 401)
  })

  test('sees no more than before of what a post let it see, from the moment in which the post is over', async () => {
    const holder = here.people.tenant
    const { id: post } = await here.act(appoint, here.people.secretary, {
      person: holder.personId, kind: 'grid_worker', organisationKind: 'grid', organisation: '石埕社区网格', since: '2026-11-01',
    })
    const listener = await listening((await keyFor('tenant')).headers)
    const { id } = await raise()
    await here.act(noteInside, here.people.secretary, { id, text: '只给网格员看' })
    assert.ok(await until(() => told(listener).includes(`matters.noteInside matters/${id}`)))
    await here.act(endPost, here.people.secretary, { post, until: '2026-11-20' })
    here.time.now = here.time.now.add({ hours: 24 })
    await here.act(noteInside, here.people.secretary, { id, text: '已经不给他看了' })
    const { id: last } = await raise()
    assert.ok(await until(() => told(listener).includes(`matters.raise matters/${last}`)))
    assert.equal(told(listener).filter(line => line === `matters.noteInside matters/${id}`).length, 1)
    await listener.stop()
  })

  test('cannot keep more lines open than it is allowed', async () => {
    const { headers } = await keyFor('doctor')
    const server = await openPort({ host: '127.0.0.1', port: 0 })
    serve(server, { ...here.house, apiRates: { ...here.house.apiRates, reads: { times: 20, seconds: 60 } } })
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const two = [listen([address], LIVE, headers), listen([address], LIVE, headers)]
    assert.ok(await until(() => two.every(listener => listener.place !== null)))
    const third = await fetch(address + LIVE, { headers })
    assert.equal(third.status, 429)
    assert.equal(third.headers.get('retry-after'), '60')
    await two[0]?.stop()
    const leaving = new AbortController()
    assert.ok(await until(async () => (await fetch(address + LIVE, { headers, signal: leaving.signal })).status === 200))
    leaving.abort()
    await two[1]?.stop()
    server.closeAllConnections()
    await drain(server)
  })
})

test('whoever somebody is, he hears at least what a passer-by hears, and nothing of what he may not see', async () => {
  const acts = await here.house.database.look(1, db => actsBetween(db, { after: 0, upTo: 1e9, about: '', most: 1e6 }))
  const open = new Set((await here.house.database.look(1, db => actsSeen(db, passerBy(1), acts))).map(act => act.id))
  assert.ok(open.size > 20 && open.size < acts.length)
  for (const actor of Object.values(here.people).filter(one => one.community === 1)) {
    const seen = new Set((await here.house.database.look(1, db => actsSeen(db, actor, acts))).map(act => act.id))
    assert.ok([...open].every(id => seen.has(id)), String(actor.name))
  }
})

test('over two processes, with lines cut at random and one process killed, everybody hears everything once and in order', async () => {
  const env = { LINJU_DATA: here.folder, DATABASE_URL: urlOf(here.settings), PORT: '0', LINJU_API_READS: '100000', LINJU_API_WRITES: '100000' }
  const [first, second] = await Promise.all([startProcess('src/server.ts', env), startProcess('src/server.ts', env)])
  const addresses = [first, second].map(server => `http://127.0.0.1:${server.port}`)
  const who: (Somebody | null)[] = [null, null, 'secretary', 'gridWorker', 'resident', 'neighbour']
  const keys = await Promise.all(who.map(async one => one && (await keyFor(one)).headers))
  const listeners = keys.map((headers, i) => listen(i % 2 ? addresses : addresses.toReversed(), LIVE, headers ?? {}))
  let acting = true
  try {
    assert.ok(await until(() => listeners.every(listener => listener.place !== null), 10))
    const cutting = (async () => {
      while (acting) {
        await pause(Math.random() * 120)
        listeners[Math.floor(Math.random() * listeners.length)]?.cut()
      }
    })()
    const done = await Promise.all(Array.from({ length: 4 }, (_, i) => acts(addresses, i, () => kill(first.pid))))
    acting = false
    await cutting
    const last = (await here.owner.query<{ id: string }>('select max(id) as id from journal where community_id = 1')).rows[0]?.id
    const all = await here.house.database.look(1, db => actsBetween(db, { after: 0, upTo: Number(last), about: '', most: 1e6 }))
    for (const [i, listener] of listeners.entries()) {
      const actor = await here.house.database.look(1, async db => {
        const somebody = who[i]
        return somebody ? actorOf(db, here.people[somebody].personId ?? 0, '2026-11-22') : passerBy(1)
      })
      const expected = (await here.house.database.look(1, db => actsSeen(db, actor, all))).map(act => act.id).filter(id => id > (listener.began ?? 0))
      await until(() => listener.heard.length >= expected.length, 10)
      assert.deepEqual(listener.heard.map(event => event.id), expected, String(who[i]))
      assert.ok(listener.lines > 1, `${listener.lines} lines`)
    }
    assert.ok(done.flat().length === 4 * ROUNDS * 3 && new Set(done.flat()).size === 4 * ROUNDS * 3)
  } finally {
    acting = false
    await Promise.all(listeners.map(listener => listener.stop()))
    for (const { pid } of [first, second]) kill(pid)
  }
})

const ROUNDS = 6

// As a machine that loses its power; it may be gone already.
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    assert.ok(pid > 0)
  }
}

// Acts through both processes, each with its request key, until it is answered; some on matters inside a home. Answers what the acts answered.
async function acts(addresses: readonly string[], worker: number, kill: () => void): Promise<string[]> {
  const { headers } = await keyFor('secretary')
  const answers: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    if (worker === 0 && round === 3) kill()
    const send = async (name: string, input: unknown) => {
      const key = randomUUID()
      for (let i = round; i < round + 500; i++) {
        const answer = await fetch(`${addresses[i % 2]}/api/${name}`, {
          method: 'POST', body: JSON.stringify(input), headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
        }).then(async one => ({ status: one.status, text: await one.text() })).catch(() => null)
        if (answer?.status === 201) return (JSON.parse(answer.text) as { id: number }).id
        assert.ok(answer === null || answer.status >= 500, `${name}: ${answer?.status} ${answer?.text}`)
        await pause(20)
      }
      return assert.fail(`${name} was never answered`)
    }
    // What happens inside a home is not for everybody.
    const label = round % 3 === 0 ? '榕荫里 3号楼 1单元 602' : '榕荫里'
    const id = await send('matters.raise', { place: here.community.place(label), kind: 'broken', text: `第 ${worker}-${round} 盏灯不亮` })
    await send('matters.setUrgent', { id, urgent: true })
    await send('matters.noteInside', { id, text: '看过了' })
    answers.push(`${id} raised`, `${id} urgent`, `${id} noted`)
  }
  return answers
}
