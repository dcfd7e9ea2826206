// The owners' vote on its pages, with scripts blocked: drafted, posted, voted on by every way, counted, filed.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { castBallot, closeDecision, openDecision, paperCode, recordDelivery } from '#modules/decisions/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { announced, at, clockText, drafted, frozen, named, opened, posted } from '#test/voting.ts'
import { photoOf } from '#test/pictures.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, formsIn, untouched, visitor, type Seen, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'

const MOST_STATEMENTS = 6
const WHO = ['resident', 'neighbour', 'tenant', 'committeeChair', 'secretary', 'streetOfficer', 'gridWorker', 'stairwellHead', 'doctor', 'propertyManager'] as const
type Who = (typeof WHO)[number] | 'passer'

let here: Village
let app: Hono
let asked = 0
const visitors = new Map<Who, Visitor>()
before(async () => {
  here = await village({ sqlLog: () => void asked++ })
  app = createApp(here.house)
  visitors.set('passer', visitor(app))
  for (const who of WHO) visitors.set(who, visitor(app, await cookieOf(here, who)))
})
after(() => here.close())

const as = (who: Who) => visitors.get(who) ?? assert.fail(who)
const base = (id: number) => `/shicheng/decisions/${id}`

/** A page as somebody sees it; it may ask little. */
async function look(who: Who, path: string): Promise<Seen> {
  asked = 0
  const seen = await as(who).open(path)
  assert.ok(asked <= MOST_STATEMENTS, `${path} took ${asked} statements for ${who}`)
  return seen
}

async function page(who: Who, path: string): Promise<string> {
  const { status, text } = await look(who, path)
  assert.equal(status, 200, `${path} answered ${status} to ${who}`)
  return text
}

/** The form that leads to `action`, untouched, as it stands on a page. */
async function formAt(who: Who, path: string, action = path): Promise<Record<string, string>> {
  const found = formsIn(await page(who, path)).find(form => form.method === 'post' && form.action === action)
  return found ? { ...untouched(found), requestKey: randomUUID() } : assert.fail(`no form to ${action} on ${path}`)
}

/** Sends a form with a photo in it, or without. */
async function sendPhoto(who: Who, path: string, fields: Record<string, string>, colour: string | null = 'darkgreen'): Promise<Seen> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (colour) form.append('photo', new Blob([new Uint8Array(await photoOf(colour))], { type: 'image/jpeg' }), 'photo.jpg')
  return as(who).send(path, form)
}

const numberOf = async (id: number, person: number | null) => Number((await here.owner.query(
  'select number from decision_voter where decision_id = $1 and person_id = $2', [id, person])).rows[0]?.number)

const close = async (id: number, closes: Temporal.Instant) => {
  here.time.now = closes
  await here.act(closeDecision, passerBy(1), { id })
}

