// Where a call stands: how long until somebody answered, against the five minutes, and who comes.
import { ANSWER_WITHIN, ARRIVE_WITHIN, isCallers, seesWhoComes, stateOf, type HelperShown } from '#modules/calls/public.ts'
import { endText, nearText } from '#text/calls.ts'
import { oneCallText, ringShort } from '#text/call-pages.ts'
import { postText } from '#text/people.ts'
import { requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { clock } from '#web/parts/steps.ts'
import { said } from '#web/parts/time.ts'
import { EMPTY } from '#web/visit.ts'
import { going, nameOf, type Scene } from './scene.ts'
import { minuteOf, secondsBetween, spent, spentLarge } from './spent.ts'

const MINUTES = ANSWER_WITHIN / 60
/** A fifth of the bar has eleven widths, from empty to full: a strict content policy knows no style attributes. */
const WIDTHS = 10

/** The card on top. */
export function standing(scene: Scene, acts: Html): Html {
  const { visit: { lang, now, community }, shown: { call } } = scene
  const t = oneCallText(lang)
  const state = stateOf(call)
  return html`<section class="card tight" aria-labelledby="state"><p class="row wrap"><span class="badge ${LOOK[state].tone}" id="state">${icon(LOOK[state].icon)}${
    call.ended_how ? endText(lang)[call.ended_how] : state === 'ended' ? t.neverAnswered : t[state]}</span><span class="dim xs push num">${
    t.calledAt(said(lang, call.called_at, now, community.time_zone))}</span></p>
${answered(scene)}${call.ended_at && going(scene).length === 0 ? nothing : whoComes(scene)}${acts}</section>`
}

const LOOK = {
  asking: { tone: 'brick', icon: 'help' }, claimed: { tone: 'done', icon: 'check' }, arrived: { tone: 'done', icon: 'check' }, ended: { tone: 'sea', icon: 'check' },
} as const

// Counts to the first of those who go now; to this moment while nobody does.
function answered(scene: Scene): Html {
  const { visit: { lang, now }, shown: { call } } = scene
  const t = oneCallText(lang)
  const first = going(scene)[0]?.claimed_at
  if (!first && call.ended_at) return nothing
  const seconds = secondsBetween(call.called_at, first ?? now)
  return html`<div class="count">${spentLarge(lang, seconds)}<span class="dim sm">${
    first ? seconds * 2 <= ANSWER_WITHIN ? t.promiseFast : seconds <= ANSWER_WITHIN ? t.promise : t.promiseLate : seconds <= ANSWER_WITHIN ? t.waitingNow : t.waitingLate}</span></div>
<ol class="five" aria-label="${t.fiveOf(spent(lang, seconds))}">${Array.from({ length: MINUTES }, (_, i) => fifth(seconds - i * 60, first !== undefined))}</ol>
<p class="five-say" aria-hidden="true">${newRings(scene).map(words => html`<span>${words}</span>`)}</p>`
}

function fifth(seconds: number, isAnswered: boolean): Html {
  const width = Math.max(0, Math.min(WIDTHS, Math.round(seconds / 60 * WIDTHS)))
  return html`<li class="p${width}${isAnswered && seconds >= 0 && seconds < 60 && ' stop'}"></li>`
}

// For each minute the first ring that opens in it and was not named before.
function newRings({ visit: { lang }, shown: { call } }: Scene): string[] {
  const named = new Set<string>()
  return Array.from({ length: MINUTES }, (_, minute) => {
    const ring = call.rings.find(({ who, after }) => Math.floor(after / 60) === minute && !named.has(who))
    if (!ring) return ''
    for (const { who, after } of call.rings) if (Math.floor(after / 60) === minute) named.add(who)
    return ringShort(lang)[ring.who]
  })
}

function whoComes(scene: Scene): Html {
  const { visit: { lang, now, community }, shown: { call } } = scene
  const helpers = going(scene)
  if (helpers.length === 0) return nothing
  const t = oneCallText(lang)
  const there = helpers.some(helper => helper.confirmed_at)
  const due = call.called_at.add({ seconds: ARRIVE_WITHIN })
  const late = Temporal.Instant.compare(now, due) > 0
  const words = t.toDoor(minuteOf(due, community.time_zone))
  return html`<hr class="cut"><div class="row wrap who-head"><h2 class="grow">${call.ended_at ? t.whoCame : there ? t.isThere : helpers.some(helper => helper.arrived_at) ? t.atDoor : t.onTheWay}</h2>${
    !call.ended_at && clock(there ? 'met' : late ? 'late' : 'ok', there ? t.arrived : words)}</div>${helpers.map(helper => coming(scene, helper))}`
}

// Whoever called reads who comes and how near; neighbours read a name as he lets it be read.
function coming(scene: Scene, helper: HelperShown): Html {
  const { visit: { lang }, shown: { inside } } = scene
  const t = oneCallText(lang)
  const name = nameOf(scene, helper)
  const post = helper.posts[0]
  return html`<p class="who-comes"><span class="who ${post && post.kind !== 'volunteer' && post.kind !== 'volunteer_doctor' ? 'staff' : 'vol'}">${face(scene, helper, name)}<span>${name}<span>${dotted(post && postText(lang)[post.kind as 'secretary'], nearText(lang)[isNear(helper.near) ? helper.near : 'community'])}</span></span></span></p>${
    inside && html`<p class="sm dim">${dotted(helper.about, helper.came > 0 ? t.came(helper.came) : t.cameFirst, helper.rated > 0 && t.praised(helper.praised, helper.rated))}</p>`}${phoneHim(scene, helper)}`
}

// His photo where he put one up and whoever looks is the one who opens the door; else the first letter of his name.
function face({ visit, shown: { call }, code }: Scene, { id, pictured }: HelperShown, name: string): Html {
  if (!pictured || !seesWhoComes(visit.actor, call)) return html`<b aria-hidden="true">${Array.from(name)[0] ?? ''}</b>`
  return html`<img class="face" src="/${visit.community.slug}/help/${call.id}/helpers/${id}${code && `?code=${encodeURIComponent(code)}`}" width="64" height="64" alt="${oneCallText(visit.lang).face(name)}">`
}

// His number for whoever called, where he agreed; looking is written down.
function phoneHim({ visit: { lang, actor, community }, shown: { call }, code }: Scene, { id, shares_phone }: HelperShown): Html {
  if (!shares_phone || !isCallers(actor, call) || call.ended_at) return nothing
  const t = oneCallText(lang)
  return html`<form class="no-print gap" method="post" action="/${community.slug}/help/${call.id}/helpers/${id}/phone">${requestKey(EMPTY)}${
    code && html`<input type="hidden" name="receipt" value="${code}">`}<button class="btn full b-sea">${icon('phone')}${t.phoneHelper}</button><p class="why">${t.phoneHelperHint}</p></form>`
}

function isNear(key: string): key is keyof typeof nearText.pairs {
  return Object.hasOwn(nearText.pairs, key)
}
