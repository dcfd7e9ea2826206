// 这次怎么算: what each question needs, what silence means, which packs and versions hold, and what of the estate's rules cannot be used.
import type { Decision, DecisionShown } from '#modules/decisions/public.ts'
import { choiceIn, flagSaid, shareSaid, shippedPack, sourceSaid, thresholds, type PackRef, type Rules } from '#modules/law/public.ts'
import { howText } from '#text/decision-pages.ts'
import { itemText } from '#text/decision-words.ts'
import { lawText } from '#text/law.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import type { Visit } from '#web/visit.ts'
import { circled } from './said.ts'

/** How the vote is counted; `rules`: as announced, or those of today before that. */
export function howPart(visit: Visit, decision: Decision, { questions }: DecisionShown, rules: Rules): Html {
  const { lang, community } = visit
  const t = howText(lang)
  const seen = new Map(questions.map(question => [question.item, question]))
  return html`<section>${head(t.title)}<div class="card sm stack"><p><b>${silenceSaid(lang, rules)}</b> ${t.oneHead}</p>
${[...seen.values()].map(({ item, position }) => html`<p>${questions.length > 1 && `${circled(position)} `}<b>${itemText(lang)[item]}</b><br>${
    item === 'interested' ? t.unanimous : needsOf(lang, rules, item)}</p>`)}
<p>${t.paper}</p><p class="dim">${packsSaid(lang, rules)}</p>
${flagsPart(lang, rules)}<p><a class="rest no-print" href="/${community.slug}/decisions/rules?estate=${decision.estate.id}">${
    t.all}</a></p></div></section>`
}

function needsOf(lang: Visit['lang'], rules: Rules, item: Parameters<typeof thresholds>[1]): Html {
  const { participation, consent } = thresholds(rules, item)
  const sources = [...new Set([participation, consent].map(({ rule }) => sourceSaid(rule.source, lang)))]
  return html`${howText(lang).needs(shareSaid(participation.value, lang), shareSaid(consent.value, lang))}<br><span class="dim">${
    sources.join(lang === 'zh' ? '；' : '; ')}</span>`
}

/** What a ballot that is not returned means here, with its source where the estate has a clause. */
export function silenceSaid(lang: Visit['lang'], rules: Rules): Html {
  const clause = choiceIn(rules, 'silence')
  if (!clause || clause.value === 'cast_only') return html`${lawText(lang).noClause}${lang === 'zh' ? '。' : '.'}`
  return html`${lawText(lang)[clause.value]}${lang === 'zh' ? '。' : '.'} <span class="dim">${sourceSaid(clause.rule.source, lang)}</span>`
}

/** The packs and versions that hold. */
export function packsSaid(lang: Visit['lang'], { packs }: Pick<Rules, 'packs'>): string {
  const t = howText(lang)
  return t.packs(packs.map(pack => t.pack(nameOf(lang, pack), pack.version)).join(lang === 'zh' ? '、' : ', '))
}

function nameOf(lang: Visit['lang'], ref: PackRef): string {
  return shippedPack(ref)?.name[lang] ?? howText(lang).ownPack
}

/** What of the estate's own rules undercuts the law and is not used. */
export function flagsPart(lang: Visit['lang'], { flags }: Pick<Rules, 'flags'>): Html {
  if (flags.length === 0) return nothing
  return html`<p><b>${howText(lang).flags}</b></p>${flags.map(flag => note('sun', 'warn', flagSaid(flag, lang).join(' ')))}`
}

