// How a person wants to be told: hours, mail, devices, text messages. Pure.

/** The defaults of whoever chose nothing; hours of the community's time zone. */
export const DEFAULTS = { digest_hour: 19, quiet_from: 22, quiet_until: 7 } as const

/** The hours between which a person is left alone; the same hour twice: none. */
export interface Quiet {
  quiet_from: number
  quiet_until: number
}

/** When the quiet hours in which `now` lies are over, or null when it lies in none. */
export function quietUntil({ quiet_from: from, quiet_until: until }: Quiet, now: Temporal.Instant, zone: string): Temporal.Instant | null {
  const there = now.toZonedDateTimeISO(zone)
  const { hour } = there
  const quiet = from <= until ? hour >= from && hour < until : hour >= from || hour < until
  if (!quiet) return null
  const end = there.withPlainTime({ hour: until })
  return (hour < until ? end : end.add({ days: 1 })).toInstant()
}

/** After which wait each further try is made; after the last of them it is given up. */
export const BACK_OFF = [{ minutes: 1 }, { minutes: 5 }, { minutes: 30 }, { hours: 2 }, { hours: 12 }] as const

/** When a delivery that failed for the `tries`th time is tried next, or null when it is given up. */
export function nextTry(tries: number, now: Temporal.Instant): Temporal.Instant | null {
  const wait = BACK_OFF[tries - 1]
  return wait ? now.add(wait) : null
}

/** What the link in a message is signed with: whoever holds it was sent it. `about`: a matter's number, or mail for all mail. */
export function stopSubject(community: number, personId: number, about: number | 'mail'): string {
  return `stop ${community} ${personId} ${about}`
}

/** What the link that confirms a mail address is signed with. */
export function mailSubject(community: number, personId: number, address: string): string {
  return `mail ${community} ${personId} ${address}`
}
