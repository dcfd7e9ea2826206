// Errands on the pages, with scripts blocked: S0-12 and S0-13 as neighbours tap them, the card for the chat, and a line of the chat that becomes an ask.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { tendErrands } from '#jobs/errands.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, formsIn, untouched, visitor, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'

let here: Village
let [passer, resident, several, tenant, gridWorker, leader]: Visitor[] = []
before(async () => {
  here = await village()
  const app = createApp(here.house)
  passer = visitor(app)
  const as = async (key: 'resident' | 'severalHomes' | 'tenant' | 'gridWorker' | 'gridLeader') => visitor(app, await cookieOf(here, key))
  resident = await as('resident')
  several = await as('severalHomes')
  tenant = await as('tenant')
  gridWorker = await as('gridWorker')
  leader = await as('gridLeader')
})
after(() => here.close())

const page = async (who: Visitor | undefined, path: string) => (await who?.open(path.startsWith('/shicheng') ? path : `/shicheng${path}`))?.text ?? ''

/** Sends the form to `action` as it stands on the page, with what is typed into it; answers where it leads, or the page with what is wrong. */
async function tap(who: Visitor | undefined, path: string, typed: Record<string, string> = {}, action = path) {
  const to = action.startsWith('/shicheng') ? action : `/shicheng${action}`
  const form = formsIn(await page(who, path)).find(one => one.action === to) ?? assert.fail(`no form to ${to}`)
  const seen = await who?.send(to, { ...untouched(form), ...typed }) ?? assert.fail()
  assert.ok([303, 422, 200].includes(seen.status), `${seen.status} ${seen.text.slice(0, 500)}`)
  return seen.status === 303 ? { at: seen.location.replace(/\?.*$/u, ''), text: '' } : { at: '', text: seen.text }
}

describe('a mother who cannot leave her child (S0-12)', () => {
  test('asks from an untouched form with one sentence; the neighbour who goes sees it on his way, takes it, and is thanked', async () => {
    const trip = await tap(several, '/errands/new?side=offer', { text: '五点去南门菜市场' }, '/errands/new')
    const { at } = await tap(resident, '/errands/new', { text: '带一把青菜、两块豆腐' })
    assert.match(await page(resident, '/errands'), /带一把青菜/u)
    assert.match(await page(several, trip.at), /正好顺路[\s\S]*带一把青菜/u)
    await tap(several, at, { words: '六点到您门口' }, `${at}/do/take`)
    assert.match(await page(resident, at), /黄国栋 应了[\s\S]*六点到您门口/u)
    assert.match(await page(several, at), /602/u, 'whoever comes sees the door')
    const wrong = await tap(several, at, { minutes: '0' }, `${at}/do/finish`)
    assert.match(wrong.text, /写个数，1 到 720/u)
    await tap(several, at, { minutes: '35' }, `${at}/do/finish`)
    await tap(resident, at, { thanks: '菜很新鲜' }, `${at}/do/confirm`)
    assert.match(await page(several, at), /办好了[\s\S]*用了 35 分钟[\s\S]*菜很新鲜/u)
    assert.doesNotMatch(await page(tenant, '/errands'), /带一把青菜/u, 'gone from the board')
    assert.doesNotMatch(await page(tenant, at), /黄国栋|菜很新鲜|602/u)
  })

  test('on a passer-by’s screen there are no words, no name and no door; neither on the card for the chat', async () => {
    const { at } = await tap(resident, '/errands/new', { text: '煤气罐帮忙抬上六楼', kind: 'carry' })
    for (const path of ['/errands', at, `${at}/card`]) assert.doesNotMatch(await page(passer, path), /煤气|林秀英|602|号楼/u, path)
    const card = await page(resident, `${at}/card`)
    assert.match(card, /<textarea[^>]*>【榕荫里·邻里小忙】有邻居想请人搭把手搬东西，[^<]*\/shicheng\/errands\/\d+<\/textarea>[\s\S]*<svg class="qr"/u)
    assert.match(await page(passer, at), /进来看看/u)
  })

  test('asks along somebody’s way, who then has it; the second of two finds it taken', async () => {
    const trip = await tap(several, '/errands/new?side=offer', { text: '明早去超市', room: '1' }, '/errands/new')
    const [, link = ''] = /href="\/shicheng(\/errands\/new\?offer=[^"]*)"/u.exec(await page(tenant, trip.at)) ?? []
    const { at } = await tap(tenant, link.replaceAll('&amp;', '&'), { text: '一箱牛奶，谢谢' }, '/errands/new')
    assert.match(await page(tenant, at), /黄国栋 应了/u)
    assert.match(await page(resident, trip.at), /带满了/u)
    const open = await tap(resident, '/errands/new', { text: '门口路灯下的快递', kind: 'parcel' })
    await tap(tenant, open.at, {}, `${open.at}/do/take`)
    assert.match(await page(several, open.at), /有邻居先应了/u)
    await tap(tenant, open.at, {}, `${open.at}/do/release`)
    await tap(resident, open.at, {}, `${open.at}/do/call-off`)
    assert.match(await page(resident, open.at), /不用了/u)
  })
})

