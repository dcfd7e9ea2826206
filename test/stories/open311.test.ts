// Programs of other cities: they find what can be reported, report it, and follow how it goes, in JSON and in XML.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import Ajv, { type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Hono } from 'hono'
import {
  acceptMatter, answerQuestion, askResident, closeMatter, moveMatter, noteInside, raiseMatter, replyToMatter, setPrivate, withdrawMatter,
} from '#modules/matters/public.ts'
import { hashOfToken, issueToken, newToken, type TokenScope } from '#modules/people/public.ts'
import { setPoint } from '#modules/roster/public.ts'
import { CATEGORIES } from '#modules/router/public.ts'
import { hostileStrings, noHostileStrings } from '#test/hostile-strings.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'
import { CHANGESET } from '../../src/api/open311/discovery.ts'

const SCHEMAS = new URL('../../../shared/data/open311-schema/', import.meta.url)
const noSchemas = existsSync(SCHEMAS) ? false : 'the schemas of Open311 are not here: ../shared/data/open311-schema'
const HERE = 'jurisdiction_id=shicheng'
const UUID = '9f4f7c7e-6a51-4d0f-8d57-3d1f6f0c2b11'

type Row = Record<string, unknown>
interface Got<Body = unknown> { status: number, headers: Headers, text: string, body: Body }

let here: Village
let app: Hono
before(async () => {
  here = await village()
  app = createApp(here.house)
})
after(() => here.close())

async function get<Body = Row[]>(path: string, headers: Record<string, string> = {}): Promise<Got<Body>> {
  return read(await app.request(`/open311/v2/${path}`, { headers }))
}

interface Sending { format?: string, headers?: Record<string, string> }

async function post(fields: Record<string, string> | string[][], { format = 'json', headers = {} }: Sending = {}): Promise<Got<Row[]>> {
  const body = new URLSearchParams(Array.isArray(fields) ? fields : { jurisdiction_id: 'shicheng', ...fields })
  return read(await app.request(`/open311/v2/requests.${format}`, { method: 'POST', body, headers }))
}

async function read<Body>(response: Response): Promise<Got<Body>> {
  const text = await response.text()
  const { status, headers } = response
  assert.match(headers.get('content-type') ?? '', /^(application\/json|text\/xml); charset=utf-8$/)
  const body = text.startsWith('<') ? fromXml(text) : JSON.parse(text)
  return { status, headers, text, body: body as Body }
}

/** What an XML answer says, by the Spark convention: a container of equal children is a list, an empty element null, all else text. */
function fromXml(text: string): unknown {
  assert.equal(XMLValidator.validate(text), true)
  assert.doesNotMatch(text, /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u)
  const parser = new XMLParser({ parseTagValue: false, trimValues: false, ignoreDeclaration: true, htmlEntities: true })
  const [root] = Object.entries(parser.parse(text) as Row).filter(([name]) => name !== '#text')
  return spark(...root ?? assert.fail('nothing inside'))
}

const CHILDREN: Record<string, string> = {
  services: 'service', attributes: 'attribute', values: 'value', service_requests: 'request',
  endpoints: 'endpoint', formats: 'format', errors: 'error',
}

function spark(name: string, value: unknown): unknown {
  const child = CHILDREN[name]
  if (child !== undefined) return typeof value === 'object' ? [(value as Row)[child] ?? []].flat().map(one => spark('', one)) : []
  if (typeof value !== 'object' || value === null) return value === '' ? null : value
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== '#text').map(([key, one]) => [key, spark(key, one)]))
}

/** A JSON answer as XML can say it: every value a text, no empty ones, no characters that XML lacks. */
function asXmlSays(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asXmlSays)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asXmlSays(one)]))
  }
  if (value === null || value === '') return null
  // eslint-disable-next-line no-control-regex
  return String(value).replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '\uFFFD')
}

async function keyOf(who: 'resident' | 'tenant' | 'secretary' | 'elsewhere', scope: TokenScope = 'all'): Promise<string> {
  const key = newToken()
  await here.act(issueToken, here.people[who], { name: `open311 ${scope}`, tokenHash: hashOfToken(key), scope })
  return key
}

const lift = (more: Record<string, string> = {}) =>
  ({ service_code: 'lift', address_string: '榕荫里3号楼1单元', description: '电梯到五楼就嘎嘎响', ...more })
const idOf = ({ status, body, text }: Got<Row[]>) =>
  status === 200 ? Number(body[0]?.['service_request_id']) : assert.fail(`${status} ${text}`)
