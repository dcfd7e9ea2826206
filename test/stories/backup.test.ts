// The drill: everything is copied while people go on, lost, and made again from the copy.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import pg from 'pg'
import { backUp } from '#kit/backup/backup.ts'
import { restore, type RestoreOptions } from '#kit/backup/restore.ts'
import { SCHEMAS } from '#kit/backup/manifest.ts'
import { startPostgres } from '#kit/postgres.ts'
import { StartError } from '#kit/start-error.ts'
import { raiseMatter } from '#modules/matters/public.ts'
import { actorOfAccount, ownNumbers } from '#modules/people/public.ts'
import { CAST } from '#test/cast.ts'
import { urlOf } from '#test/database.ts'
import { photoOf } from '#test/pictures.ts'
import { cookieOf, formsIn, untouched, visitor } from '#test/visitor.ts'
import { village, type Village } from '#test/village.ts'
import { createApp } from '../../src/app.ts'
import { sealAll } from '../../src/jobs/record.ts'
import { recordsAgree } from '../../src/records-agree.ts'
import { closeAll, openHouse, type Closing } from '../../src/start.ts'

let here: Village
let folder = ''
let identity = ''
let locked = ''
let cookie = ''
before(async () => {
  here = await village()
  folder = await mkdtemp(join(tmpdir(), 'linju-backup-'))
  identity = await generateIdentity()
  cookie = await cookieOf(here, 'resident')
  await raiseWithPhoto()
  await sealAll(here.house)
  locked = join(folder, 'locked.tar.gz.age')
})
after(async () => {
  await rm(folder, { recursive: true, force: true })
  await here.close()
})

const source = () => ({ settings: here.settings, dataFolder: here.folder, filesFolder: join(here.folder, 'files') })
const ask = async (client: pg.ClientBase, question: string) => (await client.query<Record<string, unknown>>(question)).rows

/** A matter with a photo, through the form as a browser without script sends it. */
async function raiseWithPhoto(): Promise<void> {
  const resident = visitor(createApp(here.house), cookie)
  const page = `/shicheng/raise?place=${here.community.place('榕荫里 2号楼')}`
  const form = formsIn((await resident.open(page)).text).find(each => each.multipart)
  assert.ok(form)
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...untouched(form), kind: 'broken', text: '二号楼门口的灯不亮' })) body.append(name, value)
  body.append('photos', new File([new Uint8Array(await photoOf('green'))], '灯.jpg', { type: 'image/jpeg' }))
  const { status } = await resident.send(form.action || page, body)
  assert.equal(status, 303)
}

