// 一班: when it is, and what whoever has it can do: ask for leave, ask for a swap, hand over.
import { today } from '#modules/communities/public.ts'
import {
  askLeave, askSwap, callOffTurn, callOffTurnInput, keepsDuty, mayNotChange, mayNotLeave, mayNotWriteNote, membersOf, othersTurns, turnById, writeNote, writeNoteInput,
  type TurnShown,
} from '#modules/duty/public.ts'
import { dutyPageText, turnPageText } from '#text/duty-pages.ts'
import { dutyFieldText } from '#text/duty.ts'
import { framed, idIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { head, note, toast } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'
import { spanSaid } from './when.ts'

/** What was sent and has to be mended. */
interface Mends { swap?: Mend, note?: Mend, off?: Mend }

/** GET /:community/duty/turns/:id */
export const page: Page = visit => shown(visit, {})

/** POST /:community/duty/turns/:id/leave */
export const leave: Submit = async sent => {
  await sent.act(askLeave, { id: idIn(sent) })
  return back(sent)
}

/** POST /:community/duty/turns/:id/swap */
export const swap: Submit = sent => orAgain(sent, async () => {
  // Of one choice: a person, and of some the turn that one takes of his.
  const [person = '', turn = ''] = typed(sent.form, 'with').split('-')
  await sent.act(askSwap, { id: idIn(sent), with: person, forTurn: turn })
  return back(sent)
}, mend => visit => shown(visit, { swap: mend }), { field: 'with' })

/** POST /:community/duty/turns/:id/note */
export const writeDown: Submit = sent => orAgain(sent, async () => {
  await sent.act(writeNote, { id: idIn(sent), text: typed(sent.form, 'text') })
  return back(sent)
}, mend => visit => shown(visit, { note: mend }))

/** POST /:community/duty/turns/:id/off */
export const off: Submit = sent => orAgain(sent, async () => {
  const { id } = await sent.act(callOffTurn, { id: idIn(sent), after: typed(sent.form, 'after') })
  return goTo(`/${sent.community.slug}/duty/${id}`)
}, mend => visit => shown(visit, { off: mend }), { field: 'after' })

function back({ community, params }: Pick<Sent, 'community' | 'params'>): Response {
  return goTo(`/${community.slug}/duty/turns/${params['id'] ?? ''}?done=1`)
}

async function shown(visit: Visit, mends: Mends): Promise<Html> {
  const { lang, db, actor, community, now, url } = visit
  const turn = await turnById(db, actor, idIn(visit))
  const t = turnPageText(lang)
  const mayLeave = mayNotLeave(actor, turn, now) === null
  return framed(visit, { title: turn.roster, narrow: true, back: `/${community.slug}/duty/${turn.roster_id}`, live: 'duty/' }, html`${url.searchParams.has('done') ? toast(t.done) : nothing}
<h2>${spanSaid(visit, turn.from_at, turn.until_at)}</h2><p class="dim sm">${
  dotted(turn.person, turn.organisation, turn.on_call && dutyPageText(lang).onCall)}</p>
${turn.called_off_at === null ? nothing : note('', 'close', t.off)}
${notePart(visit, turn, mends.note ?? EMPTY)}
${mayLeave ? html`${leavePart(visit, turn)}${await swapPart(visit, turn, mends.swap ?? EMPTY)}` : nothing}
${keepsDuty(actor, turn) && mayNotChange(turn, now) === null ? offPart(visit, turn, mends.off ?? EMPTY) : nothing}`)
}

function leavePart({ lang, community }: Visit, turn: TurnShown): Html {
  const t = turnPageText(lang)
  if (turn.leave !== null) return note('', 'clock', turn.granted === null ? t.leaveAsked : t.leaveDeclined)
  return html`<section>${head(t.leave)}<form class="card" method="post" action="/${community.slug}/duty/turns/${turn.id}/leave">${requestKey(EMPTY)}<p class="dim sm">${
    t.leaveMeans}</p><div class="field"><button class="btn full b-line">${t.askLeave}</button></div></form></section>`
}

async function swapPart(visit: Visit, turn: TurnShown, mend: Mend): Promise<Html> {
  const { lang, db, community, now } = visit
  const t = turnPageText(lang)
  const [members, turns] = await Promise.all([membersOf(db, turn.organisation_id, today(community, now)), othersTurns(db, turn, now)])
  const names = new Map(members.map(member => [member.id, member.name]))
  const options = [
    ...turns.filter(one => names.has(one.person_id)).map(one => ({ value: `${one.person_id}-${one.id}`, words: t.swapOwn(names.get(one.person_id) ?? '', spanSaid(visit, one.from_at, one.until_at)) })),
    ...members.filter(member => member.id !== turn.person_id).map(member => ({ value: `${member.id}-`, words: t.swapGive(member.name) })),
  ]
  return html`<section>${head(t.swap)}<form class="card" method="post" action="/${community.slug}/duty/turns/${turn.id}/swap">${errs(lang, mend)}${requestKey(mend)}${
    turn.swap && html`<p class="dim sm">${t.swapPending(turn.swap.name)}</p>`}${
    choose(lang, 'with', dutyFieldText(lang).with, options, [mend.values['with'] ?? ''].flat()[0] ?? '', mend.problems.find(problem => problem.field === 'with')?.reason)}
<div class="field"><button class="btn full b-line">${t.askSwap}</button></div></form></section>`
}

function notePart({ lang, actor, now, community }: Visit, turn: TurnShown, mend: Mend): Html {
  const t = turnPageText(lang)
  if (mayNotWriteNote(actor, turn, now) !== null) return nothing
  const filled: Mend = mend === EMPTY ? { values: { text: turn.note ?? '' }, problems: [] } : mend
  return html`<section>${head(t.write)}<form class="card" method="post" action="/${community.slug}/duty/turns/${turn.id}/note">${errs(lang, filled)}${requestKey(mend)}${
    turn.note && mend === EMPTY ? note('', 'check', t.handed) : nothing}${field(lang, writeNoteInput, 'text', filled)}<div class="field"><button class="btn full">${t.writeButton}</button></div></form></section>`
}

function offPart({ lang, community }: Visit, turn: TurnShown, mend: Mend): Html {
  const t = turnPageText(lang)
  return html`<details class="gap"${mend.problems.length > 0 && html` open`}><summary>${t.callOff}</summary><form class="card" method="post" action="/${community.slug}/duty/turns/${turn.id}/off">${errs(lang, mend)}${requestKey(mend)}${
    field(lang, callOffTurnInput, 'after', mend)}<div class="field"><button class="btn full b-line">${t.callOff}</button></div></form></details>`
}