const asked = async (sql: string, id: number) => (await here.owner.query(sql, [id, here.community.id])).rows[0] as Row
const matter = (id: number) => asked('select * from matter where id = $1 and community_id = $2', id)
const withPhoto = (id: number) => asked(`insert into matter_photo (matter_id, community_id, file, thumbnail, width, height)
  values ($1, $2, 'f', 't', 1, 1)`, id)
const reasons = ({ body }: Got<Row[]>) => body.map(error => String(error['description']))

describe('what can be reported', () => {
  test('is found from the discovery document on', async () => {
    const { body } = await get<{ endpoints: { url: string, formats: string[], type: string, specification: string }[] }>('discovery.json')
    const [endpoint] = body.endpoints
    assert.equal(endpoint?.specification, 'http://wiki.open311.org/GeoReport_v2')
    assert.deepEqual(endpoint.formats, ['text/xml', 'application/json'])
    assert.equal(endpoint?.type, 'test', 'in a demo nobody acts on what is reported')
    const services = await app.request(`${endpoint?.url}/services.json?${HERE}`)
    assert.equal(services.status, 200)
  })

  test('is every category of the router, each with what it asks', async () => {
    const { body } = await get(`services.json?${HERE}`)
    assert.deepEqual(body.map(service => service['service_code']), [...CATEGORIES])
    for (const service of body) {
      assert.ok(service['service_name'] && service['description'] && service['group'] && String(service['keywords']).includes(','))
      const { body: definition } = await get<{ attributes: Row[] }>(`services/${String(service['service_code'])}.json?${HERE}`)
      assert.deepEqual(definition.attributes.map(one => one['order']), definition.attributes.map((_, i) => i + 1))
      assert.ok(definition.attributes.some(one => one['variable'] === true))
    }
  })

  test('is said in the reader’s language', async () => {
    const { body } = await get(`services.json?${HERE}`, { 'accept-language': 'en' })
    assert.equal(body[0]?.['service_name'], 'Lifts')
  })

  // Clients keep the list until the changeset moves: whoever changes what is here moves it, and puts the new sum below.
  test('stays as it is until the changeset says otherwise', async () => {
    const all = [await get(`services.json?${HERE}`), ...await Promise.all(CATEGORIES.map(code => get(`services/${code}.json?${HERE}`)))]
    const sum = createHash('sha256').update(all.map(one => one.text).join('\n')).digest('hex').slice(0, 16)
    assert.deepEqual({ changeset: CHANGESET, sum }, { changeset: '2026-11-22 09:00', sum: '37d6dbc5eba1836a' })
  })
})

