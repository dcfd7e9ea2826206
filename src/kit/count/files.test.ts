// Files of ballots: good ones are read, broken ones are refused with file, line and reason.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { checkBallots } from '#kit/count/ballots.ts'
import { CountProblem } from '#kit/count/problem.ts'
import type { ReadElection } from '#kit/count/read/election.ts'
import { readBallots } from '#kit/count/read/read.ts'
import { absent, dataFiles } from '#test/count/data.ts'

/** Refused with file, line and a reason in both languages; anything else is a crash and fails the test. */
function refusal(file: string, text: string): { line: number, kind: string } | null {
  try {
    checkBallots(readBallots(file, text).ballots)
    return null
  } catch (error) {
    if (!(error instanceof CountProblem) || error.line === null) throw error
    assert.equal(error.file, file)
    assert.ok(error.line >= 1 && error.line <= text.split(/\r\n|\n|\r/u).length, `line ${error.line}`)
    assert.match(error.reason('zh'), /第 \d+ 行：/u)
    return { line: error.line, kind: error.kind }
  }
}

describe('the malformed files of the collection', { skip: absent('abcvoting') }, () => {
  const WRONG: Record<string, [line: number, kind: string]> = {
    'test1.abc.yaml': [3, 'sum'], 'test2.abc.yaml': [4, 'missing'], 'test3.abc.yaml': [3, 'sum'], 'test1.toi': [10, 'notNumber'],
    'test2.soi': [7, 'unreadable'], 'test3.toc': [6, 'unreadable'], 'test6.soi': [7, 'unreadable'], 'test7.toi': [9, 'braces'],
    'test8.soi': [7, 'unreadable'],
  }
  for (const { name, text } of dataFiles('abcvoting/tests/data-fail/*')) {
    test(`are refused at their line: ${name}`, () => {
      const [line, kind] = WRONG[name] ?? []
      assert.deepEqual(refusal(name, text()), { line, kind })
    })
  }
})

describe('the good files of the collection', { skip: absent('abcvoting') }, () => {
  for (const { name, text } of dataFiles('abcvoting/tests/data/*')) {
    // That one lists five alternatives and has a vote for a sixth: it is refused, though it lies among the good ones.
    const wrong = name === 'test2.soi' ? { line: 20, kind: 'noSuchCandidate' } : null
    test(`are read: ${name}`, () => assert.deepEqual(refusal(name, text()), wrong))
  }
})

describe('a .blt file', () => {
  const read = (text: string): ReadElection => readBallots('a.blt', text)
  const PLAIN = '3 2\n4 1 2 0\n2 3 0\n0\n"Ann"\n"Bo"\n"Cy"\n"Title"\n'

  test('may have comments, options, equal and skipped places, named ballots, short names and several words on a line', () => {
    const text = '# made up\n4 2 -2\n[nick a b c d] [tie d c b a]\n[droop arithmetic=fixed] /* over\nlines */ 3 a=c d 0 (no 7) - 4 1 0\n0\n'
      + '"Ann" "Bo ""B"""\nCy of the Hill #3\n"Di"\n"Title" "source" "remark"\n'
    const { ballots, seats, title, order, asks } = read(text)
    assert.deepEqual(ballots.candidates, ['Ann', 'Bo "B"', 'Cy of the Hill #3', 'Di'])
    assert.deepEqual(ballots.piles, [{ times: 3, groups: [[0, 2], [3]] }, { times: 1, groups: [[3], [0]] }])
    assert.deepEqual([seats, title, order, asks, ballots.withdrawn], [2, 'Title', [3, 2, 1, 0], ['arithmetic=fixed'], [1]])
  })

  test('cut off anywhere before its title is refused', () => {
    const title = PLAIN.indexOf('"Title"')
    for (let length = 0; length < title; length++) assert.notEqual(refusal('a.blt', PLAIN.slice(0, length)), null, String(length))
  })

  for (const [what, text, line, kind] of [
    ['an unknown candidate', PLAIN.replace('2 3 0', '2 4 0'), 3, 'noSuchCandidate'],
    ['a candidate twice on a ballot', PLAIN.replace('4 1 2 0', '4 1 1 0'), 2, 'twice'],
    ['a ballot without its end', PLAIN.replace('2 3 0\n0\n', '2 3\n'), 4, 'noSuchCandidate'],
    ['no number of ballots', PLAIN.replace('4 1', '-4 1'), 2, 'noSuchCandidate'],
    ['half a ballot', PLAIN.replace('4 1', '4.5 1'), 2, 'notNumber'],
    ['more seats than candidates', PLAIN.replace('3 2', '3 4'), 1, 'seats'],
    ['no heading', PLAIN.replace('3 2', 'three two'), 1, 'header'],
    ['an unknown option', PLAIN.replace('4 1', '[undeclared 3]\n4 1'), 2, 'option'],
    ['an open quotation mark', PLAIN.replace('"Bo"', '"Bo'), 6, 'quote'],
    ['a name too many', `${PLAIN}"a"\n"b"\n"c"\n`, 11, 'after'],
    ['a candidate withdrawn twice', PLAIN.replace('4 1', '-1 -1\n4 1'), 3, 'twice'],
  ] as const) test(`with ${what} is refused at line ${line}`, () => assert.deepEqual(refusal('a.blt', text), { line, kind }))
})

