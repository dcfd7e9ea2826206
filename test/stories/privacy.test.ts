// What must not come out: names of residents, words that were taken back, disputes between neighbours, and who hears of them.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Refused } from '#kit/errors.ts'
import { tend } from '#jobs/notices.ts'
import {
  acceptMatter, addHandler, addTask, answerQuestion, askResident, closeMatter, finishTask, followMatter, mergeMatter, moveMatter, raiseMatter, renameMatter, reopenMatter,
  replyToMatter, routeMatter, setPrivate, splitMatter, withdrawMatter,
} from '#modules/matters/public.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, visitor, type Visitor } from '#test/visitor.ts'
import { createApp } from '../../src/app.ts'
import { TALES } from '../../src/demo/tales/titles.ts'

let here: Village
let passer: Visitor
let entrance = 0
before(async () => {
  here = await village()
  passer = visitor(createApp(here.house))
  entrance = here.community.place('榕荫里 3号楼 1单元')
})
after(() => here.close())

const raise = (text: string, more: object = {}) => here.act(raiseMatter, here.people.resident, { place: entrance, kind: 'broken', text, ...more })
const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]

describe('a resident', () => {
  test('who answers a question is named to nobody, on the page or over the API', async () => {
    const { id } = await raise('三楼的灯一闪一闪')
    await here.act(askResident, here.people.gridWorker, { id, text: '是靠电梯那盏吗' })
    await here.act(answerQuestion, here.people.resident, { id, text: '对，靠电梯那盏' })
    for (const path of [`/shicheng/matters/${id}`, `/api/matters.show?community=shicheng&id=${id}`]) {
      const { text } = await passer.open(path)
      assert.ok(text.includes('靠电梯那盏') && !text.includes('林秀英'), path)
    }
  })

  test('who followed and wants it done again is named to nobody', async () => {
    const [{ id } = { id: '0' }] = await rows<{ id: string }>('select id from matter where title = $1', [TALES.cleanUp])
    await here.act(replyToMatter, here.people.gridWorker, { id, text: '清了两车，谢谢大家' })
    await here.act(moveMatter, here.people.gridWorker, { id, step: 'rate', note: '请大家看看' })
    await here.act(followMatter, here.people.tenant, { id })
    await here.act(reopenMatter, here.people.tenant, { id, note: '墙角还有一堆碎砖' })
    const { text } = await passer.open(`/shicheng/matters/${id}`)
    assert.ok(text.includes('墙角还有一堆碎砖') && !text.includes('周晓晴'))
  })

  test('who takes a matter back leaves nothing of it: no title, no words, no private part', async () => {
    const { id } = await raise('我家门口的灯坏了，电话写在里面')
    await here.act(setPrivate, here.people.gridWorker, { id, text: '门口的灯坏了', privateText: '13800138000' })
    await here.act(renameMatter, here.people.gridWorker, { id, title: '林家门口的灯' })
    await here.act(withdrawMatter, here.people.resident, { id })
    const [left] = await rows<{ text: string, title: string | null, private_text: string | null }>('select text, title, private_text from matter where id = $1', [id])
    assert.deepEqual(left, { text: '', title: null, private_text: null })
    assert.equal((await passer.open(`/shicheng/matters/${id}/acts/ask`)).status, 404)
  })

  test('cannot take back what is closed, or what others were merged into', async () => {
    const closed = await raise('楼道里有股怪味道')
    await here.act(closeMatter, here.people.secretary, { id: closed.id, note: '去看过，已经散了' })
    await assert.rejects(here.act(withdrawMatter, here.people.resident, { id: closed.id }), Refused)
    const one = await raise('单元门的弹簧断了')
    const { id: other } = await here.act(raiseMatter, here.people.doctor, { place: entrance, kind: 'broken', text: '单元门关上太响' })
    await here.act(mergeMatter, here.people.gridWorker, { id: other, into: one.id, note: '同一扇门' })
    await assert.rejects(here.act(withdrawMatter, here.people.resident, { id: one.id }), Refused)
  })
})

describe('a dispute', () => {
  test('split off a public matter is not told in its words', async () => {
    const { id } = await raise('楼道灯坏了两盏，单元门也关不上')
    const { id: split } = await here.act(splitMatter, here.people.gridWorker, { id, text: '楼上王家半夜跳绳，跟楼下吵起来了，请调解' })
    assert.deepEqual(await rows('select private from matter where id = $1', [split]), [{ private: true }])
    const { status, text } = await passer.open(`/shicheng/matters/${id}`)
    assert.equal(status, 200)
    assert.match(text, /分出一件，不公开/)
    assert.doesNotMatch(text, /王家/)
  })

  test('is not told to the whole building when somebody sets to work on it', async () => {
    const { id } = await raise('楼上漏水到我家，跟他说了三次都不理')
    await here.act(routeMatter, here.people.gridWorker, { id, track: 'mediation', category: 'leak' })
    await here.act(acceptMatter, here.people.gridWorker, { id })
    await here.act(moveMatter, here.people.gridWorker, { id, step: 'do', note: '约了两家周五说', warning: '周五有师傅进楼' })
    await tend(here.house, { ...here.community, name: '石埕社区' })
    const told = await rows<{ person_id: string }>(`select distinct notice.person_id from notice join journal on journal.id = notice.journal_id and journal.community_id = notice.community_id
      where notice.matter_id = $1 and journal.action = 'matters.move'`, [id])
    assert.ok(told.length <= 2, `${told.length} were told`)
  })
})

describe('whoever is asked to help with a shielded matter', () => {
  test('sees it while the task is open', async () => {
    const { id } = await here.act(raiseMatter, here.people.tenant, { place: here.community.place('榕荫里 1号楼 1单元 902'), kind: 'other', text: '老人腿脚不便，想有人看看伤口' })
    await here.act(addTask, here.people.gridWorker, { id, title: '上门看一眼', person: here.people.doctor.personId })
    const doctor = visitor(createApp(here.house), await cookieOf(here, 'doctor'))
    assert.equal((await doctor.open(`/shicheng/matters/${id}`)).status, 200)
    const [task] = await rows<{ id: string }>('select id from matter_task where matter_id = $1', [id])
    await here.act(finishTask, here.people.doctor, { id, task: Number(task?.id) })
    assert.equal((await doctor.open(`/shicheng/matters/${id}`)).status, 404)
  })

  test('is asked once, however many ask at the same moment', async () => {
    const { id } = await raise('楼梯扶手松了一截')
    const asked = await Promise.allSettled([1, 2, 3].map(() => here.act(addHandler, here.people.gridWorker, { id, person: here.people.propertyStaff.personId })))
    assert.equal((await rows('select 1 from matter_handler where matter_id = $1', [id])).length, 1)
    for (const one of asked) if (one.status === 'rejected') assert.ok('reason' in one.reason, String(one.reason))
  })
})
