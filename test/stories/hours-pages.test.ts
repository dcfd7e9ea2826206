// Hours on the pages, with scripts blocked: written down, approved, corrected, printed and taken out.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { tend } from '#jobs/notices.ts'
import { addProject } from '#modules/hours/public.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, formsIn, untouched, visitor, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'

const SHICHENG = { id: 1, slug: 'shicheng', name: '石埕社区' }
let here: Village
let app: Hono
let passer: Visitor, resident: Visitor, doctor: Visitor, secretary: Visitor, gridWorker: Visitor
before(async () => {
  here = await village({ now: '2026-11-20T10:00:00Z' })
  app = createApp(here.house)
  passer = visitor(app)
  const as = async (key: 'resident' | 'doctor' | 'secretary' | 'gridWorker') => visitor(app, await cookieOf(here, key))
  ;[resident, doctor, secretary, gridWorker] = await Promise.all([as('resident'), as('doctor'), as('secretary'), as('gridWorker')])
  await here.act(addProject, here.people.secretary, { name: '陪老人看病', since: '2026-01-01' })
})
after(() => here.close())

const page = async (who: Visitor, path: string) => (await who.open(`/shicheng${path}`)).text
const send = (who: Visitor, path: string, fields: Record<string, string | string[]>) => who.send(`/shicheng${path}`, fields)

async function formAt(who: Visitor, path: string, action: string, which: (form: Record<string, unknown>) => boolean = () => true) {
  const found = formsIn(await page(who, path)).filter(form => form.action === `/shicheng${action}`).map(untouched).find(which)
  return found ?? assert.fail(`no form to ${action}`)
}

const noticesOf = async (name: string) => (await here.owner.query(`select concat_ws('.', action, facts ->> 'to') as told from notice
  join journal on journal.id = journal_id and journal.community_id = notice.community_id
  join person on person.id = notice.person_id and person.community_id = notice.community_id
  where person.name = $1 and action like 'hours.%' order by notice.id`, [name])).rows.map(row => row.told)

