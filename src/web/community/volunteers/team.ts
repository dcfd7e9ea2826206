// 服务队: a team or squad, its leader, its squads, how many serve and with which specialities; for its leader also who asks to join.
import { listed } from '#kit/phrase.ts'
import { today } from '#modules/communities/public.ts'
import { isSecretary, mayNotLead, medics, teamById, teams } from '#modules/volunteers/public.ts'
import { postText } from '#text/people.ts'
import { skillText } from '#text/skills.ts'
import { volunteerPageText } from '#text/volunteer-pages.ts'
import { framed, idIn } from '#web/frame.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { head, list, note, toast } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'
import { doButton, doLink } from './button.ts'

type TeamShown = Awaited<ReturnType<typeof teamById>>

/** GET /:community/teams/:id */
export const page: Page = async visit => {
  const { lang, db, community, now, url, publicUrl } = visit
  const t = volunteerPageText(lang)
  const day = today(community, now)
  const team = await teamById(db, idIn(visit), day)
  const [self, ...squads] = await teams(db, day, team.id)
  const at = `/${community.slug}/teams`
  return framed(visit, { title: team.name, narrow: true, back: `/${community.slug}/volunteers`, qr: `${publicUrl}${at}/${team.id}` }, html`${url.searchParams.has('done') ? toast(t.done) : nothing}
<p>${team.part_of !== null && html`<a href="${at}/${team.part_of}">${t.squadOf(team.above ?? '')}</a><br>`}${team.duty}</p>
<p class="dim sm">${dotted(t.memberCount(self?.members ?? 0), squads.length > 0 && `${t.squads} ${squads.length}`)}</p>
${joinPart(visit, team)}${leaderPart(visit, team)}
${squads.length > 0 && html`<section>${head(t.squads)}${list(squads.map(squad => ({
    href: `${at}/${squad.id}`, title: squad.name, icon: 'volunteer', tone: 'sun',
    meta: dotted(squad.duty, t.memberCount(squad.members ?? 0), squad.leaders.length > 0 && t.leaders(listed(lang, squad.leaders.map(({ name }) => name)))),
  })))}</section>`}
${specialities(visit, await medics(db, day, team.id))}${membersPart(visit, team)}${leavePart(visit, team)}`)
}

function specialities({ lang }: Visit, found: Awaited<ReturnType<typeof medics>>): Html {
  if (found.length === 0) return nothing
  const t = volunteerPageText(lang)
  return html`<section>${head(t.medics)}<ul class="card facts">${found.map(({ skill, many }) => html`<li>${skillText(lang)[skill as 'dental']} <b class="num">${many}</b></li>`)}</ul></section>`
}

// A leader's post is public. Members see each other; others see only who lets his name be shown.
function membersPart(visit: Visit, team: TeamShown): Html {
  const { lang, actor } = visit
  const t = volunteerPageText(lang)
  const mayLead = mayNotLead(actor, team) === null
  const inside = mayLead || team.members.some(member => member.id === actor.personId)
  const named = team.members.filter(member => inside || member.shown || member.kind === 'team_leader')
  const others = team.members.length - named.length
  return html`<section>${head(t.members)}${team.members.length === 0 ? html`<p class="dim sm">${t.memberCount(0)}</p>` : html`<ul class="card flush list">${named.map(member =>
    html`<li><span class="grow"><b class="row-title">${member.name}</b><span class="row-meta">${postText(lang)[member.kind as 'volunteer']}</span></span>${
      mayLead && member.kind !== 'team_leader' && member.until === null && member.id !== actor.personId ? doButton(visit, 'letGo', { id: team.id, person: member.id }, t.letGo, 'b-text sm') : nothing}</li>`)}${
    others > 0 && html`<li><span class="grow">${t.neighbours(others)}</span></li>`}</ul>`}</section>`
}

function leaderPart(visit: Visit, team: TeamShown): Html {
  const { lang, actor, community } = visit
  const t = volunteerPageText(lang)
  if (mayNotLead(actor, team) !== null) return nothing
  const namesLeader = isSecretary(actor) || actor.posts.some(post => post.kind === 'team_leader' && post.organisation_id === team.part_of)
  return html`${team.askings.length > 0 && html`<section>${head(t.askings)}<ul class="card flush list">${team.askings.map(({ id, name }) => html`<li><b class="grow row-title">${name}</b>${
    doLink(visit, 'answerAsking', { id, yes: true, as: 'volunteer' }, t.takeIn, 'sm')}${doButton(visit, 'answerAsking', { id, yes: false, as: 'volunteer' }, t.notNow)}</li>`)}</ul></section>`}
<section class="stack"><div class="row wrap">${doLink(visit, 'takeIn', { id: team.id, as: 'volunteer' }, t.addMember)}${namesLeader ? doLink(visit, 'nameLeader', { id: team.id }, t.nameLeader) : nothing}${
    team.part_of === null ? doLink(visit, 'makeSquad', { id: team.id }, t.makeSquad) : nothing}${doLink(visit, 'insureTeam', { team: team.id }, t.teamInsurance)}<a class="btn b-line sm" href="/${
    community.slug}/volunteers/cards?team=${team.id}">${t.teamCards}</a></div></section>`
}

function ownPost({ actor }: Visit, team: TeamShown) {
  return team.members.find(member => member.id === actor.personId && member.until === null)
}

function leavePart(visit: Visit, team: TeamShown): Html {
  const own = ownPost(visit, team)
  if (!own || own.kind === 'team_leader') return nothing
  return html`<section>${doButton(visit, 'letGo', { id: team.id, person: own.id }, volunteerPageText(visit.lang).leaveTeam, 'full b-line')}</section>`
}

function joinPart(visit: Visit, team: TeamShown): Html {
  const { lang, actor: { personId } } = visit
  const t = volunteerPageText(lang)
  if (personId === null || ownPost(visit, team)) return nothing
  if (team.askings.some(asking => asking.person === personId)) return note('', 'clock', t.waitsForLeader)
  return html`<section>${doButton(visit, 'askToJoin', { id: team.id }, t.askToJoin, 'full')}</section>`
}
