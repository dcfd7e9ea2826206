import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readTable } from '#kit/tables.ts'
import { checkLines, linesOf, problemSaid, readRoster } from '#modules/roster/read-file.ts'
import { areaOf, areaShown, dateOf, documentOf } from '#modules/roster/words.ts'
import { rosterGuide, rosterTemplate } from '#modules/roster/file.ts'
import { row } from '#test/roster-cases.ts'
import { typedRow } from '#modules/roster/roster.ts'
import { enter, type Span } from '#modules/roster/spans.ts'

const NAUGHTY = new URL('../../../../shared/data/blns/blns.json', import.meta.url)
const table = (header: string, ...rows: string[]) => ({ headerLine: 1, header: header.split(','),
  rows: rows.map((cells, i) => ({ line: i + 2, cells: cells.split(',') })) })
const home = row({ estate: '榕荫里', building: '3号楼', entrance: '2单元', home: '501', area: 8953, areaSource: 'registered', name: '林秋月',
  tie: 'owner', since: '2015-06-01' })
const problems = (...cells: Parameters<typeof row>[0][]) =>
  checkLines(cells.map((each, i) => ({ ...typedRow({ ...home, ...each }, 'zh'), line: i + 2 })))
    .problems.map(({ line, column }) => `${line} ${column}`)

test('an area is whole hundredths of a square metre, never a float', () => {
  assert.deepEqual(['89.53', '89.5㎡', '１００', '0.07', '1.005', '-3', '0', ''].map(areaOf),
    [8953, 8950, 10000, 7, undefined, undefined, undefined, null])
  for (let area = 1; area < 100_000; area += 7) assert.equal(areaOf(areaShown(area)), area)
})

test('dates are read as people write them, and a day that does not exist is told', () => {
  assert.deepEqual(['2026-3-1', '2026/03/01', '2026年3月1日', '20260301', '至今', '2026-02-30', '去年'].map(dateOf),
    ['2026-03-01', '2026-03-01', '2026-03-01', '2026-03-01', '', null, null])
})

test('an identity number that a spreadsheet rounded is told', () => {
  assert.equal(documentOf('11010519491231002x'), '11010519491231002X')
  assert.equal(documentOf('110105194912310000'), null)
})

test('headers come in either language, in any order, with spaces, brackets and full width', () => {
  const read = readRoster(table('姓 名,Home,楼栋*,小区（全称）,身份,专有面积（平方米）', '林秋月,５０１,3号楼,榕荫里,产权人,89.53'))
  assert.deepEqual(read.problems, [])
  assert.deepEqual(read.good, [row({ name: '林秋月', home: '501', building: '3号楼', estate: '榕荫里', tie: 'owner', area: 8953 })])
})

test('a column that is not ours is named, one that stands twice or a strange header is a problem', () => {
  assert.deepEqual(linesOf(table('小区,楼栋,房号,备注')).unread, ['备注'])
  assert.equal(readRoster(table('小区,楼栋,房号,楼栋')).problems[0]?.column, 'building')
  assert.equal(readRoster(table('甲,乙')).problems[0]?.line, 1)
})

test('each wrong cell is told by its line and column', () => {
  const read = checkLines([{ line: 7, estate: '榕荫里', building: '3号楼', home: '501', name: '林秋月', tie: '房东的朋友', area: '八十', phone: '123',
    since: '昨天' }])
  assert.deepEqual(read.problems.map(({ line, column }) => `${line} ${column}`), ['7 area', '7 phone', '7 tie', '7 since'])
  assert.equal(problemSaid(read.problems[1] ?? assert.fail())('zh'), '第 7 行“手机号”：电话号码好像少了或多了几位')
})

test('what a row lacks or contradicts is told', () => {
  assert.deepEqual(problems({ estate: '' }), ['2 estate'])
  assert.deepEqual(problems({ tie: null }), ['2 tie'])
  assert.deepEqual(problems({ name: '' }), ['2 name'])
  assert.deepEqual(problems({ until: '2015-05-31' }), ['2 until'])
  assert.deepEqual(problems({ since: '', until: '2015-05-31' }), ['2 since'])
  assert.deepEqual(problems({ home: '', area: null, areaSource: null, tie: null }), ['2 home'])
  assert.deepEqual(problems({ post: 'partner_contact' }), ['2 organisation'])
})

test('of two rows that contradict each other the later is told of the earlier', () => {
  assert.deepEqual(problems({}, { name: '林春', area: 8954 }), ['3 area'])
  assert.deepEqual(problems({}, {}), ['3 name'])
  assert.deepEqual(problems({ document: 'P1234567' }, { home: '502', document: 'P1234567', name: '林冬' }), ['3 document'])
  assert.deepEqual(problems({ grid: '一' }, { home: '502', grid: '二' }), ['3 grid'])
})

test('the template reads back without a problem, as CSV and as Excel, in both languages', async () => {
  for (const lang of ['zh', 'en'] as const) for (const format of ['csv', 'xlsx'] as const) {
    const read = readRoster(await readTable({ bytes: await rosterTemplate(lang, format) }))
    assert.deepEqual([read.problems.length, read.good.length], [0, 2])
  }
  assert.equal(rosterGuide('en').length, 17)
})

test('naughty strings as any cell are read or told, never thrown, and what is read is typed the same', t => {
  if (!existsSync(NAUGHTY)) return t.skip('shared data is not here: blns')
  const strings: string[] = JSON.parse(readFileSync(NAUGHTY, 'utf8'))
  for (const text of strings) {
    for (const column of Object.keys(home)) checkLines([{ ...typedRow(home, 'zh'), [column]: text, line: 2 }])
    const { good: [read] } = checkLines([{ ...typedRow(home, 'zh'), name: text, estate: text, line: 2 }])
    if (read) assert.deepEqual(checkLines([{ ...typedRow(read, 'zh'), line: 2 }]).good, [read])
  }
})

test('an old list does not bring back who has left; a later start does', () => {
  const left: Span[] = [{ id: 1, since: '2015-06-01', until: '2020-01-01', changed: false }]
  enter(left, { since: '2015-06-01', until: '' }, '2026-11-20')
  enter(left, { since: '', until: '' }, '2026-11-20')
  assert.equal(left.length, 1)
  enter(left, { since: '2024-01-01', until: '' }, '2026-11-20')
  assert.deepEqual(left.map(span => span.until), ['2020-01-01', null])
})
