// Polls over HTTP: opened and answered on the pages with scripts blocked, by programs, and by a hundred people at the same moment.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { closePolls } from '#jobs/polls.ts'
import { hashOfToken, newToken } from '#modules/people/public.ts'
import { pollAsked } from '#test/polls.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, formsIn, untouched, visitor, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'
import { drain, listen, serve } from '../../src/server.ts'

let here: Village
let app: Hono
let estate: number
let [passer, resident, several, secretary]: Visitor[] = []
before(async () => {
  here = await village({ now: '2026-11-20T01:00:00Z' })
  app = createApp(here.house)
  estate = here.community.place('榕荫里')
  passer = visitor(app)
  const as = async (key: 'resident' | 'severalHomes' | 'secretary') => visitor(app, await cookieOf(here, key))
  resident = await as('resident')
  several = await as('severalHomes')
  secretary = await as('secretary')
})
after(() => here.close())

const open = (more: object = {}) => pollAsked(here, here.people.secretary, { place: estate, ...more })
const page = async (who: Visitor | undefined, path: string) => (await who?.open(`/shicheng${path}`))?.text ?? ''
const send = async (who: Visitor | undefined, path: string, fields: Record<string, string | string[]>) => who?.send(`/shicheng${path}`,
  fields) ?? assert.fail()

/** The form at this address, as it stands on the page. */
async function formAt(who: Visitor | undefined, path: string, action = path) {
  const found = formsIn(await page(who, path)).find(form => form.action === `/shicheng${action}`)
  return found ? untouched(found) : assert.fail(`no form to ${action}`)
}

async function ended(id: number): Promise<void> {
  await here.owner.query(`update poll set opens_at = '2026-11-01', closes_at = '2026-11-19' where id = $1`, [id])
  await closePolls(here.house)
}

