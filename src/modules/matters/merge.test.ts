import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { Invalid, NotFound, Refused } from '#kit/errors.ts'
import {
  extrasOf, followMatter, linkMatters, matterById, mergeMatter, raiseMatter, replyToMatter, setPrivate, splitMatter, withdrawMatter,
} from '#modules/matters/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import { village, type Village } from '#test/village.ts'

const NOTE = '是同一部电梯，并在一起办'
let here: Village
let people: Village['people']
let passer: Actor
before(async () => {
  here = await village()
  people = here.people
  passer = passerBy(here.community.id)
})
after(() => here.close())

async function raise(actor: Actor, text = '三号楼电梯异响，升到五楼嘎嘎响', label = '榕荫里 3号楼'): Promise<{ id: number, receipt: string }> {
  const { id, receipt } = await here.act(raiseMatter, actor, { place: here.community.place(label), kind: 'broken', text })
  return { id, receipt: String(receipt) }
}
const merge = (id: number, into: number, actor: Actor = people.secretary, requestKey = randomUUID()) =>
  here.act(mergeMatter, actor, { id, into, note: NOTE }, { requestKey })
const matter = (id: number, actor: Actor = people.secretary, hasReceipt = false) => here.house.database.look(1, db => matterById(db, actor, id, hasReceipt))
const extras = (id: number, actor: Actor = passer) => here.house.database.look(1, db => extrasOf(db, actor, id, false))
const followers = async (id: number) => (await here.owner.query<{ person_id: string }>('select person_id from matter_follower where matter_id = $1 order by 1', [id])).rows.map(row => Number(row.person_id))
const reason = (field: string, words: RegExp) => (problem: Invalid) => problem.problems?.[0]?.field === field && words.test(problem.problems[0].reason('zh'))
const ids = (...actors: Actor[]) => actors.map(actor => actor.personId ?? 0).sort((a, b) => a - b)

describe('merging', () => {
  test('loses nobody who waited, and counts nobody twice', async () => {
    const [one, other] = [await raise(people.resident), await raise(people.neighbour)]
    for (const actor of [people.tenant, people.severalHomes, people.neighbour]) await here.act(followMatter, actor, { id: one.id })
    await here.act(followMatter, people.severalHomes, { id: other.id })
    await merge(one.id, other.id)
    assert.deepEqual(await followers(other.id), ids(people.resident, people.tenant, people.severalHomes))
    const [gone, kept] = [await matter(one.id), await matter(other.id)]
    assert.deepEqual([gone.step, gone.merged_into, kept.step], ['close', other.id, 'raise'])
    assert.deepEqual((await extras(other.id)).merged.map(merged => merged.id), [one.id])
    const { rows } = await here.owner.query('select matter_id::int, kind, text from matter_note where text = $1 order by 1', [NOTE])
    assert.deepEqual(rows, [{ matter_id: one.id, kind: 'merge', text: NOTE }, { matter_id: other.id, kind: 'merge', text: NOTE }])
    const clocks = await here.owner.query('select 1 from clock where subject = $1 and ended_at is null', [`matters/${one.id}`])
    assert.equal(clocks.rowCount, 0)
  })

  test('lets the receipt open it still, and nobody work on it any more', async () => {
    const [one, other] = [await raise(passer), await raise(people.resident)]
    await merge(one.id, other.id)
    assert.equal((await matter(one.id, passer, true)).merged_into, other.id)
    await assert.rejects(here.act(replyToMatter, people.secretary, { id: one.id, text: '修好了' }), (problem: Refused) => problem.reason('zh').includes(String(other.id)))
  })

  test('of a second into a third names the third on the first', async () => {
    const [a, b, c] = [await raise(people.resident), await raise(people.neighbour), await raise(people.tenant)]
    await merge(a.id, b.id)
    await merge(b.id, c.id)
    assert.equal((await matter(a.id)).merged_into, c.id)
    assert.deepEqual(await followers(c.id), ids(people.resident, people.neighbour))
    assert.deepEqual((await extras(c.id)).merged.map(merged => merged.id), [a.id, b.id])
  })

  test('is refused into itself, into one that is over, into nothing, and for who looks after one of the two only', async () => {
    const [a, b, c] = [await raise(people.resident), await raise(people.neighbour), await raise(passer)]
    await assert.rejects(merge(a.id, a.id), reason('into', /自己/))
    await assert.rejects(merge(a.id, 999_999), reason('into', /编号/))
    await here.act(withdrawMatter, passer, { id: c.id, receipt: c.receipt })
    await assert.rejects(merge(a.id, c.id), reason('into', /收回/))
    await assert.rejects(merge(a.id, b.id, people.resident), Refused)
    await assert.rejects(merge(a.id, b.id, passer), Refused)
    assert.equal((await matter(a.id)).step, 'raise')
  })

  test('never crosses the line between what is public and what is private', async () => {
    const [open, shielded, bedroom] = [await raise(people.resident), await raise(people.neighbour), await raise(people.resident, '卧室天花板渗水', '榕荫里 3号楼 1单元 602')]
    await here.act(setPrivate, people.secretary, { id: shielded.id, private: true, text: '有人在楼道里吵架' })
    for (const [from, into] of [[open, shielded], [shielded, open], [open, bedroom], [bedroom, open], [bedroom, shielded]] as const) {
      await assert.rejects(merge(from.id, into.id), reason('into', /不公开/))
    }
    const again = await raise(people.resident, '卧室天花板还在渗水', '榕荫里 3号楼 1单元 602')
    await merge(again.id, bedroom.id)
    assert.equal((await matter(again.id)).merged_into, bedroom.id)
  })

  test('in both directions at once leaves one of the two open', async () => {
    for (let round = 0; round < 4; round++) {
      const [a, b] = [await raise(people.resident), await raise(people.neighbour)]
      const ends = await Promise.allSettled([merge(a.id, b.id), merge(b.id, a.id)])
      assert.equal(ends.filter(end => end.status === 'fulfilled').length, 1)
      assert.ok(ends.every(end => end.status === 'fulfilled' || end.reason instanceof Refused || end.reason instanceof Invalid))
      const [one, other] = [await matter(a.id), await matter(b.id)]
      assert.equal([one, other].filter(each => each.merged_into === null && each.step === 'raise').length, 1)
    }
  })

  test('along a chain at once ends where the chain ends', async () => {
    for (let round = 0; round < 4; round++) {
      const [a, b, c] = [await raise(people.resident), await raise(people.neighbour), await raise(people.tenant)]
      const [first] = await Promise.allSettled([merge(a.id, b.id), merge(b.id, c.id)])
      assert.equal((await matter(b.id)).merged_into, c.id)
      assert.equal((await matter(a.id)).merged_into, first.status === 'fulfilled' ? c.id : null)
    }
  })

  test('sent twice with one key is one merge', async () => {
    const [a, b] = [await raise(people.resident), await raise(people.neighbour)]
    const key = randomUUID()
    const answers = await Promise.all([merge(a.id, b.id, people.secretary, key), merge(a.id, b.id, people.secretary, key)])
    assert.deepEqual(answers[0], answers[1])
  })
})

