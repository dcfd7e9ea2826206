// How many neighbours have said it before, and how to join them: offered to whoever comes with the same trouble in a crowd.
import { titleOf, type alike } from '#modules/matters/public.ts'
import { authorText } from '#text/moderation-author.ts'
import { matterPageText, raiseText } from '#text/pages.ts'
import { requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { EMPTY, type Visit } from '#web/visit.ts'

type Alike = Awaited<ReturnType<typeof alike>>

/** How many alike ones are counted. */
export const MANY = 100
const SHOWN = 3

/** Those who raised it and those who have it too. */
export function told(found: Alike): number {
  return found.reduce((sum, { followers }) => sum + 1 + Number(followers ?? 0), 0)
}

/** The best of them, each with a tap to join. */
export function alikeCard({ lang, community, actor }: Visit, found: Alike): Html {
  if (found.length === 0) return nothing
  const t = authorText(lang)
  return html`<section class="card"><h2>${t.many(told(found))}</h2><p class="dim sm">${t.manyHint}</p>${found.slice(0, SHOWN).map(other => html`<div class="row wrap already-one"><a class="grow" href="/${
    community.slug}/matters/${other.id}">${titleOf(other.text)}<span class="dim xs"> ${other.label}</span></a>${actor.personId !== null && html`<form method="post" action="/${
    community.slug}/matters/${other.id}/follow">${requestKey(EMPTY)}<button class="btn b-line sm" aria-label="${matterPageText(lang).followDone}">${icon('check')}${raiseText(lang).me}</button></form>`}</div>`)}</section>`
}
