// A time zone as a calendar file must explain it (RFC 5545 3.6.5), from what the platform knows of it.

const YEARS = 6

/** The VTIMEZONE of a zone for events from `from` on: one observance where the clocks never change, or each change of some years. */
export function timeZoneText(zone: string, from: Temporal.Instant): string {
  const begin = from.toZonedDateTimeISO(zone).with({ month: 1, day: 1 }).startOfDay()
  const changes: Temporal.ZonedDateTime[] = []
  for (let next = begin.getTimeZoneTransition('next'); next
    && next.year < begin.year + YEARS; next = next.getTimeZoneTransition('next')) changes.push(next)
  const last = begin.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  const first = observance(zone, begin.offset, begin.offset, (last ?? begin).withTimeZone('UTC').add({ seconds: seconds(begin.offset) }),
    isSummer(begin))
  const rest = changes.map(change => {
    const before = change.subtract({ nanoseconds: 1 }).offset
    return observance(zone, before, change.offset, change.withTimeZone('UTC').add({ seconds: seconds(before) }), isSummer(change))
  })
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...[first, ...rest].flat(), 'END:VTIMEZONE'].join('\r\n')
}

// The onset stands in the clock that was right before it.
function observance(zone: string, from: string, to: string, onset: Temporal.ZonedDateTime, summer: boolean): string[] {
  const kind = summer ? 'DAYLIGHT' : 'STANDARD'
  return [`BEGIN:${kind}`, `DTSTART:${onset.toPlainDateTime().toString({ smallestUnit: 'second' }).replace(/[-:]/gu, '')}`,
    `TZOFFSETFROM:${from.replaceAll(':', '')}`, `TZOFFSETTO:${to.replaceAll(':', '')}`, `TZNAME:${zone}`, `END:${kind}`]
}

function seconds(offset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)/u.exec(offset) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60)
}

function isSummer(at: Temporal.ZonedDateTime): boolean {
  const year = [1, 7].map(month => seconds(at.with({ month, day: 1 }).offset))
  return seconds(at.offset) > Math.min(...year)
}
