import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { Invalid, Refused } from '#kit/errors.ts'
import { readTable } from '#kit/tables.ts'
import { actorOf, passerBy } from '#modules/people/public.ts'
import { addBuildings } from '#modules/roster/add-buildings.ts'
import { addThing } from '#modules/roster/add-thing.ts'
import { exportRoster } from '#modules/roster/export.ts'
import { importRoster, importRosterWith } from '#modules/roster/import.ts'
import { moveIn } from '#modules/roster/move-in.ts'
import { moveOut } from '#modules/roster/move-out.ts'
import { peopleOf } from '#modules/roster/people-of.ts'
import { readRoster } from '#modules/roster/read-file.ts'
import { anyRoster, linesOf, manyHomes, row, village } from '#test/roster-cases.ts'
import { rosterFile } from '#modules/roster/file.ts'
import type { RosterRow } from '#modules/roster/roster.ts'
import { buildings, codesOf, estates, homesOf } from '#modules/places/public.ts'
import { testHouse, type TestHouse } from '../../../test/database.ts'

const NAUGHTY = new URL('../../../../shared/data/blns/blns.json', import.meta.url)
const home = row({ estate: '榕荫里', building: '3号楼', entrance: '2单元', home: '501', floor: 5, area: 8953, areaSource: 'registered',
  since: '2015-06-01' })
const lin = { name: '林秋月', phone: '+8613800138000', tie: 'owner' as const }
const sorted = (rows: readonly RosterRow[]) => rows.map(each => JSON.stringify(each)).toSorted()
const nothingNew = (answer: object) => Object.entries(answer).every(([key, value]) => key === 'id' || value === 0)

