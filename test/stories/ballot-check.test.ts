// A voter looks for her own ballot, by its receipt code and, in a secret vote, by the mark that only she was shown.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { castBallot, closeDecision } from '#modules/decisions/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { unzipped } from '../../public/verify-vote.js'
import { createApp } from '../../src/app.ts'
import { sealAll } from '../../src/jobs/record.ts'
import { opened } from '#test/voting.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf } from '#test/visitor.ts'

let here: Village
let app: ReturnType<typeof createApp>
const cookies = { resident: '', neighbour: '', tenant: '' }
before(async () => {
  here = await village()
  app = createApp(here.house)
  for (const who of ['resident', 'neighbour', 'tenant'] as const) cookies[who] = await cookieOf(here, who)
})
after(() => here.close())

const get = (path: string, who: keyof typeof cookies = 'resident') => app.request(`/shicheng/decisions/${path}`, { headers: { cookie: cookies[who], 'accept-language': 'en' } })
const page = async (path: string, who?: keyof typeof cookies) => (await get(path, who)).text()
const code = (html: string) => /<code>([^<]+)<\/code>/u.exec(html)?.[1]?.replace(/[^0-9A-Z]/gu, '')

test('finds it in the ledger, learns that a later one replaced it, and that nothing has another code', async () => {
  const { id, closes } = await opened(here)
  const first = await here.act(castBallot, here.people.resident, { id, choices: { 1: 'no' } })
  here.time.now = here.time.now.add({ minutes: 1 })
  const second = await here.act(castBallot, here.people.resident, { id, choices: { 1: 'yes' } })
  const typed = `${second.receipt.slice(0, 6).toLowerCase()}-${second.receipt.slice(6)}`
  assert.match(await page(`${id}/check?code=${typed}`), /So far this is the one that counts/u)
  assert.match(await page(`${id}/check?code=${first.receipt}`), /voted again later/u)
  assert.match(await page(`${id}/check?code=${'A'.repeat(12)}`), /There is no ballot with this code/u)
  assert.doesNotMatch(await page(`${id}/check?code=${second.receipt}`), /Counted as/u, 'nobody is shown a choice before the close')
  assert.equal((await get(`${id}/archive.zip`)).status, 403, 'it is not counted')
  here.time.now = closes
  await here.act(closeDecision, passerBy(1), { id })
  assert.match(await page(`${id}/check?code=${second.receipt}`), /Counted as/u)
  await sealAll(here.house)
  const archive = await get(`${id}/archive.zip`)
  assert.deepEqual([archive.status, archive.headers.get('content-type'), archive.headers.get('cache-control')], [200, 'application/zip', 'no-store'])
  assert.ok((await unzipped(new Uint8Array(await archive.arrayBuffer()))).has('ledger.csv'))
  assert.equal((await get(`${id}/archive.zip`, 'tenant')).status, 403)
})

test('is shown in a secret vote, while it is open and only to herself, the mark by which she finds her ballot afterwards', async () => {
  const { id, closes } = await opened(here, { secret: true })
  const { receipt } = await here.act(castBallot, here.people.resident, { id, choices: { 1: 'no' } })
  await here.act(castBallot, here.people.neighbour, { id, choices: { 1: 'yes' } })
  const mark = code(await page(`${id}/check`)) ?? ''
  assert.notEqual(mark, code(await page(`${id}/check`, 'neighbour')))
  assert.match(mark, /^[0-9A-Z]{12}$/u)
  assert.notEqual(mark, receipt)
  assert.equal(code(await page(`${id}/check`, 'tenant')), undefined)
  here.time.now = closes
  await here.act(closeDecision, passerBy(1), { id })
  assert.equal(code(await page(`${id}/check`)), undefined, 'now nobody can say whose mark it is')
  const { rows } = await here.owner.query('select choices from ballot_counted where decision_id = $1 and mark = $2', [id, mark])
  assert.deepEqual(rows, [{ choices: { 1: 'no' } }])
  assert.doesNotMatch(await page(`${id}/check?code=${receipt}`), /Counted as/u, 'the receipt code leads to the ledger only')
  assert.match(await page(`${id}/check?code=${mark}`), /Counted as/u)
})

test('a program that sends no photo where one is due, something else, or has no key is sent back', async () => {
  const { id } = await opened(here)
  const door = (body: object, cookie = '') => app.request('/api/decisions.castAtDoor?community=shicheng&lang=en', {
    method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ id, number: 1, choices: { 1: 'yes' }, witness: 1, ...body }),
  })
  const secretary = await cookieOf(here, 'secretary')
  assert.equal((await door({}, secretary)).status, 422)
  assert.equal((await door({ photo: Buffer.from('no picture').toString('base64') }, secretary)).status, 422)
  assert.equal((await door({ photo: { bytes: 'x' } }, secretary)).status, 422)
  assert.equal((await door({ photo: 'AAAA' })).status, 403)
})
