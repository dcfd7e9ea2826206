// 今天谁值班: for everybody whom to turn to; for whoever is on a roster also his own turns and what waits for him.
import { holds } from '#modules/people/public.ts'
import { answerSwap, cover, mayNotKeepDuty, notesFor, onDutyToday, ownDuty, readNote, rostersListed } from '#modules/duty/public.ts'
import { dutyFieldText } from '#text/duty.ts'
import { dutyPageText } from '#text/duty-pages.ts'
import { framed, idIn } from '#web/frame.ts'
import { requestKey } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, list, note, type Row } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Page, type Submit, type Visit } from '#web/visit.ts'
import { clockSaid, daySaid, hoursSaid, spanSaid } from './when.ts'
import { noteCard } from './note-card.ts'

/** GET /:community/duty */
export const page: Page = async visit => {
  const { lang, db, actor, community, now, publicUrl } = visit
  const t = dutyPageText(lang)
  const today = await onDutyToday(db, now, community.time_zone)
  const at = `/${community.slug}`
  const [on, later] = [true, false].map(begun => today.filter(turn => (Temporal.Instant.compare(turn.from_at, now) <= 0) === begun))
  return framed(visit, { title: t.title, narrow: true, back: at, live: 'duty/', qr: `${publicUrl}${at}/duty` }, html`<p class="dim sm">${t.lead}</p>
${note('sun', 'warn', t.first)}
${on?.length ? part(visit, t.now, on) : empty(t.nobodyNow)}${later?.length ? part(visit, t.later, later) : nothing}
${actor.personId === null ? nothing : await ownPart(visit)}
${ways(visit)}`)
}

function part(visit: Visit, words: string, turns: Awaited<ReturnType<typeof onDutyToday>>): Html {
  const { lang, now } = visit
  const t = dutyPageText(lang)
  return html`<section>${head(words)}<div class="card flush list">${turns.map(turn => html`<div><span class="grow"><b class="row-title">${
    turn.person}</b><span class="row-meta">${dotted(turn.organisation, turn.roster, turn.on_call && t.onCall)}</span></span><span class="num">${
    Temporal.Instant.compare(turn.from_at, now) <= 0 ? t.until(clockSaid(visit, turn.until_at)) : `${clockSaid(visit, turn.from_at)}–${clockSaid(visit, turn.until_at)}`
  }</span></div>`)}</div></section>`
}

async function ownPart(visit: Visit): Promise<Html> {
  const { lang, db, actor, now, community } = visit
  const t = dutyPageText(lang)
  const [own, notes, rosters] = await Promise.all([ownDuty(db, actor, now), notesFor(db, actor, now, { next: true }), rostersListed(db, actor)])
  const at = `/${community.slug}/duty`
  if (rosters.length === 0 && own.turns.length === 0) return nothing
  return html`${notes.length > 0 && html`<section>${head(t.notes)}${notes.map(one => noteCard(visit, one))}</section>`}
${own.swaps.length > 0 && html`<section>${head(t.swaps)}${own.swaps.map(swap => html`<form class="card" method="post" action="${at}/swaps/${swap.id}">${requestKey(EMPTY)}<p>${
    t.swapAsked(swap.name, spanSaid(visit, swap.from_at, swap.until_at))}<br><span class="dim sm">${
    swap.for_from && swap.for_until ? t.swapFor(spanSaid(visit, swap.for_from, swap.for_until)) : t.swapFree}</span></p>${answers(visit)}</form>`)}</section>`}
${own.gaps.length > 0 && html`<section>${head(t.open)}${own.gaps.map(gap => html`<form class="card" method="post" action="${at}/gaps/${gap.id}/cover">${requestKey(EMPTY)}<div class="row"><span class="grow"><b class="row-title">${
    daySaid(visit, gap.from_at)}</b><span class="row-meta">${dotted(hoursSaid(visit, gap.from_at, gap.until_at), gap.roster)}</span></span><button class="btn b-line sm">${t.take}</button></div></form>`)}</section>`}
<section>${head(t.own, html`<a class="more" href="/${community.slug}/me/calendar">${t.calendarLink}</a>`)}${own.turns.length === 0 ? html`<p class="dim sm">${t.noneOwn}</p>`
  : list(own.turns.map(turn => ({ href: `${at}/turns/${turn.id}`, title: daySaid(visit, turn.from_at), icon: 'clock', tone: 'sea',
    meta: dotted(hoursSaid(visit, turn.from_at, turn.until_at), turn.roster, turn.on_call && t.onCall) })))}</section>
${rosters.length > 0 && html`<section>${head(t.rosters)}${list(rosters.map(one => ({ href: `${at}/${one.id}`, title: one.name, meta: one.organisation, icon: 'calendar', tone: 'leaf' })))}</section>`}`
}

function answers({ lang }: Visit): Html {
  const t = dutyFieldText(lang)
  return html`<div class="row wrap gap"><button class="btn b-sea" name="answer" value="yes">${t.yes}</button><button class="btn b-line" name="answer" value="no">${t.no}</button></div>`
}

function ways({ lang, actor, community }: Visit): Html {
  const t = dutyPageText(lang)
  const at = `/${community.slug}/duty`
  const rows: Row[] = [
    { href: `${at}/map`, title: t.map, meta: t.mapMeta, icon: 'pin', tone: 'sea' },
    ...holds(actor, 'see load') ? [{ href: `${at}/load`, title: t.load, meta: t.loadMeta, icon: 'ledger', tone: 'sun' } as const] : [],
    ...mayNotKeepDuty(actor) === null ? [{ href: `${at}/new`, title: t.make, icon: 'plus', tone: 'brick' } as const] : [],
  ]
  return html`<section>${list(rows)}</section>`
}

/** POST /:community/duty/gaps/:id/cover */
export const take: Submit = async sent => {
  const { id } = await sent.act(cover, { id: idIn(sent) })
  return goTo(`/${sent.community.slug}/duty/turns/${id}`)
}

/** POST /:community/duty/swaps/:id */
export const swap: Submit = async sent => {
  await sent.act(answerSwap, { id: idIn(sent), answer: typed(sent.form, 'answer') })
  return goTo(`/${sent.community.slug}/duty`)
}

/** POST /:community/duty/turns/:id/read */
export const read: Submit = async sent => {
  await sent.act(readNote, { id: idIn(sent) })
  return goTo(`/${sent.community.slug}/duty`)
}
