// The result sheet as a Word document that a committee can sign and file.
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { Lang } from '#kit/phrase.ts'
import { sheetText } from '#text/decision-pages-papers.ts'
import type { SheetLine } from './sheet-lines.ts'

/** The bytes of the .docx. */
export async function sheetDocument(lang: Lang, lines: readonly SheetLine[]): Promise<Uint8Array> {
  const t = sheetText(lang)
  const sign = (words: string) => new Paragraph({ text: `${words}  ____________________`, spacing: { before: 240 } })
  return Packer.toBuffer(new Document({
    title: t.title, creator: 'Linju', styles: { default: { document: { run: { font: 'SimSun', size: 22 } } } },
    sections: [{ children: [
      new Paragraph({
        heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, spacing: { after: 240 },
        children: [new TextRun({ text: t.title, bold: true, size: 32 })],
      }),
      new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: lines.map(row) }),
      new Paragraph({ text: t.signs, spacing: { before: 360 } }), sign(t.convenerSign), sign(t.scrutineer), sign(t.scrutineer), sign(t.teller),
    ] }],
  }))
}

function row({ name, lines }: SheetLine): TableRow {
  return new TableRow({ cantSplit: true, children: [
    new TableCell({ width: { size: 24, type: WidthType.PERCENTAGE }, children: [new Paragraph({ children: [new TextRun({ text: name, bold: true })] })] }),
    new TableCell({ width: { size: 76, type: WidthType.PERCENTAGE }, children: lines.map(text => new Paragraph(text)) }),
  ] })
}