describe('on the pages', () => {
  test('the secretary opens a poll from an untouched form with a question, and it stands on the list', async () => {
    const form = await formAt(secretary, '/polls/new')
    assert.deepEqual([form['rule'], form['unit'], form['closes'], form['tell']], ['yes_no', 'home', '2026-11-27', 'true'])
    const wrong = await send(secretary, '/polls/new', { ...form, question: '门口放个长椅，您怎么看', area: '' })
    assert.equal(wrong.status, 422, 'nobody asks the whole community by leaving a field open')
    const opened = await send(secretary, '/polls/new', { ...form, question: '门口放个长椅，您怎么看', area: `place-${estate}` })
    assert.equal(opened.status, 303)
    assert.match(await page(passer, '/polls'), /门口放个长椅/u)
    assert.match((await passer?.open(opened.location))?.text ?? '', /不是业主大会表决/u)
  })

  test('a resident answers, keeps a receipt, changes her mind, and sees nothing of a hidden result before the end', async () => {
    const { id } = await open({ rule: 'single', options: '水泵\n水箱', hidden: true })
    const form = await formAt(resident, `/polls/${id}`)
    const none = await send(resident, `/polls/${id}`, form)
    assert.equal(none.status, 422)
    assert.match(none.text, /选一个再交/u)
    const cast = await send(resident, `/polls/${id}`, { ...form, pick: '2' })
    assert.equal(cast.status, 303)
    const after = (await resident?.open(cast.location))?.text ?? ''
    assert.match(after, /投好了/u)
    const [, receipt = ''] = /receipt-code">([^<]+)</u.exec(after) ?? []
    assert.match(receipt, /^[0-9A-Z]{4}( [0-9A-Z]{4}){4}$/u)
    await send(resident, `/polls/${id}`, { ...form, requestKey: randomUUID(), pick: '1' })
    assert.doesNotMatch(await page(resident, `/polls/${id}`), /现在的票|<summary>谁投了什么/u)
    await ended(id)
    const result = await page(passer, `/polls/${id}`)
    assert.match(result, /水泵 <span class="badge leaf">当选/u)
    const { receipts } = JSON.parse(await page(passer, `/polls/${id}/ballots.json`)) as { receipts: string[] }
    assert.deepEqual(receipts, [receipt.replaceAll(' ', '')])
  })

  test('options are put in order by choosing numbers, and the same number twice is said at the field', async () => {
    const { id } = await open({ rule: 'schulze', options: '甲\n乙\n丙', ties: 'owners' })
    const form = await formAt(resident, `/polls/${id}`)
    const twice = await send(resident, `/polls/${id}`, { ...form, mark1: '1', mark2: '1', mark3: '' })
    assert.equal(twice.status, 422)
    assert.match(twice.text, /有两个都排了第 1/u)
    assert.match(twice.text, /<option value="1" selected>/u, 'what was chosen is still chosen')
    assert.equal((await send(resident, `/polls/${id}`, { ...form, mark1: '2', mark2: '1', mark3: '' })).status, 303)
    await ended(id)
    assert.match(await page(passer, `/polls/${id}/count`), /两两相比/u)
  })

  test('an owner of several homes says for which he casts, once for each', async () => {
    const { id } = await open()
    const form = await formAt(several, `/polls/${id}`)
    const silent = await send(resident, `/polls/${id}`, await formAt(resident, `/polls/${id}`))
    assert.equal(silent.status, 422, 'whoever says nothing has not abstained')
    assert.equal((await send(several, `/polls/${id}`, { ...form, pick: '1' })).status, 422)
    const [home] = here.people.severalHomes.homes
    assert.equal((await send(several, `/polls/${id}`, { ...form, requestKey: randomUUID(), pick: 'abstain',
      home: String(home?.id) })).status, 303)
    assert.match(await page(several, `/polls/${id}`), new RegExp(`1/\\d+ 来投了`, 'u'))
  })

  test('of an open poll those asked see who chose what, and nobody else; of a secret one nobody', async () => {
    const signed = await open()
    await send(resident, `/polls/${signed.id}`, { ...await formAt(resident, `/polls/${signed.id}`), pick: '1' })
    assert.match(await page(resident, `/polls/${signed.id}`), /<summary>谁投了什么/u)
    assert.doesNotMatch(await page(passer, `/polls/${signed.id}`), /<summary>谁投了什么|602/u)
    const secret = await open({ secret: true })
    await send(resident, `/polls/${secret.id}`, { ...await formAt(resident, `/polls/${secret.id}`), pick: '1' })
    for (const who of [resident, secretary]) assert.doesNotMatch(await page(who, `/polls/${secret.id}`), /<summary>谁投了什么|现在的票/u)
  })

  test('whoever opened a poll calls it off with a reason, and the page says so', async () => {
    const { id } = await open()
    const form = await formAt(secretary, `/polls/${id}`, `/polls/${id}/off`)
    assert.equal((await send(secretary, `/polls/${id}/off`, { ...form, why: '' })).status, 422)
    assert.equal((await send(secretary, `/polls/${id}/off`, { ...form, why: '问错了小区' })).status, 303)
    assert.match(await page(passer, `/polls/${id}`), /取消了：问错了小区/u)
    assert.equal((await send(resident, `/polls/${id}`, { options: '2', pick: '1' })).status, 403)
  })

  test('what somebody wrote stands there as words, not as a page', async () => {
    const { id } = await open({ rule: 'single', question: '<script>alert(1)</script>好吗', about: '<b>粗</b>', options: '<i>一</i>\n"二"' })
    await send(resident, `/polls/${id}`, { ...await formAt(resident, `/polls/${id}`), pick: '1' })
    await ended(id)
    for (const path of ['/polls', `/polls/${id}`, `/polls/${id}/count`]) assert.doesNotMatch(await page(passer, path),
      /<script>alert|<b>粗|<i>一/u)
  })
})

