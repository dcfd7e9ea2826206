// What waits for a look: who sees it, who judges it, what the author is told, and what stands in the public log.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { NotFound, Refused } from '#kit/errors.ts'
import {
  acceptMatter, alike, answerQuestion, appealJudgement, askChange, askResident, board, casesFor, changeOwn, closeMatter, commentOnMatter, dossierOf, followMatter, hideCase, makePrivate, matterById, openHere, queueOf, raiseMatter,
  releaseCase, replyToMatter, reportThing, routeMatter, streetCounts, trackedCounts, trailOf, withdrawMatter,
} from '#modules/matters/public.ts'
import { addWord, endWord, judgements } from '#modules/moderation/public.ts'
import { eraseMyself, passerBy, type Actor } from '#modules/people/public.ts'
import { caseOf, heldMatter, neighbours } from '#test/floods.ts'
import { cookieOf, formsIn, untouched, visitor } from '#test/visitor.ts'
import { village, type Village } from '#test/village.ts'
import { createApp } from '../../src/app.ts'
import { lookOverCases } from '../../src/jobs/cases.ts'
import { spread } from '../../src/jobs/notices.ts'

let here: Village
let app: Hono
const out = passerBy(1)
before(async () => {
  here = await village()
  app = createApp(here.house)
})
after(() => here.close())

const look = <T>(ask: Parameters<typeof here.house.database.look<T>>[1]) => here.house.database.look(1, ask)
const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const place = (name = '3号楼') => here.community.place(`榕荫里 ${name}`)
const raise = (text: string, actor: Actor = here.people.resident, more: object = {}) => here.act(raiseMatter, actor, { place: place(), kind: 'broken', text, ...more })
const later = (duration: Temporal.DurationLike) => { here.time.now = here.time.now.add(duration) }
const toldOf = async (id: number) => {
  await spread(here.house, 1)
  return (await rows<{ name: string }>(`select distinct person.name from notice
    join person on person.community_id = notice.community_id and person.id = notice.person_id where matter_id = $1`, [id])).map(row => row.name)
}
const seenBy = (actor: Actor, id: number) => look(db => matterById(db, actor, id)).then(() => true, problem => problem instanceof NotFound ? false : Promise.reject(problem))
/** Somebody who may judge here and is not the secretary. */
const other = () => here.people.gridLeader