/** A page as everybody sees it; the keys in its forms are new each time. */
async function page(app: ReturnType<typeof createApp>, path: string): Promise<string> {
  return (await (await app.request(path)).text()).replaceAll(/(requestKey" value=|"why-|id="why-)"?[\da-f-]+"/g, '')
}

/** An empty database beside the village's, and its address. */
async function emptyDatabase(): Promise<{ url: string, client: pg.Client }> {
  const database = `restored_${randomUUID().replaceAll('-', '')}`
  await here.owner.query(`create database ${database}`)
  const client = new pg.Client({ ...here.settings, database })
  await client.connect()
  return { url: urlOf({ ...here.settings, database }), client }
}

/** Every row of every table that a backup holds, as text. */
async function everything(client: pg.ClientBase): Promise<Record<string, string[]>> {
  const tables = await ask(client, `select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('${SCHEMAS.join("', '")}') and table_type = 'BASE TABLE' and table_name !~ 'kysely' and table_name <> 'allowance' order by 1`)
  const found: Record<string, string[]> = {}
  for (const { name } of tables) found[String(name)] = (await ask(client, `select t::text as row from ${name} t order by 1`)).map(({ row }) => String(row))
  return found
}

const refusal = (words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof StartError, String(error))
  assert.match(error.reason('en'), words)
  assert.match(error.reason('zh'), /[\u4e00-\u9fff].*。$/u)
  return true
}

describe('a backup', () => {
  test('made while people go on holds each act wholly or not at all, and restores into an empty database elsewhere', async () => {
    let going = true
    const place = here.community.place('榕荫里 2号楼')
    const people = Promise.all([1, 2, 3].map(async () => {
      while (going) await here.act(raiseMatter, here.people.resident, { place, kind: 'broken', text: '楼道的灯又坏了' })
    }))
    const to = join(folder, 'plain.tar.gz')
    await pause(100)
    const { manifest, spoiled } = await backUp({ ...source(), to })
    await pause(100)
    going = false
    await people
    assert.deepEqual(spoiled, [])
    assert.equal((await stat(to)).mode & 0o777, 0o600)
    const { url, client } = await emptyDatabase()
    await restore({ from: to, masterKey: join(here.folder, 'master.key'), dataFolder: join(folder, 'elsewhere'), databaseUrl: url })
    const raised = `select (select count(*)::int from matter) as matters, (select count(*)::int from journal where action = 'matters.raise') as raised,
      (select count(*)::int from matter where not exists (select from clock where clock.subject = 'matters/' || matter.id)) as loose`
    const [then] = await ask(client, raised)
    const [now] = await ask(here.owner, raised)
    assert.equal(then?.['matters'], then?.['raised'])
    assert.ok(Number(then?.['matters']) < Number(now?.['matters']), 'people raised while it was made')
    assert.equal(manifest.tables.find(({ name }) => name === 'public.matter')?.rows, then?.['matters'])
    await client.end()
  })

  test('restored into a new folder is the same place: rows, pages, photos, and who is signed in', async () => {
    await backUp({ ...source(), to: locked, lock: { recipients: [await identityToRecipient(identity)] } })
    const place = join(folder, 'new')
    await restore({ from: locked, key: { identities: [identity] }, dataFolder: place, verify: recordsAgree })
    assert.deepEqual((await readdir(place)).sort(), ['files', 'master.key', 'postgres'])
    const closing: Closing = []
    const postgres = await startPostgres({ dataFolder: place, log: () => undefined })
    closing.push(() => postgres.stop())
    try {
      const config = { dataFolder: place, filesFolder: join(place, 'files'), proxies: 0 }
      const house = await openHouse({ config, settings: postgres.config, publicUrl: 'http://localhost', clock: () => here.time.now }, closing)
      const client = new pg.Client(postgres.config)
      await client.connect()
      closing.push(() => client.end())
      assert.deepEqual(await everything(client), await everything(here.owner))
      const heads = 'select community_id, size, note from record_head order by 1, 2'
      const sealed = await ask(here.owner, heads)
      assert.ok(sealed.length > 0)
      assert.deepEqual(await ask(client, heads), sealed)

      const [there, anew] = [createApp(here.house), createApp(house)]
      const [photo] = await ask(client, 'select matter_id, file from matter_photo order by id desc limit 1')
      const paths = ['/shicheng', '/shicheng/board', `/shicheng/matters/${photo?.['matter_id']}`, '/shicheng/bill', '/shicheng/posts']
      for (const path of paths) assert.ok(await page(anew, path) === await page(there, path), `${path} is another page`)
      const picture = `/shicheng/matters/${photo?.['matter_id']}/photos/${photo?.['file']}`
      const bytes = await (await anew.request(picture)).bytes()
      assert.ok(bytes.length > 100)
      assert.deepEqual(bytes, await (await there.request(picture)).bytes())

      // The old cookie still opens the door, which needs the master key, and the next act gets a number of its own.
      const visit = await house.signIn.whoIs(new Headers({ cookie }))
      assert.ok(visit)
      const me = await house.database.look(here.community.id, db => actorOfAccount(db, visit.accountId, '2026-11-20'))
      assert.equal(me.personId, here.people.resident.personId)
      const { phone } = await house.database.look(here.community.id, db => ownNumbers(db, house.means.secrets, me))
      assert.equal(phone.replaceAll(/\D/g, '').slice(-11), CAST.resident.phone.replaceAll(/\D/g, ''))
      const [{ last } = {}] = await ask(client, 'select max(id)::int as last from matter')
      const { id } = await here.act(raiseMatter, here.people.resident, { place: here.community.place('榕荫里 2号楼'), kind: 'broken', text: '门铃不响了' })
      const answer = await visitor(anew, cookie).send('/shicheng/raise', { place: String(here.community.place('榕荫里 2号楼')), kind: 'broken', text: '门铃不响了', requestKey: randomUUID() })
      assert.equal(answer.status, 303)
      const [{ last: next } = {}] = await ask(client, 'select max(id)::int as last from matter')
      assert.ok(Number(next) > Number(last))
      assert.equal(next, id)
      await sealAll(house)
      assert.ok((await ask(client, heads)).length > sealed.length)
    } finally {
      await closeAll(closing)
    }
  })

  test('never gives a number again that was given once, even where its row is gone', async () => {
    await here.owner.query(`select setval(pg_get_serial_sequence('matter', 'id'), 5000)`)
    const to = join(folder, 'numbers.tar.gz')
    await backUp({ ...source(), to })
    const { url, client } = await emptyDatabase()
    await restore({ from: to, masterKey: join(here.folder, 'master.key'), dataFolder: join(folder, 'numbers'), databaseUrl: url })
    assert.deepEqual(await ask(client, `select nextval(pg_get_serial_sequence('matter', 'id'))::int as next`), [{ next: 5001 }])
    await client.end()
  })

  test('leaves out a file that rotted on the disk and says which, instead of failing or passing it on', async () => {
    const rotten = join(folder, 'rotten')
    await cp(join(here.folder, 'files'), rotten, { recursive: true })
    const [file = ''] = (await readdir(rotten, { recursive: true })).filter(name => name.endsWith('.jpg'))
    await writeFile(join(rotten, file), 'rust')
    const { manifest, spoiled } = await backUp({ ...source(), filesFolder: rotten, to: join(folder, 'rotten.tar.gz') })
    assert.deepEqual(spoiled, [`files/${file}`])
    assert.ok(manifest.files.count > 0)
  })

  test('holds every schema that Linju writes to', async () => {
    const schemas = await ask(here.owner, `select nspname as name from pg_namespace where nspname !~ '^(pg_|information_schema|graphile_worker)' order by 1`)
    assert.deepEqual(schemas.map(({ name }) => name), [...SCHEMAS])
  })

  test('is not written over another, nor made of nothing, and what fails leaves nothing', async () => {
    await assert.rejects(backUp({ ...source(), to: locked }), refusal(/there already/))
    await assert.rejects(backUp({ ...source(), dataFolder: folder, to: join(folder, 'x') }), refusal(/no data of Linju/))
    await assert.rejects(backUp({ ...source(), to: join(folder, 'no', 'folder') }), refusal(/nothing was left behind/))
    await assert.rejects(backUp({ ...source(), to: join(folder, 'x'), lock: { recipients: ['age1nonsense'] } }), refusal(/no key of age/))
    await assert.rejects(backUp({ ...source(), settings: { ...here.settings, password: 'wrong' }, to: join(folder, 'x') }), refusal(/nothing was left behind/))
    assert.deepEqual((await readdir(folder)).filter(name => name.startsWith('x') || name.endsWith('.part')), [])
  })
})

describe('a restore is refused with one sentence, and nothing is restored', () => {
  /** A restore that must fail, into a folder and a database that must be as empty afterwards. */
  const refused = async (words: RegExp, options: Partial<RestoreOptions>) => {
    const { url, client } = await emptyDatabase()
    const place = join(folder, 'never')
    await assert.rejects(restore({ from: locked, key: { identities: [identity] }, dataFolder: place, databaseUrl: url, ...options }), refusal(words))
    assert.equal(await stat(place).catch(() => null), null)
    const [tables] = await ask(client, `select count(*)::int as n from pg_class where relname = 'matter'`)
    if (tables?.['n'] === 1) assert.deepEqual(await ask(client, 'select from matter union all select from community union all select from journal'), [])
    await client.end()
  }
  const changed = async (name: string, change: (bytes: Buffer) => Buffer, of = locked) => {
    const path = join(folder, name)
    await writeFile(path, change(await readFile(of)))
    return path
  }
  const flipped = (at: (length: number) => number) => (bytes: Buffer) => {
    bytes[at(bytes.length)] = (bytes[at(bytes.length)] ?? 0) ^ 1
    return bytes
  }

  test('when it was cut off anywhere', async () => {
    for (const share of [0.001, 0.3, 0.9, 0.9999]) {
      const path = await changed('cut.age', bytes => bytes)
      await truncate(path, Math.floor((await stat(path)).size * share))
      await refused(/cut off or was changed|no backup/, { from: path })
    }
    const plain = await changed('cut.tar.gz', bytes => bytes.subarray(0, bytes.length - 100), join(folder, 'plain.tar.gz'))
    await refused(/cut off or was changed/, { from: plain, masterKey: join(here.folder, 'master.key') })
  })

  test('when one byte of it was changed, locked or not', async () => {
    for (const share of [0.05, 0.5, 0.95]) {
      await refused(/cut off or was changed/, { from: await changed('flip.age', flipped(length => Math.floor(length * share))) })
      const plain = await changed('flip.tar.gz', flipped(length => Math.floor(length * share)), join(folder, 'plain.tar.gz'))
      await refused(/cut off or was changed/, { from: plain, masterKey: join(here.folder, 'master.key') })
    }
  })

  test('when the key is missing, is another one, or is none', async () => {
    await refused(/is encrypted/, { key: undefined })
    await refused(/does not open/, { key: { identities: [await generateIdentity()] } })
    await refused(/does not open/, { key: { passphrase: 'not the right words' } })
    await refused(/no key of age/, { key: { identities: ['AGE-SECRET-KEY-1NONSENSE'] } })
  })

  test('when the master key is missing, or belongs to another installation', async () => {
    const plain = join(folder, 'plain.tar.gz')
    await refused(/does not hold the master key/, { from: plain })
    await writeFile(join(folder, 'other.key'), Buffer.alloc(32, 7))
    await refused(/not the master key/, { from: plain, masterKey: join(folder, 'other.key') })
  })

  test('when it was made by a newer version, is no backup, or is not there', async () => {
    await here.owner.query(`insert into kysely_migration (name, timestamp) values ('9999_from_the_future', '2099-01-01')`)
    const newer = join(folder, 'newer.tar.gz')
    await backUp({ ...source(), to: newer }).finally(() => here.owner.query(`delete from kysely_migration where name like '9999%'`))
    await refused(/newer version.*9999_from_the_future/, { from: newer, masterKey: join(here.folder, 'master.key') })
    await writeFile(join(folder, 'letter.txt'), '敬爱的居民')
    await refused(/no backup of Linju/, { from: join(folder, 'letter.txt') })
    await refused(/not there/, { from: join(folder, 'nowhere') })
  })

  test('when what was restored does not pass its own check', async () => {
    const verify = async () => { throw new StartError(() => '对不上。') }
    const { url, client } = await emptyDatabase()
    await assert.rejects(restore({ from: locked, key: { identities: [identity] }, dataFolder: join(folder, 'never'), databaseUrl: url, verify }), /对不上/)
    assert.equal(await stat(join(folder, 'never')).catch(() => null), null)
    assert.deepEqual(await ask(client, 'select from matter union all select from journal'), [])
    await client.end()
  })

  test('when the journal in it is not the one that was sealed', async () => {
    const change = (facts: string) => here.owner.query('update journal set facts = $1 where (community_id, id) = (select community_id, min(journal_id) from record_leaf group by 1 limit 1)', [facts])
    const [{ facts } = {}] = await ask(here.owner, 'select facts::text from journal where (community_id, id) = (select community_id, min(journal_id) from record_leaf group by 1 limit 1)')
    const tampered = join(folder, 'tampered.tar.gz')
    await change('{"stars": 5}')
    await backUp({ ...source(), to: tampered }).finally(() => change(String(facts)))
    await refused(/differs from the backup/, { from: tampered, masterKey: join(here.folder, 'master.key'), verify: recordsAgree })
  })

  test('when the place is not empty', async () => {
    await mkdir(join(folder, 'full'))
    await writeFile(join(folder, 'full', 'note'), '')
    await assert.rejects(restore({ from: locked, key: { identities: [identity] }, dataFolder: join(folder, 'full') }), refusal(/not empty/))
    assert.deepEqual(await readdir(join(folder, 'full')), ['note'])
    const before = await everything(here.owner)
    await assert.rejects(restore({
      from: locked, key: { identities: [identity] }, dataFolder: join(folder, 'never'), databaseUrl: urlOf(here.settings),
    }), refusal(/not empty/))
    assert.deepEqual(await everything(here.owner), before)
  })
})
