// What whoever looks at an order may do with it now: one tap, or the way to a small form.
import { type DateShown, type OrderShown } from '#modules/orders/public.ts'
import { orderPageText } from '#text/order-pages.ts'
import { requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { EMPTY, type Visit } from '#web/visit.ts'
import { dateThere, DEEDS, type Deed, type DeedName } from './deeds.ts'

const OF_DATE = ['takePlace', 'accept', 'begin', 'finish', 'confirm', 'rate', 'giveBack', 'callOff'] as const satisfies readonly DeedName[]
const FIRST: readonly string[] = ['takePlace', 'accept', 'begin', 'finish', 'confirm']

/** The buttons of a date. Who is no volunteer for it is not offered to come. */
export function dateActs(visit: Visit, order: OrderShown, date: DateShown): Html {
  const { actor, now } = visit
  const there = dateThere(date)
  const names = OF_DATE.filter(name => DEEDS[name].refuse(actor, order, there, now) === null)
    .filter(name => name !== 'accept' || !order.inside || mightCome(visit, order, date)).filter(name => name !== 'rate' || date.stars === null)
  return html`${names.map(name => button(visit, order, name, date))}${judging(visit, order, date)}`
}

// Whoever asked or is served does not come himself; whoever gave it back was not asked again, but may.
function mightCome({ actor }: Visit, order: OrderShown, date: DateShown): boolean {
  return order.ordered_by !== actor.personId && order.person_id !== actor.personId && (order.dates.some(one => one.person_id === actor.personId) || date.instead_of === actor.personId)
}

/** The buttons of the order itself. */
export function orderActs(visit: Visit, order: OrderShown): Html {
  const { actor, now } = visit
  const names = (['agree', 'withdraw', 'end'] as const).filter(name => DEEDS[name].refuse(actor, order, null, now) === null)
  return names.length === 0 ? nothing : html`<section>${names.map(name => button(visit, order, name))}</section>`
}

function button({ lang, community, actor }: Visit, order: OrderShown, name: DeedName, date?: DateShown): Html {
  const deed: Deed = DEEDS[name]
  const at = `/${community.slug}/orders/${order.id}/do/${name}`
  const look = FIRST.includes(name) || name === 'agree' ? ' full' : date ? ' sm b-line' : ' full b-line'
  const asks = deed.fields.length > 0 && !(name === 'finish' && order.kind !== 'visit')
  if (asks) return html`<p class="gap"><a class="btn${look}" href="${at}${date && `?date=${date.id}`}">${deed.summary(lang)}</a></p>`
  const how = name === 'withdraw' && order.consent?.person_id !== actor.personId && html`<input type="hidden" name="how" value="at_door">`
  return html`<form class="gap" method="post" action="${at}">${requestKey(EMPTY)}${how}${date && html`<input type="hidden" name="date" value="${date.id}">`}<button class="btn${look}">${
    deed.summary(lang)}</button></form>`
}

function judging({ lang, actor, community, now }: Visit, order: OrderShown, date: DateShown): Html {
  const waits = date.rating_standing === 'held' || date.rating_standing === 'screened'
  if (!waits || DEEDS.judgeRating.refuse(actor, order, dateThere(date), now) !== null || date.person_id === actor.personId) return nothing
  const t = orderPageText(lang)
  const form = (show: 'yes' | 'no', words: string) => html`<form class="gap" method="post" action="/${community.slug}/orders/${order.id}/do/judgeRating">${
    requestKey(EMPTY)}<input type="hidden" name="date" value="${date.id}"><input type="hidden" name="show" value="${show}"><button class="btn full b-line">${words}</button></form>`
  return html`${form('yes', t.showWords)}${form('no', t.hideWords)}`
}
