// Calendars and feeds that other programs read: what stands in them, who gets which, and that they follow every change.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Hono } from 'hono'
import { readCalendar, seriesOf, type ReadEvent } from '#kit/calendar-files/read.ts'
import { datesOf } from '#kit/calendar-files/recurrence.ts'
import { setCalendar } from '#modules/clocks/public.ts'
import { Invalid, Refused } from '#kit/errors.ts'
import { addHappening, callOff, changeHappening, happenings, importHappenings } from '#modules/calendars/public.ts'
import { acceptMatter, addTask, joinIn, publishPlan, raiseMatter, replyToMatter, routeMatter, withdrawMatter } from '#modules/matters/public.ts'
import { eraseMyself, type Actor } from '#modules/people/public.ts'
import { cookieOf, visitor } from '#test/visitor.ts'
import { village, type Village } from '#test/village.ts'
import { createApp } from '../../src/app.ts'

const ZONE = 'Asia/Shanghai'
const CLEAN = { title: '月月大扫除', place: '榕树下小广场', on: '2026-11-21', from: '9:00', minutes: 90, repeat: 'weekday', about: '带手套' }
const WEEK = Object.fromEntries(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(name => [name, name.startsWith('s') ? '' : '8:30-12:00']))
const asked: string[] = []
let here: Village
let app: Hono

before(async () => {
  here = await village({ now: '2026-11-20T01:00:00Z', sqlLog: ({ sql }) => void asked.push(sql) })
  app = createApp(here.house)
})
after(() => here.close())

// The neighbour is a volunteer of a team; here he leads it.
const leader = (): Actor => ({ ...here.people.neighbour, posts: here.people.neighbour.posts.map(post => ({ ...post, kind: 'team_leader' })) })
const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const get = (path: string, headers: Record<string, string> = {}) => app.request(`http://localhost${path}`, { headers })
const read = async (path: string): Promise<readonly ReadEvent[]> => (await readCalendar(new Uint8Array(await (await get(path)).arrayBuffer()), ZONE)).events
const calendar = () => read('/shicheng/calendar.ics')
const named = async (title: string) => (await calendar()).find(event => event.title === title)
const days = (event: ReadEvent, most = 3) => datesOf(seriesOf(event), {
  from: Temporal.Instant.from('2026-11-20T00:00:00Z'), until: Temporal.Instant.from('2028-01-01T00:00:00Z'), most,
}).map(date => date.toPlainDate().toString())
const line = async (path: string, uid: string, name: string) => {
  const text = (await (await get(path)).text()).replaceAll('\r\n ', '')
  return new RegExp(`UID:${uid}\r\n(?:.*\r\n)*?${name}[:;](.*)\r\n`, 'u').exec(text)?.[1]
}

