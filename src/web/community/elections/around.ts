// What the pages of one election have in common: its frame, and links to what the visitor may do.
import { mayNotInElection, type Election } from '#modules/elections/public.ts'
import { electionKindText } from '#text/election-words.ts'
import { electionPageText } from '#text/election-pages.ts'
import { framed } from '#web/frame.ts'
import { assetAt } from '#web/parts/assets.ts'
import { requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { toast } from '#web/parts/list.ts'
import { EMPTY, type Visit } from '#web/visit.ts'
import { DEEDS, type DeedName } from './deeds.ts'

/** The sheet of the map, for its page. */
export const styles = html`<link rel="stylesheet" href="${assetAt('election.css')}">`

/** Where an election lies, without a slash at the end. */
export function addressOf({ community }: Pick<Visit, 'community'>, id: number): string {
  return `/${community.slug}/elections/${id}`
}

/** A page of an election. */
export function electionFrame(visit: Visit, election: Pick<Election, 'id' | 'kind' | 'estate'>, own: { title?: string, back?: string }, body: Html): Html {
  const { lang, url, community, publicUrl } = visit
  const at = addressOf(visit, election.id)
  const title = own.title ?? `${election.estate.name} · ${electionKindText(lang)[election.kind]}`
  return framed(visit, { title, back: own.back ?? `/${community.slug}/elections`, live: `elections/${election.id}`, qr: `${publicUrl}${at}` }, html`${
    url.searchParams.has('done') ? toast(electionPageText(lang).done) : nothing}${body}`)
}

/** Links to the forms of these deeds, those only that the visitor may do now. */
export function links(visit: Visit, election: Election, deeds: readonly DeedName[], of?: number): Html {
  const open = deeds.filter(name => DEEDS[name].refuse(visit.actor, election) === null)
  if (open.length === 0) return nothing
  const at = addressOf(visit, election.id)
  return html`<p class="row wrap no-print gap">${open.map(name => html`<a class="btn b-line sm" href="${at}/do/${name}${of !== undefined && `?of=${of}`}">${DEEDS[name].summary(visit.lang)}</a>`)}</p>`
}

/** A button that does it at once; nothing where the visitor may not. */
export function tap(visit: Visit, election: Election, name: DeedName, words: string, fields: Readonly<Record<string, string | number>> = {}): Html {
  if (DEEDS[name].refuse(visit.actor, election) !== null) return nothing
  return html`<form class="no-print" method="post" action="${addressOf(visit, election.id)}/do/${name}">${requestKey(EMPTY)}${
    Object.entries(fields).map(([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`)}<button class="btn b-line sm">${words}</button></form>`
}

/** Square metres as people write them. */
export function squareMetres(area: number): string {
  return (area / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}

/** Whether the visitor works on it: keeps it, or is of the group. */
export function worksOn(visit: Pick<Visit, 'actor'>, election: Election): boolean {
  return mayNotInElection.work(visit.actor, election) === null
}

