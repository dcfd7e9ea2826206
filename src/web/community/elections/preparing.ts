// What is posted while an election is prepared: the group, the drafts, the candidates, objections with their answers.
import { CONDITIONS, mayNotInElection, type ElectionShown } from '#modules/elections/public.ts'
import { conditionText, draftKindText, electionObjectedText, foundText, groupPartyText } from '#text/election-words.ts'
import { electionPageText } from '#text/election-pages.ts'
import { html, dotted, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import { dayAt, said } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'
import { links, worksOn } from './around.ts'

type Candidate = ElectionShown['people'][number]

/** 筹备组: names for people of the community, parties for everybody. */
export function groupPart({ lang, actor }: Visit, { names }: ElectionShown): Html {
  const t = electionPageText(lang)
  if (names.length === 0) return nothing
  return html`<section>${head(t.group)}<ul class="card facts">${names.map(one => html`<li><b>${one.name || groupPartyText(lang)[one.party]}</b> ${
    dotted(one.name && groupPartyText(lang)[one.party], one.leads && t.leads)}</li>`)}</ul>${actor.personId === null && html`<p class="dim sm">${t.signInNames}</p>`}</section>`
}

/** 候选人: how found, what he says, and each condition with who checked it. */
export function candidatesPart(visit: Visit, { election, people }: ElectionShown): Html {
  const { lang } = visit
  const t = electionPageText(lang)
  if (election.formed_on === null && people.length === 0) return nothing
  return html`<section id="candidates">${head(t.candidates)}${people.length === 0 ? html`<p class="nothing">${t.noCandidates}</p>` : people.map(one => candidate(visit, election, one))}</section>`
}

function candidate(visit: Visit, election: ElectionShown['election'], one: Candidate): Html {
  const { lang, community } = visit
  const t = electionPageText(lang)
  const met = one.checks.filter(check => check.met)
  const [last] = one.checks
  const works = worksOn(visit, election)
  return html`<div class="card gap" id="c-${one.id}"><p class="row wrap"><b>${dotted(one.number !== null && String(one.number), one.name || t.signInNames)}</b><span class="badge push${
    met.length === CONDITIONS.length && one.agreed ? ' leaf' : ''}">${one.agreed ? met.length === CONDITIONS.length ? t.qualified : t.met(met.length, CONDITIONS.length) : t.notAgreed}</span></p>
<p class="dim sm">${foundText(lang)[one.found]}</p>${one.name && html`<p>${one.about}</p>`}${one.checks.length > 0 && html`<details><summary>${t.met(met.length, CONDITIONS.length)}</summary><ul class="facts sm">${
    CONDITIONS.map(condition => ({ condition, check: one.checks.find(check => check.condition === condition) })).map(({ condition, check }) => html`<li>${
      dotted(conditionText(lang)[condition], !check?.met && t.notMet)}</li>`)}</ul>${last?.by && html`<p class="dim xs">${
      t.checkedBy(last.by, dayAt(lang, Temporal.Instant.from(last.at), community.time_zone))}</p>`}</details>`}${
    links(visit, election, [...works && !one.own ? ['checkCandidate' as const] : [], ...one.own || mayNotInElection.form(visit.actor, election) === null ? ['withdraw' as const] : []], one.id)}</div>`
}

/** 草案: the newest of each in full, the earlier ones below. */
export function draftsPart({ lang, community }: Visit, { texts }: ElectionShown): Html {
  const t = electionPageText(lang)
  if (texts.length === 0) return nothing
  return html`<section id="drafts">${head(t.drafts)}${[...Map.groupBy(texts, ({ kind }) => kind)].map(([kind, versions]) => html`<div class="card gap">${versions.map((one, i) => html`<details${
    i > 0 && html` class="dim"`}><summary>${dotted(kindSaid(lang, kind), t.version(one.version), dayAt(lang, Temporal.Instant.from(one.at), community.time_zone))}</summary>${
    one.text.split('\n').map(line => html`<p>${line}</p>`)}</details>`)}</div>`)}</section>`
}

function kindSaid(lang: Visit['lang'], kind: string): string {
  const known = (['rules_of_procedure', 'covenant', 'method'] as const).find(one => one === kind)
  return known ? draftKindText(lang)[known] : kind
}

/** 异议: what waits for a look is seen by its author and those who work on it; of what is not shown, others see nothing. */
export function objectionsPart(visit: Visit, { election, objections }: ElectionShown): Html {
  const { lang, now, community, actor } = visit
  const t = electionPageText(lang)
  const works = worksOn(visit, election)
  const seen = actor.personId === null ? [] : objections.filter(one => one.standing === 'shown' || one.own || works)
  if (seen.length === 0) return nothing
  return html`<section id="objections">${head(t.objections)}${seen.map(one => html`<div class="adopt gap${one.answer === null && ' not'}"><p class="row wrap"><b>${
    objectedSaid(lang, one.about)}</b><span class="badge push">${one.answer === null ? t.waits : one.standing === 'hidden' ? t.hidden : t.stepDone}</span></p><blockquote class="say">${one.text}<footer>${
    dotted(one.own ? t.you : t.owner, said(lang, Temporal.Instant.from(one.at), now, community.time_zone), one.standing === 'screened' && t.held)}</footer></blockquote>${
    one.answer && html`<p>${one.answer}</p>`}${one.answer === null ? links(visit, election, ['answerObjection'], one.id) : nothing}</div>`)}</section>`
}

function objectedSaid(lang: Visit['lang'], about: string): string {
  const known = (['group', 'drafts', 'candidates', 'result'] as const).find(one => one === about)
  return known ? electionObjectedText(lang)[known] : about
}