describe('a report', () => {
  test('becomes a matter under the service that was chosen, and is read back as it was sent', async () => {
    const id = idOf(await post(lift()))
    const { body: [read] } = await get(`requests/${id}.json?${HERE}`)
    assert.deepEqual(
      [read?.['service_code'], read?.['description'], read?.['address'], read?.['status'], read?.['address_id']],
      ['lift', '电梯到五楼就嘎嘎响', '榕荫里 3号楼 1单元', 'open', String(here.community.place('榕荫里 3号楼 1单元'))])
    const raised = await matter(id)
    assert.deepEqual([raised['channel'], raised['raiser_id'], raised['kind'], raised['proposed_category']], ['api', null, 'broken', 'lift'])
    const other = idOf(await post({ service_code: 'pets', address_string: '榕荫里', description: '电梯到五楼就嘎嘎响' }))
    const { body: [chosen] } = await get(`requests/${other}.json?${HERE}`)
    assert.equal(chosen?.['service_code'], 'pets', 'what was chosen, not what the router thinks')
  })

  test('says in words what has no field of its own', async () => {
    const id = idOf(await post([
      ['jurisdiction_id', 'shicheng'], ['service_code', 'noise'], ['address_string', '榕荫里'], ['description', '北门外半夜有人放音响'],
      ['attribute[KIND]', 'danger'], ['attribute[URGENT]', 'yes'], ['attribute[SINCE]', '2026-11-18T16:00:00Z'],
      ['attribute[HOURS][]', 'night'], ['attribute[HOURS][]', 'evening'], ['media_url', 'https://photos.example/1.jpg'],
    ]))
    const { text, urgent, kind } = await matter(id)
    assert.equal(text, '北门外半夜有人放音响\n从什么时候开始：2026-11-19 00:00\n什么时候吵：傍晚、半夜\n网上的照片：https://photos.example/1.jpg')
    assert.deepEqual({ urgent, kind }, { urgent: true, kind: 'danger' })
  })

  test('without a description says at least what it is about', async () => {
    assert.equal((await matter(idOf(await post(lift({ description: '' }))))).text, '电梯：坏了')
  })

  test('answers with a receipt that opens it and takes it back', async () => {
    const notice = String((await post(lift())).body[0]?.['service_notice'])
    const url = new URL(/http\S+/.exec(notice)?.[0] ?? '')
    const page = await app.request(url.pathname + url.search)
    assert.equal(page.status, 200)
    assert.match(await page.text(), /收回/)
  })

  test('sent twice with the same key is taken once; another one with that key is not', async () => {
    const headers = { 'idempotency-key': UUID }
    const first = await post(lift(), { headers })
    const again = await post(lift(), { headers })
    assert.deepEqual([again.status, again.text], [200, first.text])
    assert.equal((await post(lift({ description: '另外一件事情' }), { headers })).status, 400)
    const { body } = await get(`tokens/${UUID}.json?${HERE}`)
    assert.deepEqual(body, [{ service_request_id: String(idOf(first)), token: UUID }])
    assert.equal((await get(`tokens/${UUID.replace('9', '8')}.json?${HERE}`)).status, 404)
    assert.equal((await get(`tokens/${UUID}.json?jurisdiction_id=chating`)).status, 404)
  })

  test('keeps the phone only when its owner agreed, and nothing else of who sent it', async () => {
    const named = { email: 'someone@example.org', first_name: '秀英', last_name: '林', device_id: 'd-1', account_id: 'a-1' }
    const person = { phone: '13812345678', ...named }
    const without = await post(lift(person))
    assert.match(String(without.body[0]?.['service_notice']), /没有留下电话/)
    assert.equal((await matter(idOf(without))).phone_sealed, null)
    const agreed = await post(lift({ ...person, 'attribute[SHARE_PHONE]': 'yes' }))
    const { phone_sealed } = await matter(idOf(agreed))
    assert.equal(here.house.means.secrets.decrypt(String(phone_sealed)), '+8613812345678')
    const { rows } = await here.owner.query(`select (select string_agg(matter::text, '') from matter)
      || (select string_agg(journal::text, '') from journal) as everything`)
    assert.doesNotMatch(rows[0].everything, /someone@example|秀英|d-1|13812345678/)
    const { status, text } = await post(lift({ phone: '12', 'attribute[SHARE_PHONE]': 'yes' }))
    assert.ok(status === 400 && text.includes('phone: '), text)
  })

  test('with something wrong in it is sent back with everything that is wrong, and changes nothing', async () => {
    const before = (await here.owner.query('select max(id) as last from matter')).rows[0].last
    const wrong = async (fields: Record<string, string>, status: number, ...said: RegExp[]) => {
      const got = await post(fields)
      assert.equal(got.status, status, got.text)
      assert.ok(got.body.every(error => error['code'] === status))
      for (const words of said) assert.ok(reasons(got).some(reason => words.test(reason)), `${words} in ${got.text}`)
    }
    const four = { 'attribute[URGENT]': 'perhaps', 'attribute[SINCE]': 'yesterday', 'attribute[NO]': 'x', media_url: 'javascript:alert(1)' }
    await wrong(lift(four), 400, /URGENT.*yes、no/, /SINCE.*W3C/, /NO\]/, /media_url/)
    await wrong({ service_code: 'other', address_string: '榕荫里', description: '说不清是什么' }, 400, /attribute\[KIND\].*要填/)
    await wrong(lift({ service_code: '' }), 400, /service_code/)
    await wrong(lift({ service_code: 'volcano' }), 404, /lift、water/)
    await wrong(lift({ description: 'x'.repeat(2001) }), 400, /description: /)
    await wrong(lift({ jurisdiction_id: '' }), 400, /shicheng、chating/)
    await wrong(lift({ jurisdiction_id: 'atlantis' }), 404)
    await wrong(lift({ 'attribute[WHICH]': '左边\n右边' }), 400, /WHICH/)
    await wrong(lift({ address_id: '\0' }), 400, /address_id/)
    await wrong(lift({ description: '有个看不见的\0字' }), 400, /description/)
    assert.equal((await here.owner.query('select max(id) as last from matter')).rows[0].last, before)
  })

  test('that is no form is refused', async () => {
    const headers = { 'content-type': 'application/json' }
    const response = await app.request('/open311/v2/requests.json', { method: 'POST', body: '{}', headers })
    assert.equal((await read<Row[]>(response)).status, 400)
  })
})

