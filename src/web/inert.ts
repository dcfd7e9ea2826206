// What somebody sent us is shown, never run: opened by itself it is a document without an origin, in which nothing is allowed.
import type { MiddlewareHandler } from 'hono'

/** Stands outside the lock that all pages share, so that its policy is the last word. */
export const inert: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.headers.get('content-type')?.startsWith('image/')) c.res.headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
}
