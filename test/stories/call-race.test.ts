// Two hundred who say “I am going” at once, a process that dies between a claim and its notice, and clocks that two processes look at.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { ringClocks } from '#jobs/clocks.ts'
import { widenCalls } from '#jobs/calls.ts'
import { spread } from '#jobs/notices.ts'
import { claimCall, makeCall } from '#modules/calls/public.ts'
import { actorOf } from '#modules/people/public.ts'
import { crowd, signedIn, type Neighbour } from '#test/crowd.ts'
import { site, type Site } from '#test/site.ts'
import type { House } from '../../src/house.ts'
import { closeAll, openHouse, type Closing } from '../../src/start.ts'

const MANY = 200
let here: Site
let neighbours: Neighbour[]
let home: number
/** A second process on the same database. */
let other: House
const closing: Closing = []

before(async () => {
  here = await site()
  here.time.now = Temporal.Instant.from('2026-11-20T07:00:00Z')
  const { people, homes } = await crowd(here.owner, 1, here.community.place('榕荫里'), MANY + 1)
  home = homes[MANY] ?? 0
  // Whoever lives there is not among those who race.
  await here.owner.query('delete from consent where community_id = 1 and person_id = $1', [people[MANY]])
  neighbours = await signedIn(here.house, here.owner, 1, people.slice(0, MANY))
  const config = { dataFolder: here.folder, filesFolder: join(here.folder, 'files'), proxies: 0 }
  other = await openHouse({ config, settings: here.settings, publicUrl: 'http://localhost', clock: () => here.time.now }, closing)
})
after(async () => {
  await closeAll(closing)
  await here.close()
})

const rows = async <Row>(sql: string, values: unknown[] = []) => (await here.owner.query(sql, values)).rows as Row[]
const call = () => here.act(makeCall, here.people.resident, { need: 'other', place: home })
/** Everybody of the entrance was asked, however few the first ring takes. */
const askAll = (id: number) => here.owner.query(`insert into call_asked (community_id, call_id, person_id, ring, who, asked_at)
  select 1, $1, unnest($2::bigint[]), 1, 'entrance', now() on conflict do nothing`, [id, neighbours.map(one => one.person)])
const claim = async (id: number, { cookie }: Neighbour) => {
  const answer = await fetch(`${here.address}/api/calls.claim?community=shicheng`, {
    method: 'POST', headers: { cookie, origin: here.address, 'content-type': 'application/json', 'accept-language': 'zh' }, body: JSON.stringify({ id }),
  })
  return { status: answer.status, said: JSON.stringify(await answer.json()) }
}

describe('two hundred who say at once that they go', () => {
  test('one wins; the others are told who goes', async () => {
    const { id } = await call()
    await askAll(id)
    const answers = await Promise.all(neighbours.map(one => claim(id, one)))
    assert.deepEqual(answers.filter(answer => answer.status < 300).length, 1)
    const told = answers.filter(answer => answer.status === 403 && /邻居已经去了，谢谢您/.test(answer.said))
    assert.equal(told.length, MANY - 1, JSON.stringify(answers.find(answer => ![201, 403].includes(answer.status))))
    assert.equal((await rows('select 1 from call_helper where call_id = $1', [id])).length, 1)
    await spread(here.house, 1)
    const notices = await rows(`select notice.person_id from notice join journal on journal.id = journal_id
      where journal.action = 'calls.claim' and journal.subject = $1`, [`calls/${id}`])
    assert.equal(notices.length, MANY, '199 others and whoever called')
  })
})

describe('a process that dies between a claim and its notice', () => {
  test('loses nothing, and nobody is told twice by those who take over together', async () => {
    const { id } = await call()
    await askAll(id)
    await spread(here.house, 1)
    // Acknowledged, and then nothing more is heard of that process: the notice is not even begun.
    const actor = await here.house.database.look(1, db => actorOf(db, neighbours[0]?.person ?? 0, '2026-11-20'))
    await here.act(claimCall, actor, { id })
    await Promise.all([spread(here.house, 1), spread(other, 1), spread(here.house, 1), spread(other, 1)])
    const told = await rows<{ n: number }>(`select count(*)::int as n from notice join journal on journal.id = journal_id
      where journal.action = 'calls.claim' and journal.subject = $1 group by notice.person_id`, [`calls/${id}`])
    assert.equal(told.length, MANY)
    assert.deepEqual([...new Set(told.map(row => row.n))], [1])
  })
})

describe('the rings and the clocks of a call', () => {
  test('go once each, whoever of two processes looks, and after both were away for an hour', async () => {
    const { id } = await call()
    const both = async () => {
      await Promise.all([widenCalls(here.house), widenCalls(other), widenCalls(here.house), ringClocks(here.house), ringClocks(other), ringClocks(other)])
    }
    for (let i = 0; i < 20; i++) {
      here.time.now = here.time.now.add({ seconds: 15 })
      await both()
    }
    here.time.now = here.time.now.add({ hours: 1 })
    for (let i = 0; i < 4; i++) await both()
    const rings = await rows<{ ring: number, n: number }>(`select (facts->>'ring')::int as ring, count(*)::int as n from journal
      where subject = $1 and action in ('calls.make', 'calls.widen') and facts->>'ring' <> '0' group by 1 order by 1`, [`calls/${id}`])
    assert.ok(rings.length >= 3)
    assert.ok(rings.every(row => row.n === 1), JSON.stringify(rings))
    const levels = await rows<{ name: string, level: string, n: number }>(`select facts->>'name' as name, facts->>'level' as level, count(*)::int as n
      from journal where subject = $1 and action = 'clocks.ring' and facts->>'level' <> 'climb' group by 1, 2 order by 1, 2`, [`calls/${id}`])
    assert.deepEqual(levels, [{ name: 'answer', level: 'alarm', n: 1 }, { name: 'arrive', level: 'alarm', n: 1 }])
    const doubled = await rows(`select 1 from call_asked where call_id = $1 group by person_id having count(*) > 1`, [id])
    assert.deepEqual(doubled, [])
  })
})
