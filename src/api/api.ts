// The door for programs: every action is POST /api/<name>, every question a GET; the same rights as the person whose token it is.
import { createHash } from 'node:crypto'
import { Hono, type Context } from 'hono'
import type { Caller } from '#kit/action.ts'
import { at } from '#kit/db.ts'
import { BadRequest, NotFound, Refused, UnsupportedType } from '#kit/errors.ts'
import { today } from '#modules/communities/public.ts'
import { actorOf, actorOfAccount, passerBy, type Actor } from '#modules/people/public.ts'
import { frameText } from '#text/frame.ts'
import { actionNamed } from './actions.ts'
import { questionNamed } from './questions.ts'
import type { House } from '../house.ts'

/** Mounted at /api. The community is named by `?community=slug`, or is that of the token. */
export function api(house: House): Hono {
  const app = new Hono()
  app.post('/:name', async c => {
    const act = actionNamed(c.req.param('name'))
    if (!act) throw new NotFound(lang => frameText(lang).noAction)
    const input = await jsonBody(c)
    const caller = await whoCalls(house, c)
    const key = c.req.header('idempotency-key')
    const answer = await act.call(house.database, { ...house.means, now: house.clock() }, caller, input, { requestKey: uuid(key), onBehalfOf: principal(c) })
    return c.json(answer, 201)
  })
  app.get('/:name', async c => {
    const question = questionNamed(c.req.param('name'))
    if (!question) throw new NotFound(lang => frameText(lang).noAction)
    const caller = await whoCalls(house, c)
    return c.json(await house.database.look(caller.community, async db => question.ask(db, await caller.find(db), c.req.query())))
  })
  return app
}

async function jsonBody(c: Context): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) throw new UnsupportedType(lang => frameText(lang).needJson)
  try {
    return await c.req.json()
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

async function whoCalls(house: House, c: Context): Promise<Caller<Actor>> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (bearer !== undefined) return byToken(house, bearer)
  const community = await house.communityAt(c.req.query('community') ?? '')
  if (!community) throw new NotFound(lang => frameText(lang).whichCommunity)
  const session = await house.signIn.whoIs(c.req.raw.headers)
  return {
    community: community.id,
    find: async db => session ? actorOfAccount(db, session.accountId, today(community, house.clock())) : passerBy(db.community),
  }
}

async function byToken(house: House, token: string): Promise<Caller<Actor>> {
  const found = await house.database.commons.selectFrom('api_token').innerJoin('community', 'community.id', 'api_token.community_id')
    .select(['api_token.community_id', 'api_token.person_id', 'community.time_zone'])
    .where('token_hash', '=', createHash('sha256').update(token).digest('hex'))
    .where('ends_at', '>', at(house.clock())).executeTakeFirst()
  if (!found) throw new Refused(lang => frameText(lang).badToken)
  return { community: found.community_id, find: db => actorOf(db, found.person_id, today(found, house.clock())) }
}
