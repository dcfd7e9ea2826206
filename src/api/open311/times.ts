// Times as the specification writes them: the common part of W3C's note and ISO 8601, always with a zone.

const W3C = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/u

/** The moment that a time names, or null. A blank is taken for the plus that addresses and forms turn into one. */
export function instantOf(text: string): Temporal.Instant | null {
  const time = text.replace(' ', '+')
  if (!W3C.test(time)) return null
  try {
    return Temporal.Instant.from(time)
  } catch {
    return null
  }
}

/** A moment in a community's own zone, to the second; null for none. */
export function timeIn(zone: string, at: Temporal.Instant | null): string | null {
  return at?.toString({ timeZone: zone, smallestUnit: 'second' }) ?? null
}
