import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseTable } from './parse.ts'
import { anyTable, expectedOf, problemIn, zipOf } from '#test/table-cases.ts'
import type { Part } from '#test/table-cases.ts'
import { writeXlsx } from './xlsx.ts'
import { unzip } from './zip.ts'

const NAUGHTY = new URL('../../../../shared/data/blns/blns.json', import.meta.url)
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const STYLES = `<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy/m/d h:mm"/></numFmts>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs></styleSheet>`

function workbook(sheetData: string, more: Part[] = []): Uint8Array {
  return zipOf([
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="住户" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>
        <Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', content: STYLES },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${sheetData}</sheetData></worksheet>` },
    ...more,
  ])
}

const HEADER = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
const rowOf = (cells: string) => workbook(`${HEADER}<row r="2">${cells}</row>`)

async function firstRow(cells: string): Promise<string[] | undefined> {
  return (await parseTable(rowOf(cells))).rows[0]?.cells
}

test('any table that we write as Excel reads back with the same cells', async () => {
  await fc.assert(
    fc.asyncProperty(anyTable, async rows => {
      const [header = [], ...body] = rows
      const read = await parseTable(await writeXlsx('名册', header, body))
      assert.deepEqual([read.header, ...read.rows.map(row => row.cells)], expectedOf(rows))
    }),
    { numRuns: 200 },
  )
})

test('the naughty strings come back from an Excel file', async t => {
  if (!existsSync(NAUGHTY)) return t.skip('shared data is not here: blns')
  const strings: string[] = JSON.parse(readFileSync(NAUGHTY, 'utf8'))
  const rows = [['n', 'string'], ...strings.map((cell, index) => [String(index), cell])]
  const read = await parseTable(await writeXlsx('名册', rows[0] ?? [], rows.slice(1)))
  assert.deepEqual([read.header, ...read.rows.map(row => row.cells)], expectedOf(rows))
})

test('an Excel file that we write holds texts only, a bold header that stays in view, and no formula', async () => {
  const bytes = await writeXlsx("'[1/2]: 名册?", ['电话'], [['=1+1'], ['+8613800138000']], { widths: [18] })
  const files = unzip(bytes, () => true)
  const xml = (name: string) => new TextDecoder().decode(files.get(name))
  const sheet = xml('xl/worksheets/sheet1.xml')
  assert.doesNotMatch(sheet, /<f[\s>]/)
  for (const [cell] of sheet.matchAll(/<c [^>]*>/g)) assert.match(cell, / t="s"/)
  assert.match(sheet, /<pane [^>]*state="frozen"/)
  assert.match(sheet, /<col [^>]*width="18/)
  assert.match(xml('xl/styles.xml'), /<b\s*\/>/)
  assert.equal((await parseTable(bytes)).sheet, '1 2   名册')
})

test('numbers are read as people see them: no exponent, no rounding dust, no .0', async () => {
  const seen = [
    ['13800138000', '13800138000'],
    ['1.3800138E10', '13800138000'],
    ['88.700000000000003', '88.7'],
    ['3.0', '3'],
    ['1E-7', '0.0000001'],
    ['110101199001011234', '110101199001011234'],
    ['1e22', '10000000000000000000000'],
    ['-0.5', '-0.5'],
  ]
  const cells = seen.map(([stored], index) => `<c r="${String.fromCharCode(65 + index)}2"><v>${stored}</v></c>`)
  assert.deepEqual(await firstRow(cells.join('')), seen.map(([, shown]) => shown))
})

test('dates are read as 2026-03-01, with the time if they have one, and truth as Excel writes it', async () => {
  const cells = `<c r="A2" s="1"><v>46082</v></c><c r="B2" s="2"><v>46082.604166666664</v></c>
    <c r="C2" s="3"><v>0.354166666666667</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#N/A</v></c>
    <c r="F2" t="str"><f>A1</f><v>甲</v></c>`
  assert.deepEqual(await firstRow(cells), ['2026-03-01', '2026-03-01 14:30', '08:30', 'TRUE', '', '甲'])
})

test('an Excel row keeps its number after blank rows', async () => {
  const table = await parseTable(
    workbook('<row r="3"><c r="B3" t="inlineStr"><is><t>名</t></is></c></row><row r="9"><c r="B9"><v>1</v></c></row>'),
  )
  assert.deepEqual([table.sheet, table.headerLine, table.header, table.rows], ['住户', 3, ['', '名'], [{ line: 9, cells: ['', '1'] }]])
})

test('cells and rows far away are refused before they fill memory', async () => {
  const problem = (sheetData: string) => problemIn(parseTable(workbook(HEADER + sheetData)))
  assert.equal(await problem('<row r="2"><c r="GS2"><v>1</v></c></row>'), 'tooManyColumns')
  assert.equal(await problem('<row r="100001"><c r="A100001"><v>1</v></c></row>'), 'tooManyRows')
  assert.equal(await problem('<row r="900000000"><c r="A2"><v>1</v></c></row>'), 'broken')
  assert.equal(await problem('<x:row xml:space=">" x:r="900000000"><c r="A2"><v>1</v></c></x:row>'), 'broken')
  assert.equal(await problem('<row r="2"><c r="&#90;ZZZZZZZ2"><v>1</v></c></row>'), 'broken')
  assert.equal(await problem('<row r="2"><c r="XFD2" s="1"/><c r="XFE2"/></row>'), 'broken')
  assert.equal(await problem('<row r="1048576"><c r="XFD1048576" s="1"/></row>'), 'none')
})
