// The packs: what is delivered, what an estate may set, and that a mistake is always told with its line.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  choiceIn, estateRules, flagSaid, numberIn, packsAgain, packsOf, readPack, resolve, RULE_KEYS, ruleSaid, shareIn, SHIPPED_PACKS, shippedPack, type RuleKey, type Rules,
} from '#modules/law/public.ts'
import { compared } from '#modules/law/value.ts'
import { estate } from '#test/law/estate.ts'

const ON = '2026-11-22'
const PLACES = Object.keys(SHIPPED_PACKS)
const at = (place: string, on = ON): Rules => resolve(packsOf(place, on), on)

function valid(read: ReturnType<typeof estateRules>): Rules {
  return 'rules' in read ? read.rules : assert.fail(read.problems.map(({ line, reason }) => `${line}: ${reason('en')}`).join('\n'))
}

const own = (lines: readonly string[], place: string): Rules => valid(estateRules(estate(lines.map(line => `  ${line}`).join('\n'), place), place, ON))

describe('the delivered packs', () => {
  test('are in order, none undercuts the law above it, and every number has its source in both languages', () => {
    for (const place of PLACES) {
      const { rules, flags } = at(place)
      assert.deepEqual(flags, [], place)
      for (const rule of Object.values(rules)) {
        for (const lang of ['zh', 'en'] as const) {
          const said = ruleSaid(rule, lang)
          assert.ok(Object.values(said).every(text => text.trim() !== ''), `${place} ${rule.key}`)
          assert.doesNotMatch(said.value, /object|undefined|NaN/)
        }
      }
    }
  })

  test('set every rule somewhere, save those that only an estate sets', () => {
    const set = new Set(PLACES.flatMap(place => Object.keys(at(place).rules)))
    assert.deepEqual(RULE_KEYS.filter(key => !set.has(key)), ['mandates_per_agent', 'voting'])
  })

  test('Fujian is empty, says so, and falls back to the nation', () => {
    const { rules, empty, packs } = at('fujian')
    assert.deepEqual(rules, at('nation').rules)
    assert.deepEqual([empty.map(name => name.zh), packs.map(pack => pack.key)], [['福建'], ['nation', 'fujian']])
  })

  test('differ where the law of the place does', () => {
    const days = (place: string, key: RuleKey) => {
      const value = at(place).rules[key]?.value
      return typeof value === 'number' ? value : null
    }
    assert.deepEqual(['nation', 'hangzhou', 'beijing'].map(place => days(place, 'notice')), [15, 15, 15])
    assert.deepEqual(['nation', 'hangzhou', 'beijing'].map(place => days(place, 'notice_extraordinary')), [15, 7, 15])
    assert.deepEqual(['nation', 'beijing', 'shanghai'].map(place => days(place, 'result')), [null, 3, null])
    assert.deepEqual(['nation', 'beijing', 'shanghai'].map(place => days(place, 'term_report')), [null, 6, 5])
    assert.deepEqual(['nation', 'shandong'].map(place => days(place, 'group_size')), [null, 7])
    assert.deepEqual(['shanghai', 'beijing', 'hangzhou'].map(place => days(place, 'income_report')), [3, 3, 6])
    assert.deepEqual(['nation', 'beijing', 'hangzhou'].map(place => choiceIn(at(place), 'internet')?.value), ['advisory', 'city_only', 'advisory'])
    assert.deepEqual(numberIn(at('hangzhou'), 'notice_extraordinary')?.rule.pack, { key: 'hangzhou', version: 1 })
  })

  test('are found again by what a decision keeps, also an estate’s own', () => {
    const read = readPack(estate('  voting: { value: 7, source: own }'))
    const own = 'pack' in read ? read.pack : assert.fail()
    const { packs } = valid(estateRules(estate('  voting: { value: 7, source: own }'), 'nation', ON))
    const rules = at('beijing')
    assert.deepEqual(JSON.parse(JSON.stringify(rules)), rules)
    const kept: typeof packs = JSON.parse(JSON.stringify(packs))
    const again = packsAgain(kept, ({ key, version }) => key === own.key && version === own.version ? own : null)
    assert.deepEqual(again, [shippedPack({ key: 'nation', version: 1 }), own])
    assert.throws(() => packsAgain([{ key: 'nation', version: 99 }], () => null), RangeError)
  })

  test('hold only from their day', () => {
    assert.deepEqual(packsOf('nation', '2020-12-31'), [])
    assert.deepEqual(packsOf('atlantis', ON), [])
    assert.equal(shippedPack({ key: '../estate', version: 1 }), null)
  })
})

