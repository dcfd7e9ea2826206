// Who holds what, from when to when; and that rights are exactly that.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import type { Hono } from 'hono'
import { Invalid, NotFound, Refused } from '#kit/errors.ts'
import { actorOf, appoint, endPost, holds, postsHeld, registerPerson, type Actor } from '#modules/people/public.ts'
import { placeById, type Place } from '#modules/places/public.ts'
import { cookieOf, visitor } from '#test/visitor.ts'
import { village, type Village } from '#test/village.ts'
import { createApp } from '../../src/app.ts'

let here: Village
let app: Hono
let places: Place[] = []

before(async () => {
  here = await village()
  app = createApp(here.house)
  places = await here.house.database.look(1, async db => {
    const ids = await db.selectFrom('place').select('id').where('community_id', '=', 1).orderBy('id').execute()
    return Promise.all(ids.slice(0, 60).map(({ id }) => placeById(db, id)))
  })
})
after(() => here.close())

const on = (personId: number, today: string) => here.house.database.look(1, db => actorOf(db, personId, today))
const somebody = async (name: string) => (await here.act(registerPerson, here.people.secretary, { name })).id
const GRID_WORKER = { kind: 'grid_worker', organisationKind: 'grid', organisation: '第九网格' }
const give = (more: Record<string, unknown>, by: Actor = here.people.secretary) => here.act(appoint, by, { ...GRID_WORKER, since: '2026-11-20', ...more })

describe('a post', () => {
  test('gives its rights exactly over its places and exactly on its days', async () => {
    const day = fc.integer({ min: 0, max: 400 }).map(days => Temporal.PlainDate.from('2026-01-01').add({ days }).toString())
    const person = await somebody('宋试')
    await fc.assert(fc.asyncProperty(fc.nat(places.length - 1), fc.nat(places.length - 1), day, fc.integer({ min: 0, max: 60 }), day,
      async (over, at, since, days, today) => {
        const [covered, asked] = [places[over], places[at]]
        if (!covered || !asked) return
        const until = Temporal.PlainDate.from(since).add({ days }).toString()
        const { id } = await give({ person, place: covered.id, since })
        await here.act(endPost, here.people.secretary, { post: id, until })
        const actor = await on(person, today)
        const inside = [asked.id, asked.parent_id, asked.entrance_id, asked.building_id, asked.estate_id].includes(covered.id)
        const held = since <= today && today <= until
        assert.equal(holds(actor, 'move matter', asked), held && inside)
        assert.equal(holds(actor, 'move matter', null), false)
        assert.equal(holds(actor, 'appoint', asked), false)
        await here.owner.query('delete from post where id = $1', [id])
      }), { numRuns: 60 })
  })

  test('begins on its first day and is over after its last, without anybody doing anything', async () => {
    const person = await somebody('宋一')
    const { id } = await give({ person, since: '2026-12-01' })
    await here.act(endPost, here.people.secretary, { post: id, until: '2026-12-05' })
    const may = async (today: string) => holds(await on(person, today), 'move matter', null)
    assert.deepEqual(await Promise.all(['2026-11-30', '2026-12-01', '2026-12-05', '2026-12-06'].map(may)), [false, true, true, false])
  })

  test('is one of several that a person holds', async () => {
    const person = await somebody('宋二')
    await give({ person })
    await give({ person, kind: 'volunteer', organisationKind: 'team', organisation: '平安队' })
    assert.deepEqual((await on(person, '2026-11-20')).posts.map(post => post.kind), ['grid_worker', 'volunteer'])
    await assert.rejects(give({ person }), Invalid, 'the same one twice')
  })

  test('fits its organisation', async () => {
    await assert.rejects(give({ person: await somebody('宋三'), organisationKind: 'team', organisation: '平安队' }), Invalid)
  })

  test('is given by the secretary, by nobody else, and never over what is not hers', async () => {
    const person = await somebody('宋四')
    await assert.rejects(give({ person }, here.people.gridWorker), Refused)
    await assert.rejects(give({ person }, here.people.resident), Refused)
    await assert.rejects(give({ person: 999_999 }), NotFound)
    const local = await somebody('宋书')
    const [estate, other] = places.filter(place => place.kind === 'estate')
    await give({ person: local, kind: 'secretary', organisationKind: 'party_branch', organisation: '榕荫里支部', place: estate?.id })
    const branch = await on(local, '2026-11-20')
    await give({ person, place: estate?.id }, branch)
    await assert.rejects(give({ person: await somebody('宋五') }, branch), Refused)
    if (other) await assert.rejects(give({ person, place: other.id }, branch), Refused)
  })

  test('is ended once, not before it began, and never deleted', async () => {
    const person = await somebody('宋六')
    const { id } = await give({ person })
    const end = (until: string, by = here.people.secretary) => here.act(endPost, by, { post: id, until })
    await assert.rejects(end('2026-11-19'), Invalid)
    await assert.rejects(end('2026-11-20', here.people.gridWorker), Refused)
    await end('2026-11-20')
    await assert.rejects(end('2026-11-21'), Refused)
    const former = await here.house.database.look(1, db => postsHeld(db, '2026-11-21', true))
    assert.ok(former.some(post => post.id === id))
    await assert.rejects(here.owner.query('begin; set local role linju_writer; delete from post').finally(() => here.owner.query('rollback')), /permission denied/)
  })

  test('of the only secretary does not end before somebody follows, not even when two end at the same moment', async () => {
    const { rows: [{ id }] } = await here.owner.query(`select min(id)::int as id from post where kind = 'secretary' and until is null
      and place_id is null and community_id = 1 and person_id = $1`, [here.people.secretary.personId])
    await here.owner.query(`update post set until = since where kind = 'secretary' and community_id = 1 and until is null and place_id is null and id <> $1`, [id])
    await assert.rejects(here.act(endPost, here.people.secretary, { post: id, until: '2026-11-20' }), Refused)
    const next = await give({ person: await somebody('宋七'), kind: 'secretary', organisationKind: 'residents_committee', organisation: '石埕社区居委会' })
    const both = await Promise.allSettled([id, next.id].map(post => here.act(endPost, here.people.secretary, { post, until: '2026-11-20' })))
    assert.deepEqual(both.map(one => one.status).sort(), ['fulfilled', 'rejected'])
    await here.owner.query(`update post set until = null where id = $1`, [id])
  })
})

