import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { alike } from '#modules/matters/alike.ts'
import { likeness, likenessOf, piecesOf } from '#modules/matters/likeness.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import { settlePlaces } from '#modules/places/public.ts'
import { testHouse, type TestHouse } from '#test/database.ts'

let house: TestHouse
let places: { entrance: number, otherEntrance: number, otherBuilding: number, otherEstate: number, home: number, lift: number }
const resident: Actor = { ...passerBy(1), personId: 1 }
const neighbour: Actor = { ...passerBy(1), personId: 2 }
const worker: Actor = { ...passerBy(1), personId: 3, posts: [{ kind: 'grid_worker', organisation: '第三网格', organisation_id: 1, places: null }] }

before(async () => {
  house = await testHouse()
  await house.owner.query(`insert into street (name) values ('榕海街道');
    insert into community (id, street_id, slug, name, method) values (1, 1, 'shicheng', '石埕社区', '163'), (2, 1, 'chating', '茶亭社区', '163');
    insert into person (community_id, name) select 1, '林秀英' from generate_series(1, 3)`)
  const spot = (estate: string, building: string, entrance: string, home = '') => ({ estate, building, entrance, home })
  const spots = [spot('榕荫里', '3号楼', '1单元'), spot('榕荫里', '3号楼', '2单元'), spot('榕荫里', '5号楼', '1单元'), spot('茶山小筑', '3号楼', '1单元'),
    spot('榕荫里', '3号楼', '1单元', '602')] as const
  const settled = await house.house.database.change(1, db => settlePlaces(db, spots))
  const [entrance = 0, otherEntrance = 0, otherBuilding = 0, otherEstate = 0, home = 0] = spots.map(each => settled.idOf(each) ?? 0)
  const { rows } = await house.owner.query<{ id: number }>(`insert into place (community_id, parent_id, kind, name, label, estate_id, building_id, entrance_id, code)
    select 1, id, 'thing', '1号梯', label || ' 1号梯', estate_id, building_id, id, 'LIFT1' from place where id = $1 returning id::integer`, [entrance])
  places = { entrance, otherEntrance, otherBuilding, otherEstate, home, lift: rows[0]?.id ?? 0 }
})
after(() => house.close())

/** A matter as `raise` writes it. */
async function raised(text: string, placeId: number, raiser: number | null = null, more: Record<string, string | number> = {}): Promise<number> {
  const extra = Object.keys(more)
  const { rows } = await house.owner.query<{ id: number }>(`insert into matter
    (community_id, place_id, estate_id, building_id, kind, text, search, likeness, raiser_id ${extra.map(name => `, ${name}`).join('')})
    select 1, id, estate_id, building_id, 'broken', $2, '', $3, $4 ${extra.map((_, i) => `, $${i + 5}`).join('')} from place where id = $1 returning id::integer`,
  [placeId, text, likenessOf(1, text), raiser, ...Object.values(more)])
  return rows[0]?.id ?? 0
}

const offered = (actor: Actor, text: string, placeId: number, more: { personId?: number, except?: number } = {}) =>
  house.house.database.look(1, db => alike(db, actor, { text, placeId, ...more }))

describe('a resident who raises what was raised before', () => {
  test('is offered it, the nearest first, each with why', async () => {
    const far = await raised('单元门的闭门器坏了，一直敞着', places.otherEstate)
    const building = await raised('单元门的闭门器坏了，整夜敞着', places.otherEntrance)
    const here = await raised('闭门器坏了，单元门关不上，一直敞着', places.entrance)
    await raised('楼顶的太阳能热水器漏水', places.entrance)
    const list = await offered(neighbour, '单元门的闭门器坏了，一直敞着没有人修', places.entrance)
    assert.deepEqual(list.map(matter => matter.id), [here, building, far])
    assert.deepEqual(list.map(matter => matter.why), [['samePlace', 'sameWords'], ['near', 'sameWords'], ['sameWords']])
    assert.equal(list[0]?.label, '榕荫里 3号楼 1单元')
  })

  test('is offered what is open about the same lift, in whatever words', async () => {
    const id = await raised('轿厢里的灯灭了', places.lift)
    const list = await offered(neighbour, '电梯又停在三楼', places.lift)
    assert.deepEqual(list.map(matter => [matter.id, matter.why]), [[id, ['samePlace']]])
  })

  test('is offered no more than five, and none that is closed, taken back, merged, or the matter itself', async () => {
    const text = '地下车库的排水泵坏了积水很深'
    const mine: number[] = []
    for (let i = 0; i < 7; i++) mine.push(await raised(`${text}${i}`, places.otherBuilding))
    await raised(text, places.otherBuilding, null, { step: 'close' })
    await raised('', places.otherBuilding, null, { withdrawn_at: '2026-11-20T01:00:00Z' })
    await raised(text, places.otherBuilding, null, { merged_into: mine[0] ?? 0 })
    const list = await offered(resident, text, places.otherBuilding, { except: mine[6] })
    assert.equal(list.length, 5)
    assert.ok(list.every(matter => mine.slice(0, 6).includes(matter.id)))
  })

  test('is not offered what happens in somebody else\'s home, nor what another community has', async () => {
    const text = '卫生间的下水管往楼下渗水'
    const id = await raised(text, places.home, 1)
    await house.owner.query(`insert into place (community_id, kind, name, label, code) values (2, 'estate', '茶亭里', '茶亭里', 'CHATING');
      insert into matter (community_id, place_id, estate_id, kind, text, search, likeness)
      select 2, id, id, 'broken', '${text}', '', '{${likenessOf(1, text).join(',')}}' from place where code = 'CHATING'`)
    assert.deepEqual(await offered(neighbour, text, places.entrance), [])
    assert.deepEqual((await offered(resident, text, places.entrance)).map(matter => matter.id), [id])
    assert.deepEqual((await offered(worker, text, places.entrance)).map(matter => matter.id), [id])
  })

  test('is always offered his own near-duplicate at the same place', async () => {
    const han = fc.string({ unit: fc.constantFrom(...'电梯三号楼异响水管漏门口的是了有人半夜吵不亮积臭味堵坏灯墙裂'), minLength: 8, maxLength: 60 })
    const edit = fc.constantFrom(
      (text: string) => `您好，麻烦问一下：${text}！谢谢`,
      (text: string) => `${text.slice(0, 3)}哎呀${text.slice(5)}`,
      (text: string) => `${text.slice(Math.ceil(text.length / 2))}，${text.slice(0, Math.ceil(text.length / 2))}`,
      (text: string) => [...text].map((character, i) => i % 5 === 4 ? `${character}，` : character).join(''),
    )
    await fc.assert(fc.asyncProperty(han, edit, async (text, changed) => {
      const id = await raised(text, places.otherBuilding, 1)
      const list = await offered(resident, changed(text), places.otherBuilding)
      const own = list.find(matter => matter.id === id)
      // Or five that are nearer still to what he says now.
      assert.ok(own?.why.includes('samePerson') || list.length === 5 && list.every(matter => matter.why.includes('samePerson')))
      await house.owner.query('delete from matter where id = $1', [id])
    }), { numRuns: 40 })
  })
})