describe('a file that is meant to hang its reader', () => {
  const deep = '['.repeat(30_000)
  for (const [name, text] of [
    ['a.abc.yaml', `profile: ${deep}`], ['a.abc.yaml', '- '.repeat(30_000)],
    ['a.abc.yaml', `voter_weights: [${'1,'.repeat(130_000)}1]\nprofile: [[0]]`],
    ['a.blt', `3 2\n${deep}`], ['a.blt', `3 2\n0\n"${'""'.repeat(100_000)}x\n"b"\n"c"\n"t"`], ['a.blt', `3 2 0 a${'#'.repeat(100_000)}`],
    ['a.blt', `3 2 ${'1'.repeat(100_000)}a${'#'.repeat(100_000)}`], ['a.blt', `3 2 ${'('.repeat(100_000)}`],
    ['a.toi', `# A${' '.repeat(100_000)}1${' '.repeat(100_000)}`], ['a.toi', `1\n1,a\n1,1,1\n1,${'{'.repeat(100_000)}`],
    ['a.pb', `META\n${'"'.repeat(100_001)}\nPROJECTS\nVOTES\n`], ['a.pb', `META\nkey;value\n${';'.repeat(100_000)}\nPROJECTS\nVOTES\n`],
  ] as const) {
    test(`is refused in no time: ${name}, ${text.slice(0, 24).replaceAll('\n', ' ')}`, () => {
      const start = performance.now()
      assert.notEqual(refusal(name, text), null)
      assert.ok(performance.now() - start < 3000, `${performance.now() - start} ms`)
    })
  }
})

describe('a YAML file', () => {
  test('that refers to itself, to blow up the reader, is refused', () => {
    assert.deepEqual(refusal('a.abc.yaml', 'profile: &a [[0]]\ncand_names: *a\n'), { line: 2, kind: 'unreadable' })
  })
})

