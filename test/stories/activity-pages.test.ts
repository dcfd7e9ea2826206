// Activities on the pages, with scripts blocked: planned, joined, checked in by the screen, closed; and a patrol in a storm.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { tend } from '#jobs/notices.ts'
import { tendActivities } from '#jobs/activities.ts'
import { digitsNow } from '#modules/activities/public.ts'
import { inboxOf } from '#modules/notices/public.ts'
import { insuredAt, joined } from '#test/activities.ts'
import { photoOf } from '#test/pictures.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, formsIn, untouched, visitor, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'

let here: Village
let estate: number
let squad: number
let [passer, resident, neighbour, secretary, worker]: Visitor[] = []
before(async () => {
  here = await village({ now: '2026-11-20T01:00:00Z' })
  const app = createApp(here.house)
  estate = here.community.place('榕荫里')
  squad = here.people.neighbour.posts[0]?.organisation_id ?? assert.fail('the neighbour is in a team')
  const as = async (key: 'resident' | 'neighbour' | 'secretary' | 'gridWorker') => visitor(app, await cookieOf(here, key))
  ;[passer, resident, neighbour, secretary, worker] = [visitor(app), await as('resident'), await as('neighbour'), await as('secretary'), await as('gridWorker')]
  for (const who of [here.people.resident, here.people.neighbour]) await joined(here, who)
})
after(() => here.close())

const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('Asia/Shanghai').toInstant()
const page = async (who: Visitor | undefined, path: string) => (await who?.open(`/shicheng${path}`))?.text ?? ''
const send = async (who: Visitor | undefined, path: string, fields: Record<string, string | string[]>) => who?.send(`/shicheng${path}`, fields) ?? assert.fail()
const told = async (who: { personId: number | null }) => here.house.database.look(1, async db => (await inboxOf(db, who.personId ?? 0)).map(one => one.action))

/** The form at this address, as it stands on the page. */
async function formAt(who: Visitor | undefined, path: string, action: string) {
  const found = formsIn(await page(who, path)).find(form => form.action === `/shicheng${action}`)
  return found ? untouched(found) : assert.fail(`no form to ${action} on ${path}`)
}

