// 备案材料清单: the papers as a Word document, to take along to the counter.
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import { NotFound } from '#kit/errors.ts'
import { electionShown, mayNotInElection, PAPERS, type ElectionShown } from '#modules/elections/public.ts'
import { officeText, paperText } from '#text/election-words.ts'
import { packingText } from '#text/election-pages.ts'
import { electionText } from '#text/elections.ts'
import { download } from '#web/download.ts'
import { idIn } from '#web/frame.ts'
import { day } from '#web/parts/time.ts'
import type { Page } from '#web/visit.ts'

/** GET /:community/elections/:id/papers.docx */
export const packingList: Page = async visit => {
  const { db, actor } = visit
  const shown = await electionShown(db, actor, idIn(visit))
  if (mayNotInElection.settle(actor, shown.election) !== null) throw new NotFound(say => electionText(say).notHere)
  // What goes to an office is in Chinese.
  return download(packingText('zh').title(shown.election.estate.name), 'docx', await documentOf(shown))
}

async function documentOf({ election, facts, elected }: ElectionShown): Promise<Uint8Array> {
  const t = packingText('zh')
  const title = t.title(election.estate.name)
  const row = (cells: readonly string[], tableHeader = false) => new TableRow({ tableHeader, children: cells.map(text => new TableCell({ children: [new Paragraph(text)] })) })
  return Packer.toBuffer(new Document({
    title, creator: 'Linju', styles: { default: { document: { run: { font: 'SimSun', size: 24 } } } },
    sections: [{ children: [
      new Paragraph({ heading: HeadingLevel.TITLE, text: title }), new Paragraph(t.law),
      ...election.elected_on ? [new Paragraph(t.elected(day('zh', election.elected_on)))] : [], ...election.term_ends ? [new Paragraph(t.term(day('zh', election.term_ends)))] : [],
      new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [
        row([t.paper, t.state], true), ...PAPERS.map(paper => row([paperText('zh')[paper], facts.papers.includes(paper) ? t.ready : t.missing])),
      ] }),
      new Paragraph({ heading: HeadingLevel.HEADING_2, text: t.members }),
      ...elected.filter(one => one.since !== null && one.until === null).map(one => new Paragraph(`${one.name}  ${officeText('zh')[one.office ?? 'member']}`)),
    ] }],
  }))
}
