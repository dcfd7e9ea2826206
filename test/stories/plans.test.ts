// The stilt floor (S0-14 to S0-19): a plan in versions, what people say about its parts, and what becomes of each suggestion.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { Invalid, NotFound, Refused } from '#kit/errors.ts'
import { recodePhoto } from '#kit/photos.ts'
import { addPhoto, hideCase, raiseMatter, trailOf } from '#modules/matters/public.ts'
import { inboxOf, noticePath } from '#modules/notices/public.ts'
import { eraseMyself, giveConsent, passerBy, withdrawConsent, type Actor } from '#modules/people/public.ts'
import { clustered, decideSuggestion, planOf, publishVersion, suggest, supportSuggestion } from '#modules/plans/public.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'
import { spread } from '../../src/jobs/notices.ts'

let here: Village
let people: Village['people']
let id: number
const said: Record<'play' | 'noise' | 'store' | 'lane', number> = { play: 0, noise: 0, store: 0, lane: 0 }

const V1 = {
  about: '3号楼架空层怎么用，先听听大家的', yuan: '86,000',
  parts: [{ heading: '活动室', text: '靠东一半做活动室，放舞蹈镜' }, { heading: '消防通道', text: '中间留 3 米，不放东西' }],
}

before(async () => {
  here = await village()
  people = here.people
  id = (await here.act(raiseMatter, people.committeeChair, { place: here.community.place('榕荫里 3号楼'), kind: 'idea', text: '架空层一直空着，能不能用起来' })).id
})
after(() => here.close())

const plan = (actor: Actor = passerBy(1), inside = false) => here.house.database.look(1, db => planOf(db, actor, id, inside))
const publish = (more: object = {}) => here.act(publishVersion, people.secretary, { id, ...V1, ...more })
const say = async (actor: Actor, stance: string, text: string, part = 0) => (await here.act(suggest, actor, { id, stance, text, part })).suggestion
const decide = (suggestion: number, fate: object) => here.act(decideSuggestion, people.secretary, { id, suggestion, ...fate })
const field = (name: string, words = /./) => (problem: Invalid) => problem.problems?.[0]?.field.split('.')[0] === name && words.test(problem.problems[0].reason('zh'))
const refused = (words: RegExp) => (problem: Refused) => problem instanceof Refused && words.test(problem.reason('zh'))
const one = async (suggestion: number, actor?: Actor) => (await plan(actor)).suggestions.find(found => found.id === suggestion)

async function told(actor: Actor): Promise<string[]> {
  await spread(here.house, 1)
  return (await here.house.database.look(1, db => inboxOf(db, actor.personId ?? 0))).map(notice => notice.action)
}

async function drawing(): Promise<string> {
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#fff' } }).jpeg().toBuffer()
  return String((await here.act(addPhoto, people.secretary, { photo: await recodePhoto(bytes, 'plan.jpg') })).token)
}

describe('the first version', () => {
  test('is published by whoever handles the matter, with its parts, its cost and drawings that can be read aloud', async () => {
    await assert.rejects(here.act(suggest, people.resident, { id, stance: 'for', text: '好事' }), refused(/还没有方案/))
    await assert.rejects(here.act(publishVersion, people.resident, { id, ...V1 }), Refused)
    await assert.rejects(publish({ drawings: [{ photo: await drawing(), alt: '' }] }), field('drawings'))
    await assert.rejects(publish({ parts: [] }), field('parts'))
    await publish({ drawings: [{ photo: await drawing(), alt: '架空层平面图，东边是活动室' }] })
    const [first] = (await plan()).versions
    assert.deepEqual([first?.number, first?.cents, first?.final, first?.parts.map(part => part.number)], [1, 8_600_000, false, [1, 2]])
    assert.equal(first?.drawings[0]?.alt, '架空层平面图，东边是活动室')
    const photos = await here.house.database.look(1, db => trailOf(db, id, false))
    assert.equal(photos.photos[0]?.moment, 'during', 'a drawing is no picture of how it was')
  })

  test('is spoken about part by part: for, against, or a worry; nobody is named', async () => {
    said.play = await say(people.resident, 'for', '能不能多留点地方给孩子玩', 1)
    said.noise = await say(people.neighbour, 'worry', '跳舞太吵了，楼上睡不好', 1)
    said.store = await say(people.tenant, 'against', '活动室占了公共区域，家里闲置的东西往哪放')
    await assert.rejects(say(people.resident, 'for', '好', 1), field('text'))
    await assert.rejects(say(people.resident, 'for', '好事情', 9), field('part'))
    await assert.rejects(say(passerBy(1), 'for', '好事情'), Refused)
    await assert.rejects(say(people.resident, 'for', 'x'.repeat(501)), field('text'))
    const { suggestions } = await plan()
    assert.ok(suggestions.every(found => found.name === null && !found.own))
    assert.deepEqual(clustered(suggestions, [1, 2]).map(({ part, stances }) => [part, stances.map(group => group.stance)]), [[1, ['for', 'worry']], [null, ['against']]])
  })

  test('lets others say “me too”, each once, and take it back; not to one’s own', async () => {
    const share = (actor: Actor, on = true) => here.act(supportSuggestion, actor, { id, suggestion: said.play, on })
    await share(people.tenant)
    await share(people.tenant)
    await share(people.neighbour)
    assert.equal((await one(said.play, people.tenant))?.supports, 2)
    assert.equal((await one(said.play, people.tenant))?.supported, true)
    await share(people.neighbour, false)
    assert.equal((await one(said.play))?.supports, 1)
    await assert.rejects(share(people.resident), refused(/自己/))
    await assert.rejects(here.act(supportSuggestion, people.tenant, { id, suggestion: 999_999 }), NotFound)
  })

  test('is looked over: rude words are seen by their author and those inside only, until somebody has looked', async () => {
    said.lane = await say(people.doctor, 'against', '消防通道堵了，设计的人是个傻逼', 2)
    assert.equal(await one(said.lane), undefined)
    assert.match((await one(said.lane, people.doctor))?.text ?? '', /消防通道/)
    await assert.rejects(here.act(supportSuggestion, people.tenant, { id, suggestion: said.lane }), NotFound)
    await assert.rejects(publish({ final: true }), field('final', /4 条/), 'what waits for a look is not decided either')
    const { rows: [waiting] } = await here.owner.query<{ id: number }>('select id::int from moderation_case where thing_id = $1', [said.lane])
    await here.act(hideCase, people.secretary, { id: waiting?.id, reason: 'insult', words: '' })
    assert.equal((await one(said.lane))?.text, null)
  })

  test('takes no more once its days are over', async () => {
    here.time.now = here.time.now.add({ hours: 24 * 8 })
    await assert.rejects(say(people.resident, 'for', '我还有话说'), refused(/收完/))
  })
})

