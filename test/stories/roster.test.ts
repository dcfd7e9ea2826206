// The roster through its pages: a list is chosen, looked at, taken in, taken in again; people move; codes are printed.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { createApp } from '../../src/app.ts'
import { jobsOf } from '#jobs/jobs.ts'
import { readTable } from '#kit/tables.ts'
import { readRoster, rosterFile } from '#modules/roster/public.ts'
import { CAST } from '#test/cast.ts'
import { manyHomes, row } from '#test/roster-cases.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, formsIn, untouched, visitor, type Seen, type Visitor } from '#test/visitor.ts'

const HEADER = '小区,楼栋,单元,房号,专有面积,姓名,手机号,身份,起始日,备注'
const GOOD = [`新村,1号楼,1单元,101,89.53,王小明,13511110001,业主,2015-06-01,`, `新村,1号楼,1单元,102,70,王大明,,租客,2020-01-01,`]
const BAD = [`新村,1号楼,1单元,103,八十平,王中明,,业主,2015-06-01,`, `新村,1号楼,1单元,104,70,王长明,135111,房东的表弟,2015-06-01,`]

let here: Village
let app: Hono
let secretary: Visitor

before(async () => {
  here = await village()
  app = createApp(here.house)
  secretary = visitor(app, await cookieOf(here, 'secretary'))
})
after(() => here.close())

const one = async (sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows[0]
const counts = () => one(`select (select count(*)::int from home where community_id = 1) as homes,
  (select count(*)::int from person where community_id = 1) as people`)
const stored = () => readdir(join(here.folder, 'files'), { recursive: true }).catch(() => [])
const drafts = async () => (await stored()).filter(name => name.endsWith('.draft'))

/** Chooses a list on the roster page. */
async function choose(who: Visitor, bytes: string | Uint8Array, name = '名单.csv'): Promise<Seen> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(Buffer.from(bytes))]), name)
  return who.send('/shicheng/roster', form)
}

/** Presses the button under the list. */
async function takeIn(who: Visitor, check: string): Promise<Seen> {
  const form = formsIn((await who.open(check)).text).find(({ action }) => action.endsWith('/roster/check'))
  assert.ok(form, 'the list can be taken in')
  return who.send('/shicheng/roster/check', untouched(form))
}

const csv = (...rows: string[]) => [HEADER, ...rows].join('\n')

