// An agreement as a Word document that a committee can file: its text, the table as far as this reader may see it, and the signatures.
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { Lang } from '#kit/phrase.ts'
import { yuanOf } from '#modules/matters/public.ts'
import type { Agreement } from '#modules/sharing/agreements.ts'
import { weightShown } from '#modules/sharing/keys.ts'
import { agreementText } from '#text/sharing.ts'

/** The bytes of the .docx. `dayOf` says a day as the community has it. */
export async function documentOf(agreement: Agreement, dayOf: (at: Temporal.Instant) => string): Promise<Uint8Array> {
  const lang: Lang = 'zh'
  const t = agreementText(lang)
  const [title = '', ...lines] = agreement.content.split('\n')
  return Packer.toBuffer(new Document({
    title, creator: 'Linju', styles: { default: { document: { run: { font: 'SimSun', size: 24 } } } },
    sections: [{ children: [
      new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, children: [new TextRun({ text: title, bold: true, size: 36 })] }),
      ...lines.map(text => new Paragraph({ text, spacing: { after: 120 } })),
      ...agreement.all_seen ? [sub(t.tableTitle), tableOf(agreement, lang)] : [],
      sub(t.signTitle),
      ...agreement.signatories.map(one => new Paragraph({
        text: `${one.name}  ${one.signed_at === null ? t.toSign : one.way === 'paper' ? t.onPaper(dayOf(one.signed_at)) : t.byTap(dayOf(one.signed_at))}`, spacing: { after: 240 },
      })),
      new Paragraph({ children: [new TextRun({ text: t.seal(agreement.hash), size: 16 })] }),
    ] }],
  }))
}

function sub(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, text, spacing: { before: 240, after: 120 } })
}

function tableOf({ shares, key }: Agreement, lang: Lang): Table {
  const t = agreementText(lang)
  const row = (cells: readonly string[], tableHeader = false) => new TableRow({ tableHeader, children: cells.map(text => new TableCell({ children: [new Paragraph(text)] })) })
  const weighted = shares.some(share => share.weight !== null)
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [
    row(weighted ? [t.columnHome, t.columnWeight, t.columnYuan] : [t.columnHome, t.columnYuan], true),
    ...shares.map(share => row(weighted ? [share.label, share.weight === null ? '' : weightShown(key, share.weight), yuanOf(share.cents)] : [share.label, yuanOf(share.cents)])),
  ] })
}