describe('what becomes of a suggestion', () => {
  test('is adopted into a version, partly with the reason, or not with the reason', async () => {
    await assert.rejects(decide(said.play, { fate: 'adopted' }), field('version'))
    await assert.rejects(decide(said.play, { fate: 'adopted', version: 1 }), field('version'))
    await assert.rejects(decide(said.play, { fate: 'adopted', version: 3 }), field('version'))
    await assert.rejects(decide(said.play, { fate: 'adopted', version: 2, part: 7 }), field('part'))
    await assert.rejects(decide(said.noise, { fate: 'partly', version: 2 }), field('words'))
    await assert.rejects(decide(said.store, { fate: 'not_adopted' }), field('words'))
    await assert.rejects(decide(said.store, { fate: 'not_adopted', version: 2, words: '没地方' }), field('version'))
    await assert.rejects(here.act(decideSuggestion, people.resident, { id, suggestion: said.play, fate: 'not_adopted', words: '不行' }), Refused)
    await assert.rejects(decide(said.lane, { fate: 'not_adopted', words: '骂人不行' }), NotFound, 'what was taken down is not there')
    await decide(said.play, { fate: 'adopted', version: 2, part: 1 })
    await decide(said.noise, { fate: 'partly', version: 2, part: 1, words: '晚上九点以后不开放；舞蹈镜移走。完全不办活动做不到' })
    await assert.rejects(here.act(supportSuggestion, people.tenant, { id, suggestion: said.play }), refused(/下文/))
  })

  test('is told to its author each time', async () => {
    assert.ok((await told(people.resident)).includes('plans.decide'))
    const notices = await here.house.database.look(1, db => inboxOf(db, people.resident.personId ?? 0))
    assert.ok(notices.some(notice => noticePath(notice) === `matters/${id}/plans`), 'it leads to the plan')
    assert.ok((await told(people.neighbour)).includes('plans.decide'))
    assert.ok(!(await told(people.tenant)).includes('plans.decide'))
  })

  test('is in the journal, never the words', async () => {
    const { rows } = await here.owner.query<{ text: string }>(`select facts::text as text from journal where action like 'plans.%'`)
    assert.ok(rows.length > 8)
    assert.ok(rows.every(({ text }) => !/孩子|九点|活动室/.test(text)))
  })
})

