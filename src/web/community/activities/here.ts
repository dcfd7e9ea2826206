// 到现场: the page that the code on the screen opens: in, and later out again.
import { activityById, checkInInput, mayNotArrive, mayNotGo, placeMeant } from '#modules/activities/public.ts'
import { checkInText } from '#text/activities-pages.ts'
import { idIn } from '#web/frame.ts'
import { buttonOrWhy, errs, field } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { EMPTY, type Page, type Visit } from '#web/visit.ts'
import { activityFrame, addressOf, deedForm, mendOf, timeOfDay, type Sent } from './around.ts'

/** GET /:community/activities/:id/here?code= */
export const page: Page = visit => shown(visit, null)

/** The same with the digits to be mended. */
export async function shown(visit: Visit, sent: Sent): Promise<Html> {
  const { lang, db, actor, now, url, community } = visit
  const t = checkInText(lang)
  const activity = await activityById(db, actor, idIn(visit))
  const own = placeMeant(activity.posts.filter(post => post.own).map(post => ({
    id: post.id, from_at: post.from_at, until_at: post.until_at, waiting: post.own_waits, arrived_at: post.own_arrived, gone_at: post.own_gone, minutes: null,
  })), now)
  const inside = own !== undefined && own.arrived_at !== null && own.gone_at === null
  const deed = inside ? 'checkOut' : 'checkIn'
  const sentMend = mendOf(sent, deed)
  const mend = sentMend === EMPTY ? { values: { code: url.searchParams.get('code') ?? '' }, problems: [] } : sentMend
  const refusal = inside ? mayNotGo(actor, activity, own) : mayNotArrive(actor, activity, own, now)
  return activityFrame(visit, activity, { title: t.title, back: addressOf(visit, activity.id) }, html`${
    inside && own.arrived_at ? note('', 'check', t.since(timeOfDay(own.arrived_at, community.time_zone))) : nothing}
${refusal ? html`<div class="field">${buttonOrWhy(lang, t.inButton, refusal)}</div>`
    : deedForm(visit, activity, deed, {}, html`${errs(lang, mend)}${field(lang, checkInInput, 'code', mend)}<div class="field"><button class="btn full">${
      inside ? t.outButton : t.inButton}</button></div>`, 'card')}`)
}