describe('what is held', () => {
  test('is seen by its author, its receipt and whoever judges, and appears nowhere else', async () => {
    const counts = async () => ({ tracked: await look(db => trackedCounts(db, {}, here.time.now)), street: await streetCounts(here.house.database.commons, 1, here.time.now) })
    const before = await counts()
    const { id, receipt, author } = await heldMatter(here, { text: '独一无二的喷泉坏了' })
    const after = await counts()
    assert.equal(after.tracked.open + after.tracked.hidden, before.tracked.open + before.tracked.hidden + 12, 'the twelve before it, not itself')
    assert.equal(Number(after.street[0]?.open), Number(before.street[0]?.open) + 12)
    for (const one of [author, here.people.secretary, other()]) assert.ok(await seenBy(one, id))
    assert.equal((await look(db => matterById(db, out, id, true))).id, id)
    for (const one of [out, here.people.neighbour, here.people.gridWorker, here.people.propertyManager, here.people.committeeChair]) {
      assert.equal(await seenBy(one, id), false, one.name ?? 'nobody')
      assert.ok(!(await look(db => openHere(db, one, place(), 100))).some(row => row.id === id))
      assert.ok(!(await look(db => alike(db, one, { text: '独一无二的喷泉坏了', placeId: place() }, 100))).some(row => row.id === id))
    }
    for (const one of [out, here.people.secretary]) assert.deepEqual(await look(db => board(db, one, { words: '喷泉' })), [], 'the board is for what was looked at')
    const queue = await look(db => queueOf(db, other(), { words: '喷泉' }, { now: here.time.now, dayEnds: here.time.now }))
    assert.deepEqual(queue.rows, [])
    assert.deepEqual(await rows('select 1 from clock where subject = $1', [`matters/${id}`]), [], 'no clock runs')
    const words = encodeURIComponent('喷泉')
    for (const path of [`/shicheng/matters/${id}`, `/shicheng/board?words=${words}`, '/shicheng', '/shicheng/tracking', `/shicheng/places/${place()}`, '/street/1', '/shicheng/feed.atom', '/shicheng/feed.json',
      `/api/matters.board?community=shicheng&words=${words}`, `/api/matters.list?community=shicheng`, `/api/matters.show?community=shicheng&id=${id}`, `/open311/v2/requests/${id}.json?jurisdiction_id=shicheng`,
      '/open311/v2/requests.json?jurisdiction_id=shicheng', `/shicheng/matters/${id}/dossier`]) {
      assert.doesNotMatch((await visitor(app).open(path)).text, /喷泉坏了/, path)
    }
    assert.equal((await visitor(app).open(`/shicheng/live?about=matters/${id}`)).status, 404)
    assert.match((await visitor(app).open(`/shicheng/matters/${id}/receipt?code=${receipt}`)).text, /先等人看一眼，最晚 .*出来/)
  })

  test('is told to nobody but whoever judges there; to the workers when it is let through, and then its clocks run', async () => {
    const { id } = await heldMatter(here, { text: '西门岗亭的玻璃碎了', kind: 'danger', urgent: true })
    const judges = new Set((await rows<{ name: string }>(`select person.name from post join person on person.community_id = post.community_id and person.id = post.person_id
      where post.kind in ('secretary', 'branch_member', 'grid_leader')`)).map(row => row.name))
    const first = await toldOf(id)
    assert.ok(first.length > 0 && first.every(name => judges.has(name)), first.join(' '))
    await here.act(releaseCase, here.people.secretary, { id: await caseOf(here, id) })
    assert.ok((await toldOf(id)).includes(here.people.gridWorker.name ?? ''))
    assert.ok((await rows('select 1 from clock where subject = $1 and ended_at is null', [`matters/${id}`])).length > 0)
    assert.ok(await seenBy(out, id))
  })

  test('cannot be worked on, followed or commented before somebody has looked; it can be taken back', async () => {
    const { id, receipt, author } = await heldMatter(here, { text: '东门的花坛塌了一角' })
    await assert.rejects(here.act(commentOnMatter, author, { id, text: '快来看看' }), Refused)
    await assert.rejects(here.act(routeMatter, here.people.secretary, { id, track: 'hazard', category: 'other' }), Refused)
    await assert.rejects(here.act(followMatter, here.people.secretary, { id }), Refused)
    await here.act(withdrawMatter, author, { id, receipt })
  })

  test('appears by itself when nobody looked within a day; what holds private data does not, and is told again each day', async () => {
    const { id } = await heldMatter(here, { text: '南门的路牌倒了' })
    const { id: phone } = await raise('三楼有人乱停车，电话 13812345678')
    later({ hours: 23 })
    await lookOverCases(here.house)
    assert.equal(await seenBy(out, id), false)
    later({ hours: 2 })
    await lookOverCases(here.house)
    await lookOverCases(here.house)
    assert.deepEqual([await seenBy(out, id), await seenBy(out, phone)], [true, false])
    assert.equal((await rows(`select 1 from journal where action = 'matters.remind' and subject = $1`, [`matters/${phone}`])).length, 1)
  })
})

