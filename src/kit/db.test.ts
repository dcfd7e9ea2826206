import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { CompiledQuery, sql } from 'kysely'
import type { Reader, Writer } from '#kit/db.ts'
import { testHouse, type TestHouse } from '#test/database.ts'

let house: TestHouse
before(async () => {
  house = await testHouse()
  await house.owner.query(`insert into street (name) values ('榕城街道');
    insert into community (id, street_id, slug, name, method) values (1, 1, 'shicheng', '石埕社区', '163'), (2, 1, 'chating', '茶亭社区', '520')`)
})
after(() => house.close())

const change = <T>(run: (db: Writer) => Promise<T>, last?: (done: T) => CompiledQuery) => house.house.database.change(1, run, last)
const add = (db: Writer, name: string) => db.insertInto('person').values({ community_id: 1, name }).execute()
const names = async () => (await house.house.database.look(1, db => db.selectFrom('person').select('name').execute())).map(({ name }) => name)

describe('a change', () => {
  test('is kept together with what is said last', async () => {
    await change(db => add(db, '苏文清'), () => CompiledQuery.raw(`insert into person (community_id, name) values (1, '林巧珍')`))
    assert.deepEqual((await names()).toSorted(), ['林巧珍', '苏文清'])
  })

  test('is undone whole when what is said last fails', async () => {
    await assert.rejects(change(db => add(db, '不留'), () => CompiledQuery.raw('insert into person (community_id) values (1)')), /null value/)
    assert.ok(!(await names()).includes('不留'))
  })

  test('does not pass for kept when a statement failed unnoticed', async () => {
    await assert.rejects(change(async db => {
      await add(db, '不留')
      await db.insertInto('person').values({ community_id: 2, name: '别处的人' }).execute().catch(() => undefined)
    }), /was not committed/)
    assert.ok(!(await names()).includes('不留'))
  })

  test('cannot go on after its end, in somebody else’s transaction', async () => {
    let kept: Writer | null = null
    await change(async db => { kept = db })
    const late = kept as Writer | null
    assert.ok(late)
    await assert.rejects(add(late, '太晚'), /after the end/)
  })

  test('fails for its sender alone when its connection dies, and the next one works', async () => {
    await assert.rejects(change(async db => {
      await add(db, '断线')
      await house.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()`)
      await add(db, '断线')
    }))
    await change(db => add(db, '又好了'))
    assert.ok((await names()).includes('又好了') && !(await names()).includes('断线'))
  })
})

test('questions asked side by side are each given their own answer', async () => {
  const ask = (db: Reader, n: number) => db.selectFrom(sql<{ n: number }>`(select ${n}::int as n)`.as('asked')).select('n').executeTakeFirstOrThrow()
  const answers = await house.house.database.look(1, db => Promise.all([1, 2, 3, 4, 5].map(n => ask(db, n))))
  assert.deepEqual(answers.map(({ n }) => n), [1, 2, 3, 4, 5])
})

test('two communities at once see each their own', async () => {
  const seen = (community: number) => house.house.database.look(community, db => db.selectFrom('person').select('community_id').execute())
  const all = await Promise.all(Array.from({ length: 60 }, (_, i) => seen(1 + i % 2)))
  all.forEach((rows, i) => assert.ok(rows.every(row => row.community_id === 1 + i % 2) && (i % 2 === 1 || rows.length > 0)))
})
