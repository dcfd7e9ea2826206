// A neighbour without a phone: registered, and acted for by those whom she told.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { Invalid, Refused } from '#kit/errors.ts'
import { matterById, raiseMatter, withdrawMatter } from '#modules/matters/public.ts'
import { actorOf, endMandate, issueToken, recordMandate, registerPerson, type Actor } from '#modules/people/public.ts'
import { cookieOf, visitor } from '#test/visitor.ts'
import { village, type Village } from '#test/village.ts'
import { createApp } from '../../src/app.ts'

const HOME = '榕荫里 1号楼 1单元 302'
const LAMP = { kind: 'broken', text: '楼道灯不亮，晚上看不见台阶' }
let here: Village
let app: Hono
let granny = 0

before(async () => {
  here = await village()
  app = createApp(here.house)
  granny = (await here.act(registerPerson, here.people.stairwellHead, { name: '吴阿婆', home: HOME, tie: 'family' })).id
})
after(() => here.close())

const again = (actor: Actor, today = '2026-11-20') => here.house.database.look(1, db => actorOf(db, actor.personId ?? 0, today))
const mandate = (more: Partial<Record<'agent' | 'principal' | 'until' | 'evidence', unknown>> = {}, by = here.people.stairwellHead) =>
  here.act(recordMandate, by, { principal: granny, agent: here.people.neighbour.personId, evidence: 'in_person', ...more })
const raise = async (actor: Actor, more = {}) =>
  here.act(raiseMatter, await again(actor), { ...LAMP, place: here.community.place('榕荫里 1号楼'), ...more }, { onBehalfOf: granny })

describe('somebody without a phone', () => {
  test('is registered by the stairwell head of her entrance, in her home', async () => {
    const { homes, name } = await here.house.database.look(1, db => actorOf(db, granny, '2026-11-20'))
    assert.equal(name, '吴阿婆')
    assert.deepEqual(homes.map(home => home.label), [HOME])
  })

  test('is not registered by a neighbour, nor outside the entrance of the stairwell head, nor without a home by him', async () => {
    await assert.rejects(here.act(registerPerson, here.people.neighbour, { name: '某人', home: HOME, tie: 'family' }), Refused)
    await assert.rejects(here.act(registerPerson, here.people.stairwellHead, { name: '某人', home: '榕荫里 2号楼 1单元 301', tie: 'family' }), Refused)
    await assert.rejects(here.act(registerPerson, here.people.stairwellHead, { name: '某人' }), Refused)
    await assert.rejects(here.act(registerPerson, here.people.secretary, { name: '某人', home: '没有的楼 999' }), Invalid)
    await here.act(registerPerson, here.people.secretary, { name: '某人' })
  })
})

describe('a mandate', () => {
  test('is needed: without one nobody raises a matter in her name', async () => {
    await assert.rejects(raise(here.people.neighbour), Refused)
    await assert.rejects(raise(here.people.secretary), Refused)
  })

  test('is written down by who looks after her home, or by herself, and by nobody else', async () => {
    await assert.rejects(mandate({}, here.people.neighbour), Refused)
    await assert.rejects(mandate({ agent: granny }), Invalid)
    await assert.rejects(mandate({ until: '2026-11-19' }), Invalid)
    await assert.rejects(mandate({ evidence: 'self' }), Invalid)
    const self = { principal: here.people.resident.personId, evidence: 'self' }
    const { id } = await mandate(self, here.people.resident)
    await here.act(endMandate, here.people.resident, { mandate: id })
  })

  test('lets the neighbour raise in her name: she is the raiser, and the journal holds both', async () => {
    const { id } = await mandate()
    await assert.rejects(mandate(), Invalid, 'twice is once')
    const raised = await raise(here.people.neighbour, { nameShown: true })
    const { rows: [row] } = await here.owner.query('select raiser_id::int, entered_by::int from matter where id = $1', [raised.id])
    assert.deepEqual(row, { raiser_id: granny, entered_by: here.people.neighbour.personId })
    const { rows: [line] } = await here.owner.query(`select person_id::int, on_behalf_of::int from journal where subject = $1`, [`matters/${raised.id}`])
    assert.deepEqual(line, { person_id: here.people.neighbour.personId, on_behalf_of: granny })
    const shown = await here.house.database.look(1, db => matterById(db, here.people.tenant, raised.id))
    assert.equal(shown.raiser_name, '吴阿婆')
    await here.act(endMandate, here.people.neighbour, { mandate: id })
  })

  test('gives nothing from the moment in which it is ended, by either side or by who looks after her', async () => {
    for (const by of [here.people.neighbour, here.people.stairwellHead, await here.house.database.look(1, db => actorOf(db, granny, '2026-11-20'))]) {
      const { id } = await mandate()
      await raise(here.people.neighbour)
      await assert.rejects(here.act(endMandate, here.people.tenant, { mandate: id }), Refused)
      await here.act(endMandate, by, { mandate: id })
      await assert.rejects(raise(here.people.neighbour), Refused)
    }
  })

  test('gives nothing after its last day', async () => {
    const { id } = await mandate({ until: '2026-11-21' })
    assert.deepEqual((await again(here.people.neighbour, '2026-11-21')).mayActFor, [granny])
    assert.deepEqual((await again(here.people.neighbour, '2026-11-22')).mayActFor, [])
    await here.act(endMandate, here.people.neighbour, { mandate: id })
  })

  test('is no way to do what only she may do', async () => {
    const { id } = await mandate()
    const matter = await raise(here.people.neighbour)
    await assert.rejects(here.act(withdrawMatter, await again(here.people.neighbour), { id: matter.id, receipt: String(matter.receipt) }, { onBehalfOf: granny }), Refused)
    await here.act(endMandate, here.people.neighbour, { mandate: id })
  })
})

