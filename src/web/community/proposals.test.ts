// How good the router's proposals are, as the secretary sees it.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { raiseMatter, routeMatter } from '#modules/matters/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf } from '#test/visitor.ts'
import { createApp } from '../../app.ts'

let here: Village
let app: ReturnType<typeof createApp>
before(async () => {
  here = await village()
  app = createApp(here.house)
})
after(() => here.close())

const ADDRESS = '/shicheng/proposals'
const see = async (key: 'secretary' | 'gridWorker' | null, path = ADDRESS) =>
  app.request(path, key ? { headers: { cookie: await cookieOf(here, key) } } : {})
const send = async (fields: Record<string, string>) => app.request(ADDRESS, {
  method: 'POST', body: new URLSearchParams(fields),
  headers: { 'cookie': await cookieOf(here, 'secretary'), 'content-type': 'application/x-www-form-urlencoded', 'origin': 'http://localhost', 'sec-fetch-site': 'same-origin' },
})

const mediated = (page: string) => {
  const [, decided = '0', right = '0'] = /调解<\/b><\/span><span class="num">(\d+) 件里说对 (\d+) 件/u.exec(page) ?? []
  return { decided: Number(decided), right: Number(right) }
}

describe('the page of proposals', () => {
  test('is for the secretary alone', async () => {
    assert.equal((await see(null)).status, 403)
    assert.equal((await see('gridWorker')).status, 403)
    assert.equal((await see('secretary')).status, 200)
  })

  test('says how often the proposal was right, with the count, and what was changed', async () => {
    const { community } = here.people.secretary
    const before = mediated(await (await see('secretary')).text())
    const { rows: [place] } = await here.owner.query(`select id from place where community_id = $1 and kind = 'estate' order by id limit 1`, [community])
    for (const [text, track] of [['楼上漏水到我家，床都湿了', 'mediation'], ['楼上漏水，厨房顶黄了一片', 'mediation'], ['楼上漏水两年没修', 'hazard']] as const) {
      const { id } = await here.act(raiseMatter, passerBy(community), { place: place.id, kind: 'broken', text })
      await here.act(routeMatter, here.people.secretary, { id, track, category: 'leak' })
    }
    const page = await (await see('secretary')).text()
    assert.deepEqual(mediated(page), { decided: before.decided + 3, right: before.right + 2 })
    assert.match(page, /楼上漏水两年没修<\/b><span class="row-meta">调解 → 隐患处置/u)
  })

  test('asks twice before the router forgets', async () => {
    const first = await send({})
    assert.equal(first.headers.get('location'), `${ADDRESS}?sure=1#forget`)
    assert.match(await (await see('secretary', `${ADDRESS}?sure=1`)).text(), /真的忘掉/)
    assert.doesNotMatch(await (await see('secretary')).text(), /现在记着 0 件/)
    assert.equal((await send({ sure: 'true' })).status, 303)
    const page = await (await see('secretary')).text()
    assert.match(page, /现在记着 0 件/)
    assert.match(page, /让这里忘过一次/)
  })
})
