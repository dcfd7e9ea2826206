// The embedded database on real folders: first start, crashes, two at once, and folders that will not do.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type Postgres, startPostgres } from '#kit/postgres.ts'
import { StartError } from '#kit/start-error.ts'
import { until } from '#test/visitor.ts'

const asRoot = process.getuid?.() === 0
let root = ''
let server: Postgres

const log = () => undefined
const postmasterOf = async (folder: string) => Number.parseInt(await readFile(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8'), 10)
const refusal = (words: RegExp) => (error: unknown) =>
  error instanceof StartError && words.test(error.reason('en')) && error.reason('zh') !== error.reason('en')

async function ask<Row extends pg.QueryResultRow>(postgres: Postgres, question: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(postgres.config)
  await client.connect()
  const { rows } = await client.query<Row>(question, values)
  await client.end()
  return rows
}

/** Linju in a process of its own that can be killed; resolves when its database answers. */
async function startElsewhere(dataFolder: string): Promise<ChildProcess> {
  const script = `import { startPostgres } from '#kit/postgres.ts'
    await startPostgres({ dataFolder: process.argv[1], log: () => {} }); process.stdout.write('up')`
  const settings = { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] } satisfies SpawnOptions
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, dataFolder], settings)
  await once(child.stdout ?? child, 'data')
  return child
}

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'linju-test-'))
  if (asRoot) await chmod(root, 0o711)
  server = await startPostgres({ dataFolder: join(root, 'data'), log })
})

after(async () => {
  await server.stop()
  await rm(root, { recursive: true, force: true })
})

test('the first start makes a database with a password that only its account can read', async () => {
  assert.equal(server.adopted, false)
  assert.match(server.version, /^18\./)
  assert.equal((await stat(join(root, 'data/postgres/password'))).mode & 0o777, 0o600)
  assert.equal((await stat(join(root, 'data/postgres'))).mode & 0o777, 0o700)
  const stranger = new pg.Client({ ...server.config, password: 'guessed' })
  await assert.rejects(stranger.connect(), { code: '28P01' })
})

test('every script can be written down, sorts the same everywhere and is found by its characters', async () => {
  const words = ['电梯', '𠮷野家', 'ئۇيغۇر', 'Émile', '👵🏽', 'z', 'a']
  const [row] = await ask<{ back: string[], sorted: string[], low: string, encoding: string }>(server, `
    select $1::text[] as back, (select array_agg(w order by w) from unnest($1::text[]) w) as sorted, lower('É') as low,
           current_setting('server_encoding') as encoding`, [words])
  const byCodePoint = [...words].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  assert.deepEqual(row, { back: words, sorted: byCodePoint, low: 'é', encoding: 'UTF8' })
})

test('pieces of Chinese words are indexed where this machine knows what a letter is', async t => {
  const [database] = await ask<{ datctype: string }>(server, 'select datctype from pg_database where datname = current_database()')
  if (database?.datctype === 'C') return t.skip('this machine has no locale C.UTF-8')
  await ask(server, 'create extension pg_trgm')
  const [row] = await ask<{ pieces: string[] }>(server, `select show_trgm('三号电梯异响') as pieces`)
  assert.equal(row?.pieces.length, 7)
})

test('what was confirmed is on disk, and the clock is UTC', async () => {
  const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'jit', 'TimeZone', 'listen_addresses', 'max_connections']
  const rows = await ask<{ name: string, setting: string }>(server, 'select name, setting from pg_settings where name = any($1)', [names])
  assert.deepEqual(Object.fromEntries(rows.map(row => [row.name, row.setting])), {
    fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', jit: 'off', TimeZone: 'UTC', listen_addresses: '',
    max_connections: '100',
  })
})

test('a second Linju on the same folder is told that one runs already', async () => {
  await assert.rejects(startPostgres({ dataFolder: join(root, 'data'), log }), refusal(/already running on .*LINJU_DATA/))
  assert.equal((await ask(server, 'select 1')).length, 1)
})

