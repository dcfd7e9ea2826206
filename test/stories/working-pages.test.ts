// The same work on pages, without a script: what is filled in, what comes back to be mended, and what an outsider never sees.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { addHomes, addTask, noteInside, raiseMatter, startPoll } from '#modules/matters/public.ts'
import type { CastKey } from '../../src/demo/cast.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, visitor, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'

const PAGES = ['tasks', 'costs', 'handlers', 'homes', 'poll', 'photos-after', 'plan', 'decision', 'links', 'reply'] as const

let here: Village
let app: ReturnType<typeof createApp>
let passer: Visitor
const who = new Map<string, Visitor>()
before(async () => {
  here = await village()
  app = createApp(here.house)
  passer = visitor(app)
  for (const key of ['secretary', 'resident', 'tenant', 'neighbour'] as const) who.set(key, visitor(app, await cookieOf(here, key)))
})
after(() => here.close())

function as(key: Exclude<CastKey, 'elder'>): Visitor {
  return who.get(key) ?? assert.fail(key)
}
const raise = async (label = '榕荫里 3号楼 1单元', text = '楼道灯一闪一闪，晚上看不清台阶') =>
  Number((await here.act(raiseMatter, here.people.resident, { place: here.community.place(label), kind: 'broken', text })).id)
const at = (id: number, part: string) => `/shicheng/matters/${id}/${part}`
const send = (key: Exclude<CastKey, 'elder'>, path: string, fields: Record<string, string | readonly string[]>) => as(key).send(path, { requestKey: randomUUID(), ...fields })

