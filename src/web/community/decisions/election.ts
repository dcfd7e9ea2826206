// 选举结果: each candidate with heads and area against the line, who is elected, who is in reserve, who is tied.
import type { Election, QuestionShown, Result, Standing } from '#modules/decisions/public.ts'
import { shareSaid, sourceSaid, stillNeeded, thresholds, type Rules } from '#modules/law/public.ts'
import { figuresText, outcomeText } from '#text/decision-pages.ts'
import { lawText } from '#text/law.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import type { Visit } from '#web/visit.ts'
import { gauges, marks } from './gauge.ts'
import { areaSaid, headsSaid, percentOf } from './said.ts'

/** The outcome of one question that elects. */
export function electionPart({ lang }: Visit, question: QuestionShown, election: Election, { total, silent }: Result, rules: Rules): Html {
  const t = outcomeText(lang)
  const { participation, consent } = thresholds(rules, 'committee')
  const lacks = stillNeeded(total, election.participating, { participation: participation.value, consent: consent.value })
  return html`<p class="sm dim">${t.election(election.seats)}</p>${election.quorate
    ? election.carried ? note('', 'check', t.allSeats) : note('sun', 'warn', t.someSeats) : note('sun', 'warn', t.notQuorate)}
<div class="tally"><h3>${figuresText(lang).came}</h3><p>${figuresText(lang).cameLine(shareSaid(participation.value, lang))}</p>
${gauges(lang, total, [{ look: 'came', weight: election.participating }], participation.value)}${
    marks(lang, election.participating, total, { heads: lacks.heads === 0, area: lacks.area === 0 }, lacks)}</div>
<div class="tally"><h3>${t.consent}</h3><p>${t.consentLine(shareSaid(consent.value, lang))}</p><ul class="opts">${
    election.candidates.map(standing => candidate(lang, question, election, standing))}</ul></div>
<p class="sm gap">${lawText(lang)[election.silence]}${
    election.silenceRule && election.silence !== 'cast_only' && html`<br><span class="dim">${
    sourceSaid(election.silenceRule.source, lang)}</span>`}${
    silent.heads > 0 && html`<br>${t.silent(headsSaid(lang, silent.heads), areaSaid(lang, silent.area))}`}</p>`
}

function candidate(lang: Visit['lang'], { candidates }: QuestionShown, election: Election, { number, votes, enough }: Standing): Html {
  const t = outcomeText(lang)
  const badge = election.elected.includes(number) ? html`<span class="badge leaf">${icon('check')}${t.elected}</span>`
    : election.tied.includes(number) ? html`<span class="badge sun">${
    t.tied}</span>` : election.spare.includes(number) ? html`<span class="badge sea">${t.spare}</span>` : nothing
  const wide = (measure: 'heads' | 'area') => percentOf(votes[measure], election.participating[measure])
  const bar = (measure: 'heads' | 'area') => html`<span class="bar"><svg class="${enough ? 'aye' : 'came'}" width="${
    wide(measure)}%" height="100%" aria-hidden="true"></svg></span>`
  return html`<li><p class="row wrap"><b class="grow">${number}. ${candidates.find(one => one.number === number)?.name} ${badge}</b></p>
<p class="row"><span class="grow">${figuresText(lang).heads} ${headsSaid(lang, votes.heads)}</span><b class="num">${
    wide('heads')}%</b></p>${bar('heads')}
<p class="row"><span class="grow">${figuresText(lang).area} ${areaSaid(lang, votes.area)}</span><b class="num">${wide('area')}%</b></p>${
    bar('area')}</li>`
}
