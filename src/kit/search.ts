// Finding Chinese text: pairs of neighbouring characters, so that 电梯 is found in 三号电梯异响 without a dictionary.
import { sql, type RawBuilder } from 'kysely'

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const LONGEST = 2000

/** The pairs of a text, each word of one character standing alone; lower case, full width folded (NFKC). */
export function pairs(text: string): string[] {
  const words = text.normalize('NFKC').toLowerCase().slice(0, LONGEST).match(WORD) ?? []
  return words.flatMap(word => {
    const characters = [...word]
    return characters.length === 1 ? characters : characters.slice(1).map((next, i) => `${characters[i]}${next}`)
  })
}

/** What goes into a `search` column: every pair with its position. */
export function searchVector(text: string): RawBuilder<string> {
  const parts = pairs(text).map((pair, i) => `${quoted(pair)}:${i + 1}`)
  return sql<string>`${parts.join(' ')}::tsvector`
}

/** What finds a text that contains every word of `words`; null when there is nothing to look for. */
export function searchQuery(words: string): RawBuilder<string> | null {
  const terms = (words.normalize('NFKC').toLowerCase().slice(0, 100).match(WORD) ?? []).map(word => {
    const list = pairs(word)
    return [...word].length === 1 ? `${quoted(word)}:*` : `(${list.map(quoted).join(' <-> ')})`
  })
  return terms.length === 0 ? null : sql<string>`${terms.join(' & ')}::tsquery`
}

// Quotes and backslashes cannot occur: only letters, digits and marks are left.
function quoted(pair: string): string {
  return `'${pair}'`
}