describe('where it is', () => {
  const placeOf = async (fields: Record<string, string>) => {
    const raised = await matter(idOf(await post({ service_code: 'building', description: '墙上有条缝', ...fields })))
    return Number(raised['place_id'])
  }
  const refused = async (fields: Record<string, string>, words: RegExp) => {
    const got = await post({ service_code: 'water', description: '厨房的水管爆了', ...fields })
    assert.ok(got.status === 400 && words.test(got.text), got.text)
  }

  test('can be a place’s number or the code on its wall', async () => {
    const place = here.community.place('榕荫里 2号楼')
    const { code } = await asked('select code from place where id = $1 and community_id = $2', place)
    assert.equal(await placeOf({ address_id: String(place) }), place)
    assert.equal(await placeOf({ address_id: String(code).toLowerCase() }), place)
    await refused({ address_id: '999999' }, /address_id/)
    await asked(`update place set code = '23456789' where id = $1 and community_id = $2`, place)
    assert.equal(await placeOf({ address_id: '23456789' }), place)
    const elsewhere = here.elsewhere.place('茶亭里 1号楼')
    await refused({ address_id: String(elsewhere) }, /address_id/)
  })

  test('can be an address as people write it, and is refused where only a part of it is there', async () => {
    assert.equal(await placeOf({ address_string: '榕荫里三号楼1单元' }), here.community.place('榕荫里 3号楼 1单元'))
    assert.equal(await placeOf({ address_string: '榕荫里3-1-602' }), here.community.place('榕荫里 3号楼 1单元 602'))
    await refused({ address_string: '榕荫里3号楼1单元9999' }, /只认出“榕荫里 3号楼 1单元”/)
    await refused({ address_string: '月亮背面' }, /没认出/)
    await refused({}, /address_id/)
  })

  test('can be a position, when something that has one is within 500 m', async () => {
    const building = here.community.place('榕荫里 2号楼')
    await here.act(setPoint, here.people.secretary, { place: building, latitude: '26.0205', longitude: '119.7805' })
    assert.equal(await placeOf({ lat: '26.02045', long: '119.7806' }), building)
    assert.equal(await placeOf({ lat: '26.0199', long: '119.7799' }), here.community.place('榕荫里'))
    // 500 m are 0.0044966 degrees of latitude.
    assert.equal(await placeOf({ lat: '26.02499', long: '119.7805' }), building)
    await refused({ lat: '26.02501', long: '119.7805' }, /超过 500 米/)
    for (const lat of ['', 'NaN', '91', '1e1', '0x1A', '٢٦']) await refused({ lat, long: '119.78' }, /lat: |WGS/)
    await refused({ lat: '26.02', long: '' }, /long: /)
    const { body: [read] } = await get(`requests.json?${HERE}&page_size=1`)
    assert.deepEqual([read?.['lat'], read?.['long']], [26.0205, 119.7805])
  })

  test('is told by the address where a position comes with it, and what cannot be read of it is kept in words', async () => {
    const point = { lat: '26.02045', long: '119.7806' }
    assert.equal(await placeOf({ ...point, address_string: '榕荫里3号楼' }), here.community.place('榕荫里 3号楼'))
    const id = idOf(await post({ service_code: 'space', description: '树倒了一棵', ...point, address_string: '海边公园旁边' }))
    assert.equal((await matter(id)).text, '树倒了一棵\n地址：海边公园旁边')
    // Or what happens in a home would stand on the board for the whole building.
    await refused({ ...point, address_string: '3号楼1单元9999室' }, /没找到|只认出/)
  })

  test('is written down to the door for what happens at home, and then nobody else sees it', async () => {
    await refused({ address_string: '榕荫里3号楼', 'attribute[AT_HOME]': 'yes' }, /门牌号/)
    const atHome = { address_string: '榕荫里3号楼1单元602', 'attribute[AT_HOME]': 'yes' }
    const id = idOf(await post({ service_code: 'water', description: '厨房的水管爆了', ...atHome }))
    assert.equal((await get(`requests/${id}.json?${HERE}`)).status, 404)
  })

  test('is set by the secretary on the page of an estate or a building, and by nobody else', async () => {
    const place = here.community.place('榕荫里 1号楼')
    const secretary = visitor(app, await cookieOf(here, 'secretary'))
    const wrong = await secretary.send(`/shicheng/places/${place}/point`, { latitude: '260', longitude: '119.78' })
    assert.ok(wrong.status === 422 && wrong.text.includes('-90 到 90'))
    assert.equal((await secretary.send(`/shicheng/places/${place}/point`, { latitude: '26.0211119', longitude: '119.79' })).status, 303)
    assert.match((await secretary.open(`/shicheng/places/${place}`)).text, /北纬 26.021112/)
    const resident = visitor(app, await cookieOf(here, 'resident'))
    assert.equal((await resident.send(`/shicheng/places/${place}/point`, { latitude: '1', longitude: '1' })).status, 403)
    const home = here.community.place('榕荫里 3号楼 1单元 602')
    assert.equal((await secretary.send(`/shicheng/places/${home}/point`, { latitude: '26', longitude: '119' })).status, 403)
  })
})

