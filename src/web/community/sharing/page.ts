// 怎么分摊: what each home would pay under each key, one's own home first; what homes think of it; and what was agreed.
import { listed } from '#kit/phrase.ts'
import { yuanOf } from '#modules/matters/public.ts'
import { mayNotWithSharing, type SharingShown } from '#modules/sharing/public.ts'
import { keyMeansText, keyText, lackText } from '#text/sharing.ts'
import { sharingPageText } from '#text/sharing-pages.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, note } from '#web/parts/list.ts'
import { EMPTY, type Mend, type Page, type Visit } from '#web/visit.ts'
import { around, sharingFrame, type Around } from './around.ts'
import { agreementsPart } from './agreements.ts'
import { objectionsPart, sayForm } from './said.ts'

/** GET /:community/matters/:id/sharing */
export const page: Page = visit => shown(visit, {})

/** The page, with what of its forms has to be mended. */
export async function shown(visit: Visit, mends: { say?: Mend, bill?: Mend }): Promise<Html> {
  const t = sharingPageText(visit.lang)
  const here = await around(visit)
  const { open, agreements, matter } = here
  return sharingFrame(visit, matter, { title: t.title }, html`<div class="cols"><div><p>${t.lead}</p>
${open ? html`${whatPart(visit, here)}${comparePart(visit, here)}${tables(visit, here)}` : agreements.length === 0 ? empty(t.none) : nothing}
</div><div>${worksPart(visit, here)}${open ? sayForm(visit, here, mends.say ?? EMPTY) : nothing}${open ? objectionsPart(visit, here) : nothing}
${agreementsPart(visit, here, mends.bill ?? EMPTY)}${note('', 'vote', html`${t.law}<br><a href="/${visit.community.slug}/decisions">${t.lawWay}</a>`)}</div></div>`)
}

function whatPart({ lang }: Visit, { open }: Around): Html {
  const t = sharingPageText(lang)
  if (!open) return nothing
  return html`<section>${head(open.what)}<div class="card"><p><b>${(open.monthly ? t.amountMonthly : t.amount)(yuanOf(open.cents))}</b></p><p class="dim sm">${t.homes(open.place, open.homes)}</p>${
    open.month && html`<p class="dim sm">${t.month(open.month)}</p>`}</div></section>`
}

// One's own homes first: it is what everybody looks for.
function comparePart(visit: Visit, { open, inside }: Around): Html {
  const { lang } = visit
  const t = sharingPageText(lang)
  if (!open) return nothing
  const mine = open.mine.length > 0
  return html`<section>${head(t.compare)}<table class="tbl fold"><caption class="vh">${t.compare}</caption><thead><tr><th scope="col">${t.key}</th>${mine && open.mine.map(home => html`<th scope="col" class="r">${
    open.mine.length > 1 ? home.label : t.mine}</th>`)}<th scope="col">${t.objections}</th></tr></thead>
<tbody>${open.options.map(option => html`<tr><td class="t"><b>${keyText(lang)[option.key]}</b><small>${keyMeansText(lang)[option.key]}</small>${lacks(visit, option)}</td>${
    mine && open.mine.map(home => html`<td class="r" data-th="${open.mine.length > 1 ? home.label : t.mine}">${option.lacks === null ? html`<b>${t.pays(yuanOf(option.mine.find(row => row.home === home.id)?.cents ?? 0))}</b>` : '—'}</td>`)}<td class="act" data-th="${
    t.objections}">${t.said(option.said.good, option.said.bearable, option.said.against)}</td></tr>`)}</tbody></table>
<p class="dim sm gap">${t.rule}</p>${!inside && note('', 'lock', !open.concerned ? t.onlyTotals : open.table_open ? t.usageHidden : t.onlyOwn)}</section>`
}

function lacks({ lang }: Visit, { lacks, missingCount, missing }: SharingShown): Html {
  if (lacks === null) return nothing
  return html`<small>${icon('warn')} ${lackText(lang)[lacks](missingCount)}${missing.length > 0 && html`<br>${sharingPageText(lang).missing(listed(lang, missing.slice(0, 20).map(home => home.label)))}`}</small>`
}

function tables({ lang }: Visit, { open }: Around): Html {
  const t = sharingPageText(lang)
  const shown = open?.options.filter(option => option.table !== null) ?? []
  const [first] = shown
  if (!open || !first?.table) return nothing
  return html`<section><details class="where"><summary>${t.all}</summary><div class="scroll-x" tabindex="0" role="region" aria-label="${t.all}"><table class="tbl"><thead><tr><th scope="col">${t.home}</th>${
    shown.map(option => html`<th scope="col" class="r">${keyText(lang)[option.key]}</th>`)}</tr></thead>
<tbody>${first.table.map((row, i) => html`<tr><td class="keep">${row.label}</td>${shown.map(option => html`<td class="r">${yuanOf(option.table?.[i]?.cents ?? 0)}</td>`)}</tr>`)}
<tr><td><b>${t.sum}</b></td>${shown.map(() => html`<td class="r"><b>${yuanOf(open.cents)}</b></td>`)}</tr></tbody></table></div></details></section>`
}

function worksPart({ lang, actor }: Visit, { matter, open, agreements, at }: Around): Html {
  const t = sharingPageText(lang)
  const weighed = { matter: matter.rules, open }
  const mayKeep = (open !== null || agreements.length > 0) && mayNotWithSharing.keep(actor, weighed) === null
  const links = [
    ...mayNotWithSharing.start(actor, weighed) === null ? [['edit', t.start]] : [],
    ...mayNotWithSharing.handle(actor, weighed) === null ? [['edit', t.change], ['agree', t.agree]] : [],
    ...mayKeep ? [['readings', t.readings]] : [],
  ]
  if (links.length === 0) return nothing
  return html`<p class="row wrap no-print">${links.map(([to, words]) => html`<a class="btn b-line" href="${at}/${to}">${words}</a>`)}</p>`
}
