// A PostgreSQL that somebody else runs.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { checkPostgres, startPostgres, type Postgres } from '#kit/postgres.ts'
import { StartError } from '#kit/start-error.ts'

let folder = ''
let server: Postgres
let owner: pg.Client
const refusal = (words: RegExp) => (error: unknown) =>
  error instanceof StartError && words.test(error.reason('en')) && error.reason('zh') !== error.reason('en')

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linju-test-'))
  server = await startPostgres({ dataFolder: folder, log: () => undefined })
  owner = new pg.Client(server.config)
  await owner.connect()
})

after(async () => {
  await owner.end()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

test('a PostgreSQL of somebody else is checked before it is used', async () => {
  await checkPostgres(server.config)
  await owner.query(`create role weak login password 'weak'`)
  await owner.query(`create database latin encoding 'LATIN1' locale_provider libc locale 'C' template template0`)
  const check = (change: Partial<pg.PoolConfig>, least?: number) => checkPostgres({ ...server.config, ...change }, least)
  await assert.rejects(check({}, 99), refusal(/version 18.*too old.*99/))
  await assert.rejects(check({ password: 'wrong' }), refusal(/does not accept.*linju/))
  await assert.rejects(check({ database: 'nowhere' }), refusal(/no database nowhere.*CREATE DATABASE/))
  await assert.rejects(check({ database: 'latin' }), refusal(/LATIN1/))
  await assert.rejects(check({ user: 'weak', password: 'weak' }), refusal(/weak may not create roles.*CREATEROLE/))
  await assert.rejects(check({ host: '127.0.0.1', port: 1 }), refusal(/127\.0\.0\.1:1 cannot be reached/))
  await assert.rejects(checkPostgres({ connectionString: 'postgres://a:b@host:port/x' }), refusal(/cannot be read/))
})
