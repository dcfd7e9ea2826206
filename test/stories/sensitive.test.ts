// Homes opened in an emergency, who learns of it and who judges; and how many whole numbers one worker reads in a day.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { NotFound, Refused } from '#kit/errors.ts'
import { inboxOf, noticeWords } from '#modules/notices/public.ts'
import { breakGlass, judgeOpening, lookAgain, passerBy, tellOpening, unmask, type Actor } from '#modules/people/public.ts'
import { CAST } from '#test/cast.ts'
import { cookieOf, visitor } from '#test/visitor.ts'
import { village, type Village } from '#test/village.ts'
import { createApp } from '../../src/app.ts'
import { spread } from '../../src/jobs/notices.ts'
import { tellOfOpenings } from '../../src/jobs/openings.ts'

const WORDS = '楼下在滴水，敲门没人应'
let here: Village
let app: Hono
let home = 0

before(async () => {
  here = await village()
  app = createApp(here.house)
  home = here.community.place('榕荫里 3号楼 1单元 602')
})
after(() => here.close())

const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const signedIn = async (key: Parameters<typeof cookieOf>[1]) => visitor(app, await cookieOf(here, key))
const later = (minutes: number) => { here.time.now = here.time.now.add({ minutes }) }
const open = (actor: Actor, at = home) => here.act(breakGlass, actor, { home: at, reason: 'water', words: WORDS })
const lines = async (actor: Actor) => {
  await spread(here.house, 1)
  const told = await here.house.database.look(1, db => inboxOf(db, actor.personId ?? 0))
  return told.filter(notice => notice.matter_id === null).map(notice => ({ id: notice.id, ...noticeWords('zh', notice, actor), outside: noticeWords('zh', notice, null) }))
}

