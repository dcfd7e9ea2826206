// 工作日历: when people here are at work, for all to see; the secretary sets the hours from a day on.
import { Invalid } from '#kit/errors.ts'
import {
  calendarOf, comingDays, hoursText, ownDaysText, setCalendar, setCalendarInput, unknownYears, USUAL, versionOn, WEEK,
  type Calendar, type Coming, type Version,
} from '#modules/clocks/public.ts'
import { calendarText } from '#text/calendar.ts'
import { timeText } from '#text/time.ts'
import { framed } from '#web/frame.ts'
import { buttonOrWhy, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head, note, toast } from '#web/parts/list.ts'
import { day } from '#web/parts/time.ts'
import { EMPTY, goTo, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** How far ahead the list of holidays looks, in days. */
const AHEAD = 190

/** GET /:community/calendar */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/calendar */
export const submit: Submit = async sent => {
  const { requestKey: _key, ...typed } = sent.form.fields
  try {
    await sent.act(setCalendar, typed)
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: sent.form.fields, problems: problem.problems }))
  }
  return goTo(`/${sent.community.slug}/calendar?done=1`)
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, community, now, url, publicUrl } = visit
  const t = calendarText(lang)
  const calendar = await calendarOf(db)
  const today = now.toZonedDateTimeISO(community.time_zone).toPlainDate()
  const date = today.toString()
  return framed(visit, { title: t.title, back: `/${community.slug}`, narrow: true, qr: `${publicUrl}/${community.slug}/calendar` }, html`${
    url.searchParams.has('done') ? toast(t.done) : nothing}<p class="dim sm">${t.lead}</p>
<section>${head(t.now)}${hours(visit, versionOn(calendar, date))}</section>
${calendar.versions.filter(version => version.validFrom > date).map(version =>
    html`<section>${head(t.later(day(lang, version.validFrom)))}${hours(visit, version)}</section>`)}
<section>${head(t.coming)}${coming(visit, calendar, today)}</section>
${theForm(visit, calendar, mend)}`)
}

function hours({ lang }: Visit, { week, holidays }: Version): Html {
  const t = calendarText(lang)
  return html`<div class="card"><dl class="kv">${WEEK.map((name, i) =>
    html`<dt>${t[name]}</dt><dd>${hoursText(week[i] ?? [], t.off)}</dd>`)}</dl></div>
<p class="dim sm">${holidays === 'cn' ? t.holidaysFollowed : t.holidaysNot}</p>`
}

function coming({ lang }: Visit, calendar: Calendar, today: Temporal.PlainDate): Html {
  const t = calendarText(lang)
  const days = comingDays(calendar, today, AHEAD)
  const months = Map.groupBy(days, ({ from }) => t.month(from.year, from.month))
  return html`${days.length === 0 ? html`<p>${t.comingNone}</p>` : html`<div class="stack">${[...months].map(([month, list]) =>
    html`<h3>${month}</h3><ul class="card flush list">${list.map(one =>
      html`<li><span class="grow"><b class="row-title num">${when(one, lang)}</b><span class="row-meta">${
        what(one, lang)}</span></span></li>`)}</ul>`)}</div>`}
${unknownYears(calendar, today, AHEAD).map(year => note('sun', 'calendar', t.unknown(year)))}`
}

function when({ from, to }: Coming, lang: Visit['lang']): string {
  return from.equals(to) ? named(from, lang) : calendarText(lang).span(named(from, lang), named(to, lang))
}

function named(date: Temporal.PlainDate, lang: Visit['lang']): string {
  const t = timeText(lang)
  return `${t.day(date.month, date.day)} ${t[`week${date.dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7}`]}`
}

function what({ holiday, spans }: Coming, lang: Visit['lang']): string {
  const t = calendarText(lang)
  const worked = hoursText(spans, t.off)
  if (!holiday) return spans.length === 0 ? t.ownOff : t.ownOn(worked)
  return holiday.work ? t.makeUp(holiday.name[lang], worked) : t.holiday(holiday.name[lang])
}

// The newest hours, from tomorrow on, with the own days that are still to come.
function filled({ lang, community, now }: Visit, calendar: Calendar): Mend['values'] {
  const t = calendarText(lang)
  const today = now.toZonedDateTimeISO(community.time_zone).toPlainDate()
  const { week, holidays, days } = calendar.versions.at(-1) ?? USUAL
  const ahead = Object.fromEntries(Object.entries(days).filter(([date]) => date >= today.toString()))
  return {
    validFrom: today.add({ days: 1 }).toString(), holidays, days: ownDaysText(ahead, t.off),
    ...Object.fromEntries(WEEK.map((name, i) => [name, hoursText(week[i] ?? [], t.off)])),
  }
}

function theForm(visit: Visit, calendar: Calendar, mend: Mend): Html {
  const { lang, actor, community, now } = visit
  const t = calendarText(lang)
  const refusal = setCalendar.refuse(actor, calendar, now)
  if (refusal) return html`<section>${head(t.change)}${buttonOrWhy(lang, t.save, refusal)}</section>`
  const shown: Mend = mend === EMPTY ? { values: filled(visit, calendar), problems: [] } : mend
  return html`<section>${head(t.change)}<form class="card stack" method="post" action="/${community.slug}/calendar">
${errs(lang, shown)}${requestKey(mend)}${field(lang, setCalendarInput, 'validFrom', shown)}
<p class="hint field">${t.hoursHint}</p>${[...WEEK, 'holidays', 'days'].map(name => field(lang, setCalendarInput, name, shown))}
<div class="field"><button class="btn full">${t.save}</button></div></form></section>`
}
