// A button that does something with a volunteer or a team at once: a form of its own with nothing to fill in.
import { requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { EMPTY, type Visit } from '#web/visit.ts'
import type { DeedName } from './deeds.ts'

type Brought = Readonly<Record<string, string | number | boolean>>

/** The button; `brought` goes along unseen. */
export function doButton({ community }: Pick<Visit, 'community'>, name: DeedName, brought: Brought, words: string, look = 'b-line sm'): Html {
  return html`<form method="post" action="/${community.slug}/volunteers/do/${name}">${requestKey(EMPTY)}${Object.entries(brought).map(([key, value]) =>
    html`<input type="hidden" name="${key}" value="${String(value)}">`)}<button class="btn ${look}">${words}</button></form>`
}

/** A link to the form of something that has fields. */
export function doLink({ community }: Pick<Visit, 'community'>, name: DeedName, brought: Brought, words: string, look = 'b-line sm'): Html {
  const query = new URLSearchParams(Object.entries(brought).map(([key, value]): [string, string] => [key, String(value)])).toString()
  return html`<a class="btn ${look}" href="/${community.slug}/volunteers/do/${name}${query && `?${query}`}">${words}</a>`
}