describe('a listed word', () => {
  test('keeps a matter from the public and not from those who work: help is never delayed by a word', async () => {
    const { id } = await raise('物业就是一群王八蛋，电梯停了三天', here.people.tenant, { urgent: true })
    assert.deepEqual([await seenBy(out, id), await seenBy(here.people.gridWorker, id), await seenBy(here.people.tenant, id)], [false, true, true])
    assert.ok((await toldOf(id)).includes(here.people.gridWorker.name ?? ''))
    await here.act(routeMatter, here.people.gridWorker, { id, track: 'hazard', category: 'lift' })
    assert.equal((await look(db => matterById(db, here.people.tenant, id))).text, '物业就是一群王八蛋，电梯停了三天', 'not one character is changed')
  })

  test('that only hides in another one is none (S4-39), and a private matter is read for none', async () => {
    await here.act(addWord, here.people.secretary, { word: '群交', kind: 'other' })
    const { id } = await raise('社群交流活动室的灯坏了')
    assert.ok(await seenBy(out, id))
    const { id: home } = await raise('电话 13812345678，卫生间漏水', here.people.resident, { place: place('3号楼 1单元 602') })
    assert.equal((await rows<{ standing: string }>('select standing from matter where id = $1', [home]))[0]?.standing, 'shown')
  })

  test('can be taken out by the author himself: then it appears at once', async () => {
    const { id } = await raise('三号楼门口的路灯不亮，打 138 1234 5678 找我')
    assert.equal(await seenBy(out, id), false)
    await here.act(changeOwn, here.people.resident, { id, text: '三号楼门口的路灯不亮' })
    assert.ok(await seenBy(out, id))
    assert.equal((await rows<{ verdict: string }>('select verdict from moderation_case where matter_id = $1', [id]))[0]?.verdict, 'changed')
    await assert.rejects(here.act(changeOwn, here.people.resident, { id, text: '再改一次' }), Refused, 'what is public is not rewritten')
  })

  test('is listed and ended by whoever runs the community, each change in the journal without the word', async () => {
    const { id } = await here.act(addWord, here.people.secretary, { word: '秘密词语', kind: 'other' })
    await here.act(endWord, here.people.secretary, { id })
    await assert.rejects(here.act(addWord, other(), { word: '别的词语', kind: 'other' }), Refused)
    const entries = await rows<{ action: string, text: string }>(`select action, journal::text as text from journal where subject = $1 order by id`, [`moderation-words/${id}`])
    assert.deepEqual(entries.map(entry => entry.action), ['moderation.addWord', 'moderation.endWord'])
    assert.ok(entries.every(entry => !entry.text.includes('秘密')))
  })
})

describe('notes', () => {
  test('a comment names nobody; one with a phone number waits, seen by its author alone, and is told once it is let through', async () => {
    const { id } = await raise('东门的快递柜挡路', here.people.neighbour)
    await here.act(commentOnMatter, here.people.tenant, { id, text: '我也绊过一次' })
    const { note } = await here.act(commentOnMatter, here.people.tenant, { id, text: '柜子是老李的，13812345678' })
    const trail = (actor: Actor | null) => look(db => trailOf(db, id, false, { personId: actor?.personId ?? null, asRaiser: false }))
    assert.deepEqual((await trail(null)).notes.map(({ text, name }) => ({ text, name })), [{ text: '我也绊过一次', name: null }])
    assert.ok((await trail(here.people.tenant)).notes.some(one => one.id === note && one.own))
    await here.act(releaseCase, other(), { id: await caseOf(here, id, 'note') })
    assert.equal((await trail(null)).notes.length, 2)
  })

  test('a worker’s reply waits only for private data; an answer is read at once by whoever asked', async () => {
    const { id } = await raise('南门的监控不亮', here.people.tenant)
    await here.act(replyToMatter, here.people.gridWorker, { id, text: '这位业主电话 13812345678，已联系' })
    await here.act(replyToMatter, here.people.gridWorker, { id, text: '物业下午去，急事打 0590-5550117' })
    assert.deepEqual((await look(db => trailOf(db, id, false))).notes.map(one => one.text), ['物业下午去，急事打 0590-5550117'])
    await here.act(askResident, here.people.gridWorker, { id, text: '是哪一个' })
    await here.act(answerQuestion, here.people.tenant, { id, text: '门口那个，保安是王八蛋' })
    assert.ok((await look(db => trailOf(db, id, true))).notes.some(one => one.text.includes('门口那个')))
    assert.ok(!(await look(db => trailOf(db, id, false))).notes.some(one => one.text.includes('门口那个')))
  })
})

