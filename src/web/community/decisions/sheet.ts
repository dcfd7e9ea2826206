// 结果报告单: what is filed and what hangs in the buildings, as a page to print and as a Word document.
import { Conflict } from '#kit/errors.ts'
import { decisionById, decisionShown, type Decision, type DecisionShown, type Result } from '#modules/decisions/public.ts'
import type { Rules } from '#modules/law/public.ts'
import { sheetText } from '#text/decision-pages-papers.ts'
import { framed, idIn } from '#web/frame.ts'
import { html, type Html } from '#web/parts/html.ts'
import type { Page, Visit } from '#web/visit.ts'
import { styles } from './gauge.ts'
import { addressOf } from './keeping.ts'
import { sheetLines, type SheetLine } from './sheet-lines.ts'
import { sheetDocument } from './sheet-word.ts'

/** GET /:community/decisions/:id/sheet. Throws Conflict before the count. */
export const page: Page = async visit => {
  const { lang } = visit
  const t = sheetText(lang)
  const { decision, seen, result, rules } = await counted(visit)
  return framed(visit, { title: t.title, wide: true, paper: true, back: addressOf(visit, decision.id) }, html`${
    styles}<p class="no-print row wrap"><a class="btn b-line" href="${addressOf(visit, decision.id, 'sheet.docx')}">${t.word}</a></p>
<article class="a4 fold-sheet"><h2>${t.title}</h2><table><tbody>${
    sheetLines(visit, decision, seen, result, rules).map(line)}</tbody></table><p class="gap">${t.signs}</p><p>${
    [t.convenerSign, t.scrutineer, t.scrutineer, t.teller].map(words => html`${words} <span class="sign"></span> `)}</p></article>`)
}

/** GET /:community/decisions/:id/sheet.docx */
export const word: Page = async visit => {
  const { decision, seen, result, rules } = await counted(visit)
  const bytes = await sheetDocument(visit.lang, sheetLines(visit, decision, seen, result, rules))
  return new Response(new Uint8Array(bytes), { headers: {
    'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'content-disposition': `attachment; filename="decision-${decision.id}.docx"`, 'cache-control': 'private, no-store',
  } })
}

function line({ name, lines }: SheetLine): Html {
  return html`<tr><th>${name}</th><td>${lines.map((words, i) => html`${i > 0 && html`<br>`}${words}`)}</td></tr>`
}

async function counted(visit: Visit): Promise<{ decision: Decision, seen: DecisionShown, result: Result, rules: Rules }> {
  const decision = await decisionById(visit.db, visit.actor, idIn(visit))
  const seen = await decisionShown(visit.db, decision.id)
  if (!seen.result || !decision.rules) throw new Conflict(lang => sheetText(lang).notYet)
  return { decision, seen, result: seen.result, rules: decision.rules }
}