describe('an api_key', () => {
  const atHome = () => ({ service_code: 'care', description: '想请人陪我去一趟医院', address_id: String(here.community.place('榕荫里 3号楼 1单元 602')) })

  test('reports as its person, who sees his own with it; others do not', async () => {
    const [mine, others] = [await keyOf('resident'), await keyOf('tenant')]
    const id = idOf(await post({ ...atHome(), api_key: mine }))
    assert.equal(Number((await matter(id)).raiser_id), here.people.resident.personId)
    await withPhoto(id)
    const { body: [own] } = await get(`requests/${id}.json?${HERE}&api_key=${mine}`)
    assert.equal(own?.['description'], '想请人陪我去一趟医院')
    assert.equal(own['media_url'], null, 'a photo at home has no address that strangers could open')
    assert.equal((await get(`requests/${id}.json?${HERE}`, { authorization: `Bearer ${mine}` })).status, 200)
    for (const key of ['', `&api_key=${others}`]) assert.equal((await get(`requests/${id}.json?${HERE}${key}`)).status, 404)
  })

  test('that is wrong, of another community or for looking only is refused with 403', async () => {
    const elsewhere = await keyOf('elsewhere')
    for (const key of ['nonsense', newToken(), elsewhere]) {
      assert.equal((await get(`requests.json?${HERE}&api_key=${key}`)).status, 403)
      assert.equal((await post(lift({ api_key: key }))).status, 403)
    }
    const looks = await keyOf('resident', 'read')
    assert.equal((await get(`requests.json?${HERE}&api_key=${looks}`)).status, 200)
    assert.equal((await post(lift({ api_key: looks }))).status, 403)
  })

  test('cannot be a cookie: whoever signed in on the pages is nobody here', async () => {
    const id = idOf(await post(atHome()))
    const cookie = await cookieOf(here, 'secretary')
    assert.equal((await visitor(app, cookie).open(`/shicheng/matters/${id}`)).status, 200)
    assert.equal((await get(`requests/${id}.json?${HERE}`, { cookie })).status, 404)
    const sent = idOf(await post(lift(), { headers: { cookie } }))
    assert.equal((await matter(sent)).raiser_id, null)
  })
})

