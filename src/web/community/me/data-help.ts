// What is held about me of helping each other: volunteering, duty, activities, orders, calls, errands, hours.
import type { Held } from '#modules/people/public.ts'
import { activityRunText } from '#text/activities-pages.ts'
import { helpText } from '#text/call-pages.ts'
import { endText } from '#text/calls.ts'
import { errandPageText } from '#text/errand-pages.ts'
import { hoursPageText, keepText } from '#text/hours-pages.ts'
import { dataText } from '#text/me.ts'
import { agreedText, cameText, orderStateText, seenText, shareText } from '#text/orders.ts'
import { qualificationText, skillText } from '#text/skills.ts'
import { ageText, callBackText, creditText, volunteerText } from '#text/volunteers.ts'
import { dotted, html, type Html } from '#web/parts/html.ts'
import { dayAndTime, dayAt } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'
import { needWord } from '../calls/around.ts'
import { section } from './held-section.ts'

/** Its cards, in the order of the modules. */
export function helping(visit: Visit, held: Held): Html {
  return html`${offered(visit, held)}${asked(visit, held)}`
}

// What he offers and does by roster.
function offered({ lang, community }: Visit, held: Held): Html {
  const t = dataText(lang)
  const when = (at: string) => dayAt(lang, Temporal.Instant.from(at), community.time_zone)
  return html`${section(t.volunteering, [...held.volunteering.map(one => dotted(one.about, one.photo && volunteerText(lang).ownPhoto, ageText(lang)[one.age], when(one.at), one.left_at && when(one.left_at))),
    ...held.skills_offered.map(one => dotted(skillText(lang)[one.skill as 'errands'], one.note, one.refused_why)),
    ...held.qualifications.map(one => dotted(qualificationText(lang)[one.kind as 'nurse'], one.number_end, one.valid_until, one.refused_why)), ...held.policies.map(one => dotted(one.insurer, one.number_end, one.since, one.until)),
    ...held.credits.map(one => dotted(creditText(lang)[one.kind], one.what, one.given_on, one.given_by, one.asked)), ...held.teams_asked.map(one => dotted(one.name, when(one.at))),
    ...held.contact_cards.map(one => dotted(one.offers, one.hours, when(one.at), one.ended_at && when(one.ended_at))), ...held.called_back.map(one => dotted(one.answer && callBackText(lang)[one.answer], when(one.at)))])}
${section(t.duty, [...held.turns.map(one => dotted(one.roster, dayAndTime(lang, Temporal.Instant.from(one.at), community.time_zone), one.handed_over)),
    ...held.swaps_asked.map(one => dotted(t.askedSwap, when(one.at))), ...held.leave_answered.map(one => dotted(t.answeredLeave, one.at && when(one.at))),
    ...held.notes_read.map(one => dotted(t.readHandOver, one.at && when(one.at))), ...held.rosters_made.map(one => dotted(one.name, when(one.at)))])}
${section(t.helping, [...held.posts_at_activities.map(one => dotted(one.name, one.post, when(one.at), one.minutes !== null && activityRunText(lang).served(one.minutes))),
    ...held.activities_made.map(one => dotted(t.madeActivity(one.name), when(one.at))), ...held.activities_marked.map(one => dotted(t.markedAt(one.name), when(one.at))),
    ...held.patrolled.map(one => dotted(t.patrolled(one.where), one.at && when(one.at)))])}`
}

// What he asked for, did for others, and what was counted.
function asked({ lang, community }: Visit, held: Held): Html {
  const t = dataText(lang)
  const when = (at: string) => dayAt(lang, Temporal.Instant.from(at), community.time_zone)
  return html`${section(t.orders, [...held.orders.map(one => dotted(one.name, one.words, one.named, one.label, one.ended_why, when(one.at))), ...held.order_dates.map(one => dotted(orderStateText(lang)[one.state], one.log, one.why, when(one.at))),
    ...held.visits_to_me.map(one => dotted(one.came && cameText(lang)[one.came], one.seen && seenText(lang)[one.seen], one.log, when(one.at))),
    ...held.visit_consents.map(one => dotted(shareText(lang)[one.share], agreedText(lang)[one.how], when(one.at), one.withdrawn_at && t.withdrawn(when(one.withdrawn_at)))),
    ...held.order_ratings.map(one => dotted(one.stars !== null && '★'.repeat(one.stars), one.rating, one.at && when(one.at))), ...held.menu_items.map(one => dotted(one.name, when(one.at)))])}
${section(helpText(lang).past, [...held.calls_made.map(one => dotted(needWord(lang, one.need), one.text, one.stars !== null && '★'.repeat(one.stars), one.thanks, when(one.at))),
    ...held.calls_asked.map(one => dotted(helpText(lang).askedMe, needWord(lang, one.need), when(one.at))), ...held.calls_gone_to.map(one => dotted(helpText(lang).going, needWord(lang, one.need), when(one.at))),
    ...held.calls_ended.map(one => dotted(one.ended_how && endText(lang)[one.ended_how], when(one.at)))])}
${section(errandPageText(lang).title, [...held.errands_written.map(one => dotted(one.text, one.asked_for, one.thanks, when(one.at))),
    ...held.errands_taken.map(one => dotted(errandPageText(lang).taken, one.words, one.at && when(one.at)))])}
${section(hoursPageText(lang).mine, [...held.hours_served.map(one => dotted(one.name, one.content, hoursPageText(lang).minutes(one.minutes), when(one.at))),
    ...held.hours_corrections.map(one => dotted(hoursPageText(lang).minutes(one.minutes), one.why, one.answer, when(one.at))),
    ...held.hours_kept.map(one => dotted(one.content, one.quality, one.refused_why, when(one.at))), ...held.projects_made.map(one => one.name),
    ...held.star_tables_made.map(one => dotted(keepText(lang).starTable, one.hours.join(' / '), when(one.at)))])}`
}
