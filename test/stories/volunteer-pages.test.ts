// Volunteers on the pages, with scripts blocked: joining by one tap, handing in a licence, teams and squads, and the contact card.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { tendVolunteers } from '#jobs/volunteers.ts'
import { Invalid, Refused } from '#kit/errors.ts'
import type { CastKey } from '#test/cast.ts'
import { actorOf } from '#modules/people/public.ts'
import * as v from '#modules/volunteers/public.ts'
import { photoOf } from '#test/pictures.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, formsIn, untouched, visitor, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'

type Who = 'passer' | Extract<CastKey, 'resident' | 'doctor' | 'secretary' | 'neighbour' | 'tenant'>
let here: Village
let app: Hono
const known = {} as Record<Who, Visitor>
before(async () => {
  here = await village({ now: '2026-11-20T01:00:00Z' })
  app = createApp(here.house)
  for (const key of ['resident', 'doctor', 'secretary', 'neighbour', 'tenant'] as const) known[key] = visitor(app, await cookieOf(here, key))
  known.passer = visitor(app)
})
after(() => here.close())

const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const page = async (who: Who, path: string) => (await known[who].open(`/shicheng${path}`)).text
const formTo = (text: string, ending: string, more: object = {}) => {
  const found = formsIn(text).find(form => form.action.endsWith(ending) && Object.entries(more).every(([key, value]) => untouched(form)[key] === String(value)))
  return found ? untouched(found) : assert.fail(`no form to ${ending}`)
}
const send = (who: Who, path: string, fields: Record<string, string | string[]>) => known[who].send(`/shicheng${path}`, fields)
/** Presses the button on a page that goes to this deed. */
const press = async (who: Who, path: string, deed: string, more: object = {}) => send(who, `/volunteers/do/${deed}`, formTo(await page(who, path), `/do/${deed}`, more))

describe('on the pages', () => {
  test('a neighbour joins with one tap, says when he has time and what he can do, and whoever checks lets it stand on the list', async () => {
    assert.match(await page('passer', '/volunteers'), /先登录/u)
    assert.equal((await press('resident', '/volunteers', 'join', { age: 'adult' })).location, '/shicheng/volunteers/me?done=1')
    const form = formTo(await page('resident', '/volunteers/arrange'), '')
    const wrong = await send('resident', '/volunteers/arrange', { ...form, mostAWeek: '99', times: ['6 08:00-12:00'] })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /value="6 08:00-12:00" checked/u, 'what was ticked stays ticked')
    assert.equal((await send('resident', '/volunteers/arrange', { ...form, mostAWeek: '2', times: ['6 08:00-12:00'] })).status, 303)
    assert.match(await page('resident', '/volunteers/me'), /周六 08:00–12:00/u)
    await send('resident', '/volunteers/do/offerSkill', { skill: 'haircut', note: '<b>上门</b>' })
    assert.doesNotMatch(await page('passer', '/volunteers'), /理发/u)
    const [{ id } = { id: 0 }] = await rows<{ id: number }>('select id::int from volunteer where person_id = $1', [here.people.resident.personId])
    assert.match(await page('secretary', '/volunteers/check'), new RegExp(`/volunteers/${id}"`, 'u'))
    assert.equal((await press('secretary', `/volunteers/${id}`, 'approveSkill', { yes: true })).location, `/shicheng/volunteers/${id}?done=1`)
    const shown = await page('passer', '/volunteers')
    assert.match(shown, /理发<\/b><span class="row-meta">一位邻居/u)
    assert.doesNotMatch(shown, /林秀英|<b>上门/u)
    for (const other of ['passer', 'tenant'] as const) assert.equal((await known[other].open(`/shicheng/volunteers/${id}`)).status, 404, 'his file is not for others')
  })

  test('a licence goes in with its picture, which only its owner and the checker can open', async () => {
    await send('doctor', '/volunteers/do/join', { age: 'adult' })
    const body = new FormData()
    for (const [key, value] of Object.entries({ kind: 'clinical_physician', number: '110440100001234', validUntil: '2027-03-01' })) body.append(key, value)
    const without = await known.doctor.send('/shicheng/volunteers/licence', body, true)
    assert.deepEqual([without.status, /拍一张/u.test(without.text), without.text.includes('110440100001234')], [422, true, true])
    body.append('photo', new Blob([new Uint8Array(await photoOf('white'))]), 'licence.jpg')
    assert.equal((await known.doctor.send('/shicheng/volunteers/licence', body, true)).status, 303)
    const [{ id, volunteer } = { id: 0, volunteer: 0 }] = await rows<{ id: number, volunteer: number }>('select id::int, volunteer_id::int as volunteer from volunteer_qualification')
    const status = async (who: Who) => (await known[who].open(`/shicheng/volunteers/licences/${id}`)).status
    assert.deepEqual([await status('doctor'), await status('secretary'), await status('resident'), await status('passer')], [200, 200, 404, 404])
    assert.equal((await press('secretary', `/volunteers/${volunteer}`, 'checkQualification', { yes: true })).status, 303)
    assert.match(await page('doctor', '/volunteers/me'), /临床医师执业证<\/b> <span class="badge leaf">核过了/u)
  })
})

