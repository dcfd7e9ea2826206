// 我的日历: an address at which one's own calendar program finds deadlines, tasks and activities. Shown once.
import { randomBytes } from 'node:crypto'
import { addressHash, addressSince, closeAddress, openAddress } from '#modules/calendars/public.ts'
import { ownCalendarText } from '#text/feeds.ts'
import { framed } from '#web/frame.ts'
import { requestKey } from '#web/parts/fields.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { note, toast } from '#web/parts/list.ts'
import { dayAt } from '#web/parts/time.ts'
import { EMPTY, goTo, shownOnce, typed, type Page, type Sent, type Submit } from '#web/visit.ts'

/** GET /:community/me/calendar */
export const page: Page = async visit => {
  const { lang, db, actor, community, url } = visit
  const t = ownCalendarText(lang)
  if (actor.personId === null) return goTo(`/sign-in?community=${community.slug}&next=/${community.slug}/me/calendar`)
  const since = await addressSince(db, actor.personId)
  const at = `/${community.slug}/me/calendar`
  const button = (how: string, words: string, look: string) =>
    html`<form class="field" method="post" action="${at}">${requestKey(EMPTY)}<button class="btn full${look}" name="how" value="${how}">${
      words}</button></form>`
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}/me` },
    html`${url.searchParams.has('ended') && toast(t.ended)}
<p>${t.lead}</p><p class="dim sm">${t.privacy}</p>${note('', 'lock', t.secret)}
<p class="gap">${since ? t.since(dayAt(lang, since, community.time_zone)) : t.none}</p>
${button('open', since ? t.anew : t.make, '')}${since && button('close', t.end, ' b-line')}`)
}

/** POST /:community/me/calendar: a new address, shown on this answer only; or none any more. */
export const submit: Submit = async sent => {
  if (typed(sent.form, 'how') === 'close') {
    await sent.act(closeAddress, {})
    return goTo(`/${sent.community.slug}/me/calendar?ended=1`)
  }
  const secret = randomBytes(32).toString('base64url')
  // Sent twice, the second one counts: an address that a repeated answer showed would open nothing.
  await sent.act(openAddress, { tokenHash: addressHash(secret) }, { requestKey: undefined })
  return shownOnce(made(sent, secret))
}

function made(sent: Sent, secret: string): Html {
  const { lang, community, publicUrl } = sent
  const t = ownCalendarText(lang)
  const address = `${publicUrl}/${community.slug}/calendars/${secret}.ics${lang === 'en' ? '?lang=en' : ''}`
  return framed(sent, { title: t.title, narrow: true, back: `/${community.slug}/me/calendar` }, html`${note('sun', 'warn', t.once)}
<p class="card"><code>${address}</code></p>
<p class="field"><a class="btn full" href="${address.replace(/^https?/u, 'webcal')}">${icon('calendar')}${t.open}</a></p>${
  note('', 'lock', t.secret)}`)
}
