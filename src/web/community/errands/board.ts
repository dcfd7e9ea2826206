// 邻里小忙: what neighbours ask and offer now, one's own, and what waits for a look.
import { errandsOnBoard, howFast, ownErrands } from '#modules/errands/public.ts'
import { estates } from '#modules/places/public.ts'
import { errandPageText } from '#text/errand-pages.ts'
import { framed, numberIn } from '#web/frame.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, list, note } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'
import { rowOf } from './around.ts'

type Listed = Awaited<ReturnType<typeof errandsOnBoard>>

/** GET /:community/errands?estate= */
export const page: Page = async visit => {
  const { lang, db, actor, community, url, now, publicUrl } = visit
  const t = errandPageText(lang)
  const estate = numberIn(url, 'estate') ?? null
  const at = `/${community.slug}/errands`
  const board = await errandsOnBoard(db, actor, now, { estate })
  const { own, toLook } = actor.personId === null ? { own: [], toLook: [] } : await ownErrands(db, actor)
  const open = board.filter(one => actor.personId === null || one.by_id !== actor.personId)
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}`, live: 'errands/', qr: `${publicUrl}${at}` }, html`<p class="dim sm">${
    t.lead}</p>
${await figure(visit)}
<p class="gap"><a class="btn full" href="${at}/new">${t.ask}</a></p><p class="gap"><a class="btn full b-line" href="${at}/new?side=offer">${t.offer}</a></p>
${actor.personId === null ? note('', 'lock', t.signIn) : html`<p class="center"><a class="rest" href="${at}/import">${t.paste}</a></p>`}
${await filters(visit, estate)}
${part(visit, t.toLook, toLook, true)}
${part(visit, t.mine, own.filter(one => one.ended_at === null), true)}
${open.length === 0 ? empty(t.none) : nothing}
${part(visit, t.asks, open.filter(one => one.side === 'ask'))}
${part(visit, t.offers, open.filter(one => one.side === 'offer'))}
${past(visit, own.filter(one => one.ended_at !== null))}
<p class="dim xs gap">${t.money}<br>${t.noDebt}</p>`)
}

async function figure({ lang, db, now }: Visit): Promise<Html> {
  const { taken, minutes } = await howFast(db, now)
  return minutes === null ? nothing : html`<p class="sm"><b>${errandPageText(lang).fast(taken, Math.max(1, minutes))}</b></p>`
}

async function filters({ lang, db, community }: Visit, chosen: number | null): Promise<Html> {
  const t = errandPageText(lang)
  const all = await estates(db)
  const link = (words: string, id: number | null) =>
    html`<a href="/${community.slug}/errands${id !== null && `?estate=${id}`}"${id === chosen && html` aria-current="true"`}>${words}</a>`
  return all.length < 2 ? nothing : html`<div class="scroll-x no-print"><nav class="filters" aria-label="${t.which}">${link(t.all, null)}${
    all.map(estate => link(estate.name, estate.id))}</nav></div>`
}

function part(visit: Visit, words: string, errands: Listed, withChip = false): Html {
  return errands.length === 0 ? nothing : html`<section>${head(words)}${list(errands.map(one => rowOf(visit, one, withChip)))}</section>`
}

function past(visit: Visit, errands: Listed): Html {
  return errands.length === 0 ? nothing : html`<details class="gap"><summary>${errandPageText(visit.lang).past}</summary>${
    list(errands.map(one => rowOf(visit, one, true)))}</details>`
}