describe('an activity', () => {
  let id = ''
  const path = () => `/activities/${id}`

  test('is planned by the secretary, with a post and a leaflet, and stands on the public list', async () => {
    const form = await formAt(secretary, '/activities/new', '/activities/new')
    const input = { ...form, name: '反诈宣传集市', on: '2026-11-28', from: '9:00', until: '12:00', place: String(estate), meeting: '南门岗亭', leaflets: ['police_call'] }
    const open = await send(secretary, '/activities/new', { ...input, place: '' })
    assert.equal(open.status, 422, 'nobody asks the whole community by leaving a field open')
    assert.match(open.text, /反诈宣传集市/u)
    const planned = await send(secretary, '/activities/new', input)
    assert.equal(planned.status, 303)
    id = /\/activities\/(\d+)\/run/u.exec(planned.location)?.[1] ?? assert.fail(planned.location)
    const post = await formAt(secretary, `${path()}/run`, `${path()}/do/addPost`)
    assert.equal((await send(secretary, `${path()}/do/addPost`, { ...post, name: '发传单', number: 'x' })).status, 422)
    assert.equal((await send(secretary, `${path()}/do/addPost`, { ...post, name: '发传单', number: '1' })).status, 303)
    assert.match(await page(passer, '/activities'), /反诈宣传集市[\s\S]*还缺 1 人/u)
    assert.match(await page(passer, path()), /“公安”打电话让您转账/u)
  })

  test('takes a volunteer by one press, the next one waits, and only the organiser sees names', async () => {
    const sign = await formAt(resident, path(), `${path()}/do/signUp`)
    assert.equal((await send(resident, `${path()}/do/signUp`, sign)).status, 303)
    const queue = await formAt(neighbour, path(), `${path()}/do/signUp`)
    const queued = await send(neighbour, `${path()}/do/signUp`, queue)
    assert.match((await neighbour?.open(queued.location))?.text ?? '', /排上候补了/u)
    for (const who of [passer, neighbour]) assert.doesNotMatch(await page(who, path()), /林秀英/u)
    assert.equal((await neighbour?.open(`/shicheng${path()}/run`))?.status, 403)
    assert.match(await page(secretary, `${path()}/run`), /林秀英/u)
    assert.match(await page(worker, path()), /登记成志愿者/u)
  })

  test('checks in whoever types the digits of the screen, and out again; the screen renews itself without a script', async () => {
    here.time.now = at('2026-11-28T08:55:10')
    const screen = await createApp(here.house).request(`/shicheng${path()}/screen`, { headers: { cookie: await cookieOf(here, 'secretary') } })
    assert.equal(screen.headers.get('refresh'), '21')
    const digits = digitsNow(here.house.means.secrets.receipt, { community: 1, activity: Number(id), now: here.time.now })
    assert.match(await screen.text(), new RegExp(`${digits.slice(0, 3)} ${digits.slice(3)}`, 'u'))
    assert.equal((await resident?.open(`/shicheng${path()}/screen`))?.status, 403)
    const wrong = await send(resident, `${path()}/do/checkIn`, { ...await formAt(resident, `${path()}/here`, `${path()}/do/checkIn`), code: '12' })
    assert.equal(wrong.status, 422)
    const scanned = await formAt(resident, `${path()}/here?code=${digits}`, `${path()}/do/checkIn`)
    assert.equal(scanned['code'], digits, 'a scanned code is typed already')
    const came = await send(resident, `${path()}/do/checkIn`, scanned)
    assert.match((await resident?.open(came.location))?.text ?? '', /签到了，辛苦您/u)
  })

  test('is closed by the organiser, who fills in a forgotten check-out first', async () => {
    here.time.now = at('2026-11-28T12:30')
    const close = await formAt(secretary, `${path()}/run`, `${path()}/do/close`)
    const [reached = ''] = Object.keys(close).filter(name => name.startsWith('reached-'))
    assert.equal((await send(secretary, `${path()}/do/close`, { ...close, [reached]: '120' })).status, 403)
    const time = await formAt(secretary, `${path()}/run`, `${path()}/do/confirmTime`)
    const tooLong = await send(secretary, `${path()}/do/confirmTime`, { ...time, minutes: '400' })
    assert.equal(tooLong.status, 422)
    assert.match(tooLong.text, /value="400"/u)
    assert.equal((await send(secretary, `${path()}/do/confirmTime`, { ...time, minutes: '170' })).status, 303)
    assert.equal((await send(secretary, `${path()}/do/close`, { ...await formAt(secretary, `${path()}/run`, `${path()}/do/close`), [reached]: '120' })).status, 303)
    assert.match(await page(passer, path()), /服务到 120 人/u)
    const { rows: [serving] } = await here.owner.query('select served, proof from serving where about = $1', [`activities/${id}`])
    assert.deepEqual([serving.served, serving.proof], [120, 'written'])
  })

  test('reminds helpers the day before, the organiser where people are missing and of closing, each once', async () => {
    here.time.now = at('2026-11-29T08:00')
    const planned = await send(secretary, '/activities/new', { name: '大扫除', on: '2026-11-30', from: '9:00', until: '11:00', place: 'all', meeting: '居委会', about: '', project: '' })
    const path = /(\/activities\/\d+)\/run/u.exec(planned.location)?.[1] ?? ''
    await send(secretary, `${path}/do/addPost`, { name: '扫地', number: '3', skill: '', from: '', until: '' })
    await send(resident, `${path}/do/signUp`, await formAt(resident, path, `${path}/do/signUp`))
    await tendActivities(here.house)
    assert.equal((await reminded(path)).length, 0)
    here.time.now = at('2026-11-29T09:00')
    await Promise.all([tendActivities(here.house), tendActivities(here.house)])
    assert.deepEqual(await reminded(path), ['short', 'tomorrow'])
    await tend(here.house, { id: 1, slug: 'shicheng', name: '石埕社区' })
    assert.ok((await told(here.people.resident)).includes('activities.remind'))
    await send(secretary, `${path}/do/callOff`, { why: '下大雨' })
    await tend(here.house, { id: 1, slug: 'shicheng', name: '石埕社区' })
    assert.equal((await told(here.people.resident))[0], 'activities.callOff')
    assert.match(await page(passer, path), /取消了：下大雨/u)
  })
})

const reminded = async (path: string) => (await here.owner.query(`select facts->>'to' as what from journal where action = 'activities.remind' and subject = $1 order by 1`, [path.slice(1)])).rows
  .map((row: { what: string }) => row.what)

