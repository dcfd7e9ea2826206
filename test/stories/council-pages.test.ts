// The pages of a council as somebody without scripts uses them: forms found on the pages, filled in and sent.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { unzipSync } from 'fflate'
import type { Hono } from 'hono'
import { sealOf, sessionHereSubject } from '#modules/councils/public.ts'
import { raiseMatter } from '#modules/matters/public.ts'
import { eraseMyself } from '#modules/people/public.ts'
import { cookieOf, visitor, type Visitor } from '#test/visitor.ts'
import { village, type Village } from '#test/village.ts'
import { createApp } from '../../src/app.ts'

let here: Village
let app: Hono
let secretary: Visitor
let resident: Visitor
let neighbour: Visitor
const passer = () => visitor(app)
const idIn = (location: string) => Number(/\/(\d+)(?:\?|$)/u.exec(location)?.[1])
before(async () => {
  here = await village({ now: '2026-11-20T01:00:00Z' })
  app = createApp(here.house)
  const signedIn = async (key: Parameters<typeof cookieOf>[1]) => visitor(app, await cookieOf(here, key))
  ;[secretary, resident, neighbour] = [await signedIn('secretary'), await signedIn('resident'), await signedIn('neighbour')]
})
after(() => here.close())

const COUNCIL = { name: '民情议事厅', about: '院子里的事', room: '二楼会议室', place: '', grid: '', on: '2026-11-21', from: '19:30', repeat: 'weekday', rule: '', minutes: '90', quorum: '50', homes: '3' }
const sent = async (who: Visitor, path: string, fields: Record<string, string | readonly string[]>) => {
  const seen = await who.send(path, fields)
  assert.equal(seen.status, 303, `${path} ${JSON.stringify(fields)}: ${seen.text.slice(0, 300)}`)
  return seen
}

