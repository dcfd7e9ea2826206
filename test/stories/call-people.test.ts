// Who comes to a call, over HTTP: his photo and his number as far as he agreed and for whom; and the outage that is known already.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { raiseMatter } from '#modules/matters/public.ts'
import { eraseMyself, giveConsent, withdrawConsent } from '#modules/people/public.ts'
import { joinVolunteers, leaveVolunteers } from '#modules/volunteers/public.ts'
import { photoOf } from '#test/pictures.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, formsIn, untouched, visitor, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'

type Who = 'passer' | 'resident' | 'doctor' | 'gridWorker' | 'tenant'
const NOBODY_ELSE: Who[] = ['doctor', 'tenant', 'passer']

let here: Village
let home: number
const known = {} as Record<Who, Visitor>
let app: ReturnType<typeof createApp>

before(async () => {
  here = await village()
  home = here.community.place('榕荫里 3号楼 1单元 602')
  app = createApp(here.house)
  for (const key of ['resident', 'doctor', 'gridWorker', 'tenant'] as const) known[key] = visitor(app, await cookieOf(here, key))
  known.passer = visitor(app)
  await here.act(joinVolunteers, here.people.doctor, {})
})
after(() => here.close())
beforeEach(() => later({ hours: 24 * 8 }))

const later = (span: object) => { here.time.now = here.time.now.add(span) }
const page = async (who: Who, path: string) => (await known[who].open(`/shicheng/${path}`)).text
const status = async (who: Who, path: string) => (await known[who].open(`/shicheng/${path}`)).status
const post = (who: Who, path: string, fields: Record<string, string> = {}) => known[who].send(`/shicheng/${path}`, fields)
const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]

/** Calls; answers the path of the call, with the receipt of whoever has no account. */
async function call(who: Who = 'resident', more: Record<string, string> = {}): Promise<string> {
  const made = await post(who, 'help/new', { place: String(home), need: 'carry', ...more })
  assert.equal(made.status, 303, made.text)
  return made.location.replace('/shicheng/', '').replace(/[?&]done=made/u, '')
}

const bare = (path: string) => path.split('?')[0] ?? ''
const deed = async (who: Who, path: string, name: string, more: Record<string, string> = {}) => {
  const done = await post(who, `${bare(path)}/do/${name}`, more)
  assert.equal(done.status, 303, done.text)
}

async function helperOf(path: string): Promise<number> {
  const [found] = await rows<{ id: number }>('select id::int from call_helper where community_id = 1 and call_id = $1 order by id desc limit 1', [Number(bare(path).split('/')[1])])
  return found?.id ?? assert.fail('nobody goes')
}

async function putPhoto() {
  const form = formsIn(await page('doctor', 'volunteers/photo')).find(one => one.multipart) ?? assert.fail('no form')
  const body = new FormData()
  for (const [name, value] of Object.entries(untouched(form))) body.append(name, value)
  const without = await known.doctor.send('/shicheng/volunteers/photo', body, true)
  assert.deepEqual([without.status, /选一张看得清脸的照片/u.test(without.text)], [422, true])
  body.append('photo', new Blob([new Uint8Array(await photoOf('white'))]), 'face.jpg')
  assert.equal((await known.doctor.send('/shicheng/volunteers/photo', body, true)).status, 303)
}

const fileOf = async () => (await rows<{ photo: string | null }>('select photo from volunteer where person_id = $1', [here.people.doctor.personId]))[0]?.photo ?? null

