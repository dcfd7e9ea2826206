import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildingsNamed, homesIn, spotsOf } from '#modules/places/building-plan.ts'
import { floorOf, positionOf } from '#modules/places/order.ts'

test('10号楼 comes after 9号楼, 十二单元 after 二单元, B座 after A座', () => {
  for (const names of [['1号楼', '9号楼', '10号楼'], ['二单元', '十单元', '十二单元', '二十单元'], ['A座', 'B座'], ['A2', 'A10', 'B1']]) {
    assert.deepEqual(names.toReversed().toSorted((one, other) => positionOf(one) - positionOf(other)), names)
  }
})

test('a floor is read from the number of a home where it tells one', () => {
  assert.deepEqual(['501', '1003', '1-1003', '顶楼', '3', '012345', '001'].map(floorOf), [5, 10, 10, null, null, null, null])
})

test('buildings are typed in one line', () => {
  assert.deepEqual(buildingsNamed('1-3号楼、8号楼'), ['1号楼', '2号楼', '3号楼', '8号楼'])
  assert.deepEqual(buildingsNamed('A－C座, 9号楼～10号楼'), ['A座', 'B座', 'C座', '9号楼', '10号楼'])
  assert.deepEqual(['6-1号楼', '1-500号楼', ' ', '1-99号楼、100-130号楼'].map(buildingsNamed), [[], [], [], []])
})

test('the homes of a plan are numbered floor by floor', () => {
  const plan = { estate: '新村', buildings: ['1号楼'], entrances: 0, floors: 2, homesPerFloor: 2 }
  assert.equal(homesIn(plan), 4)
  assert.deepEqual(spotsOf(plan).map(spot => spot.home), ['101', '102', '201', '202'])
})
