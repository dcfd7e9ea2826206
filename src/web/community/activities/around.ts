// What the pages of one activity have in common: its frame, its time in words, and one form for one deed.
import { nameOfActivity, type ActivityShown } from '#modules/activities/public.ts'
import { activityPageText, checkInText } from '#text/activities-pages.ts'
import { framed } from '#web/frame.ts'
import { requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { toast } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import { EMPTY, type Mend, type Visit } from '#web/visit.ts'
import type { DeedName } from './deeds.ts'

/** What was just sent and has to be mended; null: nothing. */
export type Sent = { readonly deed: DeedName, readonly mend: Mend } | null

/** Where an activity lies, without a slash at the end. */
export function addressOf({ community }: Pick<Visit, 'community'>, id: number): string {
  return `/${community.slug}/activities/${id}`
}

/** A page of an activity. */
export function activityFrame(visit: Visit, activity: ActivityShown, own: { title?: string, back?: string, qr?: string, islands?: readonly ['photos'] }, body: Html): Html {
  const { lang, community } = visit
  const done = doneWords(visit)
  return framed(visit, { title: nameOfActivity(lang, activity), back: `/${community.slug}/activities`, narrow: true, live: `activities/${activity.id}`, ...own }, html`${
    done !== null && toast(done)}${body}`)
}

// What is said after a deed, by the word in the address.
function doneWords({ lang, url }: Visit): string | null {
  const [t, done] = [activityPageText(lang), url.searchParams.get('done')]
  switch (done) {
    case null: return null
    case 'signUp': return t.signedUp
    case 'waiting': return t.queued
    case 'checkIn': return checkInText(lang).doneIn
    case 'checkOut': return checkInText(lang).doneOut
    default: return t.saved
  }
}

/** 11月28日 09:00–12:00; with both days where it goes on past midnight. */
export function spanSaid({ lang, community: { time_zone: zone } }: Pick<Visit, 'lang' | 'community'>, from: Temporal.Instant, until: Temporal.Instant): string {
  const [first, last] = [from, until].map(moment => moment.toZonedDateTimeISO(zone))
  const sameDay = first?.toPlainDate().equals(last?.toPlainDate() ?? '') ?? false
  return `${dayAndTime(lang, from, zone)}–${sameDay ? timeOfDay(until, zone) : dayAndTime(lang, until, zone)}`
}

/** 09:05. */
export function timeOfDay(moment: Temporal.Instant, zone: string): string {
  return moment.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** A form that does one deed; what was typed comes back to the very form that it was typed into. */
export function deedForm(visit: Visit, activity: { id: number }, deed: DeedName, fields: Readonly<Record<string, string | number>>, inside: Html, look = ''): Html {
  return html`<form${look && html` class="${look}"`} method="post" action="${addressOf(visit, activity.id)}/do/${deed}">${requestKey(EMPTY)}${
    Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${inside}</form>`
}

/** What has to be mended in the form of this deed with these hidden fields; nothing where it was another one. */
export function mendOf(sent: Sent, deed: DeedName, fields: Readonly<Record<string, string | number>> = {}): Mend {
  const same = sent?.deed === deed && Object.entries(fields).every(([name, value]) => sent.mend.values[name] === String(value))
  return same ? sent.mend : EMPTY
}
