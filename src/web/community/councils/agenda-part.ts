// The agenda on the page of a session: topics with their matters, what was decided, and who does what.
import { isOwnSeat, mayNotAtSession, standOf, type Hall, type SessionShown, type Topic } from '#modules/councils/public.ts'
import { maskedName } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head } from '#web/parts/list.ts'
import { day } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'
import { inLines, tap } from './around.ts'

/** All of it. Drafts of minutes are for those at the table until they are sealed. */
export function agendaPart(visit: Visit, session: SessionShown, topics: readonly Topic[], hall: Hall, at: string): Html {
  const { lang } = visit
  const t = sessionText(lang)
  if (topics.length === 0 && session.kind === 'listening') return nothing
  return html`<section>${head(t.agenda)}${topics.length === 0 ? empty(t.noTopics) : html`<ol class="plain">${topics.map((topic, i) => html`<li class="card" id="t${topic.id}"><h3>${i + 1}. ${
    topicTitle(visit, session, topic)}</h3>${matters(visit, topic)}${written(visit, topic, hall)}${tasks(visit, topic, hall, at)}${tools(visit, session, topic, at)}</li>`)}</ol>`}</section>`
}

/** The heading of a topic; its number alone where one of its matters is not public any more. */
export function topicTitle({ lang }: Visit, session: SessionShown, topic: Topic): string {
  return topic.shielded && session.kind !== 'mediation' ? sessionText(lang).shielded(topic.matters.map(one => one.id).join(lang === 'zh' ? '、' : ', ')) : topic.title
}

function matters({ lang, community }: Visit, topic: Topic): Html {
  const t = sessionText(lang)
  return topic.matters.length === 0 ? nothing : html`<p class="row wrap">${topic.matters.map(({ id }) => html`<a class="rest" href="/${community.slug}/matters/${id}">${t.aboutMatter(id)}</a>`)}</p>`
}

function written({ lang }: Visit, { minute }: Topic, hall: Hall): Html {
  if (!minute || !hall.inside) return nothing
  return html`${minute.text && html`<p>${inLines(minute.text)}</p>`}${minute.decision && html`<p class="note">${icon('check')}<span><b>${sessionText(lang).decided}</b> ${inLines(minute.decision)}</span></p>`}`
}

function tasks({ lang, actor, community }: Visit, topic: Topic, hall: Hall, at: string): Html {
  const t = sessionText(lang)
  if (topic.tasks.length === 0) return nothing
  const owner = (one: Topic['tasks'][number]) => one.organisation ?? (one.owner && !hall.inside ? maskedName(one.owner) : one.owner)
  return html`<ul class="list">${topic.tasks.map(task => html`<li>${icon(task.done ? 'check' : 'clock')}<span class="grow"><b class="row-title">${task.title}</b><span class="row-meta">${
    dotted(owner(task), task.due_on && t.dueBy(day(lang, task.due_on)), task.done && t.done)}</span></span>${task.matter_id !== null
    ? html`<a class="rest no-print" href="/${community.slug}/matters/${task.matter_id}/tasks">${t.aboutMatter(task.matter_id)}</a>`
    : hall.keeper || isOwnSeat(actor, task) ? tap(at, 'finishTask', task.done ? t.notDone : t.done, { more: { task: task.id, done: task.done ? '' : 'true' }, label: task.title }) : nothing}</li>`)}</ul>`
}

function tools({ lang, actor }: Visit, session: SessionShown, topic: Topic, at: string): Html {
  const t = sessionText(lang)
  if (mayNotAtSession.keep(actor, session) === null) return html`<p class="no-print"><a class="btn b-line sm" href="${at}/keep?topic=${topic.id}">${t.keep}</a></p>`
  const may = standOf(session) === 'called' && mayNotAtSession.invite(actor, session) === null && !topic.minute && topic.tasks.length === 0
  return may ? tap(at, 'dropTopic', t.drop, { more: { topic: topic.id }, label: topic.title }) : nothing
}
