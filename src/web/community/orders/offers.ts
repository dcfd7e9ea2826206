// 我能接的: the dates that fit me, the next first, each to be taken with one tap; without the door.
import { today } from '#modules/communities/public.ts'
import { offersFor } from '#modules/orders/public.ts'
import { orderPageText } from '#text/order-pages.ts'
import { framed } from '#web/frame.ts'
import { requestKey } from '#web/parts/fields.ts'
import { dotted, html } from '#web/parts/html.ts'
import { empty } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import { EMPTY, type Page } from '#web/visit.ts'
import { DEEDS } from './deeds.ts'

/** GET /:community/orders/offers */
export const page: Page = async visit => {
  const { lang, db, actor, community, now } = visit
  const t = orderPageText(lang)
  const offers = actor.personId === null ? [] : await offersFor(db, actor, today(community, now), now)
  const at = `/${community.slug}`
  return framed(visit, { title: t.offers, narrow: true, back: `${at}/orders` }, html`<p class="dim sm">${t.offersLead}</p>
${offers.length === 0 ? html`${empty(t.noOffers)}<p><a class="btn full b-line" href="${at}/volunteers">${t.becomeOne}</a></p>` : offers.map(one => html`<div class="card gap"><p class="row"><b class="grow"><a href="${
  at}/orders/${one.order_id}">${one.name}</a></b><span class="num sm">${dayAndTime(lang, one.begins_at, community.time_zone)}</span></p><p class="sm dim">${dotted(one.estate, one.words)}</p>
<form method="post" action="${at}/orders/${one.order_id}/do/accept">${requestKey(EMPTY)}<input type="hidden" name="date" value="${one.id}"><button class="btn full">${DEEDS.accept.summary(lang)}</button></form></div>`)}`)
}
