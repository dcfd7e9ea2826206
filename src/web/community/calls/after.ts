// After the help: thanks, what was found, and the invitation to help another day.
import { isCallers } from '#modules/calls/public.ts'
import { oneCallText } from '#text/call-pages.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { fields, folded, form, may, type Scene } from './scene.ts'

/** Thanks first; then the rest. */
export function after(scene: Scene): Html {
  return html`${thanks(scene)}${finding(scene)}${joining(scene)}`
}

function thanks(scene: Scene): Html {
  const { visit: { lang }, shown } = scene
  const t = oneCallText(lang)
  if (may(scene, 'rate')) return html`<section class="no-print">${head(t.thanks)}${form(scene, 'rate', html`${fields(scene, 'rate')}<button class="btn full b-sea">${t.send}</button>`, 'card stack')}</section>`
  if (!shown.stars) return nothing
  return html`<section>${head(isCallers(scene.visit.actor, shown.call) ? t.thanked : t.thankedYou)}<div class="card"><p aria-label="${shown.stars}">${'★'.repeat(shown.stars)}</p>${
    shown.thanks && html`<blockquote class="say">${shown.thanks}</blockquote>`}</div></section>`
}

function finding(scene: Scene): Html {
  const { visit: { lang, community }, shown: { call, inside } } = scene
  const t = oneCallText(lang)
  if (call.matter_id && inside) return note('', 'next', html`<a class="rest" href="/${community.slug}/matters/${call.matter_id}">${t.toMatter(call.matter_id)}</a>`)
  if (!call.ended_at && call.helpers.every(helper => !helper.arrived_at)) return nothing
  return folded(scene, 'raiseFinding', t.finding, html`${fields(scene, 'raiseFinding', ['text'])}<button class="btn full b-line">${t.findingSend}</button>`)
}

function joining({ visit: { lang, community, actor }, shown: { call } }: Scene): Html {
  if (call.ended_how !== 'helped' || actor.personId === null || call.caller_id !== actor.personId) return nothing
  const t = oneCallText(lang)
  return html`<section class="card stack no-print"><h2>${t.join}</h2><p class="sm dim">${t.joinSay}</p><a class="btn full b-line" href="/${community.slug}/volunteers">${icon('volunteer')}${t.joinGo}</a></section>`
}
