// Whatever is tried, in whatever order, under whichever method: what is closed has its evidence, or was turned down.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { Problem } from '#kit/errors.ts'
import { foundCommunity } from '#modules/communities/public.ts'
import {
  acceptMatter, addPhoto, attachPhotos, closeMatter, dossierOf, matterById, moveMatter, publishPlan, raiseMatter, rateMatter, recordDecision, replyToMatter, routeMatter,
} from '#modules/matters/public.ts'
import { nextSteps, pathOf, SHIPPED, TRACKS } from '#modules/methods/public.ts'
import { actorOf, passerBy, POSTS, type Actor } from '#modules/people/public.ts'
import { testHouse, type TestHouse } from '#test/database.ts'

let here: TestHouse
const worker = new Map<number, Actor>()

before(async () => {
  here = await testHouse()
  for (const [index, method] of SHIPPED.entries()) {
    const community = index + 1
    const { secretary } = await here.act(foundCommunity, passerBy(community), {
      name: `社区${community}`, street: '榕城街道', slug: `c${community}`, method: method === 'hazard' ? '163' : method, secretaryName: '苏文清', secretaryPhone: `1380000${1000 + community}`,
    })
    await here.owner.query('update community set method = $1 where id = $2', [method, community])
    await here.owner.query(`insert into place (community_id, kind, name, label, code) values ($1, 'estate', '榕荫里', '榕荫里', $2)`, [community, `CODE${community}`])
    const actor = await here.house.database.look(community, db => actorOf(db, Number(secretary), '2026-11-20'))
    const [post] = actor.posts
    assert.ok(post)
    worker.set(community, { ...actor, posts: Object.keys(POSTS).map(kind => ({ ...post, kind, places: null })) })
  }
})
after(() => here.close())

const look = <T>(community: number, ask: Parameters<typeof here.house.database.look<T>>[1]) => here.house.database.look(community, ask)
const picture = { bytes: Buffer.from('after'), width: 4, height: 3 }

/** One thing that somebody may try; refused or not makes no difference here. */
async function attempt(who: Actor, matter: { id: number, receipt: string }, what: number): Promise<void> {
  const { id, receipt } = matter
  if (what === 0) return void await here.act(acceptMatter, who, { id })
  if (what === 1) return void await here.act(publishPlan, who, { id, text: '换灯', who: '物业', due: '2027-01-01' })
  if (what === 2) return void await here.act(recordDecision, who, { id, text: '就换感应灯' })
  if (what === 3) {
    const { token } = await here.act(addPhoto, who, { photo: { ...picture, type: 'image/jpeg', extension: 'jpg', thumbnail: picture } })
    return void await here.act(attachPhotos, who, { id, moment: 'after', photos: [token] })
  }
  if (what === 4) return void await here.act(replyToMatter, who, { id, text: '换好了' })
  if (what === 5) return void await here.act(rateMatter, passerBy(who.community), { id, receipt, stars: 1, text: '没亮', again: true })
  if (what === 6) return void await here.act(rateMatter, passerBy(who.community), { id, receipt, stars: 4 })
  if (what === 7) return void (here.time.now = here.time.now.add({ hours: 50 }))
  // Everything that could be asked for, so that some walks come to their end.
  if (what === 9) {
    for (const one of [0, 1, 2, 3, 4, 6]) await attempt(who, matter, one).catch(() => undefined)
    return
  }
  const { rules } = await look(who.community, db => matterById(db, who, id))
  // Seldom from the first step: most walks should go further.
  if (what === 17 || (what === 8 && rules.step !== 'raise')) return void await here.act(closeMatter, who, { id, note: '销号' })
  const path = pathOf(rules.method, rules.track)
  const next = nextSteps(rules.method, rules.track, rules.step).filter(step => what < 12 || path.indexOf(step) > path.indexOf(rules.step))
  await here.act(moveMatter, who, { id, step: next[what % Math.max(1, next.length)], note: '往下走' })
}

test('a closed matter has the evidence that its method asks for, or was turned down before the work', async () => {
  let [closed, turnedDown] = [0, 0]
  await fc.assert(fc.asyncProperty(fc.nat(SHIPPED.length - 1), fc.constantFrom(...TRACKS), fc.array(fc.noBias(fc.nat(17)), { minLength: 16, maxLength: 32, size: 'max' }), async (index, track, tries) => {
    const who = worker.get(index + 1) ?? assert.fail()
    const { rows: [place] } = await here.owner.query<{ id: number }>('select id::int from place where community_id = $1', [who.community])
    const matter = await here.act(raiseMatter, passerBy(who.community), { place: place?.id, kind: 'broken', text: '楼道灯不亮了' })
    const attempts = [() => here.act(routeMatter, who, { id: matter.id, track, category: 'power' }), ...tries.map(what => () => attempt(who, matter, what))]
    for (const one of attempts) {
      await one().catch((problem: unknown) => {
        if (!(problem instanceof Problem)) throw problem
      })
    }
    const { rules } = await look(who.community, db => matterById(db, who, matter.id))
    if (rules.step !== 'close') return
    const { content } = await look(who.community, db => dossierOf(db, who, matter.id))
    const from = content.trail.filter(note => note.kind === 'move').at(-2)?.step ?? 'raise'
    const last = pathOf(rules.method, rules.track).at(-2)
    assert.equal(content.closed.as, from === last ? 'done' : 'turned_down')
    if (from !== last) return void turnedDown++
    closed++
    const kinds = new Set([
      content.photos.some(photo => photo.moment === 'after') && 'after_photo', content.trail.some(note => note.kind === 'reply') && 'reply',
      content.trail.some(note => note.kind === 'plan') && 'plan', content.trail.some(note => note.kind === 'decision') && 'decision',
      rules.accepted_at && 'lead', content.tasks.every(task => task.done) && 'tasks',
      (content.rating.silence || content.rating.stars.some(count => count > 0)) && 'rating',
    ])
    for (const kind of rules.method.steps[last ?? 'raise']?.evidence ?? []) assert.ok(kinds.has(kind), `${SHIPPED[index]} ${track}: ${kind}`)
  }), { numRuns: 24, seed: 163 })
  assert.ok(closed > 0 && turnedDown > 0, `${closed} closed, ${turnedDown} turned down`)
})
