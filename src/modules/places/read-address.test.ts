import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import type { Place } from '#modules/places/place.ts'
import { findPlace } from '#modules/places/find-place.ts'
import { placeById } from '#modules/places/read.ts'
import { readAddress } from '#modules/places/read-address.ts'
import { settlePlaces } from '#modules/places/settle.ts'
import { testHouse, type TestHouse } from '#test/database.ts'

/** The names alone: building, entrance, room. */
function names(text: string): (string | undefined)[] {
  const { building, entrance, room } = readAddress(text)
  return [building?.name, entrance?.name, room?.name]
}

describe('reading an address', () => {
  test('understands the ways in which people write the same home', () => {
    const ways = ['三号楼2单元501', '3号楼二单元501室', '3#2-501', '3-2-501', '３号楼２单元５０１', '3幢2单元501房', '三栋二单元五〇一室', '3号楼2-501', '榕荫里3－2－501']
    for (const way of ways) assert.deepEqual(names(way), ['3', '2', '501'], way)
  })

  test('understands parts alone, letters, and words around them', () => {
    assert.deepEqual(names('五栋'), ['5', undefined, undefined])
    assert.deepEqual(names('A3栋'), ['A3', undefined, undefined])
    assert.deepEqual(names('B座1203室'), ['B', undefined, '1203'])
    assert.deepEqual(names('十二号楼'), ['12', undefined, undefined])
    assert.deepEqual(names('您好，我家在3号楼一单元602，水管漏水'), ['3', '1', '602'])
    assert.deepEqual(names('2单元501漏水'), [undefined, '2', '501'])
  })

  test('does not take a street number, a floor, a lift or a year for a home', () => {
    for (const text of ['海丰北路602号', '三号电梯异响，升到五楼就嘎嘎响', '2026年11月22日停水', '水', '']) assert.deepEqual(names(text), [undefined, undefined, undefined], text)
  })

  test('gives back every address that was put together from its parts', () => {
    const number = (max: number) => fc.integer({ min: 1, max })
    const building = fc.constantFrom('号楼', '幢', '栋', '座')
    fc.assert(fc.property(number(99), building, number(9), number(33), number(9), fc.constantFrom('', '室'), fc.boolean(), (b, unit, e, floor, n, end, wide) => {
      const room = `${floor}0${n}`
      const address = `榕荫里${b}${unit}${e}单元${room}${end}`
      const typed = wide ? address.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : address
      assert.deepEqual(names(typed), [String(b), String(e), room])
      assert.deepEqual(names(`${b}-${e}-${room}`), [String(b), String(e), room])
    }))
  })

  test('never breaks, and says truly where in the text a part stands', () => {
    const piece = fc.constantFrom('3', '12', '５', '号', '楼', '单元', '-', '室', '座', 'A', 'ｂ', '#', '三', '十', '一', '层', '弄', '路', '𠮷', ' ')
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(piece, { maxLength: 20 }).map(parts => parts.join(''))), text => {
      for (const part of Object.values(readAddress(text))) {
        assert.ok(part.from >= 0 && part.from < part.to && part.to <= text.length)
        assert.ok(part.name !== '')
      }
    }), { numRuns: 500 })
  })

  test('takes no longer for a long text of nothing but numbers', () => {
    const began = performance.now()
    for (const text of ['1-'.repeat(20_000), '一'.repeat(40_000), 'A1'.repeat(20_000), '号'.repeat(40_000)]) readAddress(text)
    assert.ok(performance.now() - began < 500)
  })
})

describe('finding the place that a text names', () => {
  let here: TestHouse
  before(async () => {
    here = await testHouse()
    await here.owner.query(`insert into street (name) values ('榕海街道');
      insert into community (id, street_id, slug, name, method) values (1, 1, 'shicheng', '石埕社区', '163')`)
    const spots = ['榕荫里', '石埕新村'].flatMap(estate => ['1号楼', '2号楼', '3号楼'].flatMap(building => ['1单元', '2单元'].flatMap(entrance =>
      ['401', '602', '1001'].map(home => ({ estate, building, entrance, home })))))
    await here.house.database.change(1, db => settlePlaces(db, spots))
    await here.owner.query(`insert into place (community_id, parent_id, kind, name, label, estate_id, building_id, entrance_id, code)
      select 1, id, 'thing', n || '号梯', label || ' ' || n || '号梯', estate_id, building_id, id, 'LIFT' || n || id from place, generate_series(1, 2) n
      where kind = 'entrance'`)
  })
  after(() => here.close())

  const find = (text: string, within: Place | null = null) => here.house.database.look(1, db => findPlace(db, text, within))
  const scanned = async (label: string) => here.house.database.look(1, async db => {
    const { id } = await db.selectFrom('place').select('id').where('community_id', '=', 1).where('label', '=', label).executeTakeFirstOrThrow()
    return placeById(db, id)
  })

  test('finds the home that a caller names, however he says it', async () => {
    for (const text of ['榕荫里3号楼1单元602', '榕荫里三号楼一单元602室，水管漏水', '榕荫里3-1-602', '榕荫里３＃１－６０２']) {
      const { place, complete } = await find(text)
      assert.equal(place?.label, '榕荫里 3号楼 1单元 602', text)
      assert.ok(complete)
    }
  })

  test('goes on from the code that was scanned', async () => {
    const entrance = await scanned('榕荫里 3号楼 1单元')
    assert.equal((await find('602漏水', entrance)).place, null, 'a bare number in a sentence is no room')
    assert.equal((await find('602室漏水', entrance)).place?.label, '榕荫里 3号楼 1单元 602')
    assert.equal((await find('二号电梯又停了', entrance)).place?.label, '榕荫里 3号楼 1单元 2号梯')
    assert.equal((await find('2号楼1单元1001也漏', entrance)).place?.label, '榕荫里 2号楼 1单元 1001')
    assert.equal((await find('灯不亮', entrance)).place, null)
  })

  test('stays with what is sure: no room of another building, no building that might be in any of several estates', async () => {
    const wrong = await find('榕荫里99号楼1单元602')
    assert.equal(wrong.place?.label, '榕荫里')
    assert.equal(wrong.complete, false)
    assert.equal(wrong.read.building?.name, '99')
    const rooms = await find('榕荫里3号楼1单元9999室')
    assert.equal(rooms.place?.label, '榕荫里 3号楼 1单元')
    assert.equal(rooms.complete, false)
    assert.equal((await find('茶亭里1号楼1单元401')).place, null, 'there is a 1号楼 in two estates, and 茶亭里 is not here')
  })
})
