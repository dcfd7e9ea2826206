// 互助: the button first, then what waits, then how fast it was of late, then everything else.
import { callFigures, callsShown, helperIn, isCallers, isWanted, type CallListed } from '#modules/calls/public.ts'
import { holds } from '#modules/people/public.ts'
import { helpText } from '#text/call-pages.ts'
import { framed } from '#web/frame.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, list, type Row } from '#web/parts/list.ts'
import { local } from '#web/parts/page.ts'
import type { Page, Visit } from '#web/visit.ts'
import { helping } from '../helping.ts'
import { emergency, styles } from './around.ts'
import { callRow } from './row.ts'
import { spentLarge } from './spent.ts'

const QUARTER = { hours: 90 * 24 }

/** GET /:community/help */
export const page: Page = async visit => {
  const { lang, db, actor, community, now } = visit
  const t = helpText(lang)
  const calls = actor.personId === null ? [] : await callsShown(db, actor)
  const figures = await callFigures(db, now.subtract(QUARTER))
  return framed(visit, { title: t.title, current: 'help', back: `/${community.slug}`, ...actor.personId !== null && { live: 'calls/' } }, html`${styles}${emergency(visit)}
<a class="call-now" href="/${community.slug}/help/new">${icon('help')}<b>${t.press}<span>${t.pressHint}</span></b></a>
<div class="cols"><div>${mine(visit, calls)}${watched(visit, calls)}${besides(visit)}${withoutPhone(visit)}${soFar(visit, figures)}</div><div>${more(visit)}</div></div>`)
}

function mine(visit: Visit, calls: readonly CallListed[]): Html {
  const { lang, actor } = visit
  const t = helpText(lang)
  const goes = ({ call }: CallListed) => helperIn(actor, call) !== undefined
  return html`${part(visit, t.askedMe, calls.filter(one => one.call.asked && isWanted(one.call) && !goes(one) && !isCallers(actor, one.call)))}${
    part(visit, t.going, calls.filter(goes))}${part(visit, t.mine, calls.filter(({ call }) => isCallers(actor, call)))}`
}

// Whoever looks after a place sees every open call there; the one that waits longest stands first.
function watched(visit: Visit, calls: readonly CallListed[]): Html {
  const { lang, actor } = visit
  if (!holds(actor, 'relay calls')) return nothing
  const t = helpText(lang)
  const there = calls.filter(({ call }) => holds(actor, 'relay calls', call.place)).toSorted((one, other) => one.call.id - other.call.id)
  const waiting = there.filter(({ call }) => call.helpers.length === 0)
  return html`${there.length === 0 ? empty(t.noneOpen) : nothing}${part(visit, t.waiting, waiting)}${part(visit, t.underWay, there.filter(({ call }) => call.helpers.length > 0))}`
}

function besides({ lang, actor, community }: Visit): Html {
  if (actor.personId === null) return nothing
  const t = helpText(lang)
  return html`<p class="row wrap gap no-print">${holds(actor, 'enter for others') && html`<a class="btn b-line sm" href="/${community.slug}/help/new?channel=phone">${icon('phone')}${t.byPhone}</a>`}<a class="btn b-line sm" href="/${community.slug}/help/past">${t.past}</a></p>`
}

function part(visit: Visit, words: string, calls: readonly CallListed[]): Html {
  return calls.length === 0 ? nothing : html`<section>${head(words)}${list(calls.map(one => callRow(visit, one)))}</section>`
}

function withoutPhone({ lang, community }: Visit): Html {
  return community.phone ? html`<section class="card stack"><p class="sm">${helpText(lang).noPhone}</p><a class="btn full b-line num" href="tel:${community.phone}">${icon('phone')}${local(community.phone)}</a></section>` : nothing
}

// Every share with its number beside it.
function soFar({ lang }: Visit, { calls, answered, there, median, disturbed }: Awaited<ReturnType<typeof callFigures>>): Html {
  const t = helpText(lang)
  if (calls === 0) return html`<section>${head(t.figures)}<p class="dim sm">${t.noFigures}</p></section>`
  return html`<section>${head(t.figures)}<div class="card">${median === null ? nothing : html`<div class="count">${spentLarge(lang, Math.round(median))}<span class="dim sm">${t.median}</span></div>`}
<ul class="facts"><li>${t.within(answered, calls)}</li><li>${t.there(there, calls)}</li><li>${t.disturbed((disturbed ?? 0).toFixed(1))}</li></ul></div></section>`
}

function more(visit: Visit): Html {
  const { lang, actor, community } = visit
  const t = helpText(lang)
  const own: Row[] = holds(actor, 'print codes') ? [{ href: `/${community.slug}/help/print`, title: t.print, meta: t.printMeta, icon: 'qr', tone: 'sea' }] : []
  return html`<section>${head(t.more)}${list([...helping(visit), ...own])}</section>`
}
