// Every door, in the order in which a request meets it.
import { randomUUID } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { Conflict, NotFound, Problem, Refused, TooOften } from '#kit/errors.ts'
import { frameText } from '#text/frame.ts'
import { api } from './api/api.ts'
import { hookDoor } from './api/hooks.ts'
import { open311 } from './api/open311/open311.ts'
import { problemJson } from './api/problem.ts'
import { openApi } from './api/openapi/document.ts'
import type { House } from './house.ts'
import { measured, metricsPage } from './metrics.ts'
import { langOf } from '#web/door.ts'
import { developers, developersPart } from '#web/developers.ts'
import { keptPages } from '#web/kept.ts'
import { stopRoute } from '#web/community/notices/routes.ts'
import { inert } from '#web/inert.ts'
import { live } from '#web/live.ts'
import { notKept } from '#web/not-kept.ts'
import { problemPage } from '#web/problem.ts'
import { routes } from '#web/routes.ts'
import { staticFile } from '#web/static.ts'

/** The whole site as one function from request to response. */
export function createApp(house: House): Hono {
  const app = new Hono()
  app.onError((error, c) => failed(house, error, c))
  app.notFound(c => failed(house, new NotFound(lang => frameText(lang).noPage), c))

  app.get('/healthz', c => c.text('ok'))
  app.get('/readyz', async c => await house.database.alive().catch(() => false) ? c.text('ready') : c.text('no database', 503))
  app.use(measured(house.metrics))
  app.get('/metrics', metricsPage(house))
  app.use(keptPages(house.means.bell))
  app.use('/:community/matters/:id/photos/*', inert)
  app.use('/:community/decisions/:id/photos/*', inert)
  app.use('/:community/help/:id/helpers/*', inert)
  app.use('/:community/volunteers/me/photo', inert)
  app.use('/:community/volunteers/licences/*', inert)
  app.use(locks(house))
  app.use(notKept)
  app.use(compress())
  app.get('/static/*', c => staticFile(c, c.req.path.slice('/static/'.length)))
  app.get('/robots.txt', c => staticFile(c, 'robots.txt'))
  app.route('/api/hooks', hookDoor(house))
  app.route('/api', api(house))
  app.route('/open311/v2', open311(house, langOf))
  stopRoute(app, house)
  app.use(csrf({ origin: (origin, c) => origin === house.publicUrl || origin === new URL(c.req.url).origin }))
  app.get('/developers', developers({ document: openApi, publicUrl: house.publicUrl }))
  app.get('/developers/:part', developersPart({ document: openApi, publicUrl: house.publicUrl }))
  app.get('/:community/live', live(house))
  routes(app, house)
  return app
}

function locks(house: House) {
  const none = ["'none'"]
  const self = ["'self'"]
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: none, scriptSrc: self, styleSrc: self, imgSrc: ["'self'", 'data:', 'blob:'], connectSrc: self, manifestSrc: self,
      formAction: self, frameAncestors: none, baseUri: none,
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: house.publicUrl.startsWith('https:') ? 'max-age=31536000' : false,
  })
}

async function failed(house: House, error: Error, c: Context): Promise<Response> {
  const problem = known(error)
  const instance = randomUUID()
  const reference = instance.slice(0, 8)
  if (!problem) house.log.error({ reference, method: c.req.method, path: c.req.path, error: String(error), stack: error.stack })
  if (problem instanceof TooOften) c.header('retry-after', String(problem.seconds))
  return c.req.path.startsWith('/api/') ? problemJson(c, problem, { lang: langOf(c), publicUrl: house.publicUrl, instance }) : problemPage(house, c, problem, reference)
}

// What the database says of a lost race: the value is unique and taken, or the time is excluded and taken.
const LOST: readonly unknown[] = ['23505', '23P01']

// What libraries and the database throw, as one of ours: a lost race is a Conflict, not a bug.
function known(error: Error): Problem | null {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException && error.status === 403) return new Refused(lang => frameText(lang).crossSite)
  if ('code' in error && LOST.includes(error.code)) return new Conflict(lang => frameText(lang).somebodyFaster)
  return null
}
