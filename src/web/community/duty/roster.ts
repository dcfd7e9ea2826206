// 一张值班表: the turns to come, who asks for leave, what is open, and the form that puts somebody on.
import { today } from '#modules/communities/public.ts'
import {
  addTurns, addTurnsInput, answerLeave, assign, callOffGap, endRoster, keepsDuty, mayNotCover, membersOf, notesFor, rosterById, turnsOfRoster,
} from '#modules/duty/public.ts'
import { dutyPageText, rosterPageText } from '#text/duty-pages.ts'
import { dutyFieldText } from '#text/duty.ts'
import { timeText } from '#text/time.ts'
import { framed, idIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { head, list, note, toast } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { noteCard } from './note-card.ts'
import { daySaid, hoursSaid, spanSaid } from './when.ts'

type Roster = Awaited<ReturnType<typeof rosterById>>
type Turn = Awaited<ReturnType<typeof turnsOfRoster>>[number]
type Members = Awaited<ReturnType<typeof membersOf>>

/** GET /:community/duty/:id */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/duty/:id/turns */
export const add: Submit = sent => orAgain(sent, async () => {
  const { requestKey: _key, days = [], ...fields } = sent.form.fields
  const { id } = await sent.act(addTurns, { ...fields, id: idIn(sent), days: [days].flat() })
  return goTo(`/${sent.community.slug}/duty/${id}?done=1`)
}, mend => visit => shown(visit, mend), { field: 'person' })

/** POST /:community/duty/:id/end */
export const end: Submit = async sent => {
  await sent.act(endRoster, { id: idIn(sent) })
  return goTo(`/${sent.community.slug}/duty`)
}

/** POST /:community/duty/leaves/:id */
export const leave: Submit = async sent => {
  const { id } = await sent.act(answerLeave, { id: idIn(sent), answer: typed(sent.form, 'answer') })
  return goTo(`/${sent.community.slug}/duty/${id}`)
}

/** POST /:community/duty/gaps/:id/assign */
export const name: Submit = async sent => {
  const { roster } = await sent.act(assign, { id: idIn(sent), person: typed(sent.form, 'person') })
  return goTo(`/${sent.community.slug}/duty/${roster}`)
}

/** POST /:community/duty/gaps/:id/off */
export const drop: Submit = async sent => {
  const { id } = await sent.act(callOffGap, { id: idIn(sent) })
  return goTo(`/${sent.community.slug}/duty/${id}`)
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, now, url } = visit
  const t = rosterPageText(lang)
  const roster = await rosterById(db, actor, idIn(visit))
  const kept = keepsDuty(actor, roster) && roster.ended_at === null
  const [turns, notes, members] = await Promise.all([
    turnsOfRoster(db, roster.id, now), notesFor(db, actor, now, { roster: roster.id }), kept ? membersOf(db, roster.organisation_id, today(community, now)) : [],
  ])
  return framed(visit, { title: roster.name, narrow: true, back: `/${community.slug}/duty`, live: 'duty/' }, html`<p class="dim sm">${
    dotted(roster.organisation, roster.on_call && dutyPageText(lang).onCall)}</p>${url.searchParams.has('done') && mend === EMPTY ? toast(t.added) : nothing}${
    roster.ended_at === null ? nothing : note('', 'close', t.ended)}
${turns.some(turn => turn.person === null || turn.leave !== null) ? html`<section>${head(t.waiting)}${turns.map(turn =>
    turn.person === null ? gapCard(visit, roster, turn, kept ? members : null) : kept && turn.leave !== null ? leaveCard(visit, turn) : nothing)}</section>` : nothing}
<section>${head(t.coming)}${turns.length === 0 ? html`<p class="dim sm">${t.none}</p>` : list(turns.filter(turn => turn.person !== null).map(turn => ({
    href: `/${community.slug}/duty/turns/${turn.id}`, title: turn.person ?? '', meta: spanSaid(visit, turn.from_at, turn.until_at), icon: 'clock', tone: 'sea' })))}</section>
${kept ? addPart(visit, roster, members, mend) : nothing}
${notes.length > 0 && html`<section>${head(t.notes)}${notes.map(one => noteCard(visit, one))}</section>`}
${kept ? endPart(visit, roster) : nothing}`)
}

