// 上菜单、改菜单: one form for whoever keeps the menu; what is seldom needed lies in a fold.
import { today } from '#modules/communities/public.ts'
import { changeItem, makeItem, makeItemInput, mayNotKeepMenu, menuItem, teamsAndProjects, teamsKept, type MenuItem } from '#modules/orders/public.ts'
import { SKILLS } from '#modules/volunteers/public.ts'
import { menuText } from '#text/menu.ts'
import { orderText } from '#text/orders.ts'
import { skillText } from '#text/skills.ts'
import { framed, idIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { buttonOrWhy, choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { goTo, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'

const FIRST = ['name', 'about', 'notDone', 'class', 'kind'] as const
const FOLDED = ['meantFor', 'mostADay', 'offHours'] as const

/** GET /:community/menu/new */
export const page: Page = visit => {
  const [own] = teamsKept(visit.actor) ?? []
  return shown(visit, { values: { class: 'volunteer', kind: 'service', minutes: '60', meantFor: 'living', mostADay: '5', offHours: '2', team: String(own ?? '') }, problems: [] })
}

/** POST /:community/menu/new */
export const make: Submit = sent => orAgain(sent, async () => {
  const { id } = await sent.act(makeItem, inputOf(sent))
  return goTo(`/${sent.community.slug}/menu/${id}`)
}, mend => visit => shown(visit, mend))

/** GET /:community/menu/:id/change */
export const change: Page = async visit => {
  const item = await menuItem(visit.db, idIn(visit), today(visit.community, visit.now))
  return shown(visit, { values: valuesOf(item), problems: [] }, item)
}

/** POST /:community/menu/:id/change */
export const save: Submit = sent => orAgain(sent, async () => {
  const { id } = await sent.act(changeItem, { id: idIn(sent), ...inputOf(sent) })
  return goTo(`/${sent.community.slug}/menu/${id}`)
}, mend => async visit => shown(visit, mend, await menuItem(visit.db, idIn(visit), today(visit.community, visit.now))))

function inputOf({ form }: Sent): Record<string, unknown> {
  const { requestKey: _key, ...fields } = form.fields
  return { ...fields, skills: [form.fields['skills'] ?? []].flat() }
}

function valuesOf(item: MenuItem): Mend['values'] {
  return {
    class: item.class, kind: item.kind, name: item.name, about: item.about, notDone: item.not_done, skills: item.skills, minutes: String(item.minutes), meantFor: item.meant_for,
    mostADay: String(item.most_a_day), offHours: String(item.off_hours), team: String(item.organisation_id ?? ''), project: String(item.project_id ?? ''),
  }
}

async function shown(visit: Visit, mend: Mend, item?: MenuItem): Promise<Html> {
  const { lang, actor, community } = visit
  const t = menuText(lang)
  const refusal = mayNotKeepMenu(actor, item?.organisation_id)
  const at = `/${community.slug}/menu${item ? `/${item.id}` : ''}`
  const title = item ? t.change : t.make
  const part = (name: string) => field(lang, makeItemInput, name, mend)
  return framed(visit, { title, narrow: true, back: at }, html`${refusal ? buttonOrWhy(lang, title, refusal) : html`<form class="stack" method="post" action="${at}/${item ? 'change' : 'new'}">${
    errs(lang, mend)}${requestKey(mend)}${FIRST.map(part)}${skills(visit, mend)}${part('minutes')}${await around(visit, mend)}
<details class="field"${mend.problems.length > 0 && html` open`}><summary>${t.more}</summary>${FOLDED.map(part)}</details><div class="field"><button class="btn full">${t.save}</button></div></form>`}`)
}

function skills({ lang }: Visit, mend: Mend): Html {
  const ticked = [mend.values['skills'] ?? []].flat()
  return html`<fieldset class="field" id="f-skills"><legend>${orderText(lang).itemSkills}</legend><div class="pick two">${SKILLS.map(skill => html`<label><input type="checkbox" name="skills" value="${skill}"${
    ticked.includes(skill) && html` checked`}><span>${skillText(lang)[skill]}</span></label>`)}</div></fieldset>`
}

async function around({ lang, db, actor, community, now }: Visit, mend: Mend): Promise<Html> {
  const t = menuText(lang)
  const { teams, projects } = await teamsAndProjects(db, today(community, now))
  const kept = teamsKept(actor)
  const value = (name: string) => String([mend.values[name] ?? ''].flat()[0] ?? '')
  const wrong = (name: string) => mend.problems.find(problem => problem.field === name)?.reason
  const named = (one: { id: number, name: string }) => ({ value: one.id, words: one.name })
  return html`${choose(lang, 'team', orderText(lang).itemTeam, teams.filter(({ id }) => kept === null || kept.includes(id)).map(named), value('team'), wrong('team'), t.noTeam)}${
    choose(lang, 'project', orderText(lang).itemProject, projects.map(named), value('project'), wrong('project'), t.noProject)}`
}
