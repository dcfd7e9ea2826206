// What a page is made of: tagged templates that escape by default, and the icons.
import { html as template, raw } from 'hono/html'
import { assetAt } from './assets.ts'

/** A piece of a page; everything put into a template was escaped. */
export type Html = ReturnType<typeof template>

/** A template; values are escaped, pieces and lists of pieces are not escaped twice. */
export const html = template

/** Nothing. */
export const nothing = raw('')

const ICONS = assetAt('icons.svg')

export type Icon = 'home' | 'raise' | 'discuss' | 'vote' | 'coordinate' | 'do' | 'show' | 'rate' | 'help' | 'volunteer' | 'visit' | 'mediate'
  | 'calendar' | 'ledger' | 'qr' | 'bell' | 'me' | 'board' | 'search' | 'phone' | 'elder' | 'clock' | 'lock' | 'check' | 'warn' | 'next' | 'back'
  | 'plus' | 'close' | 'camera' | 'mic' | 'sound' | 'print' | 'pin' | 'pause' | 'filter' | 'sync' | 'undo'

/** A drawing beside a word; alone it needs a label on what holds it. */
export function icon(name: Icon, more = ''): Html {
  return html`<svg class="i${more && ` ${more}`}" aria-hidden="true"><use href="${drawing(name)}"/></svg>`
}

/** The address of a drawing in the sheet of icons. */
export function drawing(name: Icon | 'mark' | 'mark-mono' | 'skyline'): string {
  return `${ICONS}#${name}`
}

/** The separator: a tiny brick, since "·" is full width in some fonts. */
export const sep = raw('<i class="sep"> · </i>')

/** Pieces with the separator between them; empty ones are left out. */
export function dotted(...pieces: (Html | string | null | false | undefined)[]): Html {
  const there = pieces.filter(piece => piece !== null && piece !== false && piece !== undefined && piece !== '')
  return html`${there.map((piece, i) => i === 0 ? html`${piece}` : html`${sep}${piece}`)}`
}
