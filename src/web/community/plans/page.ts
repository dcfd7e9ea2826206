// 规划方案: a version of the plan part by part, what changed since the one before, what people say, and what became of it.
import { yuanOf } from '#modules/matters/public.ts'
import { changesBetween, mayNotWithPlan, type Change, type PlanSaid, type Version } from '#modules/plans/public.ts'
import { listed } from '#kit/phrase.ts'
import { plansText, publishPlanText, suggestText } from '#text/plans.ts'
import { costsText } from '#text/work-more.ts'
import { numberIn } from '#web/frame.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head } from '#web/parts/list.ts'
import { dayAndTime, said } from '#web/parts/time.ts'
import { EMPTY, type Mend, type Page, type Visit } from '#web/visit.ts'
import { receiptQuery } from '../matter/trail.ts'
import { around, lines, planFrame, type Around } from './around.ts'
import { saidPart, sayForm } from './said.ts'

/** GET /:community/matters/:id/plans?v=: that version, or the newest one. */
export const page: Page = visit => shown(visit, EMPTY)

/** The page, with the form to say something as it was sent. */
export async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, actor } = visit
  const t = plansText(lang)
  const here = await around(visit)
  const { plan: { versions }, planned, at } = here
  const version = versions.find(one => one.number === numberIn(visit.url, 'v')) ?? versions.at(-1)
  const mayPublish = mayNotWithPlan.publish(actor, planned) === null
  return planFrame(visit, here, { title: t.title, done: suggestText(lang).sent }, html`<p>${t.lead}</p>
${mayPublish && html`<p class="gap no-print"><a class="btn b-line" href="${at}/new">${icon('plus')}${publishPlanText(lang).publish}</a></p>`}
${version ? html`${choice(visit, here, version)}${versionShown(visit, here, version)}${saidPart(visit, here)}${sayForm(visit, here, mend)}` : empty(t.none)}`)
}

function choice({ lang }: Visit, { plan: { versions }, at }: Around, shown: Version): Html {
  const t = plansText(lang)
  if (versions.length < 2) return nothing
  return html`<nav class="filters gap no-print" aria-label="${t.otherVersions}">${versions.map(one => html`<a href="${at}?v=${one.number}"${
    one.number === shown.number && html` aria-current="page"`}>${t.version(one.number)}</a>`)}</nav>`
}

function versionShown(visit: Visit, here: Around, version: Version): Html {
  const { lang, now, community } = visit
  const t = plansText(lang)
  const former = here.plan.versions.findLast(one => one.number < version.number)
  const newest = here.plan.versions.at(-1) === version
  const open = newest && version.open_until !== null && Temporal.Instant.compare(now, version.open_until) < 0
  return html`<section>${head(t.version(version.number), html`<span class="badge push${open && ' sea'}">${version.final ? t.final : open ? t.draft : t.ended}</span>`)}
<div class="card"><p>${lines(version.about)}</p><p class="dim sm">${dotted(t.publishedBy(version.by, said(lang, version.published_at, now, community.time_zone)),
    open && version.open_until && t.openUntil(dayAndTime(lang, version.open_until, community.time_zone)))}</p>
<dl class="kv gap"><dt>${t.cost}</dt><dd class="num">${version.cents === null ? t.noCost : costsText(lang).yuan(yuanOf(version.cents))}</dd></dl></div></section>
${drawings(visit, here, version)}
<section>${head(former ? t.changedFrom(former.number) : t.parts)}${former
    ? changesBetween(former.parts, version.parts).map(change => changed(visit, here, version, change))
    : version.parts.map(part => html`<div class="card gap"><h3>${part.heading}</h3><p>${lines(part.text)}</p></div>`)}</section>`
}

function drawings(visit: Visit, { matter }: Around, { drawings: drawn }: Version): Html {
  if (drawn.length === 0) return nothing
  const t = plansText(visit.lang)
  const at = `/${visit.community.slug}/matters/${matter.id}/photos`
  const code = receiptQuery(visit, '?')
  return html`<section>${head(t.drawings)}<div class="pics">${drawn.map(one => html`<figure><a href="${at}/${one.file}${code}"><img src="${at}/${one.thumbnail}${code}" width="${one.width}" height="${one.height}" alt="${
    one.alt}" loading="lazy"></a><figcaption class="sm">${one.alt}</figcaption></figure>`)}</div></section>`
}

// Both texts stand there in full, so that nobody has to compare from memory.
function changed(visit: Visit, here: Around, version: Version, { how, before, after, number }: Change): Html {
  const t = plansText(visit.lang)
  const part = after ?? before
  return html`<div class="card gap"><div class="row wrap"><h3>${part?.heading}</h3><span class="badge push${how === 'changed' && ' sea'}">${t[how]}</span></div>${
    after && html`<p>${lines(after.text)}</p>`}${from(visit, here, version, number)}${
    before && how !== 'same' && html`<details class="where"><summary>${t.before}${before.heading !== after?.heading && `: ${before.heading}`}</summary><p>${lines(before.text)}</p></details>`}</div>`
}

function from({ lang }: Visit, { plan }: Around, version: Version, part: number): Html {
  const t = plansText(lang)
  const into = plan.suggestions.filter(one => one.fate_version === version.number && one.fate_part === part)
  const numbers = (fate: PlanSaid['fate']) => listed(lang, into.filter(one => one.fate === fate).map(one => String(one.id)))
  const links = [['adopted', t.adoptedFrom], ['partly', t.partlyFrom]] as const
  return html`${links.map(([fate, words]) => numbers(fate) === '' ? nothing
    : html`<p class="sm">${icon('check')} <a href="#s-${into.find(one => one.fate === fate)?.id}">${words(numbers(fate))}</a></p>`)}`
}