describe('the hours of 苏明月', () => {
  test('are written down by the grid worker from a form that keeps what was typed', async () => {
    const form = await formAt(gridWorker, '/hours/record', '/hours/record')
    assert.equal(form['date'], '2026-11-20')
    const project = /<option value="(\d+)">陪老人看病/u.exec(await page(gridWorker, '/hours/record'))?.[1] ?? ''
    const wrong = await send(gridWorker, '/hours/record', { ...form, project, from: '9点', until: '11:30', content: '陪黄阿婆去医院', people: '苏明约', served: '1' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /写成 14:30 这样/u)
    assert.match(wrong.text, /苏明约/u, 'what was typed is still there')
    const unknown = await send(gridWorker, '/hours/record', { ...form, project, from: '09:00', until: '11:30', content: '陪老人去医院', people: '苏明约', served: '1' })
    assert.match(unknown.text, /志愿者里没有“苏明约”/u)
    const sent = await send(gridWorker, '/hours/record', { ...form, project, from: '09:00', until: '11:30', content: '陪老人去医院', people: '苏明月 140', served: '1' })
    assert.equal(sent.status, 303)
    assert.match((await gridWorker.open(sent.location)).text, /另一个人审核过才算.*陪老人去医院/su)
    assert.match(await page(doctor, '/me/hours'), /等审核.*140 分钟/su)
  })

  test('go back with words, are mended, and are approved by the secretary', async () => {
    const back = await formAt(secretary, '/hours/approve', '/hours/refuse')
    assert.match((await send(secretary, '/hours/refuse', { ...back, why: '' })).text, /至少写两个字/u)
    await send(secretary, '/hours/refuse', { ...back, why: '她说 10 点才到' })
    assert.match(await page(gridWorker, '/hours/approve'), /退回了：她说 10 点才到/u)
    const mend = await formAt(gridWorker, `/hours/record?serving=${back['id']}`, '/hours/record')
    const project = /<option value="(\d+)" selected>陪老人看病/u.exec(await page(gridWorker, `/hours/record?serving=${back['id']}`))?.[1] ?? ''
    assert.deepEqual([mend['from'], mend['content']], ['09:00', '陪老人去医院'])
    assert.equal((await send(gridWorker, '/hours/record', { ...mend, project, from: '10:00', people: '苏明月' })).status, 303)
    const own = await page(gridWorker, '/hours/approve')
    assert.match(own, /只有.*可以|只能由|aria-disabled="true"/u, 'the grid worker sees the button, and why not')
    const approved = await send(secretary, '/hours/approve', await formAt(secretary, '/hours/approve', '/hours/approve'))
    assert.equal(approved.status, 303)
    assert.match(await page(doctor, '/me/hours'), /1\.5 小时.*还没有到一星.*再 98\.5 小时就是 1 星/su)
    assert.match(await page(passer, '/hours'), /<b>1\.5<small>小时/u)
  })

  test('are corrected when she asks, and everybody concerned is told', async () => {
    const form = await formAt(doctor, '/me/hours', '/me/hours')
    assert.match((await send(doctor, '/me/hours', { ...form, minutes: '90', why: '少算了' })).text, /现在记的就是这么多/u)
    assert.equal((await send(doctor, '/me/hours', { ...form, minutes: '60', why: '我 11 点就走了' })).status, 303)
    assert.match(await page(doctor, '/me/hours'), /您申请改成 60 分钟，等答复/u)
    const answer = await formAt(secretary, '/hours/approve', '/hours/corrections')
    assert.match((await send(secretary, '/hours/corrections', { ...answer, granted: 'no' })).text, /不改要说为什么/u)
    await send(secretary, '/hours/corrections', { ...answer, granted: 'yes' })
    assert.match(await page(doctor, '/me/hours'), /1\.0 小时.*按您的申请更正了/su)
    await tend(here.house, SHICHENG)
    assert.deepEqual(await noticesOf('苏明月'), ['hours.approve', 'hours.answerCorrection.granted'])
    assert.deepEqual(await noticesOf('吴桂芳'), ['hours.refuse'])
    assert.deepEqual((await noticesOf('陈慧敏')), ['hours.askCorrection'])
    const [{ id }] = (await here.owner.query('select max(id) as id from serving')).rows
    assert.equal((await doctor.open(`/shicheng/servings/${id}`)).location, '/shicheng/me/hours')
    assert.equal((await resident.open(`/shicheng/servings/${id}`)).status, 404)
  })

  test('are a platform record to print and to take, which says that it is no certificate', async () => {
    const paper = await page(doctor, '/me/hours/record')
    for (const words of [/平台记录/u, /不是志愿服务记录证明/u, /没有志愿者编号/u, /陪老人去医院/u, /10:00–11:30/u, /吴桂芳/u, /陈慧敏/u]) assert.match(paper, words)
    assert.equal((await passer.open('/shicheng/me/hours/record')).status, 403)
    const csv = await page(doctor, '/me/hours/record.csv')
    assert.match(csv, /活动名称.*日期.*地点.*服务对象人次.*服务内容.*服务时间.*时长（小时）.*服务质量.*活动负责人.*记录人/u)
    assert.match(csv, /苏明月,陪老人看病,2026-11-20,.*,1\.0,/u)
    assert.equal((await send(secretary, '/hours/export', { whose: 'community', as: 'xlsx' })).status, 200)
    assert.equal((await send(resident, '/hours/export', { whose: 'community', as: 'csv' })).status, 403)
  })
})

describe('the pages', () => {
  test('show the public five figures and no person', async () => {
    const text = await page(passer, '/hours')
    for (const words of [/志愿服务队伍/u, /注册志愿者/u, /服务项目/u, /服务群众/u, /总服务时长/u, /服务场次/u, /这些数怎么算/u]) assert.match(text, words)
    assert.doesNotMatch(text, /苏明月|陈海生/u)
    assert.match(await page(passer, '/hours?lang=en'), /Person-times served/u)
  })

  test('let the secretary add and end a project and set the stars', async () => {
    const form = await formAt(secretary, '/hours/projects', '/hours/projects')
    assert.match((await send(secretary, '/hours/projects', { ...form, name: '剪' })).text, /写 2 到 40 个字/u)
    assert.equal((await send(secretary, '/hours/projects', { ...form, name: '周三<b>义剪' })).status, 303)
    const listed = await page(passer, '/hours/projects')
    assert.match(listed, /周三&lt;b&gt;义剪/u)
    assert.equal(formsIn(listed).filter(({ action }) => action?.includes('/hours/')).length, 0, 'nobody else has a form')
    await send(secretary, '/hours/projects/end', await formAt(secretary, '/hours/projects', '/hours/projects/end'))
    assert.match(await page(passer, '/hours/projects'), /结束了的/u)
    const stars = await formAt(secretary, '/hours/projects', '/hours/stars')
    assert.equal(stars['hours'], '100 300 600 1000 1500')
    assert.match((await send(secretary, '/hours/stars', { ...stars, hours: '5 4 3 2 1' })).text, /写五个数，一个比一个大/u)
    assert.equal((await send(secretary, '/hours/stars', { ...stars, hours: '1 2 3 4 5' })).status, 303)
    assert.match(await page(doctor, '/me/hours'), /您是 1 星志愿者/u)
  })

  test('of the desk are closed to residents and to passers-by', async () => {
    for (const path of ['/hours/approve', '/hours/record']) for (const who of [passer, resident]) assert.equal((await who.open(`/shicheng${path}`)).status, 403)
    assert.match(await page(passer, '/me/hours'), /登录以后/u)
  })
})
