import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { openBell, payloads, type Bell } from '#kit/bell.ts'
import { testHouse, type TestHouse } from '#test/database.ts'
import { until } from '#test/visitor.ts'

let house: TestHouse
let here: Bell
let elsewhere: Bell
before(async () => {
  house = await testHouse()
  here = await openBell(house.settings)
  elsewhere = await openBell(house.settings)
})
after(async () => {
  await here.close()
  await elsewhere.close()
  await house.close()
})

describe('the bell', () => {
  test('is heard here and on another process, by those of the community only, each subject once', async () => {
    const heard: string[] = []
    const stops = [
      here.listen(1, { hear: subject => heard.push(`here ${subject}`) }),
      elsewhere.listen(1, { hear: subject => heard.push(`elsewhere ${subject}`) }),
      elsewhere.listen(2, { hear: subject => heard.push(`neighbours ${subject}`) }),
    ]
    here.ring(1, 'matters/1')
    here.ring(1, 'matters/1')
    assert.ok(await until(() => heard.length === 2))
    assert.deepEqual(heard.toSorted(), ['elsewhere matters/1', 'here matters/1'])
    for (const stop of stops) stop()
  })

  test('counts at once where it was rung, once, and on the other process when it is heard', async () => {
    const [before, there] = [here.changes(3), elsewhere.changes(3)]
    const heard: string[] = []
    const stop = here.listen(3, { hear: subject => heard.push(subject) })
    here.ring(3, 'matters/2')
    assert.equal(here.changes(3), before + 1)
    assert.ok(await until(() => heard.length === 1 && elsewhere.changes(3) === there + 1))
    assert.equal(here.changes(3), before + 1)
    stop()
  })

  test('rings again after its connection was cut', async () => {
    await house.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'linju bell'`)
    const heard: string[] = []
    const stop = elsewhere.listen(1, { hear: subject => heard.push(subject) })
    assert.ok(await until(() => {
      here.ring(1, 'matters/3')
      return heard.length > 0
    }, 10))
    stop()
  })

  test('splits any batch into texts that fit, and loses nothing', () => {
    const batch = fc.array(fc.tuple(fc.nat(), fc.string({ maxLength: 200, unit: 'binary' })), { maxLength: 300 })
    fc.assert(fc.property(batch, rung => {
      const texts = payloads(rung)
      assert.ok(texts.every(text => Buffer.byteLength(text) <= 7900))
      assert.deepEqual(texts.flatMap(text => JSON.parse(text) as [number, string][]), rung)
    }), { numRuns: 100 })
  })
})
