// What waits for whom, what is done to several matters at once, and the day of somebody on foot.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { NotFound, Refused } from '#kit/errors.ts'
import {
  acceptMatter, addTask, askResident, dropFilter, handOnMatter, moveMatter, queueOf, raiseMatter, saveFilter, saveTemplate, setPrivate, withdrawMatter,
  type QueueFilter,
} from '#modules/matters/public.ts'
import { methodInForce, publishMethod } from '#modules/methods/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, formsIn, untouched, visitor, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'

let here: Village
let worker: Visitor
let app: ReturnType<typeof createApp>
let asked: string[] = []
before(async () => {
  here = await village({ sqlLog: ({ sql }) => void asked.push(sql) })
  app = createApp(here.house)
  worker = visitor(app, await cookieOf(here, 'gridWorker'))
  // What the demo's people raised is not this story's.
  await here.owner.query(`update matter set withdrawn_at = now() where community_id = $1`, [here.community.id])
})
beforeEach(async () => {
  await here.owner.query(`update matter set withdrawn_at = now() where community_id = $1`, [here.community.id])
})
after(() => here.close())

const raise = async (text: string, more: object = {}) =>
  (await here.act(raiseMatter, passerBy(here.community.id), { place: here.community.place('榕荫里 2号楼'), kind: 'broken', text, ...more })).id
const later = (span: Temporal.DurationLike) => { here.time.now = here.time.now.add(span) }
const queueFor = (actor: Actor, filter: QueueFilter = {}, more: { after?: string, limit?: number } = {}) => here.house.database.look(here.community.id,
  db => queueOf(db, actor, filter, { now: here.time.now, dayEnds: here.time.now.add({ hours: 15 }), ...more }))
const idsFor = async (actor: Actor, filter?: QueueFilter) => (await queueFor(actor, filter)).rows.map(row => row.id)
const journalOf = async (id: number, action: string) =>
  (await here.owner.query('select person_id from journal where subject = $1 and action = $2', [`matters/${id}`, action])).rowCount

