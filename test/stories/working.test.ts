// Working on a matter together: who helps, what is to do, what it cost, whose homes it touches, and what they think.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { Invalid, NotFound, Refused } from '#kit/errors.ts'
import { recodePhoto } from '#kit/photos.ts'
import {
  acceptHandling, addChecklist, addHandler, addHomes, addPhoto, addTask, answerPoll, attachPhotos, endHandler, evidenceOf, extrasOf, finishTask,
  matterById, publishPlan, raiseMatter, recordDecision, renameMatter, replyToMatter, retireTemplate, routeMatter, saveTemplate, settleHome, spend,
  startPoll, strikeCost, templates, trailOf, withdrawMatter,
} from '#modules/matters/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import { village, type Village } from '#test/village.ts'

const ENTRANCE = '榕荫里 3号楼 1单元'
let here: Village
let people: Village['people']
let passer: Actor
before(async () => {
  here = await village()
  people = here.people
  passer = passerBy(here.community.id)
})
after(() => here.close())

const place = (label: string) => here.community.place(label)
const raise = async (label = ENTRANCE, text = '楼道灯一闪一闪，晚上看不清台阶') =>
  (await here.act(raiseMatter, people.resident, { place: place(label), kind: 'broken', text })).id
const extras = (id: number, actor: Actor = passer, inside = false) => here.house.database.look(1, db => extrasOf(db, actor, id, inside))
const field = (name: string, words = /./) => (problem: Invalid) => problem.problems?.[0]?.field === name && words.test(problem.problems[0].reason('zh'))
const said = (words: RegExp) => (problem: Refused) => problem instanceof Refused && words.test(problem.reason('zh'))

describe('those who help', () => {
  test('may do what the lead does from being asked until it ends', async () => {
    const id = await raise()
    const reply = () => here.act(replyToMatter, people.neighbour, { id, text: '我下午带梯子来看' })
    await assert.rejects(reply(), Refused)
    await here.act(addHandler, people.secretary, { id, person: people.neighbour.personId })
    await assert.rejects(here.act(addHandler, people.secretary, { id, person: people.neighbour.personId }), field('person', /已经/))
    await reply()
    await here.act(acceptHandling, people.neighbour, { id })
    await assert.rejects(here.act(acceptHandling, people.neighbour, { id }), said(/没有人请/))
    const [handler] = (await extras(id)).handlers
    assert.deepEqual([handler?.name, handler?.accepted], [people.neighbour.name, true])
    await here.act(endHandler, people.secretary, { id, handler: handler?.id })
    await here.act(endHandler, people.secretary, { id, handler: handler?.id })
    await assert.rejects(reply(), Refused)
  })

  test('come from several organisations, and see a private matter only when they were asked', async () => {
    const id = await raise('榕荫里 3号楼 1单元 602', '卧室天花板渗水一大片')
    const look = () => here.house.database.look(1, db => matterById(db, people.neighbour, id))
    await assert.rejects(look(), NotFound)
    const [team] = people.neighbour.posts
    await here.act(addHandler, people.secretary, { id, organisation: team?.organisation_id })
    await here.act(addHandler, people.secretary, { id, person: people.doctor.personId })
    assert.equal((await look()).id, id)
    assert.equal((await extras(id)).handlers.length, 2)
    await assert.rejects(here.act(addHandler, people.secretary, { id, person: people.tenant.personId }), field('person', /没有岗位/))
    await assert.rejects(here.act(addHandler, people.secretary, { id }), field('organisation'))
  })
})