describe('you buy my vegetables, I mind your pet (S0-13)', () => {
  test('two wants that meet are put before both; the second yes settles both, and nothing is booked', async () => {
    const mine = await tap(resident, '/errands/new', { text: '周六带点菜', inReturn: 'pet' })
    const yours = await tap(tenant, '/errands/new', { text: '周末喂两天猫', kind: 'pet', inReturn: 'shopping' })
    await tendErrands(here.house)
    assert.doesNotMatch(await page(several, mine.at), /do\/agree/u)
    await tap(resident, mine.at, {}, `${mine.at}/do/agree`)
    assert.match(await page(resident, mine.at), /您说愿意了，等对方/u)
    await tap(tenant, yours.at, {}, `${yours.at}/do/agree`)
    assert.match(await page(resident, mine.at), /周晓晴 应了[\s\S]*说好了，两家都应下了/u)
    assert.match(await page(tenant, yours.at), /林秀英 应了/u)
  })
})

describe('a line of the chat', () => {
  test('becomes an ask after a look: by a worker for whoever said it, by a neighbour for himself', async () => {
    const line = '小林: 我在看小孩走不开，有谁要去市场，可以帮忙带点菜吗？13812345678'
    const { text } = await tap(gridWorker, '/errands/import', { line })
    assert.match(text, /读出来是这样/u)
    const form = formsIn(text).find(one => one.action === '/shicheng/errands/new') ?? assert.fail()
    const fields = untouched(form)
    assert.deepEqual([fields['kind'], fields['askedFor'], fields['channel'], fields['text']?.includes('138')], ['shopping', '小林', 'chat', false])
    const sent = await gridWorker?.send('/shicheng/errands/new', { ...fields, place: String(here.community.place('榕荫里 1号楼')) })
    assert.equal(sent?.status, 303)
    assert.match(await page(gridWorker, sent?.location ?? ''), /替“小林”发的/u)
    assert.doesNotMatch(await page(resident, sent?.location ?? ''), /小林/u)
    const own = formsIn((await tap(resident, '/errands/import', { line })).text).find(one => one.action === '/shicheng/errands/new')
    assert.equal(own && untouched(own)['askedFor'], undefined)
    assert.match((await tap(resident, '/errands/import', { line: '。' })).text, /贴一句话/u)
  })

  test('with listed words waits for whoever looks after the place, who shows it', async () => {
    const { at } = await tap(tenant, '/errands/new', { text: '加微信办证刷单，专业的' })
    assert.equal((await resident?.open(at))?.status, 404)
    assert.match(await page(leader, '/errands'), /等您看一眼[\s\S]*办证刷单/u)
    await tap(leader, at, { verdict: 'hidden' }, `${at}/do/judge`)
    assert.match(await page(tenant, at), /没有放出来/u)
    assert.equal((await resident?.open(at))?.status, 404)
  })

  test('that somebody wrote stands there as words, not as a page', async () => {
    const { at } = await tap(resident, '/errands/new', { text: '<script>alert(1)</script>带点菜', from: '' })
    for (const path of ['/errands', at]) assert.doesNotMatch(await page(tenant, path), /<script>alert/u)
    const seen = await tap(resident, at, {}, `${at}/do/call-off`)
    assert.equal(seen.at, at)
    assert.equal((await resident?.send(`/shicheng/errands/1/do/fly`, {}))?.status, 404)
  })
})
