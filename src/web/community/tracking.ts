// 限时跟踪: every open matter with its limit, what is left of it, and who has it; the latest first. The same for everybody.
import { calendarOf, left, standing, type Calendar } from '#modules/clocks/public.ts'
import { clockTracked, titleOf, tracked, TRACKED_AT_ONCE, trackedCounts, type TrackingFilter } from '#modules/matters/public.ts'
import { methodIn } from '#modules/methods/public.ts'
import { estates } from '#modules/places/public.ts'
import { stepText } from '#text/matters.ts'
import { postText } from '#text/people.ts'
import { trackingText } from '#text/tracking.ts'
import { framed, numberIn } from '#web/frame.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, note } from '#web/parts/list.ts'
import { clock as chip } from '#web/parts/steps.ts'
import { said } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'

type Tracked = Awaited<ReturnType<typeof tracked>>[number]
type Estates = Awaited<ReturnType<typeof estates>>

// What nobody reads to its end; a number beyond it would only make the database count.
const MOST_PAGES = 1000

/** GET /:community/tracking?estate&late&page */
export const page: Page = async visit => {
  const { lang, url, community, db, now } = visit
  const t = trackingText(lang)
  const filter: TrackingFilter = { estate: numberIn(url, 'estate'), late: url.searchParams.has('late'), page: Math.min(numberIn(url, 'page') ?? 1, MOST_PAGES) }
  const [counts, listed, all] = [await trackedCounts(db, filter, now), await tracked(db, filter, now), await estates(db)]
  const calendar = await calendarOf(db)
  return framed(visit, { title: t.title, current: 'board', wide: true, back: `/${community.slug}/board`, live: 'matters/', qr: `${visit.publicUrl}${address(visit, { ...filter, page: 1 })}` },
    html`<p>${t.lead}</p><p><b class="num">${t.open(counts.open)}</b> <b class="num">${t.late(counts.late)}</b></p>
${choices(visit, filter, all)}
${listed.length === 0 ? empty(filter.late ? t.noneLate : t.none) : html`<div class="card flush list gap">${listed.map(matter => row(visit, matter, calendar))}</div>`}
${pages(visit, filter, listed[0]?.total ?? 0)}
${counts.hidden > 0 ? note('', 'lock', t.hidden(counts.hidden)) : nothing}`)
}

function choices(visit: Visit, filter: TrackingFilter, all: Estates): Html {
  const t = trackingText(visit.lang)
  const link = (words: string, asked: TrackingFilter, current: boolean) => html`<a href="${address(visit, asked)}"${current && html` aria-current="true"`}>${words}</a>`
  return html`<div class="scroll-x no-print"><nav class="filters" aria-label="${t.which}">${link(t.all, { late: filter.late, page: 1 }, !filter.estate)}${
    link(t.onlyLate, { ...filter, late: !filter.late, page: 1 }, filter.late === true)}${
    all.map(estate => link(estate.name, { ...filter, estate: estate.id, page: 1 }, filter.estate === estate.id))}</nav></div>`
}

function row({ lang, community, now }: Visit, matter: Tracked, calendar: Calendar): Html {
  const clock = clockTracked(matter)
  const t = trackingText(lang)
  const why = matter.waits_for_resident ? t.waits : matter.pause_reason ?? ''
  const step = (matter.method_source ? methodIn(matter.method_source).steps[matter.step]?.name[lang] : undefined) ?? stepText(lang)[matter.step]
  const who = matter.organisation ? dotted(matter.organisation, matter.post && postName(lang, matter.post)) : t.nobody
  return html`<a href="/${community.slug}/matters/${matter.id}"><span class="grow"><b class="row-title">${matter.title ?? titleOf(matter.text)}</b><span class="row-meta">${
    dotted(step, who, matter.label, t.raised(said(lang, matter.raised_at, now, community.time_zone)))}</span>${
    clock ? chip(standing(clock, now, calendar), left(lang, clock, now, calendar, why)) : html`<span class="badge">${t.noClock}</span>`}</span></a>`
}

function postName(lang: Visit['lang'], kind: string): string {
  return new Map<string, string>(Object.entries(postText(lang))).get(kind) ?? ''
}

function pages(visit: Visit, filter: TrackingFilter, total: number): Html {
  const t = trackingText(visit.lang)
  const last = Math.min(Math.ceil(total / TRACKED_AT_ONCE), MOST_PAGES)
  if (last <= 1) return nothing
  const link = (words: string, page: number) => html`<a class="btn b-line sm" href="${address(visit, { ...filter, page })}">${words}</a>`
  return html`<nav class="row wrap gap no-print">${filter.page > 1 && link(t.before, filter.page - 1)}<span class="num">${t.page(filter.page, last)}</span>${filter.page < last && link(t.after, filter.page + 1)}</nav>`
}

function address({ community }: Visit, { estate, late, page: number }: TrackingFilter): string {
  const query = new URLSearchParams({ ...estate && { estate: String(estate) }, ...late && { late: '1' }, ...number > 1 && { page: String(number) } })
  return `/${community.slug}/tracking${query.size > 0 ? `?${query}` : ''}`
}
