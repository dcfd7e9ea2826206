// 评、销号、档案: rating, closing with evidence, the sealed file, doing it again, and asking a month later.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { unzipSync } from 'fflate'
import type { Hono } from 'hono'
import { Invalid, NotFound, Refused } from '#kit/errors.ts'
import { clocksOf } from '#modules/clocks/public.ts'
import {
  closeMatter, dossierOf, followMatter, matterById, noteInside, raiseMatter, rateMatter, rateOf, ratingRows, asRatings, reopenMatter, setPrivate, spend,
} from '#modules/matters/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import { shown as shownIn } from '#test/shown.ts'
import { cookieOf, visitor } from '#test/visitor.ts'
import { village, type Village } from '#test/village.ts'
import { createApp } from '../../src/app.ts'
import { jobsOf } from '../../src/jobs/jobs.ts'

let here: Village
let app: Hono
before(async () => {
  here = await village()
  app = createApp(here.house)
})
after(() => here.close())

const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const look = <T>(ask: Parameters<typeof here.house.database.look<T>>[1]) => here.house.database.look(here.community.id, ask)
const signedIn = async (key: Parameters<typeof cookieOf>[1]) => visitor(app, await cookieOf(here, key))
const passer = () => passerBy(here.community.id)
const stepOf = async (id: number) => (await rows<{ step: string }>('select step from matter where id = $1', [id]))[0]?.step
const ratings = async (actor: Actor, id: number) => asRatings(await look(db => ratingRows(db, id).execute()), actor, { raiser_id: here.people.resident.personId }, false)
const later = (time: Parameters<Temporal.Instant['add']>[0]) => { here.time.now = here.time.now.add(time) }

/** A lamp that is mended and shown, and waits for its stars. */
function shown(more: { raiser?: Actor, text?: string, phone?: string } = {}) {
  return shownIn(here, { raiser: here.people.resident, worker: here.people.secretary, place: here.community.place('榕荫里 3号楼'), ...more })
}

async function closed(more: Parameters<typeof shown>[0] = {}) {
  const raised = await shown(more)
  await here.act(rateMatter, more.raiser ?? here.people.resident, { id: raised.id, receipt: raised.receipt, stars: 5, text: '亮堂多了' })
  const { dossier } = await here.act(closeMatter, here.people.gridLeader, { id: raised.id, note: '销号存档' })
  return { ...raised, dossier }
}

async function archiveOf(who: Awaited<ReturnType<typeof signedIn>> | null, id: number): Promise<Uint8Array> {
  const cookie = who ? await cookieOf(here, 'resident') : ''
  const response = await app.request(`http://localhost/shicheng/matters/${id}/dossier.zip`, { headers: cookie ? { cookie } : {} })
  assert.equal(response.status, 200)
  return new Uint8Array(await response.arrayBuffer())
}

