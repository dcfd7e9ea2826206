import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { copyIn, copyOut } from '#kit/backup/tables.ts'
import { testHouse, type TestHouse } from '#test/database.ts'

let house: TestHouse
before(async () => {
  house = await testHouse()
  await house.owner.query('create table note (id integer primary key, text text)')
})
after(() => house.close())

const NOTE = { name: 'public.note', columns: ['id', 'text'], rows: 0 }

describe('rows', () => {
  test('come out in pieces and go in again, whatever is written in them', async () => {
    const text = `${'长'.repeat(700_000)}\t\n\\.\r\\N`
    await house.owner.query('insert into note select n, $1 from generate_series(1, 5) n', [text])
    const pieces: Buffer[] = []
    const out = copyOut(house.owner, NOTE)
    let next = await out.next()
    for (; !next.done; next = await out.next()) pieces.push(next.value)
    assert.equal(next.value, 5)
    assert.ok(pieces.length > 1)
    await house.owner.query('truncate note')
    const rows = copyIn(house.owner, [NOTE])
    for (const piece of pieces) await rows.take('public.note', piece)
    assert.deepEqual([...await rows.end()], [['public.note', 5]])
    assert.equal((await house.owner.query('select from note where text = $1', [text])).rowCount, 5)
  })

  test('that the database refuses end the copy with what it says, and the connection goes on', async () => {
    for (const bad of ['x\tno number\n', '9\ta\tb\n', '7\ta\n7\tb\n']) {
      const rows = copyIn(house.owner, [NOTE])
      await assert.rejects(async () => {
        await rows.take('public.note', Buffer.from(bad))
        await rows.end()
      }, { name: 'error' })
      assert.equal((await house.owner.query('select 1')).rowCount, 1)
    }
  })

  test('of a table that comes twice or is unknown are refused', async () => {
    const rows = copyIn(house.owner, [NOTE])
    await assert.rejects(rows.take('public.other', Buffer.from('')), /out of order/)
    await rows.take('public.note', Buffer.from('100\ta\n'))
    await rows.end()
    await assert.rejects(rows.take('public.note', Buffer.from('101\ta\n')), /out of order/)
  })
})
