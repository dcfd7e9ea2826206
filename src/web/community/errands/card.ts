// 发到群里: words to copy and a code to scan. Neither holds a name, a door or what somebody wrote.
import { errandById, type ErrandShown } from '#modules/errands/public.ts'
import { errandPageText } from '#text/errand-pages.ts'
import { framed, idIn } from '#web/frame.ts'
import { dotted, html } from '#web/parts/html.ts'
import { qrSvg } from '#web/parts/qr.ts'
import { dayAndTime } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'
import { kindSaid, whenSaid } from './around.ts'

/** GET /:community/errands/:id/card */
export const page: Page = async visit => {
  const { lang, db, actor, community, publicUrl } = visit
  const t = errandPageText(lang)
  const errand = await errandById(db, actor, idIn(visit))
  const path = `/${community.slug}/errands/${errand.id}`
  const address = `${publicUrl}${path}`
  return framed(visit, { title: t.share, narrow: true, back: path }, html`<p class="dim sm">${t.shareSay}</p>
<div class="field"><label for="f-words">${t.shareText}</label><textarea id="f-words" readonly rows="6">${words(visit, errand, address)}</textarea></div>
<section><div class="slip center"><h2>${kindSaid(lang, errand.kind)}</h2><p class="sm">${dotted(errand.estate, whenSaid(visit, errand))}</p>${
    qrSvg(address, t.share)}<p class="xs">${address}</p></div></section>`)
}

// The day always stands there: a chat is read later too.
function words({ lang, community }: Visit, { side, estate, kind, until_at }: ErrandShown, address: string): string {
  const t = errandPageText(lang)
  return (side === 'ask' ? t.sharedAsk : t.sharedOffer)(estate, kindSaid(lang, kind), dayAndTime(lang, until_at, community.time_zone), address)
}