describe('stars', () => {
  test('are given by the raiser and those with the same trouble, once each, and changed until it is closed', async () => {
    const { id } = await shown()
    await here.act(followMatter, here.people.tenant, { id })
    await Promise.all(Array.from({ length: 8 }, () => here.act(rateMatter, here.people.tenant, { id, stars: 4 })))
    await here.act(rateMatter, here.people.resident, { id, stars: 3, text: '还行' })
    await here.act(rateMatter, here.people.resident, { id, stars: 5, text: '亮堂多了' })
    const given = await ratings(here.people.resident, id)
    assert.deepEqual(given.stars, [0, 0, 0, 1, 1])
    assert.deepEqual(given.own, { stars: 5, text: '亮堂多了' })
    assert.deepEqual(rateOf(given.stars), { mean: '4.5', count: 2 })
    await assert.rejects(here.act(rateMatter, here.people.neighbour, { id, stars: 5 }), Refused)
    await here.act(closeMatter, here.people.gridLeader, { id, note: '销号' })
    await assert.rejects(here.act(rateMatter, here.people.resident, { id, stars: 1, text: '又坏了' }), Refused)
  })

  test('are given with the receipt alone by whoever has no account, and by nobody else without one', async () => {
    const { id, receipt } = await shown({ raiser: passer() })
    await assert.rejects(here.act(rateMatter, passer(), { id, stars: 5 }), Refused)
    await here.act(rateMatter, passer(), { id, receipt, stars: 5 })
    await here.act(rateMatter, passer(), { id, receipt, stars: 4 })
    assert.deepEqual((await ratings(passer(), id)).stars, [0, 0, 0, 1, 0])
  })

  test('wait until the work is shown', async () => {
    const { id } = await here.act(raiseMatter, here.people.resident, { place: here.community.place('榕荫里 3号楼'), kind: 'broken', text: '信箱的锁坏了' })
    await assert.rejects(here.act(rateMatter, here.people.resident, { id, stars: 5 }), Refused)
  })

  test('one or two ask why, and send it back to be done with its clock anew when that is asked for', async () => {
    const { id } = await shown()
    await assert.rejects(here.act(rateMatter, here.people.resident, { id, stars: 2 }), Invalid)
    later({ hours: 5 })
    await here.act(rateMatter, here.people.resident, { id, stars: 2, text: '一闪一闪的', again: true })
    assert.equal(await stepOf(id), 'do')
    const clock = (await look(db => clocksOf(db, `matters/${id}`))).findLast(one => one.name === 'do')
    assert.equal(clock?.endedAt, null)
    assert.equal(clock?.startedAt.toString(), here.time.now.toString())
    const [entry] = await rows<{ text: string }>(`select j::text as text from journal j where action = 'matters.rate' and subject = $1 order by id desc limit 1`, [`matters/${id}`])
    assert.doesNotMatch(entry?.text ?? '', /一闪一闪/)
  })

  test('stand on a page with nothing chosen beforehand, with what is wrong and what was typed', async () => {
    const { id } = await shown()
    const who = await signedIn('resident')
    const page = await who.open(`/shicheng/matters/${id}/rate`)
    assert.match(page.text, /还没人评/)
    assert.doesNotMatch(page.text, / checked/)
    const again = await who.send(`/shicheng/matters/${id}/rate`, { stars: '1', text: '' })
    assert.equal(again.status, 422)
    assert.match(again.text, /哪里没办好，写一句/)
    assert.match(again.text, /value="1" checked/)
    assert.equal((await who.send(`/shicheng/matters/${id}/rate`, { stars: '1', text: '还是不亮', again: 'true' })).status, 303)
    const shownNow = await visitor(app).open(`/shicheng/matters/${id}`)
    assert.match(shownNow.text, /1\.0 分 · 1 人评/)
    assert.doesNotMatch(shownNow.text, /林秀英/)
    assert.equal(await stepOf(id), 'do')
  })
})

describe('closing', () => {
  test('needs what the method asks for: here that somebody rated it', async () => {
    const { id } = await shown()
    await assert.rejects(here.act(closeMatter, here.people.gridLeader, { id, note: '销号' }), Invalid)
    assert.equal(await stepOf(id), 'rate')
    await here.act(rateMatter, here.people.resident, { id, stars: 4 })
    const { dossier } = await here.act(closeMatter, here.people.gridLeader, { id, note: '销号' })
    assert.equal(dossier, `shicheng-2026-${id}`)
    assert.equal(await stepOf(id), 'close')
  })

  test('goes without stars when nobody said anything for seven days, and says so instead of counting them satisfied', async () => {
    const { id } = await shown()
    later({ hours: 7 * 24 - 1 })
    await assert.rejects(here.act(closeMatter, here.people.gridLeader, { id, note: '销号' }), Invalid)
    later({ hours: 1 })
    await here.act(closeMatter, here.people.gridLeader, { id, note: '销号' })
    const { content } = await look(db => dossierOf(db, passer(), id))
    assert.deepEqual(content.rating, { stars: [0, 0, 0, 0, 0], words: [], silence: { unit: 'days', amount: 7 } })
    assert.match((await visitor(app).open(`/shicheng/matters/${id}/dossier`)).text, /7 天没人评，按约定办结/)
  })

  test('before the work begins turns it down, with a reason and no evidence', async () => {
    const { id } = await here.act(raiseMatter, here.people.resident, { place: here.community.place('榕荫里 3号楼'), kind: 'other', text: '市政路灯归谁管' })
    await here.act(closeMatter, here.people.gridWorker, { id, note: '这是市政的，已经转过去' })
    assert.deepEqual(await rows('select closed_as, level from matter_dossier where matter_id = $1', [id]), [{ closed_as: 'turned_down', level: 'grid' }])
  })

  test('is for the posts that the method names, and for nobody from elsewhere', async () => {
    const { id } = await shown()
    await here.act(rateMatter, here.people.resident, { id, stars: 5 })
    for (const key of ['propertyStaff', 'neighbour', 'resident'] as const) await assert.rejects(here.act(closeMatter, here.people[key], { id, note: '销号' }), Refused, key)
  })

  test('erases the phone, stops every clock, and says who settled it and that other hands closed it', async () => {
    const { id } = await closed({ phone: '13900001234' })
    assert.deepEqual(await rows('select phone_sealed, closed_at is not null as closed from matter where id = $1', [id]), [{ phone_sealed: null, closed: true }])
    assert.deepEqual(await rows(`select name from clock where subject = $1 and ended_at is null`, [`matters/${id}`]), [])
    const { content } = await look(db => dossierOf(db, passer(), id))
    assert.equal(content.closed.level, 'community')
    assert.equal(content.closed.other_hands, true)
  })

  test('by ten hands at once is done once', async () => {
    const { id } = await shown()
    await here.act(rateMatter, here.people.resident, { id, stars: 5 })
    const tried = await Promise.allSettled(Array.from({ length: 10 }, () => here.act(closeMatter, here.people.gridLeader, { id, note: '销号' })))
    assert.equal(tried.filter(({ status }) => status === 'fulfilled').length, 1)
  })
})

