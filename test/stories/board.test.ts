// What everybody sees, and how soon.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { followMatter, moveMatter, raiseMatter, withdrawMatter } from '#modules/matters/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'

let here: Village
let app: ReturnType<typeof createApp>
const asked: string[] = []
before(async () => {
  here = await village({ sqlLog: ({ sql }) => void asked.push(sql) })
  app = createApp(here.house)
})
after(() => here.close())

const look = async (path: string, headers: Record<string, string> = {}) => (await app.request(path, { headers })).text()
const passer = () => passerBy(here.community.id)
const raise = (text: string, urgent = false) => here.act(raiseMatter, passer(), { place: 1, kind: 'broken', text, urgent })

describe('the board', () => {
  test('is kept for those who did not sign in, and yet shows a matter at once, its step, and that it was taken back', async () => {
    await look('/shicheng/board')
    const { length: before } = asked
    await look('/shicheng/board')
    assert.ok(!asked.slice(before).some(sql => sql.includes('"matter"')))

    const { id, receipt } = await raise('花坛边的椅子断了一条腿')
    assert.match(await look('/shicheng/board'), /花坛边的椅子断了一条腿/)
    await here.act(moveMatter, here.people.secretary, { id, step: 'do', note: '下午去修' })
    assert.match(await look(`/shicheng/board?step=do`), /花坛边的椅子断了一条腿/)
    await here.act(withdrawMatter, passer(), { id, receipt })
    assert.doesNotMatch(await look('/shicheng/board'), /花坛边的椅子断了一条腿/)
  })

  test('keeps each language and each look apart', async () => {
    assert.match(await look('/shicheng/board', { cookie: 'lang=en' }), /<html lang="en"/)
    assert.match(await look('/shicheng/board', { cookie: 'look=elder.2.dark' }), /data-mode="elder" data-size="2"/)
    assert.doesNotMatch(await look('/shicheng/board'), /data-mode="elder"|lang="en" data/)
  })

  test('leaves closed matters to those who ask for them', async () => {
    assert.doesNotMatch(await look('/shicheng/board'), /step=close" aria-current/)
    assert.match(await look('/shicheng/board?step=close'), /<section class="lane">/)
  })

  test('of the neighbours shows none of ours', async () => {
    await raise('二号楼信箱的锁又坏了')
    assert.doesNotMatch(await look(`/${here.elsewhere.slug}/board`), /二号楼信箱的锁又坏了/)
  })
})

test('whoever has the same trouble finds the matter on her home page', async () => {
  const { id } = await raise('北门的路灯忽明忽暗')
  const cookie = await cookieOf(here, 'tenant')
  await here.act(followMatter, here.people.tenant, { id })
  assert.match(await look('/shicheng', { cookie }), new RegExp(`我也遇到的.*matters/${id}"`, 's'))
})

describe('the queue of a grid worker', () => {
  test('holds what is due first, so what is urgent before what is not', async () => {
    const first = await raise('地库入口的灯不亮')
    const urgent = await raise('一楼水管爆了，水漫到楼道', true)
    const page = await look('/shicheng/queue', { cookie: await cookieOf(here, 'gridWorker') })
    const at = (id: number) => page.indexOf(`/matters/${id}"`)
    assert.ok(at(urgent.id) > 0 && at(urgent.id) < at(first.id))
  })
})

test('a worker whose colleague was faster reads where it stands now, and finds his note again', async () => {
  const { id } = await raise('车棚的顶漏雨')
  const cookie = await cookieOf(here, 'gridWorker')
  await here.act(moveMatter, here.people.secretary, { id, step: 'do', note: '师傅已经去了' })
  const answer = await app.request(`/shicheng/matters/${id}/move`, {
    method: 'POST', headers: { cookie, origin: 'http://localhost' }, body: new URLSearchParams({ step: 'discuss', note: '先问问大家怎么修' }),
  })
  assert.equal(answer.status, 422)
  const page = await answer.text()
  assert.match(page, /现在是“办事”，不能直接到“议事”/)
  assert.match(page, /先问问大家怎么修/)
})
