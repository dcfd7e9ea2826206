// 志愿者: how many help, what they can do, which teams there are, and the button that joins.
import { today } from '#modules/communities/public.ts'
import { holds } from '#modules/people/public.ts'
import { checksVolunteers, figures, ownFile, SKILLS, skillsShown, teams } from '#modules/volunteers/public.ts'
import { skillText } from '#text/skills.ts'
import { volunteerPageText } from '#text/volunteer-pages.ts'
import { volunteerText } from '#text/volunteers.ts'
import { listed } from '#kit/phrase.ts'
import { framed } from '#web/frame.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { head, list, toast, type Row } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'
import { joinForm } from './join-form.ts'

/** GET /:community/volunteers */
export const page: Page = async visit => {
  const { lang, db, actor, community, now, url, publicUrl } = visit
  const t = volunteerPageText(lang)
  const day = today(community, now)
  const own = actor.personId === null ? undefined : await ownFile(db, actor.personId, day)
  const { volunteers, here, teams: many } = await figures(db, day)
  const figure = (number: number | null, unit: string, words: string) => html`<div><b>${number ?? 0}<small>${unit}</small></b><span>${words}</span></div>`
  return framed(visit, { title: t.title, back: `/${community.slug}`, qr: `${publicUrl}/${community.slug}/volunteers` }, html`${url.searchParams.has('done') ? toast(t.done) : nothing}
<p class="dim sm">${t.lead}</p><section><div class="stats">${figure(volunteers, t.unit, t.volunteers(here ?? 0))}${figure(many, t.teamUnit, t.teams)}</div></section>
<div class="cols gap"><div>${own ? nothing : joinForm(visit)}${ways(visit, own !== undefined)}${skillsPart(visit, await skillsShown(db, day))}</div>
<div>${teamsPart(visit, await teams(db, day))}</div></div>`)
}

function ways({ lang, actor, community }: Visit, joined: boolean): Html {
  const t = volunteerPageText(lang)
  const at = `/${community.slug}/volunteers`
  const rows: Row[] = [
    ...joined ? [{ href: `${at}/me`, title: t.mine, meta: t.mineMeta, icon: 'volunteer', tone: 'leaf' } as const] : [],
    ...checksVolunteers(actor) ? [{ href: `${at}/check`, title: t.check, meta: t.checkMeta, icon: 'check', tone: 'sea' } as const] : [],
    ...holds(actor, 'register person') ? [{ href: `${at}/do/register`, title: volunteerText(lang).summaryRegister, meta: t.registerMeta, icon: 'plus', tone: 'sun' } as const] : [],
  ]
  return rows.length === 0 ? nothing : html`<section>${list(rows)}</section>`
}

type Shown = Awaited<ReturnType<typeof skillsShown>>

function skillsPart({ lang }: Visit, shown: Shown): Html {
  const t = volunteerPageText(lang)
  if (shown.length === 0) return html`<section>${head(t.skills)}<p class="dim sm">${t.noSkills}</p></section>`
  return html`<section>${head(t.skills)}<ul class="card flush list">${SKILLS.filter(skill => shown.some(row => row.skill === skill)).map(skill => {
    const who = shown.filter(row => row.skill === skill)
    const named = who.flatMap(({ name, note: words }) => name === null ? [] : [words === '' ? name : t.saying(name, words)])
    const others = who.length - named.length
    return html`<li><span class="grow"><b class="row-title">${skillText(lang)[skill]}</b><span class="row-meta">${
      listed(lang, [...named, ...others === 0 ? [] : [t.neighbours(others)]])}</span></span><span class="num">${t.people(who.length)}</span></li>`
  })}</ul></section>`
}

function teamsPart({ lang, community }: Visit, found: Awaited<ReturnType<typeof teams>>): Html {
  const t = volunteerPageText(lang)
  if (found.length === 0) return html`<section>${head(t.teams)}<p class="dim sm">${t.noTeams}</p></section>`
  const nameOf = (id: number | null) => found.find(team => team.id === id)?.name ?? ''
  return html`<section>${head(t.teams)}${list(found.map(team => ({
    href: `/${community.slug}/teams/${team.id}`, title: team.name, icon: 'volunteer', tone: team.part_of === null ? 'leaf' : 'sun',
    meta: dotted(team.part_of === null ? team.duty : t.squadOf(nameOf(team.part_of)), t.memberCount(team.members ?? 0),
      team.leaders.length > 0 && t.leaders(listed(lang, team.leaders.map(({ name }) => name)))),
  })))}</section>`
}