describe('what is not for everybody', () => {
  test('is in no list and at no number, and leaves no gap in the pages', async () => {
    const place = here.community.place('榕荫里 3号楼 1单元')
    const raise = (text: string, at = place) => here.act(raiseMatter, here.people.resident, { place: at, kind: 'broken', text })
    const shown = [await raise('门口的灯坏了'), await raise('信箱的锁掉了')].map(one => one.id)
    const home = await raise('家里的灯坏了', here.community.place('榕荫里 3号楼 1单元 602'))
    const dispute = await raise('楼上漏水到我家，跟他说了三次都不理')
    const shielded = await raise('单元门口有人打架')
    await here.act(setPrivate, here.people.gridWorker, { id: shielded.id, private: true, text: '单元门口有人打架' })
    const back = await raise('说错了的一件事')
    await here.act(withdrawMatter, here.people.resident, { id: back.id })
    const held = await raise('等人看一眼的一件事')
    await here.owner.query(`update matter set standing = 'held' where id = $1`, [held.id])
    const hidden = [home, dispute, shielded, back, held].map(one => one.id)

    const none = await get(`requests/987654.json?${HERE}`)
    for (const id of hidden) {
      const got = await get(`requests/${id}.json?${HERE}`)
      assert.deepEqual([got.status, got.text], [404, none.text], String(id))
    }
    const listed = await get(`requests.json?${HERE}&service_request_id=${[...hidden, ...shown].join(',')}`)
    assert.deepEqual(listed.body.map(one => Number(one['service_request_id'])), shown.toReversed())
    const all = (await get(`requests.json?${HERE}`)).body.map(one => one['service_request_id'])
    assert.ok(!hidden.some(id => all.includes(String(id))))
    for (const [page, id] of all.slice(0, 12).entries()) {
      const { body } = await get(`requests.json?${HERE}&page_size=1&page=${page + 1}`)
      assert.deepEqual(body.map(one => one['service_request_id']), [id])
    }
    assert.equal((await get(`requests/${shown[0]}.json?jurisdiction_id=chating`)).status, 404, 'another community has other numbers')
  })

  test('is not told of what is: neither inner notes nor what residents said nor who works on it', async () => {
    const place = here.community.place('榕荫里')
    const { id } = await here.act(raiseMatter, here.people.resident, { place, kind: 'broken', text: '路灯不亮三天了' })
    await here.act(acceptMatter, here.people.propertyStaff, { id })
    await here.act(replyToMatter, here.people.propertyStaff, { id, text: '明天上午换' })
    await here.act(noteInside, here.people.propertyStaff, { id, text: '备件在仓库二层' })
    await here.act(askResident, here.people.propertyStaff, { id, text: '是哪一盏' })
    await here.act(answerQuestion, here.people.resident, { id, text: '林家门口那盏' })
    const { text, body: [read] } = await get(`requests/${id}.json?${HERE}`)
    assert.deepEqual([read?.['status_notes'], read?.['agency_responsible']], ['明天上午换', '榕安物业（榕荫里）'])
    assert.doesNotMatch(text, /仓库|林家|林秀英|郑文彬/)
    await withPhoto(id)
    const now = async () => (await get(`requests/${id}.json?${HERE}`)).body[0]
    assert.equal((await now())?.['media_url'], `http://localhost/shicheng/matters/${id}/photos/f`)
    for (const table of ['matter_note', 'matter_photo']) {
      await asked(`update ${table} set standing = 'hidden' where matter_id = $1 and community_id = $2`, id)
    }
    assert.deepEqual([(await now())?.['media_url'], (await now())?.['status_notes']], [null, null], 'what was taken down')
  })
})

