// The roll: who votes, with how many heads and how much area, and what has to be settled first.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { electorate, type ElectorateHome, type ElectorateInput, type Ownership } from '#modules/law/public.ts'

const home = (id: number, more: Partial<ElectorateHome> = {}): ElectorateHome =>
  ({ id, building: 1, areas: [{ area: id * 1000, source: 'registered' }], unsold: false, parking: false, ...more })
const owns = (owner: number, home: number, named = false): Ownership => ({ home, owner, named })
const roll = (homes: readonly ElectorateHome[], owners: readonly Ownership[], more: Partial<ElectorateInput> = {}) =>
  electorate({ homes, owners, guardians: [], developer: null, parking: false, ...more })

describe('who votes', () => {
  test('an owner of several homes is one head with all of his area', () => {
    const { entries, total, problems } = roll([home(1), home(2), home(3)], [owns(7, 1), owns(7, 3), owns(8, 2)])
    assert.deepEqual(entries.map(({ voter, heads, area, homes }) => [voter, heads, area, homes.map(({ id }) => id)]), [[7, 1, 4000, [1, 3]], [8, 1, 2000, [2]]])
    assert.deepEqual([total, problems], [{ heads: 2, area: 6000 }, []])
  })

  test('co-owners are one voter, whom they name; until then nobody votes and it says so', () => {
    assert.deepEqual(roll([home(1)], [owns(7, 1), owns(8, 1, true)]).entries.map(({ voter, owners, heads }) => [voter, owners, heads]), [[8, [7, 8], 1]])
    const { entries, problems, total } = roll([home(1)], [owns(7, 1), owns(8, 1)])
    assert.deepEqual([entries[0]?.voter, problems], [null, [{ problem: 'no voter named', homes: [1], owners: [7, 8], stops: false }]])
    assert.deepEqual(total, { heads: 1, area: 1000 })
  })

  test('two who were both named do not vote until one is left', () => {
    const { entries, problems } = roll([home(1)], [owns(7, 1, true), owns(8, 1, true)])
    assert.deepEqual([entries.map(({ voter }) => voter), problems.map(({ problem, owners }) => [problem, owners])], [[null], [['two voters named', [7, 8]]]])
  })

  test('the same couple with two homes is one buyer: one head, also when each was named for one', () => {
    const couple = [owns(7, 1, true), owns(8, 1), owns(7, 2), owns(8, 2)]
    assert.deepEqual(roll([home(1), home(2)], couple).entries.map(({ voter, heads, area }) => [voter, heads, area]), [[7, 1, 3000]])
    const split = roll([home(1), home(2)], [owns(7, 1, true), owns(8, 1), owns(7, 2), owns(8, 2, true)])
    assert.deepEqual([split.total.heads, split.problems.map(({ problem, homes }) => [problem, homes])], [1, [['two voters named', [1, 2]]]])
  })

  test('who owns one home alone and votes for another that he shares is still one head', () => {
    const { entries } = roll([home(1), home(2)], [owns(7, 1), owns(7, 2, true), owns(8, 2)])
    assert.deepEqual(entries.map(({ voter, owners, heads, area }) => [voter, owners, heads, area]), [[7, [7, 8], 1, 3000]])
  })

  test('the developer’s homes are one head together, whoever bought and has not moved in', () => {
    const homes = [home(1, { unsold: true }), home(2), home(3, { unsold: true })]
    const { entries, problems } = roll(homes, [owns(7, 2), owns(9, 3)])
    const lines = entries.map(({ voter, developer, heads, area, owners }) => [voter, developer, heads, area, owners])
    assert.deepEqual(lines, [[null, true, 1, 4000, []], [7, false, 1, 2000, [7]]])
    assert.deepEqual(problems.map(({ problem }) => problem), ['nobody for the developer'])
    assert.deepEqual(roll(homes, [owns(7, 2)], { developer: 99 }).entries[0]?.voter, 99)
    assert.equal(roll(homes, [owns(99, 2)], { developer: 99 }).total.heads, 1)
  })

  test('a guardian votes for an owner who cannot; two guardians have to be settled', () => {
    const guarded = roll([home(1)], [owns(7, 1)], { guardians: [{ owner: 7, guardian: 8 }] })
    assert.deepEqual(guarded.entries.map(({ voter, guardian }) => [voter, guardian]), [[7, 8]])
    const two = roll([home(1)], [owns(7, 1)], { guardians: [{ owner: 7, guardian: 8 }, { owner: 7, guardian: 9 }] })
    assert.deepEqual([two.entries[0]?.guardian, two.problems.map(({ problem }) => problem)], [null, ['two guardians']])
  })

  test('parking counts where the rule says so, and is named where it does not', () => {
    const homes = [home(1), home(2, { parking: true })]
    const without = roll(homes, [owns(7, 1), owns(8, 2)])
    assert.deepEqual([without.total, without.leftOut], [{ heads: 1, area: 1000 }, [2]])
    const with_ = roll(homes, [owns(7, 1), owns(8, 2)], { parking: true })
    assert.deepEqual([with_.total, with_.leftOut], [{ heads: 2, area: 3000 }, []])
  })
})