describe('a program', () => {
  test('acts in her name with X-On-Behalf-Of, by the mandate of the person whose key it carries', async () => {
    const token = 'a-key-of-the-neighbour'
    await here.act(issueToken, here.people.neighbour, { name: 'test', tokenHash: createHash('sha256').update(token).digest('hex') })
    const send = async (principal: string) => (await app.request('http://localhost/api/matters.raise', {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-on-behalf-of': principal },
      body: JSON.stringify({ ...LAMP, place: here.community.place('榕荫里 1号楼') }),
    })).status
    assert.equal(await send(String(granny)), 403)
    const { id } = await mandate()
    assert.equal(await send(String(granny)), 201)
    assert.equal(await send('granny'), 400)
    await here.act(endMandate, here.people.neighbour, { mandate: id })
    assert.equal(await send(String(granny)), 403)
  })
})

describe('on the pages', () => {
  test('the stairwell head registers her and writes the mandate down; then the form asks for whom he writes', async () => {
    const who = visitor(app, await cookieOf(here, 'stairwellHead'))
    const made = await who.send('/shicheng/people/new', { name: '蔡阿公', home: HOME, tie: 'owner' })
    assert.match(made.location, /^\/shicheng\/people\/\d+\/mandate$/)
    assert.match((await who.open(made.location)).text, /蔡阿公说好了/)
    const agent = String(here.people.stairwellHead.personId)
    assert.equal((await who.send(made.location, { agent, until: '' })).status, 422)
    assert.equal((await who.send(made.location, { agent, evidence: 'by_phone', until: '' })).status, 303)
    assert.match((await who.open('/shicheng/me')).text, /我替谁办.*蔡阿公/s)

    const place = String(here.community.place('榕荫里 1号楼'))
    const form = await who.open(`/shicheng/raise?place=${place}`)
    assert.match(form.text, /替谁写.*蔡阿公/s)
    await who.send('/shicheng/me/consents', { purpose: 'show_name', wording: '1', how: 'give' })
    assert.doesNotMatch((await who.open(`/shicheng/raise?place=${place}`)).text, /name="nameShown" value="true" checked/, 'his yes is not hers')
    const principal = /people\/(\d+)\//.exec(made.location)?.[1] ?? ''
    const sent = await who.send('/shicheng/raise', { ...LAMP, place, principal }, true)
    assert.equal(sent.status, 303)
    const { rows: [row] } = await here.owner.query('select raiser_id from matter order by id desc limit 1')
    assert.equal(String(row.raiser_id), principal)
    assert.equal((await who.send('/shicheng/raise', { ...LAMP, place, principal: String(granny) }, true)).status, 403)
  })

  test('a neighbour without the post is told who may, not shown an empty form', async () => {
    const who = visitor(app, await cookieOf(here, 'neighbour'))
    assert.equal((await who.open('/shicheng/people/new')).status, 403)
    assert.equal((await who.open(`/shicheng/people/${granny}/mandate`)).status, 403)
    assert.doesNotMatch((await who.open(`/shicheng/raise?place=${here.community.place('榕荫里 1号楼')}`)).text, /替谁写/)
  })
})
