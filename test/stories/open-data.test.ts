// The open data: what it says is what happened, what it must not say it does not, and any amount of it fits.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { readTable } from '#kit/tables.ts'
import { acceptMatter, raiseMatter, spend, withdrawMatter } from '#modules/matters/public.ts'
import { addService } from '#modules/services/public.ts'
import { CAST } from '#test/cast.ts'
import { village, type Village } from '#test/village.ts'
import { createApp } from '../../src/app.ts'

type Row = Record<string, string | number | boolean | null>
const SETS = ['matters', 'steps', 'costs', 'months', 'hidden', 'spending', 'services', 'places']
let here: Village
let app: Hono

before(async () => {
  here = await village()
  app = createApp(here.house)
})
after(() => here.close())

const get = (file: string) => app.request(`http://localhost/shicheng/open-data/${file}`)
const json = async (set: string) => (JSON.parse(await (await get(`${set}.json`)).text()) as { rows: Row[] }).rows
const rows = async <R>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as R[]
const table = async (set: string) => readTable({ bytes: new Uint8Array(await (await get(`${set}.csv`)).arrayBuffer()) })
const raise = (text: string, place = '榕荫里', more: object = {}) =>
  here.act(raiseMatter, here.people.resident, { place: here.community.place(place), kind: 'broken', text, ...more })

