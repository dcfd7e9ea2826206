// 我的单: what I ordered, what waits for my yes, what I serve; for whoever looks after a place, whose consent is to be asked.
import { consentsToAsk, myOrders } from '#modules/orders/public.ts'
import { holds, placesOf } from '#modules/people/public.ts'
import { orderPageText } from '#text/order-pages.ts'
import { orderStateText, repeatText } from '#text/orders.ts'
import { framed } from '#web/frame.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, list, type Row } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'

type Mine = Awaited<ReturnType<typeof myOrders>>

/** GET /:community/orders */
export const page: Page = async visit => {
  const { lang, db, actor, community } = visit
  const t = orderPageText(lang)
  const at = `/${community.slug}`
  if (actor.personId === null) return framed(visit, { title: t.mine, narrow: true, back: `${at}/menu` }, html`${empty(t.signIn)}<p><a class="btn full b-line" href="${at}/menu">${t.toMenu}</a></p>`)
  const mine = await myOrders(db, actor)
  const asking = holds(actor, 'record mandate') ? await consentsToAsk(db, placesOf(actor, 'record mandate')) : []
  const nothingThere = mine.ordered.length === 0 && mine.served.length === 0 && asking.length === 0
  const waiting = mine.ordered.filter(({ id }) => mine.consenting.includes(id))
  return framed(visit, { title: t.mine, narrow: true, back: `${at}/menu` }, html`${nothingThere ? empty(t.noOrders) : nothing}
${part(t.toConsent, waiting.map(one => orderRow(visit, one)))}
${part(t.ordered, mine.ordered.filter(one => !waiting.includes(one)).map(one => orderRow(visit, one)))}
${part(t.served, mine.served.map(one => servedRow(visit, one)))}
${asking.length === 0 ? nothing : html`<section>${head(t.consents)}<p class="dim sm">${t.consentsSay}</p>${list(asking.map(one => ({ ...orderRow(visit, one), meta: one.label })))}</section>`}
<p class="gap"><a class="btn full b-line" href="${at}/menu">${t.toMenu}</a></p><p class="gap"><a class="btn full b-line" href="${at}/orders/offers">${t.toOffers}</a></p>`)
}

function part(words: string, rows: readonly Row[]): Html {
  return rows.length === 0 ? nothing : html`<section>${head(words)}${list(rows)}</section>`
}

function orderRow({ lang, community }: Visit, { id, name, kind, repeat, next, ended_at }: Mine['ordered'][number]): Row {
  const t = orderPageText(lang)
  return {
    href: `/${community.slug}/orders/${id}`, title: name, icon: kind === 'visit' ? 'visit' : 'volunteer', ...ended_at === null && { tone: 'leaf' as const },
    meta: dotted(repeat === 'once' ? null : repeatText(lang)[repeat], ended_at !== null ? t.ended : next === null ? t.noDatesYet : dayAndTime(lang, next, community.time_zone)),
  }
}

function servedRow({ lang, community }: Visit, { id, order_id, name, kind, begins_at, state }: Mine['served'][number]): Row {
  return {
    href: `/${community.slug}/orders/${order_id}#d${id}`, title: name, icon: kind === 'visit' ? 'visit' : 'volunteer', ...(state === 'taken' || state === 'begun') && { tone: 'brick' as const },
    meta: dotted(dayAndTime(lang, begins_at, community.time_zone), orderStateText(lang)[state]),
  }
}
