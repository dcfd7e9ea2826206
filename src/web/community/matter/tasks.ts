// The tasks of a matter: who does what by when; checklists; what is done and what is not.
import { addChecklist, addTask, addTaskInput, finishTask, mayNot, mayNotFinish, type Extras } from '#modules/matters/public.ts'
import { matterPageText } from '#text/pages.ts'
import { tasksText } from '#text/work-more.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head } from '#web/parts/list.ts'
import { day } from '#web/parts/time.ts'
import { EMPTY, typed, type Mend, type Page, type Visit } from '#web/visit.ts'
import { whoThereIs, whom } from './hand-on.ts'
import { around, formOrWhy, mendOf, partPage, taking, type Around, type Part, type Shown } from './part-page.ts'

type Task = Extras['tasks'][number]

/** The tasks as the matter's page shows them. */
export function tasksPart(visit: Visit, matter: Shown, extras: Extras): Html {
  const { lang, community } = visit
  const t = tasksText(lang)
  if (extras.tasks.length === 0) return nothing
  return html`<section>${head(t.title, html`<a class="sm push" href="/${community.slug}/matters/${matter.id}/tasks">${counted(visit, extras)}</a>`)}
<ul class="card flush list">${extras.tasks.map(task => html`<li>${row(visit, matter, task)}</li>`)}</ul></section>`
}

/** GET /:community/matters/:id/tasks */
export const page: Page = visit => shown(visit, {})

const shown: Part = async (visit, mends) => {
  const { lang } = visit
  const t = tasksText(lang)
  const here = await around(visit)
  const { matter, extras: { tasks } } = here
  return partPage(visit, here, t.title, html`${tasks.length === 0 ? empty(t.none) : html`<p class="dim sm">${counted(visit, here.extras)}</p>
<ul class="card flush list gap">${tasks.map(task => html`<li>${row(visit, matter, task)}${finish(visit, here, task)}</li>`)}</ul>`}
${await addForm(visit, here, mendOf(mends, 'add'))}${checklistForm(visit, here, mendOf(mends, 'checklist'))}`)
}

/** POST /:community/matters/:id/tasks */
export const add = taking('tasks', shown, 'add', (sent, id) =>
  sent.act(addTask, { id, title: typed(sent.form, 'title'), due: typed(sent.form, 'due'), ...whom(typed(sent.form, 'to')) }))

/** POST /:community/matters/:id/tasks/finish */
export const finished = taking('tasks', shown, 'finish', (sent, id) =>
  sent.act(finishTask, { id, task: typed(sent.form, 'task'), done: typed(sent.form, 'done') === 'true' }))

/** POST /:community/matters/:id/tasks/checklist */
export const checklist = taking('tasks', shown, 'checklist', (sent, id) => sent.act(addChecklist, { id, checklist: typed(sent.form, 'checklist') }))

function counted({ lang }: Visit, { tasks }: Extras): string {
  return tasksText(lang).doneOf(tasks.filter(task => task.done).length, tasks.length)
}

function row({ lang }: Visit, matter: Shown, task: Task): Html {
  const t = tasksText(lang)
  // A checklist speaks both languages; what a person wrote speaks his.
  const title = (task.checklist && matter.rules.method.checklists[task.checklist]?.items[task.position]?.[lang]) ?? task.title
  return html`${icon(task.done ? 'check' : 'clock')}<span class="grow"><b class="row-title">${title}</b><span class="row-meta">${
    dotted(task.done && t.finished, task.owner, task.organisation, task.due_on && t.dueBy(day(lang, task.due_on)))}</span></span>`
}

function finish({ lang, actor }: Visit, { matter, at }: Around, task: Task): Html {
  const t = tasksText(lang)
  if (mayNotFinish(actor, matter.rules, task.mine)) return nothing
  return html`<form class="no-print" method="post" action="${at}/tasks/finish">${requestKey(EMPTY)}<input type="hidden" name="task" value="${task.id}"><input type="hidden" name="done" value="${
    task.done ? '' : 'true'}"><button class="btn b-line sm" aria-label="${task.done ? t.reopen : t.finish}: ${task.title}">${task.done ? t.reopen : t.finish}</button></form>`
}

function addForm(visit: Visit, { matter, at }: Around, mend: Mend): Promise<Html> {
  const { lang, actor } = visit
  const t = tasksText(lang)
  const wrong = mend.problems.find(problem => problem.field === 'organisation' || problem.field === 'person')?.reason
  return formOrWhy(lang, t.add, mayNot.handle(actor, matter.rules), async () => html`<form class="card" method="post" action="${at}/tasks">${errs(lang, mend)}${requestKey(mend)}${field(lang, addTaskInput, 'title', mend)}${
    choose(lang, 'to', t.owner, await whoThereIs(visit, matter.rules.place), String(mend.values['to'] ?? ''), wrong, t.anybody)}${field(lang, addTaskInput, 'due', mend)}
<div class="field"><button class="btn full">${matterPageText(lang).send}</button></div></form>`)
}

function checklistForm({ lang, actor }: Visit, { matter, extras, at }: Around, mend: Mend): Html {
  const t = tasksText(lang)
  const there = new Set(extras.tasks.map(task => task.checklist))
  const lists = Object.entries(matter.rules.method.checklists).filter(([key]) => !there.has(key)).map(([value, list]) => ({ value, words: list.name[lang] }))
  if (lists.length === 0 || mayNot.handle(actor, matter.rules)) return nothing
  return html`<section class="no-print">${head(t.checklist)}<form class="card" method="post" action="${at}/tasks/checklist">${errs(lang, mend)}${requestKey(mend)}${
    choose(lang, 'checklist', t.whichList, lists, String(mend.values['checklist'] ?? ''), mend.problems[0]?.reason)}
<div class="field"><button class="btn full b-line">${t.summaryChecklist}</button></div></form></section>`
}
