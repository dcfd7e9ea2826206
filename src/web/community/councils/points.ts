// 诉求清单: what people asked for, and what became of each.
import { keeps, mayNotAtSession, writePointInput, type Hall, type SessionShown } from '#modules/councils/public.ts'
import { estates } from '#modules/places/public.ts'
import { sessionText } from '#text/council-session.ts'
import { stepText } from '#text/matters.ts'
import { choose, errs, field } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head } from '#web/parts/list.ts'
import { EMPTY, type Visit } from '#web/visit.ts'
import { doing, tap, type Mends } from './around.ts'

/** The list; at a council that is no listening session only where there is something on it. */
export async function pointsPart(visit: Visit, session: SessionShown, hall: Hall, at: string, mends: Mends): Promise<Html> {
  const { lang, actor, community } = visit
  const t = sessionText(lang)
  const may = mayNotAtSession.keep(actor, session) === null
  const listening = session.kind === 'listening'
  if (!listening && hall.points.length === 0) return nothing
  return html`<section>${head(t.points)}${hall.points.length === 0 ? empty(t.noPoints) : html`<ol class="card flush list">${hall.points.map(point => html`<li><span class="grow"><b class="row-title">${
    point.shielded && !hall.keeper ? t.pointInHome : point.text}</b><span class="row-meta">${dotted(point.shielded && !hall.keeper ? '' : point.label, point.step && stepText(lang)[point.step])}</span></span>${
    point.matter_id !== null ? html`<a class="rest" href="/${community.slug}/matters/${point.matter_id}">${t.became(point.matter_id)}</a>`
      : keeps(actor, session) ? tap(at, 'raisePoint', t.raise, { more: { point: point.id }, label: point.text }) : nothing}</li>`)}</ol>`}
${listening && may ? await form(visit, session, at, mends) : nothing}</section>`
}

// Of the places the estates are offered: what stands at a sharper one is raised from its code.
async function form({ lang, db }: Visit, session: SessionShown, at: string, mends: Mends): Promise<Html> {
  const t = sessionText(lang)
  const mend = mends['writePoint'] ?? EMPTY
  const places = (await estates(db)).map(one => ({ value: one.id, words: one.name }))
  const chosen = String(mend.values['place'] ?? session.council_place_id ?? (places.length === 1 ? places[0]?.value : '') ?? '')
  const wrong = mend.problems.find(problem => problem.field === 'place')?.reason
  return html`<form class="card no-print" method="post" action="${at}">${errs(lang, mend)}${doing('writePoint', mend)}${field(lang, writePointInput, 'text', mend)}${
    choose(lang, 'place', t.place, places, chosen, wrong)}<div class="field"><button class="btn full">${t.writePoint}</button></div></form>`
}