describe('the pages of a matter’s work', () => {
  test('open for who handles it and for who only looks, in both languages; only the first gets forms', async () => {
    const id = await raise()
    for (const part of PAGES) {
      for (const lang of ['zh', 'en']) {
        const inside = await as('secretary').open(`${at(id, part)}?lang=${lang}`)
        assert.equal(inside.status, 200, part)
        assert.ok(inside.text.includes(`action="${at(id, '')}`), part)
        if (lang === 'en') assert.doesNotMatch(inside.text.replace(/<title>.*?<\/title>/s, ''), /undefined|\[object/, part)
        const outside = await passer.open(`${at(id, part)}?lang=${lang}`)
        assert.equal(outside.status, 200, part)
        assert.doesNotMatch(outside.text, new RegExp(`method="post" action="${at(id, part)}`), part)
      }
    }
  })

  test('take a task, a sum, a plan and a decision, and show them', async () => {
    const id = await raise()
    assert.equal((await send('secretary', at(id, 'tasks'), { title: '买灯泡', to: `p${here.people.propertyStaff.personId}`, due: '2026-11-23' })).status, 303)
    assert.equal((await send('secretary', at(id, 'tasks/checklist'), { checklist: 'typhoon' })).status, 303)
    const tasks = (await as('secretary').open(at(id, 'tasks'))).text
    assert.match(tasks, /买灯泡[\s\S]*郑文彬[\s\S]*2026年11月23日前/)
    assert.match((await as('secretary').open(`${at(id, 'tasks')}?lang=en`)).text, /Power rooms and emergency lights/)
    await send('secretary', at(id, 'tasks/finish'), { task: /name="task" value="(\d+)"/.exec(tasks)?.[1] ?? '', done: 'true' })
    assert.match((await passer.open(at(id, 'tasks'))).text, /1 \/ 6 件/)

    await send('secretary', at(id, 'costs'), { yuan: '1,280.5', what: '感应灯', paidFrom: 'public_income' })
    const costs = (await passer.open(at(id, 'costs'))).text
    assert.match(costs, /1,280\.50 元[\s\S]*感应灯[\s\S]*公共收益/)
    assert.doesNotMatch(costs, /划掉/)
    const cost = /strike=(\d+)/.exec((await as('secretary').open(at(id, 'costs'))).text)?.[1] ?? ''
    await send('secretary', at(id, 'costs/strike'), { cost, why: '发票退了' })
    assert.match((await passer.open(at(id, 'costs'))).text, /0\.00 元[\s\S]*<del>1,280\.50 元<\/del>|陈慧敏划掉：发票退了/)

    await send('secretary', at(id, 'plan'), { text: '换感应灯', who: '物业', due: '2026-11-22', yuan: '' })
    assert.match((await passer.open(at(id, 'plan'))).text, /换感应灯[\s\S]*不花钱/)
    assert.equal((await send('secretary', at(id, 'decision'), { text: '业委会同意' })).status, 303)
  })

  test('come back with what was typed and what to mend, for each field', async () => {
    const id = await raise()
    const cases: [part: string, fields: Record<string, string>, kept: RegExp, wrong: RegExp][] = [
      ['costs', { yuan: '12,8', what: '感应灯泡十只', paidFrom: 'donation' }, /value="12,8"[\s\S]*感应灯泡十只[\s\S]*value="donation" checked/, /id="e-yuan"/],
      ['tasks', { title: '买', to: '', due: '2026-11-23' }, /value="2026-11-23"/, /id="e-title"/],
      ['plan', { text: '换感应灯', who: '物业', due: '', yuan: '很多' }, /换感应灯[\s\S]*value="很多"/, /id="e-due"[\s\S]*id="e-yuan"/],
      ['handlers', { to: '' }, /name="to"/, /id="e-to"/],
      ['links/merge', { into: String(id), note: '是同一盏灯' }, /是同一盏灯/, /id="e-into"/],
      ['links/related', { other: 'x' }, /value="x"/, /id="e-other"/],
      ['links/split', { text: '灯' }, />灯<\/textarea>/, /id="e-text"/],
      ['poll', { question: '开业主大会换灯好不好', place: '1' }, /开业主大会换灯好不好/, /id="e-question"[\s\S]*民法典 278/],
      ['homes', {}, /name="building"/, /./],
      ['reply', { text: '好' }, />好<\/textarea>/, /id="e-text"/],
    ]
    for (const [part, fields, kept, wrong] of cases) {
      const seen = await send('secretary', at(id, part), fields)
      assert.equal(seen.status, 422, part)
      assert.match(seen.text, kept, part)
      assert.match(seen.text, wrong, part)
    }
  })

  test('a photo of the finished work is there beside the first one, and is kept when the moment is missing', async () => {
    const id = await raise()
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'green' } }).jpeg().toBuffer()
    const form = new FormData()
    form.append('photo', new File([new Uint8Array(bytes)], '后.jpg', { type: 'image/jpeg' }))
    const again = await as('secretary').send(at(id, 'photos-after'), form)
    assert.equal(again.status, 422)
    const token = /name="photos" value="([^"]+)"/.exec(again.text)?.[1] ?? ''
    assert.equal((await as('secretary').send(at(id, 'photos-after'), { photos: token, moment: 'after' }, true)).status, 303)
  })

  test('merging offers what looks alike, and the page of the one that ended leads on', async () => {
    const [one, other] = [await raise(), await raise()]
    const offered = (await as('secretary').open(at(one, 'links'))).text
    assert.ok(offered.includes(`name="alike" value="${other}"`))
    assert.equal((await send('secretary', at(one, 'links/merge'), { alike: String(other), into: '', note: '是同一盏灯' })).status, 303)
    assert.ok((await passer.open(at(other, 'links'))).text.includes(`/shicheng/matters/${one}"`))
    assert.match((await passer.open(`/shicheng/matters/${one}`)).text, new RegExp(`/shicheng/matters/${other}"`))
  })
})

describe('the homes concerned', () => {
  test('are ticked by building or one by one; a neighbour sees the count, a household itself, nobody outside the list', async () => {
    const id = await raise('榕荫里', '近两百户办不下产权证')
    const building = here.community.place('榕荫里 3号楼')
    const form = (await as('secretary').open(`${at(id, 'homes')}?building=${building}`)).text
    assert.ok(form.includes(`name="places" value="${building}"`))
    await send('secretary', `${at(id, 'homes')}?building=${building}`, { places: ['榕荫里 3号楼 1单元 602', '榕荫里 3号楼 1单元 201'].map(label => String(here.community.place(label))) })
    assert.match((await as('secretary').open(at(id, 'homes'))).text, /3号楼 1单元 602[\s\S]*3号楼 1单元 201|3号楼 1单元 201[\s\S]*3号楼 1单元 602/)
    assert.match((await as('resident').open(at(id, 'homes'))).text, /3号楼 1单元 602/)
    for (const outsider of [passer, as('tenant'), as('neighbour')]) {
      const { text } = await outsider.open(at(id, 'homes'))
      assert.match(text, /2 户/)
      assert.doesNotMatch(text, /\b602\b|1单元 201/)
    }
  })
})

