// Answers that a program may keep and ask about again: "still the same?" costs it no bytes.
import { hash } from 'node:crypto'
import type { Context } from 'hono'

/**
 * The answer as JSON with its tag, or 304 where the program has it already. The tag is the hash of the answer: what changed by time
 * alone (a post that ended, a limit that passed) changes it too, and all processes agree. Weak: the same answer may travel compressed.
 */
export function answered(c: Context, answer: unknown): Response {
  const body = JSON.stringify(answer)
  const tag = `W/"${hash('sha256', body, 'base64url').slice(0, 22)}"`
  c.header('etag', tag)
  c.header('cache-control', 'private, no-cache')
  c.header('vary', 'Authorization, Cookie, Accept-Language')
  if (has(c.req.header('if-none-match'), tag)) return c.body(null, 304)
  return c.body(body, 200, { 'content-type': 'application/json; charset=utf-8' })
}

// RFC 9110 §13.1.2: compared without regard to weakness.
function has(given: string | undefined, tag: string): boolean {
  if (given === undefined) return false
  return given.split(',').map(one => one.trim()).some(one => one === '*' || one.replace(/^(?!W\/)/u, 'W/') === tag)
}
