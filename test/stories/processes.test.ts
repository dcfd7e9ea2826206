// Several processes are one house: nobody notices when they are renewed, when one dies, or which of them answers.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { openBell } from '#kit/bell.ts'
import { masterKeyIn } from '#kit/master-key.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { raiseMatter } from '#modules/matters/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { startProduct, type Product } from '#test/torture/product.ts'
import { until } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'
import type { House } from '../../src/house.ts'
import { tend } from '../../src/jobs/notices.ts'
import { ringClocks } from '../../src/jobs/clocks.ts'
import { handOver, listen } from '../../src/listening.ts'
import { closeAll, openHouse, type Closing } from '../../src/start.ts'

interface Answer {
  status: number
  why: string
}

/** One look, over a connection that is kept or a new one. */
function look(address: string, agent?: Agent): Promise<Answer> {
  return new Promise(resolve => {
    const asked = request(address, { agent: agent ?? false }, response => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode ?? 0, why: '' }))
      response.on('error', error => resolve({ status: 0, why: String(error) }))
    })
    asked.on('error', error => resolve({ status: 0, why: String(error) }))
    asked.end()
  })
}

/** People who look again and again, two over kept connections and one over new ones, until `stop`; answers what went wrong and how many looked. */
function crowd(address: string) {
  const kept = new Agent({ keepAlive: true, maxSockets: 2 })
  const failed: Answer[] = []
  let asked = 0
  let going = true
  const person = async (agent: Agent | undefined) => {
    while (going) {
      const answer = await look(`${address}${asked % 2 ? '/readyz' : '/sign-in'}`, agent)
      asked++
      if (answer.status === 0 || answer.status >= 500) failed.push(answer)
      await pause(20)
    }
  }
  const people = Promise.all([kept, kept, undefined].map(person))
  return { stop: async () => {
    going = false
    await people
    kept.destroy()
    return { asked, failed }
  } }
}

