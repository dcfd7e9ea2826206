// The door for programs that speak Open311 GeoReport v2 (wiki.open311.org): matters as service requests, both ways.
import { randomUUID } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { cors } from 'hono/cors'
import { Invalid, NotFound, Problem, Refused, TooOften } from '#kit/errors.ts'
import { takeAhead } from '#kit/limits-ahead.ts'
import { networkAddress } from '#kit/network-address.ts'
import type { Lang } from '#kit/phrase.ts'
import { formWithoutFiles, readForm } from '#kit/uploads.ts'
import { open311Text } from '#text/open311.ts'
import type { House } from '../../house.ts'
import { formatOf, nameIn, nothingHere, queryOf } from './asked.ts'
import { recognised } from './caller.ts'
import { answered, type Told } from './formats.ts'
import { LOOKS } from './look.ts'
import { one } from './report.ts'
import { take } from './take.ts'

/** Mounted at /open311/v2. It knows nobody by a cookie, so that no page of another site can look or act as somebody. */
export function open311(house: House, langOf: (c: Context) => Lang): Hono {
  const app = new Hono()
  const ahead = takeAhead(house.limits)
  app.onError((error, c) => failed(house, error, c, langOf(c)))
  app.use(cors({
    origin: '*', allowMethods: ['GET', 'POST'], allowHeaders: ['authorization', 'content-type', 'idempotency-key'],
    exposeHeaders: ['ratelimit', 'ratelimit-policy', 'retry-after'], maxAge: 86_400,
  }))
  for (const [path, root, look] of LOOKS) {
    app.get(path, async c => {
      const query = queryOf(c)
      const calling = await recognised(house, ahead, c, query('api_key')[0] ?? '', 'reads')
      const told = await look(house, { lang: langOf(c), query, name: nameIn(c.req.path), calling })
      return answered(c, formatOf(c.req.path), root, told)
    })
  }
  for (const path of ['/requests.xml', '/requests.json']) {
    app.post(path, async c => {
      const form = await readForm(c.req.raw, formWithoutFiles)
      const calling = await recognised(house, ahead, c, one(form, 'api_key'), 'writes')
      const told = await take(house, {
        lang: langOf(c), form, calling, requestKey: c.req.header('idempotency-key'), from: networkAddress(c, house.proxies),
      })
      return answered(c, formatOf(c.req.path), 'service_requests', told)
    })
  }
  app.all('*', () => { throw nothingHere() })
  return app
}

// The statuses of the specification: 403 for the key, 404 for what is not there, 400 for everything else that was not done.
function failed(house: House, error: Error, c: Context, lang: Lang): Response {
  const format = formatOf(c.req.path)
  const answer = (status: 400 | 403 | 404 | 429 | 500, reasons: string[]) =>
    answered(c, format, 'errors', reasons.map((description): Told => ({ code: status, description })), status)
  if (!(error instanceof Problem)) {
    const reference = randomUUID().slice(0, 8)
    house.log.error({ reference, method: c.req.method, path: c.req.path, error: String(error), stack: error.stack })
    return answer(500, [open311Text(lang).sorry(reference)])
  }
  if (error instanceof TooOften) c.header('retry-after', String(error.seconds))
  const reasons = error instanceof Invalid ? error.problems.map(({ field, reason }) => `${field}: ${reason(lang)}`) : [error.reason(lang)]
  return answer(statusOf(error), reasons)
}

function statusOf(problem: Problem): 400 | 403 | 404 | 429 {
  if (problem instanceof TooOften) return 429
  if (problem instanceof NotFound) return 404
  return problem instanceof Refused ? 403 : 400
}
