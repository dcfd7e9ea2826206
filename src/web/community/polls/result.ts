// What came out: each option with its bar, who chose what in an open poll, and the way to the count.
import {
  ballotsSoFar, enough, isRanked, mayNotAsk, namesOf, orderOf, resultOf, signedBallots, standingOf, type Piles, type PollShown,
  type Protocol,
} from '#modules/polls/public.ts'
import { castText } from '#text/ballots.ts'
import { ballotPageText } from '#text/ballot-pages.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import type { Visit } from '#web/visit.ts'

/** The result; before the end what came so far, where that is not hidden. `asked`: the visitor may cast. */
export async function resultPart(visit: Visit, poll: PollShown, asked: boolean): Promise<Html> {
  const how = standingOf(poll, visit.now)
  const insider = !poll.secret && (asked || (poll.opened_by === visit.actor.personId && mayNotAsk(visit.actor) === null))
  if (how === 'counted') return html`${await counted(visit, poll)}${insider ? await whoChose(visit, poll) : nothing}`
  if (how !== 'open' || poll.hidden || (poll.taken ?? 0) === 0) return nothing
  return html`${soFar(visit, poll, await ballotsSoFar(visit.db, poll.id))}${insider ? await whoChose(visit, poll) : nothing}`
}

async function counted(visit: Visit, poll: PollShown): Promise<Html> {
  const { lang, db, community } = visit
  const t = ballotPageText(lang)
  const { protocol, ballots } = await resultOf(db, poll.id)
  const at = `/${community.slug}/polls/${poll.id}`
  const files = html`<p class="gap"><a class="btn full b-line" href="${at}/count">${t.howCounted}</a></p><p class="sm"><a href="${
    at}/ballots.json">${t.takeAway}</a></p>`
  if (protocol === null) return html`<section>${head(t.result)}${note('sun', 'lock', t.tooFew)}</section>`
  if (protocol.ballots === 0) return html`<section>${head(t.result)}<p>${t.noBallots}</p></section>`
  return html`<section>${head(t.result)}${poll.quorum > 0 ? quorum(visit, protocol) : nothing}<div class="card">${outcome(visit,
    protocol)}${isRanked(poll.rule) && html`<p class="sm dim">${t.firsts}</p>`}${
    bars(visit, optionNames(visit, poll), sumsOf(protocol.rule, protocol.options.length, ballots), new Set(protocol.rule === 'yes_no'
      ? [] : protocol.elected))}${
    protocol.blank > 0 && html`<p class="sm dim">${t.abstained(protocol.blank)}</p>`}</div>${files}</section>`
}

function quorum({ lang }: Visit, protocol: Protocol): Html {
  const t = ballotPageText(lang)
  return protocol.reached ? note('', 'check', t.reached) : note('sun', 'warn', t.notReached(enough(protocol)))
}

function outcome({ lang }: Visit, { rule, elected, options }: Protocol): Html {
  const t = ballotPageText(lang)
  if (rule === 'yes_no') return html`<p><b>${elected.includes(0) ? t.yesWon : t.noWon}</b></p>`
  return html`<p><span class="dim sm">${t.won}</span></p><ul>${elected.map(one => html`<li><b>${icon('check')} ${
    options[one]}</b></li>`)}</ul>`
}

function soFar(visit: Visit, poll: PollShown, piles: Piles): Html {
  const t = ballotPageText(visit.lang)
  return html`<section>${head(t.soFar)}<div class="card">${isRanked(poll.rule) && html`<p class="sm dim">${t.firsts}</p>`}${
    bars(visit, optionNames(visit, poll), sumsOf(poll.rule, poll.rule === 'yes_no' ? 2 : poll.options.length, piles),
      new Set())}</div></section>`
}

/** The names of the options in the reader's language. */
export function optionNames({ lang }: Pick<Visit, 'lang'>, { rule, options }: Pick<PollShown, 'rule' | 'options'>): string[] {
  return rule === 'yes_no' ? [castText(lang).yes, castText(lang).no] : namesOf(rule, options)
}

// Ticks, points, or first places of each option.
function sumsOf(rule: Protocol['rule'], options: number, piles: Piles): number[] {
  return Array.from({ length: options }, (_, i) => piles.reduce((sum, { marks, times }) => {
    const mark = marks[i] ?? 0
    return sum + times * (isRanked(rule) ? Number(mark === 1) : mark)
  }, 0))
}

function bars({ lang }: Visit, names: readonly string[], sums: readonly number[], won: ReadonlySet<number>): Html {
  const most = Math.max(1, ...sums)
  return html`<ul class="opts">${names.map((name, i) => html`<li><p class="row"><span class="grow">${won.has(i) ? html`<b>${
    icon('check')} ${name} <span class="badge leaf">${ballotPageText(lang).won}</span></b>` : name}</span><b class="num">${
    sums[i]}</b></p><span class="bar"><svg class="${won.has(i) ? 'aye' : 'came'}" width="${
      ((sums[i] ?? 0) / most * 100).toFixed(1)}%" height="100%" aria-hidden="true"></svg></span></li>`)}</ul>`
}

async function whoChose(visit: Visit, poll: PollShown): Promise<Html> {
  const { lang, db } = visit
  const signed = await signedBallots(db, poll.id)
  const names = optionNames(visit, poll)
  return signed.length === 0 ? nothing : html`<details class="gap"><summary>${
    ballotPageText(lang).whoChose}</summary><ul class="card flush list">${signed.map(({ who, marks }) =>
    html`<li><span class="grow"><b class="row-title">${who ?? ballotPageText(lang).erased}</b><span class="row-meta">${choiceSaid(visit,
      poll.rule, names,
      marks)}</span></span></li>`)}</ul></details>`
}

/** A ballot in words. */
export function choiceSaid({ lang }: Pick<Visit, 'lang'>, rule: PollShown['rule'], names: readonly string[],
  marks: readonly number[]): string {
  const t = ballotPageText(lang)
  const comma = lang === 'zh' ? '，' : ', '
  if (rule === 'score') return marks.map((points, i) => t.pointsOf(names[i] ?? '', points)).join(comma)
  if (marks.every(mark => mark === 0)) return t.abstains
  return orderOf(marks).map((position, i) => `${isRanked(rule) ? `${i + 1}. ` : ''}${names[position - 1] ?? ''}`).join(comma)
}