describe('a task', () => {
  test('is finished by whoever has it, once, and can be taken back', async () => {
    const id = await raise()
    const { task } = await here.act(addTask, people.secretary, { id, title: '买灯泡', person: people.neighbour.personId, due: '2026-11-23' })
    const { task: other } = await here.act(addTask, people.secretary, { id, title: '不动产中心出证', due: '' })
    await assert.rejects(here.act(finishTask, people.neighbour, { id, task: other }), Refused)
    await assert.rejects(here.act(finishTask, people.tenant, { id, task }), Refused)
    await Promise.all([1, 2].map(() => here.act(finishTask, people.neighbour, { id, task })))
    assert.deepEqual((await extras(id)).tasks.map(({ title, done, due_on }) => ({ title, done, due_on })),
      [{ title: '买灯泡', done: true, due_on: '2026-11-23' }, { title: '不动产中心出证', done: false, due_on: null }])
    await here.act(finishTask, people.secretary, { id, task, done: false })
    assert.equal((await extras(id)).tasks[0]?.done, false)
    const elsewhere = await raise()
    await assert.rejects(here.act(finishTask, people.secretary, { id: elsewhere, task }), NotFound)
  })

  test('names its owner to those inside only', async () => {
    const id = await raise()
    await here.act(addTask, people.secretary, { id, title: '上门看一看', person: people.neighbour.personId })
    assert.deepEqual((await extras(id)).tasks.map(task => [task.owner, task.mine]), [[null, false]])
    assert.deepEqual((await extras(id, people.secretary, true)).tasks.map(task => task.owner), [people.neighbour.name])
  })

  test('of a checklist comes with the others, in order, once: after a typhoon, at a hand-over', async () => {
    const id = await raise('榕荫里', '台风过了，泳池积水长蚊子')
    const add = (checklist: string) => here.act(addChecklist, people.secretary, { id, checklist })
    await add('typhoon')
    await add('handover')
    const { tasks } = await extras(id)
    assert.deepEqual(tasks.map(task => `${task.checklist} ${task.position}`), [...[0, 1, 2, 3, 4].map(at => `typhoon ${at}`), ...[0, 1, 2, 3, 4].map(at => `handover ${at}`)])
    await assert.rejects(add('typhoon'), field('checklist', /加过/))
    await assert.rejects(add('constructor'), field('checklist', /没有这张/))
  })
})

describe('money', () => {
  test('is open to everybody to the cent; a wrong sum is struck out and stays to be seen', async () => {
    const id = await raise()
    const pay = (yuan: string) => here.act(spend, people.secretary, { id, yuan, what: '扶手材料', paidFrom: 'public_income' })
    for (const yuan of ['0.10', '0.20', '1,280.50']) await pay(yuan)
    const { cost } = await pay('99999.99')
    assert.equal((await extras(id)).cents, 10_128_079)
    await here.act(strikeCost, people.secretary, { id, cost, why: '多写了一位' })
    const { cents, costs } = await extras(id)
    assert.equal(cents, 128_080)
    assert.deepEqual([costs.length, costs[3]?.struck_why, costs[3]?.struck_by], [4, '多写了一位', people.secretary.name])
    await assert.rejects(here.act(strikeCost, people.secretary, { id, cost, why: '再划一次' }), NotFound)
    for (const yuan of ['0', '-3', '1280,5', '很多']) await assert.rejects(pay(yuan), field('yuan'), yuan)
    await assert.rejects(here.act(spend, people.resident, { id, yuan: '1', what: '买糖', paidFrom: 'other' }), Refused)
  })
})

describe('photos, plan and decision', () => {
  test('are what the method asks for before a step is left', async () => {
    const id = await raise()
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'green' } }).jpeg().toBuffer()
    const { token } = await here.act(addPhoto, people.secretary, { photo: await recodePhoto(bytes, '后.jpg') })
    const photos = [String(token)]
    await assert.rejects(here.act(attachPhotos, people.resident, { id, moment: 'after', photos }), Refused)
    await assert.rejects(here.act(attachPhotos, people.secretary, { id, moment: 'after', photos: [] }), field('photos'))
    await here.act(attachPhotos, people.secretary, { id, moment: 'after', photos })
    await assert.rejects(here.act(attachPhotos, people.secretary, { id, moment: 'after', photos }), field('photos'))
    await here.act(publishPlan, people.secretary, { id, text: '先换声控灯，再查线路', who: '物业郑师傅', due: '2026-11-22', yuan: '' })
    await here.act(publishPlan, people.secretary, { id, text: '换感应灯', who: '物业郑师傅', due: '2026-11-23', yuan: '680' })
    await here.act(recordDecision, people.secretary, { id, text: '业委会五人都同意' })
    assert.deepEqual((await extras(id)).plan, { text: '换感应灯', who: '物业郑师傅', due_on: '2026-11-23', cents: 68_000 })
    const { found, trail } = await here.house.database.look(1, async db => ({
      found: await evidenceOf(db, (await matterById(db, passer, id)).rules, here.time.now), trail: await trailOf(db, id, false),
    }))
    assert.deepEqual(['plan', 'decision', 'after_photo', 'reply'].map(kind => found.has(kind as 'plan')), [true, true, true, false])
    assert.deepEqual([trail.photos[0]?.moment, trail.notes.map(note => note.kind)], ['after', ['plan', 'plan', 'decision']])
  })

  test('a title has at most forty characters, and an empty one is none', async () => {
    const id = await raise()
    await assert.rejects(here.act(renameMatter, people.secretary, { id, title: '灯'.repeat(41) }), field('title'))
    const titled = async (title: string) => {
      await here.act(renameMatter, people.secretary, { id, title })
      return (await here.house.database.look(1, db => matterById(db, passer, id))).title
    }
    assert.equal(await titled('3 号楼 1 单元楼道灯'), '3 号楼 1 单元楼道灯')
    assert.equal(await titled(''), null)
  })
})

