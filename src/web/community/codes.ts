// Codes on paper: eight to a sheet, a building to its own sheets; or one alone as a poster.
import { Refused } from '#kit/errors.ts'
import { lacks } from '#modules/people/public.ts'
import { codesOf, estates, placeById, type Place } from '#modules/places/public.ts'
import { codesText } from '#text/codes.ts'
import { framed, numberIn } from '#web/frame.ts'
import { drawing, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, list } from '#web/parts/list.ts'
import { local } from '#web/parts/page.ts'
import { qrSvg } from '#web/parts/qr.ts'
import type { Page, Visit } from '#web/visit.ts'
import { headWords } from './record/head-line.ts'

const PER_SHEET = 8
/** Things first, then doors; homes last. */
const ORDER = { thing: 0, estate: 1, building: 2, entrance: 3, home: 4 } as const

type Code = Pick<Place, 'id' | 'kind' | 'label' | 'code' | 'building_id'>

interface Sheet {
  title: string
  at: number
  of: number
  codes: Code[]
}

/** GET /:community/codes?building=ID or ?estate=ID, with &homes=1 for the homes of a building too; ?place=ID is a poster. */
export const page: Page = async visit => {
  const { url } = visit
  const place = numberIn(url, 'place')
  const whole = numberIn(url, 'building') ?? numberIn(url, 'estate')
  if (place) return poster(visit, await allowed(visit, place))
  return whole ? sheets(visit, await allowed(visit, whole)) : choice(visit)
}

async function allowed({ db, actor }: Visit, id: number): Promise<Place> {
  const place = await placeById(db, id)
  const reason = lacks(actor, 'print codes', place)
  if (reason) throw new Refused(reason)
  return place
}

async function choice(visit: Visit): Promise<Html> {
  const { lang, db, community } = visit
  const t = codesText(lang)
  return framed(visit, { title: t.title, back: `/${community.slug}` }, html`<h2 class="head">${t.whose}</h2>${
    list((await estates(db)).map(estate => ({
      href: `/${community.slug}/places/${estate.id}`, title: estate.name, icon: 'home', tone: 'sea',
    })))}`)
}

async function sheets(visit: Visit, place: Place): Promise<Html> {
  const { lang, db, url, community } = visit
  const t = codesText(lang)
  const homes = place.kind === 'building' && url.searchParams.has('homes')
  const codes = await codesOf(db, place.id, { homes })
  const made = sheetsOf(place, codes)
  const sealed = await headWords(visit)
  return framed(visit, { title: t.title, wide: true, paper: true, back: `/${community.slug}/places/${place.id}` }, html`<div class="no-print stack">
<p class="dim sm">${codes.length > 0 ? t.lead(made.length, codes.length) : t.none}</p>
${place.kind === 'building' && html`<nav class="filters" aria-label="${t.which}">
<a href="?building=${place.id}"${!homes && html` aria-current="true"`}>${t.common}</a>
<a href="?building=${place.id}&amp;homes=1"${homes && html` aria-current="true"`}>${t.withHomes}</a></nav>`}</div>
${codes.length === 0 ? empty(t.none) : made.map(sheet => paper(visit, sheet, sealed))}`)
}

// A building's codes are carried to the building, so they share no sheet with another's.
function sheetsOf(place: Place, codes: readonly Code[]): Sheet[] {
  const within = new Map<number, Code[]>()
  for (const code of codes) {
    const building = code.kind === 'building' ? code.id : code.building_id ?? 0
    within.set(building, [...within.get(building) ?? [], code])
  }
  return [...within].flatMap(([building, all]) => {
    const ordered = all.toSorted((one, other) => ORDER[one.kind] - ORDER[other.kind])
    const title = all.find(({ id }) => id === building)?.label ?? place.label
    const of = Math.ceil(ordered.length / PER_SHEET)
    return Array.from({ length: of }, (_, i) => ({ title, at: i + 1, of, codes: ordered.slice(i * PER_SHEET, (i + 1) * PER_SHEET) }))
  })
}

function paper(visit: Visit, sheet: Sheet, sealed: string): Html {
  const { lang, community } = visit
  const t = codesText(lang)
  return html`<article class="a4 sheet"><header><b>${community.name}</b><span>${sheet.title}</span><span class="push num">${
    t.sheet(sheet.at, sheet.of)}</span></header>
<ul class="labels">${sheet.codes.map(code => label(visit, code))}</ul><p class="short">${sealed}</p></article>`
}

function label(visit: Visit, code: Code): Html {
  const { lang, community } = visit
  const t = codesText(lang)
  return html`<li>${qrSvg(address(visit, code), t.codeOf(code.label))}<div><h2>${inParts(code.label)}</h2><p>${t.scan}</p>${
    community.phone && html`<p>${t.call}<br><b class="num">${local(community.phone)}</b></p>`}<p class="short">${
    address(visit, code).replace(/^https?:\/\//u, '')}</p></div></li>`
}

// A line breaks between building and entrance, not within 1单元.
function inParts(label: string): Html {
  return html`${label.split(' ').map(part => html`<span>${part}</span> `)}`
}

async function poster(visit: Visit, place: Place): Promise<Html> {
  const { lang, community } = visit
  const t = codesText(lang)
  return framed(visit, { title: t.title, wide: true, paper: true, back: `/${community.slug}/places/${place.id}` }, html`
<article class="a4 poster one-code"><header>${mark()}<b>${community.name}</b></header>
<h1>${inParts(place.label)}</h1><p class="lead">${t.scan}</p>
${qrSvg(address(visit, place), t.codeOf(place.label))}
<p class="short">${address(visit, place).replace(/^https?:\/\//u, '')}</p><p>${t.noApp}</p>
${community.phone ? html`<p class="lead">${t.call} <b class="num">${local(community.phone)}</b></p>` : nothing}<p class="short">${await headWords(visit)}</p></article>`)
}

function address({ publicUrl }: Visit, { code }: Pick<Place, 'code'>): string {
  return `${publicUrl}/q/${code}`
}

function mark(): Html {
  return html`<svg class="mark" aria-hidden="true"><use href="${drawing('mark-mono')}"/></svg>`
}
