// A community's way of working: everybody reads it, the secretary changes it, matters that run keep theirs.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Step } from '#db/tables.ts'
import { recodePhoto } from '#kit/photos.ts'
import {
  acceptMatter, addPhoto, attachPhotos, closeMatter, matterById, moveMatter, raiseMatter, rateMatter, replyToMatter, routeMatter,
} from '#modules/matters/public.ts'
import { methodInForce, publishMethod, shippedSource } from '#modules/methods/public.ts'
import { photoOf } from '#test/pictures.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, formsIn, untouched, visitor, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'

let here: Village
let secretary: Visitor
let resident: Visitor
before(async () => {
  here = await village()
  const app = createApp(here.house)
  secretary = visitor(app, await cookieOf(here, 'secretary'))
  resident = visitor(app, await cookieOf(here, 'resident'))
})
after(() => here.close())

const AT = '/shicheng/method'
const inForce = () => here.house.database.look(here.community.id, methodInForce)
const matter = (id: number) => here.house.database.look(here.community.id, db => matterById(db, here.people.secretary, id))
const raise = async (text = '二楼的栏杆松了') => (await here.act(raiseMatter, here.people.resident, { place: 1, kind: 'danger', text })).id
const clockOf = async (id: number) => (await here.owner.query(
  `select name, allowed::float / 3600000 as hours from clock where subject = 'matters/${id}' and name <> 'whole' and ended_at is null`)).rows[0] as { name: string, hours: number }

/** The form of a page as a browser would send it untouched, with every button left out. */
async function formAt(page: string, action: string) {
  const { text } = await secretary.open(page)
  const form = formsIn(text).find(one => one.method === 'post' && one.action.startsWith(action)) ?? assert.fail(text)
  const chain = [...text.matchAll(/name="chain" value="([^"]+)"/g)].map(([, post = '']) => post)
  const selected = Object.fromEntries([...text.matchAll(/<select name="([^"]+)"[^>]*>.*?<option value="([^"]+)" selected/gs)].map(([, name = '', value = '']) => [name, value]))
  const { tap: _tap, ...fields } = untouched(form)
  return { ...fields, ...selected, ...chain.length > 0 && { chain } }
}

async function publishedAfter(changes: Record<string, string | string[]>): Promise<string> {
  const sent = await secretary.send(`${AT}/edit`, { ...await formAt(`${AT}/edit`, `${AT}/edit`), ...changes })
  assert.equal(sent.status, 303, sent.text)
  const review = await formAt(sent.location, `${AT}/review`)
  const { text } = await secretary.open(sent.location)
  assert.equal((await secretary.send(`${AT}/review`, review)).location, `${AT}?done=1`)
  return text
}

