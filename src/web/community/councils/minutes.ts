// 会议纪要: the sealed text for everybody, signatures, and what was added; on paper it prints as a document.
import { NotFound } from '#kit/errors.ts'
import { listed } from '#kit/phrase.ts'
import { addAddendum, addAddendumInput, hallOf, isOwnSeat, mayNotAtSession, mayNotSign, minutesOf, signMinutes, type Minutes, type Present, type SessionShown } from '#modules/councils/public.ts'
import { kindText, partyText } from '#text/councils.ts'
import { minutesText } from '#text/council-minutes.ts'
import { sessionText } from '#text/council-session.ts'
import { errs, field } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { day, dayAndTime, dayAt } from '#web/parts/time.ts'
import { EMPTY, typed, type Page, type Visit } from '#web/visit.ts'
import { doing, inLines, partPage, sessionHere, taking, tap, type Mends } from './around.ts'

/** GET /:community/sessions/:id/minutes */
export const page: Page = visit => shown(visit, {})

/** POST /:community/sessions/:id/minutes */
export const submit = taking({
  sign: (sent, id) => sent.act(signMinutes, { id, seat: typed(sent.form, 'seat'), hash: typed(sent.form, 'hash') }),
  paper: (sent, id) => sent.act(signMinutes, { id, seat: typed(sent.form, 'seat'), hash: typed(sent.form, 'hash'), paper: true }),
  add: (sent, id) => sent.act(addAddendum, { id, text: typed(sent.form, 'text') }),
}, (visit, mends) => shown(visit, mends), (sent, id) => `/${sent.community.slug}/sessions/${id}/minutes?done=1`)

/** The minutes as the actor may read them: with everybody's name for those at the table. Throws NotFound while they are not sealed. */
export async function minutesHere(visit: Visit) {
  const here = await sessionHere(visit)
  const hall = await hallOf(visit.db, visit.actor, here.session)
  const minutes = await minutesOf(visit.db, here.session.id, hall.inside)
  if (!minutes) throw new NotFound(lang => minutesText(lang).notYet)
  return { ...here, hall, minutes }
}

async function shown(visit: Visit, mends: Mends): Promise<Html> {
  const { lang, actor, community } = visit
  const t = minutesText(lang)
  const { session, at, hall, minutes } = await minutesHere(visit)
  const { content } = minutes
  const mend = mends['add'] ?? EMPTY
  return partPage(visit, { session, at }, t.title, html`<h2>${t.heading(content.council, content.session)}</h2>
<table class="tbl"><tbody>${facts(visit, minutes).map(([name, words]) => html`<tr><th scope="row" class="keep">${name}</th><td>${words}</td></tr>`)}</tbody></table>
<p class="gap no-print"><a class="btn b-line" href="${at}/minutes.docx">${icon('ledger')}${t.word}</a></p>
${content.topics.map((topic, i) => html`<section><h3>${i + 1}. ${titleOf(visit, topic)}</h3>${topic.matters.length > 0 && html`<p class="row wrap">${topic.matters.map(id =>
    html`<a class="rest" href="/${community.slug}/matters/${id}">${sessionText(lang).aboutMatter(id)}</a>`)}</p>`}${topic.text && html`<h4>${t.said}</h4><p>${inLines(topic.text)}</p>`}${
    topic.decision && html`<h4>${t.decision}</h4><p>${inLines(topic.decision)}</p>`}${topic.tasks.length > 0 && html`<table class="tbl"><thead><tr><th>${t.what}</th><th>${t.who}</th><th>${t.due}</th></tr></thead><tbody>${
    topic.tasks.map(task => html`<tr><td>${task.title}</td><td>${task.organisation ?? minutes.owners.get(task.task) ?? t.erased}</td><td>${task.due && day(lang, task.due)}</td></tr>`)}</tbody></table>`}</section>`)}
${content.points > 0 && html`<p>${sessionText(lang).points} <a href="${at}">${content.points}</a></p>`}
${signatures(visit, session, hall.seats, minutes, at)}
${minutes.addenda.length > 0 && html`<section>${head(t.addenda)}${minutes.addenda.map(one => html`<article class="card"><p>${inLines(one.text)}</p><p class="dim sm">${dayAt(lang, one.at, community.time_zone)}</p></article>`)}</section>`}
${mayNotAtSession.add(actor, session) === null && html`<details class="card no-print"${mends['add'] && html` open`}><summary>${t.add}</summary><form method="post" action="${at}/minutes">${errs(lang, mend)}${doing('add', mend)}${
    field(lang, addAddendumInput, 'text', mend)}<div class="field"><button class="btn full b-line">${t.add}</button></div></form></details>`}
${note(minutes.intact ? '' : 'alarm', minutes.intact ? 'check' : 'warn', html`${minutes.intact ? t.intact : t.broken}<br><small>${t.hash} <code>${minutes.hash}</code></small>`)}`)
}

