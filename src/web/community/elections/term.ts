// 业委会工作: the committee later in its term: members who leave, recalls, meetings.
import { today } from '#modules/communities/public.ts'
import { rulesFor } from '#modules/decisions/public.ts'
import { electionShown, mayNotInElection, meetingsOf, recallsOf, termDates, type Election, type ElectionShown } from '#modules/elections/public.ts'
import { electionDutyText } from '#text/election-course.ts'
import { electionPageText } from '#text/election-pages.ts'
import { electionText } from '#text/elections.ts'
import { idIn } from '#web/frame.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import { day } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'
import { addressOf, electionFrame, links, tap } from './around.ts'
import { committeePart } from './committee.ts'

type Meeting = Awaited<ReturnType<typeof meetingsOf>>[number]

/** GET /:community/elections/:id/term */
export const page: Page = async visit => {
  const { lang, db, actor, community, now } = visit
  const t = electionPageText(lang)
  const shown = await electionShown(db, actor, idIn(visit))
  const { election } = shown
  const { rules } = await rulesFor(db, election.estate.id, today(community, now))
  const sits = mayNotInElection.sit(actor, election) === null
  const meetings = await meetingsOf(db, actor, election.id)
  return electionFrame(visit, election, { title: t.term, back: addressOf(visit, election.id) }, html`<p class="dim sm">${t.termLead}</p>${
    sits ? html`<p class="no-print"><a class="btn b-line sm" href="${addressOf(visit, election.id)}/heard">${t.visits}</a></p>` : nothing}<div class="cols"><div>${
    committeePart(visit, shown, one => one.until === null && one.since !== null ? html`${memberLinks(visit, election, one)}` : nothing)}${links(visit, election, ['chooseChair'])}
<section>${head(t.dates)}<ul class="card facts">${termDates(rules, election).map(({ duty, on }) => html`<li><b>${day(lang, on)}</b> ${electionDutyText(lang)[duty]}</li>`)}</ul></section>${await recallPart(visit, election)}</div>
<div><section id="meetings">${head(t.meetings)}${links(visit, election, ['callMeeting'])}${meetings.length === 0 ? html`<p class="nothing">${t.noMeetings}</p>` : meetings.map(one => meeting(visit, election, one))}</section></div></div>`)
}

function memberLinks(visit: Visit, election: Election, { id, own }: ElectionShown['elected'][number]): Html {
  const keeps = mayNotInElection.leave(visit.actor, election) === null
  return html`${own || keeps ? links(visit, election, ['leave'], id) : nothing}${own ? nothing : links(visit, election, ['moveRecall'], id)}`
}

async function recallPart(visit: Visit, election: Election): Promise<Html> {
  const { lang, db, actor, community } = visit
  const t = electionPageText(lang)
  const recalls = await recallsOf(db, actor, election.id)
  if (recalls.length === 0 || actor.personId === null) return nothing
  return html`<section id="recalls">${head(t.recalls)}${recalls.map(one => html`<div class="card gap"><p><b>${one.name}</b></p><p>${one.reason}</p><p class="dim sm">${t.backers(one.backers)}</p>${one.decision_id !== null
    ? html`<p><a href="/${community.slug}/decisions/${one.decision_id}">${t.vote}</a></p>` : html`${one.own ? nothing : links(visit, election, ['backRecall'], one.id)}${links(visit, election, ['voteRecall'], one.id)}`}</div>`)}</section>`
}

function meeting(visit: Visit, election: Election, one: Meeting): Html {
  const { lang } = visit
  const t = electionPageText(lang)
  return html`<div class="card gap" id="m-${one.id}"><p class="row wrap"><b>${dotted(day(lang, one.held_on), one.special && t.special)}</b><span class="dim sm push">${t.agendaPosted(day(lang, one.agenda_posted_on))}</span></p>
<p>${one.agenda}</p>${one.minutes === null ? links(visit, election, ['keepMeeting'], one.id) : html`<p class="dim sm">${
    dotted(t.presentOf(one.present ?? 0, one.members ?? 0), one.posted_on && t.minutesPosted(day(lang, one.posted_on)), t.signed(one.signed))}</p><details><summary>${electionText(lang).minutes}</summary>${
    one.minutes.split('\n').map(line => html`<p>${line}</p>`)}</details><ul class="facts">${one.motions.map(motion => html`<li><b>${motion.text}</b> ${(motion.carried ? t.carried : t.lost)(motion.yes)}</li>`)}</ul>${
    one.own ? nothing : tap(visit, election, 'signMeeting', electionText(lang).summarySignMeeting, { meeting: one.id })}`}</div>`
}
