// Places by hand: buildings where there is no list, and the lifts, pools and gates that no list has.
import { Invalid } from '#kit/errors.ts'
import { estates, placeById, placesIn, type Place } from '#modules/places/public.ts'
import { addBuildings, addBuildingsInput, addThing, addThingInput } from '#modules/roster/public.ts'
import { newPlacesText } from '#text/roster-page.ts'
import { framed, numberIn } from '#web/frame.ts'
import { buttonOrWhy, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, toast } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'

/** What was typed into either form. */
interface Mends {
  buildings: Mend
  thing: Mend
}

const NOTHING: Mends = { buildings: EMPTY, thing: EMPTY }

/** GET /:community/places/new?place= */
export const page: Page = visit => shown(visit, numberIn(visit.url, 'place'), NOTHING)

/** POST /:community/places/new/buildings */
export const buildings: Submit = sent => mended(sent, 'buildings', async input => {
  const { homes } = await sent.act(addBuildings, input)
  return `places/new?homes=${homes}`
})

/** POST /:community/places/new/thing */
export const thing: Submit = sent => mended(sent, 'thing', async input => {
  const { id } = await sent.act(addThing, input)
  return `places/${id}`
})

async function mended(sent: Sent, form: keyof Mends, act: (input: unknown) => Promise<string>): Promise<Html | Response> {
  const { requestKey: _key, ...input } = sent.form.fields
  try {
    return goTo(`/${sent.community.slug}/${await act(input)}`)
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    const mend = { values: sent.form.fields, problems: problem.problems }
    return sent.show(visit => shown(visit, Number(typed(sent.form, 'place')) || undefined, { ...NOTHING, [form]: mend }))
  }
}

async function shown(visit: Visit, placeId: number | undefined, mends: Mends): Promise<Html> {
  const { lang, db, community, url } = visit
  const t = newPlacesText(lang)
  const place = placeId ? await placeById(db, placeId) : null
  const homes = numberIn(url, 'homes')
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}${place ? `/places/${place.id}` : '/roster'}` }, html`${
    homes ? toast(t.homesMade(homes)) : nothing}
${place ? nothing : buildingsForm(visit, mends.buildings)}
<section class="stack">${head(t.thing)}<p class="dim sm">${t.thingLead}</p>
${await wherePicker(visit, place)}
${place ? thingForm(visit, place, mends.thing) : nothing}</section>`)
}

function buildingsForm({ lang, community, actor, now }: Visit, mend: Mend): Html {
  const t = newPlacesText(lang)
  const refusal = addBuildings.refuse(actor, { id: community.id }, now)
  if (refusal) return html`<section>${head(t.buildings)}${buttonOrWhy(lang, t.addBuildings, refusal)}</section>`
  return html`<section class="stack">${head(t.buildings)}<p class="dim sm">${t.buildingsLead}</p>
<form class="card stack" method="post" action="/${community.slug}/places/new/buildings">${errs(lang, mend)}${requestKey(mend)}${
    Object.keys(addBuildingsInput.shape).map(name => field(lang, addBuildingsInput, name, mend))}
<div class="field"><button class="btn full">${t.addBuildings}</button></div></form></section>`
}

async function wherePicker({ lang, db, community }: Visit, place: Place | null): Promise<Html> {
  const t = newPlacesText(lang)
  const inside = place ? await placesIn(db, place.id) : await estates(db)
  const roomy = inside.filter(({ kind }) => kind !== 'home' && kind !== 'thing')
  const at = `/${community.slug}/places/new`
  return html`<p class="gap row wrap"><b>${t.where}</b>${place && html`<span>${icon('pin')} ${place.label}</span>
<a class="sm" href="${at}">${t.elsewhere}</a>`}</p>
${roomy.length > 0 && html`<ul class="chips">${roomy.map(one =>
    html`<li><a class="btn b-line sm" href="${at}?place=${one.id}">${one.name}</a></li>`)}</ul>`}`
}

function thingForm({ lang, actor, community, now }: Visit, place: Place, mend: Mend): Html {
  const t = newPlacesText(lang)
  const refusal = addThing.refuse(actor, place, now)
  const filled = { ...mend, values: { ...mend.values, place: String(place.id) } }
  return html`<form class="card stack gap" method="post" action="/${community.slug}/places/new/thing">
${errs(lang, mend)}${requestKey(mend)}${
    refusal ? nothing : Object.keys(addThingInput.shape).map(name => field(lang, addThingInput, name, filled))}
<div class="field">${buttonOrWhy(lang, t.addThing, refusal)}</div></form>`
}