describe('a record', () => {
  test('is entered on the page, found wrong on the page, and corrected', async () => {
    const [{ id } = { id: 0 }] = await rows<{ id: number }>('select id::int from volunteer where person_id = $1', [here.people.resident.personId])
    assert.equal((await send('secretary', '/volunteers/do/enterCredit', { id: String(id), kind: 'training', what: '急救培训', on: '2026-11-01', minutes: '240', by: '红十字会' })).status, 303)
    const [{ credit } = { credit: 0 }] = await rows<{ credit: number }>('select id::int as credit from volunteer_credit')
    assert.equal((await send('resident', '/volunteers/do/askCorrection', { id: String(credit), words: '是三小时' })).location, '/shicheng/volunteers/me?done=1')
    assert.match(await page('secretary', `/volunteers/${id}`), /他说：是三小时/u)
    const form = formTo(await page('secretary', `/volunteers/do/correctCredit?id=${credit}&what=急救培训&on=2026-11-01&minutes=240&by=红十字会`), '/do/correctCredit')
    assert.equal((await send('secretary', '/volunteers/do/correctCredit', { ...form, minutes: '180' })).status, 303)
    assert.match(await page('resident', '/volunteers/me'), /180 分钟/u)
  })
})

describe('a team', () => {
  test('has squads with leaders; who asks to join is taken in by his leader, and by nobody else', async () => {
    const { secretary, doctor, resident, neighbour, tenant } = here.people
    const [team] = await rows<{ id: number }>(`select id::int from organisation where community_id = 1 and kind = 'team' and part_of is null order by id limit 1`)
    const id = team?.id ?? assert.fail('no team')
    const { squad } = await here.act(v.makeSquad, secretary, { id, name: '健康服务小分队', duty: '量血压、急诊陪同' })
    await assert.rejects(here.act(v.makeSquad, neighbour, { id, name: '又一支', duty: '巡逻' }), Refused)
    await assert.rejects(here.act(v.makeSquad, secretary, { id: squad, name: '更小的', duty: '巡逻' }), Refused)
    await here.act(v.nameLeader, secretary, { id: squad, person: neighbour.personId })
    const leader = await here.house.database.look(1, db => actorOf(db, neighbour.personId ?? 0, '2026-11-20'))
    await assert.rejects(here.act(v.nameLeader, leader, { id: squad, person: doctor.personId }), Refused, 'no leader names his own successor')
    await send('resident', '/volunteers/do/askToJoin', { id: String(squad) })
    assert.match(await page('resident', `/teams/${squad}`), /等队长答/u)
    assert.doesNotMatch(await page('passer', `/teams/${squad}`), /林秀英/u)
    const [{ id: asking } = { id: 0 }] = await rows<{ id: number }>('select id::int from team_asking')
    await assert.rejects(here.act(v.answerAsking, doctor, { id: asking, yes: true }), Refused)
    await assert.rejects(here.act(v.answerAsking, leader, { id: asking, yes: true, as: 'volunteer_doctor' }), Invalid, 'no licence, no doctor')
    assert.match(await page('neighbour', `/teams/${squad}`), /林秀英/u)
    await here.act(v.answerAsking, leader, { id: asking, yes: true })
    await here.act(v.takeIn, leader, { id: squad, person: doctor.personId, as: 'volunteer_doctor' })
    await assert.rejects(here.act(v.takeIn, leader, { id: squad, person: tenant.personId }), Invalid, 'he has not joined')
    await assert.rejects(here.act(v.takeIn, leader, { id, person: resident.personId }), Refused, 'not his team')
    assert.match(await page('passer', `/teams/${id}`), /健康服务小分队[\s\S]*3 人/u)
    const { id: file } = await here.house.database.look(1, db => v.ownFile(db, resident.personId ?? 0, '2026-11-20')) ?? assert.fail('not there')
    assert.match(await page('neighbour', `/volunteers/${file}`), /林秀英/u, 'a leader sees those of his squad')
    await here.act(v.recordInsurance, leader, { team: squad, insurer: '人保', number: 'PICC-7', since: '2026-11-01', until: '2027-10-31' })
    assert.equal((await rows('select 1 from volunteer_policy')).length, 2, 'everybody in it who is a volunteer')
    assert.equal((await press('resident', `/teams/${squad}`, 'letGo', { person: resident.personId })).status, 303)
    assert.deepEqual(await rows(`select 1 from post where person_id = $1 and kind = 'volunteer' and until is null`, [resident.personId]), [])
  })
})

