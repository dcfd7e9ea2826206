// GET /metrics: what to look at when it is slow. Open to whoever has METRICS_TOKEN, and to nobody where there is none.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, Handler, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { sql } from 'kysely'
import { at } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Metrics } from '#kit/metrics.ts'
import { ACTIONS_READ } from '#modules/notices/public.ts'
import { frameText } from '#text/frame.ts'
import { actionNamed } from './api/actions.ts'
import { questionNamed } from './api/questions.ts'
import type { House } from './house.ts'

/** Counts and times every answer that comes after it. A live page ends when it is closed, so only its beginning is timed. */
export function measured(metrics: Metrics): MiddlewareHandler {
  return async (c, next) => {
    const from = performance.now()
    await next()
    metrics.answered({ method: c.req.method, route: routeOf(c), status: c.res.status, seconds: (performance.now() - from) / 1000 })
  }
}

// The last declared route that matched; the API's one route says which name it was, if there is such a name.
function routeOf(c: Context): string {
  const route = matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path
  if (route !== '/api/:name') return route ?? '(none)'
  const name = c.req.path.slice('/api/'.length)
  return actionNamed(name) || questionNamed(name) ? `/api/${name}` : route
}

/** The figures as Prometheus reads them. Throws NotFound without the right token. */
export function metricsPage(house: House): Handler {
  return async c => {
    const given = /^Bearer (.+)$/u.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
    if (!house.metricsToken || !same(given, house.metricsToken)) throw new NotFound(lang => frameText(lang).noPage)
    const text = await house.metrics.page({
      backlog: await backlog(house), connections: house.database.connections(), listeners: house.means.bell.listeners(),
    })
    return c.body(text, 200, { 'content-type': house.metrics.contentType, 'cache-control': 'no-store' })
  }
}

// Hashed first, so that the comparison tells nothing, not even the length.
function same(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(wanted))
}

async function backlog({ database, clock }: House) {
  const now = clock()
  const behind = sql<{ work: string, waiting: number, oldest: Temporal.Instant | null }>`backlog(${[...ACTIONS_READ]}, ${at(now)})`.as('behind')
  const rows = await database.commons.selectFrom(behind)
    .select(['work', 'waiting', 'oldest']).execute()
  return rows.map(({ work, waiting, oldest }) => ({ work, waiting, seconds: oldest ? Math.max(0, (now.epochMilliseconds - oldest.epochMilliseconds) / 1000) : 0 }))
}