describe('how it goes', () => {
  test('is told from the report to the end, with its times', async () => {
    const id = idOf(await post(lift({ 'attribute[URGENT]': 'yes' })))
    const now = async () => (await get(`requests/${id}.json?${HERE}`)).body[0] ?? {}
    const begun = await now()
    assert.equal(begun['requested_datetime'], '2026-11-20T09:00:00+08:00')
    assert.equal(begun['updated_datetime'], begun['requested_datetime'])
    assert.ok(String(begun['expected_datetime']) > String(begun['requested_datetime']))
    here.time.now = here.time.now.add({ hours: 1 })
    await here.act(acceptMatter, here.people.propertyStaff, { id })
    await here.act(moveMatter, here.people.gridWorker, { id, step: 'do', note: '师傅在路上' })
    const going = await now()
    assert.deepEqual([going['status'], going['status_notes'], going['updated_datetime']], ['open', '师傅在路上', '2026-11-20T10:00:00+08:00'])
    await here.act(closeMatter, here.people.secretary, { id: idOf(await post(lift())), note: '跟上一件是同一台' })
    const { body: [closed] } = await get(`requests.json?${HERE}&status=closed`)
    assert.deepEqual([closed?.['status'], closed?.['status_notes'], closed?.['expected_datetime']], ['closed', '跟上一件是同一台', null])
    assert.equal(closed?.['updated_datetime'], '2026-11-20T10:00:00+08:00')
  })

  test('is asked for by number, service, state and time', async () => {
    const ask = async (query: string) => (await get(`requests.json?${HERE}&${query}`)).body
    const [first, second] = [idOf(await post(lift())), idOf(await post(lift({ service_code: 'parking' })))]
    const numbered = await ask(`service_request_id=${first},${second},x,99999&service_code=volcano`)
    assert.deepEqual(numbered.map(one => one['service_request_id']), [String(second), String(first)])
    assert.deepEqual(new Set((await ask('service_code=lift,parking')).map(one => one['service_code'])), new Set(['lift', 'parking']))
    assert.ok((await ask('status=open')).every(one => one['status'] === 'open'))
    assert.equal((await ask('status=open,closed')).length, (await ask('status=')).length)
    assert.equal((await ask('status=open&status=closed')).length, (await ask('')).length)
    const before = await ask('end_date=2026-11-19T00:00:00Z')
    assert.ok(before.length > 0 && before.every(one => String(one['requested_datetime']) <= '2026-11-19T08:00:00+08:00'))
    const since = await ask('start_date=2026-11-19T00:00:00Z')
    assert.equal(before.length + since.length, (await ask('')).length)
    const bare = await ask('start_date=2026-11-20T09:00:00+08:00&end_date=2026-11-20T01:00:00Z')
    assert.ok(bare.length > 0)
    assert.deepEqual(bare, await ask('start_date=2026-11-20T09:00:00%2B08:00&end_date=2026-11-20T01:00Z'))
  })

  test('is told for 90 days at a time', async () => {
    const place = here.community.place('榕荫里')
    const { id } = await here.act(raiseMatter, here.people.resident, { place, kind: 'broken', text: '很久以前的一件事' })
    await asked(`update matter set raised_at = '2026-03-01T00:00:00Z' where id = $1 and community_id = $2`, id)
    const has = async (query: string) =>
      (await get(`requests.json?${HERE}&${query}`)).body.some(one => one['service_request_id'] === String(id))
    assert.equal(await has(''), false)
    assert.equal(await has(`service_request_id=${id}`), true)
    assert.equal(await has('start_date=2026-02-01T00:00:00Z'), true)
    assert.equal(await has('end_date=2026-05-30T00:00:00Z'), true)
    assert.equal(await has('end_date=2026-05-31T00:00:00Z'), false)
    assert.equal((await get(`requests.json?${HERE}&start_date=2026-01-01T00:00:00Z&end_date=2026-04-01T00:00:01Z`)).status, 400)
    assert.equal((await get(`requests.json?${HERE}&start_date=2026-01-01T00:00:00Z&end_date=2026-04-01T00:00:00Z`)).status, 200)
  })

  test('asked for wrongly is refused with a reason', async () => {
    const wrong = { start_date: 'yesterday', end_date: '2026-02-30T00:00:00Z', status: 'done', page: '0', page_size: '1001' }
    for (const [name, value] of Object.entries({ ...wrong, service_code: 'volcano' })) {
      const { status, body } = await get(`requests.json?${HERE}&${name}=${value}`)
      assert.equal(status, name === 'service_code' ? 404 : 400, name)
      assert.ok(body[0]?.['code'] === status && String(body[0]['description']).length > 5, name)
    }
    assert.equal((await get(`requests.json?${HERE}&service_request_id=${'1,'.repeat(1001)}`)).status, 400)
    for (const year of ['0000', '0001', '9999']) {
      assert.equal((await get(`requests.json?${HERE}&start_date=${year}-01-01T00:00:00Z`)).status, 200, year)
    }
  })
})

