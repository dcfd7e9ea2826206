// The bill of a month: what one's own home pays; for those inside every home, to look at and as a table to hand out.
import { NotFound } from '#kit/errors.ts'
import { writeXlsx } from '#kit/tables.ts'
import { isInside, yuanOf } from '#modules/matters/public.ts'
import { billOf, weightShown } from '#modules/sharing/public.ts'
import { keyText } from '#text/sharing.ts'
import { agreementPageText, sharingPageText } from '#text/sharing-pages.ts'
import { download } from '#web/download.ts'
import { idFrom } from '#web/frame.ts'
import { dotted, html, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'
import { addressOf, matterOf, sharingFrame } from './around.ts'

type Bill = NonNullable<Awaited<ReturnType<typeof billOf>>>

/** GET /:community/matters/:id/sharing/bills/:bill; `?as=xlsx`: the lines that this one may see as a table. */
export const page: Page = async visit => {
  const { db, actor, params, lang, url } = visit
  const matter = await matterOf(visit)
  const bill = await billOf(db, actor, { matter: matter.id, bill: idFrom(params['bill'] ?? '') ?? 0 }, isInside(actor, matter.rules))
  if (!bill) throw new NotFound(said => agreementPageText(said).noBill)
  const t = agreementPageText(lang)
  if (url.searchParams.get('as') === 'xlsx') {
    return download(t.listName(bill.month), 'xlsx', await writeXlsx(t.listName(bill.month), [sharingPageText(lang).home, bill.key === 'usage' ? t.usage : t.weight, t.yuan],
      bill.lines.map(line => [line.label, weightOf(bill, line.weight), yuanOf(line.cents)])))
  }
  const at = addressOf(visit, matter.id)
  return sharingFrame(visit, matter, { title: t.bill(bill.month), back: at }, html`<div class="card"><p><b>${bill.what}</b></p><p class="dim sm">${
    dotted(keyText(lang)[bill.key], t.number(bill.number), sharingPageText(lang).pays(yuanOf(bill.cents)))}</p></div>
${bill.lines.length === 0 ? note('', 'lock', t.notYours) : lines(visit, bill)}
${bill.all && html`<p class="gap no-print"><a class="btn b-line" href="${at}/bills/${bill.id}?as=xlsx" download>${t.list}</a></p>`}<p class="dim sm gap">${sharingPageText(lang).rule}</p>`)
}

function lines({ lang }: Visit, bill: Bill): Html {
  const t = agreementPageText(lang)
  return html`<table class="tbl gap"><thead><tr><th scope="col">${sharingPageText(lang).home}</th><th scope="col" class="r">${bill.key === 'usage' ? t.usage : t.weight}</th><th scope="col" class="r">${t.yuan}</th></tr></thead>
<tbody>${bill.lines.map(line => html`<tr><td>${line.mine ? html`<b>${line.label}</b>` : line.label}</td><td class="r">${weightOf(bill, line.weight)}</td><td class="r">${yuanOf(line.cents)}</td></tr>`)}</tbody></table>`
}

function weightOf({ key }: Bill, weight: number | null): string {
  return weight === null ? '' : weightShown(key, weight)
}