describe('the desk', () => {
  test('takes a vote from the draft to the announcement, sends back what is wrong, and keeps what was typed', async () => {
    here.time.now = at('2026-11-20T09:00')
    const form = await formAt('committeeChair', '/shicheng/decisions/new')
    const short = await as('committeeChair').send('/shicheng/decisions/new', { ...form, title: '三', about: '屋顶漏水' })
    assert.equal(short.status, 422)
    assert.match(short.text, /屋顶漏水/u)
    const made = await as('committeeChair').send('/shicheng/decisions/new', { ...form, title: '3 号楼屋顶大修', about: '屋顶漏水，用维修资金修' })
    const id = Number(/decisions\/(\d+)\/desk/u.exec(made.location)?.[1])
    assert.equal((await look('resident', base(id))).status, 404, 'a draft is for whoever keeps it')

    const question = await formAt('committeeChair', `${base(id)}/questions`)
    const few = await as('committeeChair').send(`${base(id)}/questions`, { ...question, text: '选谁进业委会', item: 'committee', seats: '2', candidates: '林秀英，住 3 号楼\n黄国栋' })
    assert.match(few.text, /候选人要多于 2 人/u)
    assert.match(few.text, /林秀英，住 3 号楼/u)
    assert.equal((await as('committeeChair').send(`${base(id)}/questions`, { ...question, text: '同意用维修资金大修屋顶吗', item: 'fund_use' })).status, 303)

    const problems = formsIn(await page('committeeChair', `${base(id)}/homes`)).filter(one => one.controls.some(({ name }) => name === 'person'))
    assert.ok(problems.length > 0, 'homes of two owners wait to be settled')
    for (const one of problems) {
      const [first = ''] = one.controls.find(({ name }) => name === 'person')?.choices ?? []
      assert.equal((await as('committeeChair').send(`${base(id)}/homes`, { ...untouched(one), requestKey: randomUUID(), person: first, reason: '一起签了推选书' })).status, 303)
    }
    assert.match(await page('committeeChair', `${base(id)}/homes`), /都理清了/u)

    const freeze = await formAt('committeeChair', `${base(id)}/desk`, `${base(id)}/freeze`)
    assert.equal((await as('committeeChair').send(`${base(id)}/freeze`, { ...freeze, objectionsUntil: '2026-11-21' })).status, 303)
    assert.match(await page('committeeChair', `${base(id)}/desk`), /名册异议期到 2026-11-21，过了再公告/u)
    here.time.now = at('2026-11-22T09:00')
    const announce = await formAt('committeeChair', `${base(id)}/desk`, `${base(id)}/announce`)
    assert.equal(announce['opens'], '2026-12-08T08:00', 'fifteen whole days after today')
    const early = await as('committeeChair').send(`${base(id)}/announce`, { ...announce, opens: '2026-12-07T08:00' })
    assert.match(early.text, /公告要贴满 15 天，最早 2026-12-08 开投/u)
    assert.equal((await as('committeeChair').send(`${base(id)}/announce`, announce)).status, 303)
    assert.match(await page('committeeChair', `${base(id)}/desk`), /会议通知还没有凭据/u)
  })

  test('keeps the photo of a posting when the place is missing, and shows it to everybody once it is recorded', async () => {
    const id = await drafted(here)
    await frozen(here, id)
    const form = await formAt('committeeChair', `${base(id)}/desk`, `${base(id)}/postings`)
    const again = await sendPhoto('committeeChair', `${base(id)}/postings`, { ...form, what: 'roll', place: '' })
    assert.equal(again.status, 422)
    const kept = formsIn(again.text).find(one => one.action === `${base(id)}/postings`) ?? assert.fail()
    assert.ok(untouched(kept)['photoKept'], 'the photo is kept')
    const sent = await sendPhoto('committeeChair', `${base(id)}/postings`, { ...untouched(kept), requestKey: randomUUID(), what: 'roll', place: String(here.community.place('榕荫里 1号楼')) }, null)
    assert.equal(sent.status, 303)
    const photo = /src="([^"]+\/photos\/[0-9a-f]{64})"/u.exec(await page('passer', base(id)))?.[1] ?? assert.fail('no photo')
    assert.equal((await app.request(photo)).headers.get('content-type'), 'image/jpeg')
    assert.equal((await look('propertyManager', `${base(id)}/desk`)).status, 403)
  })

  test('answers an objection, whose words only owners and those who keep the vote read', async () => {
    const id = await drafted(here)
    await frozen(here, id)
    const form = await formAt('resident', base(id), `${base(id)}/objections`)
    assert.equal((await as('resident').send(`${base(id)}/objections`, { ...form, text: '短'.repeat(1) })).status, 422)
    assert.equal((await as('resident').send(`${base(id)}/objections`, { ...form, text: '我家面积少写了两平方' })).status, 303)
    assert.match(await page('neighbour', base(id)), /少写了两平方/u)
    for (const who of ['passer', 'tenant'] as const) assert.doesNotMatch(await page(who, base(id)), /少写了两平方/u, who)
    const answer = await formAt('committeeChair', `${base(id)}/desk`, `${base(id)}/answers`)
    assert.equal((await as('committeeChair').send(`${base(id)}/answers`, { ...answer, upheld: 'false', answer: '查了产权证，没有错' })).status, 303)
    assert.match(await page('passer', base(id)), /查了产权证，没有错/u)
  })
})

describe('the roll', () => {
  test('is read by everybody with homes, areas and sources, and with masked names by owners of the estate only', async () => {
    const id = await drafted(here)
    await frozen(here, id)
    const open = await page('passer', `${base(id)}/roll`)
    assert.match(open, /3号楼 1单元 602/u)
    assert.match(open, /产权登记/u)
    assert.doesNotMatch(open, /林\*\*|林秀英/u)
    const inside = await page('resident', `${base(id)}/roll`)
    assert.match(inside, /林\*\*/u)
    assert.doesNotMatch(inside, /林秀英/u)
  })
})

