// Where two versions of a method differ, in words, step by step.
import { STEPS, tracksOf, type ClockRule, type Method } from '#modules/methods/public.ts'
import type { Lang } from '#kit/phrase.ts'
import { limitText } from '#modules/clocks/public.ts'
import { stepText } from '#text/matters.ts'
import { ringText } from '#text/calls.ts'
import { methodEditText, methodPageText, methodReviewText } from '#text/method-page.ts'
import { trackText } from '#text/router.ts'
import { html, sep, type Html } from '#web/parts/html.ts'
import { clockSaid, evidenceSaid, postsSaid, tracksSaid } from './said.ts'

/** One place at which they differ; empty where there was nothing, or is nothing any more. */
export interface Difference {
  what: readonly string[]
  was: string
  becomes: string
}

/** Every difference, in the order of the method. */
export function differences(lang: Lang, before: Method, after: Method): Difference[] {
  const [was, becomes] = [told(lang, before), told(lang, after)]
  return [...new Map([...was, ...becomes]).keys()]
    .filter(what => was.get(what) !== becomes.get(what))
    .map(what => ({ what: what.split('\n'), was: was.get(what) ?? '', becomes: becomes.get(what) ?? '' }))
}

/** The differences as a table; cards on a phone. */
export function differencesTable(lang: Lang, found: readonly Difference[]): Html {
  const t = methodReviewText(lang)
  if (found.length === 0) return html`<p class="dim">${methodPageText(lang).unchanged}</p>`
  return html`<div class="card flush"><table class="tbl fold"><thead><tr><th>${t.what}</th><th>${t.was}</th><th>${t.becomes}</th></tr></thead><tbody>${found.map(({ what, was, becomes }) =>
    html`<tr><td class="t"><b>${what.map((part, i) => html`${i > 0 && sep}${part}`)}</b></td><td class="t"><small>${t.was}</small> <del>${was || t.none}</del></td><td class="t"><small>${t.becomes}</small> <ins>${becomes || t.none}</ins></td></tr>`)}</tbody></table></div>`
}

// Every part of a method by what it is, as one line each.
function told(lang: Lang, method: Method): Map<string, string> {
  const t = methodPageText(lang)
  const both = ({ zh, en }: { zh: string, en: string }) => `${zh} / ${en}`
  return new Map([
    [t.title, `${both(method.name)}\n${both(method.about)}`],
    [t.chain, postsSaid(lang, method.chain)],
    ...stepsTold(lang, method),
    ...tracksTold(lang, method),
    ...clocksTold(lang, [t.urgent], method.urgent),
    ...method.whole ? [[t.whole(stepText(lang)[method.whole.until]), `${clockSaid(lang, method.whole.clock)}${t.forTracks(tracksSaid(lang, method.whole.tracks))}`] as const] : [],
    ...method.silence ? [[t.silence, limitText(lang)(method.silence)] as const] : [],
    ...method.rings ? [[t.rings, method.rings.map(({ who, after, most }) => `${ringText(lang)[who]}：${t.ring(after, most)}`).join('；')] as const] : [],
    ...Object.entries(method.checklists).map(([key, list]) => [`${t.checklists}\n${key}`, [list.name, ...list.items].map(both).join('；')] as const),
  ])
}

function stepsTold(lang: Lang, { steps }: Method): (readonly [string, string])[] {
  const [t, f] = [methodPageText(lang), methodEditText(lang)]
  return STEPS.flatMap(name => {
    const rule = steps[name]
    if (!rule) return []
    const line = (what: string, words: string) => [`${stepText(lang)[name]}\n${what}`, words] as const
    return [
      line(f.nameZh, rule.name.zh), line(f.nameEn, rule.name.en), line(f.hintZh, rule.hint.zh), line(f.hintEn, rule.hint.en),
      line(t.who, postsSaid(lang, rule.may)), line(t.howLong, rule.clock ? clockSaid(lang, rule.clock) : t.noClock),
      line(t.before, evidenceSaid(lang, rule.evidence)), line(t.next, rule.next.map(next => stepText(lang)[next]).join(' ')),
    ]
  })
}

function tracksTold(lang: Lang, method: Method): (readonly [string, string])[] {
  return tracksOf(method).flatMap(track => {
    const rule = method.tracks[track]
    return rule ? [[trackText(lang)[track], rule.steps.map(step => stepText(lang)[step]).join(' ')] as const, ...clocksTold(lang, [trackText(lang)[track]], rule.clocks)] : []
  })
}

function clocksTold(lang: Lang, where: readonly string[], clocks: Partial<Record<typeof STEPS[number], ClockRule>>): (readonly [string, string])[] {
  return STEPS.flatMap(step => clocks[step] ? [[[...where, stepText(lang)[step]].join('\n'), clockSaid(lang, clocks[step])] as const] : [])
}