describe('judging', () => {
  test('is for whoever holds the post there, never for the author, whoever handles it, whom it names or who reported it', async () => {
    const judge = (actor: Actor, id: number) => here.act(releaseCase, actor, { id })
    const { id } = await raise('陈慧敏书记说话不算数，王八蛋')
    const one = await caseOf(here, id)
    for (const actor of [out, here.people.resident, here.people.gridWorker, here.people.propertyManager]) await assert.rejects(judge(actor, one), NotFound, actor.name ?? 'nobody')
    await assert.rejects(judge(here.people.secretary, one), Refused, 'it names her')
    await judge(other(), one)
    await assert.rejects(judge(other(), one), Refused, 'once')

    const { id: own } = await raise('门禁坏了，王八蛋', other())
    await assert.rejects(judge(other(), await caseOf(here, own)), Refused, 'his own')
    const { id: handled } = await raise('水管爆了', here.people.tenant)
    await here.act(routeMatter, other(), { id: handled, track: 'hazard', category: 'water' })
    await here.act(acceptMatter, other(), { id: handled })
    await here.act(reportThing, here.people.neighbour, { id: handled, reason: 'flood' })
    await assert.rejects(judge(other(), await caseOf(here, handled)), Refused, 'he handles it')
    const { id: reported } = await raise('广场舞太吵想换地方', here.people.tenant, { kind: 'idea' })
    await here.act(reportThing, here.people.secretary, { id: reported, reason: 'insult' })
    await assert.rejects(judge(here.people.secretary, await caseOf(here, reported)), Refused, 'she reported it')
    await judge(other(), await caseOf(here, reported))
  })

  test('is done without the author’s name, and two at once judge once', async () => {
    const { id } = await raise('三楼的墙皮掉了，王八蛋', here.people.tenant)
    const waiting = await look(db => casesFor(db, other()))
    const found = waiting.find(one => one.matter_id === id) ?? assert.fail()
    assert.doesNotMatch(JSON.stringify({ ...found, author_id: undefined }), new RegExp(here.people.tenant.name ?? '-'))
    const outcomes = await Promise.allSettled([here.act(releaseCase, other(), { id: found.id }), here.act(hideCase, here.people.secretary, { id: found.id, reason: 'insult' })])
    assert.deepEqual(outcomes.map(one => one.status).sort(), ['fulfilled', 'rejected'])
  })

  test('can ask the author to change it; changed, it is looked at again', async () => {
    const { id } = await raise('那个王八蛋又乱停车', here.people.tenant)
    await here.act(askChange, other(), { id: await caseOf(here, id), words: '请去掉骂人的话' })
    assert.ok((await toldOf(id)).includes(here.people.tenant.name ?? ''))
    await here.act(changeOwn, here.people.tenant, { id, text: '有人又乱停车，挡住楼道' })
    assert.equal(await seenBy(out, id), false)
    await here.act(releaseCase, other(), { id: await caseOf(here, id) })
    assert.ok(await seenBy(out, id))
  })

  test('can make a matter private: it is worked on out of sight', async () => {
    const { id } = await raise('二楼老人一个人在家，电话 13812345678', here.people.tenant)
    await here.act(makePrivate, other(), { id: await caseOf(here, id) })
    assert.deepEqual([await seenBy(out, id), await seenBy(here.people.gridWorker, id)], [false, true])
  })
})

