// One kind of what is held about somebody, as a card.
import { html, nothing, type Html } from '#web/parts/html.ts'

/** Its lines under a heading; nothing where there are none. The record of a worker is long: folded, and told how long it is. */
export function section(title: string, lines: (Html | string)[], hint = ''): Html {
  if (lines.length === 0) return nothing
  const body = html`${hint && html`<p class="hint">${hint}</p>`}<ul>${lines.map(line => html`<li>${line}</li>`)}</ul>`
  return lines.length > 6 ? html`<details class="card"><summary><b>${title}</b> <span class="dim num">${lines.length}</span></summary>${body}</details>`
    : html`<section class="card"><h2>${title}</h2>${body}</section>`
}
