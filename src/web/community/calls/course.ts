// 怎么一回事: what was said, and what happened since, second by second.
import { ARRIVE_WITHIN } from '#modules/calls/public.ts'
import { endText, ringText } from '#text/calls.ts'
import { oneCallText } from '#text/call-pages.ts'
import { dotted, html, icon, nothing, type Html, type Icon } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import { nameOf, going, type Scene } from './scene.ts'
import { minuteOf, moment, secondsBetween } from './spent.ts'

interface Event {
  readonly at: Temporal.Instant
  readonly icon: Icon
  readonly words: string
  readonly more?: string | false
}

/** The section. */
export function course(scene: Scene): Html {
  const { visit: { lang } } = scene
  return html`<section>${head(oneCallText(lang).said)}<div class="card">${words(scene)}<ol class="trail">${
    eventsOf(scene).map(event => entry(scene, event))}${next(scene)}</ol></div></section>`
}

function words({ visit: { lang }, shown: { inside, text, caller, where, call } }: Scene): Html {
  const t = oneCallText(lang)
  const from = dotted(inside && caller, where, t[`how_${isChannel(call.channel) ? call.channel : 'page'}`])
  if (text === '') return html`<p class="dim sm">${from}</p>${inside ? nothing : html`<p class="sm">${icon('lock')} ${t.hidden}</p>`}`
  return html`<blockquote class="say">${text.split('\n').map((line, i) => html`${i > 0 && html`<br>`}${line}`)}<footer>${from}</footer></blockquote>`
}

function isChannel(channel: string): channel is 'page' | 'phone' | 'code' | 'api' {
  return ['page', 'phone', 'code', 'api'].includes(channel)
}

function eventsOf(scene: Scene): Event[] {
  const { visit: { lang }, shown: { call, rings }, helpers } = scene
  const t = oneCallText(lang)
  const [first, ...later] = rings
  const asked = ({ who, asked: many, declined }: typeof rings[number], say: (ring: string, n: number) => string) =>
    `${say(ringText(lang)[who as 'entrance'], many)}${declined > 0 ? `${lang === 'zh' ? '，' : ', '}${t.declined(declined)}` : ''}`
  return [
    { at: call.called_at, icon: 'help' as const, words: t.called, more: first ? asked(first, t.calledRing) : false as const },
    ...later.map(ring => ({ at: ring.asked_at, icon: 'help' as const, words: asked(ring, t.askedRing) })),
    ...helpers.flatMap(helper => ofHelper(scene, helper)),
    ...call.ended_at ? [{ at: call.ended_at, icon: 'check' as const, words: call.ended_how ? endText(lang)[call.ended_how] : t.ended }] : [],
  ].sort((one, other) => Temporal.Instant.compare(one.at, other.at))
}

function ofHelper(scene: Scene, helper: Scene['helpers'][number]): Event[] {
  const t = oneCallText(scene.visit.lang)
  const name = nameOf(scene, helper)
  const { asked_at, claimed_at, arrived_at, confirmed_at, released_at, phoned } = helper
  const fast = asked_at && !phoned && Temporal.Instant.compare(asked_at, claimed_at) <= 0 ? t.claimedFast(secondsBetween(asked_at, claimed_at)) : phoned && t.phoned
  return [
    { at: claimed_at, icon: 'check', words: t.claimedBy(name), more: fast },
    ...arrived_at && !(confirmed_at && Temporal.Instant.compare(arrived_at, confirmed_at) === 0) ? [{ at: arrived_at, icon: 'pin' as const, words: t.arrivedBy(name) }] : [],
    ...confirmed_at ? [{ at: confirmed_at, icon: 'check' as const, words: t.thereBy(name) }] : [],
    ...released_at ? [{ at: released_at, icon: 'undo' as const, words: t.releasedBy(name) }] : [],
  ]
}

function entry({ visit: { lang, community }, shown: { call } }: Scene, { at, icon: name, words: say, more }: Event): Html {
  return html`<li><b class="tile" aria-hidden="true">${icon(name)}</b><p class="when">${say} <time datetime="${at.toString()}">${
    moment(lang, at, call.called_at, community.time_zone)}</time></p>${more && html`<p class="sm dim">${more}</p>`}</li>`
}

// What is promised next.
function next(scene: Scene): Html {
  const { visit: { lang, community }, shown: { call } } = scene
  const helpers = going(scene)
  if (call.ended_at || helpers.length === 0 || helpers.some(helper => helper.confirmed_at)) return nothing
  const t = oneCallText(lang)
  return html`<li class="next"><b class="tile" aria-hidden="true">${lang === 'zh' ? '到' : icon('pin')}</b><p class="when">${t.door} <time>${
    t.before(minuteOf(call.called_at.add({ seconds: ARRIVE_WITHIN }), community.time_zone))}</time></p></li>`
}