describe('the open data', () => {
  test('has each matter that everybody may see once, and no other', async () => {
    const home = await raise('家里水管漏水', '榕荫里 3号楼 1单元 602')
    const gone = await raise('写错了，这条收回')
    await here.act(withdrawMatter, here.people.resident, { id: gone.id })
    const open = await raise('门口的灯坏了')
    const numbers = (await json('matters')).map(row => row['number'])
    const expected = await rows<{ id: string }>(`select m.id from matter m join place p on p.community_id = m.community_id and p.id = m.place_id
      where m.community_id = 1 and not m.private and p.kind <> 'home' and m.withdrawn_at is null order by m.id`)
    assert.deepEqual(numbers, expected.map(({ id }) => Number(id)))
    assert.ok(numbers.includes(open.id) && !numbers.includes(home.id) && !numbers.includes(gone.id))
    for (const set of ['steps', 'costs']) {
      const named = (await json(set)).map(row => row[set === 'steps' ? 'number' : 'matter'])
      assert.ok(named.length > 0 && named.every(number => numbers.includes(Number(number))), set)
    }
  })

  test('holds no home, no name of a person, and no word that a resident wrote', async () => {
    const texts = new Map<string, string>()
    for (const set of SETS) for (const format of ['csv', 'json']) texts.set(`${set}.${format}`, await (await get(`${set}.${format}`)).text())
    const names = await rows<{ name: string }>('select distinct name from person where community_id = 1 and length(name) > 1')
    const words = await rows<{ text: string }>(`select left(text, 12) as text from matter where community_id = 1 and length(text) > 3
      union select left(text, 12) from matter_note where community_id = 1 and length(text) > 3 union select left(what, 12) from matter_cost where length(what) > 3`)
    const homes = await rows<{ label: string }>(`select label from place where community_id = 1 and kind = 'home'`)
    for (const [file, text] of texts) {
      assert.deepEqual(names.filter(({ name }) => text.includes(name)), [], file)
      assert.deepEqual(words.filter(one => text.includes(one.text)), [], file)
      assert.deepEqual(homes.filter(({ label }) => text.includes(label)), [], file)
      assert.ok(!text.includes(CAST.resident.phone), file)
    }
  })

  test('tells the way of a matter, its limits and its money to the cent as they were', async () => {
    const { id } = await raise('电梯按钮不亮')
    await here.act(acceptMatter, here.people.propertyStaff, { id })
    await here.act(spend, here.people.propertyStaff, { id, yuan: '1,280.55', what: '换按钮', paidFrom: 'property_fee' })
    const matter = (await json('matters')).find(row => row['number'] === id)
    assert.equal(matter?.['cents'], 128_055)
    assert.equal(matter?.['stars'], null)
    const steps = Map.groupBy(await json('steps'), row => row['number'])
    for (const row of await json('matters')) {
      const way = steps.get(row['number'] ?? null) ?? []
      assert.equal(way[0]?.['step'], 'raise', `${row['number']}`)
      assert.equal(way.at(-1)?.['step'], row['step'], `${row['number']}: ${JSON.stringify(way)}`)
      assert.ok(Number(row['limits_kept']) <= Number(row['limits']))
    }
    const total = async (sql: string) => Number((await rows<{ sum: string }>(sql))[0]?.sum)
    const sum = (list: Row[]) => list.reduce((cents, row) => cents + Number(row['cents']), 0)
    assert.equal(sum(await json('spending')), await total('select sum(cents) from matter_cost where community_id = 1 and struck_at is null'))
    assert.equal(sum(await json('costs')), sum(await json('matters')))
  })

  test('counts by month what is public; of the rest it gives no number below five, and no average below three ratings', async () => {
    const months = await json('months')
    assert.equal(months.reduce((n, row) => n + Number(row['raised']), 0), (await json('matters')).length)
    assert.ok((await json('hidden')).every(row => row['raised'] === null || Number(row['raised']) >= 5))
    assert.ok((await json('matters')).every(row => row['stars'] === null || Number(row['ratings']) >= 3))
    const [few] = await rows<{ matter_id: string }>('select matter_id from matter_rating where community_id = 1 group by 1 having count(*) < 3 limit 1')
    assert.equal((await json('matters')).find(row => row['number'] === Number(few?.matter_id))?.['stars'] ?? null, null)
  })

  test('reads back from CSV as it was, and nothing in it is a formula', async () => {
    await here.act(addService, here.people.secretary, { class: 'social', name: '=1+1 "磨刀"', about: '-cmd, 换行\n再一行', provider: '@师傅', place: '+楼下', hours: '每天 9:00-10:00', phone: '' })
    for (const set of SETS) {
      const [read, said] = [await table(set), await json(set)]
      assert.deepEqual(read.header, Object.keys(said[0] ?? {}), set)
      assert.deepEqual(read.rows.map(row => row.cells), said.map(row => Object.values(row).map(cell => cell === null ? '' : String(cell))), set)
    }
    const bytes = new Uint8Array(await (await get('services.csv')).arrayBuffer())
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    assert.ok(!/(?:^|,)"?[=+@-]/m.test(text.replaceAll('换行\n', '')))
    assert.equal(text.indexOf('﻿'), -1)
  })

  test('explains every column of every file, and the page says the same', async () => {
    const read = await (await get('dictionary.json')).json() as { licence: string, sets: { name: string, columns: { name: string, type: string, meaning: { zh: string, en: string }, codes: Record<string, { zh: string, en: string }> }[] }[] }
    assert.equal(read.licence, 'CC-BY-4.0')
    assert.deepEqual(read.sets.map(set => set.name), SETS)
    const page = await (await app.request('http://localhost/shicheng/open-data')).text()
    for (const set of read.sets) {
      assert.deepEqual(set.columns.map(column => column.name), Object.keys((await json(set.name))[0] ?? {}), set.name)
      for (const { name, meaning } of set.columns) assert.ok(meaning.zh && meaning.en && page.includes(meaning.zh), `${set.name}.${name}`)
      for (const { name, codes } of set.columns.filter(column => Object.keys(column.codes).length > 0)) {
        const unknown = (await json(set.name)).map(row => row[name]).filter(code => typeof code === 'string' && !codes[code]?.zh)
        assert.deepEqual(unknown, [], `${set.name}.${name}`)
      }
    }
    assert.match(page, /CC BY 4\.0/)
    for (const wrong of ['homes.csv', 'matters.xml', 'matters', 'toString.csv']) assert.equal((await get(wrong)).status, 404, wrong)
  })

  test('is written a page at a time: each of many matters stands in it once', async () => {
    const place = here.community.place('榕荫里')
    await rows(`insert into matter (community_id, place_id, estate_id, kind, text, search) select 1, $1, $1, 'broken', '灯不亮 ' || n, '' from generate_series(1, 2500) n`, [place])
    for (const set of ['matters', 'steps'] as const) {
      const numbers = (await json(set)).filter(row => set === 'matters' || row['step'] === 'raise').map(row => row['number'])
      assert.ok(numbers.length > 2500)
      assert.equal(new Set(numbers).size, numbers.length)
    }
    assert.equal((await table('matters')).rows.length, (await json('matters')).length)
  })
})
