// The record that can be checked: what is done is sealed, anybody can check it, and no tampering with the database stays unseen.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Reader } from '#kit/db.ts'
import { NotFound, Refused } from '#kit/errors.ts'
import { checkpoint } from '#kit/log/checkpoint.ts'
import { headBook } from '#kit/log/head-book.ts'
import { signerOf, verifierKey } from '#kit/log/note.ts'
import { noteInside, raiseMatter } from '#modules/matters/public.ts'
import { eraseMyself, passerBy, type Actor } from '#modules/people/public.ts'
import {
  compared, EXPORT_HEAD, exportPart, headOfSize, lastAudit, lastHead, logSigner, nothingCompared, OPEN_ACTS, provableActs, receiptFor, sealRecord, type Receipt,
} from '#modules/record/public.ts'
import { actionNamed } from '../../src/api/actions.ts'
import { createApp } from '../../src/app.ts'
import { auditAll, sealAll, sealCommunity, tendRecord } from '../../src/jobs/record.ts'
import { append, rootOf, type Peak } from '#kit/log/growth.ts'
import { leafHash } from '#kit/log/hash.ts'
import { tilePath } from '#kit/log/tile.ts'
import { check, readHead, readKey, type Verdict } from '../../public/verify.js'
import { village, type Village } from '#test/village.ts'
import { cookieOf, until, visitor } from '#test/visitor.ts'

let here: Village
let key = ''
const LAMP = { kind: 'broken', text: '楼道的灯不亮了' } as const
const COMMUNITY = { id: 1, slug: 'shicheng' }

before(async () => {
  here = await village()
  await sealAll(here.house)
  const head = await look(lastHead)
  key = verifierKey(logSigner(here.house.means.secrets, { community: 1 }, head?.origin ?? ''))
})
after(() => here.close())

const look = <T>(ask: (db: Reader) => Promise<T>) => here.house.database.look(1, ask)
const seal = (house = here.house) => sealCommunity(house, COMMUNITY)
const raise = () => here.act(raiseMatter, here.people.resident, { ...LAMP, place: here.community.place('榕荫里 3号楼') })
const count = async (table: string) => Number((await here.owner.query(`select count(*) from ${table} where community_id = 1`)).rows[0].count)
const sizeNow = async () => (await look(lastHead))?.size ?? 0
const actNamed = async (matter: number, action: string, actor: Actor = here.people.resident) => {
  const acts = await look(db => provableActs(db, actor, { id: matter, hasReceipt: false }))
  return acts.find(act => act.action === action)?.id ?? 0
}
const receipt = (actor: Actor, matter: number, entry: number, hasReceipt = false) =>
  look(db => receiptFor(db, here.house.means.secrets, actor, { id: matter, hasReceipt, entry }))
const verified = (file: unknown) => check([typeof file === 'string' ? file : JSON.stringify(file)], key)
const wrongIn = async () => {
  let found = nothingCompared
  while (!found.done) found = await look(db => compared(db, here.house.means.secrets, found))
  return found.wrong.map(({ what }) => what)
}
async function exported(): Promise<string> {
  const size = await sizeNow()
  let text = EXPORT_HEAD
  for (let next: number | null = 0; next !== null;) {
    const from: number = next
    const part = await look(db => exportPart(db, here.house.means.secrets, from, size))
    text += part.lines
    next = part.next
  }
  return text
}

