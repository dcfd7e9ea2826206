// Finding Chinese text: pairs of neighbouring characters, so that 电梯 is found in 三号电梯异响 without a dictionary.
import { sql, type RawBuilder } from 'kysely'

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const LONGEST = 2000

/** The words of a text, as far as its first 2,000 characters: lower case, full width folded (NFKC). In Chinese a word is a clause. */
export function words(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().slice(0, LONGEST).match(WORD) ?? []
}

/** Every run of `size` neighbouring characters of a word; a shorter word is its only run. */
export function runs(word: string, size: number): string[] {
  const characters = [...word]
  if (characters.length <= size) return [word]
  // Cutting the string is several times faster than joining, and right where every character is one unit.
  const cut = characters.length === word.length
  return characters.slice(size - 1).map((_, i) => cut ? word.slice(i, i + size) : characters.slice(i, i + size).join(''))
}

/** The pairs of a text, each word of one character standing alone. */
export function pairs(text: string): string[] {
  return words(text).flatMap(word => runs(word, 2))
}

/** What goes into a `search` column: every pair with its position. */
export function searchVector(text: string): RawBuilder<string> {
  const parts = pairs(text).map((pair, i) => `${quoted(pair)}:${i + 1}`)
  return sql<string>`${parts.join(' ')}::tsvector`
}

/** What finds a text that contains every word that is asked for; null when there is nothing to look for. */
export function searchQuery(asked: string): RawBuilder<string> | null {
  const terms = words(asked.slice(0, 100)).map(word => {
    const list = pairs(word)
    return [...word].length === 1 ? `${quoted(word)}:*` : `(${list.map(quoted).join(' <-> ')})`
  })
  return terms.length === 0 ? null : sql<string>`${terms.join(' & ')}::tsquery`
}

// Quotes and backslashes cannot occur: only letters, digits and marks are left.
function quoted(pair: string): string {
  return `'${pair}'`
}