describe('a contact card', () => {
  test('leads to a page with 120 first; whoever leaves his number is called back, and the number is gone', async () => {
    await send('doctor', '/volunteers/do/makeCard', { offers: '急诊咨询', hours: '每天 8 点到 21 点' })
    const sheet = await page('doctor', '/volunteers/cards')
    assert.doesNotMatch(sheet, /13\d{9}/u, 'his number only where he agreed')
    const [{ code } = { code: '' }] = await rows<{ code: string }>('select code from contact_card')
    const shown = await page('passer', `/card/${code}`)
    assert.ok(shown.indexOf('120') < shown.indexOf('急诊咨询'))
    assert.doesNotMatch(shown, /苏明月/u, 'nor his name')
    assert.equal((await send('passer', `/card/${code}`, { phone: '12' })).status, 422)
    assert.equal((await send('passer', `/card/${code}`, { phone: '13900001111' })).status, 303)
    const own = await page('doctor', '/volunteers/me')
    assert.match(own, /13900001111/u)
    assert.doesNotMatch(JSON.stringify(await rows('select phone_sealed from call_back')), /13900001111/u)
    await press('doctor', '/volunteers/me', 'answerCallBack', { answer: 'called' })
    assert.deepEqual(await rows('select phone_sealed from call_back'), [{ phone_sealed: null }])
  })

  test('is not for bothering people: after five in a day somebody is asked to wait', async () => {
    const [{ code } = { code: '' }] = await rows<{ code: string }>('select code from contact_card')
    const tries: number[] = []
    for (let i = 0; i < 6; i++) tries.push((await send('tenant', `/card/${code}`, { phone: '13900002222' })).status)
    assert.deepEqual(tries, [303, 303, 303, 303, 303, 429])
    here.time.now = here.time.now.add({ hours: 24 * 8 })
    await tendVolunteers(here.house)
    assert.deepEqual(await rows('select 1 from call_back where phone_sealed is not null'), [], 'what nobody called is forgotten after a week')
  })

  test('ends at once when its owner says so, and the code says so kindly', async () => {
    const [{ code } = { code: '' }] = await rows<{ code: string }>('select code from contact_card')
    assert.equal((await press('doctor', '/volunteers/me', 'endCard')).status, 303)
    const dead = await known.passer.open(`/shicheng/card/${code}`)
    assert.equal(dead.status, 410)
    assert.match(dead.text, /120[\s\S]*收回了/u)
    assert.equal((await send('passer', `/card/${code}`, { phone: '13900001111' })).status, 404)
  })
})