describe('programs', () => {
  const api = (name: string, init: RequestInit & { headers?: Record<string, string> } = {}) => app.request(`http://localhost/api/${name}`,
    init)

  test('open, cast and read as the person whose key it is', async () => {
    const key = newToken()
    await here.owner.query(`insert into api_token (community_id, person_id, name, token_hash, made_at, ends_at)
      values (1, $1, 'polls', $2, now(), '2027-01-01')`,
      [here.people.resident.personId, hashOfToken(key)])
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const { id } = await open({ rule: 'score', options: '甲\n乙', secret: false })
    const cast = await api('polls.cast', { method: 'POST', headers, body: JSON.stringify({ id, marks: [5, 2] }) })
    assert.equal(cast.status, 201)
    const { receipt } = await cast.json() as { receipt: string }
    const shown = await (await api(`polls.show?id=${id}`, { headers })).json() as { own: unknown[], taken: number }
    assert.deepEqual([shown.taken, shown.own], [1, [{ voter: here.people.resident.homes[0]?.id, label: '榕荫里 3号楼 1单元 602', taken: true,
      receipt }]])
    assert.equal((await api('polls.open', { method: 'POST', headers, body: JSON.stringify({ question: '放个长椅好吗',
      closes: '2026-11-27' }) })).status, 403)
    assert.equal((await api(`polls.result?id=${id}`, { headers })).status, 404)
    await ended(id)
    const { protocol, ballots } = await (await api(`polls.result?id=${
      id}&community=shicheng`)).json() as { protocol: { elected: number[] }, ballots: unknown }
    assert.deepEqual([protocol.elected, ballots], [[0], [{ marks: [5, 2], times: 1 }]])
    const listed = await (await api('polls.list?community=shicheng&limit=2')).json() as { items: { id: number }[], next: string | null }
    assert.equal(listed.items.length, 2)
    assert.ok(listed.next)
  })
})

describe('a hundred ballots at once', () => {
  test('with doubles and changes are counted exactly, through a real server', async () => {
    const server = await listen({ host: '127.0.0.1', port: 0 })
    serve(server, here.house)
    try {
      const { id } = await open({ unit: 'person', rule: 'single', options: '甲\n乙\n丙', secret: true })
      const voters = await keys(100)
      assert.equal(voters.length, 100)
      const cast = (key: string, marks: number[], requestKey: string) => fetch(`http://127.0.0.1:${
        (server.address() as AddressInfo).port}/api/polls.cast`, {
        method: 'POST', body: JSON.stringify({ id, marks }), headers: { authorization: `Bearer ${key}`,
          'content-type': 'application/json', 'idempotency-key': requestKey },
      }).then(async answer => ({ status: answer.status, body: await answer.json() as { receipt: string } }))
      const marksOf = (i: number) => [0, 1, 2].map(option => Number(option === i % 3))
      const sent = voters.flatMap((key, i) => {
        const requestKey = randomUUID()
        // Every second one is sent again by the network; every fifth voter also sends the same choice by a second tap.
        return [cast(key, marksOf(i), requestKey), ...i % 2 === 0 ? [cast(key, marksOf(i), requestKey)] : [], ...i % 5 === 0 ? [cast(key,
          marksOf(i), randomUUID())] : []]
      })
      const answers = await Promise.all(sent)
      assert.deepEqual(answers.filter(({ status }) => status !== 201), [])
      assert.equal(new Set(answers.map(({ body }) => body.receipt)).size, 100)
      await Promise.all(voters.slice(0, 10).map(key => cast(key, [0, 0, 1], randomUUID())))
      const { rows: [journal] } = await here.owner.query(`select count(*)::int as n from journal
        where action = 'polls.cast' and subject = $1`, [`polls/${id}`])
      assert.equal(journal.n, 100 + 20 + 10, 'what the network repeated is no act of its own')
      await ended(id)
      const { ballots, taken } = JSON.parse(await page(passer, `/polls/${id}/ballots.json`)) as { ballots: { marks: number[],
        times: number }[], taken: number }
      const expected = [0, 1, 2].map(option => voters.filter((_, i) => (i < 10 ? 2 : i % 3) === option).length)
      assert.equal(taken, 100)
      assert.deepEqual(ballots.toSorted((a, b) => b.marks.join('').localeCompare(a.marks.join(''))).map(({ times }) => times), expected)
    } finally {
      server.closeAllConnections()
      await drain(server)
    }
  })
})

/** Keys of so many people of the estate who may each act by a program. */
async function keys(many: number): Promise<string[]> {
  const { rows } = await here.owner.query<{ id: number }>(`select distinct tie.person_id::int as id from tie
    join place on place.id = tie.home_id and place.community_id = 1
    where tie.community_id = 1 and place.estate_id = $1 and tie.until is null order by 1 limit $2`, [estate, many])
  const made = rows.map(({ id }) => ({ id, key: newToken() }))
  for (const { id, key } of made) {
    await here.owner.query(`insert into api_token (community_id, person_id, name, token_hash, made_at, ends_at)
      values (1, $1, 'ballots', $2, now(), '2027-01-01')`, [id, hashOfToken(key)])
  }
  return made.map(({ key }) => key)
}
