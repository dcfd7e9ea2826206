// 五个数: what the neighbourhood served, for everybody to see; only totals, with how each is counted.
import { figuresByTime, hoursOf, mayNotApprove, mayNotRecord, projectName, projectsListed, type Figures, type FiguresOf, type Project } from '#modules/hours/public.ts'
import { classText } from '#text/hours.ts'
import { figureText, hoursPageText } from '#text/hours-pages.ts'
import { framed } from '#web/frame.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { head, list, type Row } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'

const FIVE = ['teams', 'volunteers', 'projects', 'served', 'hours', 'sessions'] as const
const SHOWN = 8

/** GET /:community/hours */
export const page: Page = async visit => {
  const { lang, db, community } = visit
  const t = hoursPageText(lang)
  const [whole, ...parts] = await figuresByTime(db)
  const projects = (await projectsListed(db)).filter(project => project.until === null).toSorted((one, other) => Number(other.sessions > 0) - Number(one.sessions > 0))
  return framed(visit, { title: t.title, back: `/${community.slug}`, qr: `${visit.publicUrl}/${community.slug}/hours` }, html`
<div class="cols"><div>
<p class="dim sm">${t.lead}</p>
${whole && html`<section>${head(t.whole)}<div class="stats">${FIVE.map(name => html`<div><b>${shown(whole, name)}<small>${
    figureText(lang)[`${name}Unit`]}</small></b><span>${figureText(lang)[name]}</span></div>`)}</div></section>`}
${parts.length > 0 && byTime(visit, parts)}
<details class="gap"><summary>${t.how}</summary><ul class="facts sm">${FIVE.map(name =>
    html`<li><b>${figureText(lang)[name]}</b> ${figureText(lang)[`${name}How`]}</li>`)}</ul></details>
<p><a class="rest" href="/api/hours.figures?community=${community.slug}">${icon('ledger')} ${t.openData}</a></p>
</div><div>
${list(ways(visit))}
<section>${head(t.projects)}${projects.length === 0 ? html`<p class="dim sm">${t.noProjects}</p>` : list(projects.slice(0, SHOWN).map(project => projectRow(visit, project)))}</section>
</div></div>`)
}

/** A number of the five as it is printed: 9,812 or 28,613.5. */
export function shown(figures: Figures, name: typeof FIVE[number]): string {
  return name === 'hours' ? hoursShown(figures.minutes) : grouped(figures[name])
}

/** Minutes as hours with one decimal: 28,613.5. */
export function hoursShown(minutes: number): string {
  const [whole = '', tenth = ''] = hoursOf(minutes).split('.')
  return `${grouped(Number(whole))}.${tenth}`
}

/** A project as a row, with what was served in it. */
export function projectRow({ lang, community }: Pick<Visit, 'lang' | 'community'>, project: Project): Row {
  const t = hoursPageText(lang)
  return {
    href: `/${community.slug}/hours/projects#project-${project.id}`, title: projectName(lang, project), icon: 'volunteer', tone: 'leaf',
    meta: project.sessions === 0 ? t.noSessions : t.projectMeta(project.sessions, grouped(project.served), hoursShown(project.minutes)), chip: html`<span class="badge">${classText(lang)[project.class]}</span>`,
  }
}

function grouped(number: number): string {
  return number.toLocaleString('en')
}

function byTime({ lang }: Visit, parts: readonly FiguresOf[]): Html {
  const t = hoursPageText(lang)
  return html`<section>${head(t.byTime)}<div class="scroll-x" tabindex="0" role="region" aria-label="${t.byTime}"><table class="tbl"><thead><tr><th>${t.time}</th>${
    FIVE.map(name => html`<th class="r keep">${figureText(lang)[name]}</th>`)}</tr></thead><tbody>${parts.map(part =>
    html`<tr><th scope="row" class="keep">${part.quarter === null ? html`<b>${t.year(part.year ?? 0)}</b>` : t.quarter(part.year ?? 0, part.quarter)}</th>${
      FIVE.map(name => html`<td class="r keep num">${shown(part, name)}</td>`)}</tr>`)}</tbody></table></div></section>`
}

function ways({ lang, actor, community }: Visit): Row[] {
  const t = hoursPageText(lang)
  const at = `/${community.slug}`
  return [
    { href: `${at}/me/hours`, title: t.mine, meta: t.mineMeta, icon: 'me', tone: 'sea' },
    ...mayNotRecord(actor) === null ? [{ href: `${at}/hours/record`, title: t.record, meta: t.recordMeta, icon: 'plus', tone: 'brick' } as const] : [],
    ...mayNotApprove(actor) === null ? [{ href: `${at}/hours/approve`, title: t.desk, meta: t.deskMeta, icon: 'check', tone: 'leaf' } as const] : [],
    { href: `${at}/hours/projects`, title: t.allProjects, icon: 'volunteer', tone: 'leaf' },
  ]
}
