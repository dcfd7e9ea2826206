// 怎么算的: every round as a table, every tie with how it ended, the seed of the lots, the pairs.
import { pollById, resultOf, type PollShown, type Protocol, type Result } from '#modules/polls/public.ts'
import { ruleNameText } from '#text/ballots.ts'
import { ballotPageText, countPageText } from '#text/ballot-pages.ts'
import { framed, idIn } from '#web/frame.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'
import { choiceSaid, optionNames } from './result.ts'

type Round = Protocol['rounds'][number]

/** GET /:community/polls/:id/count. Throws NotFound before the count. */
export const page: Page = async visit => {
  const { lang, db, actor, community, publicUrl } = visit
  const t = countPageText(lang)
  const poll = await pollById(db, actor, idIn(visit))
  const result = await resultOf(db, poll.id)
  const at = `/${community.slug}/polls/${poll.id}`
  return framed(visit, { title: t.title, back: at, qr: `${publicUrl}${at}/count` },
    html`<h2>${poll.question}</h2><p class="sm">${ruleNameText(lang)[poll.rule]}</p>${
    result.protocol === null ? note('sun', 'lock', ballotPageText(lang).tooFew) : counted(visit, poll, result, result.protocol)}`)
}

function counted(visit: Visit, poll: PollShown, result: Result, protocol: Protocol): Html {
  const names = optionNames(visit, poll)
  return html`${protocol.rounds.map((round, i) => roundPart(visit, names, protocol, round, i))}${pairsPart(visit, names, protocol)}${
    tiesPart(visit, names, protocol)}
${ballotsPart(visit, poll, names, result)}${takeAway(visit, poll)}${seedPart(visit, protocol)}`
}

function roundPart({ lang }: Visit, names: readonly string[], { rule, rounds }: Protocol, round: Round, i: number): Html {
  const t = countPageText(lang)
  const out = new Set(rounds.slice(0, i + 1).flatMap(({ acts }) => acts.flatMap(act => act.what === 'excluded' ? act.candidates : [])))
  const most = Math.max(1, ...round.tally.map(sizeOf))
  const amounts = rule === 'schulze' ? t.duels : rule === 'score' ? t.points : t.votes
  return html`<section>${head(t.round(i + 1))}<div class="card">${rule !== 'yes_no' && actsOf(lang, names, round)}
<table class="tbl"><thead><tr><th>${t.option}</th><th colspan="2">${amounts}</th></tr></thead><tbody>${names.map((name, n) =>
    out.has(n) && sizeOf(round.tally[n] ?? null) === 0 ? nothing : row(name, round.tally[n] ?? null, most))}${
    rest(t.exhausted, round.exhausted)}${rest(t.lost, round.lost)}${rest(t.quota, round.quota)}</tbody></table></div></section>`
}

function actsOf(lang: Visit['lang'], names: readonly string[], { acts }: Round): Html {
  const t = countPageText(lang)
  return html`<ul class="facts sm">${acts.map(act => html`<li>${
    act.what === 'restarted' ? t.restarted : t[act.what](said(t.and, names, act.candidates))}</li>`)}</ul>`
}

function row(name: string, amount: string | null, most: number): Html {
  return amount === null ? nothing : html`<tr><th scope="row">${name}</th><td class="num r">${
    amount}</td><td><span class="bar"><svg class="came" width="${
    (sizeOf(amount) / most * 100).toFixed(1)}%" height="14" aria-hidden="true"></svg></span></td></tr>`
}

function rest(name: string, amount: string | null): Html {
  return amount === null || sizeOf(amount) === 0 ? nothing
    : html`<tr><th scope="row" class="dim">${name}</th><td class="num r dim">${amount}</td><td></td></tr>`
}

// An exact text (12.34567 or 7/3) as a length to draw.
function sizeOf(amount: string | null): number {
  const [top = '0', bottom = '1'] = (amount ?? '0').split('/')
  return Math.max(0, Number(top) / Number(bottom))
}

function said(and: string, names: readonly string[], who: readonly number[]): string {
  return who.map(one => names[one] ?? '').join(and)
}

function pairsPart({ lang }: Visit, names: readonly string[], { pairs }: Protocol): Html {
  if (!pairs) return nothing
  const t = countPageText(lang)
  const table = (words: string, cells: readonly (readonly number[])[]) => html`<section>${
    head(words)}<div class="scroll-x" tabindex="0" role="region" aria-label="${words}"><table class="tbl"><thead><tr><td></td>${
    names.map(name => html`<th class="r">${name}</th>`)}</tr></thead><tbody>${names.map((name, i) => html`<tr><th scope="row">${name}</th>${
    names.map((_, j) => html`<td class="num r">${i === j ? '–' : cells[i]?.[j]}</td>`)}</tr>`)}</tbody></table></div></section>`
  return html`${pairs.condorcet !== null && html`<p><b>${t.condorcet(names[pairs.condorcet] ?? '')}</b></p>`}${table(t.pairs,
    pairs.preferred)}${table(t.strongest, pairs.strongest)}`
}

function tiesPart({ lang }: Visit, names: readonly string[], { ties }: Protocol): Html {
  const t = countPageText(lang)
  return ties.length === 0 ? nothing : html`<section>${head(t.ties)}<ul class="card facts sm">${ties.map(({ round, among, drawn, by,
    lots }) => {
    const [all, one] = [said(t.and, names, among.flat()), said(t.and, names, drawn)]
    return html`<li>${by === 'lot' ? t.tieLot(round + 1, all, one) : t.tieEarlier(round + 1, all, one, by.earlier + 1)}${
      lots && html`<details><summary>${t.lots}</summary><ul class="xs dim">${lots.map(lot => html`<li><code class="receipt-code">${
        lot}</code></li>`)}</ul></details>`}</li>`
  })}</ul></section>`
}

function ballotsPart(visit: Visit, { rule }: PollShown, names: readonly string[], { ballots }: Result): Html {
  const t = countPageText(visit.lang)
  return ballots.length === 0 ? nothing : html`<section>${head(t.ballots)}<table class="tbl"><tbody>${ballots.map(({ marks, times }) =>
    html`<tr><td>${choiceSaid(visit, rule, names, marks)}</td><td class="num r">${times}</td></tr>`)}</tbody></table></section>`
}

function takeAway({ lang, community }: Visit, { id, rule }: PollShown): Html {
  const t = ballotPageText(lang)
  const at = `/${community.slug}/polls/${id}/ballots`
  const ranked = rule === 'instant_runoff' || rule === 'single_transferable_vote' || rule === 'schulze'
  return html`<section>${head(t.takeAway)}<p class="row wrap"><a class="btn b-line" href="${at}.json">${t.json}</a>${ranked
    && html`<a class="btn b-line" href="${at}.blt">${t.blt}</a>`}</p></section>`
}

function seedPart({ lang }: Visit, { seed, commitment }: Protocol): Html {
  const t = countPageText(lang)
  return html`<section class="sm dim"><p>${t.commitment}<br><code class="receipt-code">${commitment}</code></p><p>${
    t.seed}<br><code class="receipt-code">${seed}</code></p></section>`
}