describe('a session from its call to its file', () => {
  let council = ''
  let session = ''

  test('a council is founded on the page, with a rhythm in words; a slip comes back with what to do', async () => {
    assert.match((await secretary.open('/shicheng/councils')).text, /设一个议事会/)
    assert.doesNotMatch((await resident.open('/shicheng/councils')).text, /设一个议事会/)
    const slip = await secretary.send('/shicheng/councils/edit', { ...COUNCIL, name: '' })
    assert.equal(slip.status, 422)
    assert.match(slip.text, /写 2 到 40 个字[\s\S]*value="二楼会议室"/)
    council = `/shicheng/councils/${idIn((await sent(secretary, '/shicheng/councils/edit', COUNCIL)).location)}`
    const page = await passer().open(council)
    assert.match(page.text, /每月第 3 个周六[\s\S]*按惯例下次是 11月21日/)
    assert.equal((await resident.open(`/shicheng/councils/edit?council=${idIn(council)}`)).status, 403)
    await sent(secretary, '/shicheng/councils/edit', { ...COUNCIL, council: String(idIn(council)), convener: `p${here.people.secretary.personId}`, quorum: '60' })
  })

  test('seats, a session, an invitation and its answer', async () => {
    await sent(secretary, council, { do: 'addSeat', party: 'residents', to: `p${here.people.resident.personId}` })
    const found = await secretary.open(`${council}?name=${encodeURIComponent('陈海生')}`)
    assert.match(found.text, new RegExp(`value="p${here.people.neighbour.personId}" selected`))
    await sent(secretary, council, { do: 'addSeat', party: 'residents', to: `p${here.people.neighbour.personId}` })
    assert.equal((await secretary.send(council, { do: 'addSeat', party: 'residents', to: '' })).status, 422)
    const call = await secretary.open(`${council}/convene`)
    assert.match(call.text, /value="2026-11-21"/, 'the next date of the rhythm is offered')
    session = (await sent(secretary, `${council}/convene`, { kind: 'action_plan', title: '架空层怎么用', on: '2026-11-21', from: '19:30', minutes: '90', room: '二楼会议室', place: '', keeper: '' })).location.replace('?done=1', '')
    assert.match((await resident.open(session)).text, /请您来[\s\S]*派谁来/)
    assert.doesNotMatch((await passer().open(session)).text, /请您来|林秀英/)
    const seat = /name="seat" value="(\d+)"/.exec((await resident.open(session)).text)?.[1] ?? ''
    assert.equal((await resident.send(session, { do: 'answer', seat, answer: 'sends', standIn: '' })).status, 422)
    await sent(resident, session, { do: 'answer', seat, answer: 'comes', standIn: '' })
    await sent(secretary, `${session}/invite`, { do: 'invite', party: 'property', to: `o${here.people.propertyManager.posts[0]?.organisation_id}` })
    await sent(secretary, `${session}/edit`, { title: '架空层怎么用', on: '2026-11-21', from: '19:00', minutes: '90', room: '一楼', place: '', keeper: `p${here.people.gridWorker.personId}` })
    assert.match((await passer().open('/shicheng/calendar.ics')).text, /架空层怎么用/)
  })

  test('the agenda takes a matter together with those that are alike', async () => {
    const place = here.community.place('榕荫里 3号楼')
    const { id: one } = await here.act(raiseMatter, here.people.resident, { place, kind: 'idea', text: '一楼架空层堆满杂物，想改成活动室' })
    const { id: two } = await here.act(raiseMatter, here.people.tenant, { place, kind: 'dirty', text: '架空层堆满杂物没人清' })
    const form = await secretary.open(`${session}/agenda?matter=${one}`)
    assert.match(form.text, new RegExp(`name="matters" value="${one}" checked[\\s\\S]*name="matters" value="${two}"`))
    assert.equal((await secretary.send(`${session}/agenda`, { do: 'addTopic', title: '' })).status, 422)
    await sent(secretary, `${session}/agenda`, { do: 'addTopic', title: '', matters: [String(one), String(two)] })
    await sent(secretary, `${session}/agenda`, { do: 'addTopic', title: '睦邻节' })
    assert.match((await passer().open(session)).text, new RegExp(`matters/${one}"[\\s\\S]*matters/${two}"[\\s\\S]*睦邻节`))
  })

  test('in the hall: it opens, people come by the code, speak in turn, and ask from home', async () => {
    assert.doesNotMatch((await resident.open(session)).text, /主持台/)
    await sent(secretary, session, { do: 'open' })
    const id = idIn(session)
    const code = here.house.means.secrets.receipt(sessionHereSubject(1, id))
    assert.match((await secretary.open(`${session}/door`)).text, /<svg class="qr"/)
    assert.equal((await resident.open(`${session}/door`)).status, 403)
    assert.equal((await resident.send(`${session}/here`, { do: 'arrive', code: 'WRONG' })).status, 422)
    for (const who of [resident, neighbour]) assert.match((await who.open((await sent(who, `${session}/here`, { do: 'arrive', code })).location)).text, /您到了/)
    assert.match((await passer().open(session)).text, /到 2 \/ 请 2，要 2/)
    await sent(resident, session, { do: 'speak' })
    const speaker = /name="speaker" value="(\d+)"/.exec((await secretary.open(session)).text)?.[1] ?? ''
    await sent(secretary, session, { do: 'floor', speaker, how: 'begin' })
    here.time.now = here.time.now.add({ minutes: 3 })
    await sent(secretary, session, { do: 'floor', speaker, how: 'end' })
    assert.match((await passer().open(session)).text, /林\*\*[\s\S]*说了 3\.0 分钟/, 'whoever is not at the table reads no full name')
    await sent(neighbour, session, { do: 'stage', about: '放两张乒乓球台' })
    assert.match((await sent(neighbour, session, { do: 'ask', text: '晚上几点关门' })).location, /done=ask/)
    const question = /name="question" value="(\d+)"/.exec((await secretary.open(session)).text)?.[1] ?? ''
    const empty = await secretary.send(session, { do: 'answerQuestion', question, how: 'in_writing', answer: '' })
    assert.equal(empty.status, 422)
    await sent(secretary, session, { do: 'answerQuestion', question, how: 'in_writing', answer: '九点关门' })
    assert.match((await passer().open(session)).text, /九点关门/)
    assert.match((await passer().send(session, { do: 'ask', text: '我没登录' })).text, /登录/)
  })

  test('two keepers do not overwrite each other: what was typed comes back beside what was saved', async () => {
    const topic = /keep\?topic=(\d+)/.exec((await secretary.open(session)).text)?.[1] ?? ''
    await sent(secretary, `${session}/keep`, { do: 'keep', topic, version: '0', text: '林秀英：先清杂物', decision: '' })
    const late = await secretary.send(`${session}/keep`, { do: 'keep', topic, version: '0', text: '我也记了一段', decision: '改成活动室' })
    assert.equal(late.status, 422)
    assert.match(late.text, /别人刚存的[\s\S]*先清杂物[\s\S]*我也记了一段[\s\S]*改成活动室/)
    assert.match(late.text, /name="version" value="1"/)
    await sent(secretary, `${session}/keep`, { do: 'keep', topic, version: '1', text: '林秀英：先清杂物\n陈海生：放乒乓球台', decision: '腊月前清完，改成活动室' })
    await sent(secretary, `${session}/keep`, { do: 'addTask', topic, title: '清杂物', to: `p${here.people.gridWorker.personId}`, due: '2026-12-20' })
    assert.doesNotMatch((await passer().open(session)).text, /先清杂物/, 'a draft is for those at the table')
    assert.match((await resident.open(session)).text, /先清杂物/)
  })

  test('the minutes are sealed, signed, read by everybody, and filed as a Word document', async () => {
    assert.equal((await passer().open(`${session}/minutes`)).status, 404)
    await sent(secretary, session, { do: 'end' })
    await sent(secretary, session, { do: 'seal' })
    const page = await passer().open(`${session}/minutes`)
    assert.match(page.text, /第 1 次会议纪要[\s\S]*腊月前清完[\s\S]*林\*\*/)
    const seen = await resident.open(`${session}/minutes`)
    const [, seat = '', hash = ''] = /value="sign">[\s\S]*?name="seat" value="(\d+)"><input type="hidden" name="hash" value="([0-9a-f]{64})"/.exec(seen.text) ?? []
    await sent(resident, `${session}/minutes`, { do: 'sign', seat, hash })
    const [, other = ''] = /value="paper">[\s\S]*?name="seat" value="(\d+)"/.exec((await secretary.open(`${session}/minutes`)).text) ?? []
    await sent(secretary, `${session}/minutes`, { do: 'paper', seat: other, hash })
    await sent(secretary, `${session}/minutes`, { do: 'add', text: '乒乓球台由业委会买' })
    const text = await document(secretary)
    for (const words of ['民情议事厅第 1 次会议纪要', '腊月前清完，改成活动室', '清杂物', '林秀英', '网上签', '纸上签', '乒乓球台由业委会买', hash]) assert.ok(text.includes(words), words)
    assert.doesNotMatch(await document(passer()), /<w:t[^>]*>[^<]*居民代表[\s\S]{0,400}林秀英/, 'names of neighbours are for those at the table')
    const [{ content, hash: sealed }] = (await here.owner.query('select content, hash from session_minutes')).rows
    assert.equal(sealOf(content), sealed)
    assert.match((await passer().open(`/shicheng/matters/${JSON.parse(content).topics[0].matters[0]}`)).text, /民情议事厅第 1 次会议议过，定了/)
  })

  test('whoever erases himself is no longer named, and the seal still holds', async () => {
    await here.act(eraseMyself, here.people.resident, { sure: true, texts: true })
    const page = await secretary.open(`${session}/minutes`)
    assert.match(page.text, /已抹去[\s\S]*内容和定稿时一致/)
    assert.deepEqual((await here.owner.query(`select name, salt from session_seat where person_id = $1`, [here.people.resident.personId])).rows.filter(row => row.name || row.salt), [])
  })

  async function document(who: Visitor): Promise<string> {
    const cookie = who === secretary ? await cookieOf(here, 'secretary') : ''
    const response = await app.request(`http://localhost${session}/minutes.docx`, { headers: cookie ? { cookie } : {} })
    assert.equal(response.status, 200)
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    return new TextDecoder().decode(files['word/document.xml'])
  }
})

