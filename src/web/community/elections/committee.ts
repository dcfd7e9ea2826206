// What follows the count: who was elected, the papers for filing, and what is handed over.
import { mayNotInElection, PAPERS, type ElectionShown } from '#modules/elections/public.ts'
import { givenFromText, leftWhyText, officeText, paperText } from '#text/election-words.ts'
import { electionPageText } from '#text/election-pages.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import { day } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'
import { addressOf, squareMetres, tap } from './around.ts'

type Elected = ElectionShown['elected'][number]

/** 委员: with seat and office, the spare ones in the order of votes, and who left and why. `more`: what stands behind each. */
export function committeePart({ lang }: Pick<Visit, 'lang'>, { election, elected }: ElectionShown, more: (one: Elected) => Html = () => nothing): Html {
  const t = electionPageText(lang)
  if (elected.length === 0) return nothing
  return html`<section id="committee">${head(t.committee, election.term_ends ? html`<span class="dim sm">${t.termEnds(day(lang, election.term_ends))}</span>` : nothing)}<ul class="card facts">${
    elected.map(one => html`<li><b>${one.name || t.signInNames}</b> ${dotted(standing(lang, one, election.seats ?? 0), t.votes(one.heads, squareMetres(one.area)))}${more(one)}</li>`)}</ul></section>`
}

function standing(lang: Visit['lang'], one: Elected, seats: number): string {
  const t = electionPageText(lang)
  if (one.until !== null) return t.left(leftSaid(lang, one.left_why), day(lang, one.until))
  if (one.office !== null) return officeText(lang)[one.office]
  return one.rank <= seats ? t.committee : t.spare
}

function leftSaid(lang: Visit['lang'], why: string | null): string {
  const known = (['resigned', 'sold', 'incapable', 'confined', 'recalled', 'term'] as const).find(one => one === why)
  return known ? leftWhyText(lang)[known] : ''
}

/** 备案材料: with ticks, and the list to take along. */
export function papersPart(visit: Visit, { election, facts, filing_number }: ElectionShown): Html {
  const { lang } = visit
  const t = electionPageText(lang)
  if (election.met_on === null) return nothing
  return html`<section id="papers">${head(t.papers, election.filed_on ? html`<span class="badge leaf">${t.filed(day(lang, election.filed_on), filing_number ?? '')}</span>` : nothing)}<ul class="card marks">${
    PAPERS.map(paper => html`<li>${icon(facts.papers.includes(paper) ? 'check' : 'close')} ${paperText(lang)[paper]}<b>${facts.papers.includes(paper)
      ? tap(visit, election, 'tickPaper', t.untick, { paper, ready: '' }) : tap(visit, election, 'tickPaper', t.tick, { paper, ready: 'true' })}</b></li>`)}</ul>${
    mayNotInElection.settle(visit.actor, election) === null && html`<p class="gap no-print"><a class="btn b-line sm" href="${addressOf(visit, election.id)}/papers.docx">${t.packing}</a></p>`}</section>`
}

/** 移交清单: each line ticked by both sides. */
export function handOverPart(visit: Visit, { election, list }: ElectionShown): Html {
  const { lang } = visit
  const t = electionPageText(lang)
  if (list.length === 0) return nothing
  return html`<section id="handover">${head(t.handover)}<table class="tbl fold"><thead><tr><th scope="col">${t.handover}</th><th scope="col">${t.given}</th><th scope="col">${t.taken}</th></tr></thead><tbody>${
    list.map(item => html`<tr><td class="t"><b>${item.what}</b><small>${givenSaid(lang, item.given_from)}</small></td><td data-th="${t.given}">${
      item.given_on !== null ? day(lang, item.given_on) : side(visit, election, item.id, 'given')}</td><td data-th="${t.taken}">${
      item.taken_on !== null ? day(lang, item.taken_on) : side(visit, election, item.id, 'taken')}</td></tr>`)}</tbody></table></section>`
}

function side(visit: Visit, election: ElectionShown['election'], item: number, which: 'given' | 'taken'): Html {
  const t = electionPageText(visit.lang)
  const takes = election.members.some(one => one.person === visit.actor.personId && one.since !== null && one.until === null)
  if (mayNotInElection.settle(visit.actor, election) !== null || (which === 'taken' && !takes)) return html`${t.notYet}`
  return tap(visit, election, 'tickItem', which === 'given' ? t.give : t.take, { item, side: which })
}

function givenSaid(lang: Visit['lang'], from: string): string {
  const known = (['group', 'former_committee', 'property', 'residents_committee', 'developer'] as const).find(one => one === from)
  return known ? givenFromText(lang)[known] : from
}
