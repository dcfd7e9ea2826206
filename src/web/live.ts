// Pages that change while somebody looks: one open answer per page (server-sent events), fed by the bell.
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, Handler } from 'hono'
import { NotFound } from '#kit/errors.ts'
import { communityAt } from '#modules/communities/public.ts'
import { frameText } from '#text/frame.ts'
import type { House } from '../house.ts'

const BREATH = 25_000

/** `?about=matters/` hears every matter; `?about=matters/83` only that one. Says which subject changed, never what it says. */
export function live(house: House): Handler {
  return async (c: Context<{ Bindings: HttpBindings }>) => {
    const community = await communityAt(house.database.commons, c.req.param('community') ?? '')
    if (!community) throw new NotFound(lang => frameText(lang).noPage)
    const about = c.req.query('about') ?? ''
    const out = c.env.outgoing
    // Written straight to the socket: a stream object per listener would cost more memory than the listener.
    out.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    out.write('retry: 2000\n\n')
    const stop = house.means.bell.listen(community.id, {
      hear: subject => void (heard(about, subject) && out.write(`data: ${subject}\n\n`)),
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
