// 活动日历: what comes next, everything there is, and the way into one's own calendar.
import { happenings, mayNotKeepDates, nextDates, type Happening } from '#modules/calendars/public.ts'
import { estates } from '#modules/places/public.ts'
import { happeningText } from '#text/happenings.ts'
import { boardText } from '#text/pages.ts'
import { framed, numberIn } from '#web/frame.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, toast } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'
import { hoursSaid, rhythmSaid, weekdayAndDate } from './when.ts'

const AHEAD = { hours: 31 * 24 }
const MOST = 40

/** GET /:community/happenings?estate */
export const page: Page = async visit => {
  const { lang, db, actor, community, now, url } = visit
  const t = happeningText(lang)
  const estate = numberIn(url, 'estate')
  const all = await happenings(db, estate === undefined ? {} : { estate }, now)
  const at = `/${community.slug}/happenings`
  return framed(visit, { title: t.title, back: `/${community.slug}`, narrow: true, qr: `${visit.publicUrl}${at}` }, html`${
    url.searchParams.has('done') ? toast(t.done) : nothing}<p>${t.lead}</p>
${await which(visit, estate)}
${mayNotKeepDates(actor) === null && html`<p class="row wrap gap no-print"><a class="btn b-line" href="${at}/edit">${icon('plus')}${
  t.add}</a><a class="btn b-line" href="${at}/bring">${icon('calendar')}${t.bring}</a></p>`}
<section>${head(t.coming)}${coming(visit, all)}</section>
${subscribe(visit, estate)}
<section>${head(t.all)}${all.length === 0 ? empty(t.noneAtAll)
  : html`<div class="card flush list">${all.map(one => row(visit, one))}</div>`}</section>`)
}

async function which({ lang, db, community }: Visit, estate: number | undefined): Promise<Html> {
  const at = `/${community.slug}/happenings`
  const link = (href: string, words: string, current: boolean) =>
    html`<a href="${href}"${current && html` aria-current="true"`}>${words}</a>`
  const t = boardText(lang)
  return html`<div class="scroll-x no-print"><nav class="filters" aria-label="${t.which}">${link(at, t.all, estate === undefined)}${
    (await estates(db)).map(one => link(`${at}?estate=${one.id}`, one.name, one.id === estate))}</nav></div>`
}

function coming({ lang, community, now }: Visit, all: readonly Happening[]): Html {
  const zone = community.time_zone
  const today = now.toZonedDateTimeISO(zone).startOfDay().toInstant()
  const dates = all.filter(one => !one.cancelled)
    .flatMap(one => nextDates(one, zone, { from: today, until: now.add(AHEAD), most: MOST }).map(date => ({ one, date })))
    .toSorted((a, b) => Temporal.ZonedDateTime.compare(a.date, b.date)).slice(0, MOST)
  if (dates.length === 0) return empty(happeningText(lang).none)
  const days = Map.groupBy(dates, ({ date }) => date.toPlainDate().toString())
  return html`<ul class="card flush list">${[...days.values()].map(of => of[0] && html`<li><span class="grow"><b class="row-title num">${
    weekdayAndDate(lang, of[0].date)}</b>${of.map(({ one }) => html`<span class="row-meta"><b>${one.title}</b> ${
    dotted(hoursSaid(lang, one), one.place, one.estate)}</span>`)}</span></li>`)}</ul>`
}

function row(visit: Visit, one: Happening): Html {
  const { lang, actor, community } = visit
  const t = happeningText(lang)
  const keeps = !one.cancelled && mayNotKeepDates(actor, one.organisation_id) === null
  return html`<div id="h${one.id}"><div class="grow"><h3>${one.title}</h3>${
    one.about && html`<span class="sm">${one.about}</span>`}<span class="row-meta">${
    dotted(rhythmSaid(lang, one, community.time_zone), hoursSaid(lang, one), one.estate, one.place)}</span><span class="row-meta">${
      t.by(one.organisation)}</span>${
    one.matter_id !== null && html`<a class="rest no-print" href="/${community.slug}/matters/${one.matter_id}">${t.signUp}</a>`}${
    keeps && html`<a class="rest no-print" href="/${community.slug}/happenings/edit?happening=${one.id}">${t.change}</a>`}</div>${
    one.cancelled && html`<span class="badge">${t.off}</span>`}</div>`
}

function subscribe({ lang, community, publicUrl }: Visit, estate: number | undefined): Html {
  const t = happeningText(lang)
  const asked = new URLSearchParams({ ...estate !== undefined && { estate: String(estate) }, ...lang === 'en' && { lang } }).toString()
  const address = `${publicUrl}/${community.slug}/calendar.ics${asked && `?${asked}`}`
  return html`<section class="no-print"><div class="stack"><a class="btn full b-sea" href="${address.replace(/^https?/u, 'webcal')}">${
    icon('calendar')}${t.subscribe}</a>
<p class="hint">${t.subscribeHint}</p><p class="card xs"><code>${address}</code></p><p class="sm"><a href="${address}">${
  t.file}</a></p></div></section>`
}
