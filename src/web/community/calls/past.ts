// Calls that are over, the newest first: the reader's own, those he was asked for, and those of the places that he looks after.
import { Refused } from '#kit/errors.ts'
import { callsShown } from '#modules/calls/public.ts'
import { signedOut } from '#modules/people/public.ts'
import { helpText } from '#text/call-pages.ts'
import { framed, numberIn } from '#web/frame.ts'
import { html, nothing } from '#web/parts/html.ts'
import { empty, list } from '#web/parts/list.ts'
import type { Page } from '#web/visit.ts'
import { callRow } from './row.ts'

const PAGE = 30

/** GET /:community/help/past; `?before=` the older ones. */
export const page: Page = async visit => {
  const { lang, db, actor, community, url } = visit
  const reason = signedOut(actor)
  if (reason) throw new Refused(reason)
  const t = helpText(lang)
  const before = numberIn(url, 'before')
  const calls = await callsShown(db, actor, { open: false, limit: PAGE, ...before !== undefined && { before } })
  const last = calls.at(-1)
  return framed(visit, { title: t.past, current: 'help', back: `/${community.slug}/help` }, html`${
    calls.length === 0 ? empty(t.noFigures) : list(calls.map(one => callRow(visit, one)))}${
    last && calls.length === PAGE ? html`<p class="field"><a class="btn full b-line" href="?before=${last.call.id}">${t.older}</a></p>` : nothing}`)
}
