// One case in the queue: what was written, why it is here, and until when somebody has to look. Never whose it is.
import { titleOf, type Waits } from '#modules/matters/public.ts'
import { mayAppear } from '#modules/moderation/public.ts'
import { listed } from '#kit/phrase.ts'
import { causeText, moderationText, reasonText, thingText } from '#text/moderation.ts'
import { dotted, html, icon, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'

/** The case as a card with its tick; greyed with the reason where the reader may not judge it. */
export function row(visit: Visit, one: Waits, ticked: boolean): Html {
  const { lang, community } = visit
  const t = moderationText(lang)
  const what = one.text === null ? thingText(lang)[one.kind] : titleOf(one.text)
  return html`<article class="card" data-row>
<p class="row wrap">${one.refusal === null && html`<label class="tickbox tool"><input type="checkbox" name="case" value="${one.id}"${ticked && html` checked`}><span class="vh">${t.pickOne(what)}</span></label>`}<span class="grow"><a href="/${
    community.slug}/matters/${one.matter_id}">${dotted(t.number(one.matter_id), thingText(lang)[one.kind], one.label)}</a></span>${
    one.standing === 'shown' && html`<span class="badge sun">${t.stillShown}</span>`}</p>
${thing(visit, one)}${one.appeal && html`<p class="sm">${t.appealSays(one.appeal)}</p>`}
<p class="row wrap gap">${one.causes.map(cause => html`<span class="badge${cause === 'private_data' && ' alarm'}">${causeText(lang)[cause]}</span>`)}${one.reports.length > 0 && html`<span class="badge brick">${t.reports(one.reports.length)}</span>`}</p>
${one.reports.length > 0 && html`<p class="dim sm">${listed(lang, [...new Set(one.reports.map(({ reason }) => reasonText(lang)[reason]))])}${[...new Set(one.reports.flatMap(({ words }) => words ?? []))].map(words => html`<br>“${words}”`)}</p>`}
<p class="dim xs">${until(visit, one)}</p>${one.refusal && note('', 'lock', one.refusal(lang))}</article>`
}

function thing({ lang, community }: Visit, one: Waits): Html {
  const t = moderationText(lang)
  if (one.kind === 'photo' && one.thumbnail !== null) {
    return html`<p><img src="/${community.slug}/matters/${one.matter_id}/photos/${one.thumbnail}" alt="${t.aPhoto}" loading="lazy"></p>`
  }
  return one.text === null ? html`<p class="dim">${t.gone}</p>` : html`<blockquote class="say">${one.text}</blockquote>`
}

function until({ lang, community }: Visit, one: Waits): Html {
  const t = moderationText(lang)
  const when = dayAndTime(lang, one.due_at, community.time_zone)
  const words = one.standing !== 'shown' && mayAppear(one) ? t.untilShown(when) : t.untilKept(when)
  return html`${icon('clock')} ${words}`
}
