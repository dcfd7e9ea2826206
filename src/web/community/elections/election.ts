// One election: where it stands, who has to do what by when, and everything that was posted.
import { today } from '#modules/communities/public.ts'
import { rulesFor } from '#modules/decisions/public.ts'
import { backing, course, electionShown, stageOf, type ElectionShown } from '#modules/elections/public.ts'
import { electionPageText } from '#text/election-pages.ts'
import { idIn } from '#web/frame.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { day } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'
import { addressOf, electionFrame, links, squareMetres, tap } from './around.ts'
import { candidatesPart, draftsPart, groupPart, objectionsPart } from './preparing.ts'
import { committeePart, handOverPart, papersPart } from './committee.ts'
import { way } from './way.ts'

/** GET /:community/elections/:id */
export const page: Page = async visit => {
  const { lang, db, actor, community, now } = visit
  const t = electionPageText(lang)
  const shown = await electionShown(db, actor, idIn(visit))
  const { election, facts } = shown
  const on = today(community, now)
  const { rules } = await rulesFor(db, election.estate.id, on)
  const at = addressOf(visit, election.id)
  return electionFrame(visit, election, {}, html`${shown.stopped_reason !== null ? note('alarm', 'close', t.stopped(shown.stopped_reason)) : nothing}${
    election.kind === 'first' && election.met_on === null ? note('sun', 'home', t.interim) : nothing}
<p class="row wrap no-print"><a class="btn b-line sm" href="${at}/desk">${t.desk}</a><a class="btn b-line sm" href="${at}/map">${t.map}</a>${
    stageOf(election) === 'office' && html`<a class="btn b-line sm" href="${at}/term">${t.term}</a>`}${
    election.decision_id !== null && html`<a class="btn sm" href="/${community.slug}/decisions/${election.decision_id}">${t.vote}</a>`}</p>
<div class="cols"><div>${way(lang, course(rules, election, facts, on), on)}${workPart(visit, shown)}${papersPart(visit, shown)}${handOverPart(visit, shown)}${candidatesPart(visit, shown)}${draftsPart(visit, shown)}${objectionsPart(visit, shown)}</div>
<div>${committeePart(visit, shown)}${await requestPart(visit, shown, on)}${groupPart(visit, shown)}</div></div>`)
}

async function requestPart(visit: Visit, { election, request, backers }: ElectionShown, on: string): Promise<Html> {
  const { lang, db, actor } = visit
  const t = electionPageText(lang)
  const { asking, total } = await backing(db, election.estate.id, backers, on)
  const own = actor.personId !== null && backers.includes(actor.personId)
  return html`<section>${head(t.why)}<div class="card"><blockquote class="say">${request}<footer>${t.since(day(lang, election.requested_on))}</footer></blockquote><p class="gap">${
    t.backing(asking.heads, total.heads, squareMetres(asking.area), squareMetres(total.area))}</p>${
    own ? html`<p class="dim sm">${t.backedAlready}</p>` : tap(visit, election, 'back', t.back)}</div></section>`
}

// Everything that this visitor may do now, in one place; one may need it before there is anything to see.
function workPart(visit: Visit, { election }: ElectionShown): Html {
  const t = electionPageText(visit.lang)
  const body = links(visit, election, ['enterBacker', 'formGroup', 'writeDraft', 'recommend', 'stand', 'post', 'linkSession', 'putToVote', 'takeResult', 'meetFirst', 'file', 'addItem', 'object', 'stop'])
  return body === nothing ? nothing : html`<section>${head(t.more)}${body}</section>`
}