describe('what is done', () => {
  test('is sealed to the last act: as many leaves as entries, one after another', async () => {
    await raise()
    await seal()
    const { rows } = await here.owner.query(`select count(*) as n, count(distinct journal_id) as ids, max(index) + 1 as reach,
      bool_and(journal_id > before) is not false as ordered from (select *, lag(journal_id) over (order by index) as before from record_leaf where community_id = 1) leaf`)
    // The journal holds one more: that it was sealed.
    assert.deepEqual(rows[0], { n: String(await count('journal') - 1), ids: rows[0].n, reach: rows[0].n, ordered: true })
    assert.equal(await sizeNow(), Number(rows[0].n))
  })

  test('is sealed once: that something was sealed is no reason to seal again', async () => {
    await seal()
    const before = [await count('journal'), await count('record_head')]
    await seal()
    assert.deepEqual([await count('journal'), await count('record_head')], before)
  })

  test('is sealed in its order, however many processes seal at once', async () => {
    const before = await sizeNow()
    await Promise.all([raise(), raise(), raise(), seal(), seal()])
    await Promise.all([seal(), seal(), seal(), raise(), seal()])
    await seal()
    assert.deepEqual(await wrongIn(), [])
    assert.ok(await sizeNow() >= before + 4)
    assert.equal((await verified(await exported())).ok, true)
  })

  test('is proven by a file that anybody can check', async () => {
    const { id } = await raise()
    const entry = await actNamed(id, 'matters.raise')
    await assert.rejects(receipt(here.people.resident, id, entry), NotFound, 'not sealed yet')
    await seal()
    const file = await receipt(here.people.neighbour, id, entry)
    const verdict = await verified(file)
    assert.ok(verdict.ok && verdict.kind === 'receipt')
    assert.equal(verdict.entry['subject'], `matters/${id}`)
    assert.equal(verdict.entry['action'], 'matters.raise')
    await Promise.all([raise(), raise()])
    await seal()
    assert.equal((await verified(file)).ok, true, 'an old receipt stays good')
  })

  test('shows who did it to nobody but the one who did, and its codes to nobody else either', async () => {
    const { id, receipt: code } = await raise()
    await seal()
    const entry = await actNamed(id, 'matters.raise')
    const own = await receipt(here.people.resident, id, entry)
    assert.match(JSON.stringify(own.open), new RegExp(`"person":${here.people.resident.personId}.*${code}`))
    assert.equal((await verified(own)).ok, true)
    for (const actor of [here.people.neighbour, here.people.secretary, passerBy(1)]) {
      const file = await receipt(actor, id, entry)
      assert.deepEqual(file.open, {})
      assert.doesNotMatch(JSON.stringify(file), new RegExp(code))
    }
    assert.doesNotMatch(await exported(), new RegExp(code), 'not even in the whole record')
  })

  test('on a private matter is proven to nobody who may not see it; an inner act to nobody outside', async () => {
    const { id } = await here.act(raiseMatter, here.people.resident, { ...LAMP, place: here.community.place('榕荫里 3号楼 1单元 602') })
    const open = await raise()
    await here.act(noteInside, here.people.secretary, { id: open.id, text: '先去看一眼再说' })
    await seal()
    const entry = await actNamed(id, 'matters.raise')
    await assert.rejects(receipt(here.people.neighbour, id, entry), NotFound)
    assert.equal((await verified(await receipt(passerBy(1), id, entry, true))).ok, true, 'but whoever holds its receipt code')
    const inner = await actNamed(open.id, 'matters.noteInside', here.people.secretary)
    assert.notEqual(inner, 0)
    assert.equal(await actNamed(open.id, 'matters.noteInside', here.people.neighbour), 0)
    await assert.rejects(receipt(here.people.neighbour, open.id, inner), NotFound)
    await assert.rejects(receipt(here.people.resident, open.id, entry), NotFound, 'an act of another matter')
  })

  test('stays proven when somebody has everything erased that she wrote', async () => {
    const { id } = await here.act(raiseMatter, here.people.tenant, { ...LAMP, text: '我家门口的灯坏了', place: here.community.place('榕荫里 3号楼') })
    await seal()
    const file = await receipt(here.people.resident, id, await actNamed(id, 'matters.raise'))
    await here.act(eraseMyself, here.people.tenant, { sure: true, texts: true })
    await seal()
    assert.deepEqual(await receipt(here.people.resident, id, file.entry.id).then(({ entry }) => entry), file.entry)
    assert.equal((await verified(file)).ok, true)
    assert.deepEqual(await wrongIn(), [])
    assert.equal((await verified(await exported())).ok, true)
  })

  test('every act that a page shows is one that exists', () => {
    for (const name of OPEN_ACTS) assert.ok(actionNamed(name), name)
  })
})