describe('what is taken down', () => {
  test('leaves its reason at its place, pauses its clocks, and comes back by an appeal that somebody else judges, once', async () => {
    const { id } = await raise('低价代开发票，请加我', here.people.tenant)
    const first = await caseOf(here, id)
    await here.act(hideCase, here.people.secretary, { id: first, reason: 'advertising', words: '公开栏不做广告' })
    assert.equal(await seenBy(out, id), false)
    const gone = await visitor(app).open(`/shicheng/matters/${id}`)
    assert.equal(gone.status, 410)
    assert.match(gone.text, /做广告、拉生意/)
    assert.doesNotMatch(gone.text, /代开发票|陈慧敏/)
    assert.deepEqual(await rows('select 1 from clock where subject = $1 and running_since is not null', [`matters/${id}`]), [])
    const mine = await visitor(app, await cookieOf(here, 'tenant')).open(`/shicheng/matters/${id}`)
    assert.match(mine.text, /做广告、拉生意.*公开栏不做广告.*不服，请别人再看/s)

    await assert.rejects(here.act(appealJudgement, here.people.neighbour, { id, words: '替他说句话' }), NotFound)
    await here.act(appealJudgement, here.people.tenant, { id, words: '我在举报墙上的小广告' })
    await assert.rejects(here.act(appealJudgement, here.people.tenant, { id, words: '再来一次' }), Refused, 'once')
    const appeal = await caseOf(here, id)
    await assert.rejects(here.act(releaseCase, here.people.secretary, { id: appeal }), Refused, 'she judged it before')
    await here.act(releaseCase, other(), { id: appeal })
    assert.ok(await seenBy(out, id))
    assert.ok((await rows('select 1 from clock where subject = $1 and running_since is not null', [`matters/${id}`])).length > 0)
    const log = await visitor(app).open('/shicheng/moderation-log')
    assert.match(log.text, new RegExp(`${id} 号.*申诉后改判.*网格长`, 's'))
    assert.doesNotMatch(log.text, /代开发票，请加我|我在举报|陈慧敏|周晓晴/)
  })

  test('a note goes alone, from the page and from a file that was sealed before', async () => {
    const { id } = await raise('楼道灯又不亮了', here.people.neighbour)
    const { note } = await here.act(commentOnMatter, here.people.tenant, { id, text: '换灯的师傅真行' })
    await here.act(closeMatter, here.people.secretary, { id, note: '换好了' })
    const file = async () => (await look(db => dossierOf(db, out, id)))
    assert.ok([...(await file()).words.values()].some(({ text }) => text === '换灯的师傅真行'))
    await here.act(reportThing, here.people.resident, { id, thing: 'note', of: note, reason: 'flood' })
    await here.act(hideCase, other(), { id: await caseOf(here, id, 'note'), reason: 'flood' })
    const { words, hash } = await file()
    assert.ok(![...words.values()].some(({ text }) => text === '换灯的师傅真行'))
    assert.match(hash, /^[0-9a-f]{64}$/)
    const { text } = await visitor(app).open(`/shicheng/matters/${id}`)
    assert.match(text, /这里原来有一条，拿下了。理由：同样的话反复刷/)
    assert.doesNotMatch(text, /换灯的师傅真行/)
  })
})

describe('a report', () => {
  test('shows to nobody who it was, and a mob of reports takes nothing down', async () => {
    const { id } = await raise('物业费涨了没有人通知，账也不公开', here.people.neighbour)
    for (const one of await neighbours(here, 30)) await here.act(reportThing, one, { id, reason: 'unlawful' })
    await here.act(reportThing, here.people.tenant, { id, reason: 'unlawful', words: '不实' })
    await here.act(reportThing, here.people.tenant, { id, reason: 'unlawful' })
    assert.ok(await seenBy(out, id))
    later({ hours: 30 })
    await lookOverCases(here.house)
    assert.ok(await seenBy(out, id))
    assert.equal((await rows('select 1 from moderation_report where case_id = $1', [await caseOf(here, id)])).length, 31, 'twice is once')
    const page = await visitor(app, await cookieOf(here, 'secretary')).open('/shicheng/moderation')
    assert.match(page.text, /31 人举报|20 人举报/)
    assert.doesNotMatch(page.text, new RegExp(here.people.tenant.name ?? '-'))
  })
})