describe('an open vote', () => {
  let id = 0
  before(async () => {
    id = (await opened(here)).id
  })

  test('is answered with a tap, keeps a receipt, can be changed, and tells nobody what was chosen', async () => {
    const form = await formAt('resident', base(id))
    const none = await as('resident').send(base(id), form)
    assert.equal(none.status, 422)
    assert.match(none.text, /这题还没答/u)
    assert.equal((await as('resident').send(base(id), { ...form, q1: 'yes' })).status, 303)
    const first = /<code>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})<\/code>/u.exec(await page('resident', base(id)))?.[1]
    assert.ok(first, 'the receipt stands there in fours')
    here.time.now = here.time.now.add({ minutes: 1 })
    await as('resident').send(base(id), { ...form, requestKey: randomUUID(), q1: 'no' })
    const after = await page('resident', base(id))
    assert.notEqual(/<code>([0-9A-Z-]+)<\/code>/u.exec(after)?.[1], first)
    for (const who of ['passer', 'resident', 'committeeChair', 'secretary'] as const) {
      const text = await page(who, base(id))
      assert.doesNotMatch(text, /class="(?:aye|nay|abs)"|您投了[“"]/u, `${who} sees no yes and no no`)
      assert.match(text, /人数 1 \/ 55/u)
    }
    assert.match(await page('tenant', base(id)), /名册上没有您/u)
  })

  test('goes from door to door: building, floor, home; a stairwell head sees his own stairs only, and never what anybody chose', async () => {
    const number = await numberOf(id, here.people.resident.personId)
    const [own, other] = [here.community.place('榕荫里 1号楼'), here.community.place('榕荫里 3号楼')]
    assert.match(await page('committeeChair', `${base(id)}/door`), /20 户里 \d 户交了/u)
    assert.match(await page('committeeChair', `${base(id)}/door?building=${own}`), /10 楼/u)
    assert.match(await page('stairwellHead', `${base(id)}/door?building=${own}`), />701<small>/u)
    assert.equal((await look('stairwellHead', `${base(id)}/door?building=${other}`)).status, 403)
    assert.equal((await look('stairwellHead', `${base(id)}/door?number=${number}`)).status, 403)
    assert.equal((await look('tenant', `${base(id)}/door`)).status, 403)

    const form = await formAt('secretary', `${base(id)}/door?number=${number}`, `${base(id)}/door/ballot`)
    const again = await sendPhoto('secretary', `${base(id)}/door/ballot`, { ...form, q1: 'no' })
    assert.equal(again.status, 422, 'a witness is missing')
    const kept = untouched(formsIn(again.text).find(one => one.action === `${base(id)}/door/ballot`) ?? assert.fail())
    assert.deepEqual([kept['q1'], Boolean(kept['photoKept'])], ['no', true])
    const taken = await sendPhoto('secretary', `${base(id)}/door/ballot`, { ...kept, requestKey: randomUUID(), witness: String(here.people.gridWorker.personId) }, null)
    assert.equal(taken.status, 303)
    assert.match(await page('secretary', taken.location), /收好了，回执号 [0-9A-Z]{4}-/u)
    const map = await page('committeeChair', `${base(id)}/door?building=${other}`)
    assert.match(map, /class="voted"[^>]*>602/u)
    const delivery = await formAt('committeeChair', `${base(id)}/door?number=${number}`, `${base(id)}/door/delivery`)
    assert.equal((await sendPhoto('committeeChair', `${base(id)}/door/delivery`, delivery, 'navy')).status, 303)
    const { rows } = await here.owner.query('select photo from decision_delivery where decision_id = $1', [id])
    for (const [who, status] of [['passer', 404], ['resident', 404], ['committeeChair', 200]] as const) {
      assert.equal((await look(who, `${base(id)}/photos/${rows[0]?.photo}`)).status, status, `${who} and the photo of a delivery`)
    }
  })

  test('prints a paper for each voter, and takes it once two people read the same without seeing each other', async () => {
    const number = await numberOf(id, here.people.neighbour.personId)
    const code = paperCode(here.house.means.secrets, { community: 1, id }, number)
    assert.match(await page('committeeChair', `${base(id)}/papers?building=${here.community.place('榕荫里 2号楼')}`), new RegExp(code, 'u'))
    assert.equal((await look('tenant', `${base(id)}/papers`)).status, 403)
    assert.equal((await look('neighbour', `${base(id)}/entry?code=${code}`)).location, base(id), 'whoever scans his own paper comes to the vote')
    here.time.now = here.time.now.add({ minutes: 5 })
    const read = async (who: Who, q1: string) => sendPhoto(who, `${base(id)}/entry`, { ...await formAt(who, `${base(id)}/entry`), code, q1 }, null)
    assert.match((await read('streetOfficer', 'yes')).location, /read=waits/u)
    assert.doesNotMatch((await page('secretary', `${base(id)}/entry`)).split('还没入账的')[1] ?? '', /同意/u, 'the second reader is blind')
    assert.match((await read('secretary', 'no')).location, /read=differs/u)
    assert.match((await page('secretary', `${base(id)}/entry`)).split('还没入账的')[1] ?? '', /反对[\s\S]*同意|同意[\s\S]*反对/u)
    assert.doesNotMatch((await page('committeeChair', `${base(id)}/entry`)).split('还没入账的')[1] ?? '', /<b>同意|<b>反对/u, 'only the two readers see what was read')
    assert.match((await read('secretary', 'yes')).location, /read=counted/u)
    assert.match(await page('secretary', `${base(id)}/entry`), /没有等着的纸票/u)
  })

  test('takes a mandate on paper, which its agent hands in and cannot change', async () => {
    const number = await numberOf(id, here.people.severalHomes.personId)
    const form = await formAt('secretary', `${base(id)}/mandates?name=苏明月`, `${base(id)}/mandates`)
    assert.equal((await sendPhoto('secretary', `${base(id)}/mandates`, { ...form, number: String(number), q1: 'no' })).status, 303)
    assert.match(await page('doctor', base(id)), /您受 榕荫里 /u)
    assert.doesNotMatch(await page('neighbour', base(id)), /您受人委托/u)
    const hand = await formAt('doctor', base(id), `${base(id)}/mandates/hand-in`)
    assert.equal((await as('doctor').send(`${base(id)}/mandates/hand-in`, hand)).status, 303)
    assert.match(await page('doctor', base(id)), /已经交了/u)
    assert.equal((await look('propertyManager', `${base(id)}/mandates`)).status, 403)
  })

  test('of candidates takes ticks up to the seats, and none beside “none of them”', async () => {
    const { id } = await opened(here, { item: 'committee', seats: 2, candidates: ['林秀英', '黄国栋', '陈海生'], secret: true })
    const form = await formAt('resident', base(id))
    for (const q1 of [['1', '2', '3'], ['1', 'abstain']]) assert.equal((await as('resident').send(base(id), { ...form, requestKey: randomUUID(), q1 })).status, 422)
    const kept = await as('resident').send(base(id), { ...form, requestKey: randomUUID(), q1: ['1', '2', '3'] })
    assert.equal(kept.text.match(/name="q1" value="\d" checked/gu)?.length, 3, 'what was ticked is still ticked')
    assert.equal((await as('resident').send(base(id), { ...form, requestKey: randomUUID(), q1: '1' })).status, 303)
  })
})

