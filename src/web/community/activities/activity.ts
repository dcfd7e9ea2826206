// 一个活动: what it is, its posts, and the visitor's own place at each.
import {
  activityById, isLeaflet, mayNotRun, mayNotSignOff, mayNotSignUp, settled, signUpInput, standingOf, type ActivityShown,
} from '#modules/activities/public.ts'
import { isSkill } from '#modules/volunteers/public.ts'
import { activitiesText } from '#text/activities.ts'
import { leafletText } from '#text/activities-leaflets.ts'
import { activityPageText } from '#text/activities-pages.ts'
import { patrolText } from '#text/activities-patrol.ts'
import { classText } from '#text/hours.ts'
import { skillText } from '#text/skills.ts'
import { idIn } from '#web/frame.ts'
import { buttonOrWhy, errs, field } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { head, list, note } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'
import { activityFrame, addressOf, deedForm, mendOf, spanSaid, timeOfDay, type Sent } from './around.ts'

type Post = ActivityShown['posts'][number]

/** GET /:community/activities/:id */
export const page: Page = visit => shown(visit, null)

/** The same with a form that has something to mend. */
export async function shown(visit: Visit, sent: Sent): Promise<Html> {
  const { lang, db, actor, publicUrl } = visit
  const t = activityPageText(lang)
  const activity = await activityById(db, actor, idIn(visit))
  const patrol = activity.kind === 'patrol'
  return activityFrame(visit, activity, { qr: `${publicUrl}${addressOf(visit, activity.id)}` }, html`${standing(visit, activity)}
<section><p>${dotted(spanSaid(visit, activity.begins_at, activity.ends_at), activity.where ?? t.everywhere)}<br>${t.meet(activity.meeting)}</p>${
    patrol ? nothing : activity.about && html`<p class="gap">${activity.about}</p>`}<p class="sm dim gap">${dotted(t.heldBy(activity.organisation), activity.project,
    classText(lang)[activity.class])}</p>${patrol && settled(activity) === null && note('sun', 'warn', patrolText(lang).risk)}</section>
${links(visit, activity)}
<section>${head(t.posts)}${activity.posts.length === 0 ? html`<p class="dim sm">${t.noPosts}</p>` : html`<div class="stack">${
    activity.posts.map(post => postCard(visit, activity, post, sent))}</div>`}</section>
${leaflets(visit, activity)}`)
}

function standing({ lang, now }: Visit, activity: ActivityShown): Html {
  const t = activityPageText(lang)
  switch (standingOf(activity, now)) {
    case 'off': return note('alarm', 'close', t.off(activity.called_off_why ?? ''))
    case 'closed': return note('', 'check', t.closed)
    case 'over': return note('sun', 'clock', t.overNote)
    default: return nothing
  }
}

// For whoever runs it, and for whoever has a place.
function links(visit: Visit, activity: ActivityShown): Html {
  const { lang, actor } = visit
  const t = activityPageText(lang)
  const at = addressOf(visit, activity.id)
  const runs = mayNotRun(actor, activity) === null
  const open = settled(activity) === null
  const placed = activity.posts.some(post => post.own && !post.own_waits)
  return html`${placed && open ? html`<p class="gap no-print"><a class="btn full b-sea" href="${at}/here">${t.arrive}</a></p>` : nothing}${
    runs || (placed && activity.kind === 'patrol') ? html`<p class="row wrap no-print gap">${activity.kind === 'patrol' && html`<a class="btn b-line sm" href="${at}/points">${t.checklist}</a>`}${
      runs && html`<a class="btn b-line sm" href="${at}/run">${t.run}</a>`}${runs && open && html`<a class="btn b-line sm" href="${at}/screen">${t.screen}</a>`}</p>` : nothing}`
}

function postCard(visit: Visit, activity: ActivityShown, post: Post, sent: Sent): Html {
  const { lang } = visit
  const t = activityPageText(lang)
  const skill = post.skill !== null && isSkill(post.skill) ? t.needs(skillText(lang)[post.skill]) : null
  return html`<div class="card" id="p${post.id}"><div class="head"><h3>${post.name}</h3><span class="badge push ${post.taken < post.number ? 'brick' : 'leaf'}">${
    t.places(post.taken, post.number)}</span></div>
<p class="sm dim">${dotted(spanSaid(visit, post.from_at, post.until_at), skill, post.risky && t.riskyChip, post.waiting > 0 && t.waiting(post.waiting),
    (post.reached ?? 0) > 0 && t.reached(post.reached ?? 0))}</p>${post.own ? ownPlace(visit, activity, post) : offer(visit, activity, post, sent)}</div>`
}

function ownPlace(visit: Visit, activity: ActivityShown, post: Post): Html {
  const { lang, actor, community } = visit
  const t = activityPageText(lang)
  const own = asHelper(post)
  const times = [post.own_arrived && t.came(timeOfDay(post.own_arrived, community.time_zone)), post.own_gone && t.left(timeOfDay(post.own_gone, community.time_zone))]
  return html`${note('', post.own_waits ? 'clock' : 'check', dotted(post.own_waits ? t.mineWaiting : t.mine, ...times))}${
    mayNotSignOff(actor, activity, own) === null && deedForm(visit, activity, 'signOff', { post: post.id }, html`<button class="btn full b-line">${t.signOff}</button>`, 'no-print')}`
}

function asHelper(post: Post) {
  return { id: 0, from_at: post.from_at, until_at: post.until_at, waiting: post.own_waits, arrived_at: post.own_arrived, gone_at: post.own_gone, minutes: null }
}

// A closed activity asks nobody any more; else the button stands there, or the reason against it.
function offer(visit: Visit, activity: ActivityShown, post: Post, sent: Sent): Html {
  const { lang, actor, now, community } = visit
  const t = activityPageText(lang)
  if (settled(activity) !== null || standingOf(activity, now) === 'over') return nothing
  const refusal = mayNotSignUp(actor, activity, post, undefined, now)
  const full = post.taken >= post.number || post.waiting > 0
  const fields = { post: post.id }
  const mend = mendOf(sent, 'signUp', fields)
  if (refusal) return html`<div class="field">${buttonOrWhy(lang, t.signUp, refusal)}</div>`
  if (!activity.volunteer) {
    return html`<div class="field">${buttonOrWhy(lang, t.signUp, say => activitiesText(say).notVolunteer)}<p class="center"><a class="rest" href="/${
      community.slug}/volunteers">${t.join}</a></p></div>`
  }
  return deedForm(visit, activity, 'signUp', fields, html`${errs(lang, mend)}${post.risky && html`${
    activity.kind === 'activity' && note('sun', 'warn', html`<b>${t.riskTitle}</b><br>${t.risk}`)}<fieldset class="field consent"><legend class="vh">${t.riskTitle}</legend>${
    field(lang, signUpInput, 'riskRead', mend)}</fieldset>`}
<div class="field"><button class="btn full ${full ? 'b-line' : 'b-sea'}">${full ? t.queueUp : t.signUp}</button></div>`, 'no-print')
}

function leaflets({ lang, community }: Visit, { leaflets }: ActivityShown): Html {
  const keys = Array.isArray(leaflets) ? leaflets.filter(key => typeof key === 'string').filter(isLeaflet) : []
  if (keys.length === 0) return nothing
  return html`<section>${head(activityPageText(lang).handOut)}${list(keys.map(key => ({
    href: `/${community.slug}/activities/leaflets/${key}`, title: leafletText(lang)[key], icon: 'print', tone: 'sea',
  })))}</section>`
}
