// 一张点单: what was asked, when somebody comes and who, and what is to be done now.
import { today } from '#modules/communities/public.ts'
import { orderById, waitsForConsent, type DateShown, type OrderShown } from '#modules/orders/public.ts'
import { orderPageText } from '#text/order-pages.ts'
import { agreedText, cameText, confirmedText, orderStateText, repeatText, seenText, shareText } from '#text/orders.ts'
import { framed, idIn } from '#web/frame.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { head, note, toast } from '#web/parts/list.ts'
import { day, dayAndTime } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'
import { dateActs, orderActs } from './taps.ts'

const LIVE = ['queued', 'held', 'open', 'taken', 'begun', 'served']

/** GET /:community/orders/:id */
export const page: Page = async visit => {
  const { lang, db, actor, community, now } = visit
  const t = orderPageText(lang)
  const order = await orderById(db, actor, idIn(visit), today(community, now))
  const [live, past] = [order.dates.filter(date => LIVE.includes(date.state)).toReversed(), order.dates.filter(date => !LIVE.includes(date.state))]
  return framed(visit, { title: order.name, narrow: true, back: `/${community.slug}/orders` }, html`${said(visit, order)}
${standing(visit, order)}
${facts(visit, order)}
${live.length === 0 && order.ended_at !== null ? nothing : html`<section>${head(t.dates)}${live.length === 0 ? html`<p class="dim sm">${t.noDatesYet}</p>` : live.map(date => dateCard(visit, order, date))}</section>`}
${orderActs(visit, order)}
${past.length === 0 ? nothing : html`<section>${head(t.past)}${past.map(date => dateCard(visit, order, date))}</section>`}`)
}

function said({ lang, url, community }: Visit, { kind, place }: OrderShown): Html {
  const t = orderPageText(lang)
  const placed = url.searchParams.get('placed')
  if (placed !== null) return toast(placed === 'waits' || kind === 'visit' ? t.placedWaits : t.placed)
  const done = url.searchParams.get('done')
  return done === null ? nothing : html`${toast(t.doneToast)}${done === 'worried' && html`${note('alarm', 'warn', t.worried)}<p class="gap"><a class="btn full b-line" href="/${community.slug}/raise${place && `?place=${place.id}`}">${t.raiseIt}</a></p>`}`
}

function standing({ lang }: Visit, order: OrderShown): Html {
  const t = orderPageText(lang)
  if (order.ended_at !== null && order.ended_why === null && order.dates.some(({ state }) => state === 'confirmed')) return note('', 'check', t.allDone)
  if (order.ended_at !== null) return note('sun', 'close', order.ended_why ? t.ended_why(order.ended_why) : t.ended)
  if (waitsForConsent(order)) return note('sun', 'clock', t.waitsConsent)
  if (!order.consent || !order.agreed?.how || !order.inside) return nothing
  return note('', 'check', t.agreedAt(agreedText(lang)[order.agreed.how], shareText(lang)[order.consent.share]))
}

function facts({ lang }: Visit, order: OrderShown): Html {
  const t = orderPageText(lang)
  return html`<section><ul class="card facts sm">${order.words && html`<li><b>${t.words}</b> ${order.words}</li>`}${
    order.place === null ? html`<li>${t.forgotten}</li>` : html`<li><b>${t.where}</b> ${order.label ?? dotted(order.estate, t.hidden)}</li>`}${
    order.person && html`<li><b>${t.forPerson}</b> ${order.person}</li>`}${
    order.orderer && order.orderer !== order.person && html`<li><b>${t.by}</b> ${dotted(order.orderer, order.entered && t.enteredBy)}</li>`}${
    order.repeat !== 'once' && html`<li><b>${t.repeat}</b> ${dotted(repeatText(lang)[order.repeat], order.until && t.until(day(lang, order.until)))}</li>`}</ul></section>`
}

function dateCard(visit: Visit, order: OrderShown, date: DateShown): Html {
  const { lang, community } = visit
  const at = (text: string) => dayAndTime(lang, Temporal.Instant.from(text), community.time_zone)
  const t = orderPageText(lang)
  return html`<div class="card" id="d${date.id}"><p class="row wrap"><b class="num">${at(date.begins_at)}</b><span class="badge push${tone(date.state)}">${orderStateText(lang)[date.state]}</span></p>
<p class="sm dim">${dotted(comes(visit, order, date), date.confirmed_how && confirmedText(lang)[date.confirmed_how], date.off_why && date.state === 'off' && order.inside && t.offWhy(date.off_why),
  order.leader && date.state === 'open' && date.off_why && t.gaveBack(date.off_why),
  date.held_until && date.state === 'held' && t.heldUntil(at(date.held_until)), date.state === 'served' && order.inside && t.confirmSay)}</p>${log(visit, order, date)}${rating(visit, order, date)}${
    dateActs(visit, order, date)}</div>`
}

function tone(state: DateShown['state']): string {
  if (state === 'taken' || state === 'begun' || state === 'confirmed') return ' leaf'
  return state === 'missed' ? ' alarm' : state === 'off' ? '' : ' sun'
}

function comes({ lang, actor }: Visit, order: OrderShown, { person_id, comes: name, instead_of, state }: DateShown): string | null {
  const t = orderPageText(lang)
  if (person_id === null || state === 'off' || !order.inside) return state === 'open' ? t.nobody : null
  if (person_id === actor.personId) return t.you
  return instead_of === null ? t.comes(name ?? '') : t.comesInstead(name ?? '')
}

function log({ lang }: Visit, order: OrderShown, { came, seen, log: words, person_id }: DateShown): Html {
  if (came === null || !order.inside) return nothing
  const t = orderPageText(lang)
  const silent = order.needs_consent && order.consent?.share !== 'words' && order.own && person_id !== null && seen === null && words === null && came !== 'nobody'
  return html`<p class="sm">${dotted(cameText(lang)[came], seen && seenText(lang)[seen], words, silent && t.shareNothing)}</p>`
}

function rating({ lang }: Visit, order: OrderShown, { stars, rating: words, rating_standing }: DateShown): Html {
  if (!order.inside || (stars === null && words === null)) return nothing
  const t = orderPageText(lang)
  return html`<p class="sm">${dotted(stars !== null && t.rated(stars), words, (rating_standing === 'held' || rating_standing === 'screened') && t.heldRating)}</p>`
}
