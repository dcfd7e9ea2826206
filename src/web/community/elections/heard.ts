// 入户听到的: what members of the committee heard at homes, each one tap from being a matter; for the committee only.
import { NotFound } from '#kit/errors.ts'
import { electionById, homesVisited, mayNotInElection, visitsHeard } from '#modules/elections/public.ts'
import { buildings } from '#modules/places/public.ts'
import { electionPageText } from '#text/election-pages.ts'
import { electionText } from '#text/elections.ts'
import { idIn, numberIn } from '#web/frame.ts'
import { choose } from '#web/parts/fields.ts'
import { html, nothing } from '#web/parts/html.ts'
import { empty } from '#web/parts/list.ts'
import { day } from '#web/parts/time.ts'
import type { Page } from '#web/visit.ts'
import { addressOf, electionFrame, tap } from './around.ts'

/** GET /:community/elections/:id/heard?building= */
export const page: Page = async visit => {
  const { lang, db, actor, url, community } = visit
  const t = electionPageText(lang)
  const election = await electionById(db, idIn(visit))
  if (mayNotInElection.sit(actor, election) !== null) throw new NotFound(say => electionText(say).notHere)
  const heard = await visitsHeard(db, election.estate.id)
  const all = await buildings(db, election.estate.id)
  const building = all.find(({ id }) => id === numberIn(url, 'building'))
  const homes = building ? await homesVisited(db, election.id, building.id) : []
  const at = addressOf(visit, election.id)
  return electionFrame(visit, election, { title: t.visits, back: `${at}/term` }, html`<form class="card no-print" method="get" action="${at}/heard">${
    choose(lang, 'building', t.hearAt, all.map(({ id, name }) => ({ value: id, words: name })), String(building?.id ?? ''))}<div class="field"><button class="btn b-line">${t.findGo}</button></div></form>${
    homes.length > 0 && html`<p class="row wrap gap no-print">${homes.map(({ id, name }) => html`<a class="btn b-line sm" href="${at}/do/visitHome?of=${id}">${name}</a>`)}</p>`}${heard.length === 0 ? empty(t.nothingHeard) : nothing}${
    heard.map(one => html`<div class="card gap"><p><b>${one.label}</b> <span class="dim sm">${day(lang, one.visited_on)}</span></p><p>${one.note}</p>${one.matter_id === null
      ? tap(visit, election, 'raiseVisit', t.asMatter, { visit: one.id }) : html`<p><a href="/${community.slug}/matters/${one.matter_id}">${t.toMatter(one.matter_id)}</a></p>`}</div>`)}`)
}