describe('a storm', () => {
  test('calls the squad out; at a red warning nobody is sent', async () => {
    here.time.now = at('2026-12-02T19:00')
    const form = await formAt(secretary, '/activities/patrol', '/activities/patrol')
    const input = { ...form, level: 'orange', squad: String(squad), meeting: '警务室', estates: [String(estate)], hazards: ['drains', 'trees'] }
    assert.equal((await send(secretary, '/activities/patrol', { ...input, level: 'red' })).status, 403)
    assert.equal((await send(secretary, '/activities/patrol', { ...input, squad: '' })).status, 422)
    const { location, status } = await send(secretary, '/activities/patrol', input)
    assert.equal(status, 303)
    await tend(here.house, { id: 1, slug: 'shicheng', name: '石埕社区' })
    assert.equal((await told(here.people.neighbour))[0], 'activities.openPatrol')
    const path = location.replace('/shicheng', '')
    assert.match(await page(resident, path), /巡查由小分队出/u)
    assert.equal((await resident?.open(`${location}/points`))?.status, 404)
    await patrolled(path)
  })

  // The neighbour is insured, reads about the risk, checks in, ticks one thing and reports the other.
  async function patrolled(path: string): Promise<void> {
    await insuredAt(here, here.people.neighbour.personId)
    const sign = await formAt(neighbour, path, `${path}/do/signUp`)
    assert.equal((await send(neighbour, `${path}/do/signUp`, sign)).status, 422, 'the tick is missing')
    assert.equal((await send(neighbour, `${path}/do/signUp`, { ...sign, riskRead: 'true' })).status, 303)
    assert.match(await page(neighbour, `${path}/points`), /签到了的巡查队员才能填/u)
    const code = digitsNow(here.house.means.secrets.receipt, { community: 1, activity: Number(path.split('/').at(-1)), now: here.time.now })
    assert.equal((await send(neighbour, `${path}/do/checkIn`, { code })).status, 303)
    const forms = formsIn(await page(neighbour, `${path}/points`)).filter(form => form.action === `/shicheng${path}/points`).map(untouched)
    const [ok, , , problem] = forms
    assert.equal((await neighbour?.send(`/shicheng${path}/points`, { ...ok }, true))?.status, 303)
    const bare = await neighbour?.send(`/shicheng${path}/points`, { ...problem, note: '樟树断了一大枝' }, true)
    assert.equal(bare?.status, 422)
    assert.match(bare?.text ?? '', /拍一张照片/u)
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...problem, note: '樟树断了一大枝，压着电线' })) body.append(name, value)
    body.append('photo', new File([new Uint8Array(await photoOf('darkgreen'))], 'tree.jpg', { type: 'image/jpeg' }))
    assert.equal((await neighbour?.send(`/shicheng${path}/points`, body, true))?.status, 303)
    const { rows: [matter] } = await here.owner.query('select track, urgent, text, place_id::int as place from matter order by id desc limit 1')
    assert.deepEqual([matter.track, matter.urgent, matter.place], ['hazard', true, estate])
    assert.match(matter.text, /^大树、树枝：樟树断了/u)
    assert.match(await page(neighbour, `${path}/points`), /看过 2\/2 处[\s\S]*号事项/u)
    await tend(here.house, { id: 1, slug: 'shicheng', name: '石埕社区' })
    assert.ok((await told(here.people.gridWorker)).includes('activities.checkPoint'))
  }

  test('of whatever hazard is reported goes the way of hazards', async () => {
    const { propose } = await import('#modules/router/public.ts')
    const { hazardText } = await import('#text/activities-patrol.ts')
    const { HAZARDS } = await import('#modules/activities/public.ts')
    for (const hazard of HAZARDS) {
      assert.equal(propose({ text: `${hazardText('zh')[hazard]}：坏了，请来看看`, kind: 'danger', placeKind: 'estate', urgent: true }).track, 'hazard', hazard)
    }
  })
})

describe('leaflets', () => {
  test('are there to print for everybody, in both languages', async () => {
    const { LEAFLETS } = await import('#modules/activities/public.ts')
    for (const key of LEAFLETS) assert.equal((await passer?.open(`/shicheng/activities/leaflets/${key}?lang=en`))?.status, 200)
    assert.match(await page(passer, '/activities/leaflets/police_call'), /没有“安全账户”/u)
  })
})