describe('a list', () => {
  test('is looked at first: what is wrong stands by row and column, what is not used is named, and nothing has changed', async () => {
    const before = await counts()
    const chosen = await choose(secretary, csv(...GOOD, ...BAD))
    assert.equal(chosen.status, 303)
    const { text } = await secretary.open(chosen.location)
    assert.match(text, /名单\.csv/)
    assert.match(text, /这几列没有用上：备注/)
    const rows = text.matchAll(/<tr><td class="num"[^>]*>(\d+)<\/td><td[^>]*>([^<]*)<\/td><td[^>]*>([^<]*)/g)
    const problems = [...rows].map(([, ...cells]) => cells)
    assert.deepEqual(problems, [
      ['4', '专有面积', '面积写平方米，最多两位小数，比如 89.53'], ['5', '手机号', '电话号码好像少了或多了几位'], ['5', '身份', '身份写 业主、租客 或 家人'],
    ])
    assert.match(text, /先导入没问题的 2 行/)
    assert.doesNotMatch(text, /全部导入/)
    assert.deepEqual(await counts(), before)
  })

  test('waits sealed, so that no phone lies about in clear', async () => {
    const { location } = await choose(secretary, csv(...GOOD))
    const hash = new URL(location, 'http://localhost').searchParams.get('list')?.slice(0, 64) ?? ''
    const sealed = await here.house.means.files.open(1, hash, 'draft')
    assert.ok(sealed && !sealed.includes('13511110001') && !sealed.includes('王小明'))
  })

  test('is taken in by its good rows, then whole, and the second time brings 0 新; its file does not stay', async () => {
    const before = await counts()
    const taken = await takeIn(secretary, (await choose(secretary, csv(...GOOD, ...BAD))).location)
    assert.match((await secretary.open(taken.location)).text, /<b>2 新<\/b>.*有 2 行先没导入/s)
    assert.deepEqual(await counts(), { homes: before.homes + 2, people: before.people + 2 })
    const left = (await drafts()).length
    const check = (await choose(secretary, csv(...GOOD))).location
    const { text } = await secretary.open((await takeIn(secretary, check)).location)
    assert.equal(text.match(/<b>0 新<\/b>/g)?.length, 4)
    assert.match(text, /和上次一样，什么都没变/)
    assert.equal((await drafts()).length, left)
    assert.match((await secretary.open(check)).text, /这份名单不在了/)
  })

  test('may be an Excel file; one that is no table, too large a table or no file at all is refused on the same page', async () => {
    const file = await rosterFile([row({ estate: '新村', building: '2号楼', home: '201', name: '王二', tie: 'owner' })], 'zh', 'xlsx')
    assert.match((await secretary.open((await choose(secretary, file, '名单.xlsx')).location)).text, /全部导入/)
    const picture = await choose(secretary, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), '名单.xlsx')
    assert.equal(picture.status, 422)
    assert.match(picture.text, /id="f-file"[^>]*aria-invalid/)
    const none = await secretary.send('/shicheng/roster', { file: '' }, true)
    assert.equal(none.status, 422)
    assert.match(none.text, /先选一个文件/)
    const large = await choose(secretary, Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))
    assert.equal(large.status, 422)
    assert.match(large.text, /超过 20 MB/)
  })

  test('with a header that is not ours, or with nothing under it, cannot be taken in', async () => {
    const strange = await secretary.open((await choose(secretary, '甲,乙\n1,2')).location)
    assert.match(strange.text, /没有认出表头/)
    assert.equal(formsIn(strange.text).some(({ action }) => action.endsWith('/roster/check')), false)
    assert.match((await secretary.open((await choose(secretary, HEADER)).location)).text, /没有人家/)
  })

  test('of two hundred and more problems shows the first two hundred and says how many there are', async () => {
    const rows = Array.from({ length: 230 }, (_, i) => `新村,1号楼,,${i},很大,王${i},,业主,,`)
    const { text } = await secretary.open((await choose(secretary, csv(...rows))).location)
    assert.match(text, /先列 200 处，一共 230 处/)
    assert.equal(text.match(/<td class="num"/g)?.length, 200)
  })

  test('is swept when nobody took it in for a day', async () => {
    await choose(secretary, csv(...GOOD))
    const before = here.time.now
    here.time.now = Temporal.Now.instant()
    await jobsOf(here.house)['sweepDrafts']?.({}, {} as never)
    assert.ok((await drafts()).length > 0)
    here.time.now = Temporal.Now.instant().add({ hours: 25 })
    await jobsOf(here.house)['sweepDrafts']?.({}, {} as never)
    here.time.now = before
    assert.equal((await drafts()).length, 0)
  })

  test('of 2,000 homes goes in within ten seconds, telling how far it is', async () => {
    const heard: string[] = []
    const stop = here.house.means.bell.listen(1, { hear: subject => void heard.push(subject) })
    const { location } = await choose(secretary, await rosterFile(manyHomes(2000), 'zh', 'xlsx'), '两千户.xlsx')
    const start = performance.now()
    const taken = await takeIn(secretary, location)
    const seconds = (performance.now() - start) / 1000
    assert.equal(taken.location, '/shicheng/roster?done=1')
    assert.ok(seconds < 10, `${seconds} s`)
    await new Promise(resolve => setTimeout(resolve, 300))
    stop()
    const told = heard.filter(subject => subject.startsWith('roster/'))
    assert.ok(told.length >= 3 && told.at(-1)?.endsWith('/100'), told.join())
  })
})