describe('that two matters came from one person', () => {
  test('is told to himself and to who looks after both places, not to a neighbour', async () => {
    const text = '健身器材的扶手松了会夹手'
    const id = await raised(text, places.otherEstate, 1)
    const whyOf = async (actor: Actor) => (await offered(actor, text, places.otherEstate, { personId: 1 })).find(matter => matter.id === id)?.why
    assert.deepEqual(await whyOf(resident), ['samePerson', 'samePlace', 'sameWords'])
    assert.deepEqual(await whyOf(worker), ['samePerson', 'samePlace', 'sameWords'])
    assert.deepEqual(await whyOf(neighbour), ['samePlace', 'sameWords'])
    // Whoever looks after one of two places learns nothing about who raised what at the other.
    const elsewhere: Actor = { ...worker, posts: worker.posts.map(post => ({ ...post, places: [places.otherBuilding] })) }
    const there = await offered(elsewhere, text, places.otherBuilding, { personId: 1 })
    assert.deepEqual(there.find(matter => matter.id === id)?.why, ['sameWords'])
  })
})

describe('a text that is taken back', () => {
  test('leaves no numbers behind, even where an act forgets them', async () => {
    const id = await raised('楼道里堆了纸箱', places.entrance)
    const numbers = async () => (await house.owner.query<{ likeness: number[] }>('select likeness from matter where id = $1', [id])).rows[0]?.likeness
    await house.owner.query(`update matter set step = 'do' where id = $1`, [id])
    assert.deepEqual(await numbers(), likenessOf(1, '楼道里堆了纸箱'))
    await house.owner.query('update matter set text = $2, likeness = $3 where id = $1', [id, '楼道里堆了木板', likenessOf(1, '楼道里堆了木板')])
    assert.deepEqual(await numbers(), likenessOf(1, '楼道里堆了木板'))
    await house.owner.query(`update matter set text = '（已抹去）' where id = $1`, [id])
    assert.deepEqual(await numbers(), [])
  })
})

describe('likeness', () => {
  test('is 1 for the same words, 0 for none in common, and the same both ways', () => {
    assert.ok(likeness(piecesOf('电梯异响'), piecesOf('电梯，异响')) > 0.4)
    assert.equal(likeness(piecesOf('电梯异响'), piecesOf('水管漏水')), 0)
    assert.equal(likeness(piecesOf('！？'), piecesOf('！？')), 0)
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      const [a, b] = [piecesOf(one), piecesOf(other)]
      assert.ok(Math.abs(likeness(a, b) - likeness(b, a)) < 1e-9)
      assert.ok(likeness(a, b) >= 0 && likeness(a, b) <= 1 + 1e-9)
      if (a.size > 0) assert.ok(Math.abs(likeness(a, a) - 1) < 1e-9)
    }))
  })

  test('gives each community other numbers, at most 32 for a text, all of 32 bits', () => {
    const numbers = likenessOf(1, '三号电梯异响，升到五楼就嘎嘎响。'.repeat(40))
    assert.ok(numbers.length > 5 && numbers.length <= 32)
    assert.ok(numbers.every(number => (number | 0) === number))
    assert.deepEqual(numbers.filter(number => likenessOf(2, '三号电梯异响，升到五楼就嘎嘎响。').includes(number)), [])
  })
})