describe('how much', () => {
  test('the registered area goes before the surveyed, the surveyed before the contract’s', () => {
    const area = (...sources: ('contract' | 'surveyed' | 'registered')[]) => {
      const areas = sources.map(source => ({ source, area: { contract: 8000, surveyed: 9000, registered: 10_000 }[source] }))
      return roll([home(1, { areas })], [owns(7, 1)]).entries[0]?.homes[0]
    }
    assert.deepEqual(area('contract', 'registered', 'surveyed'), { id: 1, building: 1, area: 10_000, source: 'registered' })
    assert.deepEqual(area('contract', 'surveyed'), { id: 1, building: 1, area: 9000, source: 'surveyed' })
    assert.deepEqual(area('contract'), { id: 1, building: 1, area: 8000, source: 'contract' })
  })

  test('a home without an area stops the roll; one without a known owner counts in the whole and is told', () => {
    const { entries, problems, total } = roll([home(1, { areas: [] }), home(2), home(3)], [owns(7, 1)])
    const told = problems.map(({ problem, homes, stops }) => [problem, homes, stops])
    assert.deepEqual(told, [['no area', [1], true], ['no owner', [2], false], ['no owner', [3], false]])
    assert.deepEqual([total, entries.map(({ voter }) => voter)], [{ heads: 3, area: 5000 }, [7, null, null]])
  })

  test('what contradicts itself is refused', () => {
    assert.throws(() => roll([home(1), home(1)], []), RangeError)
    assert.throws(() => roll([home(1)], [owns(7, 2)]), RangeError)
    assert.throws(() => roll([home(1)], [owns(7, 1), owns(7, 1, true)]), RangeError)
    for (const area of [0, -1, 1.5, Number.NaN]) assert.throws(() => roll([home(1, { areas: [{ area, source: 'contract' }] })], []), RangeError)
  })
})

const SOURCES = ['registered', 'surveyed', 'contract'] as const
const areas = fc.uniqueArray(fc.record({ area: fc.integer({ min: 1, max: 1_000_000 }), source: fc.constantFrom(...SOURCES) }), { selector: one => one.source })
const ownerships = (homes: number) => fc.uniqueArray(fc.record({ home: fc.nat(Math.max(0, homes - 1)), owner: fc.nat(9), named: fc.boolean() }), {
  selector: one => `${one.home}/${one.owner}`, maxLength: homes === 0 ? 0 : 40,
})
const estates = fc.integer({ min: 0, max: 25 }).chain(count => fc.record({
  homes: fc.tuple(...Array.from({ length: count }, (_, id) => fc.record({
    id: fc.constant(id), building: fc.nat(3), unsold: fc.boolean(), parking: fc.boolean(), areas,
  }))),
  owners: ownerships(count),
  guardians: fc.array(fc.record({ owner: fc.nat(9), guardian: fc.integer({ min: 10, max: 12 }) }), { maxLength: 3 }),
  developer: fc.option(fc.nat(9)),
  parking: fc.boolean(),
}))

describe('whatever an estate looks like', () => {
  test('every counted home stands once, areas add up, nobody is two heads, and heads are never more than homes', () => {
    fc.assert(fc.property(estates, input => {
      const { entries, total, leftOut, problems } = electorate(input)
      const listed = entries.flatMap(({ homes }) => homes.map(({ id }) => id))
      assert.deepEqual([...listed, ...leftOut].sort((a, b) => a - b), input.homes.map(({ id }) => id))
      const best = ({ areas }: ElectorateHome) => SOURCES.flatMap(source => areas.find(one => one.source === source)?.area ?? []).at(0) ?? 0
      assert.equal(total.area, input.homes.filter(({ id }) => listed.includes(id)).reduce((sum, one) => sum + best(one), 0))
      assert.equal(total.area, entries.reduce((sum, { area }) => sum + area, 0))
      assert.ok(total.heads === entries.length && total.heads <= listed.length)
      const voters = entries.flatMap(({ voter }) => voter ?? [])
      assert.equal(new Set(voters).size, voters.length)
      const silent = entries.filter(({ voter }) => voter === null)
      for (const { homes } of silent) assert.ok(problems.some(problem => problem.homes.includes(homes[0]?.id ?? -1)))
      assert.equal(problems.some(({ stops }) => stops), entries.some(({ homes }) => homes.some(({ source }) => source === null)))
    }), { numRuns: 2000 })
  })

  test('the roll is the same however the rows come in', () => {
    fc.assert(fc.property(estates, input => {
      const turned = electorate({ ...input, homes: input.homes.toReversed(), owners: input.owners.toReversed() })
      assert.deepEqual(turned.entries, electorate(input).entries)
    }), { numRuns: 500 })
  })
})