describe('every answer', () => {
  const looks = (id: number) => ['discovery', `services`, ...CATEGORIES.map(code => `services/${code}`), 'requests', `requests/${id}`,
    `tokens/${UUID}`, 'requests/0', 'services/volcano', 'nothing']

  test('says the same in XML as in JSON, field by field, whatever characters were written', async () => {
    const id = idOf(await post(lift({ description: `<b>&amp; ]]> "'\r\n\t\u0001\u001f\uFFFE 😀 &#0; <!-- ${'<![CDATA[x'}` })))
    for (const path of looks(id)) {
      const [json, xml] = [await get(`${path}.json?${HERE}`), await get(`${path}.xml?${HERE}`)]
      assert.equal(xml.status, json.status)
      assert.ok(xml.text.startsWith('<?xml version="1.0" encoding="utf-8"?>\n'))
      assert.deepEqual(xml.body, asXmlSays(json.body), path)
    }
    const [json, xml] = [await post(lift({ service_code: '' })), await post(lift({ service_code: '' }), { format: 'xml' })]
    assert.deepEqual(xml.body, asXmlSays(json.body))
    assert.equal(idOf(await post(lift(), { format: 'xml' })) > id, true)
  })

  test('is what the schemas of the specification say', { skip: noSchemas }, async () => {
    const valid = schemas()
    const key = UUID.replace('9', 'a')
    const id = idOf(await post(lift(), { headers: { 'idempotency-key': key } }))
    const check = (name: string, body: unknown) => assert.ok(valid(name)(body), `${name}: ${JSON.stringify(valid(name).errors)}`)
    for (const lang of ['zh', 'en']) {
      const language = { 'accept-language': lang }
      check('services.json', (await get(`services.json?${HERE}`, language)).body)
      for (const code of CATEGORIES) check('service-definition.json', (await get(`services/${code}.json?${HERE}`, language)).body)
      const all = (await get(`requests.json?${HERE}`, language)).body
      assert.ok(all.length > 20)
      check('requests.json', all)
    }
    for (const one of (await get(`requests/${id}.json?${HERE}`)).body) check('request.json', one)
    for (const one of (await post(lift())).body) check('swagger.json#/definitions/RequestResponse', one)
    for (const one of (await get(`tokens/${key}.json?${HERE}`)).body) check('swagger.json#/definitions/TokenResponse', one)
    assert.equal(valid('request.json')({ service_request_id: 1 }), false, 'a wrong one is found')
  })

  test('may be read by pages of other sites, and names its kind where nothing is', async () => {
    const { headers } = await get(`services.json?${HERE}`)
    assert.deepEqual([headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials')], ['*', null])
    for (const path of ['', 'services', `services?${HERE}`, 'requests/1', 'discovery.csv', 'tokens.json']) {
      const { status, body } = await get(path)
      assert.deepEqual([status, Number(body[0]?.['code'])], [404, 404], path)
    }
    assert.equal((await app.request('/open311/v2/services.json', { method: 'DELETE' })).status, 404)
  })
})

/** The schemas name no draft; all that they say means the same from draft 4 to 7. */
function schemas(): (name: string) => ValidateFunction {
  const ajv = new Ajv.default({ strict: false, allErrors: true })
  formats.default(ajv)
  for (const ours of ['uid', 'uint', 'double']) ajv.addFormat(ours, true)
  for (const name of ['request.json', 'requests.json', 'service.json', 'services.json', 'service-definition.json', 'swagger.json']) {
    ajv.addSchema(JSON.parse(readFileSync(new URL(name, SCHEMAS), 'utf8')), name)
  }
  return name => ajv.getSchema(name) ?? assert.fail(`no schema ${name}`)
}

// Last but one: the clock stands still, so this address stays used up.
test('a flood from one address is taken, but waits for a look, as on the pages', async () => {
  const flood = await Promise.all(Array.from({ length: 160 }, () => post(lift())))
  const held = flood.filter(one => String(one.body[0]?.['service_notice']).includes('有人看过以后才公开')).map(idOf)
  assert.ok(held.length > 0 && held.length < 100, String(held.length))
  assert.equal((await get(`requests/${held[0]}.json?${HERE}`)).status, 404)
})

describe('hostile strings', { skip: noHostileStrings }, () => {
  test('in every parameter and field are taken or refused, never our fault', async () => {
    const strings = Object.values(await hostileStrings()).flat().filter((_, i) => i % 8 === 0)
    const parameters = ['jurisdiction_id', 'service_request_id', 'service_code', 'start_date', 'end_date', 'status', 'page', 'page_size',
      'api_key']
    const fields = ['jurisdiction_id', 'service_code', 'description', 'address_string', 'address_id', 'lat', 'long', 'media_url', 'phone',
      'api_key', 'attribute[WHICH]', 'attribute[SINCE]', 'attribute[KIND]', 'first_name']
    const broken: string[] = []
    for (const [i, text] of strings.entries()) {
      const parameter = parameters[i % parameters.length] ?? ''
      const field = fields[i % fields.length] ?? ''
      const both = { 'attribute[SHARE_PHONE]': 'yes', ...field === 'lat' && { address_string: '', long: '119.78' } }
      const query = `requests.${i % 2 ? 'xml' : 'json'}?${HERE}&page_size=1&${parameter}=${encodeURIComponent(text.toWellFormed())}`
      const answers = [await get(query), await post(lift({ ...both, [field]: text }), { format: i % 2 ? 'json' : 'xml' }),
        await get(`${['services', 'requests', 'tokens'][i % 3]}/${encodeURIComponent(text.toWellFormed())}.json?${HERE}`)]
      if (answers.some(one => one.status >= 500)) broken.push(`${parameter} ${field} ${JSON.stringify(text).slice(0, 80)}`)
    }
    assert.deepEqual(broken.slice(0, 10), [])
    assert.ok(strings.length > 150, String(strings.length))
  })
})
