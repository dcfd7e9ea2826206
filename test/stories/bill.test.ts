// 幸福账单: a quarter's figures, by hand, against what the page says.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { foundCommunity } from '#modules/communities/public.ts'
import { buildingsOf, monthsAround, quarterIn, ratedIn, shifted, spanOf, spentIn, totalsOf, type Span } from '#modules/bill/public.ts'
import { closeMatter, raiseMatter, rateMatter, setPrivate, spend, strikeCost } from '#modules/matters/public.ts'
import { actorOf, passerBy, type Actor } from '#modules/people/public.ts'
import { shown } from '#test/shown.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'

const [ESTATE, BUILDING, HOME] = [1, 2, 3]
let here: TestHouse
let app: Hono
let secretary: Actor
let span: Span
const passer = passerBy(1)
const at = (time: string) => { here.time.now = Temporal.Instant.from(time) }

before(async () => {
  here = await testHouse({ now: '2026-09-15T01:00:00Z' })
  app = createApp(here.house)
  const { secretary: id } = await here.act(foundCommunity, passer, {
    name: '石埕社区', street: '榕城街道', slug: 'shicheng', method: '163', secretaryName: '苏文清', secretaryPhone: '13800000001',
  })
  await here.owner.query(`insert into place (community_id, kind, name, label, code) values (1, 'estate', '榕荫里', '榕荫里', 'A');
    insert into place (community_id, kind, name, label, code, parent_id, estate_id) values (1, 'building', '3号楼', '榕荫里 3号楼', 'B', 1, 1);
    insert into place (community_id, kind, name, label, code, parent_id, estate_id, building_id) values (1, 'home', '602', '榕荫里 3号楼 602', 'C', 2, 1, 2);
    insert into home (community_id, place_id) values (1, 3)`)
  secretary = await here.house.database.look(1, db => actorOf(db, Number(id), '2026-09-28'))
  span = spanOf({ year: 2026, number: 4 }, 'Asia/Shanghai')
  await aQuarter()
})
after(() => here.close())

const finish = async ({ id, receipt }: { id: number, receipt: string }, stars: number) => {
  await here.act(rateMatter, passer, { id, receipt, stars, text: '说两句' })
  await here.act(closeMatter, secretary, { id, note: '销号' })
}

async function aQuarter(): Promise<void> {
  // Raised before the quarter and mended long after its day; closed within the quarter.
  const early = await shown(here, { raiser: passer, worker: secretary, place: BUILDING, during: async id => {
    at('2026-09-28T01:00:00Z')
    await here.act(spend, secretary, { id, yuan: '100.10', what: '感应灯', paidFrom: 'public_income' })
  } })
  at('2026-10-02T01:00:00Z')
  await finish(early, 5)
  // Done within a day; one sum was wrong and is struck out.
  const quick = await shown(here, { raiser: passer, worker: secretary, place: BUILDING, during: async id => {
    await here.act(spend, secretary, { id, yuan: '0.20', what: '螺丝', paidFrom: 'public_income' })
    await here.act(spend, secretary, { id, yuan: '999', what: '记错了', paidFrom: 'donation' })
    const { rows } = await here.owner.query<{ id: number }>('select id::int from matter_cost where cents = 99900')
    await here.act(strikeCost, secretary, { id, cost: rows[0]?.id, why: '不是这件' })
  } })
  at('2026-10-02T11:00:00Z')
  await finish(quick, 4)
  // Private, and inside a home: in the totals only.
  const hidden = await shown(here, { raiser: passer, worker: secretary, place: HOME, during: async id => {
    await here.act(setPrivate, secretary, { id, private: true, text: '家里的灯' })
    await here.act(spend, secretary, { id, yuan: '1000', what: '线路', paidFrom: 'maintenance_fund' })
  } })
  await finish(hidden, 2)
  at('2026-11-20T01:00:00Z')
  await here.act(raiseMatter, passer, { place: ESTATE, kind: 'broken', text: '门口的灯不亮了' })
  const { id } = await here.act(raiseMatter, passer, { place: ESTATE, kind: 'other', text: '市政的路灯谁管' })
  await here.act(closeMatter, secretary, { id, note: '是市政的，转过去了' })
}

test('the totals count what was raised, done, turned down and open, and how long it took', async () => {
  const totals = await here.house.database.look(1, db => totalsOf(db, span))
  const { median, slowest_tenth: slowest, ...counts } = totals
  assert.deepEqual(counts, {
    raised: 4, done: 3, turned_down: 1, merged: 0, open: 1, late: 1, cents: 110_030, levels: { grid: 0, estate: 0, community: 3, street: 0 },
  })
  assert.equal(median, 10 * 3600)
  assert.ok((slowest ?? 0) > 70 * 3600)
})

test('private matters are in the totals, and told by no building and no organisation', async () => {
  const places = await here.house.database.look(1, db => buildingsOf(db, span))
  assert.deepEqual(places, [{ label: '榕荫里', raised: 2, done: 0, open: 1 }, { label: '榕荫里 3号楼', raised: 1, done: 2, open: 0 }])
  const spent = await here.house.database.look(1, db => spentIn(db, span))
  assert.deepEqual(spent.map(({ paid_from, organisation, cents }) => [paid_from, organisation === null, cents]),
    [['maintenance_fund', true, 100_000], ['public_income', false, 20]])
  const rated = await here.house.database.look(1, db => ratedIn(db, span))
  assert.deepEqual(rated.map(({ organisation, month, stars }) => [organisation === null, month, stars]),
    [[false, '2026-10', [0, 0, 0, 1, 1]], [true, '2026-10', [0, 1, 0, 0, 0]]])
})

test('the page says all of it in both languages, a rate never without its count, and draws without script or style', async () => {
  const page = await visitor(app).open('/shicheng/bill?quarter=2026Q4')
  assert.equal(page.status, 200)
  for (const words of ['大家提了 4 件', '3.7 分 · 3 人评', '1,000.20 元', '2 / 3 件', '10 小时 0 分', '366.77 元', '3 / 3 件']) assert.ok(page.text.includes(words), words)
  assert.doesNotMatch(page.text, /%|style="|家里的灯|榕荫里 3号楼 602/)
  const english = await visitor(app).open('/shicheng/bill?quarter=2026Q4&lang=en')
  assert.match(english.text, /3\.7 of 5 · rated by 3/)
  // Names stay as they are.
  const body = english.text.slice(english.text.indexOf('<section class="receipt"'), english.text.indexOf('<footer')).replaceAll(/石埕社区|居委会|榕荫里[^<]*/g, '')
  assert.doesNotMatch(body, /[\u4e00-\u9fff]/)
  assert.equal((await visitor(app).open('/shicheng/bill?quarter=2031Q1')).status, 200)
  assert.equal((await visitor(app).open('/shicheng/bill?quarter=x%00')).status, 200)
})

test('a quarter begins at midnight where the community is, and follows the one before', () => {
  assert.equal(span.from.toString(), '2026-09-30T16:00:00Z')
  assert.deepEqual(shifted({ year: 2026, number: 1 }, -1), { year: 2025, number: 4 })
  assert.deepEqual(shifted({ year: 2026, number: 4 }, 1), { year: 2027, number: 1 })
  assert.deepEqual(quarterIn('2026Q9', Temporal.PlainDate.from('2026-05-01')), { year: 2026, number: 2 })
  assert.deepEqual(monthsAround({ year: 2026, number: 1 }), ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'])
})
