// 打电话找人: for those who look after the place, who was asked and can be phoned; “he goes” beside each.
import { peopleToPhone } from '#modules/calls/public.ts'
import { holds } from '#modules/people/public.ts'
import { ringText } from '#text/calls.ts'
import { oneCallText } from '#text/call-pages.ts'
import { unmaskText } from '#text/unmask.ts'
import { requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head } from '#web/parts/list.ts'
import { EMPTY } from '#web/visit.ts'
import { addressOf } from './around.ts'
import { fields, folded, form, may, tap, type Scene } from './scene.ts'

type Asked = Awaited<ReturnType<typeof peopleToPhone>>[number]

/** The section; nothing for anybody else. One statement. */
export async function desk(scene: Scene): Promise<Html> {
  const { visit, shown: { call } } = scene
  if (call.ended_at || !holds(visit.actor, 'relay calls', call.place)) return nothing
  const t = oneCallText(visit.lang)
  const people = await peopleToPhone(visit.db, call.id)
  return html`<section class="no-print">${head(t.desk)}<div class="stack">
${call.helpers.every(helper => helper.person_id !== visit.actor.personId) ? html`<form method="post" action="${addressOf(visit, call.id)}/phone">${requestKey(EMPTY)}<button class="btn full b-line">${icon('phone')}${t.readPhone}</button><p class="why">${t.readPhoneHint}</p></form>` : nothing}
${may(scene, 'confirmArrival') ? tap(scene, 'confirmArrival', t.hereNow, 'b-line') : nothing}
${people.length === 0 ? empty(t.deskNone) : html`<ul class="card phone-list">${people.map(person => row(scene, person))}</ul>`}
${folded(scene, 'end', t.endIt, html`${fields(scene, 'end')}<button class="btn full b-line">${t.ended}</button>`)}</div></section>`
}

function row(scene: Scene, { id, name, who, declined_at, phone_sealed }: Asked): Html {
  const { visit, shown: { call } } = scene
  const { lang, actor } = visit
  const t = oneCallText(lang)
  const goes = call.helpers.some(helper => helper.person_id === id)
  return html`<li><p><b>${name}</b> <span class="dim sm">${dotted(ringText(lang)[who as 'entrance'], declined_at ? t.hasDeclined : null,
    phone_sealed === null ? unmaskText(lang).noPhone : visit.maskedPhone(phone_sealed))}</span></p><div class="row wrap">${phone_sealed !== null && number(scene, { id, name })}${
    goes || id === actor.personId || !may(scene, 'claimFor') ? nothing
      : form(scene, 'claimFor', html`<input type="hidden" name="person" value="${id}"><button class="btn b-sea sm">${icon('check')}${t.heGoes}</button>`)}</div></li>`
}

// The existing way of looking at a whole number: it is written down, with the reason.
function number({ visit: { lang, actor, community }, shown: { call } }: Scene, { id, name }: { id: number, name: string | null }): Html {
  if (!holds(actor, 'unmask', call.place)) return html`<span class="why">${icon('lock')}${oneCallText(lang).cannotSee}</span>`
  return html`<form method="post" action="/${community.slug}/people/${id}/number?name=${encodeURIComponent(name ?? '')}">${requestKey(EMPTY)}<input type="hidden" name="field" value="phone"><input type="hidden" name="purpose" value="urgent"><button class="btn b-line sm">${icon('phone')}${oneCallText(lang).seeNumber}</button></form>`
}
