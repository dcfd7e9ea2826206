// What whoever called and whoever goes can do, in the card on top.
import { helperIn, isCallers } from '#modules/calls/public.ts'
import { callText } from '#text/calls.ts'
import { oneCallText } from '#text/call-pages.ts'
import { buttonOrWhy, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { local } from '#web/parts/page.ts'
import { EMPTY } from '#web/visit.ts'
import { addressOf } from './around.ts'
import { fields, folded, form, going, may, tap, type Scene } from './scene.ts'

/** Theirs; for neighbours who were asked it is the card below. */
export function acts(scene: Scene): Html {
  const { visit: { actor }, shown: { call } } = scene
  if (call.ended_at) return nothing
  if (helperIn(actor, call)) return ofHelper(scene)
  return isCallers(actor, call) ? ofCaller(scene) : nothing
}

function ofCaller(scene: Scene): Html {
  const { visit: { lang, community }, digits } = scene
  const t = oneCallText(lang)
  const waiting = may(scene, 'confirmArrival')
  return html`<div class="stack no-print">${waiting ? html`${going(scene).some(helper => helper.arrived_at) && note('sun', 'pin', t.saidArrived)}
<div class="door"><p class="sm">${t.doorCode}</p><p><code>${digits}</code></p><p class="dim xs">${t.doorCodeSay}</p></div>
${tap(scene, 'confirmArrival', t.hereNow, 'b-sea')}` : nothing}
${may(scene, 'finish') ? finish(scene) : nothing}
<div class="row wrap">${may(scene, 'askMore') && going(scene).length > 0 && small(scene, 'askMore', t.more)}${may(scene, 'callOff') && small(scene, 'callOff', t.off)}${
    community.phone && html`<a class="btn b-line sm" href="tel:${community.phone}">${icon('phone')}${t.phoneCommunity} <span class="num only-wide">${local(community.phone)}</span></a>`}</div></div>`
}

function ofHelper(scene: Scene): Html {
  const { visit: { lang, actor, community }, shown: { call } } = scene
  const t = oneCallText(lang)
  const own = helperIn(actor, call)
  return html`<div class="stack no-print">${own?.arrived_at && !own.confirmed_at && note('sun', 'clock', t.waitForTap)}
${own?.confirmed_at ? nothing : html`<form method="post" action="${addressOf({ community }, call.id)}/phone">${requestKey(EMPTY)}<button class="btn full b-sea">${icon('phone')}${t.readPhone}</button><p class="why">${t.readPhoneHint}</p></form>`}
${may(scene, 'arrive') ? form(scene, 'arrive', html`${fields(scene, 'arrive')}<button class="btn full b-line">${t.arrivedMe}</button>`, 'stack') : nothing}
${may(scene, 'finish') ? finish(scene) : nothing}
${may(scene, 'askMore') ? small(scene, 'askMore', t.more) : nothing}
${folded(scene, 'release', t.release, html`${fields(scene, 'release')}<button class="btn full b-line">${t.release}</button>`)}</div>`
}

// The minutes are counted from the door: whoever knows better opens the fold.
function finish(scene: Scene): Html {
  const { lang } = scene.visit
  return form(scene, 'finish', html`<details class="where"><summary>${callText(lang).minutes}</summary>${fields(scene, 'finish')}</details><button class="btn full">${icon('check')}${oneCallText(lang).done}</button>`, 'stack')
}

function small(scene: Scene, name: 'askMore' | 'callOff', words: string): Html {
  return form(scene, name, html`<button class="btn b-line sm">${words}</button>`)
}

/** 您也能应: for whoever was asked and does not go; grey once somebody goes. */
export function youToo(scene: Scene, lately: number): Html {
  const { visit: { lang, actor }, shown: { call, rings } } = scene
  if (call.ended_at || isCallers(actor, call) && !may(scene, 'claim') || helperIn(actor, call)) return nothing
  const t = oneCallText(lang)
  const asked = rings.reduce((sum, ring) => sum + ring.asked, 0)
  return html`<section aria-labelledby="too"><h2 id="too" class="head">${t.youToo}</h2><div class="card stack"><p class="sm">${t.askedHere(asked)}${lang === 'zh' ? '。' : '. '}${t.cameLately(lately)}</p>
${tap(scene, 'claim', t.go)}${call.asked ? form(scene, 'decline', html`${buttonOrWhy(lang, t.cannot, null, 'b-line')}`) : nothing}</div></section>`
}