describe('the next version', () => {
  test('cannot be final while anything is undecided, nor lack a part into which something was adopted', async () => {
    await assert.rejects(publish({ final: true, parts: [{ part: 1, ...V1.parts[0] }] }), field('final', /1 条/))
    await assert.rejects(publish({ parts: [{ heading: '储物区', text: '靠西做储物格' }] }), field('parts', /说好写进第 1 块/))
    await assert.rejects(publish({ parts: [{ part: 8, heading: '储物区', text: '靠西做储物格' }] }), field('parts', /没有第 8 块/))
    await assert.rejects(publish({ parts: [1, 2].map(() => ({ part: 1, heading: '活动区', text: '两次' })) }), field('parts', /两次/))
  })

  test('keeps the number of a part that goes on, and shows what was adopted and what changed', async () => {
    const [photo] = (await plan()).versions[0]?.drawings ?? []
    await publish({ about: '西边做储物，东边给孩子', parts: [
      { part: 1, heading: '儿童活动区', text: '靠东一半给孩子，晚上九点关' }, { part: 2, ...V1.parts[1] }, { heading: '储物区', text: '靠西做储物格' },
    ], drawings: [{ keep: photo?.id, alt: '架空层平面图，东边改成儿童活动区' }] })
    const second = (await plan()).versions[1]
    assert.deepEqual(second?.parts.map(part => part.number), [1, 2, 3])
    assert.equal(second?.drawings[0]?.id, photo?.id)
    await decide(said.store, { fate: 'adopted', version: 2, part: 3 })
    assert.equal((await one(said.store))?.fate_part, 3)
  })

  test('is final once everything has its answer; then nothing is said or decided any more', async () => {
    const late = await say(people.severalHomes, 'worry', '储物格要防潮', 3)
    await assert.rejects(publish({ final: true, parts: V1.parts.map((written, i) => ({ part: i + 1, ...written })) }), field('final', /1 条/))
    await decide(late, { fate: 'not_adopted', words: '架空层通风，先看看' })
    await publish({ final: true, about: '定稿', parts: (await plan()).versions[1]?.parts.map(({ number, heading, text }) => ({ part: number, heading, text })) })
    assert.equal((await plan()).versions[2]?.open_until, null)
    await assert.rejects(say(people.resident, 'for', '好极了'), refused(/定了/))
    await assert.rejects(decide(late, { fate: 'adopted', version: 3 }), refused(/定稿/))
    assert.ok((await told(people.committeeChair)).includes('plans.publish'))
  })
})

describe('on the page', () => {
  const as = async (key: Parameters<typeof cookieOf>[1]) => visitor(createApp(here.house), await cookieOf(here, key))
  const at = () => `/shicheng/matters/${id}/plans`

  test('everybody reads what changed, what was adopted from which suggestion, and why the rest was not', async () => {
    const { text, status } = await (await as(null)).open(`${at()}?v=2`)
    assert.equal(status, 200)
    for (const words of [/比第 1 版改了什么/, /儿童活动区/, /新加/, new RegExp(`采纳了建议 ${said.play}`), /完全不办活动做不到/, /架空层平面图，东边改成儿童活动区/, /这一条被拿下来了/]) assert.match(text, words)
    assert.doesNotMatch(text, /傻逼/)
    assert.match((await (await as(null)).open(`/shicheng/matters/${id}`)).text, new RegExp(at()))
  })

  test('whoever handles it writes the next version over the last one; what is wrong comes back with what was typed', async () => {
    const secretary = await as('secretary')
    const form = await secretary.open(`${at()}/new`)
    assert.match(form.text, /name="number-2" value="3"/)
    const fields = { about: '再收一次意见', yuan: '', days: '3', 'number-0': '1', 'heading-0': '儿童活动区', 'text-0': '' }
    const wrong = await secretary.send(`${at()}/new`, fields)
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /value="儿童活动区"/)
    assert.equal((await secretary.send(`${at()}/new`, { ...fields, 'text-0': '晚上八点关' })).status, 303)
    assert.equal((await (await as('resident')).open(`${at()}/new`)).status, 403)
  })

  test('a neighbour says something, another one thinks so too, and it gets its answer', async () => {
    const [resident, neighbour, secretary] = [await as('resident'), await as('neighbour'), await as('secretary')]
    assert.equal((await resident.send(at(), { part: '', stance: '', text: '铺软垫' })).status, 422)
    assert.equal((await resident.send(at(), { part: '1', stance: 'for', text: '铺软垫，摔了不疼' })).status, 303)
    const found = (await plan()).suggestions.find(one => one.text === '铺软垫，摔了不疼')
    await neighbour.send(`${at()}/support`, { suggestion: String(found?.id), on: 'true' })
    assert.match((await resident.open(at())).text, /1 人也这么想/)
    assert.match((await secretary.open(`${at()}/answer?suggestion=${found?.id}`)).text, /写进第几版/)
    assert.equal((await secretary.send(`${at()}/answer`, { suggestion: String(found?.id), fate: 'adopted', version: '', part: '', words: '' })).status, 422)
    assert.equal((await secretary.send(`${at()}/answer`, { suggestion: String(found?.id), fate: 'adopted', version: '5', part: '1', words: '' })).status, 303)
    assert.match((await resident.open(at())).text, /会写进第 5 版：儿童活动区/)
  })
})

describe('credit', () => {
  test('names its author only while she agrees to that by itself', async () => {
    assert.equal((await one(said.play))?.name, null)
    await here.act(giveConsent, people.resident, { purpose: 'plan_credit', wording: 1 })
    assert.equal((await one(said.play))?.name, people.resident.name)
    await here.act(withdrawConsent, people.resident, { purpose: 'plan_credit' })
    assert.equal((await one(said.play))?.name, null)
  })

  test('goes with the words when she erases herself; that somebody shared it goes too', async () => {
    await here.act(giveConsent, people.tenant, { purpose: 'plan_credit', wording: 1 })
    await here.act(eraseMyself, people.tenant, { sure: true, texts: true })
    const store = await one(said.store)
    assert.doesNotMatch(store?.text ?? '', /闲置/)
    assert.equal(store?.name, null)
    assert.equal((await one(said.play))?.supports, 0)
  })
})
