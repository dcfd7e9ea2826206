// The code at the door, for whoever keeps the minutes to hang up, and the page that it opens.
import { Refused } from '#kit/errors.ts'
import { arriveAtSession, hallOf, keeps, mayNotAtSession, sessionHereSubject } from '#modules/councils/public.ts'
import { sessionText } from '#text/council-session.ts'
import { buttonOrWhy, errs } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { qrSvg } from '#web/parts/qr.ts'
import { typed, type Page, type Visit } from '#web/visit.ts'
import { doing, partPage, sessionHere, taking, type Mends } from './around.ts'

/** GET /:community/sessions/:id/door */
export const page: Page = async visit => {
  const { lang, actor, community, publicUrl } = visit
  const t = sessionText(lang)
  const here = await sessionHere(visit)
  if (!keeps(actor, here.session)) throw new Refused(say => sessionText(say).whoKeeps)
  const code = visit.receiptFor(sessionHereSubject(community.id, here.session.id))
  return partPage(visit, here, t.doorCode, html`<section class="card center">${qrSvg(`${publicUrl}${here.at}/here?code=${code}`, t.doorCode)}<p class="sm dim">${t.doorHint}</p></section>`)
}

/** GET /:community/sessions/:id/here?code= */
export const here: Page = visit => atDoor(visit, {})

/** POST /:community/sessions/:id/here */
export const arrive = taking({
  arrive: (sent, id) => sent.act(arriveAtSession, { id, code: typed(sent.form, 'code') }),
}, (visit, mends) => atDoor(visit, mends), (sent, id) => `/${sent.community.slug}/sessions/${id}/here?code=${encodeURIComponent(typed(sent.form, 'code'))}`)

async function atDoor(visit: Visit, mends: Mends): Promise<Html> {
  const { lang, db, actor, url } = visit
  const t = sessionText(lang)
  const place = await sessionHere(visit)
  const { own } = await hallOf(db, actor, place.session)
  const mend = mends['arrive'] ?? { values: {}, problems: [] }
  const code = url.searchParams.get('code') ?? String(mend.values['code'] ?? '')
  return partPage(visit, place, t.here, own.some(seat => seat.came) ? note('', 'check', t.youAreHere)
    : html`<form class="card" method="post" action="${place.at}/here">${errs(lang, mend)}${doing('arrive', mend)}<input type="hidden" name="code" value="${code}"><div class="field">${
      buttonOrWhy(lang, t.here, mayNotAtSession.takePart(actor, place.session))}</div></form>`)
}