/** Number, time, place, who was there: as pairs, for the page and for the document. */
export function facts({ lang, community }: Visit, { content, sealedAt }: Minutes): [name: string, words: string][] {
  const t = minutesText(lang)
  const zone = community.time_zone
  const time = (text: string) => text && dayAndTime(lang, Temporal.Instant.from(text), zone)
  return [
    [t.number, content.number], [t.subject, content.title], [t.kind, kindText(lang)[content.kind]],
    [t.time, [time(content.opened) || time(content.begins), time(content.ended)].filter(Boolean).join(' – ')], [t.place, content.where],
    [t.present, content.attendance.map(one => `${partyText(lang)[one.party]} ${one.came + one.besides}/${one.invited}`).join(lang === 'zh' ? '，' : ', ')],
    [t.quorum, content.quorate ? sessionText(lang).quorate : sessionText(lang).notQuorate],
    [t.inHall, t.hall(content.speakers.floor, content.speakers.stage, content.speakers.minutes, content.questions.asked)],
    [t.sealed, dayAt(lang, sealedAt, zone)],
  ]
}

/** The heading of a topic; the numbers of its matters where they are not public any more. */
export function titleOf({ lang }: Visit, { title, matters }: Minutes['content']['topics'][number]): string {
  return title || sessionText(lang).shielded(listed(lang, matters.map(String)))
}

/** How somebody signed, in words. */
export function signed({ lang, community }: Visit, { signed: how }: Present): string {
  const t = minutesText(lang)
  if (!how) return ''
  const on = dayAt(lang, how.at, community.time_zone)
  return how.onPaper ? t.signedPaper(on) : t.signedOn(on)
}

type Seats = Awaited<ReturnType<typeof hallOf>>['seats']

function signatures(visit: Visit, session: SessionShown, seats: Seats, minutes: Minutes, at: string): Html {
  const { lang, actor } = visit
  const t = minutesText(lang)
  const button = (one: Present) => {
    const row = seats.find(seat => seat.id === one.seat)
    if (!row || one.signed) return nothing
    const seat = { ...row, came_at: session.opened_at, signed_at: null }
    const more = { seat: one.seat, hash: minutes.hash }
    if (isOwnSeat(actor, row) && mayNotSign(actor, session, seat, false) === null) return tap(`${at}/minutes`, 'sign', t.sign, { look: 'full', more })
    return mayNotSign(actor, session, seat, true) === null ? tap(`${at}/minutes`, 'paper', t.paper, { more, label: one.name ?? '' }) : nothing
  }
  return html`<section>${head(t.signature)}<ul class="card flush list">${minutes.present.map(one => html`<li><span class="grow"><b class="row-title">${
    dotted(one.organisation, one.name ?? (one.organisation ? '' : t.erased))}</b><span class="row-meta">${dotted(partyText(lang)[one.party], signed(visit, one) || t.notSigned)}</span>${button(one)}</span></li>`)}</ul></section>`
}