describe('the queue', () => {
  test('begins with what is late, goes on by when it is due, and ends with what waits for its raiser', async () => {
    const { gridWorker } = here.people
    const asking = await raise('楼道灯坏了三天了')
    await here.act(askResident, gridWorker, { id: asking, text: '是几楼的灯' })
    const late = await raise('单元门关不上，夜里砰砰响', { urgent: true })
    later({ minutes: 45 })
    const ordinary = await raise('花坛边的椅子断了一条腿')
    const { rows, counts } = await queueFor(gridWorker)
    assert.deepEqual(rows.map(row => row.id), [late, ordinary, asking])
    assert.deepEqual({ all: counts.all, late: counts.late, paused: counts.paused, unrouted: counts.unrouted }, { all: 3, late: 1, paused: 1, unrouted: 3 })
    assert.equal(rows.at(-1)?.clock?.dueAt, null)
  })

  test('of a post holds only the steps that the method gives it: who does it and when is not settled by the property staff', async () => {
    const id = await raise('三号电梯异响，升到五楼就嘎嘎响')
    assert.deepEqual(await idsFor(here.people.propertyStaff), [id])
    await here.act(moveMatter, here.people.gridWorker, { id, step: 'coordinate', note: '先定谁来修、哪天修' })
    assert.deepEqual(await idsFor(here.people.propertyStaff), [])
    assert.deepEqual(await idsFor(here.people.gridWorker), [id])
  })

  test('keeps a matter with the version of the method under which it began', async () => {
    const old = await raise('北门的路灯忽明忽暗')
    await underMethod(source => source.replace(/(\n  raise:[\s\S]*?may: \[ ?)grid_worker, /u, '$1'), async () => {
      const fresh = await raise('南门的路灯也不亮了')
      assert.deepEqual(await idsFor(here.people.gridWorker), [old])
      assert.deepEqual((await idsFor(here.people.gridLeader)).sort(), [old, fresh].sort())
    })
  })

  test('shows a volunteer whom the method names what is common, and nothing of what is private or inside a home', async () => {
    await underMethod(source => source.replace(/(\n  raise:[\s\S]*?may: \[ ?)/u, '$1volunteer, '), async () => {
      const common = await raise('花圃里的水龙头关不紧')
      await raise('楼上半夜拖椅子', { place: here.community.place('榕荫里 1号楼 1单元 902') })
      const hidden = await raise('有话只想跟经办的人说')
      await here.act(setPrivate, here.people.secretary, { id: hidden, private: true, text: '有一件事想说', privateText: '' })
      assert.deepEqual(await idsFor(here.people.neighbour), [common])
    })
  })

  test('shows an organisation what was offered to it, and whoever takes it on what is his', async () => {
    const { gridWorker, committeeChair, propertyManager } = here.people
    const id = await raise('小区门口的共享单车堵了路')
    const organisation = committeeChair.posts[0]?.organisation_id
    await here.act(handOnMatter, gridWorker, { id, organisation, note: '请业委会出面谈' })
    assert.deepEqual(await idsFor(committeeChair, { tab: 'offered' }), [id])
    assert.deepEqual(await idsFor(propertyManager, { tab: 'offered' }), [])
    await here.act(acceptMatter, committeeChair, { id })
    assert.deepEqual(await idsFor(committeeChair, { tab: 'offered' }), [])
    assert.deepEqual(await idsFor(committeeChair, { tab: 'mine' }), [id])
  })

  test('holds nothing that is closed, taken back, or not to be seen', async () => {
    const id = await raise('楼上半夜拖椅子', { place: here.community.place('榕荫里 1号楼 1单元 902') })
    const common = await raise('有话只想跟经办的人说')
    await here.act(setPrivate, here.people.secretary, { id: common, private: true, text: '有一件事想说', privateText: '' })
    const { id: gone, receipt } = await here.act(raiseMatter, passerBy(here.community.id), { place: here.community.place('榕荫里'), kind: 'broken', text: '说错了的一件事' })
    await here.act(withdrawMatter, passerBy(here.community.id), { id: gone, receipt })
    assert.deepEqual(await idsFor(here.people.neighbour), [])
    assert.deepEqual(await idsFor(here.people.resident), [])
    assert.deepEqual((await idsFor(here.people.secretary)).sort(), [id, common].sort())
    const stranger = visitor(app, await cookieOf(here, 'resident'))
    assert.match((await stranger.open('/shicheng/queue')).text, /有岗位的人才有待办/)
  })

  test('is narrowed down by building, words and step, and turned page by page without losing one', async () => {
    const { secretary } = here.people
    const all: number[] = []
    for (let i = 0; i < 5; i++) all.push(await raise(`第 ${i} 盏路灯不亮`, { place: here.community.place(`榕荫里 ${1 + i % 2}号楼`) }))
    const building = here.community.place('榕荫里 1号楼')
    assert.equal((await idsFor(secretary, { building })).length, 3)
    assert.equal((await idsFor(secretary, { place: building })).length, 3)
    assert.deepEqual(await idsFor(secretary, { words: '第 3 盏' }), [all[3]])
    assert.deepEqual(await idsFor(secretary, { step: 'do' }), [])
    const walked: number[] = []
    for (let next: string | null | undefined; next !== null;) {
      const page = await queueFor(secretary, {}, { limit: 2, ...next !== undefined && { after: next } })
      walked.push(...page.rows.map(row => row.id))
      assert.equal(page.counts.all, 5)
      next = page.next
    }
    assert.deepEqual(walked.sort(), all.sort())
  })

  test('counts every part even where the one that is looked at is empty', async () => {
    await raise('信箱的锁又坏了')
    const { rows, counts } = await queueFor(here.people.gridWorker, { tab: 'mine' })
    assert.deepEqual([rows.length, counts.all, counts.mine], [0, 1, 0])
  })
})

/** While something happens, another method is in force. */
async function underMethod(changed: (source: string) => string, happen: () => Promise<void>) {
  const { source, version } = await here.house.database.look(here.community.id, methodInForce)
  await here.act(publishMethod, here.people.secretary, { source: changed(source), after: version })
  await happen()
  await here.act(publishMethod, here.people.secretary, { source, after: version + 1 })
}

/** The form that holds the ticks, as it stands on the page. */
async function bulkForm(path = '/shicheng/queue') {
  const form = formsIn((await worker.open(path)).text).find(one => one.controls.some(({ name }) => name === 'act'))
  assert.ok(form)
  return untouched(form)
}

describe('acting on several matters at once', () => {
  test('writes each down on its own, and tells for each why it was not done', async () => {
    const [one, two, gone] = [await raise('一楼的门铃不响'), await raise('二楼的门铃不响'), await raise('三楼的门铃不响')]
    const form = await bulkForm()
    await here.owner.query('update matter set withdrawn_at = now() where id = $1', [gone])
    const answer = await worker.send('/shicheng/queue', { ...form, matter: [one, two, gone].map(String), act: 'reply', text: '明天上午来修' })
    assert.equal(answer.status, 200)
    assert.match(answer.text, /2 件办好了/)
    assert.match(answer.text, new RegExp(`1 件没办成.*${gone} 号</a> 这件事已经收回了`, 's'))
    assert.match(answer.text, /明天上午来修<\/textarea>/)
    assert.deepEqual([await journalOf(one, 'matters.reply'), await journalOf(two, 'matters.reply'), await journalOf(gone, 'matters.reply')], [1, 1, 0])
  })

  test('done twice by the same form does nothing twice, and says the same', async () => {
    const ids = [await raise('东门的栏杆松了'), await raise('西门的栏杆松了')]
    const sent = { ...await bulkForm(), matter: ids.map(String), act: 'accept' }
    const both = await Promise.all([worker.send('/shicheng/queue', sent), worker.send('/shicheng/queue', sent)])
    for (const { text } of both) assert.match(text, /2 件办好了/)
    for (const id of ids) assert.equal(await journalOf(id, 'matters.accept'), 1)
    const other = await worker.send('/shicheng/queue', { ...sent, act: 'reply', text: '换过螺丝了' })
    assert.match(other.text, /2 件办好了/)
  })

  test('changes nothing when something typed once for all is wrong, and keeps the ticks and the words', async () => {
    const id = await raise('车棚顶上漏雨')
    const answer = await worker.send('/shicheng/queue', { ...await bulkForm(), matter: String(id), act: 'handOn', organisation: '', note: '请物业去看' })
    assert.equal(answer.status, 422)
    assert.match(answer.text, new RegExp(`value="${id}" checked`))
    assert.match(answer.text, /请物业去看<\/textarea>/)
    for (const [fields, words] of [[{ act: 'accept' }, /先勾上几件/], [{ matter: String(id) }, /点一下要做什么/]] as const) {
      const { status, text } = await worker.send('/shicheng/queue', { ...await bulkForm(), ...fields })
      assert.equal(status, 422)
      assert.match(text, words)
    }
    assert.equal(await journalOf(id, 'matters.handOn') ?? 0, 0)
  })

  test('fills saved words with the place and the number of each', async () => {
    await here.act(saveTemplate, here.people.secretary, { name: '明天上门', text: '{称呼}您好，{地点}的 {编号} 号明天有人来看' })
    const ids = [await raise('水表箱的门掉了'), await raise('楼顶的门锁坏了', { place: here.community.place('榕荫里 3号楼') })]
    await worker.send('/shicheng/queue', { ...await bulkForm(), matter: ids.map(String), act: 'reply', template: '{称呼}您好，{地点}的 {编号} 号明天有人来看', text: '' })
    const { rows } = await here.owner.query<{ text: string }>(`select text from matter_note where matter_id = any($1) order by matter_id`, [ids])
    assert.deepEqual(rows.map(row => row.text), [`邻居您好，榕荫里 2号楼的 ${ids[0]} 号明天有人来看`, `邻居您好，榕荫里 3号楼的 ${ids[1]} 号明天有人来看`])
  })

  test('confirms what the router proposed, makes urgent, and gives out tasks', async () => {
    const id = await raise('三号电梯异响，升到五楼就嘎嘎响')
    const acts: Record<string, string>[] = [{ act: 'confirm' }, { act: 'urgent' }, { act: 'task', title: '叫维保来', owner: '', due: '2026-12-01' }]
    for (const fields of acts) {
      assert.match((await worker.send('/shicheng/queue', { ...await bulkForm(), matter: String(id), ...fields })).text, /1 件办好了/)
    }
    const { rows: [matter] } = await here.owner.query('select urgent, track, proposed_track, routed_by is not null as routed, (select title from matter_task where matter_id = matter.id) as task from matter where id = $1', [id])
    assert.deepEqual(matter, { urgent: true, track: 'hazard', proposed_track: 'hazard', routed: true, task: '叫维保来' })
  })
})

describe('a view that a worker keeps', () => {
  test('is one tap afterwards, holds only what a queue understands, and is his own', async () => {
    const { gridWorker, gridLeader, resident } = here.people
    const saved = await worker.send('/shicheng/queue/filters', { name: '电梯', query: 'tab=late&category=lift&evil=%22%3E&step=nowhere' })
    assert.equal(saved.location, '/shicheng/queue?tab=late&category=lift')
    assert.match((await worker.open('/shicheng/queue')).text, /<a href="\/shicheng\/queue\?tab=late&amp;category=lift">电梯<\/a>/)
    const { id } = await here.act(saveFilter, gridWorker, { name: '电梯', query: 'tab=today' })
    await assert.rejects(here.act(dropFilter, gridLeader, { id }), NotFound)
    await assert.rejects(here.act(saveFilter, resident, { name: '全部', query: '' }), Refused)
    assert.equal((await worker.send(`/shicheng/queue/filters/${id}/drop`, {})).status, 303)
    assert.doesNotMatch((await worker.open('/shicheng/queue')).text, />电梯<\/a>/)
  })

  test('without a name is sent back with what to do', async () => {
    const { status, text } = await worker.send('/shicheng/queue/filters', { name: ' ', query: 'tab=late' })
    assert.equal(status, 422)
    assert.match(text, /写个名字（最多 20 个字）/)
  })
})

describe('the day of a grid worker', () => {
  test('tells what is late first, then her tasks, then building by building as she walks', async () => {
    const { secretary, gridWorker } = here.people
    const ten = await raise('十号楼前的路灯不亮', { place: here.community.place('榕荫里 3号楼') })
    const two = await raise('二号楼前的路灯不亮')
    const late = await raise('水管爆了，水漫到楼道', { urgent: true })
    await here.act(addTask, secretary, { id: two, title: '量一下灯杆', person: gridWorker.personId, due: '2026-11-18' })
    for (const id of [ten, two]) await here.act(moveMatter, secretary, { id, step: 'do', note: '师傅这周来修' })
    later({ hours: 1 })
    const { text } = await worker.open('/shicheng/day')
    const at = (words: string) => text.indexOf(words)
    const order = [`/matters/${late}"`, '量一下灯杆', `value="${two}"`, `value="${ten}"`].map(at)
    assert.ok(order.every(place => place > 0), order.join(' '))
    assert.deepEqual(order, order.toSorted((a, b) => a - b))
    const only = await worker.open(`/shicheng/day?place=${here.community.place('榕荫里 3号楼')}`)
    assert.match(only.text, new RegExp(`value="${ten}"`))
    assert.doesNotMatch(only.text, new RegExp(`name="arrived" value="${two}"`))
  })

  test('is worked through by single taps: taken on, arrived, the task done', async () => {
    const { secretary, gridWorker } = here.people
    const id = await raise('楼道里堆了旧家具')
    const { task } = await here.act(addTask, secretary, { id, title: '拍张照片', person: gridWorker.personId, due: '2026-11-20' })
    const requestKey = crypto.randomUUID()
    for (const [name, value] of [['accept', String(id)], ['arrived', String(id)], ['finish', `${id}-${task}`]] as const) {
      for (let twice = 0; twice < 2; twice++) {
        const { status, location } = await worker.send('/shicheng/day', { requestKey, [name]: value })
        assert.deepEqual([status, location], [303, `/shicheng/day?done=${name}`])
      }
    }
    assert.deepEqual([await journalOf(id, 'matters.accept'), await journalOf(id, 'matters.reply'), await journalOf(id, 'matters.finishTask')], [1, 1, 1])
    const { text } = await worker.open('/shicheng/day?done=finish')
    assert.match(text, /这件活做完了/)
    assert.doesNotMatch(text, /拍张照片/)
  })

  test('says on the same page why a tap did nothing', async () => {
    const id = await raise('楼下的井盖翘起来了')
    await here.act(acceptMatter, here.people.gridLeader, { id })
    const { status, text } = await worker.send('/shicheng/day', { accept: String(id) })
    assert.equal(status, 422)
    assert.match(text, /已经有人受理了/)
  })

  test('of sixty matters travels in 12 KB and takes six statements', async () => {
    for (let i = 0; i < 60; i++) await raise(`第 ${i} 户门口的灯不亮，${['闪', '暗', '坏'][i % 3]}了几天`)
    asked = []
    const { text } = await worker.open('/shicheng/day')
    assert.equal(text.match(/name="arrived"/g)?.length, 60)
    assert.ok(asked.length <= 6, asked.join('\n'))
    const bytes = gzipSync(text).length
    assert.ok(bytes <= 12 * 1024, `${bytes} bytes`)
  })
})

test('the home page of whoever holds a post tells how many wait, and leads to the queue and to the day', async () => {
  await raise('西墙的瓷砖掉了一块')
  asked = []
  const { text } = await worker.open('/shicheng')
  assert.match(text, /等您办的<\/h2><span class="badge brick num">1<\/span><a class="more" href="\/shicheng\/queue">/)
  assert.match(text, /href="\/shicheng\/day".*超时 0 件.*今天到期 1 件/s)
  assert.ok(asked.length <= 6, asked.join('\n'))
})
