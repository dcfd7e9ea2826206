// 花名册: what is in it, a list to take in, the roster to give out.
import { listed } from '#kit/phrase.ts'
import { Problem, Refused } from '#kit/errors.ts'
import { readTable } from '#kit/tables.ts'
import { today } from '#modules/communities/public.ts'
import { lacks, type Actor } from '#modules/people/public.ts'
import {
  areaShown, exportRoster, lastImport, rosterFile, rosterGuide, rosterOverview, rosterRows, rosterTemplate, type RosterFormat,
} from '#modules/roster/public.ts'
import { rosterPageText } from '#text/roster-page.ts'
import { rosterText } from '#text/roster.ts'
import { download } from '#web/download.ts'
import { framed } from '#web/frame.ts'
import { errs } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, list, note, toast } from '#web/parts/list.ts'
import { said } from '#web/parts/time.ts'
import { listToken } from './roster-list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/roster */
export const page: Page = visit => shown(visit, EMPTY)

/** GET /:community/roster/template?as=xlsx */
export const template: Page = async ({ lang, url }) => {
  const format = formatOf(url.searchParams.get('as'))
  return download(rosterText(lang).template, format, await rosterTemplate(lang, format))
}

/** POST /:community/roster: keeps the list and shows what is in it. */
export const bring: Submit = async sent => {
  mayImport(sent.actor)
  const again = (reason: Problem['reason']) => sent.show(visit => shown(visit, { values: {}, problems: [{ field: 'file', reason }] }))
  const [file] = sent.form.files
  const [problem] = sent.form.problems
  if (problem || !file) return again(problem?.reason ?? (lang => rosterPageText(lang).noFile))
  try {
    const token = await listToken(sent, { name: file.name, table: await readTable(file) })
    return goTo(`/${sent.community.slug}/roster/check?list=${token}`)
  } catch (wrong) {
    if (wrong instanceof Problem) return again(wrong.reason)
    throw wrong
  }
}

/** POST /:community/roster/export. Each time is written down: a request key would let the second one pass unseen. */
export const giveOut: Submit = async sent => {
  const clear = 'clear' in sent.form.fields
  const format = formatOf(typed(sent.form, 'as'))
  await sent.act(exportRoster, { clear }, { requestKey: undefined })
  return sent.show(async ({ db, lang, community, now }) => {
    const file = await rosterFile(await rosterRows(db, sent, { clear }), lang, format)
    return download(rosterPageText(lang).exportName(community.name, today(community, now)), format, file)
  })
}

function formatOf(typed: string | null): RosterFormat {
  return typed === 'csv' ? 'csv' : 'xlsx'
}

/** Throws Refused, with the reason, for whoever may not import. */
export function mayImport(actor: Actor): void {
  const reason = lacks(actor, 'import roster', null)
  if (reason) throw new Refused(reason)
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  mayImport(visit.actor)
  const t = rosterPageText(visit.lang)
  const done = visit.url.searchParams.has('done')
  return framed(visit, { title: t.title, back: `/${visit.community.slug}` }, html`${done ? toast(t.done) : nothing}
<div class="cols"><div>
${done ? await imported(visit) : nothing}
${await overview(visit)}
${bringForm(visit, mend)}
${giveOutForm(visit)}
</div><div>
${done ? nothing : await imported(visit)}
<section><a class="btn b-line full" href="/${visit.community.slug}/places/new">${icon('plus')}${t.addByHand}</a></section>
</div></div>${guide(visit)}`)
}

async function overview({ lang, db, community, now }: Visit): Promise<Html> {
  const t = rosterPageText(lang)
  const estates = await rosterOverview(db, today(community, now))
  return html`<section>${head(t.now)}${estates.length === 0 ? empty(t.none) : list(estates.map(estate => ({
    href: `/${community.slug}/places/${estate.id}`, icon: 'home', tone: 'sea', title: estate.name,
    meta: dotted(t.homes(estate.homes), t.people(estate.people), estate.measured > 0 && t.areaOf(areaShown(estate.area)),
      estate.measured < estate.homes && t.unmeasured(estate.homes - estate.measured)),
  })))}</section>`
}

async function imported({ lang, db, community, now }: Visit): Promise<Html> {
  const t = rosterPageText(lang)
  const last = await lastImport(db)
  if (!last) return nothing
  const counted = [[t.newHomes, last.homes, last.homesChanged], [t.newPeople, last.people, last.peopleChanged],
    [t.newTies, last.ties, last.tiesChanged], [t.newPosts, last.posts, last.postsChanged]] as const
  return html`<section>${head(t.lastImport)}
<p class="dim sm field">${t.by(said(lang, last.at, now, community.time_zone), last.by ?? '')}</p>
<div class="stats">${counted.map(([what, added, changed]) =>
    html`<div><b>${t.added(added)}</b><span>${dotted(what, t.changed(changed))}</span></div>`)}</div>
${counted.every(([, added, changed]) => added === 0 && changed === 0) && note('', 'check', t.nothingNew)}
${last.leftOut > 0 && note('sun', 'warn', t.leftOut(last.leftOut))}</section>`
}

function bringForm({ lang, community }: Visit, mend: Mend): Html {
  const t = rosterPageText(lang)
  const wrong = mend.problems[0]?.reason
  return html`<section>${head(t.bring)}<form class="card" method="post" action="/${community.slug}/roster" enctype="multipart/form-data">
${errs(lang, mend)}
<div class="field${wrong && ' bad'}"><label for="f-file">${t.file}</label><p class="hint" id="h-file">${t.bringHint}</p>
<input id="f-file" type="file" name="file" accept=".xlsx,.csv,text/csv" aria-describedby="h-file"${wrong && html` aria-invalid="true"`}>
${wrong && html`<span class="err">${icon('warn')}${wrong(lang)}</span>`}</div>
<div class="field"><button class="btn full">${t.look}</button></div>
<p class="row wrap field"><span class="sm dim">${t.template}</span>${(['xlsx', 'csv'] as const).map(format =>
    html`<a class="btn b-line sm" href="/${community.slug}/roster/template?as=${format}" download>${t.templateAs(format === 'xlsx' ? 'Excel' : 'CSV')}</a>`)}</p></form></section>`
}

function giveOutForm({ lang, community, actor }: Visit): Html {
  const t = rosterPageText(lang)
  const notClear = lacks(actor, 'unmask', null)
  return html`<section>${head(t.giveOut)}<form class="card" method="post" action="/${community.slug}/roster/export">
<p class="sm dim">${t.giveOutHint}</p>
<div class="consent field"><label class="tickbox"><input type="checkbox" name="clear" value="true"${notClear && html` disabled`}><span>${
    t.clear}<small>${notClear ? notClear(lang) : t.clearHint}</small></span></label></div>
<p class="field row wrap">${(['xlsx', 'csv'] as const).map(format => html`<button class="btn b-line" name="as" value="${format}">${
    t.giveOutAs(format === 'xlsx' ? 'Excel' : 'CSV')}</button>`)}</p></form></section>`
}

function guide({ lang }: Visit): Html {
  const t = rosterPageText(lang)
  return html`<section><details class="where"><summary>${t.guide}</summary><table class="tbl fold">
<thead><tr><th scope="col">${t.column}</th><th scope="col">${t.says}</th></tr></thead>
<tbody>${rosterGuide(lang).map(({ column, says, words }) =>
    html`<tr><td class="t"><b>${column}</b></td><td class="act">${says}${words.length > 0 && html`<small>${
      t.words(listed(lang, words))}</small>`}</td></tr>`)}</tbody></table></details></section>`
}
