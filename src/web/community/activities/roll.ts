// One line of the roll: a helper, whether he came, how long it was, and the buttons for somebody without a phone.
import { confirmTimeInput, mayNotArrive, mayNotGo, mayNotRecord, servedBy, type ActivityShown, type helpersOf } from '#modules/activities/public.ts'
import { activityPageText, activityRunText } from '#text/activities-pages.ts'
import { errs, field } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { EMPTY, type Visit } from '#web/visit.ts'
import { deedForm, mendOf, timeOfDay, type Sent } from './around.ts'

type Helping = Awaited<ReturnType<typeof helpersOf>>[number]

/** The line of one helper. */
export function rowOf(visit: Visit, activity: ActivityShown, one: Helping, sent: Sent): Html {
  const { actor, now } = visit
  const open = mayNotRecord(actor, activity) === null
  return html`<li><span class="grow"><b class="row-title">${one.name}</b><span class="row-meta">${stateOf(visit, one)}</span>${
    open && one.arrived_at !== null ? correcting(visit, activity, one, sent) : nothing}</span>${
    open && mayNotArrive(actor, activity, one, now) === null ? mark(visit, activity, one, 'came') : nothing}${
    open && mayNotGo(actor, activity, one) === null ? mark(visit, activity, one, 'left') : nothing}</li>`
}

function stateOf({ lang, now, community: { time_zone: zone } }: Visit, one: Helping): Html {
  const [t, p] = [activityRunText(lang), activityPageText(lang)]
  if (one.waiting) return html`${t.waits}`
  if (one.arrived_at === null) return html`${Temporal.Instant.compare(now, one.until_at) >= 0 ? t.absent : ''}`
  const served = servedBy(one)
  return dotted(p.came(timeOfDay(one.arrived_at, zone)), one.gone_at && p.left(timeOfDay(one.gone_at, zone)), one.marked_by && t.markedBy(one.marked_by),
    served ? t.served(served.minutes) : Temporal.Instant.compare(now, one.until_at) >= 0 && t.noEnd)
}

function mark(visit: Visit, activity: ActivityShown, one: Helping, what: 'came' | 'left'): Html {
  const fields = { post: one.post_id, person: one.person_id, what }
  return deedForm(visit, activity, 'markPresence', fields, html`<button class="btn b-line sm">${activityRunText(visit.lang)[what]}</button>`, 'no-print')
}

function correcting(visit: Visit, activity: ActivityShown, one: Helping, sent: Sent): Html {
  const { lang } = visit
  const t = activityRunText(lang)
  const fields = { post: one.post_id, person: one.person_id }
  const mend = mendOf(sent, 'confirmTime', fields)
  return html`<details class="no-print"${mend !== EMPTY && html` open`}><summary class="sm">${t.correct}</summary>${deedForm(visit, activity, 'confirmTime', fields,
    html`${errs(lang, mend)}${field(lang, confirmTimeInput, 'minutes', mend)}<div class="field"><button class="btn b-line sm">${t.set}</button></div>`)}</details>`
}
