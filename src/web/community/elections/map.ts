// 走访覆盖: how many homes of each building were reached; home by home for whoever goes there.
import { figuresOf } from '#modules/decisions/public.ts'
import { coverageOf, electionById, homesVisited, type Covered, type Election, type HomeVisited } from '#modules/elections/public.ts'
import { visitHowText } from '#text/election-words.ts'
import { electionPageText } from '#text/election-pages.ts'
import { idIn, numberIn } from '#web/frame.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'
import { addressOf, electionFrame, links, styles, worksOn } from './around.ts'

/** GET /:community/elections/:id/map?building= */
export const page: Page = async visit => {
  const { lang, db, actor, url } = visit
  const t = electionPageText(lang)
  const election = await electionById(db, idIn(visit))
  const buildings = await coverageOf(db, actor, election.id, election.estate.id)
  const turnout = election.vote === 'open' && election.decision_id !== null ? (await figuresOf(db, election.decision_id)).towers : []
  const chosen = buildings.find(({ id }) => id === numberIn(url, 'building'))
  const goes = chosen !== undefined && mayGo(visit, election, chosen)
  const sum = (what: 'reached' | 'homes') => buildings.reduce((all, one) => all + one[what], 0)
  return electionFrame(visit, election, { title: t.map, back: addressOf(visit, election.id) }, html`${styles}<p class="num"><b>${t.mapLead(sum('reached'), sum('homes'))}</b></p>${
    links(visit, election, ['assign', 'unassign'])}
<div class="cols"><div><section>${buildings.map(one => row(visit, election, one, turnout.find(({ id }) => id === one.id)))}</section>${note('', 'lock', t.totalsOnly)}</div>
<div>${goes ? grid(visit, election, chosen, await homesVisited(db, election.id, chosen.id)) : nothing}</div></div>`)
}

function mayGo(visit: Visit, election: Election, { canvassers }: Covered): boolean {
  return worksOn(visit, election) || canvassers.some(({ own }) => own)
}

function row(visit: Visit, election: Election, one: Covered, turnout: { returned: number, homes: number } | undefined): Html {
  const { lang } = visit
  const t = electionPageText(lang)
  const share = (n: number) => one.homes === 0 ? 0 : Math.round(n * 1000 / one.homes) / 10
  const names = one.canvassers.map(({ name }) => name).filter(Boolean)
  return html`<div class="card gap"><p class="row wrap"><b>${mayGo(visit, election, one) ? html`<a href="?building=${one.id}#homes">${one.name}</a>` : one.name}</b><span class="push num">${
    one.reached}/${one.homes}</span></p><svg class="cover-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="10"/><rect class="reached" width="${
    share(one.reached)}" height="10"/><rect class="tried" x="${share(one.reached)}" width="${share(one.tried)}" height="10"/></svg><p class="dim sm">${t.remain(one.homes - one.reached)}${
    turnout && html` · ${t.returned(turnout.returned, turnout.homes)}`}${names.length > 0 ? html` · ${t.canvassers}: ${names.join(' ')}` : one.canvassers.length === 0 && html` · ${t.nobody}`}</p></div>`
}

function grid(visit: Visit, election: Election, building: Covered, homes: readonly HomeVisited[]): Html {
  const { lang } = visit
  const t = electionPageText(lang)
  const open = homes.filter(({ state }) => state !== 'reached')
  const floors = [...Map.groupBy(homes, ({ floor }) => floor ?? 0)].toSorted(([a], [b]) => b - a)
  return html`<section id="homes">${head(building.name, html`<span class="dim sm">${t.remain(open.length)}</span>`)}<p class="legend">${
    (['reached', 'tried', 'open'] as const).map(state => html`<span><i class="cover ${state}"></i>${t[state]}</span>`)}</p>
<div class="scroll-x" tabindex="0" role="region" aria-label="${building.name}"><table class="cover-map"><tbody>${floors.map(([floor, some]) => html`<tr><th scope="row">${floor === 0 ? t.noFloor : t.floor(floor)}</th>${
    some.map(home => html`<td><a class="cover ${home.state}" href="${addressOf(visit, election.id)}/do/visit?of=${home.id}">${home.state === 'reached' ? icon('check') : nothing}${home.name}<span class="vh">${
      t[home.state]}</span></a></td>`)}</tr>`)}</tbody></table></div>
${open.length > 0 && html`<details class="gap"><summary>${t.homesLeft}</summary><ul class="facts sm">${open.map(home => html`<li>${dotted(home.label, tried(lang, home.how))}</li>`)}</ul></details>`}</section>`
}

function tried(lang: Visit['lang'], how: string | null): string | false {
  const known = (['in_person', 'phone', 'message', 'letterbox'] as const).find(one => one === how)
  return known !== undefined && visitHowText(lang)[known]
}
