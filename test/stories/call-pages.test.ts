// 一拨我就来 over HTTP, with scripts blocked: two taps to call, who may see what, every form to the end, and nothing of a home for those only asked.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { widenCalls } from '#jobs/calls.ts'
import { spread } from '#jobs/notices.ts'
import { claimCallFor } from '#modules/calls/public.ts'
import { eraseMyself, giveConsent, recordMandate } from '#modules/people/public.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, formsIn, untouched, visitor, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'

/** Three on a Friday afternoon. */
const AFTERNOON = '2026-11-20T07:00:00Z'
const WORDS = '出门倒垃圾，风把门带上了'
let here: Village
let home: number
let [passer, resident, doctor, gridWorker, propertyStaff, tenant, several]: Visitor[] = []

before(async () => {
  here = await village({ now: AFTERNOON })
  home = here.community.place('榕荫里 3号楼 1单元 602')
  const app: Hono = createApp(here.house)
  const as = async (key: 'resident' | 'doctor' | 'gridWorker' | 'propertyStaff' | 'tenant' | 'severalHomes') => visitor(app, await cookieOf(here, key))
  passer = visitor(app)
  resident = await as('resident')
  doctor = await as('doctor')
  gridWorker = await as('gridWorker')
  propertyStaff = await as('propertyStaff')
  tenant = await as('tenant')
  several = await as('severalHomes')
  await here.act(giveConsent, here.people.doctor, { purpose: 'be_asked', wording: 1 })
})
after(() => here.close())
beforeEach(() => { here.time.now = here.time.now.add({ hours: 24 * 8 }) })

const later = (seconds: number) => { here.time.now = here.time.now.add({ seconds }) }
const open = async (who: Visitor | undefined, path: string) => await who?.open(`/shicheng${path && `/${path}`}`) ?? assert.fail()
const page = async (who: Visitor | undefined, path: string) => (await open(who, path)).text

/** The form at this address, as it stands on the page, sent with what is typed. */
async function send(who: Visitor | undefined, path: string, action: string, typed: Record<string, string> = {}) {
  const found = formsIn(await page(who, path)).find(form => form.action.split('?')[0] === `/shicheng/${action}`)
  if (!found) throw new Error(`no form to ${action}`)
  return await who?.send(found.action, { ...untouched(found), ...typed }) ?? assert.fail()
}

const pathIn = (location: string) => location.replace('/shicheng/', '')

/** Calls from the page, with one tap; answers the path of the call. */
async function call(typed: Record<string, string> = {}, who = resident): Promise<string> {
  const made = await send(who, 'help/new', 'help/new', { need: 'locked_out', text: WORDS, ...typed })
  assert.equal(made.status, 303, made.text)
  return pathIn(made.location).replace(/[?&]done=made/u, '')
}

const act = (who: Visitor | undefined, path: string, deed: string, typed: Record<string, string> = {}) =>
  send(who, path, `${path.split('?')[0]}/do/${deed}`, typed)

