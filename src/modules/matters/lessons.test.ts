import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Reader } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import { forgetLessons } from '#modules/matters/forget-lessons.ts'
import { lessonsOf, proposalsChanged, proposalsJudged } from '#modules/matters/lessons.ts'
import { raiseMatter } from '#modules/matters/raise.ts'
import { routeMatter } from '#modules/matters/route.ts'
import { actorOf, passerBy, type Actor } from '#modules/people/public.ts'
import { propose } from '#modules/router/public.ts'
import { testHouse, type TestHouse } from '#test/database.ts'

const [OURS, THEIRS] = [1, 2]
const DANCES = ['广场舞音响太大声了', '晚上广场舞吵得睡不着', '楼下跳广场舞，孩子没法写作业', '广场舞从七点跳到十点，吵', '广场舞队的音箱太响了']
const SIXTH = { text: '广场舞又开始了，音响好吵', kind: 'noise', placeKind: 'estate', urgent: false } as const

let here: TestHouse
let secretary: Actor
let estate = 0
before(async () => {
  here = await testHouse()
  const founded = { street: '榕城街道', method: '163', secretaryName: '苏文清' }
  const { secretary: id } = await here.act(foundCommunity, passerBy(OURS), { ...founded, name: '石埕社区', slug: 'shicheng', secretaryPhone: '138 0000 0001' })
  await here.act(foundCommunity, passerBy(THEIRS), { ...founded, name: '茶亭社区', slug: 'chating', secretaryPhone: '138 0000 0002' })
  secretary = await look(db => actorOf(db, Number(id), '2026-11-20'))
  const { rows } = await here.owner.query(`insert into place (community_id, kind, name, label, code) values (1, 'estate', '榕荫里', '榕荫里', 'R') returning id`)
  estate = Number(rows[0].id)
})
after(() => here.close())

const look = <Answer>(ask: (db: Reader) => Promise<Answer>, where = OURS) => here.house.database.look(where, ask)
const proposedIn = async (where: number) => propose(SIXTH, await look(lessonsOf, where))

async function raise(text: string) {
  const { id } = await here.act(raiseMatter, passerBy(OURS), { place: estate, kind: 'noise', text })
  return Number(id)
}

describe('five corrections of 广场舞 from mediation to activity', () => {
  test('make the sixth an activity here, and nowhere else', async () => {
    assert.equal((await proposedIn(OURS)).track, 'mediation')
    for (const text of DANCES) {
      const id = await raise(text)
      await here.act(routeMatter, secretary, { id, track: 'activity', category: 'activity' })
      here.time.now = here.time.now.add({ minutes: 1 })
    }
    const taught = await proposedIn(OURS)
    assert.deepEqual([taught.track, taught.categories[0]?.category], ['activity', 'activity'])
    assert.equal((await proposedIn(THEIRS)).track, 'mediation')
  })

  test('can be counted and looked at by those who see the matters', async () => {
    const judged = await look(proposalsJudged)
    assert.ok(judged.some(row => row.track === 'mediation' && row.decided >= 4 && row.track_right < row.decided))
    const changed = await look(db => proposalsChanged(db, secretary, 3))
    assert.deepEqual(changed.map(matter => matter.track), ['activity', 'activity', 'activity'])
  })

  test('no longer count for a text that was taken back', async () => {
    const before = (await look(lessonsOf)).count
    await here.owner.query(`update matter set text = '', likeness = '{}' where community_id = $1 and text = $2`, [OURS, DANCES[0]])
    assert.equal((await look(lessonsOf)).count, before - 1)
  })

  test('are forgotten when the secretary says so, and by nobody else', async () => {
    await assert.rejects(here.act(forgetLessons, passerBy(OURS), {}), Refused)
    await here.act(forgetLessons, secretary, {})
    assert.equal((await look(lessonsOf)).count, 0)
    assert.equal((await proposedIn(OURS)).track, 'mediation')
    assert.deepEqual(await look(proposalsJudged), [])
  })

  test('teach again after that', async () => {
    here.time.now = here.time.now.add({ minutes: 1 })
    await here.act(routeMatter, secretary, { id: await raise('广场舞好吵啊'), track: 'activity', category: 'activity' })
    assert.equal((await look(lessonsOf)).count, 1)
  })
})