describe('the photo of who comes', () => {
  test('is seen by whoever called and by workers of the place, by nobody else, and until a day after', async () => {
    assert.match(await page('doctor', 'volunteers/photo'), /帮完一天就看不到了/u, 'the words that are agreed to')
    await putPhoto()
    assert.equal(await status('doctor', 'volunteers/me/photo'), 200)
    assert.equal(await status('resident', 'volunteers/me/photo'), 404)
    const path = await call()
    await deed('doctor', path, 'claim')
    const face = `${path}/helpers/${await helperOf(path)}`
    assert.match(await page('resident', path), new RegExp(`<img class="face" src="/shicheng/${face}"[^>]*alt="苏明月的照片"`, 'u'))
    assert.deepEqual([await status('resident', face), await status('gridWorker', face)], [200, 200])
    for (const who of NOBODY_ELSE) assert.equal(await status(who, face), 404, who)
    assert.doesNotMatch(await page('doctor', path), /class="face"/u)
    const other = await call()
    assert.equal(await status('resident', `${other}/helpers/${await helperOf(path)}`), 404, 'he does not go there')
    await deed('resident', other, 'callOff')
    await deed('resident', path, 'confirmArrival')
    await deed('resident', path, 'finish')
    later({ hours: 23 })
    assert.equal(await status('resident', face), 200)
    later({ hours: 2 })
    assert.equal(await status('resident', face), 404)
    assert.doesNotMatch(await page('resident', path), /class="face"/u)
  })

  test('is a picture and nothing else: small, sealed on the disk, kept in no cache, and nothing in it runs', async () => {
    const path = await call()
    await deed('doctor', path, 'claim')
    const answer = await app.request(`http://localhost/shicheng/${path}/helpers/${await helperOf(path)}`, { headers: { cookie: await cookieOf(here, 'resident') } })
    assert.deepEqual([answer.headers.get('content-type'), answer.headers.get('cache-control')], ['image/jpeg', 'no-store'])
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/u)
    const bytes = Buffer.from(await answer.arrayBuffer())
    assert.equal(bytes.subarray(0, 2).toString('hex'), 'ffd8')
    const kept = await here.house.means.files.open(1, await fileOf() ?? '', 'sealed')
    assert.ok(kept && !kept.includes(bytes.subarray(0, 64)) && !kept.includes(bytes.toString('base64').slice(0, 64)))
    await deed('resident', path, 'callOff')
  })

  test('is seen with the receipt of whoever called without an account', async () => {
    const path = await call('passer', { phone: '13900000099' })
    await deed('doctor', path, 'claim')
    const [, code = ''] = path.split('?')
    const face = `${bare(path)}/helpers/${await helperOf(path)}`
    assert.match(await page('passer', path), /class="face"/u)
    assert.deepEqual([await status('passer', `${face}?${code}`), await status('passer', face), await status('tenant', `${face}?code=ABCD`)], [200, 404, 404])
    await post('passer', `${bare(path)}/do/callOff`, { receipt: code.replace('code=', '') })
  })

  test('is gone at once when he cannot come after all, when he takes the consent back, and with its file when he takes it down or leaves', async () => {
    const path = await call()
    await deed('doctor', path, 'claim')
    const face = `${path}/helpers/${await helperOf(path)}`
    await here.act(withdrawConsent, here.people.doctor, { purpose: 'show_photo' })
    assert.equal(await status('resident', face), 404)
    assert.match(await page('resident', path), /<b aria-hidden="true">苏<\/b>/u, 'the letter, as without a photo')
    await here.act(giveConsent, here.people.doctor, { purpose: 'show_photo', wording: 1 })
    assert.equal(await status('resident', face), 200)
    await deed('doctor', path, 'release', { why: '孩子发烧了' })
    assert.equal(await status('resident', face), 404)
    const first = await fileOf() ?? assert.fail('no file')
    assert.equal((await post('doctor', 'volunteers/do/dropPhoto')).status, 303)
    assert.deepEqual([await fileOf(), await here.house.means.files.open(1, first, 'sealed')], [null, null])
    await putPhoto()
    const second = await fileOf() ?? assert.fail('no file')
    await here.act(leaveVolunteers, here.people.doctor, {})
    assert.deepEqual([await fileOf(), await here.house.means.files.open(1, second, 'sealed')], [null, null])
    assert.deepEqual(await rows(`select 1 from consent where purpose = 'show_photo' and withdrawn_at is null`), [])
    await here.act(joinVolunteers, here.people.doctor, {})
    await deed('resident', path, 'callOff')
  })

  test('is for adults alone', async () => {
    await here.owner.query(`update volunteer set age = 'youth' where person_id = $1`, [here.people.doctor.personId])
    assert.equal((await known.doctor.open('/shicheng/volunteers/photo')).status, 303)
    assert.doesNotMatch(await page('doctor', 'volunteers/me'), /volunteers\/photo/u)
    await here.owner.query(`update volunteer set age = 'adult' where person_id = $1`, [here.people.doctor.personId])
  })
})

