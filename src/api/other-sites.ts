// Programs in pages of other sites: they may call the API with a key, never with the cookie of whoever looks at them (CORS).
import type { MiddlewareHandler } from 'hono'

const MAY_SEND = 'authorization, content-type, idempotency-key, if-none-match, last-event-id, x-on-behalf-of'
const MAY_READ = 'etag, link, ratelimit, ratelimit-policy, retry-after, www-authenticate'
const A_DAY = '86400'

/** Lets every site read every answer, and answers browsers that ask first. Without credentials: no browser sends a cookie along. */
export const otherSites: MiddlewareHandler = async (c, next) => {
  // Not by the library's own: it begins the answer before a stream has taken the line.
  c.header('access-control-allow-origin', '*')
  c.header('access-control-expose-headers', MAY_READ)
  if (c.req.method !== 'OPTIONS') return next()
  c.header('access-control-allow-methods', 'GET, POST')
  c.header('access-control-allow-headers', MAY_SEND)
  c.header('access-control-max-age', A_DAY)
  return c.body(null, 204)
}
