import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { actorOf, holds } from '#modules/people/public.ts'
import { estates } from '#modules/places/public.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { row, village } from '#test/roster-cases.ts'

let house: TestHouse
before(async () => { house = await testHouse() })
after(() => house.close())

test('a grid worker whose grid covers every entrance of an estate looks after its gate too; half of it does not make the whole', async () => {
  const place = await village(house)
  const home = (estate: string, building: string, entrance: string, grid: string) =>
    row({ estate, building, entrance, home: '101', area: 8000, areaSource: 'registered', name: `${grid}${building}${entrance}业主`, tie: 'owner', grid })
  const worker = (grid: string) => row({ name: `${grid}员`, post: 'grid_worker', grid, since: '2026-01-01' })
  await place.import([
    home('榕荫里', '1号楼', '1单元', '一'), home('榕荫里', '1号楼', '2单元', '一'), home('榕荫里', '2号楼', '1单元', '一'),
    home('海堤花园', '1号楼', '1单元', '二'), home('海堤花园', '1号楼', '2单元', '三'), worker('一'), worker('二'),
  ])
  const all = await house.house.database.look(place.community, db => estates(db))
  const covered = async (name: string) => {
    const { rows } = await house.owner.query('select id from person where community_id = $1 and name = $2', [place.community, name])
    const actor = await house.house.database.look(place.community, db => actorOf(db, rows[0].id, '2026-11-20'))
    return all.filter(estate => holds(actor, 'move matter', estate)).map(estate => estate.name)
  }
  assert.deepEqual(await covered('一员'), ['榕荫里'])
  assert.deepEqual(await covered('二员'), [])
})
