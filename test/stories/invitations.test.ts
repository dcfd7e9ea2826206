import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Hono } from 'hono'
import { createApp } from '../../src/app.ts'
import { Refused } from '#kit/errors.ts'
import { codeOf, grouped, invitationCode, invite, join, maskedName, passerBy } from '#modules/people/public.ts'
import { guest } from '#test/guest.ts'
import { village, type Village } from '#test/village.ts'
import { cookieOf, visitor } from '#test/visitor.ts'

let here: Village
let app: Hono
let home = 0

before(async () => {
  here = await village()
  app = createApp(here.house)
  home = here.community.place('榕荫里 1号楼 1单元 302')
})
after(() => here.close())
beforeEach(() => here.owner.query('delete from sign_in.attempt'))

/** A fresh code for the home of 黄玉珠, who has no phone. */
async function freshCode(
  subject: { home: number } | { person: number } = { home }, by: 'stairwellHead' | 'secretary' = 'stairwellHead',
): Promise<string> {
  const { id } = await here.act(invite, here.people[by], subject)
  return codeOf(here.house.means.secrets, 1, id)
}

const one = async (sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows[0]

describe('an invitation', () => {
  test('is printed by the stairwell head with its code, and stands in no table in clear', async () => {
    const who = visitor(app, await cookieOf(here, 'stairwellHead'))
    assert.match((await who.open(`/shicheng/places/${home}`)).text, /打一张邀请码/)
    const made = await who.send('/shicheng/invitations', { home: String(home), requestKey: randomUUID() })
    const slip = await who.open(made.location)
    const { id } = await one('select max(id)::int as id from invitation')
    const code = codeOf(here.house.means.secrets, 1, id)
    assert.match(slip.text, new RegExp(grouped(code)))
    assert.match(slip.text, /<svg class="qr"/)
    assert.match(slip.text, /只能用一次，12月20日前有效/)
    const kept = JSON.stringify((await here.owner.query('select i.*, j.facts, j.answer from invitation i, journal j')).rows)
    assert.ok(!kept.includes(code) && !kept.includes(grouped(code)))
  })

  test('sent twice with one request key is one invitation', async () => {
    const who = visitor(app, await cookieOf(here, 'stairwellHead'))
    const form = { home: String(home), requestKey: randomUUID() }
    assert.equal((await who.send('/shicheng/invitations', form)).location, (await who.send('/shicheng/invitations', form)).location)
  })

  test('is made only by whoever looks after the place, and the slip is for them only', async () => {
    const { id } = await here.act(invite, here.people.stairwellHead, { home })
    for (const key of ['resident', 'tenant', 'propertyStaff', null] as const) {
      const who = visitor(app, await cookieOf(here, key))
      assert.equal((await who.send('/shicheng/invitations', { home: String(home) })).status, 403, String(key))
      assert.equal((await who.open(`/shicheng/invitations/${id}`)).status, 403, String(key))
      assert.doesNotMatch((await who.open(`/shicheng/places/${home}`)).text, /打一张邀请码/)
    }
    await assert.rejects(here.act(invite, here.people.stairwellHead, { home: here.community.place('榕荫里 3号楼 1单元 602') }), Refused)
  })

  test('can be read out and typed with gaps, small letters and mistaken letters', () => {
    assert.equal(invitationCode.parse(' 7k3q-m92 xpo '), '7K3QM92XP0')
    assert.equal(invitationCode.parse('lI3Q-M92-XPA'), '113QM92XPA')
    for (const typed of ['', '7K3Q', '7K3QM92XPAA', '7K3QM92XPU']) assert.equal(invitationCode.safeParse(typed).success, false, typed)
  })
})

describe('coming in with a code', () => {
  test('lets 黄玉珠 in without a phone: she finds her masked name, and is signed in as herself', async () => {
    const code = await freshCode()
    const who = guest(app)
    const page = await who.open(`/shicheng/join?code=${grouped(code)}`)
    assert.match(page.text, /榕荫里 1号楼 1单元 302/)
    assert.match(page.text, /黄\*\*/)
    assert.doesNotMatch(page.text, /黄玉珠/)
    const { id } = await one(`select id::int as id from person where name = '黄玉珠' and community_id = 1`)
    const homePage = await who.send('/shicheng/join', { code, who: String(id), requestKey: randomUUID() })
    assert.equal(homePage.path, '/shicheng')
    assert.match(homePage.text, /黄玉珠/)
    const used = await one('select used_by::int as used_by, used_at is not null as used from invitation order by id desc limit 1')
    assert.deepEqual(used, { used_by: id, used: true })
  })

  test('lets a new tenant in by the name that she types', async () => {
    const code = await freshCode()
    const who = guest(app)
    const nameless = await who.send('/shicheng/join', { code, who: 'new', name: ' ', tie: 'tenant' })
    assert.equal(nameless.status, 422)
    const homePage = await who.send('/shicheng/join', { code, who: 'new', name: '李小满', tie: 'tenant' })
    assert.match(homePage.text, /李小满/)
    const tie = await one(`select tie.kind, tie.since::text from tie join person on person.id = person_id where name = '李小满'`)
    assert.deepEqual(tie, { kind: 'tenant', since: '2026-11-20' })
    const orphans = await one(`select count(*)::int as count from sign_in.account a where handle like 'none:%'
      and not exists (select from membership where account_id = a.id)`)
    assert.equal(orphans.count, 0, 'a try that failed leaves no account behind')
  })

  test('takes over nobody who is in already, and nobody from another home', async () => {
    await cookieOf(here, 'stairwellHead')
    const code = await freshCode({ home: here.community.place('榕荫里 1号楼 1单元 701') })
    const page = await guest(app).open(`/shicheng/join?code=${code}`)
    assert.doesNotMatch(page.text, new RegExp(`value="${here.people.stairwellHead.personId}"`))
    for (const who of [here.people.stairwellHead.personId, here.people.secretary.personId, 'new2', '-1', '1e99']) {
      assert.equal((await guest(app).send('/shicheng/join', { code, who: String(who) })).status, 422, String(who))
    }
  })

  test('for one person is for exactly that person, who lost the way in', async () => {
    const personId = here.people.stairwellHead.personId ?? 0
    const code = await freshCode({ person: personId }, 'secretary')
    assert.equal((await guest(app).send('/shicheng/join', { code, who: 'new', name: '别人' })).status, 422)
    assert.match((await guest(app).send('/shicheng/join', { code, who: String(personId) })).text, /蔡国平/)
  })

  test('makes nobody out of a neighbour: whoever came in or holds a post is invited by the secretary only', async () => {
    const { id: elder } = await one(`insert into person (community_id, name) values (1, '新邻居') returning id::int`)
    await here.owner.query('insert into membership (community_id, person_id) values (1, $1)', [elder])
    await here.owner.query(`insert into tie (community_id, home_id, person_id, kind, since)
      values (1, $1, $2, 'family', '2026-01-01')`, [home, elder])
    const [ofPerson, ofHome] = [await freshCode({ person: elder }), await freshCode()]
    // Then she is given a post, or comes in: the stairwell head's codes are worth nothing any more.
    await here.owner.query(`insert into post (community_id, person_id, organisation_id, kind, since)
      select 1, $1, organisation_id, kind, '2026-12-01' from post where kind = 'secretary' and community_id = 1 limit 1`, [elder])
    for (const code of [ofPerson, ofHome]) assert.equal((await guest(app).send('/shicheng/join', { code, who: String(elder) })).status, 422)
    await assert.rejects(here.act(invite, here.people.stairwellHead, { person: elder }), Refused)
    await assert.rejects(here.act(invite, here.people.gridWorker, { person: here.people.secretary.personId ?? 0 }), Refused)
    const code = await freshCode({ person: elder }, 'secretary')
    assert.match((await guest(app).send('/shicheng/join', { code, who: String(elder) })).text, /新邻居/)
  })

  test('works once, and says so to the second', async () => {
    const code = await freshCode()
    await guest(app).send('/shicheng/join', { code, who: 'new', name: '先来', tie: 'family' })
    const second = await guest(app).send('/shicheng/join', { code, who: 'new', name: '后到', tie: 'family' })
    assert.equal(second.status, 422)
    assert.match(second.text, /已经用过/)
    assert.equal((await one(`select count(*)::int as count from person where name = '后到'`)).count, 0)
    assert.match((await guest(app).open(`/shicheng/join?code=${code}`)).text, /已经用过/)
  })

  test('tapped twice is one coming in; the key of the form alone opens nothing', async () => {
    const form = { code: await freshCode(), who: 'new', name: '手快', tie: 'family', requestKey: randomUUID() }
    for (const who of [guest(app), guest(app)]) assert.match((await who.send('/shicheng/join', form)).text, /手快/)
    const thief = guest(app)
    assert.equal((await thief.send('/shicheng/join', { ...form, code: await freshCode() })).status, 422)
    assert.equal((await thief.send('/shicheng/join', { ...form, code: '0000000000' })).status, 422)
    assert.equal(thief.cookies.size, 0)
    assert.equal((await one(`select count(*)::int as count from person where name = '手快'`)).count, 1)
  })

  test('by eight at once lets exactly one in', async () => {
    const code = await freshCode()
    const tries = await Promise.allSettled(Array.from({ length: 8 }, async (_, i) => {
      const accountId = await here.house.signIn.accountFor({})
      return here.act(join, passerBy(1), { code, accountId, who: 'new', name: `抢${i}`, tie: 'family' })
    }))
    assert.equal(tries.filter(one => one.status === 'fulfilled').length, 1)
    assert.ok(tries.every(one => one.status === 'fulfilled' || one.reason instanceof Refused))
    assert.equal((await one(`select count(*)::int as count from person where name like '抢%'`)).count, 1)
  })

  test('is over after thirty days, and in another community it is nothing', async () => {
    const code = await freshCode()
    assert.match((await guest(app).open(`/chating/join?code=${code}`)).text, /不对，或者已经用过/)
    const then = here.time.now
    here.time.now = then.add({ hours: 30 * 24 + 1 })
    const late = await guest(app).send('/shicheng/join', { code, who: 'new', name: '迟到', tie: 'family' })
    here.time.now = then
    assert.equal(late.status, 422)
  })

  test('cannot be guessed: an address that tries thirty codes has to wait', async () => {
    const who = guest(app)
    for (let i = 0; i < 30; i++) await who.open('/shicheng/join?code=0000000000')
    const stopped = await who.open('/shicheng/join?code=0000000000')
    assert.equal(stopped.status, 429)
    assert.match(stopped.text, /分钟后再试/)
    assert.equal((await who.send('/shicheng/join', { code: '0000000000', who: 'new', name: '猜' })).status, 429)
  })
})

test('a name shows one character to whoever may be a stranger', () => {
  assert.equal(maskedName('林秀英'), '林**')
  assert.equal(maskedName('𠮷田'), '𠮷**')
})
