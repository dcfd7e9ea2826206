// 记纪要: the keeper's page, topic by topic. What was typed is never lost: it comes back when somebody else was faster, and waits on this device.
import { Refused } from '#kit/errors.ts'
import { addSessionTask, addSessionTaskInput, agendaOf, keepMinutes, keepMinutesInput, mayNotAtSession, type SessionShown, type Topic } from '#modules/councils/public.ts'
import { sessionText } from '#text/council-session.ts'
import { idFrom, numberIn } from '#web/frame.ts'
import { errs, field } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head } from '#web/parts/list.ts'
import { day, said } from '#web/parts/time.ts'
import { EMPTY, typed, type Mend, type Page, type Visit } from '#web/visit.ts'
import { whom } from '../matter/hand-on.ts'
import { topicTitle } from './agenda-part.ts'
import { doing, inLines, partPage, sessionHere, taking, type Mends } from './around.ts'
import { whoField } from './who.ts'

/** GET /:community/sessions/:id/keep?topic= */
export const page: Page = visit => shown(visit, {})

/** POST /:community/sessions/:id/keep */
export const submit = taking({
  keep: ({ act, form }, id) => act(keepMinutes, { id, topic: typed(form, 'topic'), version: typed(form, 'version'), text: typed(form, 'text'), decision: typed(form, 'decision') }),
  addTask: ({ act, form }, id) => act(addSessionTask, { id, topic: typed(form, 'topic'), title: typed(form, 'title'), due: typed(form, 'due'), ...whom(typed(form, 'to')) }),
}, (visit, mends) => shown(visit, mends), (sent, id) => `/${sent.community.slug}/sessions/${id}/keep?topic=${idFrom(typed(sent.form, 'topic')) ?? ''}&done=1`)

async function shown(visit: Visit, mends: Mends): Promise<Html> {
  const { lang, db, actor, url } = visit
  const t = sessionText(lang)
  const here = await sessionHere(visit)
  const reason = mayNotAtSession.keep(actor, here.session)
  if (reason) throw new Refused(reason)
  const topics = await agendaOf(db, here.session.id)
  const [sent] = Object.values(mends)
  const asked = idFrom(String(sent?.values['topic'] ?? '')) ?? numberIn(url, 'topic')
  const topic = topics.find(one => one.id === asked) ?? topics[0]
  const choices = html`<div class="scroll-x no-print"><nav class="filters" aria-label="${t.agenda}">${topics.map((one, i) =>
    html`<a href="${here.at}/keep?topic=${one.id}"${one === topic && html` aria-current="true"`}>${i + 1}. ${topicTitle(visit, here.session, one)}</a>`)}</nav></div>`
  return partPage(visit, here, t.keep, topic ? html`${choices}${writing(visit, here.session, topic, here.at, mends['keep'])}${await tasks(visit, topic, here.at, mends['addTask'])}` : empty(t.noTopics))
}

function writing(visit: Visit, session: SessionShown, topic: Topic, at: string, sent: Mend | undefined): Html {
  const { lang, community, now } = visit
  const t = sessionText(lang)
  const { minute } = topic
  const version = minute?.version ?? 0
  // Somebody saved meanwhile: what he wrote stands above, what was typed stays, and saves as the version after his.
  const overtaken = sent !== undefined && minute !== null && String(sent.values['version']) !== String(version)
  const values = sent ? { ...sent.values, version: String(version), requestKey: undefined } : { text: minute?.text ?? '', decision: minute?.decision ?? '', version: String(version) }
  const mend: Mend = { values, problems: sent?.problems ?? [] }
  return html`<section>${head(topicTitle(visit, session, topic))}${overtaken && minute ? html`<section class="card"><h3>${t.theirs}</h3><p>${inLines(minute.text)}</p>${
    minute.decision && html`<p><b>${t.decided}</b> ${minute.decision}</p>`}</section>` : nothing}
<form class="card" method="post" action="${at}/keep">${errs(lang, mend)}${doing('keep', mend)}<input type="hidden" name="topic" value="${topic.id}">${
    field(lang, keepMinutesInput, 'version', mend)}${field(lang, keepMinutesInput, 'text', mend)}${field(lang, keepMinutesInput, 'decision', mend)}
<div class="field"><button class="btn full">${t.save}</button></div>${minute && html`<p class="dim sm">${t.savedAt(minute.writer, said(lang, minute.written_at, now, community.time_zone))}</p>`}</form></section>`
}

async function tasks(visit: Visit, topic: Topic, at: string, sent: Mend | undefined): Promise<Html> {
  const { lang } = visit
  const t = sessionText(lang)
  const mend = sent ?? EMPTY
  return html`<section>${head(t.tasks)}${topic.tasks.length > 0 && html`<ul class="card flush list">${topic.tasks.map(task => html`<li><span class="grow"><b class="row-title">${task.title}</b><span class="row-meta">${
    dotted(task.owner, task.organisation, task.due_on && t.dueBy(day(lang, task.due_on)))}</span></span></li>`)}</ul>`}
<form class="card" method="post" action="${at}/keep">${errs(lang, mend)}${doing('addTask', mend)}<input type="hidden" name="topic" value="${topic.id}">${field(lang, addSessionTaskInput, 'title', mend)}${
    await whoField(visit, mend)}${field(lang, addSessionTaskInput, 'due', mend)}<div class="field"><button class="btn full b-line">${t.addTask}</button></div></form></section>`
}