describe('the number of who comes', () => {
  test('is read once by whoever called where he agreed, and written down; else there is the number of the community', async () => {
    const path = await call()
    await deed('doctor', path, 'claim')
    const phone = `${path}/helpers/${await helperOf(path)}/phone`
    assert.doesNotMatch(await page('resident', path), /给他打电话/u)
    assert.match(await page('resident', path), /打给社区/u)
    assert.equal((await post('resident', phone)).status, 403, 'he did not agree')
    await here.act(giveConsent, here.people.doctor, { purpose: 'helper_phone', wording: 1 })
    assert.match(await page('resident', path), new RegExp(`action="/shicheng/${phone}"[^]*?给他打电话`, 'u'))
    const read = await post('resident', phone)
    assert.match(read.text, /href="tel:\+861\d{10}"/u)
    const written = await rows<{ facts: unknown, person: number }>(`select facts, person_id::int as person from journal where action = 'calls.readHelperPhone'`)
    assert.deepEqual(written, [{ facts: { person: here.people.doctor.personId }, person: here.people.resident.personId }])
    assert.match(await page('doctor', 'me/data'), /林秀英看了电话：/u, 'he sees who looked')
    assert.equal((await post('gridWorker', phone)).status, 403)
    assert.equal((await post('doctor', phone)).status, 403)
    for (const who of ['tenant', 'passer'] as const) assert.equal((await post(who, phone)).status, 404, who)
    await deed('resident', path, 'callOff')
    assert.equal((await post('resident', phone)).status, 403, 'it is over')
    assert.doesNotMatch(await page('resident', path), /给他打电话/u)
  })

  test('is read with the receipt, and not after he gave it back', async () => {
    const path = await call('passer', { phone: '13900000099' })
    await deed('doctor', path, 'claim')
    const receipt = path.split('?code=')[1] ?? ''
    const phone = `${bare(path)}/helpers/${await helperOf(path)}/phone`
    assert.match((await post('passer', phone, { receipt })).text, /href="tel:/u)
    assert.equal((await post('passer', phone, { receipt: 'ABCD' })).status, 404)
    await deed('doctor', path, 'release', { why: '孩子发烧了' })
    assert.equal((await post('passer', phone, { receipt })).status, 404)
    await post('passer', `${bare(path)}/do/callOff`, { receipt })
  })
})

describe('that the water is off in the house', () => {
  const raise = (text: string, place: string, category: string) =>
    here.act(raiseMatter, here.people.gridWorker, { place: here.community.place(place), kind: 'broken', text, category })

  test('is said before and after calling, with a link, as long as the matter is open; and keeps nobody from calling', async () => {
    const { id } = await raise('三号楼停水了', '榕荫里 3号楼', 'water')
    const { id: elsewhere } = await raise('一号楼停水了', '榕荫里 1号楼', 'water')
    const { id: lift } = await raise('电梯异响', '榕荫里 3号楼', 'lift')
    const link = new RegExp(`href="/shicheng/matters/${id}">3号楼用水的事已经有人提了：三号楼停水了`, 'u')
    assert.match(await page('resident', 'help/new'), link)
    assert.match(await page('passer', `help/new?place=${home}&need=water`), link)
    assert.doesNotMatch(await page('resident', 'help/new?need=power'), link)
    assert.doesNotMatch(await page('resident', 'help/new'), new RegExp(`matters/(?:${elsewhere}|${lift})"`, 'u'))
    const path = await call('resident', { need: 'water' })
    assert.match(await page('resident', path), link)
    const carry = await call()
    assert.doesNotMatch(await page('resident', carry), link)
    await here.owner.query(`update matter set step = 'do' where community_id = 1 and id = $1`, [id])
    assert.match(await page('resident', path), /3号楼用水的事已经在办：三号楼停水了/u)
    await here.owner.query(`update matter set private = true where community_id = 1 and id = $1`, [id])
    for (const who of ['resident', 'gridWorker'] as const) assert.doesNotMatch(await page(who, path), /三号楼停水了/u, 'what is kept inside is told to nobody here')
    await here.owner.query(`update matter set private = false, step = 'close' where community_id = 1 and id = $1`, [id])
    assert.doesNotMatch(await page('resident', path), /三号楼停水了/u)
    for (const one of [path, carry]) await deed('resident', one, 'callOff')
  })

  test('is said for the whole estate as well', async () => {
    const { id } = await raise('小区停电了', '榕荫里', 'power')
    assert.match(await page('resident', 'help/new?need=power'), new RegExp(`matters/${id}">榕荫里用电的事已经有人提了`, 'u'))
  })
})

describe('who erases himself', () => {
  test('takes his photo along, with its file', async () => {
    await putPhoto()
    const file = await fileOf() ?? assert.fail('no file')
    await here.owner.query(`update post set until = '2026-01-01' where person_id = $1`, [here.people.doctor.personId])
    await here.act(eraseMyself, { ...here.people.doctor, posts: [] }, { sure: true })
    assert.deepEqual([await fileOf(), await here.house.means.files.open(1, file, 'sealed')], [null, null])
  })
})
