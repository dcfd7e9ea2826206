// The pages of duty, with scripts blocked: whom to turn to, the roster, one's own turn, where nobody is near, who carries how much.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Reader } from '#kit/db.ts'
import { addTurns, coverageOf, loadsOf, makeRoster, shareOfTen, turnsOfRoster, uncovered, type Load } from '#modules/duty/public.ts'
import { ownEvents } from '#modules/calendars/public.ts'
import { giveConsent } from '#modules/people/public.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, formsIn, untouched, visitor, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'

let here: Village
let roster: number
let secretary: Visitor, doctor: Visitor, neighbour: Visitor, passer: Visitor
before(async () => {
  here = await village({ now: '2026-11-20T01:00:00Z' })
  const app = createApp(here.house)
  const [team] = (await here.owner.query<{ id: string }>(`select id from organisation where community_id = 1 and name = '石埕社区健康服务小队'`)).rows
  roster = (await here.act(makeRoster, here.people.secretary, { organisation: Number(team?.id), name: '夜间医生', onCall: true })).id
  secretary = visitor(app, await cookieOf(here, 'secretary'))
  doctor = visitor(app, await cookieOf(here, 'doctor'))
  neighbour = visitor(app, await cookieOf(here, 'neighbour'))
  passer = visitor(app)
})
after(() => here.close())

const look = <T>(ask: (db: Reader) => Promise<T>) => here.house.database.look(1, ask)
const at = (text: string) => { here.time.now = Temporal.PlainDateTime.from(text).toZonedDateTime('Asia/Shanghai').toInstant() }
const put = (person: number | null | '', on: string) => here.act(addTurns, here.people.secretary, { id: roster, person: person ?? '', on, from: '22:00', until: '6:00' })

/** Fills in the form of a page that is sent to this address. */
async function fill(who: Visitor, path: string, action: RegExp, more: Record<string, string | string[]> = {}) {
  const { text } = await who.open(path)
  const form = formsIn(text).find(one => action.test(one.action)) ?? assert.fail(`no form ${action} on ${path}:\n${text}`)
  return who.send(form.action, { ...untouched(form), ...more })
}

describe('who is on duty', () => {
  test('is open to everybody, with post and team, and says 120 first', async () => {
    await put(here.people.doctor.personId, '2026-11-20')
    at('2026-11-20T21:00')
    const before = (await passer.open('/shicheng/duty')).text
    assert.match(before, /现在没有排班[\s\S]*今天接着[\s\S]*苏明月/)
    at('2026-11-20T23:30')
    const { text } = await passer.open('/shicheng/duty')
    assert.match(text, /120[\s\S]*现在[\s\S]*苏明月[\s\S]*石埕社区健康服务小队[\s\S]*夜间医生[\s\S]*在家待命[\s\S]*到 06:00/)
    assert.doesNotMatch(text, /我的班|<form[^>]*duty/)
    assert.equal((await passer.open(`/shicheng/duty/${roster}`)).status, 404)
    assert.equal((await neighbour.open(`/shicheng/duty/${roster}`)).status, 404)
    at('2026-11-20T09:00')
  })
})

