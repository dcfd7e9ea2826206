// 名单和收尾: who is at which post, for the organiser alone; and everything that he does before and after.
import { Refused } from '#kit/errors.ts'
import {
  activityById, addActivityPostInput, callOffActivityInput, closeActivityInput, helpersOf, mayNotClose, mayNotMove, mayNotPrepare, mayNotRun, moveActivityInput, type ActivityShown,
} from '#modules/activities/public.ts'
import { SKILLS } from '#modules/volunteers/public.ts'
import { activitiesText } from '#text/activities.ts'
import { activityPageText, activityRunText } from '#text/activities-pages.ts'
import { skillText } from '#text/skills.ts'
import { idIn } from '#web/frame.ts'
import { choose, errs, field } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { EMPTY, type Mend, type Page, type Visit } from '#web/visit.ts'
import { activityFrame, addressOf, deedForm, mendOf, spanSaid, timeOfDay, type Sent } from './around.ts'
import { rowOf } from './roll.ts'

/** GET /:community/activities/:id/run */
export const page: Page = visit => shown(visit, null)

/** The same with a form that has something to mend. */
export async function shown(visit: Visit, sent: Sent): Promise<Html> {
  const { lang, db, actor } = visit
  const t = activityRunText(lang)
  const activity = await activityById(db, actor, idIn(visit))
  const refusal = mayNotRun(actor, activity)
  if (refusal) throw new Refused(refusal)
  const helpers = await helpersOf(db, activity.id)
  return activityFrame(visit, activity, { title: t.title, back: addressOf(visit, activity.id) }, html`<p class="sm dim">${spanSaid(visit, activity.begins_at, activity.ends_at)}</p>
${note('', 'lock', t.onlyYou)}
${activity.posts.map(post => html`<section>${head(post.name, html`<span class="sm dim push">${activityPageText(lang).places(post.taken, post.number)}</span>`)}${
    helpers.some(one => one.post_id === post.id) ? html`<ul class="card flush list">${helpers.filter(one => one.post_id === post.id).map(one => rowOf(visit, activity, one, sent))}</ul>`
      : html`<p class="dim">${t.nobody}</p>`}${numberForm(visit, activity, post, sent)}</section>`)}
${closing(visit, activity, sent)}${preparing(visit, activity, sent)}`)
}

function folded(words: string, mend: Mend, inside: Html): Html {
  return html`<details class="gap"${mend !== EMPTY && html` open`}><summary>${words}</summary>${inside}</details>`
}

function button(words: string, look = ''): Html {
  return html`<div class="field"><button class="btn full${look}">${words}</button></div>`
}

function numberForm(visit: Visit, activity: ActivityShown, post: ActivityShown['posts'][number], sent: Sent): Html {
  const { lang, actor, now } = visit
  if (mayNotPrepare(actor, activity, now) !== null) return nothing
  const t = activityRunText(lang)
  const mend = mendOf(sent, 'changePost', { post: post.id })
  const typed = mend === EMPTY ? { ...EMPTY, values: { number: String(post.number) } } : mend
  return folded(t.number, mend, deedForm(visit, activity, 'changePost', { post: post.id }, html`${errs(lang, mend)}${field(lang, addActivityPostInput, 'number', typed)}${button(t.set, ' b-line')}`))
}

function closing(visit: Visit, activity: ActivityShown, sent: Sent): Html {
  const { lang, actor, now } = visit
  if (mayNotClose(actor, activity, now) !== null) return nothing
  const t = activityRunText(lang)
  const mend = mendOf(sent, 'close')
  return html`<section id="f-reached">${head(t.close)}${deedForm(visit, activity, 'close', {}, html`${errs(lang, mend)}<p class="sm dim">${t.closeHint}</p>${
    activity.posts.map(post => html`<div class="field"><label for="f-reached-${post.id}">${post.name} · ${closeLabel(lang)}</label><input id="f-reached-${post.id}" name="reached-${
      post.id}" type="text" inputmode="numeric" maxlength="6" value="${String(mend.values[`reached-${post.id}`] ?? '0')}"></div>`)}${button(t.close)}`, 'card')}</section>`
}

function closeLabel(lang: Visit['lang']): string {
  return closeActivityInput.shape.reached.meta()?.label?.(lang) ?? ''
}

function preparing(visit: Visit, activity: ActivityShown, sent: Sent): Html {
  const { lang, actor, now, community: { time_zone: zone } } = visit
  if (mayNotPrepare(actor, activity, now) !== null) return nothing
  const t = activityRunText(lang)
  const [adding, moving, off] = [mendOf(sent, 'addPost'), mendOf(sent, 'move'), mendOf(sent, 'callOff')]
  const begins = { on: activity.begins_at.toZonedDateTimeISO(zone).toPlainDate().toString(), from: timeOfDay(activity.begins_at, zone) }
  const moved = moving === EMPTY ? { values: begins, problems: [] } : moving
  return html`<section>${activity.kind === 'activity' && folded(t.addPost, adding, deedForm(visit, activity, 'addPost', {}, postFields(lang, adding), 'card'))}${
    mayNotMove(actor, activity, now) === null && folded(t.move, moving, deedForm(visit, activity, 'move', {}, html`${errs(lang, moving)}<p class="sm dim">${t.moveHint}</p>${
      field(lang, moveActivityInput, 'on', moved)}${field(lang, moveActivityInput, 'from', moved)}${button(t.move)}`, 'card'))}${
    folded(t.callOff, off, deedForm(visit, activity, 'callOff', {}, html`${errs(lang, off)}<p class="sm dim">${t.callOffHint}</p>${
      field(lang, callOffActivityInput, 'why', off)}${button(t.callOff, ' b-line')}`, 'card'))}</section>`
}

function postFields(lang: Visit['lang'], mend: Mend): Html {
  const skills = SKILLS.map(skill => ({ value: skill, words: skillText(lang)[skill] }))
  const wrong = mend.problems.find(problem => problem.field === 'skill')?.reason
  return html`${errs(lang, mend)}${['name', 'number'].map(name => field(lang, addActivityPostInput, name, mend))}${
    choose(lang, 'skill', activitiesText(lang).skill, skills, String(mend.values['skill'] ?? ''), wrong, activityRunText(lang).noSkill)}${
    ['from', 'until'].map(name => field(lang, addActivityPostInput, name, mend))}<fieldset class="field consent"><legend class="vh">${
    activitiesText(lang).risky}</legend>${field(lang, addActivityPostInput, 'risky', mend)}</fieldset>${button(activityRunText(lang).addPost)}`
}
