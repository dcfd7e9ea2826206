// Too many at once: one person, one address, one matter. What is a flood waits for a look and is refused in the end; a true burst gets through.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { TooOften } from '#kit/errors.ts'
import { alike, board, commentOnMatter, followMatter, raiseMatter, trailOf } from '#modules/matters/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import { neighbours, through } from '#test/floods.ts'
import { guest } from '#test/guest.ts'
import { village, type Village } from '#test/village.ts'
import { createApp } from '../../src/app.ts'

let here: Village
const out = passerBy(1)
before(async () => { here = await village() })
after(() => here.close())

const look = <T>(ask: Parameters<typeof here.house.database.look<T>>[1]) => here.house.database.look(1, ask)
const place = (name = '3号楼') => here.community.place(`榕荫里 ${name}`)
const matter = (text: string, more: object = {}) => ({ place: place(), kind: 'broken', text, ...more })
const raise = (address: string, actor: Actor, text: string, more: object = {}) => through(here, address)(raiseMatter, actor, matter(text, more))
/** What became of it; a refusal is kept in `last`. */
let last: TooOften | null = null
const outcome = (answer: Promise<{ held?: boolean }>) => answer.then(({ held }) => held ? 'held' as const : 'shown' as const, (problem: unknown) => {
  if (!(problem instanceof TooOften)) throw problem
  last = problem
  return 'refused' as const
})

test('one person who files 500 matters is taken, then held for a look, then kindly refused with the time to wait and the number to call', async () => {
  const [person = assert.fail()] = await neighbours(here, 1)
  const counts = { shown: 0, held: 0, refused: 0 }
  for (let i = 0; i < 500; i++) counts[await outcome(raise('198.51.100.1', person, `第 ${i} 件事，路灯不亮`))]++
  assert.deepEqual(counts, { shown: 12, held: 30, refused: 458 })
  const refusal: TooOften = last ?? assert.fail('never refused')
  assert.ok(refusal.seconds > 0)
  assert.match(refusal.reason('zh'), /歇 \d+ (分钟|小时)再来，写的都给您留着。急的事请打 0\d+/)
  here.time.now = here.time.now.add({ hours: 25 })
  assert.equal(await outcome(raise('198.51.100.1', person, '第二天又看到一盏灯不亮')), 'shown', 'the next day all is well again')
})

test('a power cut: 300 different people behind one address, within ten minutes, are all taken and all appear, account or not', async () => {
  const people: Actor[] = [...await neighbours(here, 200), ...Array<Actor>(100).fill(out)]
  const outcomes = []
  for (const [i, actor] of people.entries()) {
    outcomes.push(await outcome(raise('203.0.113.7', actor, '整栋楼停电了，电梯也停了', { place: place(`${1 + i % 3}号楼`) })))
    here.time.now = here.time.now.add({ seconds: 2 })
  }
  assert.deepEqual([...new Set(outcomes)], ['shown'])
  const others = await look(db => alike(db, out, { text: '我们楼停电了，电梯停了', placeId: place() }, 100))
  assert.equal(others.length, 100, 'whoever comes next is told how many said it before')
})

test('a flood from one address is held, then refused; a neighbour behind it still comes through, and so does whoever comes from elsewhere', async () => {
  here.time.now = here.time.now.add({ hours: 2 })
  const counts = { shown: 0, held: 0, refused: 0 }
  for (let i = 0; i < 460; i++) counts[await outcome(raise('203.0.113.99', out, `垃圾消息 ${i} 请看`))]++
  assert.deepEqual(counts, { shown: 150, held: 300, refused: 10 })
  const [resident = assert.fail()] = await neighbours(here, 1)
  const real = await raise('203.0.113.99', resident, '三楼的消防栓在漏水')
  assert.equal(real.held, undefined)
  assert.ok((await look(db => board(db, out, { words: '消防栓' }))).some(row => row.id === real.id))
  assert.equal(await outcome(raise('203.0.113.100', out, '三楼的消防栓还在漏水')), 'shown')
})