describe('a counted vote', () => {
  test('shows the three ways beside each other, names the one in force, and spells out every sum', async () => {
    const { id, closes } = await opened(here)
    const { rows } = await here.owner.query('select number, person_id from decision_voter where decision_id = $1 order by number', [id])
    for (const [i, { person_id }] of rows.slice(0, 45).entries()) await here.act(castBallot, { ...here.people.resident, personId: Number(person_id) }, { id, choices: { 1: i % 10 === 0 ? 'no' : 'yes' } })
    await here.act(recordDelivery, here.people.committeeChair, { id, number: 51, how: 'in_hand', receivedBy: 'owner', at: clockText(here.time.now) })
    await close(id, closes)
    const text = await page('passer', base(id))
    assert.match(text, /只算交回的票/u)
    assert.match(text, /送到了没交的，算参加/u)
    assert.match(text, /送到了没交的，算同意多数意见/u)
    assert.match(text, /<tr class="force"><th scope="row">只算交回的票/u)
    assert.match(text, /本小区的规则没有别的约定，没交的票不算/u)
    assert.match(text, /45 × 3 ≥ 55 × 2/u)
    assert.match(text, /verdict big yes[\s\S]*?通过/u)
    const list = await page('neighbour', `${base(id)}/ballots`)
    assert.match(list, /1号楼 1单元 101/u)
    for (const who of ['passer', 'tenant'] as const) assert.doesNotMatch(await page(who, `${base(id)}/ballots`), /1号楼 1单元 101/u, who)
    assert.match(await page('passer', `${base(id)}/sheet`), /参加的人数：45 × 3 ≥ 55 × 2，够了/u)
    const word = await app.request(`${base(id)}/sheet.docx`)
    assert.equal(Buffer.from(await word.arrayBuffer()).subarray(0, 2).toString(), 'PK')
    const desk = await page('committeeChair', `${base(id)}/desk`)
    assert.match(desk, /结果已经贴出来了/u)
    const form = await formAt('committeeChair', `${base(id)}/desk`, `${base(id)}/post`)
    assert.equal((await as('committeeChair').send(`${base(id)}/post`, form)).status, 403, 'no photo of the result yet')
    await posted(here, id, 'result')
    assert.equal((await as('committeeChair').send(`${base(id)}/post`, { ...form, requestKey: randomUUID() })).status, 303)
    assert.match(await page('passer', base(id)), /可以请法院撤销到/u)
    assert.match(await page('passer', '/shicheng/decisions'), /定下来的[\s\S]*通过/u)
  })

  test('of a secret vote lists marks without homes, to everybody', async () => {
    const { id, closes } = await opened(here, { secret: true, item: 'committee', seats: 2, candidates: ['林秀英', '黄国栋', '陈海生'] })
    const { rows } = await here.owner.query('select person_id from decision_voter where decision_id = $1 order by number', [id])
    for (const [i, { person_id }] of rows.slice(0, 48).entries()) await here.act(castBallot, { ...here.people.resident, personId: Number(person_id) }, { id, choices: { 1: i % 3 === 0 ? [1, 3] : [1, 2] } })
    await close(id, closes)
    const text = await page('passer', base(id))
    assert.match(text, /1\. 林秀英 <span class="badge leaf">/u)
    assert.match(text, /名额选满了/u)
    const marks = await page('passer', `${base(id)}/ballots`)
    assert.equal(marks.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/gu)?.length, 48)
    assert.doesNotMatch(marks, /单元/u)
  })
})