describe('splitting', () => {
  test('makes a matter for the same people with clocks of its own', async () => {
    const one = await raise(people.resident, '电梯异响，楼道的灯也不亮')
    await here.act(followMatter, people.tenant, { id: one.id })
    here.time.now = here.time.now.add({ hours: 2 })
    const { id } = await here.act(splitMatter, people.secretary, { id: one.id, text: '三楼楼道的灯不亮' })
    const split = await matter(Number(id))
    assert.deepEqual([split.step, split.raiser_id, split.label], ['raise', people.resident.personId, '榕荫里 3号楼'])
    assert.deepEqual(await followers(Number(id)), ids(people.tenant))
    const { rows } = await here.owner.query<{ started_at: Date }>('select started_at from clock where subject = $1', [`matters/${id}`])
    assert.ok(rows.length > 0 && rows.every(row => row.started_at.toISOString() === new Date(here.time.now.epochMilliseconds).toISOString()))
    assert.deepEqual((await extras(one.id)).links.map(({ id, kind, out }) => ({ id, kind, out })), [{ id: Number(id), kind: 'split', out: true }])
    assert.equal((await extras(Number(id))).links[0]?.out, false)
  })
})

describe('linking', () => {
  test('shows each on the other’s page, and a private one to nobody outside', async () => {
    const [one, other, bedroom] = [await raise(people.resident), await raise(people.neighbour), await raise(people.resident, '卧室天花板渗水', '榕荫里 3号楼 1单元 602')]
    const link = (id: number, to: number, actor: Actor = people.secretary) => here.act(linkMatters, actor, { id, other: to })
    await link(other.id, one.id)
    await link(one.id, other.id)
    await link(one.id, bedroom.id)
    assert.deepEqual((await extras(one.id)).links.map(linked => linked.id), [other.id])
    assert.deepEqual((await extras(other.id)).links.map(linked => linked.id), [one.id])
    assert.deepEqual((await extras(one.id, people.resident)).links.map(linked => linked.id), [other.id, bedroom.id])
    await assert.rejects(link(one.id, one.id), Invalid)
    await assert.rejects(link(bedroom.id, one.id, people.neighbour), NotFound)
    await assert.rejects(link(one.id, other.id, people.neighbour), Refused)
  })

  test('from both sides at once does not wait in a circle', async () => {
    const [one, other] = [await raise(people.resident), await raise(people.neighbour)]
    await Promise.all([1, 2, 3, 4].flatMap(() => [
      here.act(linkMatters, people.secretary, { id: one.id, other: other.id }), here.act(linkMatters, people.secretary, { id: other.id, other: one.id }),
    ]))
    assert.equal((await extras(one.id)).links.length, 1)
  })
})
