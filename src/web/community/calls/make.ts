// 叫人: one's own home is chosen already, so that the tap on what is needed calls people at once.
import { needOf, callInput, isNeed, makeCall, NEED_KEYS } from '#modules/calls/public.ts'
import { newCallText } from '#text/call-pages.ts'
import { callText, needText } from '#text/calls.ts'
import { framed, idFrom } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { addressOf, emergency, styles } from './around.ts'
import { knownNotes } from './known.ts'
import { chosenPlace, forWhom, whereTo, type Wanted } from './where.ts'

const MORE = ['text', 'hours', 'urgent'] as const

/** GET /:community/help/new?place=&need=&principal=&channel=phone */
export const page: Page = visit => shown(visit, wantedIn(name => visit.url.searchParams.get(name) ?? ''), EMPTY)

/** POST /:community/help/new: straight to the call. */
export const submit: Submit = async sent => {
  const { form, community, actor } = sent
  const wanted = wantedIn(name => typed(form, name))
  return orAgain(sent, async () => {
    const { id, receipt } = await sent.act(makeCall, {
      need: wanted.need, place: wanted.place, text: typed(form, 'text'), hours: typed(form, 'hours') || undefined, urgent: 'urgent' in form.fields,
      phone: typed(form, 'phone'), emergency: 'emergency' in form.fields, channel: wanted.channel || (actor.personId === null ? 'code' : 'page'),
    }, wanted.principal ? { onBehalfOf: wanted.principal } : {})
    const at = addressOf({ community }, id, actor.personId === null ? receipt : '')
    return goTo(`${at}${at.includes('?') ? '&' : '?'}done=made`)
  }, mend => visit => shown(visit, wanted, mend))
}

function wantedIn(given: (name: string) => string): Wanted {
  return { place: idFrom(given('place')) ?? 0, need: given('need'), principal: idFrom(given('principal')) ?? 0, channel: given('channel') === 'phone' ? 'phone' : '' }
}

async function shown(visit: Visit, wanted: Wanted, mend: Mend): Promise<Html> {
  const { lang, community } = visit
  const t = newCallText(lang)
  const chosen = await chosenPlace(visit, wanted)
  return framed(visit, { title: t.title, current: 'help', narrow: true, back: `/${community.slug}/help` }, html`${styles}${emergency(visit)}
${forWhom(visit, wanted, chosen)}${await whereTo(visit, wanted, chosen)}
${await knownNotes(visit, chosen.place, wanted.need)}${chosen.place ? theForm(visit, { ...wanted, place: chosen.place.id }, mend) : nothing}`)
}

function theForm(visit: Visit, wanted: Wanted, mend: Mend): Html {
  const { lang, community, actor } = visit
  const t = newCallText(lang)
  const filled: Mend = { ...mend, values: { hours: '3', ...mend.values } }
  const withNumber = actor.personId === null || wanted.channel === 'phone'
  return html`<form class="stack" method="post" action="/${community.slug}/help/new">${errs(lang, mend)}${requestKey(mend)}
<input type="hidden" name="place" value="${wanted.place}"><input type="hidden" name="channel" value="${wanted.channel}">${wanted.principal > 0 && html`<input type="hidden" name="principal" value="${wanted.principal}">`}
${withNumber && field(lang, callInput, 'phone', mend)}
${isNeed(wanted.need) ? oneNeed(visit, wanted, filled) : html`${words(visit, filled, withNumber)}<h2 class="head">${t.tap}</h2>${needs(lang)}`}
<p class="why">${icon('lock')}${t.who}</p></form>${note('', 'clock', t.afterwards)}`
}

// The need is known: for somebody hurt or ill 120 comes first, and is read.
function oneNeed(visit: Visit, wanted: Wanted, mend: Mend): Html {
  const { lang, community } = visit
  const t = newCallText(lang)
  const need = isNeed(wanted.need) ? wanted.need : 'other'
  const { health, icon: drawn } = needOf(need)
  const others = new URLSearchParams({ place: String(wanted.place), ...wanted.principal > 0 && { principal: String(wanted.principal) }, ...wanted.channel && { channel: wanted.channel } })
  return html`<input type="hidden" name="need" value="${need}"><div class="card flush"><div class="scanned"><span class="glyph brick">${icon(drawn)}</span><h2 class="grow">${needText(lang)[need]}</h2><a class="rest" href="/${community.slug}/help/new?${others}">${t.change}</a></div></div>
${health && html`${note('alarm', 'warn', t.health)}<a class="btn full num" href="tel:120">${icon('phone')}${t.dial120}</a><div class="consent field">${field(lang, callInput, 'emergency', mend)}</div>`}
${words(visit, mend, 'phone' in mend.values)}<button class="btn full b-sea">${icon('help')}${health ? t.callStill : t.call}</button>`
}

// What was typed before stays open.
function words({ lang, actor }: Visit, mend: Mend, withNumber: boolean): Html {
  const t = newCallText(lang)
  const open = mend.problems.some(({ field: name }) => name !== 'emergency' && name !== 'need') || [mend.values['text'] ?? ''].flat()[0] !== ''
  return html`<details class="where"${open && html` open`}><summary>${t.first}</summary><p class="hint">${icon('mic')}${t.speak}</p>${
    MORE.map(name => field(lang, callInput, name, mend))}${actor.personId === null || withNumber ? nothing : field(lang, callInput, 'phone', mend)}</details>`
}

function needs(lang: Visit['lang']): Html {
  return html`<div class="needs" role="group" aria-label="${callText(lang).need}">${NEED_KEYS.map(key =>
    html`<button class="need" name="need" value="${key}">${icon(needOf(key).icon)}<span>${needText(lang)[key]}</span></button>`)}</div>`
}
