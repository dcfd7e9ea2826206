// Pages that change while somebody looks: one open answer per page (server-sent events), fed by the bell.
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, Handler } from 'hono'
import { NotFound } from '#kit/errors.ts'
import { sessionById } from '#modules/councils/public.ts'
import { matterById } from '#modules/matters/public.ts'
import { frameText } from '#text/frame.ts'
import { show } from '#web/door.ts'
import { idFrom } from '#web/frame.ts'
import type { House } from '../house.ts'

const BREATH = 25_000

const ONE = 'matters/'
const OWN = 'notices/'
const SESSION = 'sessions/'
/** Of a list one hears that something in it changed, not what. */
const LISTS: ReadonlySet<string> = new Set([ONE, 'conversations/', 'elections/'])
// What else changes, such as who moved in, is told to nobody; how far an import is, to whoever holds its key.
const HEARABLE = /^(matters\/\d*|conversations\/|elections\/\d*|sessions\/\d+|notices\/\d+|roster\/[0-9a-f-]{36}\/)$/u

/**
 * `?about=matters/` hears that some matter changed, not which: it may be a private one; `conversations/` and `elections/` likewise, and `elections/3` is open to everybody. `?about=matters/83` hears of that one, and is
 * open to whoever may see it (with `&code=` as on its page). `?about=sessions/12` likewise of a session. `?about=notices/7` hears that person 7 got a notice, and is open to him only.
 * Says which subject changed, never what it says. Throws NotFound.
 */
export function live(house: House): Handler {
  const mayHear = show(house, async ({ db, actor, url, isReceipt }) => {
    const about = url.searchParams.get('about') ?? ''
    if (about.startsWith(OWN)) {
      if (about !== `${OWN}${actor.personId}`) throw new NotFound(lang => frameText(lang).noPage)
      return new Response()
    }
    if (about.startsWith(SESSION)) {
      await sessionById(db, actor, idFrom(about.slice(SESSION.length)) ?? 0)
      return new Response()
    }
    const id = idFrom(about.slice(ONE.length)) ?? 0
    await matterById(db, actor, id, isReceipt(id, url.searchParams.get('code') ?? ''))
    return new Response()
  })
  return async (c: Context<{ Bindings: HttpBindings }>) => {
    const community = await house.communityAt(c.req.param('community') ?? '')
    if (!community) throw new NotFound(lang => frameText(lang).noPage)
    const about = c.req.query('about') ?? ''
    if (!HEARABLE.test(about)) throw new NotFound(lang => frameText(lang).noPage)
    if (about.startsWith(OWN) || about.startsWith(SESSION) || (about.startsWith(ONE) && about !== ONE)) await mayHear(c, async () => undefined)
    const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
    if (c.req.method === 'HEAD') return c.body(null, 200, headers)
    const out = c.env.outgoing
    // Written straight to the socket: a stream object per listener would cost more memory than the listener.
    out.writeHead(200, headers)
    out.write('retry: 2000\n\n')
    const stop = house.means.bell.listen(community.id, {
      hear: subject => void (heard(about, subject) && out.write(`data: ${LISTS.has(about) ? about : subject}\n\n`)),
      end: () => out.end(),
    })
    const breathing = setInterval(() => out.write(':\n\n'), BREATH).unref()
    out.on('close', () => {
      clearInterval(breathing)
      stop()
    })
    return RESPONSE_ALREADY_SENT
  }
}

function heard(about: string, subject: string): boolean {
  return about.endsWith('/') ? subject.startsWith(about) : subject === about
}
