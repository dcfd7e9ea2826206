// 服务项目: what is served again and again, by class; whoever keeps them adds and ends them here, and the secretary the table of stars.
import {
  addProject, addProjectInput, CLASSES, endProject, mayNotEnd, mayNotKeepProject, projectName, projectsListed, setStars, setStarsInput, starTable, teamsToChoose, type Project,
} from '#modules/hours/public.ts'
import { holds } from '#modules/people/public.ts'
import { classText, hoursText } from '#text/hours.ts'
import { hoursPageText, keepText } from '#text/hours-pages.ts'
import { framed } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, toast } from '#web/parts/list.ts'
import { day } from '#web/parts/time.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { projectRow } from './figures.ts'

const DONE = { added: 'added', ended: 'endedNow', stars: 'starsSet' } as const

/** GET /:community/hours/projects */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/hours/projects */
export const add: Submit = sent => {
  const { requestKey: _key, ...fields } = sent.form.fields
  return orAgain(sent, async () => {
    await sent.act(addProject, fields)
    return goTo(`/${sent.community.slug}/hours/projects?done=added`)
  }, mend => visit => shown(visit, mend))
}

/** POST /:community/hours/projects/end */
export const end: Submit = async sent => {
  await sent.act(endProject, { id: typed(sent.form, 'id') })
  return goTo(`/${sent.community.slug}/hours/projects?done=ended`)
}

/** POST /:community/hours/stars */
export const stars: Submit = sent => orAgain(sent, async () => {
  await sent.act(setStars, { hours: typed(sent.form, 'hours') })
  return goTo(`/${sent.community.slug}/hours/projects?done=stars`)
}, mend => visit => shown(visit, mend))

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, url } = visit
  const t = keepText(lang)
  const projects = await projectsListed(db)
  const [now, past] = [projects.filter(({ until }) => until === null), projects.filter(({ until }) => until !== null)]
  const said = Object.entries(DONE).find(([key]) => key === url.searchParams.get('done'))?.[1]
  return framed(visit, { title: hoursPageText(lang).projects, back: `/${community.slug}/hours`, qr: `${visit.publicUrl}/${community.slug}/hours/projects` }, html`${
    said ? toast(t[said]) : nothing}${errs(lang, mend)}<div class="cols"><div>
${projects.length === 0 ? empty(hoursPageText(lang).noProjects) : nothing}${CLASSES.map(each => part(visit, classText(lang)[each], now.filter(project => project.class === each)))}
${part(visit, t.past, past)}</div><div>${mayNotKeepProject(actor) === null ? await addForm(visit, mend) : nothing}${await starPart(visit, mend)}</div></div>`)
}

function part(visit: Visit, words: string, projects: readonly Project[]): Html {
  return projects.length === 0 ? nothing : html`<section>${head(words)}${projects.map(project => one(visit, project))}</section>`
}

function one(visit: Visit, project: Project): Html {
  const { lang, community, actor } = visit
  const t = hoursPageText(lang)
  const may = mayNotEnd(actor, project) === null
  return html`<article class="card" id="project-${project.id}"><p><b>${projectName(lang, project)}</b><br><span class="dim sm">${dotted(project.team ?? t.ofCommunity,
    projectRow(visit, project).meta, project.until === null ? t.since(day(lang, project.since)) : t.ended(day(lang, project.until)))}</span></p>${
    may && html`<form class="gap" method="post" action="/${community.slug}/hours/projects/end">${requestKey(EMPTY)}<input type="hidden" name="id" value="${project.id}"><button class="btn b-line sm">${
      keepText(lang).end}</button></form>`}</article>`
}

async function addForm({ lang, db, actor, community }: Visit, mend: Mend): Promise<Html> {
  const t = keepText(lang)
  const own = mend.values['hours'] === undefined ? mend : EMPTY
  const whole = mayNotKeepProject(actor, { organisation_id: null, part_of: null }) === null
  const teams = (await teamsToChoose(db)).filter(team => mayNotKeepProject(actor, team) === null)
  const values = { ...own, values: { class: 'volunteer', ...own.values } }
  return html`<section>${head(t.add)}<form method="post" action="/${community.slug}/hours/projects">${requestKey(own)}${(['name', 'class'] as const).map(name =>
    field(lang, addProjectInput, name, values))}${choose(lang, 'team', hoursText(lang).team, teams.map(team => ({ value: team.organisation_id, words: team.name })),
    String(own.values['team'] ?? (whole ? '' : teams[0]?.organisation_id ?? '')), own.problems.find(problem => problem.field === 'team')?.reason, whole ? t.community : undefined)}${
    field(lang, addProjectInput, 'since', values)}<div class="field"><button class="btn full">${t.add}</button></div></form></section>`
}

async function starPart({ lang, db, actor, community }: Visit, mend: Mend): Promise<Html> {
  const t = keepText(lang)
  const { hours } = await starTable(db)
  const values = mend.values['hours'] === undefined ? { values: { hours: hours.join(' ') }, problems: [] } : mend
  return html`<section>${head(t.starTable)}<p class="dim sm">${t.starNow(hours.join(' / '))}</p>${holds(actor, 'set stars', null) && html`<form method="post" action="/${
    community.slug}/hours/stars">${requestKey(EMPTY)}${field(lang, setStarsInput, 'hours', values)}<div class="field"><button class="btn b-line full">${t.setStars}</button></div></form>`}</section>`
}
