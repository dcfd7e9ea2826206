import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { Hono } from 'hono'
import { createApp } from '../../src/app.ts'
import { begin, progress } from '#web/set-up/look-round.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { guest } from '#test/guest.ts'
import { until } from '#test/visitor.ts'

let here: TestHouse
let app: Hono
let link = ''

// Keeps the database server from being stopped and started between the tests.
let kept: TestHouse
before(async () => { kept = await testHouse() })
after(() => kept.close())

beforeEach(async () => {
  here = await testHouse()
  app = createApp(here.house)
  link = `/set-up/${here.house.setUpToken}`
})
afterEach(() => here.close())

const FORM = {
  name: '石埕社区', street: '东街街道', slug: 'shicheng', method: '163', phone: '0590-5550117',
  secretaryName: '陈慧敏', secretaryPhone: '138 0000 0011',
}

describe('the set-up', () => {
  test('goes from the link to the first buildings and the board’s code, the secretary being signed in', async () => {
    const who = guest(app)
    const first = await who.open(link)
    assert.equal(first.status, 200)
    assert.equal([...first.text.matchAll(/name="method"/g)].length, 7)
    const second = await who.send(link, FORM)
    assert.equal(second.path, '/shicheng/set-up')
    assert.match(second.text, /您已经登录/)
    const third = await who.send('/shicheng/set-up', { estate: '榕荫里', buildings: '1-3号楼', entrances: '2', floors: '6', homesPerFloor: '2' })
    assert.match(third.text, /已经有了：榕荫里/)
    const { rows: [homes] } = await here.owner.query('select count(*)::int as count from home')
    assert.equal(homes.count, 72)
    const done = await who.open('/shicheng/set-up/done')
    assert.match(done.text, /<svg class="qr"/)
    assert.match((await who.open('/shicheng')).text, /陈慧敏/)
    // She comes back another day, by her phone.
    const later = guest(app)
    await later.send('/sign-in', { phone: FORM.secretaryPhone })
    const code = (await here.house.codes.recentCodes())[0]?.code ?? ''
    assert.match((await later.send('/sign-in/code', { phone: FORM.secretaryPhone, code })).text, /陈慧敏/)
  })

  test('says what is wrong with each field and keeps what was typed', async () => {
    const page = await guest(app).send(link, { ...FORM, name: '', secretaryPhone: '0590-5550117', method: 'none' })
    assert.equal(page.status, 422)
    assert.match(page.text, /能收短信的手机号/)
    assert.match(page.text, /value="东街街道"/)
    for (const slug of ['sign-in', 'set-up', 'API', 'static', '1x', '']) {
      assert.equal((await guest(app).send(link, { ...FORM, slug })).status, 422, slug)
    }
    assert.equal((await here.owner.query('select from community')).rowCount, 0)
  })

  test('is closed with another token, and for good once there is a community', async () => {
    assert.equal((await guest(app).open('/set-up/x')).status, 404)
    assert.equal((await guest(app).send(`${link}0`, FORM)).status, 404)
    assert.equal((await guest(app).send('/set-up/x/look-round', {})).status, 404)
    await guest(app).send(link, FORM)
    assert.equal((await guest(app).open(link)).status, 404)
    assert.equal((await guest(app).send(link, { ...FORM, slug: 'other' })).status, 404)
    assert.equal((await guest(app).send(`${link}/look-round`, {})).status, 404)
    assert.equal((await guest(app).open('/shicheng/set-up')).status, 403)
    assert.equal((await guest(app).open('/shicheng/set-up/done')).status, 403)
  })

  test('pressed by two at once founds one community', async () => {
    const tries = await Promise.all([guest(app).send(link, FORM), guest(app).send(link, { ...FORM, slug: 'other' })])
    assert.equal(tries.filter(one => one.path.endsWith('/set-up') && one.status === 200).length, 1)
    assert.equal((await here.owner.query('select from community')).rowCount, 1)
  })
})

describe('looking round first', () => {
  test('shows how far the street is, by itself, and goes to the front door when it is there', async () => {
    const steps: ((share: number) => void)[] = []
    let finish = () => undefined as void
    const lay = begin(here.house, (_house, tell) => {
      steps.push(tell)
      return new Promise(done => { finish = () => done() })
    })
    const own = new Hono().post('/set-up/:token/look-round', lay).get('/set-up/:token/look-round', progress(here.house))
    const who = guest(own)
    await who.send(`${link}/look-round`, {})
    await who.send(`${link}/look-round`, {})
    assert.equal(steps.length, 1, 'a street is laid once')
    steps[0]?.(0.376)
    const page = await who.open(`${link}/look-round`)
    assert.match(page.text, /37 %/)
    assert.equal(page.headers.get('refresh'), '2')
    finish()
    await until(async () => (await who.fetch(`${link}/look-round`)).headers.get('location') === '/')
    assert.equal((await who.fetch(`${link}/look-round`)).headers.get('location'), '/')
  })

  test('says so when the street could not be laid', async () => {
    const own = new Hono().post('/set-up/:token/look-round', begin(here.house, () => Promise.reject(new Error('no room'))))
      .get('/set-up/:token/look-round', progress(here.house))
    const page = await guest(own).send(`${link}/look-round`, {})
    assert.match(page.text, /没铺完/)
    assert.equal(page.headers.get('refresh'), null)
  })
})
