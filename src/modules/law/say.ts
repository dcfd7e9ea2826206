// The law in people's words: a rule, its value and source, a comparison that can be checked by hand, a date. Pure.
import type { Lang } from '#kit/phrase.ts'
import { comparisonText, dutyText, lawText } from '#text/law.ts'
import { ruleText, ruleValueText } from '#text/law-rules.ts'
import type { Due } from '#modules/law/dates.ts'
import type { Comparison } from '#modules/law/judge.ts'
import type { Source } from '#modules/law/pack.ts'
import type { Flag, Rule } from '#modules/law/resolve.ts'
import { INTERNET, MAJORITIES, RULES, type RuleKey, type Value } from '#modules/law/rule.ts'
import { SILENCE } from '#modules/law/count.ts'
import type { Share } from '#modules/law/share.ts'

/** At least 2/3, more than 1/2. */
export function shareSaid({ bound, numerator, denominator }: Share, lang: Lang): string {
  return comparisonText(lang)[bound](`${numerator}/${denominator}`)
}

/** The value of a rule, in its unit. */
export function valueSaid(key: RuleKey, value: Value, lang: Lang): string {
  const words = ruleValueText(lang)
  if (typeof value === 'object') return shareSaid(value, lang)
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return numberSaid(key, value, lang)
  const silence = SILENCE.find(one => one === value)
  const choice = [...MAJORITIES, ...INTERNET].find(one => one === value)
  return silence ? lawText(lang)[silence] : choice ? words[choice] : words.promptly
}

function numberSaid(key: RuleKey, value: number, lang: Lang): string {
  const words = ruleValueText(lang)
  const { unit } = RULES[key]
  if (unit === 'days' || unit === 'deadline') return words.days(value)
  return unit === 'months' ? words.months(value) : words.count(value)
}

/** Which text and article, as one cites it. */
export function sourceSaid({ law, article }: Source, lang: Lang): string {
  const words = ruleValueText(lang)
  return words.source(law[lang], article === undefined ? words.noArticle : words.article(article))
}

/** A rule that holds: its name and value, its source, and how sure it is. */
export function ruleSaid({ key, value, source }: Rule, lang: Lang): RuleSaid {
  return {
    name: ruleText(lang)[key],
    value: valueSaid(key, value, lang),
    source: sourceSaid(source, lang),
    says: source.says[lang],
    sure: ruleValueText(lang)[source.mark],
  }
}

/** The columns of a table of rules. */
export type RuleSaid = Record<'name' | 'value' | 'source' | 'says' | 'sure', string>

/** Why a rule of a lower layer cannot be used, and where its number comes from if that is known. */
export function flagSaid({ key, problem, value, against, outdated }: Flag, lang: Lang): string[] {
  const words = ruleValueText(lang)
  const say = problem === 'undercuts' ? words.undercuts : words.notTheirs
  const said = say(ruleText(lang)[key], valueSaid(key, value, lang), valueSaid(key, against.value, lang), sourceSaid(against.source, lang))
  return outdated ? [said, words.outdated(sourceSaid(outdated, lang))] : [said]
}

/** A comparison that anybody can do again: `667 × 3 ≥ 1,000 × 2`, areas in m²; alone, and with its name and whether it is enough. */
export function comparisonSaid(comparison: Comparison, lang: Lang): { sum: string, line: string } {
  const { of, measure, part, whole, share, holds } = comparison
  const amount = measure === 'heads' ? grouped : squareMetres
  const sum = `${times(amount(part), share.denominator)} ${sign(comparison)} ${times(amount(whole), share.numerator)}`
  return { sum, line: comparisonText(lang).line(comparisonText(lang)[`${of}_${measure}`], sum, holds) }
}

function times(amount: string, factor: number): string {
  return factor === 1 ? amount : `${amount} × ${factor}`
}

function sign({ part, whole, share }: Comparison): string {
  const difference = part * share.denominator - whole * share.numerator
  if (share.bound === 'at_least') return difference >= 0 ? '≥' : '<'
  return difference > 0 ? '>' : '≤'
}

// By hand: a locale would group and round in its own way, and these sums are compared letter by letter.
function grouped(whole: number): string {
  return String(whole).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
}

function squareMetres(area: number): string {
  const cents = area % 100
  return `${grouped((area - cents) / 100)}.${String(cents).padStart(2, '0')} m²`
}

/** A date in one sentence: from when, by when or until when. */
export function dueSaid({ what, bound, on }: Due, lang: Lang): string {
  const words = dutyText(lang)
  return on ? words[bound](on.toString(), words[what]) : words.promptly(words[what])
}
