// What did not arrive: to whom, by which way, why, since when; and a button to try again.
import { Refused } from '#kit/errors.ts'
import { mayNotSetChannels, retryDelivery, undelivered } from '#modules/notices/public.ts'
import { viaText } from '#text/notice-ways.ts'
import { noticePageText } from '#text/notices.ts'
import { framed } from '#web/frame.ts'
import { requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, toast } from '#web/parts/list.ts'
import { said } from '#web/parts/time.ts'
import { EMPTY, goTo, typed, type Page, type Submit, type Visit } from '#web/visit.ts'

type Row = Awaited<ReturnType<typeof undelivered>>[number]

/** GET /:community/undelivered */
export const page: Page = async visit => {
  const { lang, db, actor, community, now, url } = visit
  const t = noticePageText(lang)
  const reason = mayNotSetChannels(actor)
  if (reason) throw new Refused(reason)
  const rows = await undelivered(db, now)
  return framed(visit, { title: t.undelivered, narrow: true, back: `/${community.slug}` }, html`${url.searchParams.has('done') ? toast(t.retried) : nothing}
${rows.length === 0 ? empty(t.undeliveredNone) : html`<p class="dim">${t.undeliveredLead}</p><section>${rows.map(row => card(visit, row))}</section>`}
<p class="gap"><a class="btn full b-line" href="/${community.slug}/channels">${icon('bell')}${t.channels}</a></p>`)
}

/** POST /:community/undelivered: one goes out again. */
export const again: Submit = async sent => {
  await sent.act(retryDelivery, { id: typed(sent.form, 'id') })
  return goTo(`/${sent.community.slug}/undelivered?done=1`)
}

function card({ lang, now, community }: Visit, row: Row): Html {
  const t = noticePageText(lang)
  return html`<form class="card" method="post" action="/${community.slug}/undelivered">${requestKey(EMPTY)}<input type="hidden" name="id" value="${row.id}">
<p class="row wrap"><span class="grow"><b>${row.person ?? row.channel}</b><br><span class="dim sm">${
  dotted(viaText(lang)[row.via as 'mail'], row.error && html`<code>${row.error}</code>`, t.tries(row.tries), t.since(said(lang, row.made_at, now, community.time_zone)),
    row.state === 'failed' && t.givenUp)}</span></span><button class="btn b-line sm">${t.retry}</button></p></form>`
}
