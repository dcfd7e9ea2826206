// A mistake in a pack is always told with its line.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { packSource, ruleSaid, readPack, packsOf, resolve, SHIPPED_PACKS } from '#modules/law/public.ts'
import { estate } from '#test/law/estate.ts'

const ON = '2026-11-22'
const PLACES = Object.keys(SHIPPED_PACKS)
const source = (key: string) => packSource({ key, version: 1 }) ?? assert.fail(key)

function told(text: string): string[] {
  const read = readPack(text)
  return 'problems' in read ? read.problems.map(({ line, reason }) => `${line}: ${reason('zh')}`) : []
}

describe('what is written wrongly is told with its line', () => {
  const text = estate('  notice: { value: 20, source: own }')
  const cases: [name: string, find: string, put: string, at: string, says: RegExp][] = [
    ['half a share', 'notice: { value: 20', 'participation: { value: two thirds', 'two thirds', /没有这样的值/],
    ['more than everything', 'notice: { value: 20', 'participation: { value: at least 3/2', '3/2', /没有这样的值/],
    ['a division by nothing', 'notice: { value: 20', 'participation: { value: at least 1/0', '1/0', /没有这样的值/],
    ['half a day', 'value: 20', 'value: 7.5', '7.5', /没有这样的值/],
    ['a rule that nobody knows', 'notice:', 'colour:', 'colour', /不认得这些/],
    ['a source that is not there', '20, source: own', '20, source: other', 'source: other', /没有这个出处/],
    ['a source that nobody uses', 'sources:\n', 'sources:\n  idle: { law: { zh: 甲, en: A }, says: { zh: 乙, en: B }, mark: K }\n', 'idle',
      /没有一条规则用到/],
    ['a source named as what every object has', '20, source: own', '20, source: constructor', 'constructor', /没有这个出处/],
    ['words in one language', '{ zh: 本小区的约定, en: What we agreed }', '{ zh: 本小区的约定 }', '本小区的约定', /缺了 .*en/],
    ['a mark that does not exist', 'mark: V', 'mark: X', 'mark: X', /只能是 V、S、K/],
    ['a day that does not exist', 'from: 2024-05-01', 'from: 2024-02-30', '2024-02-30', /写得不对/],
    ['an end before the beginning', '    from: 2024-05-01', '    from: 2024-05-01\n    until: 2024-01-01', '2024-01-01', /早于/],
    ['a key twice', 'version: 3', 'version: 3\nversion: 4', 'version: 4', /写了两遍/],
    ['a reference', 'value: 20', 'value: *x', '*x', /格式|不能用/],
    ['nothing above', 'within: nation\n', '', 'layer', /上一级/],
    ['a stricter without an order', 'notice: { value: 20, source: own }', 'revocation: { value: 12, source: own, estate: stricter }', 'revocation', /没有严和松/],
  ]
  for (const [name, find, put, at, says] of cases) {
    test(name, () => {
      assert.ok(text.includes(find))
      const wrong = text.replace(find, put)
      const line = wrong.split('\n').findIndex(one => one.includes(at)) + 1
      const found = told(wrong)
      assert.ok(found.some(one => one.startsWith(`${line}: `) && says.test(one)), JSON.stringify([line, ...found]))
    })
  }

  test('the law cannot say what silence means; only an estate’s own rules can', () => {
    const wrong = source('beijing').replace('announced_only: { value: true', 'silence: { value: delivered_silence_follows_majority')
    assert.match(told(wrong).join(), /不交票怎么算/)
  })

  test('a text that is no pack, endless or nothing at all is refused, not thrown', () => {
    for (const wrong of ['', '- 1', 'null', '"', 'x'.repeat(70_000), '[[[[', 'key: 1']) assert.ok(told(wrong).length > 0, wrong.slice(0, 9))
  })

  test('whatever is changed in a delivered pack, it is read or refused with lines and reasons, and what is read can be resolved', () => {
    const mutation = fc.constantFrom(...PLACES).chain(place => {
      const lines = source(place).split('\n')
      const junk = fc.constantFrom('', ' ', ':', '{', '- ', '*a', '"', '\t', '0', '-1', '1/0', 'more than 1/1', 'true', 'promptly',
        '2020-02-30', 'V', 'estate', '九', '\u0000')
      return fc.record({ line: fc.nat(lines.length - 1), from: fc.nat(60), cut: fc.nat(20), junk }).map(({ line, from, cut, junk }) =>
        lines.with(line, (lines[line] ?? '').slice(0, from) + junk + (lines[line] ?? '').slice(from + cut)).join('\n'))
    })
    const seen = { read: 0, refused: 0 }
    fc.assert(fc.property(mutation, text => {
      const read = readPack(text)
      if ('pack' in read) {
        seen.read++
        const { rules } = resolve([...read.pack.layer === 'nation' ? [] : packsOf('nation', ON), read.pack], ON)
        for (const rule of Object.values(rules)) assert.ok(ruleSaid(rule, 'en').value)
        return
      }
      seen.refused++
      const length = text.split('\n').length
      for (const { line, reason } of read.problems) assert.ok(line >= 1 && line <= length && reason('zh').length > 3 && reason('en').length > 3)
    }), { numRuns: 600 })
    assert.ok(seen.read > 50 && seen.refused > 50, JSON.stringify(seen))
  })
})