describe('the homes concerned', () => {
  test('are counted for everybody, listed for those who handle it, and each home sees itself', async () => {
    const id = await raise('榕荫里', '将近两百户办不下产权证')
    const add = (...labels: string[]) => here.act(addHomes, people.secretary, { id, places: labels.map(place) })
    const { homes } = await add('榕荫里 3号楼')
    await add(ENTRANCE, '榕荫里 3号楼 1单元 602', '榕荫里 2号楼 1单元 301')
    const { homes: outside } = await extras(id)
    assert.deepEqual(outside, { all: Number(homes) + 1, settled: 0, seen: [] })
    await here.act(settleHome, people.secretary, { id, home: place('榕荫里 3号楼 1单元 602') })
    assert.deepEqual((await extras(id, people.resident)).homes.seen.map(home => [home.label, home.settled]), [['榕荫里 3号楼 1单元 602', true]])
    assert.deepEqual((await extras(id, people.tenant)).homes.seen, [])
    const inside = (await extras(id, people.secretary, true)).homes
    assert.deepEqual([inside.seen.length, inside.settled], [inside.all, 1])
    await assert.rejects(here.act(settleHome, people.secretary, { id, home: place('榕荫里 1号楼 1单元 701') }), NotFound)
    await assert.rejects(here.act(addHomes, people.secretary, { id, places: [999_999] }), field('places'))
    await assert.rejects(here.act(addHomes, people.resident, { id, places: [place(ENTRANCE)] }), Refused)
  })
})

