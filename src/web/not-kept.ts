// What a page may be kept by: nothing, unless it says so itself. A shared computer's way back must not show who was there before.
import type { MiddlewareHandler } from 'hono'
import { mayBeSignedIn } from '#web/kept.ts'

/** Says so on every answer that does not: nothing of it stays for whoever might be signed in, and nobody else uses it unasked. */
export const notKept: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', mayBeSignedIn(c.req.raw) ? 'no-store' : 'no-cache')
}