describe('a home opened in an emergency', () => {
  let id = 0

  test('shows the doctor its names and phones at once, having told her before who will know', async () => {
    const doctor = await signedIn('doctor')
    assert.equal((await doctor.open(`/shicheng/openings?home=${encodeURIComponent('榕荫里3号楼1单元602')}`)).location, `/shicheng/homes/${home}/open`)
    const before = await doctor.open(`/shicheng/homes/${home}/open`)
    assert.match(before.text, /书记马上收到通知/)
    assert.doesNotMatch(before.text, new RegExp(CAST.resident.phone))
    assert.equal((await doctor.send(`/shicheng/homes/${home}/open`, { reason: 'water', words: '' })).status, 422)
    assert.deepEqual(await rows('select 1 from home_opening'), [], 'nothing is opened without a reason')
    const seen = await doctor.send(`/shicheng/homes/${home}/open`, { reason: 'water', words: WORDS })
    assert.match(seen.text, new RegExp(`林秀英.*${CAST.resident.phone}`, 's'))
    id = Number((await rows<{ id: string }>('select id from home_opening'))[0]?.id)
  })

  test('stands in the journal without a phone and without her words', async () => {
    const journal = await rows<{ text: string }>(`select journal::text as text from journal where action = 'people.breakGlass'`)
    assert.equal(journal.length, 1)
    assert.match(journal[0]?.text ?? '', /water/)
    assert.doesNotMatch(journal[0]?.text ?? '', new RegExp(`${CAST.resident.phone}|${WORDS}`))
  })

  test('is told to the secretary at once, and leads her there; what leaves the house names neither home nor doctor', async () => {
    const [told] = await lines(here.people.secretary)
    assert.match(told?.line ?? '', /苏明月：跑水.*三天内/)
    assert.match(told?.place ?? '', /602/)
    assert.doesNotMatch(JSON.stringify(told?.outside), /苏明月|602|林秀英/)
    assert.deepEqual(await rows(`select urgency from notice where id = $1`, [told?.id]), [{ urgency: 'life' }])
    const secretary = await signedIn('secretary')
    assert.match((await secretary.open('/shicheng/notices')).text, /name="notice"/)
    assert.equal((await secretary.send('/shicheng/notices', { notice: String(told?.id), how: 'see' })).location, `/shicheng/openings/${id}`)
    assert.deepEqual(await rows(`select 1 from notice where id = $1 and read_at is null`, [told?.id]), [])
  })

  test('can be looked at again by the doctor alone, for half an hour, each look written down', async () => {
    const doctor = await signedIn('doctor')
    assert.match((await doctor.send(`/shicheng/openings/${id}/look`, {})).text, new RegExp(CAST.resident.phone))
    assert.equal((await rows(`select 1 from journal where action = 'people.lookAgain'`)).length, 1)
    await assert.rejects(here.act(lookAgain, here.people.secretary, { id }), Refused)
    await assert.rejects(here.act(lookAgain, here.people.propertyStaff, { id }), NotFound)
    await assert.rejects(here.act(tellOpening, passerBy(1), { id }), Refused, 'it is not over')
    assert.deepEqual(await lines(here.people.resident), [])
    later(30)
    const over = await doctor.send(`/shicheng/openings/${id}/look`, {})
    assert.equal(over.status, 403)
    assert.doesNotMatch(over.text, new RegExp(CAST.resident.phone))
  })

  test('is told to those who live there as soon as it is over, once, with who, when and why', async () => {
    await tellOfOpenings(here.house)
    await tellOfOpenings(here.house)
    assert.equal((await rows(`select 1 from journal where action = 'people.tellOpening'`)).length, 1)
    assert.match((await lines(here.people.resident))[0]?.line ?? '', /苏明月：跑水/)
    assert.deepEqual(await lines(here.people.neighbour), [])
    const mine = (await (await signedIn('resident')).open('/shicheng/me/data')).text
    assert.match(mine, new RegExp(`谁紧急查看过我家.*苏明月（志愿医生）.*跑水.*${WORDS}.*等书记判断`, 's'))
    assert.doesNotMatch((await (await signedIn('neighbour')).open('/shicheng/me/data')).text, /紧急查看/)
  })

  test('waits for the secretary: the street sees that it waited too long, and that it was not justified', async () => {
    const street = async () => (await visitor(app).open('/street/1')).text
    assert.doesNotMatch(await street(), /紧急查看/)
    later(72 * 60)
    assert.match(await street(), /紧急查看.*<td class="r"[^>]*>0<\/td><td class="r"[^>]*>1<\/td>/s)
    const secretary = await signedIn('secretary')
    assert.match((await secretary.open('/shicheng/openings')).text, /三天过了还没判断/)
    for (const who of ['doctor', 'streetOfficer'] as const) await assert.rejects(here.act(judgeOpening, here.people[who], { id, verdict: 'justified', words: '没有问题' }), Refused)
    assert.equal((await secretary.send(`/shicheng/openings/${id}/judge`, { verdict: 'unjustified', words: '' })).status, 422)
    assert.equal((await secretary.send(`/shicheng/openings/${id}/judge`, { verdict: 'unjustified', words: '物业当时就在楼下' })).status, 303)
    await assert.rejects(here.act(judgeOpening, here.people.secretary, { id, verdict: 'justified', words: '再想一想' }), Refused, 'once')
    assert.match(await street(), /紧急查看.*<td class="r"[^>]*>1<\/td><td class="r"[^>]*>0<\/td>/s)
    assert.doesNotMatch(await street(), /苏明月|602|林秀英|物业当时/)
    assert.match((await (await signedIn('streetOfficer')).open('/shicheng/openings')).text, /不该看/)
    assert.match((await (await signedIn('resident')).open('/shicheng/me/data')).text, /不该看：物业当时就在楼下/)
    assert.match((await lines(here.people.doctor))[0]?.line ?? '', /判断过了/)
  })

  test('open ones stand first in the list', async () => {
    await open(here.people.propertyStaff, here.community.place('榕荫里 1号楼 1单元 902'))
    const { text } = await (await signedIn('secretary')).open('/shicheng/openings')
    assert.match(text, /902.*等书记判断.*602.*不该看/s)
  })

  test('cannot be opened by residents, passers-by, another community, or whoever has the right anyway; nor anything but a home', async () => {
    const before = (await rows('select 1 from home_opening')).length
    for (const who of ['resident', 'neighbour', 'streetOfficer', 'secretary', 'gridWorker', 'committeeChair'] as const) await assert.rejects(open(here.people[who]), Refused, who)
    await assert.rejects(open(passerBy(1)), Refused)
    await assert.rejects(open(here.people.elsewhere), NotFound)
    await assert.rejects(open(here.people.doctor, here.community.place('榕荫里 3号楼')), NotFound)
    assert.equal((await rows('select 1 from home_opening')).length, before)
    for (const [who, status] of [[null, 403], ['resident', 403], ['neighbour', 403], ['doctor', 200]] as const) {
      assert.equal((await (await signedIn(who)).open('/shicheng/openings')).status, status, String(who))
      assert.equal((await (await signedIn(who)).open(`/shicheng/openings/${id}`)).status, who === 'doctor' ? 200 : 404, String(who))
    }
  })

  test('is one of ten a day at most, even where two are opened at once', async () => {
    const one = here.community.place('榕荫里 1号楼 1单元 302')
    const tried = await Promise.allSettled(Array.from({ length: 13 }, () => open(here.people.doctor, one)))
    assert.equal(tried.filter(({ status }) => status === 'fulfilled').length, 10)
  })
})

