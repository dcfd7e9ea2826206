// When and how a person is told: hours, push to this device, mail, text messages.
import { Invalid } from '#kit/errors.ts'
import { invalid } from '#kit/check.ts'
import { isSubscription } from '#kit/channels/push.ts'
import { addDevice, choiceOf, chooseNotices, giveMail, giveMailInput, removeDevice, stopMail } from '#modules/notices/public.ts'
import { noticePageText } from '#text/notices.ts'
import type { House } from '../../../house.ts'
import { framed } from '#web/frame.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note, toast } from '#web/parts/list.ts'
import { dayAt } from '#web/parts/time.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

type Choice = Awaited<ReturnType<typeof choiceOf>>

/** GET /:community/me/notices */
export function page(house: House): Page {
  return visit => shown(house, visit, EMPTY)
}

/** POST /:community/me/notices: the hours. */
export const hours: Submit = async sent => {
  const { form, lang, community } = sent
  await sent.act(chooseNotices, { digestHour: typed(form, 'digestHour'), quietFrom: typed(form, 'quietFrom'), quietUntil: typed(form,
    'quietUntil'), lang })
  return goTo(`/${community.slug}/me/notices?done=1`)
}

/** POST /:community/me/notices/mail: a new address, or none any more. */
export function mail(house: House): Submit {
  return async sent => {
    const { form, lang, community, actor } = sent
    try {
      if (typed(form, 'how') === 'stop') await sent.act(stopMail, { person: actor.personId ?? 0 })
      else await sent.act(giveMail, { mail: typed(form, 'mail'), lang })
    } catch (problem) {
      if (!(problem instanceof Invalid)) throw problem
      return sent.show(visit => shown(house, visit, { values: form.fields, problems: problem.problems }))
    }
    return goTo(`/${community.slug}/me/notices?done=1`)
  }
}

/** POST /:community/me/notices/device: this browser's subscription, sent by the island; or one taken away. */
export function device(house: House): Submit {
  return async sent => {
    const { form, community } = sent
    if (typed(form, 'how') === 'remove') await sent.act(removeDevice, { id: typed(form, 'id') })
    else {
      const subscription = { endpoint: typed(form, 'endpoint'), p256dh: typed(form, 'p256dh'), auth: typed(form, 'auth') }
      if (!isSubscription(subscription, house.carriers.reach)) throw invalid([{ field: 'endpoint',
        reason: lang => noticePageText(lang).badDevice }])
      await sent.act(addDevice, subscription)
    }
    return goTo(`/${community.slug}/me/notices?done=1`)
  }
}

async function shown(house: House, visit: Visit, mend: Mend): Promise<Html | Response> {
  const { lang, db, actor, community, url } = visit
  const t = noticePageText(lang)
  if (actor.personId === null) return goTo(`/${community.slug}/notices`)
  const choice = await choiceOf(db, actor.personId)
  return framed(visit, { title: t.settings, narrow: true, back: `/${community.slug}/notices`, islands: ['push'] }, html`${
    url.searchParams.has('done') ? toast(t.saved) : nothing}<p class="dim">${t.settingsLead}</p>
${whenForm(visit, choice)}${devices(house, visit, choice)}${mailForm(house, visit, choice, mend)}${sms(house, visit, choice)}`)
}

function whenForm({ lang, community }: Visit, choice: Choice): Html {
  const t = noticePageText(lang)
  const all = Array.from({ length: 24 }, (_, hour) => ({ value: hour, words: t.clock(hour) }))
  const pick = (name: string, label: string, hour: number) => choose(lang, name, label, all, String(hour))
  return html`<section>${head(t.hours)}<form class="card" method="post" action="/${community.slug}/me/notices">${
    pick('digestHour', t.digestHour, choice.digest_hour)}${pick('quietFrom', t.quietFrom, choice.quiet_from)}${pick('quietUntil',
      t.quietUntil, choice.quiet_until)}
<p class="hint">${t.quietHint}</p>${requestKey(EMPTY)}<div class="field"><button class="btn full">${t.save}</button></div></form></section>`
}

function devices({ carriers }: House, { lang, community }: Visit, choice: Choice): Html {
  const t = noticePageText(lang)
  const at = `/${community.slug}/me/notices/device`
  const since = (time: string) => t.deviceSince(dayAt(lang, Temporal.Instant.from(time), community.time_zone))
  return html`<section>${head(t.devices)}<p class="dim sm">${t.devicesHint}</p>${choice.devices.length === 0 ? html`<p>${t.pushNone}</p>` : choice.devices.map(one =>
    html`<form class="card" method="post" action="${at}">${requestKey(EMPTY)}<input type="hidden" name="id" value="${one.id}"><p class="row wrap"><span class="grow">${
      since(one.made_at)}</span><button class="btn b-line sm" name="how" value="remove">${t.remove}</button></p></form>`)}
<form class="field" method="post" action="${at}" data-push="${carriers.push.publicKey}" data-failed="${t.pushFailed}" hidden>${requestKey(EMPTY)}<input type="hidden" name="endpoint"><input type="hidden" name="p256dh"><input type="hidden" name="auth"><button class="btn full b-sea">${icon('bell')}${t.pushOn}</button></form></section>`
}

function mailForm({ carriers }: House, visit: Visit, choice: Choice, mend: Mend): Html {
  const { lang, community } = visit
  const t = noticePageText(lang)
  if (!carriers.mail) return html`<section>${head(t.mail)}<p class="dim">${t.mailNone}</p></section>`
  const at = `/${community.slug}/me/notices/mail`
  const waits = choice.mail_sealed !== null && choice.mail_confirmed_at === null
  return html`<section>${head(t.mail)}${waits ? note('', 'clock', t.mailWaiting) : nothing}
${choice.mail_confirmed_at !== null && html`<form class="card" method="post" action="${at}">${requestKey(EMPTY)}<p class="row wrap"><span class="grow">${icon('check')} ${t.mailOn}</span><button class="btn b-line sm" name="how" value="stop">${t.mailOff}</button></p></form>`}
<form class="card" method="post" action="${at}">${errs(lang, mend)}${requestKey(mend)}${field(lang, giveMailInput, 'mail',
  mend)}<div class="field"><button class="btn full b-line">${t.mailGive}</button></div></form></section>`
}

function sms({ carriers }: House, { lang, community }: Visit, choice: Choice): Html {
  const t = noticePageText(lang)
  if (!carriers.sms || choice.phone_sealed === null) return nothing
  return html`<section>${head(t.sms)}<div class="card"><p class="row wrap"><span class="grow">${choice.sms ? html`${icon('check')} ${t.smsOn}` : t.smsOff}</span><a class="btn b-line sm" href="/${community.slug}/me/consents">${t.smsChange}</a></p></div></section>`
}
