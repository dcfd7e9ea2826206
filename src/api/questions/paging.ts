// Pages of a list: a cursor says behind which row to go on. It names a position and nothing else, so it can open nothing that is shut.
import { z } from 'zod'
import { check, invalid } from '#kit/check.ts'
import { apiText } from '#text/api.ts'

/** Which part of a list is asked for: the rows behind `after`, at most `limit`. */
export interface Window {
  readonly after: number | null
  readonly limit: number
}

/** The two fields by which every list is asked page by page. */
export const WINDOW = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(200).optional(),
}

/** The part that is asked for. Throws Invalid for a cursor that is not ours. */
export function windowIn(list: string, asked: { limit: string | undefined, cursor: string | undefined }): Window {
  const { limit, cursor } = check(z.object(WINDOW), asked)
  const written = positionIn(list, cursor)
  if (written === null) return { after: null, limit }
  const after = /^\d{1,16}$/u.test(written) ? Number(written) : NaN
  if (!Number.isSafeInteger(after)) throw notOurs()
  return { after, limit }
}

/** The position that a cursor of this list names; null without a cursor. Throws Invalid for one that is not ours. */
export function positionIn(list: string, cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const [, position] = Buffer.from(cursor, 'base64url').toString().split(' ')
  // Written again it must be the same: that of another list is not.
  if (position === undefined || cursorAt(list, position) !== cursor) throw notOurs()
  return position
}

/** The cursor behind a position. */
export function cursorAt(list: string, position: string | number): string {
  return Buffer.from(`${list} ${position}`).toString('base64url')
}

/** The first `limit` of the rows, and where to go on if there are more. */
export function pageOf<Row extends { id: number }>(list: string, rows: readonly Row[], limit: number): { items: Row[],
  next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last && rows.length > limit ? cursorAt(list, last.id) : null }
}

/** A window of rows that came all at once, by their numbers: for lists that are never long. */
export function within<Row extends { id: number }>(rows: readonly Row[], { after }: Window): Row[] {
  return rows.filter(({ id }) => after === null || id > after).toSorted((a, b) => a.id - b.id)
}

/** The address of the page behind this answer, for the `Link` header (RFC 8288); null where there is none. */
export function nextLink(url: URL, answer: unknown): string | null {
  const next = typeof answer === 'object' && answer !== null && 'next' in answer ? answer.next : null
  if (typeof next !== 'string') return null
  const to = new URLSearchParams(url.searchParams)
  to.set('cursor', next)
  return `<${url.pathname}?${to}>; rel="next"`
}

function notOurs() {
  return invalid([{ field: 'cursor', reason: lang => apiText(lang).notOurCursor }])
}