describe('a roster', () => {
  test('is made, filled, and mended where something is wrong', async () => {
    const made = await fill(secretary, '/shicheng/duty/new', /duty\/new$/, { name: '一' })
    assert.equal(made.status, 422)
    assert.match(made.text, /选一支队伍或一个网格[\s\S]*value="一"/)
    const wrong = await fill(secretary, `/shicheng/duty/${roster}`, /turns$/, { from: '二十二点', on: '2026-11-23' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /写成 8:00 这样[\s\S]*二十二点/)
    const added = await fill(secretary, `/shicheng/duty/${roster}`, /turns$/, { person: String(here.people.doctor.personId), on: '2026-11-23', days: ['1', '5'], weeks: '2' })
    assert.equal(added.location, `/shicheng/duty/${roster}?done=1`)
    assert.match((await secretary.open(added.location)).text, /排好了[\s\S]*11月23日 周一 22:00–次日 06:00[\s\S]*11月27日 周五[\s\S]*11月30日 周一[\s\S]*12月4日 周五/)
  })

  test('is asked for leave, granted and covered by taps alone', async () => {
    const turn = (await look(db => turnsOfRoster(db, roster, here.time.now))).find(one => one.person_id === here.people.doctor.personId && one.from_at.toString().startsWith('2026-11-23'))
    const page = `/shicheng/duty/turns/${turn?.id}`
    assert.equal((await fill(doctor, page, /leave$/)).location, `${page}?done=1`)
    assert.match((await doctor.open(page)).text, /请假等队长答复/)
    assert.match((await secretary.open(`/shicheng/duty/${roster}`)).text, /苏明月想请假/)
    await fill(secretary, `/shicheng/duty/${roster}`, /leaves/, { answer: 'yes' })
    assert.match((await doctor.open(page)).text, /已经取消或换了人/)
    assert.match((await doctor.open('/shicheng/duty')).text, /空班，等人顶/)
    assert.match((await fill(doctor, '/shicheng/duty', /cover$/)).location, /duty\/turns\/\d+$/)
    assert.doesNotMatch((await doctor.open('/shicheng/duty')).text, /空班，等人顶/)
  })

  test('has its notes in the hands of those on duty alone', async () => {
    at('2026-11-20T23:30')
    const turn = (await look(db => turnsOfRoster(db, roster, here.time.now)))[0]?.id
    const page = `/shicheng/duty/turns/${turn}`
    assert.equal((await fill(doctor, page, /note$/, { text: '一' })).status, 422)
    await fill(doctor, page, /note$/, { text: '黄阿婆血压偏高\n早上再看一眼' })
    assert.match((await secretary.open(`/shicheng/duty/${roster}`)).text, /黄阿婆血压偏高<br>早上再看一眼/)
    for (const path of ['/shicheng/duty', `/shicheng/duty/${roster}`, page]) {
      assert.doesNotMatch((await passer.open(path)).text + (await neighbour.open(path)).text, /黄阿婆/)
    }
    at('2026-11-20T09:00')
  })

  test('stands in the calendar of whoever is on it, by its name alone', async () => {
    const events = await look(db => ownEvents(db, here.people.doctor, { lang: 'zh', zone: 'Asia/Shanghai', now: here.time.now, at: 'http://localhost/shicheng', uidOf: thing => thing }))
    const own = events.filter(({ title }) => title === '值班：夜间医生')
    assert.deepEqual(own.map(({ minutes }) => minutes), [480, 480, 480, 480, 480])
    const others = await look(db => ownEvents(db, here.people.neighbour, { lang: 'zh', zone: 'Asia/Shanghai', now: here.time.now, at: 'http://localhost/shicheng', uidOf: thing => thing }))
    assert.deepEqual(others.filter(({ title }) => title.startsWith('值班')), [])
  })
})

describe('the map of where somebody is near', () => {
  test('counts who agreed to be asked and is here, by entrance, and names first where nobody is', async () => {
    const before = await look(db => coverageOf(db, 'now', here.time.now, 'Asia/Shanghai'))
    const home = before.find(({ label }) => label === '榕荫里 3号楼 1单元') ?? assert.fail('no such entrance')
    await here.act(giveConsent, here.people.resident, { purpose: 'be_asked', wording: 1 })
    const after = await look(db => coverageOf(db, 'now', here.time.now, 'Asia/Shanghai'))
    const now = after.find(({ id }) => id === home.id)
    assert.deepEqual([now?.here, now?.around, now?.homes], [home.here + 1, home.around + 1, home.homes])
    const { rows: [homes] } = await here.owner.query(`select count(*)::int as n from place where community_id = 1 and kind = 'home'`)
    assert.equal(after.reduce((sum, one) => sum + one.homes, 0), homes.n)
    const gaps = uncovered(after)
    assert.ok(gaps.every((gap, i) => { const last = gaps[i - 1]; return gap.here === 0 && (!last || last.around === 0 || gap.around > 0) }))
    const atNight = await look(db => coverageOf(db, 'night', here.time.now, 'Asia/Shanghai'))
    assert.equal(atNight.find(({ id }) => id === home.id)?.here, 0, 'at eleven at night nobody who keeps the usual quiet hours is asked')
    await here.owner.query(`insert into notice_choice (community_id, person_id, quiet_from, quiet_until) values (1, $1, 0, 0)
      on conflict (community_id, person_id) do update set quiet_from = 0, quiet_until = 0`, [here.people.resident.personId])
    assert.equal((await look(db => coverageOf(db, 'night', here.time.now, 'Asia/Shanghai'))).find(({ id }) => id === home.id)?.here, 1)
  })

  test('counts nobody who is away, has left, or only serves elsewhere', async () => {
    const here3 = async () => (await look(db => coverageOf(db, 'now', here.time.now, 'Asia/Shanghai'))).find(({ label }) => label === '榕荫里 3号楼 1单元')?.here ?? 0
    const all = await here3()
    const { rows: [volunteer] } = await here.owner.query(`insert into volunteer (community_id, person_id, joined_at) values (1, $1, now()) returning id`, [here.people.resident.personId])
    const set = (sql: string, values: unknown[] = []) => here.owner.query(sql, values)
    await set(`update volunteer set away_until = '2026-11-20'`)
    assert.equal(await here3(), all - 1)
    await set(`update volunteer set away_until = '2026-11-19'`)
    assert.equal(await here3(), all)
    await set(`insert into volunteer_time (community_id, volunteer_id, weekday, from_minute, until_minute) values (1, $1, 5, 600, 720)`, [volunteer.id])
    assert.equal(await here3(), all - 1, 'it is nine, he has time from ten')
    await set(`update volunteer_time set from_minute = 480`)
    await set(`insert into volunteer_place (community_id, volunteer_id, place_id) values (1, $1, $2)`, [volunteer.id, here.community.place('榕荫里 1号楼')])
    assert.equal(await here3(), all - 1)
    await set(`update volunteer_place set place_id = $1`, [here.community.place('榕荫里 3号楼')])
    assert.equal(await here3(), all)
    await set(`update volunteer set age = 'junior'`)
    assert.equal(await here3(), all - 1)
  })

  test('shows entrances to those who work here, buildings to everybody, and a name to nobody', async () => {
    const [inside, outside] = [(await secretary.open('/shicheng/duty/map')).text, (await passer.open('/shicheng/duty/map')).text]
    assert.match(inside, /个单元没有人，共 \d+ 户[\s\S]*看成表格/)
    assert.match(outside, /榕荫里[\s\S]*\d\/3 栋/)
    assert.doesNotMatch(outside, /1单元/)
    for (const page of [inside, outside]) assert.doesNotMatch(page, /林秀英/)
  })
})

describe('what each one carries', () => {
  test('is counted from turns and servings, for the secretary alone', async () => {
    const { rows: [project] } = await here.owner.query(`insert into project (community_id, key, class, name, since) values (1, 'calls', 'volunteer', '一拨我就来', '2026-01-01')
      on conflict (community_id, key) do update set name = excluded.name returning id`)
    const { rows: [serving] } = await here.owner.query(`insert into serving (community_id, project_id, about, served, proof, began_at, ended_at, recorded_at)
      values (1, $1, 'calls/1', 1, 'confirmed', '2026-11-18T01:00Z', '2026-11-18T02:30Z', now()) returning id`, [project.id])
    await here.owner.query(`insert into serving_share (community_id, serving_id, person_id, minutes, began_at, ended_at)
      select 1, id, $2, 90, began_at, ended_at from serving where id = $1`, [serving.id, here.people.doctor.personId])
    const [first] = await look(db => loadsOf(db, here.time.now))
    assert.deepEqual([first?.name, first?.served, first?.turns, first?.on_duty], ['苏明月', 90, 0, 0])
    at('2026-11-21T07:00')
    assert.deepEqual((await look(db => loadsOf(db, here.time.now))).map(({ turns, on_duty }) => [turns, on_duty])[0], [1, 0], 'being on call at home is no time served')
    assert.match((await secretary.open('/shicheng/duty/load')).text, /最忙的十位担了 100%[\s\S]*再请 10 位[\s\S]*苏明月[\s\S]*1.5 小时/)
    for (const who of [doctor, neighbour, passer]) {
      const seen = await who.open('/shicheng/duty/load')
      assert.equal(seen.status, 403)
      assert.doesNotMatch(seen.text, /苏明月/)
    }
  })

  test('says how many more are needed so that ten carry half', () => {
    const loads = (minutes: number[]): Load[] => minutes.map((served, id) => ({ id, name: '', asked: 0, went: 0, served, turns: 0, on_duty: 0 }))
    assert.equal(shareOfTen(loads([0, 0])), null)
    assert.deepEqual(shareOfTen(loads([...Array.from({ length: 10 }, () => 65), ...Array.from({ length: 14 }, () => 25)])), { people: 24, percent: 65, more: 3 })
    assert.deepEqual(shareOfTen(loads(Array.from({ length: 40 }, () => 60))), { people: 40, percent: 25, more: 0 })
  })
})
