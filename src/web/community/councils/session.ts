// One session, for the phone in the hall and at home: when, who, what about, who speaks, what is asked; above it the convener's desk.
import {
  agendaOf, answerInvitation, answerSession, askSession, askToSpeak, cancelSession, dropTopic, endSession, finishMinutes, finishSessionTask, giveFloor, hallOf, mayNotAtSession, openSession,
  raisePoint, standOf, tickSeat, writePoint, type SessionShown,
} from '#modules/councils/public.ts'
import { councilText, kindText } from '#text/councils.ts'
import { sessionText } from '#text/council-session.ts'
import { minutesText } from '#text/council-minutes.ts'
import { framed } from '#web/frame.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note, toast } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import { typed, type Page, type Sent, type Visit } from '#web/visit.ts'
import { doing, sessionHere, taking, tap, type Mends } from './around.ts'
import { agendaPart } from './agenda-part.ts'
import { floorPart } from './floor.ts'
import { pointsPart } from './points.ts'
import { questionsPart } from './questions.ts'
import { attendancePart, ownSeats } from './seats.ts'

/** GET /:community/sessions/:id */
export const page: Page = visit => shown(visit, {})

const of = ({ form }: Sent, ...names: string[]) => Object.fromEntries(names.map(name => [name, typed(form, name)]))

/** POST /:community/sessions/:id: whatever is done with one tap or one line. */
export const submit = taking({
  open: (sent, id) => sent.act(openSession, { id }),
  end: (sent, id) => sent.act(endSession, { id }),
  seal: (sent, id) => sent.act(finishMinutes, { id }),
  cancel: (sent, id) => sent.act(cancelSession, { id, ...of(sent, 'reason') }),
  answer: (sent, id) => sent.act(answerInvitation, { id, ...of(sent, 'seat', 'answer', 'standIn') }),
  tick: (sent, id) => sent.act(tickSeat, { id, ...of(sent, 'seat'), came: typed(sent.form, 'came') === 'true' }),
  speak: (sent, id) => sent.act(askToSpeak, { id, list: 'floor' }),
  stage: (sent, id) => sent.act(askToSpeak, { id, list: 'stage', ...of(sent, 'about') }),
  floor: (sent, id) => sent.act(giveFloor, { id, ...of(sent, 'speaker', 'how') }),
  ask: (sent, id) => sent.act(askSession, { id, ...of(sent, 'text') }),
  answerQuestion: (sent, id) => sent.act(answerSession, { id, ...of(sent, 'question', 'how', 'answer') }),
  dropTopic: (sent, id) => sent.act(dropTopic, { id, ...of(sent, 'topic') }),
  finishTask: (sent, id) => sent.act(finishSessionTask, { id, ...of(sent, 'task'), done: typed(sent.form, 'done') === 'true' }),
  writePoint: (sent, id) => sent.act(writePoint, { id, ...of(sent, 'text', 'place'), person: typed(sent.form, 'person').replace(/^p/u, '') }),
  raisePoint: (sent, id) => sent.act(raisePoint, { id, ...of(sent, 'point') }),
}, (visit, mends) => shown(visit, mends), (sent, id) => `/${sent.community.slug}/sessions/${id}?done=${typed(sent.form, 'do') === 'ask' ? 'ask' : '1'}`)

async function shown(visit: Visit, mends: Mends): Promise<Html> {
  const { lang, db, actor, community, url } = visit
  const t = sessionText(lang)
  const { session, at } = await sessionHere(visit)
  const [topics, hall] = [await agendaOf(db, session.id), await hallOf(db, actor, session)]
  const done = url.searchParams.get('done')
  return framed(visit, {
    title: session.title, narrow: true, back: `/${community.slug}/councils/${session.council_id}`, live: `sessions/${session.id}`,
    ...session.kind !== 'mediation' && { qr: `${visit.publicUrl}${at}` },
  }, html`${done && toast(done === 'ask' ? t.asked : councilText(lang).saved)}${heading(visit, session)}
${ownSeats(visit, session, hall, at, mends)}${hall.keeper ? desk(visit, session, at) : nothing}
${session.kind === 'listening' ? await pointsPart(visit, session, hall, at, mends) : nothing}
${agendaPart(visit, session, topics, hall, at)}${attendancePart(visit, session, hall, at)}
${floorPart(visit, session, hall, at, mends)}${questionsPart(visit, session, hall, at, mends)}
${session.kind === 'listening' ? nothing : await pointsPart(visit, session, hall, at, mends)}`)
}

function heading({ lang, community }: Visit, session: SessionShown): Html {
  const t = sessionText(lang)
  const stand = standOf(session)
  return html`<p class="dim sm">${t.nth(session.council_name, session.number)}</p>
<p><b class="num">${dayAndTime(lang, session.begins_at, community.time_zone)}</b> ${dotted(session.place, session.room)}</p>
<p class="row wrap"><span class="badge${stand === 'open' && ' brick'}">${t[`is_${stand}`]}</span><span class="badge">${kindText(lang)[session.kind]}</span><span class="sm dim">${
  dotted(t.runBy(session.convener), session.keeper && t.keptBy(session.keeper))}</span></p>
${session.cancel_reason === null ? nothing : note('alarm', 'close', t.cancelledWhy(session.cancel_reason))}${session.kind === 'mediation' ? note('', 'lock', t.notPublic) : nothing}
${session.sealed_at ? html`<p class="no-print"><a class="btn b-sea full" href="/${community.slug}/sessions/${session.id}/minutes">${icon('ledger')}${minutesText(lang).title}</a></p>` : nothing}`
}

// What runs a session, at one glance; what cannot be done now is not in the way.
function desk({ lang, actor }: Visit, session: SessionShown, at: string): Html {
  const t = sessionText(lang)
  const may = mayNotAtSession
  const link = (to: string, words: string) => html`<a class="btn b-line sm" href="${at}/${to}">${words}</a>`
  const stand = standOf(session)
  if (stand === 'sealed' || stand === 'cancelled') return nothing
  return html`<section class="card no-print">${head(t.desk)}
${may.open(actor, session) === null && tap(at, 'open', t.openIt, { look: 'full' })}${may.lead(actor, session) === null && tap(at, 'end', t.endIt, { look: 'full b-line' })}
${may.seal(actor, session) === null && html`${tap(at, 'seal', t.sealIt, { look: 'full' })}<p class="hint">${t.sealHint}</p>`}
<p class="row wrap gap">${may.keep(actor, session) === null && link('keep', t.keep)}${may.invite(actor, session) === null && html`${link('agenda', t.addTopic)}${link('invite', t.invite)}`}${
  stand === 'ended' ? nothing : link('door', t.doorCode)}${may.prepare(actor, session) === null && link('edit', t.moveIt)}</p>
${may.prepare(actor, session) === null && html`<details><summary>${t.cancelIt}</summary><form method="post" action="${at}">${doing('cancel')}<div class="field"><label for="f-reason">${
  t.cancelReason}</label><input type="text" id="f-reason" name="reason" maxlength="200" required></div><div class="field"><button class="btn full b-line">${t.cancelIt}</button></div></form></details>`}</section>`
}
