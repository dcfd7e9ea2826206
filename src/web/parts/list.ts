// Lists, notes and chips.
import { drawing, html, icon, type Html, type Icon } from './html.ts'

export interface Row {
  href: string
  title: Html | string
  meta?: Html | string
  icon?: Icon
  tone?: 'sea' | 'brick' | 'leaf' | 'sun' | 'alarm'
  chip?: Html | string
}

/** A card of rows: a title, one grey line under it, a chip at the right. */
export function list(rows: readonly Row[]): Html {
  return html`<div class="card flush list">${rows.map(row => html`<a href="${row.href}">${
    row.icon && html`<span class="glyph${row.tone && ` ${row.tone}`}">${icon(row.icon)}</span>`}<span class="grow"><b class="row-title">${row.title}</b>${
    row.meta && html`<span class="row-meta">${row.meta}</span>`}</span>${row.chip}${icon('next', 'go')}</a>`)}</div>`
}

/** A heading with something at its right. */
export function head(words: string, more?: Html): Html {
  return html`<div class="head"><h2>${words}</h2>${more}</div>`
}

/** Something to know, beside an icon. */
export function note(tone: '' | 'sun' | 'alarm', name: Icon, words: Html | string): Html {
  return html`<p class="note${tone && ` ${tone}`}">${icon(name)}<span>${words}</span></p>`
}

/** What was just done; stays until the next page. */
export function toast(words: string): Html {
  return html`<p class="toast" role="status">${icon('check')}<span>${words}</span></p>`
}

/** Nothing here, said kindly. */
export function empty(words: string): Html {
  return html`<div class="empty"><svg class="skyline" aria-hidden="true"><use href="${drawing('skyline')}"/></svg><p>${words}</p></div>`
}
