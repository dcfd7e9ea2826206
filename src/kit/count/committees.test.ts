// Committees and budgets: the same as a collection in which several solvers agree.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { profileOf } from '#kit/count/committee/profile.ts'
import { COMMITTEE_RULES } from '#kit/count/committee/rules.ts'
import { count } from '#kit/count/count.ts'
import { tiesBy } from '#kit/count/lot.ts'
import { readAbcYaml } from '#kit/count/read/abc-yaml.ts'
import { readPabulib } from '#kit/count/read/pabulib.ts'
import type { Ballots, CommitteeMethod } from '#kit/count/shape.ts'
import { absent, dataFiles } from '#test/count/data.ts'

interface Case { readonly file: string, readonly ballots: Ballots, readonly seats: number, readonly expected: readonly string[] }

/** Where the collection is not followed, and why. 2 and 5 have 29/20 each; summed as floating-point numbers one of them came out ahead. */
const EXCEPTIONS = new Map([['instanceS0003.abc.yaml sav', ['0,2,3,4', '0,3,4,5']]])
// Of these the collection has one committee only, with ties ended in the order of the candidates.
const ONE_ONLY = ['greedy-monroe', 'equal-shares-with-increment-completion']
const RESULT = /- rule_id: (\S+)\s+result: (\[[^:]*\])\s+resolute: (true|false)/gu

const byRule = new Map<string, Case[]>()
for (const { name: file, text } of dataFiles('abcvoting/tests/test_instances/*.abc.yaml')) {
  const written = text()
  const { ballots, seats } = readAbcYaml(file, written)
  for (const [, rule = '', result = '', resolute] of written.matchAll(RESULT)) {
    if ((resolute === 'true') !== ONE_ONLY.includes(rule)) continue
    const expected = (JSON.parse(result) as number[][]).map(inOrder).sort()
    byRule.set(rule, [...byRule.get(rule) ?? [], { file, ballots, seats, expected }])
  }
}

function inOrder(committee: readonly number[]): string {
  return [...committee].sort((a, b) => a - b).join()
}

const isRule = (name: string): name is CommitteeMethod => name in COMMITTEE_RULES

describe('a committee', { skip: absent('abcvoting') }, () => {
  for (const [rule, cases] of byRule) {
    test(`by ${rule} is the expected one, in all ${cases.length}`, () => {
      assert.ok(isRule(rule))
      const different = cases.filter(({ file, ballots, seats, expected }) => {
        const profile = profileOf(ballots, seats)
        const order = tiesBy({ order: profile.candidates })
        const { all, one } = COMMITTEE_RULES[rule]
        const found = ONE_ONLY.includes(rule) ? [one(profile, profile.candidates.length, order).elected] : all(profile)
        return found.map(inOrder).sort().join(' ') !== (EXCEPTIONS.get(`${file} ${rule}`) ?? expected).join(' ')
      })
      assert.deepEqual(different.map(each => each.file), [])
    })
  }

  test('has no rule without cases', () => assert.deepEqual(Object.keys(COMMITTEE_RULES).sort(), [...byRule.keys()].sort()))

  test('counted with a lot is one of those that win, and the protocol names every tie', () => {
    for (const [rule, cases] of byRule) {
      // Who is first served hangs on the order of the voters there, and a count has its own.
      if (!isRule(rule) || rule === 'greedy-monroe') continue
      for (const { file, ballots, seats } of cases.slice(0, 12)) {
        const winners: string[] = COMMITTEE_RULES[rule].all(profileOf(ballots, seats)).map(inOrder)
        const { elected, ties } = count(ballots, { method: rule, seats, lot: { seed: file } })
        assert.ok(winners.includes(inOrder(elected)), `${rule} ${file}`)
        assert.ok(winners.length === 1 || ties.length > 0, `${rule} ${file}`)
      }
    }
  })
})

describe('a budget of the city of Łódź', { skip: absent('abcvoting') }, () => {
  for (const { name, text } of dataFiles('abcvoting/tests/data/*.pb')) {
    test(`pays for the same projects as the city did: ${name}`, () => {
      const { ballots, costs, budget, selected } = readPabulib(name, text())
      const { elected } = count(ballots, { method: 'budget-greedy', budget, costs, lot: { seed: name } })
      assert.deepEqual([...elected].sort((a, b) => a - b), selected)
    })
  }
})