describe('a file that was touched', () => {
  let file: Receipt
  let lines: string[]
  before(async () => {
    const { id } = await raise()
    await seal()
    file = await receipt(here.people.resident, id, await actNamed(id, 'matters.raise'))
    lines = (await exported()).trim().split('\n')
  })
  const codeOf = (verdict: Verdict) => verdict.ok ? 'ok' : verdict.code

  test('proves nothing: another entry, salt, place, proof, head or answer', async () => {
    const otherHead = (await look(db => headOfSize(db, 1)) ?? await look(lastHead))?.note ?? ''
    const touched: [unknown, string | RegExp][] = [
      [{ ...file, entry: { ...file.entry, at: '2020-01-01T00:00:00Z' } }, 'root'],
      [{ ...file, entry: { ...file.entry, more: 1 } }, 'root'],
      [{ ...file, salt: '0'.repeat(32) }, 'root'],
      [{ ...file, index: file.index - 1 }, /root|proof/],
      [{ ...file, index: 1e9 }, 'proof'],
      [{ ...file, proof: file.proof.slice(1) }, 'proof'],
      [{ ...file, proof: [...file.proof, file.proof[0]] }, 'proof'],
      [{ ...file, open: { details: { salt: file.open.details?.salt, value: { facts: {}, onBehalfOf: null, person: 1 } } } }, 'part'],
      [{ ...file, open: { nothing: { salt: '0'.repeat(32), value: 1 } } }, 'part'],
      [{ ...file, head: file.head.replace(/^\d+$/m, size => String(Number(size) + 1)) }, 'signature'],
      [{ ...file, head: otherHead.split('\n').slice(0, 3).join('\n') }, 'note'],
      [{ ...file, proof: 'none' }, 'unreadable'],
      [{ ...file, linju: 'receipt/2' }, 'unreadable'],
      ['{"linju":', 'unreadable'],
      ['', 'unreadable'],
    ]
    for (const [each, code] of touched) assert.match(codeOf(await verified(each)), RegExp(code), JSON.stringify(each).slice(0, 200))
  })

  test('signed by somebody without the key is a stranger’s', async () => {
    const [origin = '', size = '', root = ''] = file.head.split('\n')
    const stranger = checkpoint(signerOf(origin, Buffer.alloc(32, 1)), { size: Number(size), root: Buffer.from(root, 'base64'), at: here.time.now })
    assert.equal(codeOf(await verified({ ...file, head: stranger })), 'stranger')
    const keyId = Buffer.from(file.head.split('\n').at(-2)?.split(' ')[2] ?? '', 'base64').subarray(0, 4)
    const pretended = stranger.split('\n').map(line => line.startsWith('—') ? `— ${origin} ${Buffer.concat([keyId, Buffer.from(line.split(' ')[2] ?? '', 'base64').subarray(4)]).toString('base64')}` : line)
    assert.notEqual(codeOf(await verified({ ...file, head: pretended.join('\n') })), 'ok')
    for (const wrong of [key.replace(/\+[\da-f]{8}\+/, '+00000000+'), key.slice(0, -1), key.slice(1), '']) assert.equal(codeOf(await check([JSON.stringify(file)], wrong)), 'key', wrong)
  })

  test('is no whole record: a line changed, missing, twice, swapped, or cut at the end', async () => {
    assert.equal(codeOf(await verified(lines.join('\n'))), 'ok')
    const entries = lines.flatMap((line, i) => line.startsWith('{"entry"') ? [i] : [])
    const [at = 0, next = 0] = entries.slice(5)
    const changed = lines.with(at, (lines[at] ?? '').replace(/"person":(\d+|null)/, '"person":99999'))
    const renamed = lines.with(at, (lines[at] ?? '').replace(/"action":"[^"]+"/, '"action":"matters.move"'))
    assert.equal(codeOf(await verified(changed.join('\n'))), 'part')
    assert.equal(codeOf(await verified(renamed.join('\n'))), 'root')
    assert.equal(codeOf(await verified(lines.toSpliced(at, 1).join('\n'))), 'root')
    assert.notEqual(codeOf(await verified(lines.toSpliced(at, 0, lines[at] ?? '').join('\n'))), 'ok')
    assert.notEqual(codeOf(await verified(lines.with(at, lines[next] ?? '').with(next, lines[at] ?? '').join('\n'))), 'ok')
    assert.equal(codeOf(await verified(lines.slice(0, -1).join('\n'))), 'cut')
    assert.equal(codeOf(await verified(`${lines.join('\n')}\n${lines[at]}`)), 'order')
    assert.equal(codeOf(await verified(`${lines.join('\n')}\n${lines.at(-1)}`)), 'time')
    assert.equal(codeOf(await verified(`${lines[0]}\n${lines.at(-1)}`)), 'root')
  })
})

describe('a database that was tampered with', () => {
  const TABLES = ['journal', 'record_leaf', 'record_node', 'record_head']
  const asIfNothing = async (run: () => Promise<void>) => {
    for (const table of TABLES) await here.owner.query(`create table kept_${table} as table ${table}`)
    try {
      await run()
    } finally {
      for (const table of TABLES) {
        await here.owner.query(`begin; set local session_replication_role = replica; delete from ${table};
          insert into ${table} overriding system value select * from kept_${table}; commit; drop table kept_${table}`)
      }
    }
  }
  // As somebody who owns the database and whom no rule stops.
  const behindOurBack = async (sql: string) => {
    await here.owner.query(`begin; set local session_replication_role = replica; ${sql}; commit`).catch(async problem => {
      await here.owner.query('rollback')
      throw problem
    })
  }
  const FIVE = '(select journal_id from record_leaf where community_id = 1 and index = 5)'
  const SIX = '(select journal_id from record_leaf where community_id = 1 and index = 6)'
  const flipped = (column: string) => `set_byte(${column}, 0, get_byte(${column}, 0) # 1)`

  const TAMPERED: [what: string, sql: string, found: string][] = [
    ['an entry’s action', `update journal set action = 'matters.close' where id = ${FIVE}`, 'changed'],
    ['an entry’s facts', `update journal set facts = '{"as":"done"}' where id = ${FIVE}`, 'changed'],
    ['an entry’s answer', `update journal set answer = '{"id":1}' where id = ${FIVE}`, 'changed'],
    ['an entry’s subject', `update journal set subject = 'matters/1000' where id = ${FIVE}`, 'changed'],
    ['an entry’s time, by a microsecond', `update journal set at = at + interval '1 microsecond' where id = ${FIVE}`, 'changed'],
    ['an entry’s person', `update journal set person_id = coalesce(person_id, 0) + 1 where id = ${FIVE}`, 'changed'],
    ['an entry’s principal', `update journal set on_behalf_of = 1 where id = ${FIVE}`, 'changed'],
    ['an entry’s request key', `update journal set request_key = gen_random_uuid() where id = ${FIVE}`, 'changed'],
    ['an entry that is gone', `delete from journal where id = ${FIVE}`, 'gone'],
    ['an entry put in between', `insert into journal (community_id, id, at, action, subject, facts, answer) overriding system value
      select 1, min(id), now(), 'matters.close', 'matters/1', '{}', '{}' from journal where community_id = 2`, 'inserted'],
    ['two entries swapped', `update journal a set (at, action, person_id, on_behalf_of, subject, facts, answer) = (select at, action, person_id, on_behalf_of, subject, facts, answer
      from journal b where b.community_id = 1 and b.id = case a.id when ${FIVE} then ${SIX} else ${FIVE} end) where a.id in (${FIVE}, ${SIX})`, 'changed'],
    ['a leaf', `update record_leaf set commitment = ${flipped('commitment')} where community_id = 1 and index = 5`, 'changed'],
    ['a leaf that is gone', 'delete from record_leaf where community_id = 1 and index = 5', 'order'],
    ['two leaves swapped', `update record_leaf set journal_id = -journal_id where community_id = 1 and index in (5, 6);
      update record_leaf a set journal_id = -b.journal_id from record_leaf b where a.community_id = 1 and b.community_id = 1 and a.index in (5, 6) and b.index = 11 - a.index`, 'order'],
    ['a leaf put at the end', `insert into record_leaf select 1, max(index) + 1, (select max(id) from journal where community_id = 1), sha256('') from record_leaf where community_id = 1`, 'changed'],
    ['a stored hash', `update record_node set hash = ${flipped('hash')} where community_id = 1 and index = 0`, 'hash'],
    ['a stored hash that is gone', 'delete from record_node where community_id = 1 and index = 0', 'hash'],
    ['a stored hash too many', `insert into record_node values (1, 1, 1000, sha256(''))`, 'cut'],
    ['a head’s size', `update record_head set note = regexp_replace(note, '\\n\\d+\\n', E'\\n7\\n') where community_id = 1`, 'head'],
    ['a head’s time', `update record_head set note = regexp_replace(note, '(— \\S+ [A-Za-z0-9+/]{14}).([^ ]*\\n)$', '\\1x\\2') where community_id = 1`, 'head'],
    ['the last head that is gone', 'delete from record_head where community_id = 1 and size = (select max(size) from record_head where community_id = 1)', 'cut'],
    ['a head between that is gone', `delete from record_head where community_id = 1 and size = (select size from record_head where community_id = 1 order by size desc offset 1 limit 1)`, 'head'],
    ['everything sealed that is gone', 'delete from record_head where community_id = 1; delete from record_node where community_id = 1', 'cut'],
  ]

  test('was whole before', async () => assert.deepEqual(await wrongIn(), []))

  for (const [what, sql, found] of TAMPERED) {
    test(`is found out by its own comparison: ${what}`, () => asIfNothing(async () => {
      await behindOurBack(sql)
      const wrong = await wrongIn()
      assert.ok(wrong.includes(found as 'cut'), `${what}: ${wrong}`)
    }))
  }

  test('is found out by others: what was exported and proven before no longer agrees with the head that is shown', () => asIfNothing(async () => {
    const before = await look(lastHead)
    // Everything made anew after a change, as far as it can be without the key.
    await behindOurBack(`update journal set subject = 'matters/1000' where id = ${FIVE}; update record_leaf set commitment = ${flipped('commitment')} where community_id = 1 and index = 5`)
    assert.equal((await verified(await exported())).ok, false)
    const size = before?.size ?? 0
    const forged = checkpoint(signerOf(before?.origin ?? '', Buffer.alloc(32, 3)), { size, root: Buffer.alloc(32), at: here.time.now })
    await here.owner.query('update record_head set note = $1 where community_id = 1 and size = $2', [forged, size])
    assert.ok((await wrongIn()).includes('head'))
    assert.equal((await verified(await exported())).ok, false)
  }))

  test('is not sealed any further, and the last night’s comparison tells everybody', () => asIfNothing(async () => {
    await behindOurBack(`update record_leaf set commitment = ${flipped('commitment')} where community_id = 1 and index = (select max(index) from record_leaf where community_id = 1)`)
    await raise()
    const size = await sizeNow()
    await seal()
    assert.equal(await sizeNow(), size)
    await assert.rejects(here.act(sealRecord, passerBy(1), { upTo: 1e9, origin: 'x' }), Refused)
    await auditAll(here.house)
    assert.equal((await look(lastAudit))?.right, false)
  }))

  test('and set back to an older copy is noticed by the book of heads, also when it has gone on since', () => asIfNothing(async () => {
    const rest = (await here.owner.query('select max(size) as size from record_head where community_id = 1')).rows[0].size
    await behindOurBack(`delete from record_head where community_id = 1 and size = ${rest};
      delete from record_leaf where community_id = 1 and index >= (select max(size) from record_head where community_id = 1);
      delete from journal where community_id = 1 and id > (select max(journal_id) from record_leaf where community_id = 1)`)
    await raise()
    const size = await sizeNow()
    await seal()
    assert.equal(await sizeNow(), size, 'nothing is sealed')
    // A process that has no book goes on; its heads are others, and the first one still sees that.
    const newcomer = { ...here.house, heads: headBook(join(here.folder, 'other-heads')) }
    for (let i = 0; i < 4; i++) await raise()
    await seal(newcomer)
    assert.ok(await sizeNow() > size)
    const grown = await sizeNow()
    await raise()
    await seal()
    assert.equal(await sizeNow(), grown)
  }))

  test('lets nobody whom we let in change or take away what is sealed', async () => {
    for (const table of TABLES) {
      for (const right of ['update', 'delete', 'truncate']) {
        const { rows } = await here.owner.query('select has_table_privilege($1, $2, $3) as may', ['linju_writer', table, right])
        assert.equal(rows[0].may, false, `${right} ${table}`)
      }
    }
    await assert.rejects(here.owner.query(`delete from journal where community_id = 1 and id = ${FIVE}`), /foreign key/)
  })
})

describe('other people’s tools', () => {
  const app = () => createApp(here.house)
  const fetched = async (path: string) => {
    const answer = await app().request(`/shicheng/record/${path}`)
    return { status: answer.status, type: answer.headers.get('content-type'), kept: answer.headers.get('cache-control'), bytes: Buffer.from(await answer.arrayBuffer()) }
  }
  const widths = (size: number) => Array.from({ length: Math.ceil(size / 256) }, (_, index) => ({ index, width: Math.min(256, size - index * 256) }))

  test('fetch head, key, tiles and bundles, and come to the same root', async () => {
    await seal()
    const head = readHead(String((await fetched('checkpoint')).bytes), readKey(String((await fetched('key')).bytes)))
    assert.equal(head.size, await sizeNow())
    assert.ok(head.size > 256, 'more than one tile')
    const peaks: Peak[] = []
    for (const { index, width } of widths(head.size)) {
      const [tile, bundle] = await Promise.all([fetched(tilePath({ level: 0, index, width })), fetched(tilePath({ level: 'entries', index, width }))])
      assert.deepEqual([tile.status, tile.type, tile.bytes.length], [200, 'application/octet-stream', width * 32])
      for (let i = 0; i < width; i++) {
        assert.equal(bundle.bytes.readUInt16BE(i * 34), 32)
        const leaf = leafHash(bundle.bytes.subarray(i * 34 + 2, i * 34 + 34))
        assert.deepEqual(Buffer.from(leaf), tile.bytes.subarray(i * 32, i * 32 + 32))
        append(peaks, index * 256 + i, leaf)
      }
    }
    assert.deepEqual(Buffer.from(rootOf(peaks)), Buffer.from(head.root))
    assert.deepEqual((await fetched('tile/1/000.p/1')).bytes, Buffer.from(peaks[0]?.hash ?? ''), 'the first whole tile is one hash of the next level')
  })

  test('may keep tiles for ever and the head for seconds; nothing else is there', async () => {
    assert.match((await fetched('tile/0/000')).kept ?? '', /max-age=31536000, immutable/)
    assert.match((await fetched('checkpoint')).kept ?? '', /max-age=2$/)
    assert.match((await fetched('checkpoint')).type ?? '', /^text\/plain; charset=utf-8/)
    const size = await sizeNow()
    for (const path of [`tile/0/001.p/${size - 255}`, 'tile/0/002', 'tile/1/000', 'tile/2/000.p/1', 'tile/0/0', 'tile/entries/999', 'tile/']) {
      assert.equal((await fetched(path)).status, 404, path)
    }
    assert.equal((await app().request('/nowhere/record/checkpoint')).status, 404)
  })
})

describe('on the pages', () => {
  const app = () => createApp(here.house)
  const as = async (who: Parameters<typeof cookieOf>[1]) => visitor(app(), await cookieOf(here, who))

  test('the head stands under the board, on paper, and on the page of the record', async () => {
    await seal()
    const head = readHead((await look(lastHead))?.note ?? '', readKey(key))
    const short = Buffer.from(head.root).toString('hex').slice(0, 20).replace(/(....)(?!$)/g, '$1 ')
    const secretary = await as('secretary')
    for (const path of ['/shicheng/board', '/shicheng/codes?estate=1', '/shicheng/codes?place=1', '/shicheng/record']) {
      const { text } = await secretary.open(path)
      assert.ok(text.includes(short) && text.includes(`${head.size} 件`), path)
    }
  })

  test('somebody with an old sheet gets a file that leads from there to now', async () => {
    const old = await sizeNow()
    await raise()
    await seal()
    const passer = await as(null)
    assert.equal((await verified((await passer.open(`/shicheng/record/consistency?from=${old}`)).text)).ok, true)
    for (const from of ['0', '', '999999', 'x']) assert.equal((await passer.open(`/shicheng/record/consistency?from=${from}`)).status, 404)
    const heads = (await passer.open('/shicheng/record/heads.jsonl')).text.trim().split('\n')
    assert.equal(heads.length, await count('record_head'))
  })

  test('the secretary takes the whole record away, and that is written down; nobody else does', async () => {
    for (const who of ['neighbour', 'gridWorker', null] as const) assert.equal((await (await as(who)).send('/shicheng/record/export', {})).status, 403)
    const exports = async () => (await here.owner.query(`select 1 from journal where community_id = 1 and action = 'record.export'`)).rowCount
    const before = await exports()
    const taken = await (await as('secretary')).send('/shicheng/record/export', {})
    const verdict = await verified(taken.text)
    assert.ok(verdict.ok && verdict.kind === 'export')
    assert.equal(verdict.entries, await sizeNow())
    assert.equal(await exports(), (before ?? 0) + 1)
  })

  test('say when the record was set back', async () => {
    const book = { ...here.house, heads: headBook(join(here.folder, 'set-back')) }
    await book.heads.add(1, checkpoint(signerOf('x', Buffer.alloc(32)), { size: await sizeNow() + 5, root: Buffer.alloc(32), at: here.time.now }))
    assert.match((await visitor(createApp(book)).open('/shicheng/record')).text, /换成了旧的一份/)
    assert.doesNotMatch((await (await as(null)).open('/shicheng/record')).text, /换成了旧的一份/)
    assert.equal((await createApp(book).request('/readyz')).status, 200)
  })
})

test('by the clock what is new is sealed within seconds', async t => {
  t.after(tendRecord(here.house))
  const before = await sizeNow()
  await raise()
  assert.ok(await until(async () => await sizeNow() > before, 6))
})

test('two processes with books of their own both keep the newest head', async () => {
  const other = { ...here.house, heads: headBook(join(here.folder, 'second-heads')) }
  await raise()
  await seal()
  await seal(other)
  assert.equal((await other.heads.longest(1))?.size, await sizeNow())
  await raise()
  await seal(other)
  await seal()
  assert.equal((await here.house.heads.longest(1))?.size, await sizeNow())
})

test('the nightly comparison writes down that all is right', async () => {
  await auditAll(here.house)
  const audit = await look(lastAudit)
  assert.equal(audit?.right, true)
  assert.equal(audit?.size, await sizeNow())
})