describe('an estate’s own rules', () => {
  test('that copy the old numbers are flagged with the article and not used', () => {
    const { rules, flags } = own(['participation: { value: more than 1/2, source: own }', 'consent_special: { value: at least 2/3, source: own }'], 'nation')
    assert.deepEqual(flags.map(flag => [flag.key, flag.problem, flag.against.source.article, flag.outdated?.article]), [
      ['participation', 'undercuts', '278', '12'], ['consent_special', 'undercuts', '278', '12'],
    ])
    assert.deepEqual([rules.participation?.layer, rules.consent_special?.value], ['nation', { bound: 'at_least', numerator: 3, denominator: 4 }])
    assert.deepEqual(flags[0] && flagSaid(flags[0], 'zh'), [
      '参加表决的：写的“超过 1/2”比《民法典》第 278 条的“至少 2/3”低，不能用，按“至少 2/3”算', '这个数来自《物业管理条例（2018 年文本）》第 12 条，已经过时',
    ])
  })

  test('that ask for more are taken, with the article they stand in', () => {
    const more = ['consent_ordinary: { value: at least 2/3, source: own }', 'notice: { value: 20, source: own }', 'majority_fund_use: { value: special, source: own }',
      'filing: { value: 10, source: own }', 'result: { value: 2, source: own }']
    const rules = own(more, 'fujian')
    assert.deepEqual(rules.flags, [])
    assert.equal(shareIn(rules, 'consent_ordinary').rule.source.article, '18')
    assert.deepEqual([numberIn(rules, 'notice')?.value, choiceIn(rules, 'majority_fund_use')?.value], [20, 'special'])
    assert.deepEqual([numberIn(rules, 'filing')?.rule.layer, numberIn(rules, 'result')?.value], ['estate', 2])
  })

  test('cannot be less than any law above, in whichever direction less lies', () => {
    const less = ['notice: { value: 10, source: own }', 'filing: { value: 60, source: own }', 'extraordinary_request: { value: at least 1/3, source: own }',
      'majority_rebuild: { value: ordinary, source: own }', 'consent_ordinary: { value: at least 1/2, source: own }', 'announced_only: { value: false, source: own }',
      'result: { value: promptly, source: own }', 'committee_least: { value: 3, source: own }']
    const { flags, rules } = own(less, 'beijing')
    assert.deepEqual(flags.map(flag => flag.problem), Array.from(less, () => 'undercuts'))
    assert.ok(Object.values(rules).every(rule => rule.layer !== 'estate'))
    // 7 days for an extraordinary assembly are the city’s to allow, and then the estate’s to keep.
    assert.equal(own(['notice_extraordinary: { value: 7, source: own }'], 'nation').flags.length, 1)
    assert.equal(own(['notice_extraordinary: { value: 7, source: own }'], 'hangzhou').flags.length, 0)
  })

  test('cannot touch what is not theirs: the year to go to court, the city’s own ballot', () => {
    const { flags } = own(['revocation: { value: 24, source: own }', 'internet: { value: binding, source: own }'], 'beijing')
    assert.deepEqual(flags.map(flag => [flag.key, flag.problem]), [['internet', 'not theirs'], ['revocation', 'not theirs']])
    assert.match(flags[0] ? flagSaid(flags[0], 'en').join() : '', /Beijing.*art\. 35/)
    assert.equal(choiceIn(own(['internet: { value: binding, source: own }'], 'nation'), 'internet')?.value, 'binding')
  })

  test('however many layers and numbers there are, nothing that holds is less than the law, save where the law leaves it free', () => {
    const numbers = fc.constantFrom('at least 1/2', 'more than 1/2', 'at least 2/3', 'at least 3/4', '0', '3', '15', '40', 'promptly', 'true',
      'false', 'ordinary', 'special')
    const line = fc.record({ key: fc.constantFrom(...RULE_KEYS), number: numbers, may: fc.constantFrom('', ', estate: any', ', law: none') })
    const layer = fc.uniqueArray(line, { selector: one => one.key, maxLength: 12 })
    const pack = (lines: string, layer: string) => {
      const read = readPack(estate(lines).replace('layer: estate', `layer: ${layer}`))
      return 'pack' in read ? [read.pack] : []
    }
    const free = shippedPack({ key: 'nation', version: 1 })?.rules ?? {}
    const seen = { taken: 0, flagged: 0 }
    fc.assert(fc.property(layer, layer, layer, (...layers) => {
      const names = ['province', 'city', 'estate']
      // Each line in a pack of its own, so that one mistake does not throw away the others.
      const packs = layers.flatMap((lines, index) => lines.flatMap(({ key, number, may }) =>
        pack(`  ${key}: { value: ${number}, source: own${may} }`, names[index] ?? '')))
      const { rules, flags } = resolve([...packsOf('nation', ON), ...packs], ON)
      seen.flagged += flags.length
      for (const key of RULE_KEYS) {
        const [own, law] = [rules[key], free[key]]
        if (!own || !law || law.law === 'any' || (own.layer === 'estate' && law.estate === 'any')) continue
        if (own.layer !== 'nation') seen.taken++
        assert.ok(['same', 'stricter'].includes(compared(key, own.value, law.value)), `${key}: ${JSON.stringify(own.value)}`)
      }
    }), { numRuns: 150 })
    assert.ok(seen.taken > 50 && seen.flagged > 50, JSON.stringify(seen))
  })

  test('do not count before they were adopted or after they ended', () => {
    const text = estate('  notice: { value: 20, source: own }').replace('    from: 2024-05-01', '    from: 2024-05-01\n    until: 2025-12-31')
    const notice = (on: string) => numberIn(valid(estateRules(text, 'nation', on)), 'notice')?.value
    assert.deepEqual(['2024-04-30', '2024-05-01', '2025-12-31', '2026-01-01'].map(notice), [15, 20, 20, 15])
  })

  test('are the rules of an estate at its own place, under a name of their own', () => {
    const refused = (text: string, place = 'nation') => {
      const read = estateRules(text, place, ON)
      return 'problems' in read ? read.problems.map(({ line, reason }) => `${line}: ${reason('en')}`) : []
    }
    const text = estate('  notice: { value: 20, source: own }')
    assert.deepEqual(refused(text, 'fujian'), ['4: within must name the place: fujian'])
    assert.deepEqual(refused(text.replace('estate_1', 'nation')), ['1: The name nation is taken; choose another key'])
    assert.deepEqual(refused(text.replace('layer: estate', 'layer: city')), ['3: The layer must be estate: only an estate’s own rules are taken here'])
  })
})
