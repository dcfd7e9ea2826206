// 等您办的: the queue of whoever holds a post, and what is done to several matters at once.
import { Invalid } from '#kit/errors.ts'
import { invalid } from '#kit/check.ts'
import { calendarOf } from '#modules/clocks/public.ts'
import { filterIn, queueChoices, queueOf, titleOf } from '#modules/matters/public.ts'
import { bulkText, queueText } from '#text/queue.ts'
import { framed, idFrom } from '#web/frame.ts'
import { requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { empty } from '#web/parts/list.ts'
import { EMPTY, shownOnce, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { actIn, doToEach, type BulkName, type Outcome } from './acts.ts'
import { acts, told } from './bulk.ts'
import { keeping, kept, narrow, parts, queueAt } from './choices.ts'
import { keys } from './keys.ts'
import { table } from './table.ts'
import { dayEnds } from './time.ts'

/** What the page tells of a form that was just sent. */
interface After {
  mend: Mend
  ticked: readonly string[]
  done?: { name: BulkName, outcomes: readonly Outcome[] }
}

/** GET /:community/queue?tab&step&track&category&estate&building&place&words&after */
export const page: Page = visit => shown(visit, { mend: EMPTY, ticked: [] })

/** POST /:community/queue: the same acts as on a matter's own page, one after another. */
export const submit: Submit = async sent => {
  const { fields } = sent.form
  const ticked = [fields['matter'] ?? []].flat()
  try {
    const name = actIn(sent.form)
    const ids = [...new Set(ticked)].map(idFrom).filter(id => id !== undefined)
    if (!name) throw invalid([{ field: 'act', reason: lang => bulkText(lang).pickAct }])
    if (ids.length === 0) throw invalid([{ field: 'matter', reason: lang => bulkText(lang).pickSome }])
    const outcomes = await doToEach(sent, name, ids)
    const refused = outcomes.filter(({ problem }) => problem !== null).map(({ id }) => String(id))
    // What was typed stays for what was refused; another try is another form.
    const { requestKey: _sent, ...typed } = fields
    const mend = refused.length > 0 ? { values: typed, problems: [] } : EMPTY
    const after = await sent.show(visit => shown(visit, { mend, ticked: refused, done: { name, outcomes } }))
    return after instanceof Response || refused.length === outcomes.length ? after : await shownOnce(after)
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { mend: { values: fields, problems: problem.problems }, ticked }))
  }
}

/** The page, after a form where one was sent. */
export async function shown(visit: Visit, { mend, ticked, done }: After): Promise<Html> {
  const { lang, db, actor, url, now } = visit
  const t = queueText(lang)
  if (actor.posts.length === 0) return framed(visit, { title: t.title, current: 'home', narrow: true, back: `/${visit.community.slug}` }, empty(t.noPost))
  const filter = filterIn(url.searchParams)
  const after = url.searchParams.get('after') ?? undefined
  const queue = await queueOf(db, actor, filter, { now, dayEnds: dayEnds(visit), ...after !== undefined && { after } })
  const choices = await queueChoices(db, actor, filter.estate)
  const calendar = await calendarOf(db)
  const titles = new Map(queue.rows.map(row => [row.id, row.title ?? titleOf(row.text)]))
  const onlyName = mend.problems.every(({ field }) => field === 'name')
  return framed(visit, { title: t.title, current: 'home', wide: true, desk: true, back: `/${visit.community.slug}`, islands: ['queue'], ...!done && { live: 'matters/' } },
    html`<p class="dim sm">${t.lead}</p>
${done ? told(visit, done.name, done.outcomes, titles) : nothing}
${parts(visit, filter, queue.counts)}${kept(visit, filter, choices)}${narrow(visit, filter, choices)}
<form method="post" action="${queueAt(visit, filter, after === undefined ? {} : { after })}" data-queue>${requestKey(mend)}${queue.rows.length > 5 && html`<p class="gap only-phone no-print"><a class="btn b-line sm" href="#together">${bulkText(lang).title}</a></p>`}<div class="cols gap"><div>${
      queue.rows.length === 0 ? empty(t.none) : table(visit, queue.rows, calendar, new Set(ticked))}
<p class="row wrap gap no-print">${after !== undefined && html`<a class="btn b-line" href="${queueAt(visit, filter)}">${t.first}</a>`}${
      queue.next && html`<a class="btn b-line" href="${queueAt(visit, filter, { after: queue.next })}">${t.more}</a>`}</p></div><div>${
      queue.rows.length === 0 ? nothing : acts(visit, choices, onlyName ? { ...mend, problems: [] } : mend)}</div></div></form>
${keeping(visit, filter, choices, onlyName ? mend : EMPTY)}${keys(lang)}`)
}
