// Who is invited, who answered what, who came; by party first, by name for those at the table.
import { answerInvitationInput, isQuorate, mayNotAnswer, mayNotAtSession, NEIGHBOURS, standOf, type Hall, type SessionShown } from '#modules/councils/public.ts'
import { maskedName } from '#modules/people/public.ts'
import { partyText } from '#text/councils.ts'
import { sessionText } from '#text/council-session.ts'
import { errs, field } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head } from '#web/parts/list.ts'
import { EMPTY, type Visit } from '#web/visit.ts'
import { doing, tap, type Mends } from './around.ts'

type Seat = Hall['seats'][number]

/** The actor's own invitations, each with its answer. */
export function ownSeats(visit: Visit, session: SessionShown, hall: Hall, at: string, mends: Mends): Html {
  const { lang, actor } = visit
  const t = sessionText(lang)
  const open = hall.own.filter(seat => seat.invited && !seat.came && mayNotAnswer(actor, session, seat) === null)
  return html`${open.map(seat => {
    const sent = mends['answer']
    const mend = sent?.values['seat'] === String(seat.id) ? sent : { ...EMPTY, values: { answer: seat.answer ?? '', standIn: seat.stand_in ?? '' } }
    return html`<section class="card no-print"><h2>${seat.organisation ? t.yourSeatFor(seat.organisation) : t.yourSeat}</h2><form method="post" action="${at}">${errs(lang, mend)}${doing('answer', mend)}<input type="hidden" name="seat" value="${seat.id}">${
      field(lang, answerInvitationInput, 'answer', mend)}${field(lang, answerInvitationInput, 'standIn', mend)}<div class="field"><button class="btn full">${t.sayAnswer}</button></div></form></section>`
  })}`
}

/** Attendance by party with the quorum; seat by seat for those at the table. */
export function attendancePart(visit: Visit, session: SessionShown, hall: Hall, at: string): Html {
  const { lang, actor } = visit
  const t = sessionText(lang)
  const began = session.opened_at !== null
  const ticking = mayNotAtSession.keep(actor, session) === null
  return html`<section>${head(t.attendance, began ? html`<span class="badge ${isQuorate(hall.attendance) ? 'leaf' : 'sun'}">${isQuorate(hall.attendance) ? t.quorate : t.notQuorate}</span>` : undefined)}
${hall.attendance.length === 0 ? empty(t.nobodyInvited) : html`<ul class="card flush list">${hall.attendance.map(one => html`<li>${icon(one.enough && began ? 'check' : 'me')}<span class="grow"><b class="row-title">${
    partyText(lang)[one.party]}</b><span class="row-meta">${dotted(one.needed > 0 ? t.counts(one.came, one.invited, one.needed) : t.guests(one.came, one.invited), one.besides > 0 && t.besides(one.besides))}</span></span></li>`)}</ul>`}
${hall.seats.length === 0 ? nothing : html`<details class="card"${ticking && html` open`}><summary>${t.invitations}</summary><ul class="list">${hall.seats.map(seat => html`<li><span class="grow"><b class="row-title">${
    seatName(seat, hall.inside)}</b><span class="row-meta">${dotted(partyText(lang)[seat.party], standing(visit, session, seat))}</span></span>${
    ticking ? tap(at, 'tick', seat.came ? t.untick : t.tickCame, { more: { seat: seat.id, came: seat.came ? '' : 'true' }, label: seatName(seat, true) }) : nothing}</li>`)}</ul></details>`}</section>`
}

/** Whose seat it is. Neighbours are named in full only to those at the table. */
export function seatName({ party, organisation, person, stand_in }: Pick<Seat, 'party' | 'organisation' | 'person' | 'stand_in'>, inside: boolean): string {
  const name = (one: string | null) => one === null || inside || !NEIGHBOURS.has(party) ? one : maskedName(one)
  const own = organisation ?? name(person) ?? ''
  const other = name(stand_in)
  return other && other !== own ? `${own}（${other}）` : own
}

function standing({ lang }: Visit, session: SessionShown, { came, came_by_code, answer }: Seat): string {
  const t = sessionText(lang)
  if (came) return came_by_code ? t.byCode : t.came
  if (standOf(session) === 'ended' || standOf(session) === 'sealed') return t.notCame
  return answer === null ? t.noAnswer : t[answer]
}
