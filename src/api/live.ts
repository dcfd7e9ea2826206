// GET /api/live: what is done in a community, as it happens (server-sent events). Nothing missed and nothing twice, whatever breaks.
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, Handler } from 'hono'
import { invalid } from '#kit/check.ts'
import { TooOften } from '#kit/errors.ts'
import { matterById } from '#modules/matters/public.ts'
import { doorText } from '#text/tokens.ts'
import type { House } from '../house.ts'
import type { ApiEnv } from './api.ts'
import { openActs, type Listening } from './live-acts.ts'
import { openStream } from './live-send.ts'
import { openTails } from './live-tail.ts'

type LiveEnv = ApiEnv & { Bindings: HttpBindings }

const STREAM = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
const ABOUT = /^(?:|(?:matters|services|methods)\/\d{0,15}|people\/\d{1,15}|calendar)$/u
/** Seconds after which somebody with too many open streams may come again. */
const LATER = 60

/**
 * An event is an act that the caller may know of (`actsSeen`): its number in the journal, the action, the subject, the time.
 * `?about=matters/83` or `?about=matters/` for some of them. `Last-Event-ID` goes on behind that act; without it the stream begins now.
 * Throws Invalid for a number that was never given, NotFound for a matter that the caller may not see, TooOften for too many at a time.
 */
export function live(house: House): Handler<LiveEnv> {
  const follow = openTails(house)
  const read = openActs(house.database)
  const rooms = openRooms(Math.max(1, Math.floor(house.apiRates.reads.times / 10)))
  return async c => {
    const listening = await listeningOf(house, c)
    const after = lastSeen(c)
    if (c.req.method === 'HEAD') return c.body(null, 200, STREAM)
    const { countedAs, still } = c.get('calling')
    const out = c.env.outgoing
    whenClosed(out, rooms(countedAs))
    const stream = openStream(out, still)
    const { tail, leave } = await follow(listening.caller.community, stream)
    whenClosed(out, leave)
    // Another process may have told of acts that this one has not looked at yet.
    if (after !== null && after > tail.position) await tail.look()
    if (after !== null && after > tail.position) throw noSuchEvent()
    // What stands before this door has said in headers goes along.
    out.writeHead(200, Object.fromEntries(c.newResponse(null, 200, STREAM).headers))
    stream.begin(tail, after ?? tail.position, cursor => read(tail, listening, cursor))
    return RESPONSE_ALREADY_SENT
  }
}

async function listeningOf(house: House, c: Context<LiveEnv>): Promise<Listening> {
  const { token, seesAs, caller: callerOf } = c.get('calling')
  const about = c.req.query('about') ?? ''
  if (!ABOUT.test(about)) throw invalid([{ field: 'about', reason: lang => doorText(lang).badAbout }])
  const caller = await callerOf(c.req.query('community'))
  const [, matter] = /^matters\/(\d+)$/u.exec(about) ?? []
  if (matter) await house.database.look(caller.community, async db => matterById(db, await caller.find(db), Number(matter)))
  return { caller, seesAs, about, modules: token?.scope === 'some' ? token.modules : null }
}

function lastSeen(c: Context): number | null {
  const given = c.req.header('last-event-id')
  if (given === undefined || given === '') return null
  if (!/^\d{1,15}$/u.test(given)) throw noSuchEvent()
  return Number(given)
}

function noSuchEvent() {
  return invalid([{ field: 'Last-Event-ID', reason: lang => doorText(lang).noSuchEvent }])
}

// How many streams each caller has open here. Throws TooOften; answers how to leave.
function openRooms(most: number) {
  const open = new Map<string, number>()
  return (countedAs: string): () => void => {
    const there = open.get(countedAs) ?? 0
    if (there >= most) throw new TooOften(lang => doorText(lang).tooManyLive, LATER)
    open.set(countedAs, there + 1)
    return () => {
      const left = (open.get(countedAs) ?? 1) - 1
      if (left > 0) open.set(countedAs, left)
      else open.delete(countedAs)
    }
  }
}

function whenClosed(out: HttpBindings['outgoing'], then: () => void): void {
  if (out.destroyed) then()
  else out.once('close', then)
}
