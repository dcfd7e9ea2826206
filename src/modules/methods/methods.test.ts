// A way of working: what is delivered, what is refused and on which line, and what an edit leaves as it was.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  clockOf, editMethod, nextSteps, pathOf, readMethod, SHIPPED, shippedSource, tracksOf, type Method, type MethodEdit,
} from '#modules/methods/public.ts'
import { METHODS } from '#modules/communities/public.ts'

function valid(source: string): Method {
  const read = readMethod(source)
  if ('method' in read) return read.method
  return assert.fail(read.problems.map(({ line, reason }) => `${line}: ${reason('en')}`).join('\n'))
}

function wrong(source: string): string[] {
  const read = readMethod(source)
  return 'problems' in read ? read.problems.map(({ line, reason }) => `${line}: ${reason('zh')}`) : []
}

const delivered = SHIPPED.map(key => ({ key, source: shippedSource(key), method: valid(shippedSource(key)) }))
const of = (key: string) => delivered.find(one => one.key === key) ?? assert.fail(key)

describe('the delivered methods', () => {
  test('are the seven that a community picks from, and one for hazards alone', () => {
    assert.deepEqual(delivered.map(({ method }) => method.key), [...METHODS, 'hazard'])
  })

  test('differ in their steps, their chain, their clocks and their words', () => {
    const sides: ((method: Method) => unknown)[] = [
      method => [Object.keys(method.steps), method.tracks, Object.values(method.steps).map(step => step?.next)],
      method => method.chain,
      method => Object.values(method.steps).map(step => step?.clock),
      method => Object.values(method.steps).map(step => step?.name.zh),
    ]
    for (const side of sides) assert.equal(new Set(delivered.map(({ method }) => JSON.stringify(side(method)))).size, delivered.length)
  })

  test('name the requirement that each comes from, and are written as an edit writes them', () => {
    for (const { key, source } of delivered) {
      if (!['163', 'hazard'].includes(key)) assert.match(source, /S\d-\d\d/, key)
      assert.equal(editMethod(source, []), source, key)
    }
  })

  test('climb as the reports say: five posts in 五位一体, from the household up in 520, the micro-grid first in 四微', () => {
    assert.deepEqual(of('wuwei-yiti').method.chain, ['property_staff', 'grid_worker', 'grid_leader', 'branch_member', 'secretary'])
    assert.deepEqual(of('520').method.chain, ['micro_grid_member', 'stairwell_head', 'branch_member', 'secretary'])
    assert.equal(of('siwei').method.chain[0], 'micro_grid_member')
  })

  test('keep the clocks that the reports name: five and thirty minutes; same day, next day, one week', () => {
    const { method: siwei } = of('siwei')
    assert.deepEqual(clockOf(siwei, 'help', 'raise', false)?.within, { unit: 'minutes', amount: 5 })
    assert.deepEqual(clockOf(siwei, 'help', 'do', false)?.within, { unit: 'minutes', amount: 30 })
    const { method: six } = of('163')
    assert.deepEqual(clockOf(six, 'council', 'discuss', false)?.within, { unit: 'end', amount: 0 })
    assert.deepEqual(clockOf(six, 'council', 'decide', false)?.within, { unit: 'end', amount: 1 })
    assert.deepEqual(six.whole?.clock.within, { unit: 'days', amount: 7 })
  })

  test('settle a matter inside the grid before the grid’s council in 一核六元', () => {
    const { method } = of('yihe-liuyuan')
    assert.ok(pathOf(method, 'council').indexOf('coordinate') < pathOf(method, 'council').indexOf('discuss'))
    assert.deepEqual(nextSteps(method, 'mediation', 'coordinate'), ['do', 'discuss', 'close'])
  })
})

const SMALL = shippedSource('hazard')
const lineOf = (source: string, text: string) => source.split('\n').findIndex(line => line.includes(text)) + 1

describe('what is written wrongly is told with its line', () => {
  const cases: [name: string, find: string, put: string, at: string, says: RegExp][] = [
    ['a limit that nobody can count', 'within: 24 hours', 'within: a while', 'a while', /within 写得不对/],
    ['a post that does not exist', 'may: [ property_manager ]', 'may: [ mayor ]', 'mayor', /只能是/],
    ['a step that leads nowhere', 'next: [ close, do ]', 'next: []', 'hazard: {', /走不到销号/],
    ['a step into the dark', 'next: [ show, raise ]', 'next: [ show, rate ]', 'show, rate', /没有 rate 这一步/],
    ['a word in one language only', 'name: { zh: 修, en: Fix }', 'name: { zh: 修 }', 'name: { zh: 修 }', /缺了/],
    ['a key that nobody knows', 'chain:', 'colour: red\nchain:', 'key', /不认得这些：colour/],
    ['a key twice', 'key: hazard', 'key: hazard\nkey: other', 'key: other', /key 写了两遍/],
    ['a reference', 'chain: [ property_manager, secretary ]', 'chain: *all', '*all', /引用/],
    ['a broken line', 'key: hazard', 'key: hazard: x', 'key: hazard: x', /不成格式/],
  ]
  for (const [name, find, put, at, says] of cases) {
    test(name, () => {
      const source = SMALL.replace(find, put)
      assert.notEqual(source, SMALL)
      const told = wrong(source)
      const line = at === 'key' ? 1 : lineOf(source, at)
      const near = told.find(text => says.test(text)) ?? assert.fail(told.join('\n') || 'it was taken')
      assert.equal(Number.parseInt(near), line, near)
    })
  }

  test('nothing at all, and what is no method', () => {
    for (const source of ['', '\n\n', '# only a comment', '42', '- a\n- b', 'null']) assert.match(wrong(source)[0] ?? '', /^1: 这不是一份工作法/)
  })
})

