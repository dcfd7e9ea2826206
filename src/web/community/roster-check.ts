// A list before it counts: what is wrong in which row and column, and the button that takes it in.
import { listed } from '#kit/phrase.ts'
import { Invalid } from '#kit/errors.ts'
import {
  checkLines, importRosterWith, linesOf, ROSTER_COLUMNS, type NumberedLine, type RosterProblem, type RosterRow,
} from '#modules/roster/public.ts'
import { rosterCheckText } from '#text/roster-page.ts'
import { rosterColumnText } from '#text/roster.ts'
import { framed } from '#web/frame.ts'
import { requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, note } from '#web/parts/list.ts'
import { listOf, type KeptList } from './roster-list.ts'
import { mayImport } from './roster.ts'
import { EMPTY, goTo, typed, type Page, type Submit, type Visit } from '#web/visit.ts'

const SHOWN = 200
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

interface Checked {
  lines: NumberedLine[]
  good: RosterRow[]
  problems: RosterProblem[]
  unread: string[]
}

/** GET /:community/roster/check?list=TOKEN */
export const page: Page = async visit => {
  mayImport(visit.actor)
  const { lang, community } = visit
  const t = rosterCheckText(lang)
  const token = visit.url.searchParams.get('list') ?? ''
  const kept = await listOf(visit, token)
  return framed(visit, { title: t.title, back: `/${community.slug}/roster`, islands: ['progress'] }, html`${
    kept ? seen(visit, token, kept) : note('sun', 'warn', t.gone)}
<p class="gap"><a class="btn b-line" href="/${community.slug}/roster">${icon('back')}${t.other}</a></p>`)
}

/** POST /:community/roster/check: takes the list in, all of it or the good rows. */
export const submit: Submit = async sent => {
  mayImport(sent.actor)
  const at = `/${sent.community.slug}/roster`
  const token = typed(sent.form, 'list')
  const kept = await listOf(sent, token)
  if (!kept) return goTo(`${at}/check`)
  const key = typed(sent.form, 'progress')
  const progress = (done: number, total: number) => KEY.test(key) && sent.tell(`roster/${key}/${Math.round(100 * done / total)}`)
  try {
    const accept = typed(sent.form, 'accept') === 'good rows' ? 'good rows' : 'all'
    await sent.act(importRosterWith(progress), { rows: linesOf(kept.table).lines, accept })
  } catch (problem) {
    if (problem instanceof Invalid) return goTo(`${at}/check?list=${encodeURIComponent(token)}`)
    throw problem
  }
  await sent.letGo(token)
  return goTo(`${at}?done=1`)
}

function checked({ table }: KeptList): Checked {
  const { lines, problems, unread } = linesOf(table)
  return { lines, unread, ...(problems.length > 0 ? { good: [], problems } : checkLines(lines)) }
}

function seen(visit: Visit, token: string, kept: KeptList): Html {
  const { lang } = visit
  const t = rosterCheckText(lang)
  const { lines, good, problems, unread } = checked(kept)
  return html`<div class="stack"><p class="dim sm">${t.file(kept.name)}</p>
${lines.length === 0 ? empty(t.empty) : html`<div class="stats"><div><b>${t.rows(lines.length)}</b><span>${t.whole}</span></div><div><b>${
    t.rows(good.length)}</b><span>${t.good}</span></div>${
    problems.length > 0 && html`<div><b>${t.rows(lines.length - good.length)}</b><span>${
    t.bad(problems.length)}</span></div>`}</div>`}
${unread.length > 0 && note('', 'filter', t.unread(listed(lang, unread)))}
${problems.length === 0 && lines.length > 0 ? note('', 'check', t.allGood) : nothing}</div>
${takeIn(visit, token, good.length, problems.length)}
${problems.length > 0 ? toMend(visit, problems) : nothing}`
}

function takeIn({ lang, community }: Visit, token: string, good: number, problems: number): Html {
  const t = rosterCheckText(lang)
  if (good === 0) return nothing
  const key = crypto.randomUUID()
  const at = `/${community.slug}`
  return html`<form class="gap" method="post" action="${at}/roster/check" data-progress="${at}/live?about=roster/${key}/">
${requestKey(EMPTY)}<input type="hidden" name="list" value="${token}"><input type="hidden" name="progress" value="${key}">
<input type="hidden" name="accept" value="${problems === 0 ? 'all' : 'good rows'}">
<button class="btn full">${problems === 0 ? t.takeAll : t.takeGood(good)}</button>
${problems > 0 && html`<p class="why center">${icon('undo')}${t.later}</p>`}
<p class="row center field" role="status" hidden><label for="progress">${t.progress}</label>
<progress id="progress" max="100" value="0"></progress><b class="num">0 %</b></p>
</form>`
}

function toMend({ lang }: Visit, problems: readonly RosterProblem[]): Html {
  const t = rosterCheckText(lang)
  const order = (problem: RosterProblem) => ROSTER_COLUMNS.indexOf(problem.column)
  const first = problems.toSorted((one, other) => one.line - other.line || order(one) - order(other)).slice(0, SHOWN)
  return html`<section>${head(t.mend)}${problems.length > SHOWN && html`<p class="dim sm">${t.first(SHOWN, problems.length)}</p>`}
<table class="tbl fold">
<thead><tr><th scope="col">${t.line}</th><th scope="col">${t.column}</th><th scope="col">${t.how}</th></tr></thead><tbody>${
    first.map(({ line, column, said }) => html`<tr><td class="num" data-th="${t.line}">${line}</td><td data-th="${t.column}">${
      rosterColumnText(lang)[column]}</td><td class="act">${said(lang)}</td></tr>`)}</tbody></table></section>`
}
