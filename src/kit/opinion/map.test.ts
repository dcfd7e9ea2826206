// The map of a made-up conversation: what it must show, and what may change nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { place, MAP_RULES, opinionMap } from '#kit/opinion/map.ts'
import { fewestApart, trials } from '#kit/opinion/apart.ts'
import { draw } from '#kit/opinion/draw.ts'
import { randomFrom } from '#kit/opinion/random.ts'
import { SILENT, tableOf, totalsOf, type Opinion, type Vote, type VoteTable } from '#kit/opinion/votes.ts'

/** Two camps who differ on the first statements and agree on the last; some cells stay empty, some votes go astray. */
function camps({ first, second, statements, seed }: { first: number, second: number, statements: number, seed: number }): VoteTable {
  const random = randomFrom(seed)
  const said = (camp: number, statement: number): number => {
    if (random() < 0.2) return SILENT
    if (random() < 0.1) return Math.floor(random() * 3) - 1
    return statement >= statements - 2 || (camp === 0) === (statement % 2 === 0) ? 1 : -1
  }
  const people = Array.from({ length: first + second }, (_, person) => person < first ? 0 : 1)
  return {
    voters: people.map((_, person) => person), statements: Array.from({ length: statements }, (_, statement) => statement),
    cells: Int8Array.from(people.flatMap(camp => Array.from({ length: statements }, (_, statement) => said(camp, statement)))),
  }
}

const anyCamps = fc.record({
  first: fc.integer({ min: 8, max: 30 }), second: fc.integer({ min: 8, max: 30 }), statements: fc.integer({ min: 9, max: 16 }), seed: fc.nat(),
}).map(camps)

test('two camps are found, what both share comes first, and what tells each apart stands with it', () => {
  const map = opinionMap(camps({ first: 30, second: 12, statements: 16, seed: 4 }))
  assert.deepEqual(map.groups.map(group => group.size), [30, 12])
  const best = map.shared.toSorted((a, b) => b.agree - a.agree).slice(0, 2).map(shared => shared.column)
  assert.deepEqual(best.toSorted((a, b) => a - b), [14, 15])
  assert.ok(map.groups[0]?.telling.some(telling => telling.column === 0 && telling.says === 'agree'))
  assert.ok(map.groups[1]?.telling.some(telling => telling.column === 0 && telling.says === 'disagree'))
  for (const { telling } of map.groups) assert.ok(telling.slice(0, 8).every(({ column }) => column < 14))
})

test('a camp of six is never drawn by itself, nor is anything said about it', () => {
  const map = opinionMap(camps({ first: 7, second: 6, statements: 12, seed: 1 }))
  assert.deepEqual(map.groups, [])
  assert.deepEqual(map.shared, [])
  assert.equal(map.totals.length, 12)
  for (const seed of [1, 2, 3, 4, 5]) {
    const { groups } = opinionMap(camps({ first: 40, second: 6, statements: 12, seed }))
    assert.ok(groups.every(group => group.size >= MAP_RULES.safe), groups.map(group => group.size).join())
  }
})

test('whoever stands in which row or column changes nothing but names', () => {
  fc.assert(fc.property(anyCamps, fc.nat(), (table, seed) => {
    const shuffled = (length: number, seed: number): number[] => {
      const random = randomFrom(seed)
      return Array.from({ length }, (_, at) => ({ at, key: random() })).sort((a, b) => a.key - b.key).map(({ at }) => at)
    }
    const width = table.statements.length
    const rows = shuffled(table.voters.length, seed)
    const columns = shuffled(width, seed + 1)
    const other: VoteTable = {
      voters: rows, statements: columns, cells: Int8Array.from(rows.flatMap(row => columns.map(column => table.cells[row * width + column] ?? SILENT))),
    }
    assert.deepEqual(partition(other), partition(table))
    const [before, after] = [opinionMap(table), opinionMap(other)]
    assert.deepEqual(after.totals, columns.map(column => before.totals[column]))
    after.shared.forEach((shared, at) => assert.ok(Math.abs(shared.agree - (before.shared[columns[at] ?? 0]?.agree ?? 0)) < 1e-12))
  }), { numRuns: 60 })
})

test('people who only pass are counted, and change no group', () => {
  fc.assert(fc.property(anyCamps, fc.integer({ min: 1, max: 5 }), (table, passing) => {
    const width = table.statements.length
    const more: VoteTable = {
      ...table, voters: [...table.voters, ...Array.from({ length: passing }, (_, at) => 1000 + at)],
      cells: Int8Array.from([...table.cells, ...Array.from({ length: passing * width }, () => 0)]),
    }
    assert.deepEqual(partition(more), partition(table))
    assert.deepEqual(place(more, MAP_RULES).points, place(table, MAP_RULES).points)
    assert.deepEqual(totalsOf(more).map(total => total.pass), totalsOf(table).map(total => total.pass + passing))
  }), { numRuns: 60 })
})

test('the same table gives the same map to the last digit', () => {
  fc.assert(fc.property(anyCamps, table => assert.deepEqual(opinionMap(table), opinionMap(table))), { numRuns: 20 })
})

test('a huge table is drawn in a thread of its own, and comes out the same', async () => {
  const table = camps({ first: 40, second: 30, statements: 20, seed: 3 })
  assert.deepEqual(await draw(table, 1), opinionMap(table))
})

test('any votes at all give a map or the reason why there is none, never a number that is none', () => {
  const anyVote = fc.record<Vote>({
    voter: fc.integer({ min: 0, max: 25 }), statement: fc.integer({ min: 0, max: 9 }),
    opinion: fc.constantFrom<Opinion>(-1, 0, 1), at: fc.integer({ min: 0, max: 50 }),
  })
  fc.assert(fc.property(fc.array(anyVote, { maxLength: 300 }), fc.integer({ min: 0, max: 10 }), (votes, statements) => {
    const range = (length: number): number[] => Array.from({ length }, (_, at) => at)
    const map = opinionMap(tableOf(votes, range(26), range(statements)), { least: 2, pull: 7, safe: 3 })
    const numbers = JSON.stringify(map, (_, value: unknown) => typeof value === 'number' && !Number.isFinite(value) ? 'not a number' : value)
    assert.ok(!numbers.includes('not a number'))
  }), { numRuns: 150 })
})

test('of two votes of one person on one statement the later counts, in whatever order they come', () => {
  const early: Vote = { voter: 1, statement: 1, opinion: 1, at: 10 }
  const late: Vote = { voter: 1, statement: 1, opinion: -1, at: 11 }
  for (const votes of [[early, late], [late, early]]) assert.deepEqual([...tableOf(votes, [1, 2], [1, 2]).cells], [-1, SILENT, SILENT, SILENT])
})

// Who is with whom, whatever the groups are called.
function partition(table: VoteTable): string[] {
  const { rows, points } = place(table, MAP_RULES)
  const found = fewestApart(trials(points, MAP_RULES.safe))
  const groups = Map.groupBy(rows.keys(), at => found?.grouping.of[at] ?? -1)
  return groups.values().map(members => members.map(at => table.voters[rows[at] ?? -1] ?? -1).toSorted((a, b) => a - b).join()).toArray().sort()
}
