// The village stands in a real database, and its people can act there.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createHash } from 'node:crypto'
import { Conflict, Refused } from '#kit/errors.ts'
import { board, raiseMatter } from '#modules/matters/public.ts'
import { holds, issueToken } from '#modules/people/public.ts'
import { CAST } from './cast.ts'
import { accountOfDemoCode, makeIdentities, OFFERED } from './identities.ts'
import { introduce } from './introduce.ts'
import { loadDemo } from './load.ts'
import { village, type Village } from '#test/village.ts'

let there: Village
before(async () => {
  there = await village()
})
after(() => there.close())

describe('the village', () => {
  test('has the cast at home', () => {
    const { resident, severalHomes, tenant, elsewhere } = there.people
    assert.deepEqual(resident.homes.map(home => home.label), ['榕荫里 3号楼 1单元 602'])
    assert.equal(severalHomes.homes.length, 3)
    assert.deepEqual(tenant.homes.map(({ label, kind }) => [label, kind]), [['榕荫里 1号楼 1单元 902', 'tenant']])
    assert.equal(elsewhere.community, there.elsewhere.id)
  })

  test('has workers who look after its places, and residents who do not', async () => {
    const gate = await there.house.database.look(there.community.id, db => db.selectFrom('place').selectAll()
      .where('community_id', '=', db.community).where('label', '=', '榕荫里 北门').executeTakeFirstOrThrow())
    for (const key of ['gridWorker', 'gridLeader', 'propertyStaff', 'committeeChair', 'secretary'] as const) {
      assert.ok(holds(there.people[key], 'move matter', gate), key)
    }
    for (const key of ['resident', 'tenant', 'doctor', 'streetOfficer'] as const) {
      assert.ok(!holds(there.people[key], 'move matter', gate), key)
    }
    assert.ok(there.people.stairwellHead.posts.some(post => post.kind === 'stairwell_head'))
  })

  test('has a season on its board, with photos', async () => {
    const listed = await there.house.database.look(there.community.id, db => board(db, there.people.resident, {}))
    assert.ok(listed.some(matter => matter.label === '榕荫里 北门'))
    assert.ok(!listed.some(matter => matter.place_kind === 'home'), 'what happens inside a home stays there')
    const { rows } = await there.owner.query('select count(*)::int as photos from matter_photo where matter_id is not null')
    assert.ok(rows[0].photos > 0)
  })

  test('wrote every act into the journal at the time at which it happened', async () => {
    const { rows } = await there.owner.query(`select community_id, bool_and(in_order) as in_order, max(at) < now() as past from (
      select community_id, at, coalesce(at >= lag(at) over (partition by community_id order by id), true) as in_order
      from journal) told group by 1`)
    assert.deepEqual(rows.map(row => row.in_order), [true, true])
    const { rows: untold } = await there.owner.query(`select id from matter m where not exists (
      select from journal j where j.community_id = m.community_id and j.subject = 'matters/' || m.id and j.action = 'matters.raise')`)
    assert.deepEqual(untold, [])
  })

  test('lets its people act', async () => {
    const place = there.community.place('榕荫里 东门')
    const answer = await there.act(raiseMatter, there.people.resident, { place, kind: 'broken', text: '闸机又不动了' })
    assert.ok(answer.id > 0)
  })

  test('is refused where there are communities already', async () => {
    await assert.rejects(loadDemo(there.house, () => undefined, { scale: 'village' }), Conflict)
  })
})

describe('the identities', () => {
  test('are twelve people with a link that signs in again and again, and a key whose hash alone is stored', async () => {
    const identities = await makeIdentities(there.house, [there.community, there.elsewhere])
    assert.deepEqual(identities.map(identity => identity.name), OFFERED.map(key => CAST[key].name))
    const { commons } = there.house.database
    for (const { signInUrl, apiToken, name } of identities) {
      const code = new URL(signInUrl).pathname.replace('/sign-in/demo/', '')
      const account = await accountOfDemoCode({ commons }, there.house.means.secrets, code)
      assert.ok(account, name)
      assert.equal(await accountOfDemoCode({ commons }, there.house.means.secrets, code), account)
      const hash = createHash('sha256').update(apiToken).digest('hex')
      const { rows } = await there.owner.query(`select person.name, ends_at from api_token
        join person on person.community_id = api_token.community_id and person.id = person_id where token_hash = $1`, [hash])
      assert.equal(rows[0]?.name, name)
      const days = (rows[0].ends_at.getTime() - there.time.now.epochMilliseconds) / (24 * 3600 * 1000)
      assert.ok(days > 90 && days <= 91, 'to the end of the ninetieth day')
    }
  })

  test('are not opened by a guessed code, nor in a community that is no demo', async () => {
    const { house, owner, people } = there
    const { secrets } = house.means
    const [identity] = await makeIdentities(house, [there.community, there.elsewhere])
    const code = new URL(identity?.signInUrl ?? '').pathname.replace('/sign-in/demo/', '')
    assert.equal(await accountOfDemoCode(house.database, secrets, `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`), null)
    assert.equal(await accountOfDemoCode(house.database, secrets, 'NaN-1e9-'), null)
    await owner.query('update community set demo = false where id = $1', [there.community.id])
    assert.equal(await accountOfDemoCode(house.database, secrets, code), null)
    await assert.rejects(there.act(introduce, people.resident, { accountId: 'somebody' }), Refused)
    await owner.query('update community set demo = true where id = $1', [there.community.id])
  })

  test('need somebody who is signed in to issue a key', async () => {
    const stranger = { ...there.people.resident, personId: null }
    await assert.rejects(there.act(issueToken, stranger, { name: 'demo', tokenHash: 'a'.repeat(64) }), Refused)
  })
})