describe('a file that somebody changed', () => {
  const SMALL = [
    { name: 'a.blt', text: '3 2\n-3\n[tie 3 2 1]\n4 1 2 0\n2 3=1 0\n0\n"Ann"\n"Bo"\n"Cy"\n"Title"\n' },
    { name: 'a.toi', text: '# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 3\n# NUMBER UNIQUE ORDERS: 2\n# ALTERNATIVE NAME 1: a\n'
      + '# ALTERNATIVE NAME 2: b\n# ALTERNATIVE NAME 3: c\n2: 1,{2,3}\n1: 3\n' },
    { name: 'a.cat', text: '# NUMBER ALTERNATIVES: 2\n# NUMBER VOTERS: 3\n# NUMBER UNIQUE ORDERS: 2\n# NUMBER CATEGORIES: 2\n'
      + '# CATEGORY NAME 1: y\n# CATEGORY NAME 2: n\n# ALTERNATIVE NAME 1: a\n# ALTERNATIVE NAME 2: b\n2: 1,{2}\n1: {},{1,2}\n' },
    { name: 'a.abc.yaml', text: 'profile: [[0, 1], {2}, []]\nnum_cand: 3\nvoter_weights: [1.5, 1, 2]\ncommitteesize: 2\n'
      + 'compute:\n- rule_id: av\n  result: [[0, 1]]\n' },
    { name: 'a.pb', text: 'META\nkey;value\nnum_projects;2\nnum_votes;2\nbudget;10\nvote_type;approval\nrule;greedy\n'
      + 'PROJECTS\nproject_id;cost;votes;name;selected\np1;5;2;"a;b";1\np2;9;1;c;0\nVOTES\nvoter_id;vote\n1;p1,p2\n2;p1\n' },
  ]
  const files = fc.constantFrom(...SMALL)
  const piece = fc.constantFrom('0', '1', '9', '-', '.', ',', ';', ':', '"', '{', '}', '[', ']', '(', '#', '\n', ' ', '&a ', '*a', '1e9',
    'null', '\uFEFF', '楼', '\0')
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.option(piece)), { minLength: 1, maxLength: 4 })

  test('is refused with its line or read as ballots, and nothing else happens', () => {
    for (const { name, text } of SMALL) assert.equal(refusal(name, text), null, name)
    fc.assert(fc.property(files, changes, ({ name, text }, changes) => {
      const changed = changes.reduce((now, [at, gone, put]) => {
        const place = at % (now.length + 1)
        return now.slice(0, place) + (put ?? '') + now.slice(place + gone)
      }, text)
      refusal(name, changed)
    }), { numRuns: 3000 })
  })

  test('without one of its lines of votes is refused, where the file says how many there are', () => {
    for (const { name, text } of SMALL.filter(each => each.name !== 'a.blt')) {
      const lines = text.trimEnd().split('\n')
      const shorter = name === 'a.abc.yaml' ? text.replace('[0, 1], ', '') : lines.slice(0, -1).join('\n')
      assert.notEqual(refusal(name, shorter), null, name)
    }
  })

  test('is refused where its own sums are wrong', () => {
    const wrong = (name: string, from: string, to: string) => {
      const { text = '' } = SMALL.find(each => each.name === name) ?? {}
      assert.ok(text.includes(from), from)
      return refusal(name, text.replace(from, to))
    }
    assert.deepEqual([
      wrong('a.toi', 'VOTERS: 3', 'VOTERS: 4'), wrong('a.toi', 'ORDERS: 2', 'ORDERS: 3'),
      wrong('a.toi', 'ALTERNATIVES: 3', 'ALTERNATIVES: 4'),
      wrong('a.cat', 'CATEGORIES: 2', 'CATEGORIES: 3'), wrong('a.pb', 'p1;5;2', 'p1;5;1'), wrong('a.pb', 'votes;2', 'votes;3'),
      wrong('a.pb', 'projects;2', 'projects;1'), wrong('a.abc.yaml', '[1.5, 1, 2]', '[1.5, 1]'),
    ], [8, 8, 1, 4, 10, 4, 3, 3].map(line => ({ line, kind: 'sum' })))
  })

  test('of another kind is refused', () => {
    fc.assert(fc.property(files, files, (one, other) => {
      fc.pre(one.name !== other.name)
      assert.notEqual(refusal(one.name, other.text), null)
    }))
    assert.deepEqual(refusal('a.csv', 'a'), { line: 1, kind: 'unknownKind' })
  })
})
