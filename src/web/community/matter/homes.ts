// The homes that a matter touches: a list for those who handle it, one's own home for a household, a count for everybody.
import { addHomes, addHomesInput, mayNot, settleHome, type Extras } from '#modules/matters/public.ts'
import { buildings, estateOf, homesOf } from '#modules/places/public.ts'
import { metaOf } from '#kit/check.ts'
import { homesText } from '#text/work-more.ts'
import { idFrom, numberIn } from '#web/frame.ts'
import { choose, errs, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, note } from '#web/parts/list.ts'
import { EMPTY, typed, type Mend, type Page, type Visit } from '#web/visit.ts'
import { around, formOrWhy, mendOf, partPage, taking, type Around, type Part, type Shown } from './part-page.ts'

type Home = Extras['homes']['seen'][number]

/** The homes as the matter's page shows them: how many, and the reader's own. */
export function homesPart({ lang, community }: Visit, matter: Shown, { homes }: Extras): Html {
  const t = homesText(lang)
  if (homes.all === 0) return nothing
  const own = homes.seen.filter(home => home.own)
  return html`<section>${head(t.title)}<div class="card"><p><a href="/${community.slug}/matters/${matter.id}/homes">${t.count(homes.settled, homes.all)}</a></p>${own.map(home =>
    html`<p class="sm">${icon(home.settled ? 'check' : 'clock')} ${t.own} ${home.label} <b>${home.settled ? t.settled : t.open}</b></p>`)}</div></section>`
}

/** GET /:community/matters/:id/homes?building= */
export const page: Page = visit => shown(visit, {})

const shown: Part = async (visit, mends) => {
  const { lang, actor } = visit
  const t = homesText(lang)
  const here = await around(visit)
  const { homes } = here.extras
  const refusal = mayNot.handle(actor, here.matter.rules)
  const mend = mendOf(mends, 'add')
  return partPage(visit, here, t.title, html`${homes.all === 0 ? empty(t.none) : html`<p class="gap"><b>${t.count(homes.settled, homes.all)}</b></p>`}${note('', 'lock', t.inside)}
${homes.seen.length > 0 && html`<ul class="card flush list">${homes.seen.map(home => html`<li>${row(visit, here, home)}</li>`)}</ul>`}
${await formOrWhy(lang, t.add, refusal, () => addForms(visit, here, mend))}`)
}

/** POST /:community/matters/:id/homes?building= */
export const add = taking('homes', shown, 'add', ({ act, form }, id) => act(addHomes, { id, places: [form.fields['places'] ?? []].flat() }))

/** POST /:community/matters/:id/homes/settle */
export const settle = taking('homes', shown, 'settle', ({ act, form }, id) =>
  act(settleHome, { id, home: typed(form, 'home'), settled: typed(form, 'settled') === 'true' }))

function row({ lang, actor }: Visit, { matter, at }: Around, home: Home): Html {
  const t = homesText(lang)
  const words = home.settled ? t.unsettle : t.settle
  return html`${icon(home.settled ? 'check' : 'clock')}<span class="grow"><b class="row-title">${home.label}</b><span class="row-meta">${home.settled ? t.settled : t.open}</span></span>${
    mayNot.handle(actor, matter.rules) === null && html`<form class="no-print" method="post" action="${at}/homes/settle">${requestKey(EMPTY)}<input type="hidden" name="home" value="${home.id}"><input type="hidden" name="settled" value="${
      home.settled ? '' : 'true'}"><button class="btn b-line sm" aria-label="${words}: ${home.label}">${words}</button></form>`}`
}

// First the building, then all of it, an entrance of it, or single homes.
async function addForms(visit: Visit, here: Around, mend: Mend): Promise<Html> {
  const { lang, db, url } = visit
  const t = homesText(lang)
  const all = await buildings(db, estateOf(here.matter.rules.place))
  const chosen = all.find(building => building.id === numberIn(url, 'building'))
  return html`<form class="card" action="${here.at}/homes">${
    choose(lang, 'building', t.building, all.map(building => ({ value: building.id, words: building.name })), String(chosen?.id ?? ''))}
<div class="field"><button class="btn full b-line">${t.show}</button></div></form>
${chosen ? await ticks(visit, here, chosen, mend) : nothing}`
}

async function ticks({ lang, db }: Visit, { at }: Around, building: { id: number, name: string }, mend: Mend): Promise<Html> {
  const t = homesText(lang)
  const homes = await homesOf(db, building.id)
  const ticked = new Set([mend.values['places'] ?? []].flat().map(idFrom))
  const tick = (id: number, words: string, first = false) => html`<label class="tickbox"><input type="checkbox"${first && html` id="f-places"`} name="places" value="${id}"${ticked.has(id) && html` checked`}><span>${words}</span></label>`
  const entrances = new Map(homes.flatMap(home => home.entrance_id === null ? [] : [[home.entrance_id, home.entrance ?? ''] as const]))
  const wrong = mend.problems[0]?.reason
  return html`<form class="card" method="post" action="${at}/homes?building=${building.id}">${errs(lang, mend)}${requestKey(mend)}
<fieldset class="field${wrong && ' bad'}"><legend>${metaOf(addHomesInput, ['places'])?.label?.(lang)}</legend>${wrong && html`<span class="err">${icon('warn')}${wrong(lang)}</span>`}
${tick(building.id, t.whole(building.name), true)}${[...entrances].map(([id, name]) => tick(id, t.entrance(`${building.name} ${name}`)))}</fieldset>
<fieldset class="field"><legend class="vh">${building.name}</legend><div class="duo">${homes.map(home => tick(home.id, `${home.entrance ?? ''} ${home.name}`))}</div></fieldset>
<div class="field"><button class="btn full">${t.addChosen}</button></div></form>`
}
