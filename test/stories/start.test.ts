import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { startPostgres } from '#kit/postgres.ts'

const ROOT = new URL('../../', import.meta.url).pathname
let folder = ''
const started: ChildProcess[] = []

before(async () => { folder = await mkdtemp(join(tmpdir(), 'linju-start-')) })
after(async () => {
  for (const linju of started) if (linju.exitCode === null && linju.signalCode === null) await stop(linju)
  await rm(folder, { recursive: true, force: true })
})

function start(env: Record<string, string>): ChildProcess {
  const linju = spawn(process.execPath, ['src/server.ts'], { cwd: ROOT, env: { PATH: process.env['PATH'], PORT: '0', LINJU_DATA: join(folder, 'data'), ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(linju)
  return linju
}

/** Everything a start printed that was expected to end by itself, and its status. */
async function failing(env: Record<string, string>): Promise<{ said: string, status: number }> {
  const linju = start(env)
  let said = ''
  linju.stderr?.on('data', piece => { said += piece })
  const [status] = await once(linju, 'exit') as [number]
  return { said, status }
}

/** Waits for the address. */
async function running(env: Record<string, string> = {}): Promise<{ linju: ChildProcess, address: string, printed: string }> {
  const linju = start(env)
  let printed = ''
  linju.stderr?.on('data', piece => { printed += piece })
  for await (const piece of linju.stdout ?? []) {
    printed += piece
    const address = /邻聚\s+(http:\S+)/.exec(printed)?.[1]
    if (address) {
      linju.stdout?.on('data', more => { printed += more })
      return { linju, address, printed }
    }
  }
  throw new Error(`did not start: ${printed}`)
}

async function stop(linju: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  const exit = once(linju, 'exit')
  linju.kill(signal)
  return (await exit)[0]
}

describe('a start that cannot go on ends with one sentence that says what to do, and status 1', () => {
  const sentence = (said: string) => assert.ok(said.trim().split('\n').length === 2 && !said.includes('    at '), said)

  test('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const taken = other.address()
    const port = typeof taken === 'object' && taken ? String(taken.port) : ''
    const { said, status } = await failing({ PORT: port })
    other.close()
    assert.equal(status, 1)
    assert.match(said, /PORT=/)
    sentence(said)
  })

  test('when DATABASE_URL is not an address, or nobody answers there', async () => {
    for (const url of ['mysql://x', 'postgres://nobody@127.0.0.1:1/linju']) {
      const { said, status } = await failing({ DATABASE_URL: url })
      assert.equal(status, 1)
      assert.match(said, /DATABASE_URL|数据库/)
      sentence(said)
    }
  })

  test('when the data folder is a file', async () => {
    await writeFile(join(folder, 'a-file'), '')
    const { said, status } = await failing({ LINJU_DATA: join(folder, 'a-file') })
    assert.equal(status, 1)
    assert.match(said, /LINJU_DATA/)
    sentence(said)
  })

  test('when PORT is no number', async () => {
    const { said, status } = await failing({ PORT: 'eighty' })
    assert.equal(status, 1)
    assert.match(said, /PORT/)
    sentence(said)
  })
})

describe('a start', () => {
  test('answers, prints a set-up link while there is nothing, and stops cleanly at SIGTERM', async () => {
    const { linju, address, printed } = await running()
    assert.equal((await fetch(`${address}/healthz`)).status, 200)
    assert.equal((await fetch(`${address}/readyz`)).status, 200)
    const link = /http:\S+\/set-up\/\w+/.exec(printed)?.[0] ?? ''
    assert.equal((await fetch(link)).status, 200)
    assert.equal(await stop(linju), 0)
  })

  test('after kill -9 recovers by itself, and keeps what was there', async () => {
    const first = await running()
    await stop(first.linju, 'SIGKILL')
    const second = await running()
    assert.equal((await fetch(`${second.address}/readyz`)).status, 200)
    assert.equal(await stop(second.linju), 0)
  })

  test('on the data of a newer version says so, and changes nothing', async () => {
    const data = join(folder, 'data')
    const postgres = await startPostgres({ dataFolder: data, log: () => undefined })
    const client = new pg.Client(postgres.config)
    await client.connect()
    await client.query(`insert into kysely_migration (name, timestamp) values ('9999_from_the_future', '2099-01-01')`)
    await client.end()
    await postgres.stop()
    const { said, status } = await failing({})
    assert.equal(status, 1)
    assert.match(said, /9999_from_the_future/)
  })
})
