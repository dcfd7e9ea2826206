// One person's minutes in a serving, as they may be. Pure.
import { invalid } from '#kit/check.ts'
import { lasted } from '#modules/hours/serving.ts'
import { hoursText } from '#text/hours.ts'

/** What was asked for, where it can be: not longer than he was there, and not what stands there already. Throws Invalid. */
export function minutesThat({ began, ended, minutes }: { began: Temporal.Instant, ended: Temporal.Instant, minutes: number }, wanted: number): number {
  const whole = lasted(began, ended)
  if (wanted > whole) throw invalid([{ field: 'minutes', reason: lang => hoursText(lang).longerThan(whole) }])
  if (wanted === minutes) throw invalid([{ field: 'minutes', reason: lang => hoursText(lang).sameMinutes }])
  return wanted
}