describe('the sealed file', () => {
  test('can be checked by anybody from the archive alone, and one changed byte breaks it', async () => {
    const { id } = await shown()
    await here.act(spend, here.people.secretary, { id, yuan: '1,280.50', what: '感应灯三盏', paidFrom: 'public_income' })
    await here.act(rateMatter, here.people.resident, { id, stars: 5, text: '亮堂多了' })
    await here.act(closeMatter, here.people.gridLeader, { id, note: '销号存档' })
    const bytes = await archiveOf(null, id)
    assert.deepEqual(await archiveOf(null, id), bytes)
    const files = unzipSync(bytes)
    const sha = (name: string) => createHash('sha256').update(files[name] ?? '').digest('hex')
    const text = (name: string) => new TextDecoder().decode(files[name])
    const [{ hash } = { hash: '' }] = await rows<{ hash: string }>('select hash from matter_dossier where matter_id = $1', [id])
    assert.equal(sha('dossier.json'), hash)
    for (const line of text('SHA256SUMS').trim().split('\n')) assert.equal(sha(line.slice(66)), line.slice(0, 64), line)
    const words = JSON.parse(text('words.json')) as Record<string, { salt: string, text: string }>
    for (const [mark, { salt, text }] of Object.entries(words)) assert.equal(createHash('sha256').update(salt + text).digest('hex'), mark)
    const content = JSON.parse(text('dossier.json')) as { costs: { cents: number }[], photos: { sha256: string }[] }
    assert.deepEqual(content.costs.map(cost => cost.cents), [128_050])
    for (const photo of content.photos) assert.equal(sha(`photos/${photo.sha256}.jpg`), photo.sha256)
    files['dossier.json']?.set([0x31], 200)
    assert.notEqual(sha('dossier.json'), hash)
    assert.match(text('dossier.html'), /亮堂多了/)
    assert.doesNotMatch(text('dossier.html'), /<script|\/static\//)
  })

  test('is changed by nobody: not by our own hands, and the database itself refuses another content', async () => {
    const { id } = await closed()
    for (const right of ['update', 'delete', 'truncate']) {
      assert.deepEqual(await rows(`select has_table_privilege('linju_writer', 'matter_dossier', '${right}') as may`), [{ may: false }], right)
    }
    await assert.rejects(rows(`update matter_dossier set content = replace(content, '"as":"done"', '"as":"gone"') where matter_id = $1`, [id]), /check constraint/)
  })

  test('keeps its seal when somebody has his words erased, and says that they are gone', async () => {
    const { id } = await closed({ text: '我家门口的灯不亮，我姓林' })
    await rows('delete from matter_dossier_word where person_id = $1 and not is_name', [here.people.resident.personId])
    const page = await visitor(app).open(`/shicheng/matters/${id}/dossier`)
    assert.match(page.text, /原文已抹去，印记/)
    assert.match(page.text, /封存仍然对得上/)
    assert.doesNotMatch(page.text, /我姓林/)
    const files = unzipSync(await archiveOf(null, id))
    assert.equal(createHash('sha256').update(files['dossier.json'] ?? '').digest('hex'), (await look(db => dossierOf(db, passer(), id))).hash)
    assert.ok(!Object.values(files).some(bytes => new TextDecoder().decode(bytes).includes('我姓林')))
  })

  test('of a private matter is for its raiser and those who handle it, and the private part is in none', async () => {
    const { id } = await shown()
    await here.act(setPrivate, here.people.secretary, { id, private: true, text: '楼道的灯', privateText: '502 的老人夜里摔过' })
    await here.act(noteInside, here.people.secretary, { id, text: '家属电话先别打' })
    await here.act(rateMatter, here.people.resident, { id, stars: 5 })
    await here.act(closeMatter, here.people.gridLeader, { id, note: '销号' })
    for (const path of ['dossier', 'dossier.zip']) {
      assert.equal((await visitor(app).open(`/shicheng/matters/${id}/${path}`)).status, 404)
      assert.equal((await (await signedIn('neighbour')).open(`/shicheng/matters/${id}/${path}`)).status, 404)
    }
    const page = await (await signedIn('resident')).open(`/shicheng/matters/${id}/dossier`)
    assert.equal(page.status, 200)
    assert.match(page.text, /另有一段不公开/)
    const files = unzipSync(await archiveOf(await signedIn('resident'), id))
    assert.ok(!Object.values(files).some(bytes => /502 的老人|家属电话/.test(new TextDecoder().decode(bytes))))
    assert.doesNotMatch(page.text, /502 的老人|家属电话/)
    assert.deepEqual(await rows(`select 1 from matter_dossier_word where text like '%502 的老人%'`), [])
  })

  test('is not there while a matter is open', async () => {
    const { id } = await shown()
    await assert.rejects(look(db => dossierOf(db, here.people.secretary, id)), NotFound)
  })
})

describe('not good after all', () => {
  test('opens a linked matter for all who waited, once, and leaves the closed file as it was', async () => {
    const { id } = await shown()
    await here.act(followMatter, here.people.tenant, { id })
    await here.act(rateMatter, here.people.resident, { id, stars: 4 })
    await here.act(closeMatter, here.people.gridLeader, { id, note: '销号' })
    await assert.rejects(here.act(reopenMatter, here.people.neighbour, { id, note: '又不亮了' }), Refused)
    const again = await here.act(reopenMatter, here.people.tenant, { id, note: '昨晚又不亮了' })
    const matter = await look(db => matterById(db, here.people.tenant, again.id))
    assert.deepEqual([matter.reopened_from, matter.raiser_id, matter.step], [id, here.people.tenant.personId, 'raise'])
    assert.deepEqual(await rows<{ person_id: string }>('select person_id from matter_follower where matter_id = $1', [again.id]),
      [{ person_id: String(here.people.resident.personId) }])
    assert.equal(await stepOf(id), 'close')
    await assert.rejects(here.act(reopenMatter, here.people.resident, { id, note: '还是不亮' }), Refused)
    assert.match((await visitor(app).open(`/shicheng/matters/${id}/dossier`)).text, new RegExp(`matters/${again.id}"`))
  })

  test('before it is closed goes back to be done', async () => {
    const { id } = await shown()
    const who = await signedIn('resident')
    assert.equal((await who.send(`/shicheng/matters/${id}/reopen`, { note: '' })).status, 422)
    assert.equal((await who.send(`/shicheng/matters/${id}/reopen`, { note: '开关松了' })).status, 303)
    assert.equal(await stepOf(id), 'do')
  })
})

describe('a month later', () => {
  test('the raiser is asked once whether it held, answers with one tap, or has it done again', async () => {
    const [good, bad] = [await closed(), await closed()]
    const job = () => jobsOf(here.house)['askAgain']?.({}, {} as never)
    later({ hours: 24 * 29 })
    await job()
    assert.deepEqual(await rows('select 1 from matter_check where matter_id = $1', [good.id]), [])
    later({ hours: 24 })
    await job()
    await job()
    assert.equal((await rows(`select 1 from journal where action = 'matters.askAgain' and subject = $1`, [`matters/${good.id}`])).length, 1)
    const who = await signedIn('resident')
    assert.match((await who.open('/shicheng')).text, /一个月了，还好吗？/)
    assert.equal((await who.send(`/shicheng/matters/${good.id}/held`, {})).status, 303)
    assert.equal((await (await signedIn('neighbour')).send(`/shicheng/matters/${bad.id}/held`, {})).status, 403)
    await here.act(reopenMatter, here.people.resident, { id: bad.id, note: '又坏了，夜里全黑' })
    assert.deepEqual(await rows('select matter_id::int as id, held from matter_check where matter_id = any($1) order by 1', [[good.id, bad.id]]),
      [{ id: good.id, held: true }, { id: bad.id, held: false }])
  })
})
