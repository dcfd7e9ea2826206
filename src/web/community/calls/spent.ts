// How long something took, and the time of day: as the pages of a call say it.
import type { Lang } from '#kit/phrase.ts'
import { oneCallText, spentText } from '#text/call-pages.ts'
import { html, type Html } from '#web/parts/html.ts'
import { dayAndTime } from '#web/parts/time.ts'

/** Whole seconds between two moments, never less than none. */
export function secondsBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return Math.max(0, Math.round((to.epochMilliseconds - from.epochMilliseconds) / 1000))
}

/** 2 分 6 秒. */
export function spent(lang: Lang, seconds: number): string {
  return spentText(lang).exactly(Math.floor(seconds / 60), seconds % 60)
}

/** The same in large digits; from an hour on in hours and minutes. */
export function spentLarge(lang: Lang, seconds: number): Html {
  const t = oneCallText(lang)
  const [whole, rest, big, small] = seconds < 3600
    ? [Math.floor(seconds / 60), seconds % 60, t.minute, t.second]
    : [Math.floor(seconds / 3600), Math.floor(seconds % 3600 / 60), t.hour, t.minute]
  return html`<b>${whole}<small>${big}</small>${String(rest).padStart(2, '0')}<small>${small}</small></b>`
}

/** 09:41. */
export function minuteOf(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** 09:41:20 on the day of the call, with its date on any other. */
export function moment(lang: Lang, at: Temporal.Instant, day: Temporal.Instant, zone: string): string {
  const [then, first] = [at.toZonedDateTimeISO(zone), day.toZonedDateTimeISO(zone)]
  return then.toPlainDate().equals(first.toPlainDate()) ? then.toPlainTime().toString({ smallestUnit: 'second' }) : dayAndTime(lang, at, zone)
}
