import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { endOf, overreaches } from '#modules/matters/poll.ts'

const at = (time: string) => Temporal.ZonedDateTime.from(`2026-11-20T${time}[Asia/Shanghai]`)
const end = (time: string) => endOf(at(time).toInstant(), 'Asia/Shanghai').toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' })

describe('asking the homes', () => {
  test('ends at eight in the evening of the same day, or a day later when it begins in the evening', () => {
    assert.equal(end('09:00'), '2026-11-20T20:00')
    assert.equal(end('17:59:59'), '2026-11-20T20:00')
    assert.equal(end('18:00'), '2026-11-21T18:00')
    assert.equal(end('23:30'), '2026-11-21T23:30')
  })

  test('is never called an owners’ assembly, however it is written', () => {
    for (const said of ['今天开业主大会，同意换水泵吗', '业 主 大 会投一下', '业主-大会', '由业主共同决定可以吗', '業主大會', '业主​大会', 'An owners’ assembly: yes?', 'Owners assembly today']) {
      assert.equal(overreaches(said, 'council'), 'assembly', said)
    }
    assert.equal(overreaches('北门装扶手，您赞成吗', 'council'), null)
  })

  test('may not decide what the owners must decide by law, and may ask what they think of it', () => {
    assert.equal(overreaches('架空层改活动室，投票通过就动工', 'owners'), 'decides')
    assert.equal(overreaches('Shall we vote on the lockers', 'owners'), 'decides')
    assert.equal(overreaches('架空层改成活动室，您怎么看', 'owners'), null)
    assert.equal(overreaches('今天就定下来，先修哪一盏灯', 'council'), null)
  })
})
