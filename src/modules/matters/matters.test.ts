import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { Conflict, Invalid, NotFound, Refused } from '#kit/errors.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { board, followMatter, matterById, moveMatter, raiseMatter, withdrawMatter } from '#modules/matters/public.ts'
import { actorOf, passerBy, type Actor } from '#modules/people/public.ts'
import { testHouse, type TestHouse } from '#test/database.ts'

const RATTLE = { kind: 'broken', text: '三号电梯异响，升到五楼就嘎嘎响' }
const passer = passerBy(1)
let village: TestHouse
let secretary: Actor
let lift = 0
let bedroom = 0

before(async () => {
  village = await testHouse()
  const { secretary: id } = await village.act(foundCommunity, passer, {
    name: '石埕社区', street: '榕城街道', slug: 'shicheng', method: '163', secretaryName: '苏文清', secretaryPhone: '138 0000 0001',
  })
  secretary = await village.house.database.look(1, db => actorOf(db, id, '2026-11-20'))
  await village.house.database.change(1, async db => {
    const place = async (kind: 'estate' | 'thing' | 'home', name: string, estate?: number) => (await db.insertInto('place')
      .values({ community_id: 1, kind, name, label: name, code: name, parent_id: estate, estate_id: estate })
      .returning('id').executeTakeFirstOrThrow()).id
    const estate = await place('estate', '榕荫里')
    lift = await place('thing', '2号梯', estate)
    bedroom = await place('home', '602', estate)
  })
})
after(() => village.close())

const onBoard = (actor: Actor, words?: string) => village.house.database.look(1, db => board(db, actor, { words }))

describe('a matter', () => {
  test('is raised by somebody without an account, and stands on the board at once', async () => {
    const { id, receipt } = await village.act(raiseMatter, passer, { ...RATTLE, place: lift })
    assert.match(String(receipt), /^[0-9A-Z]{20}$/)
    assert.ok((await onBoard(passer)).some(listed => listed.id === id && listed.step === 'raise'))
  })

  test('is found by 电梯 in 三号电梯异响, and not by words that are not in it', async () => {
    assert.ok((await onBoard(passer, '电梯')).length > 0)
    assert.ok((await onBoard(passer, '电梯 五楼')).length > 0)
    assert.equal((await onBoard(passer, '梯电')).length, 0)
  })

  test('is one matter when a slow phone sends twice, also at the same moment', async () => {
    const requestKey = randomUUID()
    const send = () => village.act(raiseMatter, passer, { ...RATTLE, place: lift }, { requestKey })
    const answers = await Promise.all([send(), send(), send()])
    assert.deepEqual(answers[1], answers[0])
    assert.deepEqual(answers[2], answers[0])
    const { rows } = await village.owner.query('select count(*)::int as n from journal where request_key = $1', [requestKey])
    assert.equal(rows[0].n, 1)
  })

  test('cannot borrow the request key of another act', async () => {
    const requestKey = randomUUID()
    await village.act(raiseMatter, passer, { ...RATTLE, place: lift }, { requestKey })
    await assert.rejects(village.act(raiseMatter, secretary, { ...RATTLE, place: lift }, { requestKey }), Conflict)
  })

  test('with two words is sent back with what to do, and changes nothing', async () => {
    const before = (await onBoard(passer)).length
    await assert.rejects(village.act(raiseMatter, passer, { kind: 'broken', text: '坏了', place: lift }),
      (problem: Invalid) => problem.problems[0]?.field === 'text' && /再多说几个字/.test(problem.problems[0].reason('zh')))
    assert.equal((await onBoard(passer)).length, before)
  })

  test('inside a home is seen by whoever looks after the place, and by nobody else', async () => {
    const { id } = await village.act(raiseMatter, passer, { ...RATTLE, place: bedroom })
    assert.ok(!(await onBoard(passer)).some(listed => listed.id === id))
    assert.ok((await onBoard(secretary)).some(listed => listed.id === id))
    await assert.rejects(village.house.database.look(1, db => matterById(db, passer, id)), NotFound)
  })

  test('is not to be seen from another community, even without the application’s own filter', async () => {
    const seen = await village.house.database.look(2, db => db.selectFrom('matter').selectAll().execute())
    assert.equal(seen.length, 0)
  })

  test('goes on only by those whose post it is, and only to a step that follows', async () => {
    const { id } = await village.act(raiseMatter, passer, { ...RATTLE, place: lift })
    await assert.rejects(village.act(moveMatter, passer, { id, step: 'do', note: '师傅去了' }), Refused)
    await village.act(moveMatter, secretary, { id, step: 'do', note: '师傅下午去' })
    await assert.rejects(village.act(moveMatter, secretary, { id, step: 'close', note: '办完了' }), Invalid)
  })

  test('is taken back within ten minutes by the receipt alone, and not after', async () => {
    const { id, receipt } = await village.act(raiseMatter, passer, { ...RATTLE, place: lift })
    await assert.rejects(village.act(withdrawMatter, passer, { id }), Refused)
    const then = village.time.now
    village.time.now = then.add({ minutes: 11 })
    await assert.rejects(village.act(withdrawMatter, passer, { id, receipt }), Refused)
    village.time.now = then.add({ minutes: 9 })
    await village.act(withdrawMatter, passer, { id, receipt })
    village.time.now = then
    assert.ok(!(await onBoard(secretary)).some(listed => listed.id === id))
    const { rows } = await village.owner.query('select text from matter where id = $1', [id])
    assert.equal(rows[0].text, '')
  })

  test('that a neighbour has too is followed, once', async () => {
    const { id } = await village.act(raiseMatter, passer, { ...RATTLE, place: lift })
    await village.act(followMatter, secretary, { id })
    await village.act(followMatter, secretary, { id })
    const matter = await village.house.database.look(1, db => matterById(db, secretary, id))
    assert.equal(matter.followers, 1)
    await assert.rejects(village.act(followMatter, passer, { id }), Refused)
  })
})

describe('the journal', () => {
  test('cannot be changed or emptied by the application', async () => {
    const { change } = village.house.database
    await assert.rejects(change(1, db => db.updateTable('journal').set({ action: 'x' }).where('community_id', '=', 1).execute()), /permission denied/)
    await assert.rejects(change(1, db => db.deleteFrom('journal').where('community_id', '=', 1).execute()), /permission denied/)
  })

  test('does not hold what a person wrote', async () => {
    const { rows } = await village.owner.query(`select count(*)::int as n from journal where journal::text like '%嘎嘎%'`)
    assert.equal(rows[0].n, 0)
  })
})