describe('the calendar of a community', () => {
  test('has what the secretary writes, with its rhythm, for everybody', async () => {
    await here.act(addHappening, here.people.secretary, CLEAN)
    const event = await named('月月大扫除')
    assert.ok(event)
    assert.deepEqual(days(event), ['2026-11-21', '2026-12-19', '2027-01-16'])
    assert.equal(event.where, '榕树下小广场')
    assert.equal(event.minutes, 90)
    const text = await (await get('/shicheng/calendar.ics')).text()
    assert.match(text, /BEGIN:VTIMEZONE\r\nTZID:Asia\/Shanghai\r\n/)
    assert.ok(text.split('\r\n').every(one => Buffer.byteLength(one) <= 75))
    assert.match(await (await get('/shicheng/calendar.ics?lang=en')).text(), /NAME:石埕社区 calendar/)
  })

  test('keeps the name of a thing when it changes, and says that it did; one date goes, then all stands as cancelled', async () => {
    const { id } = await here.act(addHappening, leader(), { ...CLEAN, title: '太极拳', repeat: 'weekly' })
    const uid = (await named('太极拳'))?.uid ?? ''
    assert.match(uid, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    here.time.now = here.time.now.add({ minutes: 5 })
    await here.act(callOff, leader(), { id, on: '2026-11-28' })
    const less = await named('太极拳')
    assert.ok(less)
    assert.deepEqual([less.uid, ...days(less)], [uid, '2026-11-21', '2026-12-05', '2026-12-12'])
    assert.equal(await line('/shicheng/calendar.ics', uid, 'SEQUENCE'), '1')
    assert.equal(await line('/shicheng/calendar.ics', uid, 'LAST-MODIFIED'), '20261120T010500Z')
    await here.act(changeHappening, leader(), { id, ...CLEAN, title: '太极拳', repeat: 'fortnightly', on: '2026-11-22' })
    const other = await named('太极拳')
    assert.ok(other)
    assert.deepEqual([other.uid, ...days(other)], [uid, '2026-11-22', '2026-12-06', '2026-12-20'])
    await here.act(callOff, here.people.secretary, { id })
    assert.equal((await named('太极拳'))?.cancelled, true)
    assert.equal(await line('/shicheng/calendar.ics', uid, 'SEQUENCE'), '3')
    await assert.rejects(here.act(callOff, here.people.secretary, { id }), { name: 'NotFound' })
  })

  test('is kept by the secretary and by team leaders for their own team, and by nobody else', async () => {
    const { id } = await here.act(addHappening, here.people.secretary, { ...CLEAN, title: '党员会' })
    await assert.rejects(here.act(callOff, leader(), { id }), Refused)
    for (const who of ['resident', 'propertyManager', 'gridWorker'] as const) {
      await assert.rejects(here.act(addHappening, here.people[who], CLEAN), Refused, who)
      assert.equal((await visitor(app, await cookieOf(here, who)).open('/shicheng/happenings/edit')).status, 403)
    }
    await assert.rejects(here.act(addHappening, here.people.secretary, { ...CLEAN, matter: '999999' }), Invalid)
    await assert.rejects(here.act(addHappening, here.people.secretary, { ...CLEAN, estate: '999999' }), Invalid)
    await assert.rejects(here.act(callOff, here.people.secretary, { id, on: '2026-11-23' }), Invalid)
  })

  test('has the hours of services that can be read without guessing, offices shut on holidays', async () => {
    await here.act(setCalendar, here.people.secretary, { validFrom: '2026-11-23', holidays: 'cn', ...WEEK, days: '2026-12-01 休' })
    const events = await calendar()
    const office = events.filter(event => event.title.startsWith('居住证明'))
    assert.deepEqual(office.map(event => event.minutes), [210, 180])
    const [first] = office
    assert.ok(first)
    assert.ok(first.rule?.includes('BYDAY=MO,TU,WE,TH,FR'))
    assert.ok(first.except.some(date => date.startsWith('2026-12-01')), String(first.except))
    assert.ok(events.some(event => event.title.startsWith('修小家电') && event.rule === 'FREQ=WEEKLY;BYDAY=SA'))
    assert.ok(!events.some(event => event.title.startsWith('夜里急事找医生')))
  })

  test('has activities with a planned day; one that is taken back stands as cancelled, without its words', async () => {
    const { id } = await here.act(raiseMatter, here.people.resident, { place: here.community.place('榕荫里'), kind: 'idea', text: '周日一起给花坛松土' })
    await here.act(routeMatter, here.people.gridLeader, { id, track: 'activity', category: 'activity' })
    await here.act(acceptMatter, here.people.gridWorker, { id })
    await here.act(publishPlan, here.people.gridWorker, { id, text: '大家带小铲子', who: '邻里服务队', due: '2026-11-29', yuan: '' })
    const planned = await named('周日一起给花坛松土')
    assert.deepEqual([planned?.wholeDay, planned?.start.slice(0, 10), planned?.cancelled], [true, '2026-11-29', false])
    const before = Number(await line('/shicheng/calendar.ics', planned?.uid ?? '', 'SEQUENCE'))
    await here.act(withdrawMatter, here.people.resident, { id })
    const back = (await calendar()).find(event => event.uid === planned?.uid)
    assert.deepEqual([back?.title, back?.cancelled], [`${id} 号活动收回了`, true])
    assert.ok(Number(await line('/shicheng/calendar.ics', planned?.uid ?? '', 'SEQUENCE')) > before)
    assert.doesNotMatch(await (await get('/shicheng/calendar.ics')).text(), /松土/)
  })

  test('can be had for one estate: what is for it and for everybody', async () => {
    const [one, two] = [here.community.place('榕荫里'), Number((await rows<{ id: string }>(`insert into place (community_id, kind, name, label, code) values (1, 'estate', '桂花苑', '桂花苑', 'GUIHUA') returning id`))[0]?.id)]
    await here.act(addHappening, here.people.secretary, { ...CLEAN, title: '榕荫里读书会', estate: String(one) })
    const titles = async (estate: number) => (await read(`/shicheng/calendar.ics?estate=${estate}`)).map(event => event.title)
    assert.ok((await titles(one)).includes('榕荫里读书会') && (await titles(one)).includes('月月大扫除'))
    assert.ok(!(await titles(two)).includes('榕荫里读书会') && (await titles(two)).includes('月月大扫除'))
    assert.equal((await get('/shicheng/calendar.ics?estate=999999')).status, 404)
    assert.equal((await get('/shicheng/calendar.ics?estate=x')).status, 404)
  })

  test('is sent once: whoever has it is told so', async () => {
    const first = await get('/shicheng/calendar.ics')
    const [tag, changed] = [first.headers.get('etag') ?? '', first.headers.get('last-modified') ?? '']
    assert.equal(first.headers.get('content-type'), 'text/calendar; charset=utf-8')
    assert.equal((await get('/shicheng/calendar.ics', { 'if-none-match': tag })).status, 304)
    assert.equal((await get('/shicheng/calendar.ics', { 'if-modified-since': changed })).status, 304)
    assert.equal((await get('/shicheng/calendar.ics', { 'if-none-match': '"other"', 'if-modified-since': changed })).status, 200)
    here.time.now = here.time.now.add({ minutes: 5 })
    await here.act(addHappening, here.people.secretary, { ...CLEAN, title: '晒被子日' })
    assert.equal((await get('/shicheng/calendar.ics', { 'if-none-match': tag })).status, 200)
    assert.equal((await get('/shicheng/calendar.ics', { 'if-modified-since': changed })).status, 200)
  })
})

describe('somebody’s own calendar', () => {
  const open = async (who: 'gridWorker' | 'resident' | 'tenant') => {
    const page = await visitor(app, await cookieOf(here, who)).send('/shicheng/me/calendar', { how: 'open' })
    assert.equal(page.status, 200)
    return /\/shicheng\/calendars\/[\w-]{43}\.ics/.exec(page.text)?.[0] ?? ''
  }
  const raise = (text: string, more: object = {}) => here.act(raiseMatter, here.people.resident, { place: here.community.place('榕荫里'), kind: 'broken', text, ...more })

  test('has the deadlines of what he handles, his tasks and what he joined, and nothing of others', async () => {
    const worker = here.people.gridWorker
    const { id } = await raise('小区大门的灯坏了两盏')
    await here.act(acceptMatter, worker, { id })
    await here.act(addTask, worker, { id, title: '找电工', person: String(worker.personId), due: '2026-11-25' })
    const address = await open('gridWorker')
    asked.length = 0
    const events = await read(address)
    assert.ok(asked.length <= 10, asked.join('\n'))
    assert.ok(asked.filter(sql => sql.includes('"matter')).every(sql => sql.includes('community_id')))
    const due = events.find(event => event.title === '时限：小区大门的灯坏了两盏')
    const [clock] = await rows<{ due_at: string }>(`select to_json(min(due_at))#>>'{}' as due_at from clock where subject = $1 and ended_at is null`, [`matters/${id}`])
    assert.equal(Temporal.ZonedDateTime.from(due?.start ?? '').toInstant().toString(), Temporal.Instant.from(clock?.due_at ?? '').round('second').toString())
    assert.ok(events.some(event => event.title === `要办：${id} 号事项里我的一条` && event.wholeDay && event.start.startsWith('2026-11-25')))
    assert.doesNotMatch(await (await get(await open('tenant'))).text(), /VEVENT/)
  })

  test('tells of what is private its number and nothing else', async () => {
    const { id } = await raise('楼上半夜吵架还砸东西')
    await here.act(acceptMatter, here.people.gridWorker, { id })
    assert.equal((await rows<{ private: boolean }>('select private from matter where id = $1', [id]))[0]?.private, true)
    const text = await (await get(await open('gridWorker'))).text()
    assert.match(text, new RegExp(`时限：${id} 号事项`))
    assert.doesNotMatch(text.replaceAll('\r\n ', ''), /砸东西/)
  })

  test('has the dates of an activity that he joined, until it is called off', async () => {
    const { id } = await raise('一起把榕树下的空地扫干净', { kind: 'idea' })
    await here.act(routeMatter, here.people.gridLeader, { id, track: 'activity', category: 'activity' })
    await here.act(joinIn, here.people.resident, { id })
    const happening = await here.act(addHappening, here.people.secretary, { ...CLEAN, title: '扫空地', matter: String(id) })
    const address = await open('resident')
    const mine = async () => (await read(address)).find(event => event.title === '扫空地')
    assert.ok(await mine())
    await here.act(callOff, here.people.secretary, { id: happening.id })
    assert.equal((await mine())?.cancelled, true)
  })

  test('opens with the whole secret only, is stored as a hash, and ends when he says so, replaces it, or erases himself', async () => {
    const address = await open('resident')
    const first = await get(address)
    assert.equal(first.status, 200)
    assert.match(first.headers.get('cache-control') ?? '', /private/)
    const secret = /calendars\/([\w-]+)\.ics/.exec(address)?.[1] ?? ''
    assert.deepEqual(await rows(`select 1 from calendar_address where token_hash like $1`, [`%${secret.slice(0, 20)}%`]), [])
    assert.equal((await rows(`select 1 from journal where facts::text || answer::text like $1`, [`%${secret}%`])).length, 0)
    for (const wrong of [secret.slice(0, 42), `${secret.slice(0, 42)}-`, 'x', '%00']) assert.equal((await get(`/shicheng/calendars/${wrong}.ics`)).status, 404, wrong)
    assert.equal((await get(address.replace('/shicheng/', '/chating/'))).status, 404)
    const second = await open('resident')
    assert.equal((await get(address)).status, 404)
    assert.equal((await visitor(app, await cookieOf(here, 'resident')).send('/shicheng/me/calendar', { how: 'close' })).status, 303)
    assert.equal((await get(second)).status, 404)
    const last = await open('tenant')
    await here.act(eraseMyself, here.people.tenant, { sure: true })
    assert.equal((await get(last)).status, 404)
    assert.deepEqual(await rows('select 1 from calendar_address where person_id = $1', [here.people.tenant.personId]), [])
  })
})

describe('a calendar file that somebody brings', () => {
  const ICS = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//', 'BEGIN:VEVENT', 'UID:tai-chi', 'SUMMARY:八段锦', 'LOCATION:凉亭', 'DTSTART;TZID=Asia/Shanghai:20261122T063000',
    'DTEND;TZID=Asia/Shanghai:20261122T073000', 'RRULE:FREQ=WEEKLY;BYDAY=SU,WE', 'EXDATE;TZID=Asia/Shanghai:20261125T063000', 'END:VEVENT',
    'BEGIN:VEVENT', 'UID:bell', 'SUMMARY:每分钟响一次', 'DTSTART:20261122T063000Z', 'RRULE:FREQ=MINUTELY', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n')
  const bring = async (text: string) => {
    const who = visitor(app, await cookieOf(here, 'secretary'))
    const form = new FormData()
    form.set('file', new File([text], 'dates.ics', { type: 'text/calendar' }))
    return { who, sent: await who.send('/shicheng/happenings/bring', form, true) }
  }

  test('is shown before it counts; what comes more often than daily is left out, and said so', async () => {
    const { who, sent } = await bring(ICS)
    const seen = await who.open(sent.location)
    assert.match(seen.text, /读出 1 个日子/)
    assert.match(seen.text, /还有 1 个读不懂，或者一天不止一次/)
    assert.match(seen.text, /八段锦/)
    assert.equal(await named('八段锦'), undefined)
    const token = /name="file" value="([^"]+)"/.exec(seen.text)?.[1] ?? ''
    assert.equal((await who.send('/shicheng/happenings/bring/check', { file: token, requestKey: crypto.randomUUID() })).location, '/shicheng/happenings?done=1')
    const event = await named('八段锦')
    assert.ok(event)
    assert.deepEqual(days(event), ['2026-11-22', '2026-11-29', '2026-12-02'])
    assert.match((await who.open(`/shicheng/happenings/bring/check?file=${encodeURIComponent(token)}`)).text, /再选一次/)
  })

  test('changes what it brought before, and nothing where nothing changed', async () => {
    const date = { uid: 'reading', title: '读书会', about: '', place: '', begins_on: '2026-11-28', minute: 570, minutes: 60, rule: 'FREQ=WEEKLY', except_on: [], also_on: [], cancelled: false }
    const bringing = (one: object, who = here.people.secretary) => here.act(importHappenings, who, { dates: [one] })
    assert.deepEqual({ ...await bringing(date), id: 0 }, { id: 0, added: 1, changed: 0 })
    assert.deepEqual({ ...await bringing(date), id: 0 }, { id: 0, added: 0, changed: 0 })
    assert.deepEqual({ ...await bringing({ ...date, minute: 600 }), id: 0 }, { id: 0, added: 0, changed: 1 })
    assert.deepEqual({ ...await bringing({ ...date, title: '抢来的' }, leader()), id: 0 }, { id: 0, added: 0, changed: 0 })
    await assert.rejects(bringing({ ...date, rule: 'FREQ=SECONDLY' }), Invalid)
    await assert.rejects(bringing({ ...date, rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31' }), Invalid)
    await assert.rejects(bringing(date, here.people.resident), Refused)
    const all = await here.house.database.look(1, db => happenings(db, {}, here.time.now))
    assert.deepEqual(all.filter(one => one.title === '读书会').map(one => [one.minute, one.changes]), [[600, 1]])
  })

  test('that is none, or is missing, is sent back with the reason', async () => {
    assert.match((await bring('哈哈')).sent.text, /这不是日历文件/)
    assert.match((await bring('')).sent.text, /这不是日历文件|先选一个文件/)
    const who = visitor(app, await cookieOf(here, 'resident'))
    assert.equal((await who.open('/shicheng/happenings/bring')).status, 403)
  })
})

describe('the feed of the board', () => {
  interface Atom { feed: { id: string, updated: string, entry: { id: string, title: string, updated: string }[] } }
  const atom = async (path: string) => {
    const text = await (await get(path)).text()
    assert.equal(XMLValidator.validate(text), true)
    return (new XMLParser({ isArray: name => name === 'entry' }).parse(text) as Atom).feed
  }
  const raise = (text: string, place = '榕荫里') => here.act(raiseMatter, here.people.resident, { place: here.community.place(place), kind: 'broken', text })

  test('says what everybody may see and nothing else, the newest first, each under a name that stays', async () => {
    const { id } = await raise('门口 <b>铁门</b> & 锁坏了')
    const home = await raise('家里水管漏水', '榕荫里 3号楼 1单元 602')
    const gone = await raise('写错了，这条收回')
    await here.act(withdrawMatter, here.people.resident, { id: gone.id })
    const news = await atom('/shicheng/feed.atom')
    assert.equal(news.entry[0]?.title, `${id} 号：门口 <b>铁门</b> & 锁坏了`)
    assert.ok(!news.entry.some(entry => entry.title.startsWith(`${home.id} 号`) || entry.title.startsWith(`${gone.id} 号`)))
    assert.equal(new Set(news.entry.map(entry => entry.id)).size, news.entry.length)
    assert.match(news.entry[0]?.id ?? '', /^urn:uuid:[0-9a-f-]{36}$/)
    const same = JSON.parse(await (await get('/shicheng/feed.json')).text()) as { version: string, items: { id: string }[] }
    assert.equal(same.version, 'https://jsonfeed.org/version/1.1')
    assert.deepEqual(same.items.map(item => item.id), news.entry.map(entry => entry.id))
    const before = news.entry[0]?.id
    here.time.now = here.time.now.add({ minutes: 1 })
    await here.act(routeMatter, here.people.gridLeader, { id, track: 'council', category: 'property' })
    const later = (await atom('/shicheng/feed.atom')).entry.find(entry => entry.title.startsWith(`${id} 号`))
    assert.equal(later?.id, before)
    assert.equal((await get('/shicheng/feed.atom', { 'if-none-match': (await get('/shicheng/feed.atom')).headers.get('etag') ?? '' })).status, 304)
  })

  test('is there for one estate and for one matter, and the board names it', async () => {
    const { id } = await raise('公告栏的玻璃碎了')
    const estate = here.community.place('榕荫里')
    assert.ok((await atom(`/shicheng/feed.atom?estate=${estate}`)).entry.some(entry => entry.title.startsWith(`${id} 号`)))
    assert.equal((await get('/shicheng/feed.atom?estate=999999')).status, 404)
    await here.act(acceptMatter, here.people.gridWorker, { id })
    await here.act(replyToMatter, here.people.gridWorker, { id, text: '明天换一块新玻璃' })
    const one = await (await get(`/shicheng/matters/${id}/feed.atom`)).text()
    assert.equal(XMLValidator.validate(one), true)
    assert.match(one, /明天换一块新玻璃/)
    const home = await raise('家里下水道堵了', '榕荫里 3号楼 1单元 602')
    assert.equal((await get(`/shicheng/matters/${home.id}/feed.atom`)).status, 404)
    const board = await (await get(`/shicheng/board?estate=${estate}`)).text()
    assert.match(board, new RegExp(`<link rel="alternate" type="application/atom\\+xml"[^>]* href="/shicheng/feed.atom\\?estate=${estate}">`))
  })
})