describe('three processes', () => {
  let folder = ''
  let product: Product
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'linju-many-'))
    product = await startProduct(folder, { LINJU_PROCESSES: '2' })
  })
  after(async () => {
    await product.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test('answer as one: the set-up link opens at whichever of them', async () => {
    const link = /http:\S+\/set-up\/\w+/.exec(product.printed())?.[0] ?? ''
    for (let i = 0; i < 8; i++) assert.equal((await look(link)).status, 200)
    assert.equal((await product.answering()).length, 2)
  })

  test('are renewed at SIGHUP without one failed request, over kept connections and new ones', async () => {
    const before = await product.answering()
    const people = crowd(product.address)
    await pause(300)
    product.first.kill('SIGHUP')
    const renewed = await until(async () => {
      const now = await product.answering()
      return now.length === 2 && now.every(pid => !before.includes(pid))
    }, 120)
    const { asked, failed } = await people.stop()
    assert.ok(renewed, product.printed())
    assert.deepEqual(failed, [])
    assert.ok(asked > 50, `${asked} looked`)
  })

  test('of which one is killed are soon as many again, and the others answer meanwhile', async () => {
    const [victim = 0, other = 0] = await product.answering()
    process.kill(victim, 'SIGKILL')
    await pause(50)
    assert.equal((await look(`${product.address}/readyz`)).status, 200)
    assert.ok(await until(async () => {
      const now = await product.answering()
      return now.length === 2 && !now.includes(victim) && now.includes(other)
    }, 20))
  })

  test('go on after the database was killed', async () => {
    process.kill(await product.database() ?? 0, 'SIGKILL')
    assert.ok(await until(async () => (await look(`${product.address}/readyz`)).status === 200, 20))
  })

  test('end together at SIGTERM, with status 0', async () => {
    const pids = await product.answering()
    assert.equal(await product.stop(), 0)
    assert.ok(pids.every(pid => !isAlive(pid)))
  })

  function isAlive(pid: number): boolean {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
})

describe('a process that hands over', () => {
  test('still answers what comes over a connection that was open, says goodbye with it, and takes no new one', async () => {
    const server = await listen({ host: '127.0.0.1', port: 0 })
    const address = server.address()
    assert.ok(address && typeof address === 'object')
    const line = connect(address.port, '127.0.0.1')
    const asked = async () => {
      line.write('GET / HTTP/1.1\r\nHost: linju\r\n\r\n')
      return String((await once(line, 'data'))[0])
    }
    assert.match(await asked(), /connection: keep-alive/i)
    const gone = handOver(server)
    assert.match(await asked(), /^HTTP\/1\.1 503[^]*connection: close/i)
    const late = connect(address.port, '127.0.0.1')
    const [refused] = await once(late, 'error') as [NodeJS.ErrnoException]
    assert.equal(refused.code, 'ECONNREFUSED')
    await gone
  })
})

describe('two houses on one database', () => {
  let here: TestHouse
  let other: House
  const closing: Closing = []
  before(async () => {
    here = await testHouse()
    await here.act(foundCommunity, passerBy(1), {
      name: '石埕社区', street: '榕城街道', slug: 'shicheng', method: '163', secretaryName: '苏文清', secretaryPhone: '138 0000 0001',
    })
    await here.owner.query(`insert into place (community_id, kind, name, label, code) values (1, 'estate', '榕荫里', '榕荫里', 'GATE')`)
    const config = { dataFolder: here.folder, filesFolder: join(here.folder, 'files'), proxies: 0 }
    other = await openHouse({ config, settings: here.settings, publicUrl: 'http://localhost', clock: () => here.time.now }, closing)
  })
  after(async () => {
    await closeAll(closing)
    await here.close()
  })

  const raise = (text: string) => here.act(raiseMatter, passerBy(1), { place: 1, kind: 'broken', text })
  const board = async (app: ReturnType<typeof createApp>) => (await app.request('/shicheng/board')).text()

  test('show a kept page no longer once it has changed at the other', async () => {
    const app = createApp(other)
    await raise('单元门的灯不亮')
    assert.ok(await until(async () => (await board(app)).includes('单元门的灯不亮'), 2))
    await raise('信箱的锁坏了')
    assert.ok(await until(async () => (await board(app)).includes('信箱的锁坏了'), 1))
  })

  test('show no kept page at all while they cannot hear each other', async () => {
    const app = createApp(other)
    // What was rung before has been heard.
    await pause(500)
    await board(app)
    const above = new pg.Client({ ...here.settings, database: 'postgres' })
    await above.connect()
    // Nobody new comes in, so the lines stay broken; those who are in go on.
    const letIn = (yes: boolean) => above.query(`alter database ${here.settings.database} with allow_connections ${yes}`)
    await letIn(false)
    await here.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'linju bell' and datname = current_database()`)
    assert.ok(await until(() => other.means.bell.breaks() === null, 2))
    await raise('车棚的门关不上')
    assert.match(await board(app), /车棚的门关不上/)
    await letIn(true)
    await above.end()
    assert.ok(await until(() => other.means.bell.breaks() !== null, 10))
    await raise('花坛没有人浇水')
    assert.ok(await until(async () => (await board(app)).includes('花坛没有人浇水'), 3))
  })

  test('lose no call of one whose own line was cut for a moment, and send those who listen back to look anew', async () => {
    const [deaf, hears] = [await openBell(here.settings), other.means.bell]
    const before = hears.changes(7)
    const [line] = (await here.owner.query<{ pid: number }>(`select pid from pg_stat_activity where application_name = 'linju bell'
      and datname = current_database() order by backend_start desc limit 1`)).rows
    let ended = 0
    deaf.listen(7, { hear: () => undefined, end: () => { ended++ } })
    await here.owner.query('select pg_terminate_backend($1)', [line?.pid])
    assert.ok(await until(() => deaf.breaks() === null, 2))
    deaf.ring(7, 'matters/1')
    assert.ok(await until(() => hears.changes(7) > before, 5))
    assert.ok(ended > 0)
    await deaf.close()
  })

  test('count tries to sign in together: a code asked for at one is good at the other, for five tries in all', async () => {
    const phone = '138 0000 0088'
    await here.house.signIn.requestCode({ phone, address: '10.0.0.1', lang: 'zh' })
    await assert.rejects(other.signIn.requestCode({ phone, address: '10.0.0.2', lang: 'zh' }), { name: 'TooOften' })
  })

  test('that do the same jobs at the same moment do each once', async () => {
    await Promise.all([here.house, other, here.house, other].map(house => tend(house, { id: 1, slug: 'shicheng', name: '石埕社区' })))
    const { rows: twice } = await here.owner.query('select person_id, journal_id from notice group by 1, 2 having count(*) > 1')
    assert.deepEqual(twice, [])
    const { rows: idle } = await here.owner.query(`select facts from journal where action = 'notices.spread' and facts ->> 'entries' = '0'`)
    assert.deepEqual(idle, [], 'whoever comes second writes nothing down')
    here.time.now = here.time.now.add({ hours: 24 * 30 })
    await Promise.all([here.house, other].map(house => ringClocks(house)))
    const { rows: rung } = await here.owner.query(`select subject, facts ->> 'name', facts ->> 'level' from journal where action = 'clocks.ring'
      and facts ->> 'level' <> 'climb' group by 1, 2, 3 having count(*) > 1`)
    assert.deepEqual(rung, [])
    assert.ok(((await here.owner.query(`select from journal where action = 'clocks.ring'`)).rowCount ?? 0) > 0)
  })

  test('that start at the same moment in a new folder have one master key', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'linju-key-'))
    const keys = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => masterKeyIn(folder)))
    await rm(folder, { recursive: true })
    assert.equal(new Set(keys.map(key => Buffer.from(key).toString('hex'))).size, 1)
    assert.equal(keys[0]?.length, 32)
  })
})
