// A text as the word list reads it: full width, case, traditional characters and decoration between characters make no difference.
import { simplified } from '#modules/moderation/simplified.ts'

// What people put between the characters of one word. A comma, a full stop or a new line ends a phrase: it stays.
const BETWEEN = /[\p{Zs}\p{Cf}\p{Mn}*_~|/\\+=^#·•・.\-—–]/gu

/** The text without decoration, in lower case, full width and traditional characters folded. For comparing only: it is never stored and never shown. */
export function folded(text: string): string {
  return Array.from(text.normalize('NFKC').toLowerCase().replace(BETWEEN, ''), simplified).join('')
}