describe('whole numbers', () => {
  test('are read of thirty people a day; the last is told to the secretary and the street, and the next has to wait for the next day', async () => {
    const people = (await rows<{ id: number }>(`select distinct person_id as id from tie where community_id = 1 and until is null order by 1 limit 34`)).map(row => row.id)
    const [first, ...others] = people
    const read = (person: number | undefined) => here.act(unmask, here.people.gridWorker, { person, field: 'phone', purpose: 'check' })
    const mine = async () => (await rows(`select 1 from journal where action = 'people.unmask' and person_id = $1`, [here.people.gridWorker.personId])).length
    const covered: number[] = []
    for (const person of others) if (covered.length < 28 && await read(person).then(() => true, () => false)) covered.push(person)
    assert.equal(covered.length, 28)
    await read(covered[0])
    assert.equal(await mine(), 29, 'the same person again counts once')
    const left = people.filter(person => !covered.includes(person) && person !== first)
    const tried = await Promise.allSettled([first, ...left].map(read))
    assert.equal(tried.filter(({ status }) => status === 'fulfilled').length, 2, 'two at once count each other')
    assert.match((await lines(here.people.secretary))[0]?.line ?? '', /吴桂芳：今天看满了 30 个人/)
    assert.match((await lines(here.people.streetOfficer))[0]?.line ?? '', /看满了/)
    const unread = [first, ...left].find((_person, i) => tried[i]?.status === 'rejected')
    await assert.rejects(read(unread), Refused)
    const refused = await (await signedIn('gridWorker')).send(`/shicheng/people/${unread}/number?name=x`, { field: 'phone', purpose: 'check' })
    assert.match(refused.text, /今天已经看了 30 个人的号码/)
    await read(covered[0])
    later(24 * 60)
    await read(unread)
  })

  test('stand in no page that somebody can open without writing down that he looked', async () => {
    const phones = Object.values(CAST).map(({ phone }) => phone).filter(Boolean)
    const paths = ['', '/board', '/people?name=%E6%9E%97', '/people?name=%E5%91%A8', '/roster', '/roster/check', `/homes/${home}`, `/homes/${home}/open`, `/places/${home}`, '/openings', '/openings/1',
      '/queue', '/day', '/posts', '/outbox', '/notices', '/me', '/me/consents', '/record', '/open-data', '/moderation', '/tracking', '/undelivered', '/channels', '/matters/1', '/matters/1/dossier']
    for (const who of [null, 'neighbour', 'doctor', 'gridWorker', 'secretary'] as const) {
      const somebody = await signedIn(who)
      for (const path of paths) {
        const { status, text } = await somebody.open(`/shicheng${path}`)
        assert.ok(status < 500, path)
        assert.deepEqual(phones.filter(phone => text.includes(phone)), [], `${who} at ${path}`)
      }
    }
  })
})
