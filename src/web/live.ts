// Pages that change while somebody looks: one open answer per page (server-sent events), fed by the bell.
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, Handler } from 'hono'
import { NotFound } from '#kit/errors.ts'
import { callById, receiptSubject } from '#modules/calls/public.ts'
import { sessionById } from '#modules/councils/public.ts'
import { matterById } from '#modules/matters/public.ts'
import { frameText } from '#text/frame.ts'
import { show } from '#web/door.ts'
import { idFrom } from '#web/frame.ts'
import type { Visit } from '#web/visit.ts'
import type { House } from '../house.ts'

const BREATH = 25_000

const ONE = 'matters/'
const OWN = 'notices/'
const SESSION = 'sessions/'
const CALLS = 'calls/'
/** Of a list one hears that something in it changed, not what. */
const LISTS: ReadonlySet<string> = new Set([ONE, 'conversations/', 'elections/', 'errands/', 'duty/', 'activities/', CALLS])
// What else changes, such as who moved in, is told to nobody; how far an import is, to whoever holds its key.
const HEARABLE = /^(matters\/\d*|conversations\/|calls\/\d*|duty\/|activities\/\d*|elections\/\d*|errands\/\d*|sessions\/\d+|notices\/\d+|roster\/[0-9a-f-]{36}\/)$/u

/**
 * `?about=matters/` hears that some matter changed, not which: it may be a private one; `conversations/` and `elections/` likewise, and
 * `elections/3` is open to everybody. `?about=matters/83` hears of that one, and is open to whoever may see it (with `&code=` as on its page);
 * `sessions/12` and `calls/12` likewise, `calls/` is open to residents. `notices/7` hears that person 7 got a notice, and is open to him only. Several, at most three, are joined by commas:
 * a page has one line. Says which subject changed, never what it says. Throws NotFound.
 */
export function live(house: House): Handler {
  const mayHear = show(house, async visit => {
    for (const about of aboutOf(visit.url.searchParams.get('about'))) await checkHeard(visit, about)
    return new Response()
  })
  return async (c: Context<{ Bindings: HttpBindings }>) => {
    const community = await house.communityAt(c.req.param('community') ?? '')
    if (!community) throw new NotFound(lang => frameText(lang).noPage)
    const abouts = aboutOf(c.req.query('about') ?? null)
    if (abouts.length > MOST || !abouts.every(about => HEARABLE.test(about))) throw new NotFound(lang => frameText(lang).noPage)
    if (abouts.some(isGuarded)) await mayHear(c, async () => undefined)
    const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
    if (c.req.method === 'HEAD') return c.body(null, 200, headers)
    const out = c.env.outgoing
    // Written straight to the socket: a stream object per listener would cost more memory than the listener.
    out.writeHead(200, headers)
    out.write('retry: 2000\n\n')
    const stop = house.means.bell.listen(community.id, {
      hear: subject => abouts.forEach(about => heard(about, subject) && out.write(`data: ${LISTS.has(about) ? about : subject}\n\n`)),
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

const MOST = 3

function aboutOf(asked: string | null): string[] {
  return (asked ?? '').split(',')
}

// Whoever hears of one thing must be able to see it; that something in a public list changed may be heard by all.
function isGuarded(about: string): boolean {
  return about.startsWith(OWN) || about.startsWith(SESSION) || about.startsWith(CALLS) || (about.startsWith(ONE) && about !== ONE)
}

async function checkHeard(visit: Visit, about: string): Promise<void> {
  const { db, actor, url, isReceipt } = visit
  if (about.startsWith(OWN) && about !== `${OWN}${actor.personId}`) throw new NotFound(lang => frameText(lang).noPage)
  if (about.startsWith(SESSION)) await sessionById(db, actor, idFrom(about.slice(SESSION.length)) ?? 0)
  if (about.startsWith(CALLS)) await checkCalls(visit, about.slice(CALLS.length))
  if (about.startsWith(ONE) && about !== ONE) {
    const id = idFrom(about.slice(ONE.length)) ?? 0
    await matterById(db, actor, id, isReceipt(id, url.searchParams.get('code') ?? ''))
  }
}

// That neighbours call is nothing for whoever only passes by; one call is for those alone whom it concerns.
async function checkCalls({ db, actor, url, community, receiptFor }: Visit, which: string): Promise<void> {
  if (which === '' && actor.personId === null) throw new NotFound(lang => frameText(lang).noPage)
  if (which === '') return
  const id = idFrom(which) ?? 0
  await callById(db, actor, id, url.searchParams.get('code') === receiptFor(receiptSubject(community.id, id)))
}

function heard(about: string, subject: string): boolean {
  return about.endsWith('/') ? subject.startsWith(about) : subject === about
}