function leaveCard(visit: Visit, turn: Turn): Html {
  const { lang, community } = visit
  const t = rosterPageText(lang)
  return html`<form class="card" method="post" action="/${community.slug}/duty/leaves/${turn.leave}">${requestKey(EMPTY)}<p><b>${t.asksLeave(turn.person ?? '')}</b><br>${
    spanSaid(visit, turn.from_at, turn.until_at)}</p><div class="field row wrap"><button class="btn sm b-sea" name="answer" value="yes">${t.grant}</button><button class="btn sm b-line" name="answer" value="no">${
    t.refuse}</button></div></form>`
}

function gapCard(visit: Visit, roster: Roster, gap: Turn, members: Members | null): Html {
  const { lang, community, actor, now } = visit
  const t = rosterPageText(lang)
  const at = `/${community.slug}/duty/gaps/${gap.id}`
  const mayTake = mayNotCover(actor, { ...roster, turn_id: null, until_at: gap.until_at }, now) === null
  return html`<div class="card"><div class="row"><span class="grow"><b class="row-title">${daySaid(visit, gap.from_at)}</b><span class="row-meta">${
    dotted(hoursSaid(visit, gap.from_at, gap.until_at), dutyPageText(lang).nobody)}</span></span>${
    mayTake && html`<form method="post" action="${at}/cover">${requestKey(EMPTY)}<button class="btn b-line sm">${dutyPageText(lang).take}</button></form>`}</div>${
    members && html`<details><summary>${t.assignOrDrop}</summary><form method="post" action="${at}/assign">${requestKey(EMPTY)}<div class="field"><select name="person" aria-label="${t.assignWhom}" required><option value="">${t.assignWhom}</option>${
      members.map(member => html`<option value="${member.id}">${member.name}</option>`)}</select></div><div class="field"><button class="btn full b-line">${t.assign}</button></div></form>
<form class="field" method="post" action="${at}/off">${requestKey(EMPTY)}<button class="btn full b-line">${t.drop}</button></form></details>`}</div>`
}

function addPart(visit: Visit, roster: Roster, members: Members, mend: Mend): Html {
  const { lang, community, now } = visit
  const t = rosterPageText(lang)
  const tomorrow = now.toZonedDateTimeISO(community.time_zone).toPlainDate().add({ days: 1 }).toString()
  const filled: Mend = mend === EMPTY ? { values: { on: tomorrow, from: roster.on_call ? '22:00' : '8:00', until: roster.on_call ? '6:00' : '18:00', weeks: '1' }, problems: [] } : mend
  const part = (name: string) => field(lang, addTurnsInput, name, filled)
  return html`<section id="add">${head(t.add)}<form class="card" method="post" action="/${community.slug}/duty/${roster.id}/turns">${errs(lang, filled)}${requestKey(mend)}${
    choose(lang, 'person', dutyFieldText(lang).person, members.map(member => ({ value: member.id, words: member.name })), [filled.values['person'] ?? ''].flat()[0] ?? '',
      filled.problems.find(problem => problem.field === 'person')?.reason, t.openTurn)}${part('on')}${part('from')}${part('until')}${daysField(visit, filled)}${part('weeks')}
<div class="field"><button class="btn full">${t.addButton}</button></div></form></section>`
}

function daysField({ lang }: Visit, mend: Mend): Html {
  const t = timeText(lang)
  const chosen = new Set([mend.values['days'] ?? []].flat())
  const days = [t.week1, t.week2, t.week3, t.week4, t.week5, t.week6, t.week7]
  return html`<div><fieldset class="field" id="f-days" aria-describedby="h-days"><legend>${dutyFieldText(lang).days}</legend><p class="hint" id="h-days">${dutyFieldText(lang).daysHint}</p><div class="pick">${
    days.map((day, i) => html`<label><input type="checkbox" name="days" value="${i + 1}"${chosen.has(String(i + 1)) && html` checked`}><span>${day}</span></label>`)}</div></fieldset></div>`
}

function endPart({ lang, community }: Visit, { id }: Roster): Html {
  const t = rosterPageText(lang)
  return html`<details class="gap"><summary>${t.end}</summary><form class="card" method="post" action="/${community.slug}/duty/${id}/end">${requestKey(EMPTY)}<p>${
    t.endMeans}</p><div class="field"><button class="btn full b-line">${t.end}</button></div></form></details>`
}