test('at the doors, then: what was typed is kept, with the number to call and the neighbours who said it before; programs get 429 and when to come again', async () => {
  const app = createApp({ ...here.house, proxies: 1 })
  const who = guest(app, '203.0.113.99')
  const form = new URLSearchParams({ place: String(place()), kind: 'broken', text: '整栋楼停电了，请快来看', phone: '13900001234', sharePhone: 'true', requestKey: crypto.randomUUID() })
  const answer = await who.fetch('/shicheng/raise', { method: 'POST', body: form })
  const text = await answer.text()
  assert.equal(answer.status, 429)
  assert.ok(Number(answer.headers.get('retry-after')) > 0)
  assert.match(text, /整栋楼停电了，请快来看<\/textarea>/)
  assert.match(text, /value="13900001234"/)
  assert.match(text, /急的事请打/)
  assert.match(text, /\d+ 位邻居说过差不多的事/)
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify(matter('整栋楼停电了'))
  const api = await who.fetch('/api/matters.raise?community=shicheng', { method: 'POST', headers, body })
  assert.equal(api.status, 429)
  assert.ok(Number(api.headers.get('retry-after')) > 0)
})

test('a worker who enters for callers is not counted', async () => {
  for (let i = 0; i < 60; i++) assert.equal(await outcome(raise('203.0.113.8', here.people.gridWorker, `来电 ${i}：路灯不亮`, { channel: 'phone' })), 'shown')
})

test('a mob of 200 comments on one matter: thirty appear, the rest waits, none is lost, and one person alone is refused', async () => {
  const { id } = await here.act(raiseMatter, here.people.resident, matter('北门的垃圾桶该往哪里放'))
  const counts = { shown: 0, held: 0, refused: 0 }
  const mob = await neighbours(here, 200)
  for (const one of mob) counts[await outcome(through(here, '203.0.113.9')(commentOnMatter, one, { id, text: '就是不许放北门' }))]++
  assert.deepEqual(counts, { shown: 30, held: 170, refused: 0 })
  assert.equal((await look(db => trailOf(db, id, false))).notes.length, 30)
  assert.equal((await look(db => trailOf(db, id, true))).notes.length, 30, 'what is held, those inside do not see either')
  const { id: other } = await here.act(raiseMatter, here.people.resident, matter('南门的垃圾桶也要挪'))
  const [person = assert.fail()] = await neighbours(here, 1)
  const alone = []
  for (let i = 0; i < 40; i++) alone.push(await outcome(through(here, '203.0.113.9')(commentOnMatter, person, { id: other, text: `再说一遍 ${i}` })))
  assert.deepEqual([alone.filter(how => how === 'shown').length, alone.filter(how => how === 'held').length], [10, 20])
  assert.equal(alone.at(-1), 'refused')
})

test('following is limited, too', async () => {
  const [person = assert.fail()] = await neighbours(here, 1)
  const { rows } = await here.owner.query<{ id: string }>(`select id from matter where community_id = 1 and standing = 'shown' and withdrawn_at is null
    and not private and merged_into is null and step = 'raise' order by id desc limit 61`)
  const follow = ({ id }: { id: string }) => outcome(through(here, '203.0.113.10')(followMatter, person, { id }).then(() => ({})))
  const outcomes = []
  for (const row of rows) outcomes.push(await follow(row))
  assert.deepEqual([outcomes.filter(how => how === 'shown').length, outcomes.at(-1)], [60, 'refused'])
})

test('no network address stands in the database, and what was counted is forgotten within a day', async () => {
  const { rows: clear } = await here.owner.query(`select about from allowance where about !~ '^[0-9a-f]{64}$'`)
  assert.deepEqual(clear, [])
  await here.house.limits.sweep(here.time.now.add({ hours: 24 }))
  const { rows: left } = await here.owner.query('select about from allowance')
  assert.deepEqual(left, [])
})