describe('the roster', () => {
  test('is given out as the import reads it, masked unless one may see it clear, each time written down', async () => {
    const asked = async (fields: Record<string, string>) => app.request('http://localhost/shicheng/roster/export', {
      method: 'POST', body: new URLSearchParams(fields), headers: { origin: 'http://localhost', cookie: await cookieOf(here, 'secretary') },
    })
    const masked = await asked({ as: 'csv' })
    const text = await masked.text()
    assert.match(masked.headers.get('content-disposition') ?? '', /attachment;.*%E8%8A%B1%E5%90%8D%E5%86%8C/)
    assert.match(text, /\*\*\*\*/)
    assert.ok(!text.includes(CAST.resident.phone))
    const requestKey = randomUUID()
    const clear = await (await asked({ as: 'csv', clear: 'true', requestKey })).bytes()
    assert.ok(Buffer.from(clear).toString().includes(CAST.resident.phone))
    assert.equal(readRoster(await readTable({ bytes: clear })).problems.length, 0)
    await asked({ as: 'csv', clear: 'true', requestKey })
    const { times } = await one(`select count(*)::int as times from journal where action = 'roster.export'`)
    assert.equal(times, 3)
  })

  test('has a template in both kinds of file', async () => {
    for (const as of ['csv', 'xlsx']) {
      const answer = await app.request(`http://localhost/shicheng/roster/template?as=${as}`)
      assert.equal(readRoster(await readTable({ bytes: new Uint8Array(await answer.arrayBuffer()) })).problems.length, 0, as)
    }
  })

  test('is for the secretary: a grid worker, a resident, who did not sign in and a neighbour community are told why not', async () => {
    const { location } = await choose(secretary, csv(...GOOD))
    const form = formsIn((await secretary.open(location)).text).find(({ action }) => action.endsWith('/check'))
    const fields = untouched(form ?? assert.fail())
    const before = await counts()
    for (const [key, reason] of [['gridWorker', /书记/], ['resident', /书记/], ['elsewhere', /先登录/], [null, /先登录/]] as const) {
      const who = visitor(app, await cookieOf(here, key))
      for (const seen of [await who.open('/shicheng/roster'), await who.open(location), await choose(who, csv(...GOOD)),
        await who.send('/shicheng/roster/check', fields), await who.send('/shicheng/places/new/buildings', {
          estate: '新村', buildings: '9号楼', entrances: '1', floors: '1', homesPerFloor: '1',
        })]) {
        assert.equal(seen.status, 403, String(key))
        assert.match(seen.text, reason)
      }
      assert.equal((await who.send('/shicheng/roster/export', { as: 'csv' })).status, 403)
    }
    assert.deepEqual(await counts(), before)
  })

  test('keeps a list for the one who chose it, in the community where he chose it', async () => {
    const { location } = await choose(secretary, csv(...GOOD))
    const token = new URL(location, 'http://localhost').searchParams.get('list') ?? ''
    await here.owner.query(`update post set person_id = $1 where community_id = 2 and kind = 'secretary'`, [here.people.elsewhere.personId])
    const other = visitor(app, await cookieOf(here, 'elsewhere'))
    assert.match((await other.open(`/chating/roster/check?list=${token}`)).text, /这份名单不在了/)
    for (const forged of ['x', `${token}0`, `${'0'.repeat(64)}-${token.slice(65)}`]) {
      assert.match((await secretary.open(`/shicheng/roster/check?list=${forged}`)).text, /这份名单不在了/)
    }
  })

  test('is taken in by programs too, up to 20 MB where other actions take 256 KB', async () => {
    const cookie = await cookieOf(here, 'secretary')
    const call = (name: string, body: unknown) => app.request(`http://localhost/api/${name}?community=shicheng`, {
      method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', cookie },
    })
    const rows = Array.from({ length: 4000 }, (_, i) => ({
      line: i + 2, estate: '接口里', building: '1号楼', home: String(i + 100), organisation: '　'.repeat(30),
    }))
    const answer = await call('roster.import', { rows })
    assert.equal(answer.status, 201)
    assert.equal((await answer.json() as { homes: number }).homes, 4000)
    assert.equal((await call('roster.moveIn', { name: 'x'.repeat(300_000) })).status, 413)
  })
})

describe('a home', () => {
  const home = () => here.community.place('榕荫里 1号楼 1单元 302')

  test('shows who lives there to the stairwell head, and neither to a neighbour nor to who looks after another place', async () => {
    const { text } = await visitor(app, await cookieOf(here, 'stairwellHead')).open(`/shicheng/homes/${home()}`)
    assert.match(text, /黄玉珠.*业主/s)
    const entrance = await secretary.open(`/shicheng/homes/${here.community.place('榕荫里 1号楼 1单元')}`)
    assert.equal(entrance.status, 404)
    assert.match(text, /aria-disabled="true"[^>]*>登记搬入.*书记/s)
    for (const key of ['resident', 'propertyStaff', 'elsewhere', null] as const) {
      const seen = await visitor(app, await cookieOf(here, key)).open(`/shicheng/homes/${home()}`)
      assert.equal(seen.status, 403, String(key))
      assert.doesNotMatch(seen.text, /黄玉珠/)
    }
    assert.ok([403, 404].includes((await secretary.open(`/chating/homes/${home()}`)).status))
  })

  test('gets a tenant, who then moves out and stays in its history', async () => {
    const at = `/shicheng/homes/${home()}`
    const come = { name: '程新来', tie: 'tenant', phone: '13511112222', document: '', since: '2026-11-01', requestKey: randomUUID() }
    assert.equal((await secretary.send(`${at}/in`, come)).location, `${at}?done=in`)
    assert.equal((await secretary.send(`${at}/in`, come)).location, `${at}?done=in`)
    assert.match((await secretary.open(at)).text, /程新来/)
    const { id } = await one(`select tie.id::int from tie join person on (person.community_id, person.id) = (tie.community_id, person_id)
      where name = '程新来'`)
    const early = await secretary.send(`${at}/out`, { tie: String(id), until: '2026-10-01', requestKey: randomUUID() })
    assert.equal(early.status, 422)
    assert.match(early.text, /截止日比起始日还早/)
    assert.equal((await secretary.send(`${at}/out`, { tie: String(id), until: '2026-11-10', requestKey: randomUUID() })).status, 303)
    assert.match((await secretary.open(at)).text, /以前的.*程新来.*2026-11-01 到 2026-11-10/s)
  })

  test('keeps what was typed when something is wrong', async () => {
    const typed = { name: '程再来', tie: 'tenant', phone: '123', document: '', since: '昨天' }
    const seen = await secretary.send(`/shicheng/homes/${home()}/in`, typed)
    assert.equal(seen.status, 422)
    assert.match(seen.text, /value="程再来"/)
    assert.match(seen.text, /电话号码好像少了或多了几位/)
  })

  test('is moved into by the secretary only, also when the form is forged', async () => {
    for (const key of ['stairwellHead', 'gridWorker', 'resident', 'elsewhere'] as const) {
      const who = visitor(app, await cookieOf(here, key))
      const seen = await who.send(`/shicheng/homes/${home()}/in`, { name: '程偷来', tie: 'owner', since: '2026-11-01' })
      assert.equal(seen.status, 403, key)
    }
    assert.equal((await one(`select count(*)::int from person where name = '程偷来'`)).count, 0)
  })
})