describe('the rules that hold', () => {
  test('stand in a table with their sources, and the estate’s own are sent back with each mistake at its line', async () => {
    assert.match(await page('passer', '/shicheng/decisions/rules'), /《民法典》第 278 条/u)
    const path = '/shicheng/decisions/rules/edit'
    const form = await formAt('committeeChair', `${path}?estate=${here.community.place('榕荫里')}`, path)
    const wrong = await as('committeeChair').send(path, { ...form, source: (form['source'] ?? '').replace('layer: estate', 'layer: village').replace('mark: V', 'mark: Z') })
    assert.equal(wrong.status, 422)
    assert.equal(wrong.text.match(/<b>第 \d+ 行<\/b>/gu)?.length, 2)
    const loose = (form['source'] ?? '').replace('voting: { value: 10', 'notice: { value: 7')
    assert.equal((await as('committeeChair').send(path, { ...form, requestKey: randomUUID(), source: loose })).status, 303)
    assert.match(await page('passer', '/shicheng/decisions/rules'), /本小区规则里不能用的/u)
    assert.equal((await look('tenant', `${path}?estate=${here.community.place('榕荫里')}`)).status, 403)
    await here.owner.query('delete from estate_rules')
  })
})

describe('what somebody wrote', () => {
  test('stands there as words, not as a page', async () => {
    const id = await drafted(here)
    await here.owner.query(`update decision set title = '<script>alert(1)</script>', about = '<b>粗</b>' where id = $1`, [id])
    await here.owner.query(`update decision_question set text = '<i>斜</i>' where decision_id = $1`, [id])
    await named(here, id)
    await frozen(here, id)
    await posted(here, id, 'roll')
    here.time.now = here.time.now.add({ hours: 96 })
    const { opens } = await announced(here, id)
    here.time.now = opens
    await here.act(openDecision, passerBy(1), { id })
    for (const part of ['', '/roll', '/desk', '/door', '/papers', '/entry', '/mandates', '/ballots']) {
      assert.doesNotMatch(await page('secretary', `${base(id)}${part}`), /<script>alert|<b>粗|<i>斜/u, part)
    }
  })
})
