// 看过的记录: every judgement, open to everybody: what kind of thing, by which reason and rule, by which post; never the words.
import { judgements, judgementsByMonth, REASONS } from '#modules/moderation/public.ts'
import { ruleText, reasonText, thingText, verdictText } from '#text/moderation.ts'
import { logText } from '#text/moderation-open.ts'
import { postText } from '#text/people.ts'
import { framed, numberIn } from '#web/frame.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head } from '#web/parts/list.ts'
import { said } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'

const SHOWN = 50

type Judged = Awaited<ReturnType<typeof judgements>>[number]

/** GET /:community/moderation-log?before= */
export const page: Page = async visit => {
  const { lang, db, community, url } = visit
  const t = logText(lang)
  const found = await judgements(db, { before: numberIn(url, 'before') ?? null, limit: SHOWN + 1 })
  const shown = found.slice(0, SHOWN)
  const months = await judgementsByMonth(db)
  return framed(visit, { title: t.title, back: `/${community.slug}`, qr: `${visit.publicUrl}/${community.slug}/moderation-log` }, html`<p class="dim sm">${t.lead}</p>
<section>${shown.length === 0 ? empty(t.none) : table(visit, shown)}${
    found.length > SHOWN && html`<p class="gap no-print"><a class="btn b-line" href="/${community.slug}/moderation-log?before=${shown.at(-1)?.id}">${t.older}</a></p>`}</section>
${months.length === 0 ? nothing : counts(visit, months)}
<section class="card"><h3>${t.rules}</h3>${REASONS.map(reason => html`<p class="sm"><b>${reasonText(lang)[reason]}</b><br>${ruleText(lang)[reason]}</p>`)}<p class="sm">${t.noReason}</p></section>`)
}

function table(visit: Visit, shown: readonly Judged[]): Html {
  const { lang, now, community } = visit
  const t = logText(lang)
  return html`<table class="tbl fold"><thead><tr><th>${t.what}</th><th>${t.verdict}</th><th>${t.by}</th><th>${t.when}</th></tr></thead><tbody>${shown.map(one => html`<tr>
<td class="t">${t.of(one.matter_id, thingText(lang)[one.kind])}</td>
<td class="act">${one.appeal_of === null ? one.verdict && verdictText(lang)[one.verdict] : one.verdict === 'released' ? t.overturned : t.upheld}${one.reason && html`<small>${reasonText(lang)[one.reason]}</small>`}</td>
<td class="act">${by(visit, one)}</td>
<td class="act">${one.judged_at && html`<time datetime="${one.judged_at.toString()}">${said(lang, one.judged_at, now, community.time_zone)}</time>`}</td></tr>`)}</tbody></table>`
}

function by({ lang }: Visit, { judged_as, verdict }: Judged): string {
  if (judged_as) return postText(lang)[judged_as as 'secretary']
  return verdict === 'changed' ? logText(lang).author : logText(lang).nobody
}

function counts({ lang }: Visit, months: Awaited<ReturnType<typeof judgementsByMonth>>): Html {
  const t = logText(lang)
  const grouped = Map.groupBy(months, ({ month }) => month)
  return html`<section>${head(t.perMonth)}<div class="card">${[...grouped].map(([month, rows]) => html`<p class="sm"><b>${
    t.month(Number(month.slice(0, 4)), Number(month.slice(5)))}</b> ${dotted(...rows.map(({ verdict, is_appeal, count }) =>
    `${is_appeal ? (verdict === 'released' ? t.overturned : t.upheld) : verdict ? verdictText(lang)[verdict] : ''} ${count}`))}</p>`)}</div></section>`
}