describe('the pages', () => {
  test('let a moderator judge several at once, say what was refused, and are for nobody else', async () => {
    const ids = [await raise('王八蛋一号', here.people.tenant), await raise('王八蛋二号', here.people.tenant), await raise('王八蛋三号', here.people.secretary)].map(({ id }) => id)
    const cases = await Promise.all(ids.map(id => caseOf(here, id)))
    const who = visitor(app, await cookieOf(here, 'secretary'))
    const [form = assert.fail()] = formsIn((await who.open('/shicheng/moderation')).text).filter(one => one.action === '/shicheng/moderation')
    const nothing = await who.send('/shicheng/moderation', { ...untouched(form), act: 'accept' })
    assert.equal(nothing.status, 422)
    const noReason = await who.send('/shicheng/moderation', { ...untouched(form), act: 'hide', case: cases.map(String) })
    assert.match(noReason.text, /选一条理由/)
    const sent = await who.send('/shicheng/moderation', { ...untouched(form), act: 'hide', reason: 'insult', case: cases.map(String) })
    assert.equal(sent.status, 200)
    assert.match(sent.text, /拿下：2 条.*1 条没办成.*这是您自己写的/s)
    for (const key of ['resident', 'gridWorker'] as const) assert.equal((await visitor(app, await cookieOf(here, key)).open('/shicheng/moderation')).status, 403)
    assert.equal((await visitor(app).open('/shicheng/moderation')).status, 403)
    assert.equal((await visitor(app, await cookieOf(here, 'gridLeader')).open('/shicheng/moderation/words')).status, 403)
  })

  test('take a report from anybody, a comment from whoever signed in, and a change from the author', async () => {
    const { id } = await raise('北门的井盖松了', here.people.neighbour)
    const anybody = visitor(app)
    const [form = assert.fail()] = formsIn((await anybody.open(`/shicheng/matters/${id}/report?thing=matter`)).text).filter(one => one.action.endsWith('/report'))
    assert.equal((await anybody.send(form.action, untouched(form))).status, 422)
    assert.match((await anybody.send(form.action, { ...untouched(form), reason: 'flood' })).location, /done=report/)
    const tenant = visitor(app, await cookieOf(here, 'tenant'))
    assert.match((await tenant.send(`/shicheng/matters/${id}/acts/comment`, { text: '我也看到了，13812345678' })).location, /done=looked/)
    const page = await tenant.open(`/shicheng/matters/${id}`)
    const link = /href="(\/shicheng\/matters\/\d+\/change\?[^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? assert.fail('no way to change it')
    const [change = assert.fail()] = formsIn((await tenant.open(link)).text).filter(one => one.action.endsWith('/change'))
    assert.equal(untouched(change)['text'], '我也看到了，13812345678')
    await tenant.send(change.action, { ...untouched(change), text: '我也看到了' })
    assert.match((await anybody.open(`/shicheng/matters/${id}`)).text, /我也看到了/)
    assert.equal((await visitor(app, await cookieOf(here, 'resident')).open(link)).status, 404)
  })
})

test('whoever erases himself is gone from reports and appeals; that something was judged stays', async () => {
  const { id } = await raise('代开发票的又来了', here.people.severalHomes)
  await here.act(hideCase, here.people.secretary, { id: await caseOf(here, id), reason: 'advertising' })
  await here.act(appealJudgement, here.people.severalHomes, { id, words: '请再看看我的话' })
  await here.act(reportThing, here.people.severalHomes, { id: (await raise('东门的灯不亮')).id, reason: 'flood', words: '他老是这样' })
  const before = (await look(db => judgements(db, { before: null, limit: 1000 }))).length
  await here.act(eraseMyself, here.people.severalHomes, { sure: true, texts: true })
  const left = await rows(`select 1 from moderation_report where person_id = $1 union all select 1 from moderation_case where author_id = $1 and appeal is not null`, [here.people.severalHomes.personId])
  assert.deepEqual(left, [])
  assert.equal((await look(db => judgements(db, { before: null, limit: 1000 }))).length, before)
})
