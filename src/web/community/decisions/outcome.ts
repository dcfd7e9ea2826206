// 结果: question by question; the three ways of counting silence side by side, the one in force named with its clause and proofs, every sum to do again.
import { SILENCE, comparisonSaid, shareSaid, sourceSaid, thresholds, type Comparison, type Rules, type Silence } from '#modules/law/public.ts'
import type { Answered, Consent, DecisionShown, Majority, QuestionShown, Result } from '#modules/decisions/public.ts'
import { outcomeText, figuresText, votePageText } from '#text/decision-pages.ts'
import { opinionText } from '#text/decision-words.ts'
import { lawText } from '#text/law.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import type { Visit } from '#web/visit.ts'
import { electionPart } from './election.ts'
import { gauges, marks } from './gauge.ts'
import { areaSaid, circled, grouped, headsSaid, weightSaid } from './said.ts'

/** Every question with what came of it. */
export function outcomePart(visit: Visit, seen: DecisionShown, result: Result, rules: Rules): Html {
  return html`${result.questions.map(answered => {
    const question = seen.questions.find(({ position }) => position === answered.position)
    return question ? one(visit, question, answered, result, rules, seen.questions.length > 1) : nothing
  })}`
}

function one(visit: Visit, question: QuestionShown, answered: Answered, result: Result, rules: Rules, many: boolean): Html {
  const title = html`<p>${many && `${circled(question.position)} `}<b>${question.text}</b></p>`
  const body = answered.how === 'majority' ? majorityPart(visit, answered, rules)
    : answered.how === 'election' ? electionPart(visit, question, answered, result, rules) : consentPart(visit, answered)
  return html`<section class="card">${head(outcomeText(visit.lang).title, html`<span class="push">${
    verdict(visit.lang, answered.carried)}</span>`)}${title}${body}</section>`
}

/** 通过 or 没通过, by shape and word. */
export function verdict(lang: Visit['lang'], carried: boolean): Html {
  return html`<span class="verdict big ${carried ? 'yes' : 'not'}">${icon(carried ? 'check' : 'close')}${
    carried ? votePageText(lang).carried : votePageText(lang).notCarried}</span>`
}

function majorityPart({ lang }: Visit, answered: Majority, rules: Rules): Html {
  const t = outcomeText(lang)
  const { participation, consent } = thresholds(rules, answered.item)
  const { votes, spoiled } = answered
  const force = answered.outcomes[answered.silence]
  const holds = (of: Comparison['of'], measure: Comparison['measure']) => force.comparisons.some(one => one.of === of && one.measure === measure && one.holds)
  const both = (of: Comparison['of']) => ({ heads: holds(of, 'heads'), area: holds(of, 'area') })
  const enough = both('consent').heads && both('consent').area
  const abstained = { heads: force.participating.heads - force.yes.heads - force.no.heads, area: force.participating.area - force.yes.area - force.no.area }
  return html`<div class="tally"><h3>${figuresText(lang).came} ${chip(lang, force.quorate)}</h3><p>${
    figuresText(lang).cameLine(shareSaid(participation.value, lang))}</p>
${gauges(lang, votes.total, [{ look: 'came', weight: force.participating }], participation.value)}${
    marks(lang, force.participating, votes.total, both('participation'), force.toQuorum)}</div>
<div class="tally"><h3>${t.consent} ${chip(lang, enough)}</h3><p>${t.consentLine(shareSaid(consent.value, lang))}</p>
${gauges(lang, force.participating, [{ look: 'aye', weight: force.yes }, { look: 'nay', weight: force.no }, { look: 'abs', weight: abstained }], consent.value)}
${marks(lang, force.yes, force.participating, both('consent'), null)}
<p class="legend"><span><i class="aye"></i>${opinionText(lang).yes}</span><span><i class="nay"></i>${
    opinionText(lang).no}</span><span><i class="abs"></i>${opinionText(lang).abstain}</span></p>
<p class="sm gap">${t.votes(headsSaid(lang, votes.yes.heads), headsSaid(lang, votes.no.heads), headsSaid(lang, votes.abstained.heads))}${
    spoiled.heads > 0 && html`<br>${t.spoiled(grouped(spoiled.heads))}`}</p></div>
${waysPart(lang, answered)}`
}

function chip(lang: Visit['lang'], enough: boolean): Html {
  return html`<span class="verdict ${enough ? 'yes' : 'no'}">${icon(enough ? 'check' : 'warn')}${
    enough ? outcomeText(lang).enough : outcomeText(lang).short}</span>`
}

// The three ways beside each other; the sums of each lie in a fold below.
function waysPart(lang: Visit['lang'], answered: Majority): Html {
  const t = outcomeText(lang)
  const { silent } = answered.votes
  const row = (silence: Silence) => {
    const { participating, yes, carried } = answered.outcomes[silence]
    const force = silence === answered.silence
    return html`<tr${force && html` class="force"`}><th scope="row">${lawText(lang)[silence]}${force && html`<small>${icon('check')} ${
    t.inForce}</small>`}</th><td class="r">${
      headsSaid(lang, participating.heads)}<small>${areaSaid(lang, participating.area)}</small></td><td class="r">${
    headsSaid(lang, yes.heads)}<small>${areaSaid(lang, yes.area)}</small></td><td><b>${
      carried ? votePageText(lang).carried : votePageText(lang).notCarried}</b></td></tr>`
  }
  return html`<div class="tally"><h3>${t.ways}</h3><p>${t.waysHint}</p><div class="scroll-x" tabindex="0" role="region" aria-label="${
    t.ways}"><table class="tbl ways"><thead><tr><th>${t.way}</th><th class="r">${
    t.participating}</th><th class="r">${t.yes}</th><th>${t.verdict}</th></tr></thead><tbody>${SILENCE.map(row)}</tbody></table></div>
<p class="sm gap">${clauseSaid(lang, answered)}<br>${t.silent(headsSaid(lang, silent.heads), areaSaid(lang, silent.area))}</p>
<details><summary class="rest">${t.sums}</summary>${SILENCE.map(silence => html`<p class="sm gap"><b>${
    lawText(lang)[silence]}</b></p><ul class="sums sm">${
    answered.outcomes[silence].comparisons.map(comparison => html`<li>${icon(comparison.holds ? 'check' : 'close')} ${
    comparisonSaid(comparison, lang).line}</li>`)}</ul>`)}</details></div>`
}

/** Why this way of counting silence is in force. */
export function clauseSaid(lang: Visit['lang'], { silence, silenceRule, votes }: Pick<Majority, 'silence' | 'silenceRule' | 'votes'>): string {
  const t = outcomeText(lang)
  if (silence === 'cast_only' || silenceRule === null) return t.noClause
  return t.byClause(sourceSaid(silenceRule.source, lang), headsSaid(lang, votes.silent.heads))
}

function consentPart({ lang }: Visit, { asked, agreed, refused, missing }: Consent): Html {
  const t = outcomeText(lang)
  return html`<ul class="marks"><li>${icon(agreed === asked ? 'check' : 'warn')}${t.unanimous(grouped(agreed), grouped(asked))}</li>${
    refused > 0 && html`<li>${icon('close')}${t.refused(grouped(refused))}</li>`}${missing > 0 && html`<li>${icon('close')}${
    t.missing(grouped(missing))}</li>`}</ul>`
}

/** What of the roll took part in whole, in one line. */
export function totalsSaid(lang: Visit['lang'], { total, returned }: Result): string {
  return figuresText(lang).of(weightSaid(lang, returned), weightSaid(lang, total))
}
