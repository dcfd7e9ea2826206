// The number of whoever called: shown once, to who goes there or phones around; written down before it is shown.
import type { Reader } from '#kit/db.ts'
import { callPhone, readCallPhone } from '#modules/calls/public.ts'
import { oneCallText } from '#text/call-pages.ts'
import { framed, idIn } from '#web/frame.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { local } from '#web/parts/page.ts'
import { shownOnce, type Sent, type Submit } from '#web/visit.ts'
import { addressOf } from './around.ts'

/** POST /:community/help/:id/phone. A request key would let whoever may no longer read it have it again, unseen. */
export const submit: Submit = async sent => {
  const { id } = await sent.act(readCallPhone, { id: idIn(sent) }, { requestKey: undefined })
  return numberOnce(sent, oneCallText(sent.lang).readPhone, addressOf(sent, id), db => callPhone(db, sent, id))
}

/** The page with a number that was just written down as shown; `back` leads to the call. */
export async function numberOnce(sent: Sent, title: string, back: string, ask: (db: Reader) => Promise<string>): Promise<Html | Response> {
  const t = oneCallText(sent.lang)
  return sent.show(async visit => {
    const number = await ask(visit.db)
    return shownOnce(framed(visit, { title, narrow: true, back }, html`<section class="slip center">${
      number === '' ? html`<p>${t.noPhone}</p>` : html`<p><a class="btn full b-sea num" href="tel:${number}">${icon('phone')}${local(number)}</a></p>`}<p class="sm">${t.onlyOnce}</p></section>
<p class="field"><a class="btn full b-line" href="${back}">${t.backToCall}</a></p>`))
  })
}