describe('the page of posts', () => {
  test('shows to anybody who holds what, by organisation, without a phone', async () => {
    const { status, text } = await visitor(app).open('/shicheng/posts')
    assert.equal(status, 200)
    assert.match(text, /吴桂芳/)
    assert.match(text, /网格员/)
    assert.doesNotMatch(text, /1[3-9]\d{9}|\*\*\*\*/)
    assert.doesNotMatch(text, /posts\/new|卸任/)
  })

  test('lets the secretary find somebody, give him a post and end it; it moves to the former ones', async () => {
    const who = visitor(app, await cookieOf(here, 'secretary'))
    const found = await who.open('/shicheng/posts/new?name=%E9%99%88%E6%B5%B7%E7%94%9F')
    assert.match(found.text, /榕荫里 2号楼 1单元 301/)
    const fields = { person: String(here.people.neighbour.personId), ...GRID_WORKER, place: '', grid: '', since: '2026-11-20' }
    assert.equal((await who.send('/shicheng/posts/new', { ...fields, kind: '' })).status, 422)
    assert.equal((await who.send('/shicheng/posts/new', fields)).status, 303)
    assert.match((await who.open('/shicheng/posts')).text, /第九网格/)
    const { rows: [{ id }] } = await here.owner.query(`select max(id)::int as id from post`)
    assert.match((await who.open(`/shicheng/posts/${id}/end`)).text, /陈海生/)
    assert.equal((await who.send(`/shicheng/posts/${id}/end`, { until: '2026-11-20' })).status, 303)
    here.time.now = here.time.now.add({ hours: 48 })
    assert.match((await visitor(app).open('/shicheng/posts')).text, /以前的.*陈海生/s)
  })

  test('tells a resident who asks for the form whose it is', async () => {
    const who = visitor(app, await cookieOf(here, 'resident'))
    assert.equal((await who.open('/shicheng/posts/new')).status, 403)
  })
})
