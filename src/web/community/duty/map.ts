// 楼道有没有人: every building as it stands, its entrances side by side; where nobody is stands first. Numbers only, never who.
import { COVERAGE_TIMES, coverageOf, uncovered, type Covered } from '#modules/duty/public.ts'
import { holds } from '#modules/people/public.ts'
import { listed } from '#kit/phrase.ts'
import { coverageText } from '#text/duty-pages.ts'
import { framed } from '#web/frame.ts'
import { assetAt } from '#web/parts/assets.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'

const FIRST = 12

/** GET /:community/duty/map?when=night */
export const page: Page = async visit => {
  const { lang, db, actor, community, now, url } = visit
  const t = coverageText(lang)
  const when = COVERAGE_TIMES.find(one => one === url.searchParams.get('when')) ?? 'now'
  const entrances = await coverageOf(db, when, now, community.time_zone)
  const inside = holds(actor, 'see coverage')
  return framed(visit, { title: t.title, back: `/${community.slug}/duty`, live: 'duty/' }, html`<link rel="stylesheet" href="${assetAt('duty.css')}"><p class="dim sm">${t.lead}</p>
<nav class="filters gap" aria-label="${t.when}">${COVERAGE_TIMES.map(one => html`<a href="?when=${one}"${one === when && html` aria-current="true"`}>${t[one]}</a>`)}</nav>
${inside ? html`${gapsPart(visit, entrances)}${drawingPart(visit, entrances)}${tablePart(visit, entrances)}` : html`${buildingsPart(visit, entrances)}<p class="dim sm gap">${icon('lock')}${t.open}</p>`}`)
}

function gapsPart({ lang }: Visit, entrances: readonly Covered[]): Html {
  const t = coverageText(lang)
  const gaps = uncovered(entrances)
  if (gaps.length === 0) return entrances.length === 0 ? nothing : note('', 'check', t.noGaps)
  return html`<section>${note('alarm', 'warn', t.gaps(gaps.length, gaps.reduce((sum, { homes }) => sum + homes, 0)))}<ul class="card flush list">${gaps.slice(0, FIRST).map(gap =>
    html`<li><span class="grow"><b class="row-title">${gap.label}</b><span class="row-meta">${
      dotted(gap.around === 0 ? t.wholeBuilding : t.inBuilding(gap.around))}</span></span><span class="num">${t.homes(gap.homes)}</span></li>`)}</ul>${
    gaps.length > FIRST && html`<p class="dim sm">${t.more(gaps.length - FIRST)}</p>`}</section>`
}

const level = (people: number) => people === 0 ? 'none' : people < 3 ? 'some' : 'many'

function drawingPart(visit: Visit, entrances: readonly Covered[]): Html {
  const { lang } = visit
  const t = coverageText(lang)
  return html`<section>${head(t.all)}<ul class="legend sm">${(['none', 'some', 'many'] as const).map(one => html`<li><span class="door ${one}" aria-hidden="true"></span>${t[one]}</li>`)}</ul>
${[...Map.groupBy(entrances, ({ estate }) => estate)].map(([estate, inIt]) => html`<h3 class="gap">${estate}</h3><ul class="street">${
    [...Map.groupBy(inIt, one => one.building_id).values()].map(doors => house(visit, doors))}</ul>`)}</section>`
}

function house({ lang }: Visit, doors: readonly Covered[]): Html {
  const t = coverageText(lang)
  return html`<li class="house"><span class="name">${doors[0]?.building}</span><ul class="doors">${doors.map(door =>
    html`<li><div class="door ${level(door.here)}" role="img" aria-label="${t.drawing(door.label, door.here, door.homes)}"><b class="num">${door.here}</b><small>${
      door.id === door.building_id ? '' : door.name}</small></div></li>`)}</ul></li>`
}

function tablePart({ lang }: Visit, entrances: readonly Covered[]): Html {
  const t = coverageText(lang)
  return html`<details class="gap"><summary>${t.asTable}</summary><div class="scroll-x" tabindex="0" role="region" aria-label="${t.asTable}"><table class="tbl"><thead><tr><th>${t.entrance}</th><th class="r">${
    t.homes(0).replace('0', '').trim()}</th><th class="r">${t.here}</th><th class="r">${t.around}</th></tr></thead><tbody>${entrances.map(one => html`<tr${
    one.here === 0 && html` class="hot"`}><th scope="row">${one.label}</th><td class="r">${one.homes}</td><td class="r">${one.here}</td><td class="r">${one.around}</td></tr>`)}</tbody></table></div></details>`
}

// What everybody may see: a line for each estate.
function buildingsPart({ lang }: Visit, entrances: readonly Covered[]): Html {
  const t = coverageText(lang)
  const buildings = [...Map.groupBy(entrances, one => one.building_id).values()].flatMap(doors => doors.slice(0, 1))
  return html`<section>${head(t.all)}<ul class="card flush list">${[...Map.groupBy(buildings, ({ estate }) => estate)].map(([estate, inIt]) => {
    const some = inIt.filter(({ around }) => around > 0)
    return html`<li><span class="grow"><b class="row-title">${estate}</b><span class="row-meta">${some.length === 0 ? t.nobodyYet
      : listed(lang, some.map(one => t.inHouse(one.building, one.around)))}</span></span><span class="badge ${some.length === 0 ? 'sun' : 'leaf'}">${
      t.houses(some.length, inIt.length)}</span></li>`
  })}</ul></section>`
}
