// The minutes as a Word document that a committee can file: heading, facts, topics, decisions, signatures, addenda.
import { AlignmentType, BorderStyle, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { MinutesContent } from '#modules/councils/public.ts'
import { partyText } from '#text/councils.ts'
import { minutesText } from '#text/council-minutes.ts'
import { day, dayAt } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'
import { facts, minutesHere, signed, titleOf } from './minutes.ts'

type Here = Awaited<ReturnType<typeof minutesHere>>

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Chinese documents are set in Song; half-points. */
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun' }
const SIZE = 24
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

/** GET /:community/sessions/:id/minutes.docx */
export const page: Page = async visit => {
  const here = await minutesHere(visit)
  const bytes = await Packer.toBuffer(documentOf(visit, here))
  const name = `${here.minutes.content.number}.docx`
  return new Response(new Uint8Array(bytes), { headers: {
    'content-type': TYPE, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-disposition': `attachment; filename="${name}"`,
  } })
}

function documentOf(visit: Visit, here: Here): Document {
  const t = minutesText(visit.lang)
  const { content, hash } = here.minutes
  return new Document({
    title: t.heading(content.council, content.session), creator: content.community, styles: { default: { document: { run: { font: FONT, size: SIZE } } } },
    sections: [{
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [
        new TextRun({ text: `${content.number}  `, size: 18 }), new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18 })] })] }) },
      children: [
        new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, children: [new TextRun({ text: t.heading(content.council, content.session), bold: true, size: 36 })] }),
        table(facts(visit, here.minutes).map(([name, words]) => [name, words]), [22, 78]), ...topics(visit, here), ...signatures(visit, here), ...addenda(visit, here),
        text(`${t.hash} ${hash}`, { size: 16 }),
      ],
    }],
  })
}

function topics(visit: Visit, { minutes: { content, owners } }: Here): (Paragraph | Table)[] {
  const { lang } = visit
  const t = minutesText(lang)
  if (content.topics.length === 0) return [text(t.noTopics)]
  return content.topics.flatMap((topic, i) => [
    heading(`${i + 1}. ${titleOf(visit, topic)}`), ...part(t.said, topic.text), ...part(t.decision, topic.decision), ...topic.tasks.length === 0 ? []
      : [table([[t.what, t.who, t.due], ...topic.tasks.map(task => [task.title, ownerOf(task, owners, t.erased), task.due ? day(lang, task.due) : ''])], [50, 25, 25])],
  ])
}

type Task = MinutesContent['topics'][number]['tasks'][number]

function ownerOf(task: Task, owners: ReadonlyMap<number, string>, erased: string): string {
  return task.organisation ?? owners.get(task.task) ?? erased
}

function signatures(visit: Visit, { minutes }: Here): (Paragraph | Table)[] {
  const t = minutesText(visit.lang)
  const rows = minutes.present.map(one => [partyText(visit.lang)[one.party], [one.organisation, one.name ?? (one.organisation ? '' : t.erased)].filter(Boolean).join(' '), signed(visit, one)])
  return [heading(t.signature), table([[t.party, t.name, t.signature], ...rows], [25, 35, 40])]
}

function addenda({ lang, community }: Visit, { minutes }: Here): Paragraph[] {
  if (minutes.addenda.length === 0) return []
  return [heading(minutesText(lang).addenda), ...minutes.addenda.flatMap(one => [...lines(one.text), text(dayAt(lang, one.at, community.time_zone), { size: 20 })])]
}

function heading(words: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, spacing: { before: 320, after: 120 }, keepNext: true, children: [new TextRun({ text: words, bold: true, size: 28, color: '000000' })] })
}

function part(name: string, words: string): Paragraph[] {
  return words === '' ? [] : [text(name, { bold: true }), ...lines(words)]
}

function lines(words: string): Paragraph[] {
  return words.split('\n').map(line => text(line))
}

function text(words: string, look: { bold?: boolean, size?: number } = {}): Paragraph {
  return new Paragraph({ spacing: { before: 60, after: 60, line: 360 }, children: [new TextRun({ text: words, ...look })] })
}

function table(rows: readonly (readonly string[])[], widths: readonly number[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE }, borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: rows.map(cells => new TableRow({ cantSplit: true, children: cells.map((cell, i) => new TableCell({
      width: { size: widths[i] ?? 0, type: WidthType.PERCENTAGE }, margins: { top: 60, bottom: 60, left: 100, right: 100 }, children: [text(cell)],
    })) })),
  })
}