describe('places by hand', () => {
  test('are whole buildings, typed as 1-3号楼; a thing gets a code of its own', async () => {
    const made = await secretary.send('/shicheng/places/new/buildings', {
      estate: '后田里', buildings: '1-3号楼', entrances: '2', floors: '6', homesPerFloor: '2', requestKey: randomUUID(),
    })
    assert.match((await secretary.open(made.location)).text, /添好了 72 户/)
    const { id } = await one(`select id::int from place where label = '后田里 2号楼'`)
    const thing = await secretary.send('/shicheng/places/new/thing', { place: String(id), name: '1号电梯', requestKey: randomUUID() })
    assert.match((await secretary.open(thing.location)).text, /后田里 2号楼 1号电梯/)
    const again = await secretary.send('/shicheng/places/new/thing', { place: String(id), name: '1号电梯', requestKey: randomUUID() })
    assert.equal(again.status, 422)
    assert.match(again.text, /同名/)
    assert.equal((await secretary.send('/shicheng/places/new/buildings', { estate: '', buildings: '3-1号楼' })).status, 422)
  })
})

describe('printed codes', () => {
  const labelsIn = (text: string) => [...text.matchAll(/<h2>(.*?)<\/h2><p>扫一扫/g)]
    .map(([, label = '']) => label.replace(/<[^>]*>/g, '').trim())
  const building = () => here.community.place('榕荫里 1号楼')

  test('stand eight to a sheet, things first, each with its place, its address and the phone; homes only when asked for', async () => {
    const { text } = await secretary.open(`/shicheng/codes?building=${building()}`)
    const labels = labelsIn(text)
    assert.equal(text.match(/class="a4 sheet"/g)?.length, Math.ceil(labels.length / 8))
    assert.ok(labels.includes('榕荫里 1号楼 1单元') && !labels.includes('榕荫里 1号楼 1单元 302'))
    assert.match(text, /localhost\/q\/[0-9A-Z]+/)
    const all = await secretary.open(`/shicheng/codes?building=${building()}&homes=1`)
    const homes = labelsIn(all.text)
    assert.deepEqual(homes.slice(0, labels.length), labels)
    assert.ok(homes.includes('榕荫里 1号楼 1单元 302'))
  })

  test('of a whole estate give every building its own sheets', async () => {
    const { text } = await secretary.open(`/shicheng/codes?estate=${here.community.place('榕荫里')}`)
    const sheets = text.split('class="a4 sheet"').slice(1)
      .map(sheet => new Set([...sheet.matchAll(/榕荫里 (\d+号楼)/g)].map(([, name]) => name)))
    assert.ok(sheets.length >= 4 && sheets.every(names => names.size <= 1))
  })

  test('are for those who look after the place', async () => {
    for (const [key, status] of [['propertyStaff', 200], ['resident', 403], ['elsewhere', 403], [null, 403]] as const) {
      const who = visitor(app, await cookieOf(here, key))
      assert.equal((await who.open(`/shicheng/codes?building=${building()}`)).status, status, String(key))
      assert.equal((await who.open(`/shicheng/codes?place=${building()}`)).status, status, String(key))
    }
    assert.equal((await secretary.open('/shicheng/codes?place=999999')).status, 404)
  })
})
