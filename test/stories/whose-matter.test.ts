// Who may see and move which matter, at every door: pages, search, API, live events, photos. And many hands at once.
import assert from 'node:assert/strict'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { CastKey } from '../../src/demo/cast.ts'
import sharp from 'sharp'
import { issueToken } from '#modules/people/public.ts'
import { site, type Site } from '#test/site.ts'
import { cookieOf, heardDuring, visitor, type Seen, type Visitor } from '#test/visitor.ts'

type Who = Exclude<CastKey, 'elder'>

const VERBS = ['follow', 'move', 'withdraw']
const WORDS = '卧室天花板渗水一大片'

let here: Site
let passer: Visitor
const signedIn = new Map<Who, Visitor>()
const tokens = new Map<Who, string>()
/** A matter inside the resident's home, raised without an account, and one in the open that she raised. */
let inside: { at: string, id: string, code: string }
let open: { at: string, id: string }
let photo = ''

before(async () => {
  here = await site()
  const app = { request: (input: string | Request | URL, init?: RequestInit) => fetch(new Request(input, init), { redirect: 'manual' }) }
  passer = visitor(app, '', here.address)
  for (const key of ['resident', 'tenant', 'gridWorker', 'propertyStaff', 'secretary', 'elsewhere', 'neighbour'] as const) {
    signedIn.set(key, visitor(app, await cookieOf(here, key), here.address))
    const token = randomBytes(32).toString('base64url')
    await here.act(issueToken, here.people[key], { name: 'test', tokenHash: createHash('sha256').update(token).digest('hex') })
    tokens.set(key, token)
  }
  const form = new FormData()
  const fields = { place: String(here.community.place('榕荫里 3号楼 1单元 602')), kind: 'broken', text: WORDS }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const red = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } }).jpeg().toBuffer()
  form.append('photo', new File([new Uint8Array(red)], '天花板.jpg', { type: 'image/jpeg' }))
  inside = receiptOf(await passer.send('/shicheng/raise', form))
  open = receiptOf(await raise(as('resident'), { place: String(here.community.place('榕荫里 3号楼')) }))
  photo = /\/photos\/([0-9a-f]{64})/.exec((await passer.open(`${inside.at}?code=${inside.code}`)).text)?.[1] ?? ''
})
after(() => here.close())

function as(key: Who): Visitor {
  const found = signedIn.get(key)
  if (!found) throw new Error(`${key} did not sign in`)
  return found
}

function raise(who: Visitor, more: Record<string, string> = {}): Promise<Seen> {
  const place = String(here.community.place('榕荫里 2号楼'))
  return who.send('/shicheng/raise', { place, kind: 'broken', text: '三号电梯异响', requestKey: randomUUID(), ...more }, true)
}

function receiptOf(sent: Seen): { at: string, id: string, code: string } {
  const [, at = '', id = '', code = ''] = /^(\/shicheng\/matters\/(\d+))\/receipt\?code=(\w+)$/.exec(sent.location) ?? []
  assert.ok(id, `${sent.status} ${sent.location}`)
  return { at, id, code }
}

async function api(key: Who, name: string, body?: object): Promise<{ status: number, text: string }> {
  const headers = { authorization: `Bearer ${tokens.get(key)}`, 'content-type': 'application/json' }
  const answer = await fetch(`${here.address}/api/${name}`, body ? { method: 'POST', body: JSON.stringify(body), headers } : { headers })
  return { status: answer.status, text: await answer.text() }
}

describe('many hands at once', () => {
  test('fifty sends of one form are one matter, and each gets the same receipt', async () => {
    const requestKey = randomUUID()
    const answers = await Promise.all(Array.from({ length: 50 }, () => raise(passer, { requestKey, text: '楼道里灯全灭了' })))
    assert.equal(new Set(answers.map(answer => answer.location)).size, 1)
    receiptOf(answers[0] ?? assert.fail())
    const { rows } = await here.owner.query('select count(*)::int as n from matter where text = $1', ['楼道里灯全灭了'])
    assert.equal(rows[0].n, 1)
  })

  test('workers who take it on at once: one does, the others are told', async () => {
    const workers: Who[] = ['gridWorker', 'secretary', 'gridWorker', 'secretary']
    for (let round = 0; round < 10; round++) {
      const { at } = receiptOf(await raise(passer))
      const answers = await Promise.all(workers.map(key => as(key).send(`${at}/move`, { step: 'do', note: '师傅下午去' })))
      assert.deepEqual(answers.map(answer => answer.status).sort(), [303, 422, 422, 422])
    }
  })

  test('twenty taps on “I have this too” count once', async () => {
    const { at, id } = receiptOf(await raise(passer))
    await Promise.all(Array.from({ length: 20 }, () => as('neighbour').send(`${at}/follow`, {})))
    const { rows } = await here.owner.query('select count(*)::int as n from matter_follower where matter_id = $1', [id])
    assert.equal(rows[0].n, 1)
  })
})

