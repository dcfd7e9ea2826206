// The door for programs: every action is POST /api/<name>, every question a GET; the same rights as the person whose key it is.
import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { BadRequest, NotFound, Refused, TooLarge, UnsupportedType } from '#kit/errors.ts'
import { takeAhead } from '#kit/limits-ahead.ts'
import { networkAddress } from '#kit/network-address.ts'
import { frameText } from '#text/frame.ts'
import { actionNamed, bodyAt } from './actions.ts'
import { answered } from './etag.ts'
import { count } from './limits.ts'
import { live } from './live.ts'
import { otherSites } from './other-sites.ts'
import { questionNamed } from './questions.ts'
import { openApiDocument } from './openapi/document.ts'
import { nextLink } from './questions/paging.ts'
import type { House } from '../house.ts'
import { keyMayNot, whoCalls, type Calling } from './who-calls.ts'

/** What the doors of the API know of a request. */
export interface ApiEnv {
  Variables: { calling: Calling }
}

/** Mounted at /api. The community is named by `?community=slug`, or is that of the key. */
export function api(house: House): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>()
  app.use(otherSites)
  app.use(recognise(house))
  app.use((c, next) => bodyLimit({ maxSize: bodyAt(c.req.path), onError: tooMuch })(c, next))
  app.get('/live', live(house))
  app.get('/openapi.json', openApiDocument)
  app.post('/:name', async c => {
    const act = actionNamed(c.req.param('name'))
    if (!act) throw new NotFound(lang => frameText(lang).noAction)
    const calling = mayUse(c, act.name, 'act')
    const text = await jsonText(c)
    const request = { requestKey: uuid(c.req.header('idempotency-key')), onBehalfOf: principal(c) }
    const requestPrint = request.requestKey && house.means.secrets.blindIndex(`request ${request.onBehalfOf} ${text}`).slice(0, 8)
    const caller = await calling.caller(c.req.query('community'))
    const means = { ...house.means, now: house.clock(), from: networkAddress(c, house.proxies) }
    c.header('cache-control', 'no-store')
    return c.json(await act.call(house.database, means, caller, parsed(text), { ...request, requestPrint }), 201)
  })
  app.get('/:name', async c => {
    const question = questionNamed(c.req.param('name'))
    if (!question) throw new NotFound(lang => frameText(lang).noAction)
    const caller = await mayUse(c, question.name, 'ask').caller(c.req.query('community'))
    const around = { now: house.clock(), secrets: house.means.secrets }
    const answer = await house.database.look(caller.community, async db => question.ask(db, await caller.find(db), c.req.query(), around))
    const next = nextLink(new URL(c.req.url), answer)
    if (next) c.header('link', next)
    return answered(c, answer)
  })
  return app
}

function recognise(house: House): MiddlewareHandler<ApiEnv> {
  const take = takeAhead(house.limits)
  return async (c, next) => {
    const calling = await whoCalls(house, c)
    await count(house, take, c, calling.countedAs, c.req.method === 'POST' ? 'writes' : 'reads')
    if (calling.problem) {
      if (calling.problem.status === 401) c.header('www-authenticate', 'Bearer realm="linju", error="invalid_token"')
      throw calling.problem
    }
    c.set('calling', calling)
    await next()
  }
}

function mayUse(c: Context<ApiEnv>, name: string, how: 'ask' | 'act'): Calling {
  const calling = c.get('calling')
  const reason = keyMayNot(calling, name, how)
  if (!reason) return calling
  c.header('www-authenticate', 'Bearer realm="linju", error="insufficient_scope"')
  throw new Refused(reason)
}

function tooMuch(): never {
  throw new TooLarge(lang => frameText(lang).tooMuch)
}

async function jsonText(c: Context): Promise<string> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) throw new UnsupportedType(lang => frameText(lang).needJson)
  return c.req.text()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadRequest(lang => frameText(lang).badJson)
  }
}

// The person for whom the act is done; `perform` asks for the mandate.
function principal(c: Context): number | undefined {
  const given = c.req.header('x-on-behalf-of')
  if (given === undefined) return undefined
  if (!/^[1-9]\d{0,14}$/u.test(given)) throw new BadRequest(lang => frameText(lang).badPrincipal)
  return Number(given)
}

function uuid(key: string | undefined): string | undefined {
  if (key === undefined) return undefined
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(key)) throw new BadRequest(lang => frameText(lang).badKey)
  return key
}
