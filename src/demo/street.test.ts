// The made-up street keeps what it promises.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { POSTS } from '#modules/people/public.ts'
import { CAST, type CastMember } from './cast.ts'
import { keyOf } from './household.ts'
import { rosterOf } from './rows.ts'
import { demoStreet, residentsOf } from './street.ts'
import { AT_HOME } from './troubles/at-home.ts'
import { INDOORS } from './troubles/indoors.ts'
import { OUTDOORS } from './troubles/outdoors.ts'

const NOW = Temporal.Instant.from('2026-11-20T01:00:00Z')
const street = demoStreet(520, { now: NOW })
const [largest] = street.communities
assert.ok(largest)

describe('the street', () => {
  test('is the same for the same seed, and another for another', () => {
    const told = (seed: number) => JSON.stringify(demoStreet(seed, { now: NOW, scale: 'village' }))
    assert.equal(told(7), told(7))
    assert.notEqual(told(7), told(8))
  })

  test('has three communities, each with a way of working of its own, the largest with 7 estates, 7 grids and 17,000 residents', () => {
    assert.equal(street.communities.length, 3)
    assert.equal(new Set(street.communities.map(community => community.plan.method)).size, 3)
    assert.equal(largest.plan.estates.length, 7)
    assert.equal(new Set(largest.plan.estates.map(estate => estate.grid)).size, 7)
    assert.ok(largest.homes.length > 5800 && largest.homes.length < 6200, String(largest.homes.length))
    assert.ok(residentsOf(largest) >= 17_000, String(residentsOf(largest)))
    for (const community of street.communities.slice(1)) assert.ok(community.homes.length >= 400 && community.homes.length <= 900)
  })

  test('has no home without an owner: a home that is not sold is its developer’s', () => {
    for (const { homes, plan } of street.communities) {
      const without = homes.filter(home => !home.ties.some(tie => tie.kind === 'owner' && tie.until === ''))
      assert.deepEqual(without, [])
      const developers = homes.filter(home => home.unsold).flatMap(home => home.ties)
      assert.ok(developers.every(tie => tie.soul.name === plan.developer))
    }
    assert.ok(largest.homes.some(home => home.unsold))
  })

  test('adds up: every home once, with an area in 0.01 m², and every owner a head', () => {
    const addresses = new Set(largest.homes.map(({ ground }) => keyOf([ground.estate.name, ground.building, ground.entrance, ground.home])))
    assert.equal(addresses.size, largest.homes.length)
    const planned = largest.plan.estates.map(estate => estate.buildings * estate.entrances * estate.floors * estate.perFloor)
    assert.equal(largest.homes.length, planned.reduce((sum, homes) => sum + homes, 0))
    assert.ok(largest.homes.every(({ ground }) => Number.isInteger(ground.area) && ground.area > 3000 && ground.area < 20_000))
    const owned = largest.homes.flatMap(home => home.ties.filter(tie => tie.kind === 'owner').map(tie => tie.soul))
    const several = [...Map.groupBy(owned, owner => owner).values()].filter(homes => homes.length > 1)
    assert.ok(several.length > 100, `${several.length} own several homes`)
  })

  test('gives no phone twice', () => {
    const bearers = new Map<string, Set<string>>()
    for (const row of street.communities.flatMap(rosterOf)) {
      if (row.phone) bearers.set(row.phone, (bearers.get(row.phone) ?? new Set()).add(row.name ?? ''))
    }
    assert.deepEqual([...bearers].filter(([, names]) => names.size > 1), [])
  })

  test('leaves no post without a holder', () => {
    for (const { posts, plan } of street.communities) {
      const held = new Set(posts.map(post => post.post))
      assert.deepEqual(Object.keys(POSTS).filter(post => !held.has(post as keyof typeof POSTS)), [], plan.name)
      for (const { soul, post } of posts) assert.ok(soul.name && soul.phone, post)
    }
  })

  test('has everybody of the cast at home and in post', () => {
    for (const [key, { community, name, homes, post }] of Object.entries<CastMember>(CAST)) {
      const there = street.communities.find(one => one.plan.slug === community)
      const ties = there?.homes.filter(home => home.ties.some(tie => tie.soul.name === name)) ?? []
      for (const { at } of homes) {
        const addresses = ties.map(({ ground }) => keyOf([ground.estate.name, ground.building, ground.entrance, ground.home]))
        assert.ok(addresses.includes(keyOf(at)), `${key} ${keyOf(at)}`)
      }
      if (post) assert.ok(there?.posts.some(held => held.soul.name === name && held.post === post), `${key} ${post}`)
    }
  })
})

describe('the season', () => {
  test('has some 220 matters of the last 90 days in the largest community, closed, open, urgent, withdrawn and inside homes', () => {
    const { history } = largest
    assert.ok(history.length >= 215 && history.length <= 235, String(history.length))
    assert.ok(history.every(({ at }) => Temporal.Instant.compare(at, NOW) < 0 && at.until(NOW, { largestUnit: 'hours' }).hours <= 91 * 24))
    const count = (which: (matter: typeof history[number]) => boolean) => history.filter(which).length
    const last = (step: string) => count(matter => matter.moves.at(-1)?.step === step)
    for (const step of ['discuss', 'coordinate', 'do', 'show', 'rate']) assert.ok(last(step) > 0, step)
    assert.ok(last('close') > 100 && count(matter => matter.urgent) > 10 && count(matter => matter.withdrawnAt !== null) > 0)
    assert.ok(count(matter => /\d+$/u.test(matter.place)) > 10, 'inside homes')
    assert.ok(count(matter => matter.by === null) > 10, 'without an account')
  })

  test('never goes back in time, and workers move things by day unless it is urgent', () => {
    for (const { at, urgent, moves } of street.communities.flatMap(community => community.history)) {
      const times = [at, ...moves.map(move => move.at)]
      times.reduce((before, after) => {
        assert.ok(Temporal.Instant.compare(before, after) < 0)
        return after
      })
      for (const move of urgent ? moves.slice(1) : moves) {
        const { hour } = move.at.toZonedDateTimeISO('Asia/Shanghai')
        assert.ok(hour >= 8 && hour <= 18, String(move.at))
      }
    }
  })

  test('is told in people’s words', () => {
    const troubles = [...INDOORS, ...OUTDOORS, ...AT_HOME]
    assert.ok(troubles.length >= 80, String(troubles.length))
    for (const { say, plan, done } of troubles) assert.doesNotMatch(`${say}${plan}${done}`, /系统|用户|处理中|提交|!|！/u)
    for (const { text, moves } of largest.history) assert.doesNotMatch([text, ...moves.map(move => move.note)].join(''), /[{}|]/u)
  })
})