describe('everybody', () => {
  test('reads who does what in how long, as a drawing and as a list, and follows one track', async () => {
    const { text, status } = await resident.open(AT)
    assert.equal(status, 200)
    assert.match(text, /<svg width="\d+" height="\d+"/)
    assert.match(text, /限 7 天，提前 1 天提醒，超时后每 1 天往上报一级/)
    assert.match(text, /<ol class="trail">.*提事.*议事.*定事.*理事.*办事.*晒事.*评事.*销号/s)
    const hazard = (await resident.open(`${AT}?track=hazard`)).text
    assert.match(hazard, /track=hazard" aria-current="true"/)
    assert.doesNotMatch(/<ol class="trail">.*?<\/ol>/s.exec(hazard)?.[0] ?? '', /议事|定事/)
    assert.match(hazard, /限 24 小时/)
    assert.match((await resident.open(`${AT}?lang=en&track=nonsense`)).text, /within 7 days, a reminder 1 day before/)
    assert.doesNotMatch(text, /style="|<script>|method\/edit/)
  })

  test('but the secretary is told that changing it is not for him', async () => {
    for (const page of ['edit', 'source', 'choose', 'review']) assert.equal((await resident.open(`${AT}/${page}`)).status, 403, page)
    for (const page of ['edit', 'source', 'choose', 'review']) assert.equal((await resident.send(`${AT}/${page}`, { source: shippedSource('hazard'), after: '0', method: '520' })).status, 403, page)
    await assert.rejects(here.act(publishMethod, here.people.resident, { source: shippedSource('hazard'), after: (await inForce()).version }), { name: 'Refused' })
  })
})

describe('the secretary', () => {
  test('makes a step shorter and gives it another name; what runs keeps its clock and its steps, what comes goes the new way', async () => {
    const old = await raise()
    const before = await inForce()
    const text = await publishedAfter({ 'raise-within-n': '30', 'raise-within-u': 'minutes', 'do-name-zh': '动手', 'show-climb-n': '' })
    assert.match(text, /<del>.*?限 4 个工作小时.*?<\/del>.*?<ins>限 30 分钟/s)
    assert.match(text, /<del>办事<\/del>.*?<ins>动手<\/ins>/s)
    const now = await inForce()
    assert.equal(now.version, before.version + 1)
    assert.deepEqual(now.source.match(/#.*/g), before.source.match(/#.*/g))
    const young = await raise()
    assert.equal((await clockOf(young)).hours, 0.5)
    assert.equal((await matter(young)).rules.method.steps.do?.name.zh, '动手')
    assert.equal((await clockOf(old)).hours, 4)
    assert.equal((await matter(old)).rules.method.steps.do?.name.zh, '办事')
    assert.match((await resident.open(AT)).text, /改了 3 处/)
    assert.match((await resident.open(`${AT}?version=${before.version}`)).text, /现在不用了.*办事/s)
  })

  test('moves a post up the chain and adds one with a tap each, and loses nothing that she has typed', async () => {
    const form = await formAt(`${AT}/edit`, `${AT}/edit`)
    const up = await secretary.send(`${AT}/edit`, { ...form, 'rate-hint-zh': '满意不满意，说一声', tap: 'up-1' })
    assert.match(up.location, /edit\?draft=.*#f-chain$/)
    const draft = up.location.replace('#f-chain', '')
    const added = await secretary.send(`${AT}/edit`, { ...await formAt(draft, `${AT}/edit`), tap: 'add', post: 'branch_member' })
    const { text } = await secretary.open(added.location.replace('#f-chain', ''))
    assert.match(text, /value="满意不满意，说一声"/)
    const chain = [...text.matchAll(/name="chain" value="([^"]+)"/g)].map(([, post]) => post)
    assert.deepEqual(chain, ['grid_worker', 'stairwell_head', 'grid_leader', 'property_manager', 'committee_chair', 'secretary', 'street_officer', 'branch_member'])
    assert.equal((await inForce()).source.includes('branch_member'), false)
  })

  test('who types a limit that is none finds her words again, and the reason at its field', async () => {
    const { text, status } = await secretary.send(`${AT}/edit`, { ...await formAt(`${AT}/edit`, `${AT}/edit`), 'do-within-n': '很快', 'do-name-en': '', 'rate-name-zh': '<b>评</b>' })
    assert.equal(status, 422)
    assert.match(text, /href="#f-do-within"/)
    assert.match(text, /id="f-do-within"[^>]*value="很快"[^>]*aria-invalid/)
    assert.match(text, /href="#f-do-name-en"/)
    assert.match(text, /value="&lt;b&gt;评&lt;\/b&gt;"/)
  })

  test('whose colleague was faster is told, sees where they differ, and can still publish hers', async () => {
    const sent = await secretary.send(`${AT}/edit`, { ...await formAt(`${AT}/edit`, `${AT}/edit`), 'discuss-hint-zh': '坐下来谈' })
    const form = await formAt(sent.location, `${AT}/review`)
    const { source, version } = await inForce()
    await here.act(publishMethod, here.people.secretary, { source: source.replace('晒事', '亮一亮'), after: version })
    const late = await secretary.send(`${AT}/review`, form)
    assert.equal(late.status, 422)
    assert.match(late.text, new RegExp(`有人发布了第 ${version + 1} 版`))
    assert.match(late.text, /坐下来谈/)
    assert.match(late.text, /<del>亮一亮<\/del>.*<ins>晒事<\/ins>/s)
    assert.equal((await secretary.send(`${AT}/review`, await formAt(sent.location, `${AT}/review`))).status, 303)
    assert.match((await inForce()).source, /坐下来谈/)
  })

  test('brings a text with mistakes, as typed or as a file: each is told with its line, and every word is kept', async () => {
    const { source, version } = await inForce()
    const wrong = source.replace('within: 1 working day', 'within: soon').replace('chain:', 'colour: red # 我加的\nchain:')
    const line = wrong.split('\n').findIndex(one => one.includes('within: soon')) + 1
    const typed = await secretary.send(`${AT}/source`, { source: wrong, after: String(version) }, true)
    const file = new FormData()
    file.append('after', String(version))
    file.append('file', new File([wrong], 'method.yaml'))
    const brought = await secretary.send(`${AT}/source`, file, true)
    for (const { status, text } of [typed, brought]) {
      assert.equal(status, 422)
      assert.match(text, new RegExp(`href="#line-${line}">第 ${line} 行</a>[^<]*within 写得不对<code class="wrong-line">[^<]*within: soon`))
      assert.match(text, /不认得这些：colour/)
      assert.match(text, /<textarea[^>]*>[^<]*colour: red # 我加的/)
      assert.match(text, new RegExp(`<li id="line-${line}" class="wrong">`))
    }
    assert.equal((await secretary.send(`${AT}/source`, { source: source.replaceAll('\n', '\r\n'), after: String(version) }, true)).status, 303)
    assert.equal((await resident.open(`${AT}/source.yaml`)).text, source)
  })

  test('looks at another delivered method before she takes it', async () => {
    const { text } = await secretary.open(`${AT}/choose?method=wuwei-yiti&track=help`)
    assert.match(text, /摸排.*派单.*上门办.*回头看/s)
    const { source, version } = await inForce()
    const { location } = await secretary.send(`${AT}/choose`, { method: 'wuwei-yiti', after: String(version) })
    assert.match((await secretary.open(location)).text, /“五位一体”发布以后/)
    assert.equal((await inForce()).source, source)
  })
})

// Under each method the same matter comes to its end, by steps that the other one lacks.
describe('a matter', () => {
  const photo = async (id: number) => {
    const { token } = await here.act(addPhoto, here.people.propertyManager, { photo: await recodePhoto(await photoOf('green'), '修好了.jpg') })
    await here.act(attachPhotos, here.people.propertyManager, { id, moment: 'after', photos: [token] })
  }
  const to = (id: number, step: Step) => here.act(moveMatter, here.people.propertyManager, { id, step, note: '往下走' })
  const begun = async (method: string) => {
    await here.act(publishMethod, here.people.secretary, { source: shippedSource(method), after: (await inForce()).version })
    const id = await raise('三楼栏杆断了，快掉下来')
    await here.act(routeMatter, here.people.secretary, { id, track: 'hazard', category: 'building' })
    return id
  }

  test('goes from raised to closed under the way for hazards alone: sent out, mended, shown', async () => {
    const id = await begun('hazard')
    await assert.rejects(to(id, 'coordinate'), { name: 'Invalid' })
    await to(id, 'do')
    await assert.rejects(to(id, 'show'), { name: 'Invalid' })
    await photo(id)
    await to(id, 'show')
    await here.act(replyToMatter, here.people.propertyManager, { id, text: '栏杆焊好了' })
    await here.act(closeMatter, here.people.propertyManager, { id, note: '办结' })
    assert.equal((await matter(id)).step, 'close')
  })

  test('and under the six steps, where it is sorted first and rated last', async () => {
    const id = await begun('163')
    await here.act(acceptMatter, here.people.propertyManager, { id })
    await to(id, 'coordinate')
    await to(id, 'do')
    await photo(id)
    await to(id, 'show')
    await here.act(replyToMatter, here.people.propertyManager, { id, text: '栏杆焊好了' })
    await to(id, 'rate')
    await assert.rejects(here.act(closeMatter, here.people.secretary, { id, note: '办结' }), { name: 'Invalid' })
    await here.act(rateMatter, here.people.resident, { id, stars: 5 })
    await here.act(closeMatter, here.people.secretary, { id, note: '办结' })
    assert.equal((await matter(id)).step, 'close')
  })
})
