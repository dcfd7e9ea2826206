// The record with a million acts: how fast old ones are sealed, how fast the whole is taken away, and how fast anybody checks it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { verifierKey } from '#kit/log/note.ts'
import { lastHead, logSigner } from '#modules/record/public.ts'
import { exportLines } from '#web/community/record/take-away.ts'
import { sealCommunity } from '../src/jobs/record.ts'
import type { House } from '../src/house.ts'
import { closeAll, openHouse, type Closing } from '../src/start.ts'
import { rate, type Figure } from './table.ts'

const ENTRIES = 1_000_000
const COMMUNITY = { id: 1, slug: 'shicheng' }
const VERIFIER = new URL('../public/verify.js', import.meta.url).pathname

/** In a database of its own. Sealing is beside copying as many rows, verifying beside hashing as many bytes. */
export async function verify(databaseUrl: string): Promise<Figure[]> {
  const owner = new pg.Client(databaseUrl)
  await owner.connect()
  await owner.query('create database record')
  const folder = await mkdtemp(join(tmpdir(), 'linju-bench-record-'))
  const closing: Closing = []
  try {
    const settings = { connectionString: databaseUrl.replace(/(?<=@)\/[^?]+/, '/record') }
    const config = { dataFolder: folder, filesFolder: join(folder, 'files'), proxies: 0, metricsToken: undefined }
    const house = await openHouse({ config, settings, publicUrl: 'http://127.0.0.1' }, closing)
    await fill(settings)
    return [await sealing(house, settings), ...await checking(house, join(folder, 'record.jsonl'))]
  } finally {
    await closeAll(closing)
    await owner.query('drop database record with (force)')
    await owner.end()
    await rm(folder, { recursive: true })
  }
}

async function fill(settings: pg.ClientConfig): Promise<void> {
  await asOwner(settings, `insert into street (name) values ('榕城街道');
    insert into community (id, street_id, slug, name, method) values (1, 1, 'shicheng', '石埕社区', '163');
    insert into journal (community_id, at, action, subject, facts, answer)
    select 1, timestamptz '2026-01-01' + n * interval '30 seconds', case n % 4 when 0 then 'matters.raise' else 'matters.move' end, 'matters/' || n / 4 + 1,
      jsonb_build_object('from', 'raise', 'to', 'do', 'clocks', jsonb_build_array(jsonb_build_object('do', 'start', 'name', 'do', 'allowed', 259200000, 'place', n % 500))),
      jsonb_build_object('id', n / 4 + 1, 'receipt', md5(n::text))
    from generate_series(0, ${ENTRIES - 1}) n; analyze journal`)
}

async function sealing(house: House, settings: pg.ClientConfig): Promise<Figure> {
  const ours = await seconds(() => sealCommunity(house, COMMUNITY))
  const bare = await seconds(() => asOwner(settings, `create table copied as select id, sha256(facts::text::bytea) from journal; alter table copied add primary key (id)`))
  return rate('entries sealed, beside copying their ids and hashing their facts in the database', ENTRIES / ours, ENTRIES / bare)
}

async function checking(house: House, path: string): Promise<Figure[]> {
  const head = await house.database.look(COMMUNITY.id, lastHead)
  const key = verifierKey(logSigner(house.means.secrets, { community: COMMUNITY.id }, head?.origin ?? ''))
  const size = head?.size ?? 0
  const taken = await seconds(() => pipeline(Readable.from(exportLines(house, COMMUNITY.id, size)), createWriteStream(path)))
  const checked = await seconds(async () => {
    const { status, stdout } = spawnSync(process.execPath, [VERIFIER, path, '--key', key], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`the record does not verify: ${stdout}`)
  })
  const hashed = await seconds(async () => {
    const hash = createHash('sha256')
    await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  })
  const megabytes = Math.round((await stat(path)).size / 1e6)
  return [
    rate(`entries taken away, ${megabytes} MB, beside reading and hashing the file`, size / taken, size / hashed),
    rate('sealed entries verified, beside SHA-256 of as many bytes', size / checked, size / hashed),
  ]
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await run()
  return (performance.now() - began) / 1000
}

async function asOwner(settings: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client(settings)
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
