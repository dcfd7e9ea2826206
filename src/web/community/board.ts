// 公开栏: every open matter of the community in its lane; filters by estate, building, place, step and words.
import { buildings, estates } from '#modules/places/public.ts'
import { board, LANES, titleOf, type BoardFilter } from '#modules/matters/public.ts'
import { methodIn, methodInForce, STEPS, type Method } from '#modules/methods/public.ts'
import type { Step } from '#db/tables.ts'
import { kindText, stepText } from '#text/matters.ts'
import { boardText } from '#text/pages.ts'
import { framed, numberIn } from '#web/frame.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty } from '#web/parts/list.ts'
import { tile } from '#web/parts/steps.ts'
import { said } from '#web/parts/time.ts'
import { headLine } from './record/head-line.ts'
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
  const method = methodIn((await methodInForce(db)).source)
  return framed(visit, {
    title: t.title, current: 'board', wide: true, live: 'matters/', qr: `${visit.publicUrl}${url.pathname}${queryOf(filter)}`,
    ...(filter.step && { back: `/${community.slug}/board` }),
    feed: `/${community.slug}/feed${filter.estate ? `?estate=${filter.estate}` : ''}`,
  }, html`<p class="dim sm">${t.lead(community.name)}</p>
${search(visit, filter)}
${await choices(visit, filter)}
${listed.length === 0 ? empty(filter.words ? t.noneFound(filter.words) : t.none) : filter.step ? oneLane(visit, listed, filter.step, method) : lanes(visit, listed, method)}
${await headLine(visit)}`)
}

function filterOf(url: URL): BoardFilter {
  const step = url.searchParams.get('step')
  const words = url.searchParams.get('words')?.trim().slice(0, 100)
  return {
    estate: numberIn(url, 'estate'), building: numberIn(url, 'building'), place: numberIn(url, 'place'),
    ...STEPS.filter(known => known === step).map(known => ({ step: known }))[0],
    ...(words && { words }),
  }
}

// Only what was understood: a printed code has no room for more.
function queryOf(filter: BoardFilter): string {
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)])
  return asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''
}

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

function lanes(visit: Visit, listed: Listed[], method: Method): Html {
  const { lang, url } = visit
  const t = boardText(lang)
  const shown = LANES.filter(lane => method.steps[lane]).map(lane => ({ lane, matters: listed.filter(({ step }) => laneOf(step, method) === lane), ...worded(visit, method, lane) }))
  const total = (matters: Listed[]) => [...new Map(matters.map(matter => [matter.step, matter.total])).values()].reduce((sum, n) => sum + n, 0)
  return html`<nav class="lanes-nav${lang === 'en' && ' words'} no-print" aria-label="${t.sixSteps}">${shown.map(({ lane, name, matters }) =>
    html`<a href="#${lane}">${lang === 'zh' ? name.slice(0, 1) : name}<small>${total(matters)}</small></a>`)}</nav>
<div class="lanes">${shown.map(({ lane, name, hint, matters }) => {
    const rest = total(matters) - matters.length
    return html`<section class="lane" id="${lane}"><header><h2>${tile(lang, lane, name)}${lang === 'zh' ? name.slice(1) : name}</h2><p>${hint}</p><span class="num">${total(matters)}</span></header>
${matters.length > 0 ? matters.map(matter => mini(visit, matter)) : html`<p class="nothing">${t.noneHere}</p>`}
${rest > 0 && html`<a class="rest" href="${withQuery(url, { step: lane })}">${t.more(rest)}</a>`}
</section>`
  })}</div>`
}

// A step that the method in force does not have (deciding belongs to discussing anyway) stands in the lane before it.
function laneOf(step: Step, method: Method): Step {
  const known = LANES.filter(lane => method.steps[lane] && STEPS.indexOf(lane) <= STEPS.indexOf(step))
  return known.at(-1) ?? 'raise'
}

function worded({ lang }: Visit, method: Method, step: Step): { name: string, hint: string } {
  const rule = method.steps[step]
  return { name: rule?.name[lang] ?? stepText(lang)[step], hint: rule?.hint[lang] ?? '' }
}

function oneLane(visit: Visit, listed: Listed[], step: Step, method: Method): Html {
  const { name } = worded(visit, method, step)
  return html`<section class="lane"><header><h2>${tile(visit.lang, step, name)}${name}</h2><span class="num">${listed[0]?.total ?? 0}</span></header>
<div class="grid-minis">${listed.map(matter => mini(visit, matter))}</div></section>`
}

/** One matter as a small card. */
function mini({ lang, community, now }: Visit, matter: Listed): Html {
  const t = boardText(lang)
  return html`<a class="mini${matter.urgent && ' hot'}" href="/${community.slug}/matters/${matter.id}"><b>${titleOf(matter.text)}</b><span class="meta">${
    dotted(matter.label, said(lang, matter.raised_at, now, community.time_zone))}</span><span class="meta">${
    dotted(kindText(lang)[matter.kind as 'other'], matter.followers ? t.also(matter.followers) : null)}</span>${matter.urgent ? html`<span class="badge alarm">${t.urgent}</span>` : nothing}</a>`
}
