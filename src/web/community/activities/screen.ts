// 签到屏: the code of this half minute, for a phone or a screen that stands at the place. The page asks for its next one by itself.
import { Refused } from '#kit/errors.ts'
import { activityById, digitsNow, mayNotRecord, secondsLeft } from '#modules/activities/public.ts'
import { checkInText } from '#text/activities-pages.ts'
import { idIn } from '#web/frame.ts'
import { assetAt } from '#web/parts/assets.ts'
import { html } from '#web/parts/html.ts'
import { qrSvg } from '#web/parts/qr.ts'
import type { Page } from '#web/visit.ts'
import { activityFrame, addressOf } from './around.ts'

/** GET /:community/activities/:id/screen, by whoever runs it. Works with scripts blocked: the answer says when to ask again. */
export const page: Page = async visit => {
  const { lang, db, actor, community, now, publicUrl, receiptFor } = visit
  const t = checkInText(lang)
  const activity = await activityById(db, actor, idIn(visit))
  const refusal = mayNotRecord(actor, activity)
  if (refusal) throw new Refused(refusal)
  const digits = digitsNow(receiptFor, { community: community.id, activity: activity.id, now })
  const at = addressOf(visit, activity.id)
  const shown = await activityFrame(visit, activity, { back: at }, html`<link rel="stylesheet" href="${assetAt('activity.css')}">
<section class="card center turning"><p class="dim">${t.screenLead}</p>${qrSvg(`${publicUrl}${at}/here?code=${digits}`, t.qr)}
<p class="digits">${digits.slice(0, 3)} ${digits.slice(3)}</p><p class="sm dim">${t.turns}</p></section>
<p class="center"><a class="rest" href="${at}/run">${t.noPhone}</a></p>`)
  return new Response(String(shown), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', refresh: String(secondsLeft(now) + 1) },
  })
}