describe('asking the homes, on the page,', () => {
  test('says that it is advice, takes one answer for a home, and shows nobody whose it is', async () => {
    const id = await raise()
    const place = String(here.community.place('榕荫里 3号楼 1单元'))
    const before = (await as('secretary').open(at(id, 'poll'))).text
    assert.match(before, /不是业主大会表决/)
    await send('secretary', at(id, 'poll'), { question: '换成感应灯，您赞成吗', place })
    const page = (await as('resident').open(at(id, 'poll'))).text
    const [, poll = ''] = /name="poll" value="(\d+)"/.exec(page) ?? []
    const [, home = ''] = /name="home" value="(\d+)"/.exec(page) ?? []
    assert.equal((await send('resident', at(id, 'poll/answer'), { poll, home, answer: 'no', suggestion: '先修线路' })).status, 303)
    assert.equal((await send('resident', at(id, 'poll/answer'), { poll, home })).status, 422)
    assert.equal((await send('tenant', at(id, 'poll/answer'), { poll, home, answer: 'yes' })).status, 403)
    for (const reader of [passer, as('secretary'), as('tenant')]) {
      const { text } = await reader.open(at(id, 'poll'))
      assert.match(text, /先修线路/)
      assert.doesNotMatch(text, /\b602\b|林秀英/)
    }
    assert.match((await as('resident').open(at(id, 'poll'))).text, /您家答的[\s\S]*不赞成/)
  })
})

describe('saved words', () => {
  test('fill the reply in without a script, and name only a raiser who shows his name', async () => {
    const id = await raise()
    assert.equal((await send('secretary', '/shicheng/templates', { name: '今天上门', text: '{称呼}您好，{地点}的事（{编号} 号）今天上门' })).status, 303)
    assert.equal((await send('secretary', '/shicheng/templates', { name: '', text: '好' })).status, 422)
    assert.equal((await as('resident').open('/shicheng/templates')).status, 403)
    const [, template = ''] = /<option value="(\d+)">今天上门/.exec((await as('secretary').open(at(id, 'reply'))).text) ?? []
    const filled = (await as('secretary').open(`${at(id, 'reply')}?template=${template}`)).text
    assert.ok(filled.includes(`邻居您好，榕荫里 3号楼 1单元的事（${id} 号）今天上门</textarea>`))
    assert.equal((await send('secretary', `/shicheng/templates/${template}/retire`, {})).status, 303)
    assert.doesNotMatch((await as('secretary').open(at(id, 'reply'))).text, /今天上门/)
  })
})

describe('an outsider', () => {
  test('finds neither inner notes, nor homes, nor owners of tasks, nor any page of a private matter', async () => {
    const id = await raise()
    const { secretary, neighbour } = here.people
    await here.act(noteInside, secretary, { id, text: '她家老人身体不好，先敲门' })
    await here.act(addTask, secretary, { id, title: '上门看一看', person: neighbour.personId })
    await here.act(addHomes, secretary, { id, places: [here.community.place('榕荫里 3号楼 1单元 801')] })
    await here.act(startPoll, secretary, { id, question: '换成感应灯，您赞成吗', place: here.community.place('榕荫里 3号楼') })
    for (const part of PAGES) {
      const { text } = await passer.open(at(id, part))
      assert.doesNotMatch(text, /先敲门|\b801\b|陈海生/, part)
    }
    const bedroom = await raise('榕荫里 3号楼 1单元 602', '卧室天花板渗水一大片')
    for (const part of PAGES) {
      for (const outsider of [passer, as('tenant')]) assert.equal((await outsider.open(at(bedroom, part))).status, 404, part)
      assert.equal((await as('resident').open(at(bedroom, part))).status, 200, part)
    }
  })
})