describe('the roster', () => {
  let house: TestHouse
  before(async () => { house = await testHouse() })
  after(() => house.close())

  it('becomes places in words and in order, homes with areas, and people with sealed phones', async () => {
    const { import: take, community } = await village(house)
    await take([{ ...home, ...lin }, row({ ...home, building: '10号楼', area: 7000 }), row({ ...home, building: '9号楼', area: 7000 })])
    await house.house.database.look(community, async db => {
      const [estate] = await estates(db)
      const built = await buildings(db, estate?.id ?? 0)
      assert.deepEqual(built.map(each => each.name), ['3号楼', '9号楼', '10号楼'])
      const [first] = await homesOf(db, built[0]?.id ?? 0)
      assert.deepEqual([first?.label, first?.floor, first?.area, first?.entrance], ['榕荫里 3号楼 2单元 501', 5, 8953, '2单元'])
      assert.deepEqual((await codesOf(db, estate?.id ?? 0)).map(each => each.label),
        ['榕荫里', '榕荫里 3号楼', '榕荫里 3号楼 2单元', '榕荫里 9号楼', '榕荫里 9号楼 2单元', '榕荫里 10号楼', '榕荫里 10号楼 2单元'])
    })
    const { rows } = await house.owner.query('select phone_sealed, phone_index from person join membership on (person_id, membership.community_id) = (id, person.community_id) where name = $1', ['林秋月'])
    assert.ok(!rows[0].phone_sealed.includes('138001') && rows[0].phone_index === house.house.means.secrets.blindIndex('+8613800138000'))
  })

  it('knows an owner of two homes as one person, co-owners as two, and a newcomer of the same name as another', async () => {
    const { import: take } = await village(house)
    const answer = await take([
      { ...home, ...lin }, { ...home, ...lin, home: '502', floor: 5, since: '2018-01-01' }, { ...home, name: '陈海', tie: 'owner' },
      { ...home, ...lin, home: '601', floor: 6, phone: '+8613900139000' },
    ])
    assert.equal(answer.people, 3)
  })

  it('takes over an area that differs, leaves who is missing from a later list, and brings nobody back who has left', async () => {
    const place = await village(house)
    await place.import([{ ...home, ...lin }, { ...home, name: '陈海', tie: 'tenant', phone: '' }])
    const changed = await place.import([{ ...home, ...lin, area: 9000 }])
    assert.deepEqual([changed.homesChanged, changed.people, (await place.rows()).length], [1, 0, 3])
    const homeId = (await house.owner.query('select home_id, id from tie where community_id = $1 and kind = $2',
      [place.community, 'tenant'])).rows[0]
    await place.act(moveOut, { tie: homeId.id, until: '2026-10-31' })
    assert.ok(nothingNew(await place.import([{ ...home, area: 9000, name: '陈海', tie: 'tenant' }])))
    await assert.rejects(place.act(moveOut, { tie: homeId.id, until: '2026-10-31' }), Refused)
    await place.act(moveIn, { home: homeId.home_id, name: '陈海', tie: 'tenant', since: '2026-11-01' })
    await assert.rejects(place.act(moveIn, { home: homeId.home_id, name: '陈海', tie: 'tenant', since: '2026-11-02' }), Invalid)
    const people = await house.house.database.look(place.community, db => peopleOf(db, place.secretary, homeId.home_id))
    assert.deepEqual(people.map(one => [one.name, one.until]), [['林秋月', null], ['陈海', null], ['陈海', '2026-10-31']])
    await assert.rejects(house.house.database.look(place.community, db => peopleOf(db, passerBy(place.community), homeId.home_id)), Refused)
  })

  it('gives posts over the grid, the entrance or the estate that the row is about', async () => {
    const place = await village(house)
    await place.import([
      { ...home, ...lin, post: 'stairwell_head', grid: '第一网格' },
        row({ name: '吴海生', post: 'grid_worker', grid: '第一网格', since: '2026-01-01' }),
    ])
    const { rows } = await house.owner.query('select id, name from person where community_id = $1', [place.community])
    const postsOf = async (name: string) => (await house.house.database.look(place.community,
      db => actorOf(db, rows.find(each => each.name === name).id, '2026-11-20'))).posts
    const only = async (kind: string) =>
      Number((await house.owner.query('select id from place where community_id = $1 and kind = $2', [place.community, kind])).rows[0].id)
    assert.deepEqual((await postsOf('林秋月'))[0]?.places, [await only('entrance')])
    // His grid covers the only entrance of the only building, and so the whole estate.
    assert.deepEqual((await postsOf('吴海生'))[0]?.places, [await only('estate')])
  })

  it('makes each place and person once when two import the same list at once', async () => {
    const place = await village(house)
    const answers = await Promise.all([1, 2].map(() => place.import([{ ...home, ...lin }])))
    assert.deepEqual(answers.map(answer => answer.people).toSorted(), [0, 1])
    assert.deepEqual(answers.map(answer => answer.places).toSorted(), [0, 4])
  })

  it('with a problem is not imported at all, unless the good rows are accepted', async () => {
    const place = await village(house)
    const rows = [...linesOf([{ ...home, ...lin }]), { line: 9, estate: '榕荫里', area: '八十' }]
    await assert.rejects(place.act(importRoster, { rows }),
      (error: unknown) => error instanceof Invalid && error.problems[0]?.field === 'rows.9.area')
    assert.equal((await place.rows()).filter(each => each.home).length, 0)
    const answer = await place.act(importRoster, { rows, accept: 'good rows' })
    assert.deepEqual([answer.homes, answer.leftOut], [1, 1])
  })

  it('is imported, exported, typed and changed only by whom the post lets', async () => {
    const place = await village(house)
    await place.import([{ ...home, ...lin }])
    const linId = (await house.owner.query('select id from person where community_id = $1 and name = $2', [place.community, '林秋月']))
      .rows[0].id
    const resident = await house.house.database.look(place.community, db => actorOf(db, Number(linId), '2026-11-20'))
    const tie = (await house.owner.query('select id, home_id from tie where community_id = $1', [place.community])).rows[0]
    const somewhere = (await house.owner.query('select id from place where community_id = $1 limit 1', [place.community])).rows[0].id
    for (const actor of [resident, passerBy(place.community)]) {
      await assert.rejects(place.import([{ ...home, ...lin }], actor), Refused)
      await assert.rejects(place.act(exportRoster, {}, actor), Refused)
      await assert.rejects(place.act(addBuildings, { estate: '新村', buildings: '1号楼', entrances: 1, floors: 1, homesPerFloor: 1 }, actor),
        Refused)
      await assert.rejects(place.act(addThing, { place: somewhere, name: '东门' }, actor), Refused)
      await assert.rejects(place.act(moveIn, { home: tie.home_id, name: '陈海', tie: 'tenant', since: '2026-11-01' }, actor), Refused)
      await assert.rejects(place.act(moveOut, { tie: tie.id, until: '2026-11-01' }, actor), Refused)
    }
  })

  it('can be typed as «1-3号楼», and lifts get a code of their own', async () => {
    const place = await village(house)
    const typed = { estate: '新村', buildings: '1-3号楼', entrances: 2, floors: 6, homesPerFloor: 2 }
    const made = await place.act(addBuildings, typed)
    assert.deepEqual([made.homes, made.places], [72, 1 + 3 + 6 + 72])
    assert.equal((await place.act(addBuildings, typed)).places, 0)
    await assert.rejects(place.act(addBuildings, { ...typed, buildings: '1-99号楼', floors: 80 }), Invalid)
    assert.match((await place.act(addThing, { place: made.id, name: '1号电梯' })).code, /^[2-9A-Z]{8}$/u)
    await assert.rejects(place.act(addThing, { place: made.id, name: '1号电梯' }), Invalid)
  })

  it('shows phones with a hidden middle, and such an export read back changes nothing', async () => {
    const place = await village(house)
    await place.import([{ ...home, ...lin, document: 'P1234567' },
      row({ name: '吴海生', phone: '+8613900139000', post: 'volunteer', since: '2026-01-01' })])
    const hidden = await place.rows(false)
    assert.deepEqual(hidden.map(each => each.phone).toSorted(), ['137****7000', '138****8000', '139****9000'])
    assert.ok(nothingNew(await place.import(hidden)))
    assert.deepEqual((await place.rows()).map(each => each.phone).toSorted(), ['+8613700137000', '+8613800138000', '+8613900139000'])
    const answer = await place.act(exportRoster, { clear: true })
    assert.equal(answer.people, 3)
  })

  it('comes back from the database as it went in, through CSV or Excel, and importing it again changes nothing', async () => {
    await fc.assert(fc.asyncProperty(anyRoster, fc.constantFrom('csv' as const, 'xlsx' as const), async (roster, format) => {
      const place = await village(house)
      const before = await place.rows()
      if (roster.length === 0) return
      await place.import(roster)
      const after = (await place.rows()).filter(each => !before.some(old => JSON.stringify(old) === JSON.stringify(each)))
      assert.deepEqual(sorted(after), sorted(roster))
      assert.ok(nothingNew(await place.import(roster)))
      const file = readRoster(await readTable({ bytes: await rosterFile(await place.rows(), 'zh', format) }))
      assert.deepEqual(file.problems, [])
      assert.ok(nothingNew(await place.import(file.good)))
    }), { numRuns: 15 })
  })

  it('takes naughty strings as names and estates, and gives them back', async t => {
    if (!existsSync(NAUGHTY)) return t.skip('shared data is not here: blns')
    const place = await village(house)
    const strings: string[] = JSON.parse(readFileSync(NAUGHTY, 'utf8'))
    const rows = strings.map((text, i) => ({ ...linesOf([{ ...home, ...lin }])[0], line: i + 2, estate: text, name: text, phone: '' }))
      .filter(each => !each.name.includes('\0'))
    const first = await place.act(importRoster, { rows, accept: 'good rows' })
    const tidy = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
    const kept = strings.map(text => [tidy(text.normalize('NFKC')), tidy(text)])
      .filter(pair => pair.every(text => text !== '' && [...text].length <= 40))
    assert.equal(first.people, new Set(kept.map(pair => pair.join('\n'))).size)
    t.diagnostic(`${rows.length} strings: ${first.people} people, ${first.leftOut} rows left out as too long, empty or repeated`)
    assert.ok(nothingNew({ ...await place.act(importRoster, { rows, accept: 'good rows' }), leftOut: 0 }))
    assert.ok(nothingNew(await place.import(await place.rows())))
  })

  for (const homes of [2000, 7600]) {
    it(`of ${homes} homes is imported with progress`, async t => {
      const place = await village(house)
      const rows = linesOf(manyHomes(homes))
      const steps: number[] = []
      const start = performance.now()
      const answer = await place.act(importRosterWith(done => steps.push(done)), { rows })
      const took = performance.now() - start
      assert.deepEqual([answer.homes, answer.people, steps.at(-1)], [homes, rows.length, 6])
      const again = performance.now()
      assert.ok(nothingNew(await place.act(importRoster, { rows })))
      t.diagnostic(`${homes} homes, ${rows.length} people: ${Math.round(took)} ms; again ${Math.round(performance.now() - again)} ms`)
    })
  }
})
