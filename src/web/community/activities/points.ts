// 巡查清单: estate by estate one tap for each thing that is all right, a photo and a word for each that is not.
import { Invalid, NotFound } from '#kit/errors.ts'
import { activityById, checkPoint, checkPointInput, isHazard, mayNotCheckPoints, mayNotRun, patrolPoints } from '#modules/activities/public.ts'
import { activitiesText } from '#text/activities.ts'
import { patrolPageText } from '#text/activities-pages.ts'
import { findingText, hazardHintText, hazardText } from '#text/activities-patrol.ts'
import { idIn } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { keepPhotos, photoField } from '#web/parts/photos.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { activityFrame, addressOf, timeOfDay } from './around.ts'

type Point = Awaited<ReturnType<typeof patrolPoints>>[number]

/** GET /:community/activities/:id/points: for the patrol, and for whoever runs it. */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/activities/:id/points */
export const send: Submit = async sent => {
  const kept = await keepPhotos(sent)
  const again = (mend: Pick<Mend, 'problems'>) => sent.show(visit => shown(visit, { values: { ...sent.form.fields, photos: kept.tokens }, ...mend }))
  if (kept.problems.length > 0) return again(kept)
  const [id, point] = [idIn(sent), typed(sent.form, 'point')]
  try {
    await sent.act(checkPoint, { id, point, finding: typed(sent.form, 'finding'), note: typed(sent.form, 'note'), photos: kept.tokens })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return again(problem)
  }
  return goTo(`${addressOf(sent, id)}/points?done=point#point-${point}`)
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor } = visit
  const t = patrolPageText(lang)
  const activity = await activityById(db, actor, idIn(visit))
  const placed = activity.posts.some(post => post.own && !post.own_waits)
  if (activity.kind !== 'patrol' || !(placed || mayNotRun(actor, activity) === null)) throw new NotFound(say => activitiesText(say).notHere)
  const points = await patrolPoints(db, activity.id)
  const refusal = mayNotCheckPoints(actor, activity, activity.posts.some(post => post.own_arrived !== null && post.own_gone === null))
  const places = [...new Set(points.map(point => point.where))]
  return activityFrame(visit, activity, { title: t.title, back: addressOf(visit, activity.id), islands: ['photos'] }, html`<p>${t.lead}</p>
<p class="gap"><b>${t.progress(points.filter(point => point.finding !== null).length, points.length)}</b></p>${refusal && note('sun', 'lock', refusal(lang))}
${places.map(where => html`<section>${head(where)}<div class="stack">${points.filter(point => point.where === where)
    .map(point => pointCard(visit, activity.id, point, { open: refusal === null, mend: mend.values['point'] === String(point.id) ? mend : EMPTY }))}</div></section>`)}`)
}

function pointCard(visit: Visit, activity: number, point: Point, { open, mend }: { open: boolean, mend: Mend }): Html {
  const { lang } = visit
  const hazard = isHazard(point.hazard) ? point.hazard : null
  return html`<div class="card" id="point-${point.id}"><h3>${hazard ? hazardText(lang)[hazard] : point.hazard}</h3>${
    point.finding !== null ? found(visit, point) : html`<p class="sm dim">${hazard && hazardHintText(lang)[hazard]}</p>${open ? tell(visit, activity, point, mend) : nothing}`}</div>`
}

function found({ lang, community }: Visit, point: Point): Html {
  const t = patrolPageText(lang)
  const when = point.checked_at ? timeOfDay(point.checked_at, community.time_zone) : ''
  return html`<p><span class="badge ${point.finding === 'ok' ? 'leaf' : 'alarm'}">${icon(point.finding === 'ok' ? 'check' : 'warn')}${point.finding && findingText(lang)[point.finding]}</span></p><p class="sm dim">${
    dotted(t.by(point.checker ?? '', when), point.matter_id !== null && html`<a href="/${community.slug}/matters/${point.matter_id}">${t.matter(point.matter_id)}</a>`)}</p>`
}

function tell({ lang, community }: Visit, activity: number, point: Point, mend: Mend): Html {
  const t = patrolPageText(lang)
  const form = (finding: 'ok' | 'problem', inside: Html) => html`<form method="post" action="/${community.slug}/activities/${activity}/points" enctype="multipart/form-data">${
    requestKey(EMPTY)}<input type="hidden" name="point" value="${point.id}"><input type="hidden" name="finding" value="${finding}">${inside}</form>`
  return html`${form('ok', html`<div class="field"><button class="btn full b-line">${t.ok}</button></div>`)}<details class="field"${mend !== EMPTY && html` open`}><summary>${t.problem}</summary>${
    form('problem', html`${errs(lang, mend)}${field(lang, checkPointInput, 'note', mend)}${photoField(lang, mend, activitiesText(lang).photoWanted)}<div class="field"><button class="btn full">${t.send}</button></div>`)}</details>`
}