test('a listening session: points are written on the page and become matters by one tap', async () => {
  const { location } = await sent(secretary, '/shicheng/councils/edit', { ...COUNCIL, name: '社区夜话', repeat: 'once' })
  const council = `/shicheng/councils/${idIn(location)}`
  const session = (await sent(secretary, `${council}/convene`, { kind: 'listening', title: '夜话', on: '2026-11-22', from: '20:00', minutes: '60', room: '榕树下', place: '', keeper: '' })).location.replace('?done=1', '')
  await sent(secretary, session, { do: 'open' })
  assert.equal((await secretary.send(session, { do: 'writePoint', text: '想要个饮水点', place: '', person: '' })).status, 422)
  await sent(secretary, session, { do: 'writePoint', text: '想要个饮水点', place: String(here.community.place('榕荫里')), person: '' })
  const point = /name="point" value="(\d+)"/.exec((await secretary.open(session)).text)?.[1] ?? ''
  await sent(secretary, session, { do: 'raisePoint', point })
  assert.match((await passer().open(session)).text, /想要个饮水点[\s\S]*提[\s\S]*事项 \d+/)
  await sent(secretary, session, { do: 'end' })
  await sent(secretary, session, { do: 'seal' })
  assert.equal((await passer().open(`${session}/minutes`)).status, 200)
})

test('a mediation is on no list, no calendar and no page of those who were not invited', async () => {
  const { location } = await sent(secretary, '/shicheng/councils/edit', { ...COUNCIL, name: '说事廊院', repeat: 'once' })
  const council = `/shicheng/councils/${idIn(location)}`
  const session = (await sent(secretary, `${council}/convene`, { kind: 'mediation', title: '楼上漏水', on: '2026-11-23', from: '20:00', minutes: '60', room: '小会议室', place: '', keeper: '' })).location.replace('?done=1', '')
  for (const path of [session, `${session}/minutes`, `${session}/minutes.docx`, `${session}/here`, `${session}/keep`]) assert.equal((await neighbour.open(path)).status, 404, path)
  for (const path of ['/shicheng/councils', council, '/shicheng/calendar.ics']) assert.doesNotMatch((await neighbour.open(path)).text, /漏水/, path)
  assert.match((await neighbour.open(council)).text, /另有 1 次不公开的会/)
  assert.equal((await app.request(`http://localhost/shicheng/live?about=sessions/${idIn(session)}`)).status, 404, 'nor does anybody hear of it')
  await sent(secretary, `${session}/invite`, { do: 'invite', party: 'concerned', to: `p${here.people.neighbour.personId}` })
  assert.match((await neighbour.open(session)).text, /楼上漏水/)
  assert.doesNotMatch((await neighbour.open(council)).text, /另有/)
})
