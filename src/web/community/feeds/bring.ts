// A calendar file: read, shown as it would stand here, and taken in with one more tap.
import { z } from 'zod'
import { readCalendar } from '#kit/calendar-files/read.ts'
import { Problem, Refused } from '#kit/errors.ts'
import { imported, importedFrom, importHappenings, mayNotKeepDates, type Imported } from '#modules/calendars/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { happeningText } from '#text/happenings.ts'
import { framed } from '#web/frame.ts'
import { errs, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { hoursSaid, rhythmSaid } from './when.ts'

const SHOWN = 50
const keptDates = z.object({ dates: z.array(imported), left: z.number() })

/** GET /:community/happenings/bring */
export const page: Page = async visit => {
  mayBring(visit.actor)
  return form(visit, EMPTY)
}

/** POST /:community/happenings/bring: reads the file and keeps what is in it. */
export const look: Submit = async sent => {
  mayBring(sent.actor)
  const again = (reason: Problem['reason']) => sent.show(async visit => form(visit, { values: {}, problems: [{ field: 'file', reason }] }))
  const [file] = sent.form.files
  const [problem] = sent.form.problems
  if (problem || !file) return again(problem?.reason ?? (lang => happeningText(lang).fileMissing))
  try {
    const zone = sent.community.time_zone
    const { events, unread } = await readCalendar(file.bytes, zone)
    const dates = events.map(event => importedFrom(event, zone)).filter(one => one !== null)
    const token = await sent.keep(JSON.stringify({ dates, left: unread + events.length - dates.length }))
    return goTo(`/${sent.community.slug}/happenings/bring/check?file=${encodeURIComponent(token)}`)
  } catch (wrong) {
    if (wrong instanceof Problem) return again(wrong.reason)
    throw wrong
  }
}

/** GET /:community/happenings/bring/check?file=TOKEN */
export const check: Page = async visit => {
  mayBring(visit.actor)
  const t = happeningText(visit.lang)
  const token = visit.url.searchParams.get('file') ?? ''
  const kept = await datesOf(visit, token)
  return framed(visit, { title: t.checkTitle, narrow: true, back: `/${visit.community.slug}/happenings/bring` },
    kept ? seen(visit, token, kept) : note('sun', 'warn', t.lost))
}

/** POST /:community/happenings/bring/check: takes them in. */
export const take: Submit = async sent => {
  mayBring(sent.actor)
  const token = typed(sent.form, 'file')
  const kept = await datesOf(sent, token)
  if (!kept) return goTo(`/${sent.community.slug}/happenings/bring/check`)
  await sent.act(importHappenings, { dates: kept.dates })
  await sent.letGo(token)
  return goTo(`/${sent.community.slug}/happenings?done=1`)
}

function mayBring(actor: Actor): void {
  const reason = mayNotKeepDates(actor)
  if (reason) throw new Refused(reason)
}

async function datesOf({ kept }: Pick<Visit, 'kept'>, token: string): Promise<z.infer<typeof keptDates> | null> {
  const text = await kept(token)
  return text === null ? null : keptDates.parse(JSON.parse(text))
}

function form(visit: Visit, mend: Mend): Promise<Html> | Html {
  const { lang, community } = visit
  const t = happeningText(lang)
  const at = `/${community.slug}/happenings`
  return framed(visit, { title: t.bring, narrow: true, back: at },
    html`<form class="stack" method="post" action="${at}/bring" enctype="multipart/form-data">${errs(lang, mend)}
<div class="field"><label for="f-file">${t.fileLabel}</label><p class="hint" id="h-file">${
  t.fileHint}</p><input type="file" id="f-file" name="file" accept=".ics,text/calendar" aria-describedby="h-file"></div>
<div class="field"><button class="btn full">${t.look}</button></div></form>`)
}

function seen({ lang, community }: Visit, token: string, { dates, left }: z.infer<typeof keptDates>): Html {
  const t = happeningText(lang)
  return html`<div class="stack">${note('', 'calendar', t.seen(dates.length))}${
    left > 0 ? note('sun', 'warn', t.left(left)) : nothing}</div>
<ul class="card flush list gap">${dates.slice(0, SHOWN).map(one => html`<li>${preview(one, lang, community.time_zone)}</li>`)}</ul>
${dates.length > SHOWN && html`<p class="dim sm">${t.more(dates.length - SHOWN)}</p>`}
${dates.length > 0 && html`<form class="gap" method="post" action="/${community.slug}/happenings/bring/check">${
  requestKey(EMPTY)}<input type="hidden" name="file" value="${token}"><button class="btn full">${icon('check')}${
    t.take(dates.length)}</button></form>`}`
}

function preview(one: Imported, lang: Visit['lang'], zone: string): Html {
  return html`<span class="grow"><b class="row-title">${one.title}</b><span class="row-meta">${
    dotted(rhythmSaid(lang, one, zone), hoursSaid(lang, one), one.place, one.cancelled && happeningText(lang).off)}</span></span>`
}
