// The answer to a program that asks again and again: nothing is sent twice that it has already.
import { createHash } from 'node:crypto'
import type { Context } from 'hono'

const TYPES = {
  ics: 'text/calendar; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const

interface Told {
  type: keyof typeof TYPES
  /** When it was changed last. */
  changed: Temporal.Instant
  /** Somebody's own: kept by nobody on the way. */
  own?: boolean
}

/** 200 with the text, or 304 when the asker has it (RFC 9110: If-None-Match counts before If-Modified-Since). */
export function answerOnce(c: Context, text: string, { type, changed, own }: Told): Response {
  // Weak: on the way it may be packed.
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const headers = {
    etag: tag, 'last-modified': new Date(changed.epochMilliseconds).toUTCString(), vary: 'accept-encoding',
    'cache-control': own ? 'private, no-cache' : 'public, max-age=300', 'content-type': TYPES[type],
    ...own && { 'referrer-policy': 'no-referrer' },
  }
  if (!has(c, tag, changed)) return new Response(text, { headers })
  const { 'content-type': _type, ...same } = headers
  return new Response(null, { status: 304, headers: same })
}

function has(c: Context, tag: string, changed: Temporal.Instant): boolean {
  const tags = c.req.header('if-none-match')
  if (tags !== undefined) return tags.trim() === '*' || tags.split(',').some(one => one.trim().replace(/^(?!W\/)/u, 'W/') === tag)
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  return Math.floor(changed.epochMilliseconds / 1000) * 1000 <= since
}
