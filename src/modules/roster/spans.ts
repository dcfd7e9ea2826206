// From when to when somebody lives in a home or holds a post, and what a list that says so changes. Pure.

/** One stretch of time; `id` is null until it is stored, `changed` when a list corrected it. */
export interface Span {
  id: number | null
  since: string
  until: string | null
  changed: boolean
}

/**
 * Enters what a list says ('' where it says nothing) among the stretches known for the same person and home (or post).
 * A stretch that has ended is not opened again by an old list: that takes a later start date.
 */
export function enter(spans: Span[], told: { since: string, until: string }, today: string): void {
  if (spans.some(span => isSame(span, told))) return
  const open = spans.find(span => span.until === null)
  if (open && (told.until === '' || open.since <= told.until)) return correct(open, told)
  if (told.since === '' && spans.length > 0) return
  spans.push({ id: null, since: told.since || today, until: told.until || null, changed: false })
}

// An ended stretch with the same start is what an older list still shows as open.
function isSame(span: Span, told: { since: string, until: string }): boolean {
  if (told.until !== '') return span.until === told.until && span.since === told.since
  return told.since === '' ? span.until === null : span.since === told.since
}

function correct(open: Span, told: { since: string, until: string }): void {
  open.since = told.since || open.since
  open.until = told.until || null
  open.changed = true
}
