// A place: what it is, what is open here, report here. What a scanned code opens.
import { Invalid } from '#kit/errors.ts'
import { board, titleOf } from '#modules/matters/public.ts'
import { holds, mayNotOpen } from '#modules/people/public.ts'
import { kindWord, placeById, placesIn, pointOf, type Place } from '#modules/places/public.ts'
import { setPoint, setPointInput } from '#modules/roster/public.ts'
import { openingText } from '#text/break-glass.ts'
import { helpText } from '#text/call-pages.ts'
import { codesText } from '#text/codes.ts'
import { invitationText } from '#text/invitations.ts'
import { boardText, placePageText } from '#text/pages.ts'
import { pointText } from '#text/places.ts'
import { householdText } from '#text/roster-page.ts'
import { stepText } from '#text/matters.ts'
import { framed, idIn } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, list } from '#web/parts/list.ts'
import { said } from '#web/parts/time.ts'
import { EMPTY, goTo, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/places/:id */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/places/:id/point */
export const point: Submit = async sent => {
  const { requestKey: _key, ...input } = sent.form.fields
  try {
    const { id } = await sent.act(setPoint, { ...input, place: idIn(sent) })
    return goTo(`/${sent.community.slug}/places/${id}`)
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: sent.form.fields, problems: problem.problems }))
  }
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, now } = visit
  const t = placePageText(lang)
  const place = await placeById(db, idIn(visit))
  const open = await board(db, actor, place.kind === 'estate' ? { estate: place.id } : place.kind === 'building' ? { building: place.id } : { place: place.id }, 5)
  const inside = (await placesIn(db, place.id)).filter(one => one.kind !== 'home' || holds(actor, 'see roster', one))
  const at = `/${community.slug}`
  return framed(visit, {
    title: place.label, back: place.parent_id ? `${at}/places/${place.parent_id}` : at, live: 'matters/', qr: `${visit.publicUrl}/q/${place.code}`,
  }, html`<p class="row wrap"><span class="badge">${icon('pin')}${kindWord(place.kind)(lang)}</span><span class="dim sm">${community.name}</span></p>
${place.kind === 'thing' ? nothing : html`<p class="field"><a class="btn full b-sea" href="${at}/help/new?place=${place.id}">${icon('help')}${place.kind === 'home' ? helpText(lang).fromHome : helpText(lang).fromHere}</a></p>`}
<p class="field"><a class="btn full" href="${at}/raise?place=${place.id}">${icon('raise')}${t.report}</a></p>
<section><div class="head"><h2>${t.openHere}</h2><a class="more" href="${at}/board?${place.kind === 'thing' || place.kind === 'home' || place.kind === 'entrance' ? 'place' : place.kind}=${place.id}">${boardText(lang).title}</a></div>
${open.filter(matter => matter.step !== 'close').length === 0 ? empty(t.nothingOpen) : list(open.filter(matter => matter.step !== 'close').map(matter => ({
    href: `${at}/matters/${matter.id}`, title: titleOf(matter.text), icon: 'do', tone: 'brick',
    meta: dotted(said(lang, matter.raised_at, now, community.time_zone), matter.followers ? boardText(lang).also(matter.followers) : null),
    chip: html`<span class="badge brick">${stepText(lang)[matter.step]}</span>`,
  })))}</section>
${place.kind === 'home' && holds(actor, 'invite', place) ? invitation(visit, place.id) : nothing}
${inside.length > 0 ? html`<section class="no-print"><div class="head"><h2>${t.inside}</h2></div><ul class="chips">${inside.map(one => html`<li><a class="btn b-line sm" href="${at}/${one.kind === 'home' ? 'homes' : 'places'}/${one.id}">${one.name}</a></li>`)}</ul></section>` : nothing}
${keeping(visit, place)}
${await position(visit, place, mend)}`)
}

function invitation({ lang, community }: Visit, home: number): Html {
  const t = invitationText(lang)
  return html`<section><form method="post" action="/${community.slug}/invitations">${requestKey(EMPTY)}<input type="hidden" name="home" value="${home}"><button class="btn full b-line">${icon('print')}${t.make}</button><p class="why center">${t.makeHint}</p></form></section>`
}

// What those who look after the place may do with it: its code on paper, who lives there, one more thing.
function keeping({ lang, community, actor }: Visit, place: Place): Html {
  const at = `/${community.slug}`
  const prints = holds(actor, 'print codes', place)
  const whole = place.kind === 'building' || place.kind === 'estate'
  const roomy = place.kind !== 'home' && place.kind !== 'thing'
  const links = [
    place.kind === 'home' && holds(actor, 'see roster', place)
      && html`<a class="btn b-line" href="${at}/homes/${place.id}">${icon('me')}${householdText(lang).open}</a>`,
    place.kind === 'home' && mayNotOpen(actor, { home: place, today: 0 }) === null
      && html`<a class="btn b-line" href="${at}/homes/${place.id}/open">${icon('phone')}${openingText(lang).title}</a>`,
    prints && html`<a class="btn b-line" href="${at}/codes?place=${place.id}">${icon('qr')}${codesText(lang).print}</a>`,
    prints && whole && html`<a class="btn b-line" href="${at}/codes?${place.kind}=${place.id}">${icon('print')}${codesText(lang).printAll}</a>`,
    roomy && (prints || holds(actor, 'import roster', place))
      && html`<a class="btn b-line" href="${at}/places/new?place=${place.id}">${icon('plus')}${codesText(lang).add}</a>`,
  ].filter(link => link !== false)
  return links.length === 0 ? nothing : html`<p class="row wrap gap no-print">${links}</p>`
}

// Where it lies on the earth: for whoever may set it, and nobody else needs the form.
async function position({ lang, db, community, actor, now }: Visit, place: Place, mend: Mend): Promise<Html> {
  if (setPoint.refuse(actor, place, now) !== null) return nothing
  const t = pointText(lang)
  const known = await pointOf(db, place.id)
  const filled = mend.problems.length > 0 ? mend : { ...EMPTY, values: known ? { latitude: String(known.latitude), longitude: String(known.longitude) } : {} }
  return html`<details class="where no-print"${mend.problems.length > 0 && html` open`}><summary>${t.title}</summary><form class="stack" method="post" action="/${community.slug}/places/${place.id}/point">${
    errs(lang, mend)}${requestKey(mend)}<p class="dim sm">${t.lead}</p>${known && html`<p>${t.now(known.latitude, known.longitude)}</p>`}${
    ['latitude', 'longitude'].map(name => field(lang, setPointInput, name, filled))}<div class="field"><button class="btn full">${t.set}</button></div></form></details>`
}