// Swaps, drops and doubles lines, and puts words of one method where others stand.
const mutated = fc.record({
  key: fc.constantFrom(...SHIPPED),
  changes: fc.array(fc.record({
    how: fc.constantFrom('drop', 'double', 'swap', 'indent', 'word', 'character'), at: fc.nat(200), to: fc.nat(200),
    text: fc.oneof(fc.constantFrom('do', 'close', '0 days', '9 working days', '[ ]', '{ }', '*x', '&x', '!!int 3', '"', ': ', '~'), fc.string({ maxLength: 8 })),
  }), { minLength: 1, maxLength: 4 }),
}).map(({ key, changes }) => changes.reduce((source, { how, at, to, text }) => {
  const lines = source.split('\n')
  const i = at % lines.length
  const line = lines[i] ?? ''
  if (how === 'drop') return lines.toSpliced(i, 1).join('\n')
  if (how === 'double') return lines.toSpliced(i, 0, line).join('\n')
  if (how === 'swap') return lines.with(i, lines[to % lines.length] ?? '').with(to % lines.length, line).join('\n')
  if (how === 'indent') return lines.with(i, ` ${line}`).join('\n')
  if (how === 'word') return lines.with(i, line.replace(/[\w]+(?=[^\w]*$)/u, text)).join('\n')
  return lines.with(i, line.slice(0, to % (line.length + 1)) + text + line.slice(to % (line.length + 1))).join('\n')
}, shippedSource(key)))

test('whatever is done to a method, it is refused with a line that exists, or every matter can still come to its end', () => {
  let taken = 0
  fc.assert(fc.property(mutated, source => {
    const read = readMethod(source)
    if ('problems' in read) {
      assert.ok(read.problems.length > 0)
      for (const { line, reason } of read.problems) {
        assert.ok(Number.isInteger(line) && line >= 1 && line <= source.split('\n').length, `${line}`)
        assert.ok(reason('zh') && reason('en'))
      }
      return
    }
    taken++
    for (const track of tracksOf(read.method)) for (const step of pathOf(read.method, track)) assert.ok(comesToClose(read.method, track, step), `${track} ${step}`)
  }), { numRuns: 400, seed: 520 })
  assert.ok(taken > 20, `${taken} were taken`)
})

function comesToClose(method: Method, track: Parameters<typeof nextSteps>[1], from: Parameters<typeof nextSteps>[2]): boolean {
  const seen = new Set([from])
  for (const step of seen) for (const next of nextSteps(method, track, step)) seen.add(next)
  return seen.has('close')
}

test('64 KB of anything are read to their end: what doubles, nests, repeats or never closes', () => {
  const all = 65_536
  const full = (piece: string) => piece.repeat(Math.floor(all / piece.length))
  const laughs = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]},`.repeat(9)}]`)].join('\n')
  const bad = [
    laughs, `a: &a [*a]`, `a: &a { b: *a }`, full('['), full('{a: '), `${'['.repeat(all / 2)}${']'.repeat(all / 2)}`, full('- '), full('? '), full('9'),
    `key: ${'9'.repeat(all - 5)}`, full('a: 1\n'), Array.from({ length: 8000 }, (_, i) => `${i.toString(36)}: 1`).join('\n'),
    `{${Array.from({ length: 13_000 }, (_, i) => i.toString(36)).join(',')}}`, full('&a '), full('*a\n'), full('!a '), full('"'), full('\n'), full('#\n'), full('%'), full('---\n'), full('<<: *a\n'), full('\t'), full('\u2028'),
  ]
  for (const source of bad) assert.ok(wrong(source).length > 0, source.slice(0, 20))
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), text => { assert.ok(wrong(text).length > 0) }), { numRuns: 200, seed: 520 })
})

describe('an edit', () => {
  const edits: MethodEdit[] = [
    { path: ['steps', 'do', 'clock', 'within'], to: '9 working days' }, { path: ['steps', 'do', 'name', 'zh'], to: '动手: 办' },
    { path: ['chain'], to: ['secretary', 'stairwell_head'] }, { path: ['steps', 'rate', 'clock'], to: null },
  ]

  test('changes what it says, and leaves every comment and everything else', () => {
    const before = shippedSource('1720')
    const after = editMethod(before, edits)
    const method = valid(after)
    assert.deepEqual(method.steps.do?.clock?.within, { unit: 'workingDays', amount: 9 })
    assert.equal(method.steps.do?.name.zh, '动手: 办')
    assert.deepEqual(method.chain, ['secretary', 'stairwell_head'])
    assert.equal(method.steps.rate?.clock, undefined)
    const comments = (source: string) => source.match(/#.*/g)
    assert.deepEqual(comments(after), comments(before))
    const [old, now] = [before.split('\n'), after.split('\n')]
    assert.equal(old.length - now.length, 1)
    assert.equal(old.filter(line => !now.includes(line)).length, 4)
  })

  test('of anything typed is read back as it was typed', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter(text => text.trim() === text && text.length <= 60 && !/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u.test(text))
    fc.assert(fc.property(words, text => {
      assert.equal(valid(editMethod(SMALL, [{ path: ['steps', 'do', 'name', 'zh'], to: text }])).steps.do?.name.zh, text)
    }), { numRuns: 200, seed: 520 })
  })
})