describe('a matter in the open', () => {
  test('is moved by nobody who did not sign in, by no resident and no tenant', async () => {
    for (const who of [passer, as('resident'), as('tenant'), as('neighbour')]) {
      assert.equal((await who.send(`${open.at}/move`, { step: 'do', note: '我来办吧' })).status, 403)
    }
    assert.equal((await api('resident', 'matters.move', { id: Number(open.id), step: 'do', note: '我来办吧' })).status, 403)
    assert.ok(!(await passer.open(open.at)).text.includes('name="note"'))
  })

  test('is taken down for a caller by nobody without such a post', async () => {
    assert.equal((await raise(as('tenant'), { channel: 'phone' })).status, 403)
    assert.equal((await raise(passer, { channel: 'paper' })).status, 403)
    assert.equal((await raise(as('gridWorker'), { channel: 'phone', text: '王阿婆来电说灯不亮' })).status, 303)
  })

  test('is not taken back with another matter’s receipt, nor by somebody else', async () => {
    assert.equal((await passer.send(`${open.at}/withdraw`, { receipt: inside.code })).status, 403)
    assert.equal((await as('tenant').send(`${open.at}/withdraw`, {})).status, 403)
  })

  test('is not there for somebody of another community', async () => {
    const stranger = as('elsewhere')
    const at = open.at.replace('shicheng', 'chating')
    assert.equal((await stranger.open(at)).status, 404)
    for (const verb of VERBS) assert.equal((await stranger.send(`${at}/${verb}`, { step: 'do', note: '我来办吧' })).status, 404, verb)
    assert.equal((await stranger.send(`${open.at}/move`, { step: 'do', note: '我来办吧' })).status, 403)
    assert.equal((await stranger.send(`${open.at}/follow`, {})).status, 403)
    assert.equal((await api('elsewhere', `matters.show?id=${open.id}&community=shicheng`)).status, 404)
    for (const verb of VERBS) {
      const more = verb === 'move' ? { step: 'do', note: '我来办吧' } : {}
      assert.equal((await api('elsewhere', `matters.${verb}?community=shicheng`, { id: Number(open.id), ...more })).status, 404, verb)
    }
    assert.ok(!(await api('elsewhere', 'matters.board?community=shicheng')).text.includes('异响'))
  })
})

describe('what happens inside a home', () => {
  const outsiders = () => [passer, as('tenant'), as('neighbour'), as('elsewhere')]

  test('is on nobody’s board, place page, home page or search but theirs who look after the place', async () => {
    const home = here.community.place('榕荫里 3号楼 1单元 602')
    const pages = ['', '/board', '/board?words=天花板', `/board?step=raise&place=${home}`, `/places/${home}`, `/raise?place=${home}`]
    for (const page of pages.map(path => encodeURI(`/shicheng${path}`))) {
      for (const who of outsiders()) {
        const { text } = await who.open(page)
        assert.ok(!text.includes('渗水') && !text.includes(`matters/${inside.id}`), page)
      }
    }
    assert.match((await as('secretary').open('/shicheng/board?words=天花板')).text, /渗水/)
    assert.match((await as('gridWorker').open(inside.at)).text, /渗水/)
  })

  test('has no page, no receipt, no follower and no next step for anybody else', async () => {
    for (const who of outsiders()) {
      for (const page of ['', '/receipt', '/receipt?code=', '?code=AAAAAAAAAAAAAAAAAAAA']) {
        assert.equal((await who.open(inside.at + page)).status, 404, page)
      }
      for (const verb of VERBS) assert.equal((await who.send(`${inside.at}/${verb}`, { step: 'do', note: '我来看看' })).status, 404, verb)
    }
    assert.equal((await passer.open(`${inside.at}?code=${inside.code}`)).status, 200)
  })

  test('is not told by the API', async () => {
    for (const key of ['tenant', 'neighbour', 'elsewhere'] as const) {
      assert.equal((await api(key, `matters.show?id=${inside.id}`)).status, 404)
      assert.ok(!(await api(key, 'matters.board?words=天花板')).text.includes('渗水'))
    }
    assert.match((await api('secretary', `matters.show?id=${inside.id}`)).text, /渗水/)
  })

  test('has photos only for whoever may see it, and none once it was taken back', async () => {
    assert.equal(photo.length, 64)
    const at = `${inside.at}/photos/${photo}`
    for (const who of outsiders()) {
      assert.equal((await who.open(at)).status, 404)
      assert.equal((await who.open(`${open.at}/photos/${photo}`)).status, 404)
      assert.equal((await who.open(`/shicheng/files/${photo}`)).status, 404)
    }
    assert.equal((await passer.open(`${at}?code=${inside.code}`)).status, 200)
    assert.equal((await as('secretary').open(at)).status, 200)
  })

  test('is not named to pages that are open, and its own live page opens only for whoever may see it', async () => {
    const live = `${here.address}/shicheng/live?about=`
    const move = () => as('secretary').send(`${inside.at}/move`, { step: 'coordinate', note: '约了师傅' })
    const heard = await heardDuring(`${live}matters/`, move)
    assert.ok(heard.includes('data: matters/\n') && !heard.includes(inside.id), heard)
    for (const about of [`matters/${inside.id}`, 'people/', '']) {
      const answer = await fetch(live + about)
      await answer.body?.cancel()
      assert.equal(answer.status, 404, about)
    }
    await as('secretary').send(`${inside.at}/accept`, {})
    const next = () => as('secretary').send(`${inside.at}/move`, { step: 'do', note: '师傅在路上' })
    assert.match(await heardDuring(`${live}matters/${inside.id}&code=${inside.code}`, next), new RegExp(`data: matters/${inside.id}\n`))
  })

  test('is gone with its photos when it is taken back', async () => {
    assert.equal((await passer.send(`${inside.at}/withdraw`, { receipt: inside.code })).status, 303)
    assert.equal((await passer.open(`${inside.at}/photos/${photo}?code=${inside.code}`)).status, 404)
    assert.equal((await as('secretary').open(`${inside.at}/photos/${photo}`)).status, 404)
    const { text } = await api('secretary', `matters.show?id=${inside.id}`)
    assert.ok(!text.includes(photo) && !text.includes('渗水'))
  })
})