test('the lock is taken again after its connection broke', async () => {
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'linju lock'`
  // One, and perhaps that of the second Linju, which is just going.
  assert.ok((await ask(server, cut)).length >= 1)
  const held = `select from pg_locks where locktype = 'advisory' and granted`
  for (let i = 0; i < 100 && (await ask(server, held)).length === 0; i++) await new Promise(resolve => setTimeout(resolve, 50))
  await assert.rejects(startPostgres({ dataFolder: join(root, 'data'), log }), refusal(/already running/))
})

test('when Linju alone is killed, the next start takes over the running database', async t => {
  const folder = join(root, 'killed')
  const first = await startElsewhere(folder)
  first.kill('SIGKILL')
  const next = await startPostgres({ dataFolder: folder, log })
  t.after(() => next.stop())
  assert.equal(next.adopted, true)
})

test('when Linju and the database are killed, the next start recovers all that was confirmed', async () => {
  const folder = join(root, 'killed')
  const first = await startPostgres({ dataFolder: folder, log })
  await ask(first, 'create table note as select generate_series(1, 1000) as n')
  await first.stop()
  const second = await startElsewhere(folder)
  const postmaster = await postmasterOf(folder)
  second.kill('SIGKILL')
  process.kill(postmaster, 'SIGKILL')
  const next = await startPostgres({ dataFolder: folder, log })
  assert.equal(next.adopted, false)
  assert.deepEqual(await ask(next, 'select count(*)::int as notes from note'), [{ notes: 1000 }])
  await next.stop()
})

test('a database that is killed while Linju runs is started again, in the same place, with all that was confirmed', async () => {
  for (const name of ['killed', `a folder with ${'远'.repeat(30)}`]) {
    const running = await startPostgres({ dataFolder: join(root, name), log })
    await ask(running, 'create table if not exists kept as select 1 as n')
    process.kill(await postmasterOf(join(root, name)), 'SIGKILL')
    const answers = () => ask<{ n: number }>(running, 'select n from kept').catch(() => [])
    assert.ok(await until(async () => (await answers()).length === 1, 20))
    await running.stop()
    await assert.rejects(stat(join(root, name, 'postgres/cluster/postmaster.pid')), { code: 'ENOENT' })
  }
})

test('a process number that somebody else has by now does not stop the start', async () => {
  const folder = join(root, 'killed')
  await writeFile(join(folder, 'postgres/cluster/postmaster.pid'), `${process.pid}\n\n\n5432\n${folder}/postgres/socket\n`)
  const next = await startPostgres({ dataFolder: folder, log })
  await next.stop()
  assert.equal(next.adopted, false)
})

test('two first starts at the same moment: one wins, the other is told', async () => {
  const folder = join(root, 'twins')
  const both = await Promise.allSettled([startPostgres({ dataFolder: folder, log }), startPostgres({ dataFolder: folder, log })])
  const won = both.filter(one => one.status === 'fulfilled')
  const lost = both.filter(one => one.status === 'rejected')
  for (const { value } of won) await value.stop()
  assert.equal(won.length, 1)
  assert.ok(refusal(/already running/)(lost[0]?.reason))
})

test('a very long path with spaces, quotes and Chinese works', async () => {
  const folder = join(root, `邻聚's "data" $HOME ${'远'.repeat(30)}`)
  const far = await startPostgres({ dataFolder: folder, log })
  assert.equal((await ask(far, 'select 1')).length, 1)
  await far.stop()
  await assert.rejects(stat(far.config.host), { code: 'ENOENT' })
})

test('below a folder that only root may enter, root can start it all the same', { skip: !asRoot && 'needs root' }, async t => {
  const closed = join(root, 'closed')
  await mkdir(closed, { mode: 0o700 })
  const hidden = await startPostgres({ dataFolder: join(closed, 'data'), log }).catch((error: unknown) => {
    // Without setpriv or without the capability to hand on, one sentence is all there is.
    assert.ok(refusal(/LINJU_DATA/)(error))
    return undefined
  })
  if (!hidden) return t.skip('this machine does not let root hand on the right to pass')
  assert.equal((await ask(hidden, 'select 1')).length, 1)
  await hidden.stop()
})

test('a folder that will not do is refused with one sentence that says what to do', async t => {
  const file = join(root, 'file')
  await writeFile(file, '')
  const start = (dataFolder: string) => startPostgres({ dataFolder, log })
  await assert.rejects(start(file), refusal(/is a file, not a folder.*LINJU_DATA/))
  await assert.rejects(start(join(file, 'below')), refusal(/file is a file, not a folder/))
  await assert.rejects(start('/proc/linju'), refusal(/LINJU_DATA/))
  await t.test('one that cannot be written to', { skip: asRoot && 'root may write anywhere' }, async () => {
    await mkdir(join(root, 'closed'), { mode: 0o500 })
    await assert.rejects(start(join(root, 'closed')), refusal(/cannot be opened or written to/))
  })
})

test('files of another PostgreSQL, or without their password, are left alone', async () => {
  const folder = join(root, 'killed')
  const version = join(folder, 'postgres/cluster/PG_VERSION')
  await writeFile(version, '19\n')
  await assert.rejects(startPostgres({ dataFolder: folder, log }), refusal(/PostgreSQL 19; this Linju brings 18/))
  await writeFile(version, '18\n')
  await writeFile(join(folder, 'postgres/password'), 'wrong\n')
  await assert.rejects(startPostgres({ dataFolder: folder, log }), refusal(/does not fit/))
  await assert.rejects(stat(join(folder, 'postgres/cluster/postmaster.pid')), { code: 'ENOENT' })
  await rm(join(folder, 'postgres/password'))
  await assert.rejects(startPostgres({ dataFolder: folder, log }), refusal(/lacks password/))
})
