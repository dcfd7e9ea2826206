// 一件小忙: what is needed, who comes, what the one who looks at it may do, and what lies on the way.
import { errandById, errandsFitting, swapsOf, type ErrandShown } from '#modules/errands/public.ts'
import { errandPageText } from '#text/errand-pages.ts'
import { framed, idIn } from '#web/frame.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, list, note, toast } from '#web/parts/list.ts'
import { said } from '#web/parts/time.ts'
import type { Mend, Page, Visit } from '#web/visit.ts'
import { chip, kindSaid, rowOf, whenSaid } from './around.ts'
import { deeds } from './deeds.ts'
import { swapPart } from './swap-part.ts'

/** Which form came back to be mended. */
export interface Again { deed: string, mend: Mend }

/** GET /:community/errands/:id */
export const page: Page = visit => shown(visit, null)

/** The page, with a form that has something to mend. */
export async function shown(visit: Visit, again: Again | null): Promise<Html> {
  const { lang, db, actor, community, now, publicUrl } = visit
  const t = errandPageText(lang)
  const at = `/${community.slug}/errands`
  const errand = await errandById(db, actor, idIn(visit))
  const own = actor.personId !== null && errand.by_id === actor.personId
  const open = errand.ended_at === null && errand.taken_by === null && errand.standing === 'shown'
  const fits = open && actor.personId !== null ? await errandsFitting(db, actor, errand.id, now) : []
  const swaps = own || errand.in_return !== null ? await swapsOf(db, actor, errand.id) : []
  return framed(visit, { title: kindSaid(lang, errand.kind), narrow: true, back: at, live: `errands/${errand.id}`, qr: `${publicUrl}${at}/${errand.id}` }, html`${
    news(visit, errand)}${slip(visit, errand)}
${swaps.map(swap => swapPart(visit, swap))}
${own ? share(visit, errand, open) : nothing}${deeds(visit, errand, again)}
${fits.length > 0 ? html`<section>${head(t.fits)}${list(fits.map(one => rowOf(visit, one)))}</section>` : nothing}
${own ? nothing : share(visit, errand, open)}`)
}

// Whoever asks himself shares first, and calls it off afterwards.
function share({ lang, community }: Visit, { id }: ErrandShown, open: boolean): Html {
  return open ? html`<p class="gap"><a class="btn full b-line" href="/${community.slug}/errands/${id}/card">${icon('qr')}${errandPageText(lang).share}</a></p>` : nothing
}

function news({ lang, url }: Visit, { standing }: ErrandShown): Html {
  const t = errandPageText(lang)
  if (url.searchParams.has('reported')) return toast(t.reported)
  return url.searchParams.has('sent') ? toast(standing === 'shown' ? t.sent : t.sentHeld) : nothing
}

function slip(visit: Visit, errand: ErrandShown): Html {
  const { lang, actor, community, now } = visit
  const t = errandPageText(lang)
  const left = (errand.room ?? 0) - errand.along
  return html`<section class="card stack"><p class="row wrap">${chip(visit, errand)}<span class="dim xs">${
    t.when(said(lang, errand.made_at, now, community.time_zone))}</span></p>
<h2 class="say">${errand.text ?? kindSaid(lang, errand.kind)}</h2>
<p class="sm">${dotted(html`${icon('clock')} ${whenSaid(visit, errand)}`, html`${icon('pin')} ${errand.where}`)}</p>
<p class="sm dim">${dotted(errand.asked_for !== null && t.forWhom(errand.asked_for), errand.asker !== null && errand.by_id !== actor.personId && t.asker(errand.asker),
    errand.side === 'offer' && (left > 0 ? t.room(left) : t.full), errand.in_return !== null && t.inReturn(kindSaid(lang, errand.in_return)))}</p>
${who(visit, errand)}</section>
${actor.personId === null ? html`${note('', 'lock', t.signIn)}<p class="field"><a class="btn full" href="/sign-in?community=${community.slug}&next=/${
  community.slug}/errands/${errand.id}">${t.signInDo}</a></p>` : nothing}
${errand.kind === 'shopping' && errand.ended_at === null ? html`<p class="dim xs gap">${t.money}</p>` : nothing}`
}

// Who comes, what he says, how long it took: for the two whom it concerns.
function who({ lang }: Visit, errand: ErrandShown): Html {
  const t = errandPageText(lang)
  if (errand.taker === null) return errand.reach > 0 && errand.ended_at === null ? html`<p class="sm">${t.reached(errand.reach)}</p>` : nothing
  const minutes = errand.minutes ?? errand.finished_minutes
  return html`<p class="sm"><b>${t.taker(errand.taker)}</b>${errand.swapped && html` <span class="badge">${t.swapped}</span>`}</p>${
    errand.words && html`<p>“${errand.words}”</p>`}${minutes !== null && html`<p class="sm">${t.took(minutes)}</p>`}${
    errand.thanks && html`<p>“${errand.thanks}”</p>`}`
}