describe('asking the homes', () => {
  const QUESTION = '北门装两边扶手，您赞成吗'
  const start = async (label = ENTRANCE, question = QUESTION, at = label) => {
    const id = await raise(label)
    const { poll } = await here.act(startPoll, people.secretary, { id, question, place: place(at) })
    return { id, poll: Number(poll) }
  }
  const answer = (asked: { id: number, poll: number }, actor: Actor, home: string, answer = 'yes', suggestion = '') =>
    here.act(answerPoll, actor, { ...asked, home: place(home), answer, suggestion })

  test('counts one answer for each home, to be changed until the evening', async () => {
    const asked = await start()
    const home = '榕荫里 3号楼 1单元 602'
    await answer(asked, people.resident, home, 'no', '先修门')
    await answer(asked, people.severalHomes, '榕荫里 3号楼 1单元 201', 'yes', '灯也换了')
    await answer(asked, people.resident, home, 'yes', '先修门再装')
    const [poll] = (await extras(asked.id)).polls
    assert.deepEqual([poll?.yes, poll?.no, poll?.suggestions.map(one => one.suggestion).sort()], [2, 0, ['先修门再装', '灯也换了'].sort()])
    assert.ok((poll?.asked ?? 0) > 2)
    assert.deepEqual(poll?.own, [])
    assert.doesNotMatch(JSON.stringify(poll), /home_id|602|201|person/)
    assert.equal((await extras(asked.id, people.resident)).polls[0]?.own[0]?.answer, 'yes')
    const then = here.time.now
    here.time.now = Temporal.Instant.from('2026-11-20T12:00:00Z')
    await assert.rejects(answer(asked, people.resident, home, 'no'), said(/结束/))
    here.time.now = then
  })

  test('takes no answer from elsewhere, from somebody unknown, or for another’s home', async () => {
    const asked = await start()
    await assert.rejects(answer(asked, people.tenant, '榕荫里 1号楼 1单元 902'), said(/没有问到您家/))
    await assert.rejects(answer(asked, passer, '榕荫里 3号楼 1单元 602'), Refused)
    await assert.rejects(answer(asked, people.resident, '榕荫里 3号楼 1单元 201'), field('home'))
    await assert.rejects(answer({ ...asked, id: await raise() }, people.resident, '榕荫里 3号楼 1单元 602'), NotFound)
  })

  test('twenty times at once from one home is one answer', async () => {
    const asked = await start()
    await Promise.all(Array.from({ length: 20 }, (_, i) => answer(asked, people.resident, '榕荫里 3号楼 1单元 602', i % 2 ? 'yes' : 'no')))
    const [poll] = (await extras(asked.id)).polls
    assert.equal(Number(poll?.yes) + Number(poll?.no), 1)
  })

  test('is never an owners’ decision, is not about private matters, and goes one question at a time', async () => {
    await assert.rejects(start(ENTRANCE, '今天开业主大会，换水泵行不行'), field('question', /民法典 278/))
    await assert.rejects(start('榕荫里 3号楼 1单元 602', QUESTION, ENTRANCE), said(/不公开/))
    await assert.rejects(start(ENTRANCE, QUESTION, '榕荫里 2号楼'), field('place'))
    const owners = await raise()
    await here.act(routeMatter, people.secretary, { id: owners, track: 'owners', category: 'other' })
    const ask = (question: string) => here.act(startPoll, people.secretary, { id: owners, question, place: place('榕荫里') })
    await assert.rejects(ask('架空层改活动室，投票通过就动工'), field('question', /业主依法共同决定/))
    await ask('架空层改活动室，您怎么看')
    await assert.rejects(ask('再问一个问题'), said(/还|等它结束/))
    await assert.rejects(here.act(startPoll, people.resident, { id: await raise(), question: QUESTION, place: place(ENTRANCE) }), Refused)
  })
})

describe('saved words', () => {
  test('are kept once under a name by those who handle matters, until they are retired', async () => {
    const all = () => here.house.database.look(1, templates)
    const { id } = await here.act(saveTemplate, people.propertyStaff, { name: '上门', text: '{称呼}您好，{地点}的事我们今天上门' })
    await assert.rejects(here.act(saveTemplate, people.secretary, { name: '上门', text: '别的话' }), field('name', /换个名字/))
    await assert.rejects(here.act(saveTemplate, people.resident, { name: '随便', text: '随便说说' }), Refused)
    assert.deepEqual((await all()).map(one => one.name), ['上门'])
    await here.act(retireTemplate, people.secretary, { id })
    assert.deepEqual(await all(), [])
  })
})

test('the journal holds that all this was done, and nothing of what was said or answered', async () => {
  const { rows } = await here.owner.query<{ found: string }>(`select facts::text || answer::text as found from journal where action = any($1)`,
    [['addTask', 'spend', 'strikeCost', 'startPoll', 'answerPoll', 'publishPlan', 'recordDecision', 'rename', 'saveTemplate', 'addHomes'].map(verb => `matters.${verb}`)])
  assert.ok(rows.length > 20)
  for (const { found } of rows) assert.doesNotMatch(found, /[\u4e00-\u9fff]|yes|suggestion/u)
})

test('nothing more is done to a matter that was taken back', async () => {
  const { id, receipt } = await here.act(raiseMatter, passer, { place: place(ENTRANCE), kind: 'broken', text: '楼道灯坏了' })
  await here.act(withdrawMatter, passer, { id, receipt })
  await assert.rejects(here.act(addTask, people.secretary, { id, title: '买灯泡' }), said(/收回/))
  await assert.rejects(here.act(spend, people.secretary, { id, yuan: '1', what: '灯泡', paidFrom: 'other' }), said(/收回/))
})