describe('a resident with one home', () => {
  test('calls with two taps: the button at home, then what she needs', async () => {
    assert.match(await page(resident, ''), /href="\/shicheng\/help\/new"/u)
    const made = await page(resident, 'help/new')
    assert.match(made, /榕荫里 3号楼 1单元 602/u)
    assert.match(made, /<button class="need" name="need" value="locked_out">/u)
    assert.ok(made.indexOf('tel:120') < made.indexOf('class="needs"'), 'emergency numbers first')
    const path = await call({ text: '' })
    assert.match(await page(resident, path), /正在叫人/u)
    await act(resident, path, 'callOff')
  })

  test('who is unwell reads 120 first: the second step keeps what she typed, and works without a script', async () => {
    const first = await send(resident, 'help/new', 'help/new', { need: 'ill', text: '头晕' })
    assert.equal(first.status, 422)
    assert.match(first.text, /href="tel:120"/u)
    const [form] = formsIn(first.text).filter(one => one.action === '/shicheng/help/new')
    const kept = untouched(form ?? assert.fail())
    assert.deepEqual([kept['need'], kept['text'], kept['emergency']], ['ill', '头晕', undefined])
    const made = await resident?.send('/shicheng/help/new', { ...kept, emergency: 'true' }) ?? assert.fail()
    assert.equal(made.status, 303)
    await act(resident, pathIn(made.location).split('?')[0] ?? '', 'callOff')
  })

  test('sees who comes, reads out four digits, confirms, gives thanks, and is asked to help another day', async () => {
    const path = await call()
    later(126)
    assert.equal((await act(doctor, path, 'claim')).status, 303)
    const coming = await page(resident, path)
    assert.match(coming, /<b>2<small>分<\/small>06<small>秒<\/small><\/b>/u)
    assert.match(coming, /苏明月<span>志愿医生<i class="sep"> · <\/i>同一梯，走 1 分钟/u)
    const [, digits = ''] = /<code>(\d{4})<\/code>/u.exec(coming) ?? []
    const wrong = await act(doctor, path, 'arrive', { code: digits === '0000' ? '0001' : '0000' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /这四位数不对/u)
    assert.doesNotMatch(await page(doctor, path), /<code>\d{4}<\/code>/u, 'the digits are hers alone')
    assert.equal((await act(doctor, path, 'arrive', { code: digits })).status, 303)
    later(1500)
    assert.equal((await act(resident, path, 'finish')).status, 303)
    assert.equal((await act(resident, path, 'rate', { stars: '5', words: '多谢苏医生' })).status, 303)
    assert.match(await page(resident, path), /改天您也搭把手？/u)
    assert.match(await page(doctor, path), /他谢谢您[^]*多谢苏医生/u)
    const found = await act(doctor, path, 'raiseFinding', { text: '楼道灯不亮，差点摔了' })
    assert.equal(found.status, 303)
    assert.match(await page(resident, path), /已经立成第 \d+ 号事/u)
  })

  test('whose helper cannot come after all asks on; one more helper and calling off are a tap each', async () => {
    const path = await call()
    await act(doctor, path, 'claim')
    const short = await act(doctor, path, 'release', { why: '孩' })
    assert.equal(short.status, 422)
    assert.match(short.text, /value="孩"/u, 'what was typed is kept')
    await act(doctor, path, 'release', { why: '孩子发烧了' })
    assert.match(await page(resident, path), /苏明月去不成了/u)
    await act(doctor, path, 'claim')
    assert.equal((await act(resident, path, 'askMore')).status, 303)
    assert.equal((await act(resident, path, 'callOff')).status, 303)
    assert.match(await page(resident, path), /求助的人说不用了/u)
  })
})

describe('a neighbour who was asked', () => {
  test('finds it among what he was told, and comes to its page from there', async () => {
    const path = await call()
    await spread(here.house, 1)
    assert.match(await page(doctor, 'notices'), /榕荫里 3号楼 1单元<\/p>/u)
    assert.equal((await send(doctor, 'notices', 'notices', { how: 'see' })).location, `/shicheng/${path}`)
    await act(resident, path, 'callOff')
  })

  test('sees the entrance, neither home nor words nor name, before he says that he goes', async () => {
    const path = await call()
    for (const seen of [await page(doctor, path), await page(doctor, 'help')]) {
      assert.match(seen, /榕荫里 3号楼 1单元/u)
      assert.doesNotMatch(seen, /602|风把门带上了|林秀英/u)
    }
    await act(doctor, path, 'claim')
    assert.match(await page(doctor, path), /602[^]*|风把门带上了/u)
    const number = await send(doctor, path, `${path}/phone`)
    assert.match(number.text, /href="tel:\+861\d{10}"/u)
    await act(resident, path, 'callOff')
  })

  test('who declines, or comes later, reads why the button is grey', async () => {
    await here.act(giveConsent, here.people.severalHomes, { purpose: 'be_asked', wording: 1 })
    const path = await call()
    await act(doctor, path, 'decline')
    assert.doesNotMatch(await page(doctor, path), /我去不了<\/button>/u)
    await act(gridWorker, path, 'claim')
    const late = await page(doctor, path)
    assert.match(late, /aria-disabled="true"[^>]*>我去<\/button><p class="why"[^>]*>[^]*?吴邻居已经去了，谢谢您/u)
    const refused = await doctor?.send(`/shicheng/${path}/do/claim`, {}) ?? assert.fail()
    assert.equal(refused.status, 403)
    assert.match(refused.text, /吴邻居已经去了/u)
    await act(resident, path, 'callOff')
  })

  test('whom it does not concern finds nothing: not the page, not a form, not the line on which it is heard', async () => {
    const path = await call()
    const id = path.split('/')[1]
    for (const who of [tenant, passer]) {
      assert.equal((await open(who, path)).status, 404)
      assert.equal((await open(who, `${path}?code=ABCD`)).status, 404)
      assert.equal((await who?.send(`/shicheng/${path}/do/claim`, {}))?.status, 404)
      assert.equal((await who?.send(`/shicheng/${path}/phone`, {}))?.status, 404)
      assert.equal((await open(who, `live?about=calls/${id}`)).status, 404)
    }
    assert.equal((await open(passer, 'live?about=calls/')).status, 404)
    assert.equal((await open(passer, 'help/past')).status, 403)
    await act(resident, path, 'callOff')
  })
})

describe('whoever looks after the place', () => {
  test('sees the longest waiting first, phones the people who were asked, and writes down who goes', async () => {
    const first = await call()
    later(60)
    const second = await call({ need: 'water' })
    const list = await page(gridWorker, 'help')
    assert.ok(list.indexOf(`/${first}"`) < list.indexOf(`/${second}"`))
    assert.match(await page(gridWorker, first), /苏明月[^]*?\*{4}/u)
    assert.equal((await act(gridWorker, first, 'claimFor', { person: String(here.people.doctor.personId) })).status, 303)
    assert.match(await page(resident, first), /苏明月应了[^]*打电话找到的/u)
    assert.match(await page(propertyStaff, second), /全号由网格员和书记看/u)
    const number = await gridWorker?.send(`/shicheng/people/${here.people.doctor.personId}/number?name=`, { field: 'phone', purpose: 'urgent' })
    assert.equal(number?.status, 200)
    assert.equal((await act(gridWorker, second, 'end', { how: 'settled' })).status, 303)
    assert.match(await page(gridWorker, 'help/past'), /另外办好了/u)
    await act(resident, first, 'callOff')
  })

  test('enters the call of somebody on the phone, who leaves a number', async () => {
    const form = await page(gridWorker, `help/new?channel=phone&place=${home}`)
    assert.match(form, /id="f-phone"/u)
    const none = await send(gridWorker, `help/new?channel=phone&place=${home}`, 'help/new', { need: 'water' })
    assert.equal(none.status, 422)
    assert.match(none.text, /留个电话/u)
    const made = await send(gridWorker, `help/new?channel=phone&place=${home}`, 'help/new', { need: 'water', phone: '0595-12345678' })
    assert.equal(made.status, 303)
    const path = pathIn(made.location).replace('?done=made', '')
    assert.match(await page(gridWorker, path), /打电话叫的/u)
    await act(gridWorker, path, 'callOff')
    const refused = await resident?.send('/shicheng/help/new', { need: 'water', place: String(home), channel: 'phone', phone: '13900000000' })
    assert.equal(refused?.status, 422)
  })

  test('prints a sheet for every home, with its own code and the numbers to dial', async () => {
    const building = here.community.place('榕荫里 3号楼')
    const sheets = await page(gridWorker, `help/print?building=${building}`)
    assert.ok((sheets.match(/<article class="a4 a5/gu) ?? []).length > 1)
    assert.match(sheets, /<b class="num">120<\/b>/u)
    assert.equal((await open(resident, `help/print?building=${building}`)).status, 403)
    assert.equal((await open(passer, 'help/print')).status, 403)
  })
})

describe('somebody without an account', () => {
  test('scans the code of a home, leaves a number, and follows the call with its address alone', async () => {
    const { rows } = await here.owner.query<{ code: string }>('select code from place where community_id = 1 and id = $1', [home])
    const scanned = await passer?.open(`/q/${rows[0]?.code}`)
    assert.match(await page(passer, pathIn(scanned?.location ?? '')), new RegExp(`href="/shicheng/help/new\\?place=${home}"`, 'u'))
    const made = await send(passer, `help/new?place=${home}`, 'help/new', { need: 'power', phone: '13900000099' })
    assert.equal(made.status, 303)
    const path = pathIn(made.location).replace('&done=made', '')
    assert.match(path, /\?code=/u)
    await act(doctor, path.split('?')[0] ?? '', 'claim')
    const seen = await page(passer, path)
    assert.match(seen, /苏明月[^]*<code>\d{4}<\/code>/u)
    assert.match(seen, new RegExp(`data-live="/shicheng/live\\?about=calls/\\d+&amp;code=`, 'u'))
    assert.equal((await act(passer, path, 'callOff')).status, 303)
    assert.match(await page(passer, path), /求助的人说不用了/u)
  })
})

describe('somebody who may act for another', () => {
  test('calls for her with her home chosen already; the call is hers', async () => {
    const { rows: [elder] } = await here.owner.query<{ id: number }>(`select id::int from person where community_id = 1 and name = '黄玉珠'`)
    const principal = elder?.id ?? 0
    await here.act(recordMandate, here.people.gridWorker, { principal, agent: here.people.resident.personId, evidence: 'in_person' })
    assert.match(await page(resident, 'help/new'), new RegExp(`/shicheng/help/new\\?principal=${principal}"[^>]*>替黄玉珠叫`, 'u'))
    const form = await page(resident, `help/new?principal=${principal}`)
    assert.match(form, /榕荫里 1号楼 1单元 302/u)
    const made = await send(resident, `help/new?principal=${principal}`, 'help/new', { need: 'carry' })
    const path = pathIn(made.location).replace('?done=made', '')
    const { rows } = await here.owner.query('select caller_id::int from call where community_id = 1 and id = $1', [Number(path.split('/')[1])])
    assert.deepEqual(rows, [{ caller_id: principal }])
    await act(resident, path, 'callOff')
  })
})

describe('what everybody may see', () => {
  test('is how fast help came, with the number of calls beside every share', async () => {
    const path = await call()
    await widenCalls(here.house)
    const seen = await page(passer, 'help')
    assert.match(seen, /\d+ 次求助，\d+ 次五分钟内有人应/u)
    assert.doesNotMatch(seen, /602/u)
    await act(resident, path, 'callOff')
  })
})

describe('who erases himself', () => {
  test('takes his words and number along: his open call ends with its clocks, and what he promised is asked of others', async () => {
    const path = await call({ phone: '13800000001' })
    const id = Number(path.split('/')[1])
    assert.match(await page(resident, 'me/data'), /风把门带上了/u)
    await here.act(eraseMyself, here.people.resident, { sure: true })
    await widenCalls(here.house)
    const { rows } = await here.owner.query('select text, phone_sealed, ended_how, caller_id::int from call where community_id = 1 and id = $1', [id])
    assert.deepEqual(rows, [{ text: '', phone_sealed: null, ended_how: 'called_off', caller_id: here.people.resident.personId }])
    const { rows: clocks } = await here.owner.query('select name from clock where community_id = 1 and subject = $1 and ended_at is null', [`calls/${id}`])
    assert.deepEqual(clocks, [])
    assert.equal((await open(gridWorker, path)).status, 200)
    const other = await call({ text: '' }, several)
    await here.act(claimCallFor, here.people.gridWorker, { id: Number(other.split('/')[1]), person: here.people.tenant.personId })
    await here.act(eraseMyself, here.people.tenant, { sure: true })
    assert.match(await page(several, other), /正在叫人[^]*去不成了/u)
  })
})
