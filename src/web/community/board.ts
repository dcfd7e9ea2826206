// 公开栏: every open matter of the community in its lane; filters by estate, building, place, step and words.
import { buildings, estates } from '#modules/places/public.ts'
import { board, LANES, titleOf, type BoardFilter } from '#modules/matters/public.ts'
import type { Step } from '#db/tables.ts'
import { kindText, stepHint, stepText } from '#text/matters.ts'
import { boardText } from '#text/pages.ts'
import { framed, numberIn } from '#web/frame.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty } from '#web/parts/list.ts'
import { tile } from '#web/parts/steps.ts'
import { said } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'

const SHOWN_PER_LANE = 6
const SHOWN_OF_ONE = 100

type Listed = Awaited<ReturnType<typeof board>>[number]

/** GET /:community/board?estate&building&place&step&words */
export const page: Page = async visit => {
  const { lang, url, community, db, actor } = visit
  const filter = filterOf(url)
  const listed = await board(db, actor, filter, filter.step ? SHOWN_OF_ONE : SHOWN_PER_LANE)
  const t = boardText(lang)
  return framed(visit, {
    title: t.title, current: 'board', wide: true, live: 'matters/', qr: `${visit.publicUrl}${url.pathname}${queryOf(filter)}`,
    ...(filter.step && { back: `/${community.slug}/board` }),
  }, html`<p class="dim sm">${t.lead(community.name)}</p>
${search(visit, filter)}
${await choices(visit, filter)}
${listed.length === 0 ? empty(filter.words ? t.noneFound(filter.words) : t.none) : filter.step ? oneLane(visit, listed, filter.step) : lanes(visit, listed)}`)
}

function filterOf(url: URL): BoardFilter {
  const step = url.searchParams.get('step')
  const words = url.searchParams.get('words')?.trim().slice(0, 100)
  return {
    estate: numberIn(url, 'estate'), building: numberIn(url, 'building'), place: numberIn(url, 'place'),
    ...(step !== null && Object.hasOwn(STEPS, step) && { step: step as Step }),
    ...(words && { words }),
  }
}

// Only what was understood: a printed code has no room for more.
function queryOf(filter: BoardFilter): string {
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)])
  return asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''
}

const STEPS: Readonly<Record<string, true>> = { raise: true, discuss: true, decide: true, coordinate: true, do: true, show: true, rate: true, close: true }

function search({ lang, community }: Visit, filter: BoardFilter): Html {
  const t = boardText(lang)
  return html`<form class="search no-print" action="/${community.slug}/board" role="search">
  ${filter.estate && html`<input type="hidden" name="estate" value="${filter.estate}">`}
  <label class="vh" for="words">${t.search}</label>
  <input type="search" id="words" name="words" value="${filter.words ?? ''}" placeholder="${t.searchHint}" maxlength="100" enterkeyhint="search">
  <button class="btn b-line">${icon('search')}${t.find}</button>
</form>`
}

async function choices({ lang, community, db, url }: Visit, filter: BoardFilter): Promise<Html> {
  const t = boardText(lang)
  const all = await estates(db)
  const inEstate = filter.estate ? await buildings(db, filter.estate) : []
  const link = (words: string, changed: Record<string, string>, current: boolean) =>
    html`<a href="${withQuery(url, changed)}"${current && html` aria-current="true"`}>${words}</a>`
  return html`<div class="scroll-x no-print"><nav class="filters" aria-label="${t.which}">
  ${link(t.all, { estate: '', building: '' }, !filter.estate)}
  ${link(stepText(lang).close, { step: filter.step === 'close' ? '' : 'close' }, filter.step === 'close')}
  ${all.map(estate => link(estate.name, { estate: String(estate.id), building: '' }, filter.estate === estate.id))}
</nav></div>
${inEstate.length > 0 && html`<div class="scroll-x no-print"><nav class="filters" aria-label="${t.building}">
  ${link(t.anyBuilding, { building: '' }, !filter.building)}
  ${inEstate.map(building => link(building.name, { building: String(building.id) }, filter.building === building.id))}
</nav></div>`}
${(filter.words || filter.place) && html`<a class="rest" href="/${community.slug}/board">${t.back}</a>`}`
}

function withQuery(url: URL, changed: Record<string, string>): string {
  const query = new URLSearchParams(url.search)
  query.delete('place')
  for (const [name, value] of Object.entries(changed)) {
    if (value) query.set(name, value)
    else query.delete(name)
  }
  return `${url.pathname}${query.size > 0 ? `?${query}` : ''}`
}

function lanes(visit: Visit, listed: Listed[]): Html {
  const { lang, url } = visit
  const t = boardText(lang)
  const inLane = LANES.map(lane => listed.filter(matter => (matter.step === 'decide' ? 'discuss' : matter.step) === lane))
  const total = (matters: Listed[]) => [...new Map(matters.map(matter => [matter.step, matter.total])).values()].reduce((sum, n) => sum + n, 0)
  return html`<nav class="lanes-nav${lang === 'en' && ' words'} no-print" aria-label="${t.sixSteps}">${LANES.map((lane, i) => html`<a href="#${lane}">${stepText(lang)[lane]}<small>${total(inLane[i] ?? [])}</small></a>`)}</nav>
<div class="lanes">${LANES.map((lane, i) => {
    const matters = inLane[i] ?? []
    const rest = total(matters) - matters.length
    return html`<section class="lane" id="${lane}"><header><h2>${tile(lang, lane)}${lang === 'zh' ? t.thing : stepText(lang)[lane]}</h2><p>${stepHint(lang)[lane]}</p><span class="num">${total(matters)}</span></header>
${matters.length > 0 ? matters.map(matter => mini(visit, matter)) : html`<p class="nothing">${t.noneHere}</p>`}
${rest > 0 && html`<a class="rest" href="${withQuery(url, { step: lane })}">${t.more(rest)}</a>`}
</section>`
  })}</div>`
}

function oneLane(visit: Visit, listed: Listed[], step: Step): Html {
  return html`<section class="lane"><header><h2>${tile(visit.lang, step)}${stepText(visit.lang)[step]}</h2><span class="num">${listed[0]?.total ?? 0}</span></header>
<div class="grid-minis">${listed.map(matter => mini(visit, matter))}</div></section>`
}

/** One matter as a small card. */
function mini({ lang, community, now }: Visit, matter: Listed): Html {
  const t = boardText(lang)
  return html`<a class="mini${matter.urgent && ' hot'}" href="/${community.slug}/matters/${matter.id}"><b>${titleOf(matter.text)}</b><span class="meta">${
    dotted(matter.label, said(lang, matter.raised_at, now, community.time_zone))}</span><span class="meta">${
    dotted(kindText(lang)[matter.kind as 'other'], matter.followers ? t.also(matter.followers) : null)}</span>${matter.urgent ? html`<span class="badge alarm">${t.urgent}</span>` : nothing}</a>`
}
