// A method as a list, step by step: for phones, for reading aloud and for paper.
import type { Step, Track } from '#db/tables.ts'
import { listed, type Lang } from '#kit/phrase.ts'
import { limitText } from '#modules/clocks/public.ts'
import { clockOf, nextSteps, pathOf, STEPS, tracksOf, type Method } from '#modules/methods/public.ts'
import { ringText } from '#text/calls.ts'
import { methodPageText } from '#text/method-page.ts'
import { postText } from '#text/people.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import { clockSaid, evidenceSaid, postsSaid, stepSaid, tracksSaid } from './said.ts'

/** The steps; with a track, those alone, in its order. */
export function stepsListed(lang: Lang, method: Method, track: Track | null): Html {
  const steps = track ? pathOf(method, track) : STEPS.filter(step => method.steps[step])
  return html`<ol class="trail">${steps.map((step, i) => html`<li class="method-step"><b class="tile" aria-hidden="true">${i + 1}</b>${stepListed(lang, method, track, step)}</li>`)}</ol>`
}

function stepListed(lang: Lang, method: Method, track: Track | null, step: Step): Html {
  const t = methodPageText(lang)
  const rule = method.steps[step]
  if (!rule) return nothing
  const clock = clockOf(method, track, step, false)
  const next = track ? nextSteps(method, track, step) : rule.next
  return html`<p class="when">${rule.name[lang]}</p><p class="dim sm">${rule.hint[lang]}</p>${step === 'close' ? nothing : html`<dl class="kv">
<dt>${t.who}</dt><dd>${postsSaid(lang, rule.may)}</dd>
<dt>${t.howLong}</dt><dd>${clock ? clockSaid(lang, clock) : t.noClock}</dd>
<dt>${t.before}</dt><dd>${rule.evidence.length > 0 ? evidenceSaid(lang, rule.evidence) : t.nothingNeeded}</dd>
<dt>${t.next}</dt><dd>${next.length > 0 ? listed(lang, next.map(one => stepSaid(lang, method, one))) : t.end}</dd></dl>`}`
}

/** What belongs to no single step: the chain, urgency, the whole way, silence, checklists. */
export function restListed(lang: Lang, method: Method): Html {
  const t = methodPageText(lang)
  const { whole, silence } = method
  const urgent = STEPS.flatMap(step => method.urgent[step] ? [{ step, clock: method.urgent[step] }] : [])
  return html`<section>${head(t.chain)}<p class="dim sm">${t.chainSay}</p><ol class="trail">${method.chain.map((post, i) =>
    html`<li><b class="tile" aria-hidden="true">${i + 1}</b><p class="when">${postText(lang)[post]}</p></li>`)}</ol></section>
${urgent.length > 0 && html`<section>${head(t.urgent)}<dl class="kv">${urgent.map(({ step, clock }) => html`<dt>${stepSaid(lang, method, step)}</dt><dd>${clockSaid(lang, clock)}</dd>`)}</dl></section>`}
${whole && html`<section>${head(t.whole(stepSaid(lang, method, whole.until)))}<p class="sm">${clockSaid(lang, whole.clock)}${t.forTracks(tracksSaid(lang, whole.tracks))}</p></section>`}
${silence && html`<section>${head(t.silence)}<p class="sm">${limitText(lang)(silence)}</p></section>`}
${method.rings && html`<section>${head(t.rings)}<dl class="kv">${method.rings.map(({ who, after, most }) =>
    html`<dt>${ringText(lang)[who]}</dt><dd>${t.ring(after, most)}</dd>`)}</dl></section>`}
${Object.values(method.checklists).map(list => html`<section><details><summary>${t.checklists}：${list.name[lang]}</summary><ul class="facts">${list.items.map(item => html`<li>${item[lang]}</li>`)}</ul></details></section>`)}`
}

/** The tracks as links; the one that is shown is marked. */
export function trackLinks(lang: Lang, method: Method, current: Track | null, address: (track: Track | null) => string): Html {
  const t = methodPageText(lang)
  const link = (track: Track | null, words: string) => html`<a href="${address(track)}"${track === current && html` aria-current="true"`}>${words}</a>`
  return html`<div class="scroll-x no-print"><nav class="filters" aria-label="${t.tracks}">${link(null, t.allTracks)}${tracksOf(method).map(track => link(track, tracksSaid(lang, [track])))}</nav></div>`
}

/** The way of a track in one line: 提事 → 理事 → … */
export function wayListed(lang: Lang, method: Method): Html {
  return html`<dl class="kv">${tracksOf(method).map(track => html`<dt>${tracksSaid(lang, [track])}</dt><dd>${pathOf(method, track).map(step => stepSaid(lang, method, step)).join(' → ')}</dd>`)}</dl>`
}
