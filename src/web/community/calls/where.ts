// Where help is wanted, and for whom: own homes first, those of whom one may act for, any place that is named.
import { peopleCalledFor } from '#modules/calls/public.ts'
import { today } from '#modules/communities/public.ts'
import { holds } from '#modules/people/public.ts'
import { estates, placeById, placesIn, type Place } from '#modules/places/public.ts'
import { newCallText } from '#text/call-pages.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import type { Visit } from '#web/visit.ts'

/** What the address says so far; 0 and '' where it says nothing. */
export interface Wanted {
  readonly place: number
  readonly need: string
  readonly principal: number
  readonly channel: 'phone' | ''
}

type Principal = Awaited<ReturnType<typeof peopleCalledFor>>[number]

/** The place, and whom the visitor may call for. */
export interface Chosen {
  readonly place: Place | null
  readonly principals: readonly Principal[]
  readonly principal: Principal | undefined
}

/** The place that is named, else the first home of whoever needs help; nobody's home for a caller on the phone. At most two statements. */
export async function chosenPlace({ db, actor, community, now }: Visit, wanted: Wanted): Promise<Chosen> {
  const principals = actor.personId === null || actor.mayActFor.length === 0 ? [] : await peopleCalledFor(db, actor.personId, today(community, now))
  const principal = principals.find(one => one.id === wanted.principal)
  const home = wanted.channel === 'phone' ? undefined : (principal ?? actor).homes[0]?.id
  const id = wanted.place || home
  return { place: id ? await placeById(db, id) : null, principals, principal }
}

/** Oneself, those for whom one may act, and whoever is on the phone. */
export function forWhom({ lang, actor, community }: Visit, wanted: Wanted, { principals, principal, place }: Chosen): Html {
  const t = newCallText(lang)
  const answers = holds(actor, 'enter for others', place ?? undefined)
  if (principals.length === 0 && !answers) return nothing
  const link = (more: Record<string, string>, words: string, here: boolean) =>
    html`<a href="/${community.slug}/help/new?${new URLSearchParams({ ...wanted.need && { need: wanted.need }, ...more })}"${here && html` aria-current="true"`}>${words}</a>`
  return html`<nav class="filters field" aria-label="${t.forWhom}">${link({}, t.forMyself, !principal && wanted.channel === '')}${
    principals.map(one => link({ principal: String(one.id) }, t.forOther(one.name ?? ''), principal?.id === one.id))}${
    answers ? link({ channel: 'phone' }, t.forPhone, wanted.channel === 'phone') : nothing}</nav>${
    wanted.channel === 'phone' ? html`<p class="hint">${t.forPhoneHint}</p>` : nothing}`
}

/** The place with a way to another; without one, what there is to choose from. At most one statement. */
export async function whereTo(visit: Visit, wanted: Wanted, { place, principal }: Chosen): Promise<Html> {
  const { lang, db, actor } = visit
  const t = newCallText(lang)
  const homes = wanted.channel === 'phone' ? [] : (principal ?? actor).homes.filter(home => home.id !== place?.id)
  const inside = place?.kind === 'home' ? [] : place ? await placesIn(db, place.id) : await estates(db)
  return html`${place && html`<div class="card flush"><div class="scanned"><span class="glyph sea">${icon('pin')}</span><div class="grow"><p class="dim xs">${t.here}</p><h2>${place.label}</h2></div>${
    place.parent_id !== null && html`<a class="rest" href="${address(visit, wanted, { place: place.building_id ?? place.parent_id })}">${t.otherPlace}</a>`}</div></div>`}${
    homes.length > 0 ? html`<ul class="chips" aria-label="${t.homes}">${homes.map(home => html`<li><a class="btn b-line sm" href="${address(visit, wanted, { place: home.id })}">${icon('home')}${home.label}</a></li>`)}</ul>` : nothing}${
    inside.length > 0 ? html`<details class="where"${place?.kind !== 'thing' && html` open`}><summary>${place ? t.exact : t.whichPlace}</summary><ul class="chips">${
      inside.map(one => html`<li><a class="btn b-line sm" href="${address(visit, wanted, { place: one.id })}">${one.name}</a></li>`)}</ul></details>` : nothing}`
}

function address({ community }: Visit, { need, principal, channel }: Wanted, { place }: { place: number }): string {
  return `/${community.slug}/help/new?${new URLSearchParams({ place: String(place), ...need && { need }, ...principal > 0 && { principal: String(principal) }, ...channel && { channel } })}`
}
