// The words of a .blt file, one after the other, with their lines: comments gone, options whole.
import type { Line, Refuse } from './lines.ts'

/** A word; a whole option in brackets is one word, a ballot's own name in parentheses too. `rest` is what follows it on its line. */
export interface Token { readonly text: string, readonly line: number, readonly rest: string }

const WORD = /\[[^[\]]*\]|\([^()]*\)|[^\s[\](]+|\S/gu
const PIECE = /"[^"]*"|\/\*|#|[^"#/]+|[^]/uy
// In characters: a file may stand on one line, but not a large one.
const LONGEST_LINE = 1_000_000

/** The words up to the end of the ballots; `next` throws at the end of the file, `peek` gives undefined. */
export interface Tokens {
  next: () => Token
  peek: () => Token | undefined
  /** The lines after the last word that was taken, what is left of its own line first. */
  restOfFile: () => Line[]
}

/** Reads along. `lines` must not be empty. */
export function tokensOf(lines: readonly Line[], last: number, refuse: Refuse): Tokens {
  const long = lines.find(line => line.text.length > LONGEST_LINE)
  if (long) refuse(long.number, 'tooLarge')
  const clean = withoutComments(lines)
  let at = 0
  let words: Token[] = []
  let taken: Token | undefined
  const fill = () => {
    for (let line = clean[at]; words.length === 0 && line; line = clean[at]) {
      words = wordsOf(line).toReversed()
      at++
    }
  }
  return {
    peek() {
      fill()
      return words.at(-1)
    },
    next() {
      fill()
      taken = words.pop()
      return taken ?? refuse(last, 'endsEarly')
    },
    restOfFile() {
      const rest = taken?.rest.trim()
      return [...rest && taken ? [{ text: rest, number: taken.line }] : [], ...clean.slice(at)]
    },
  }
}

function wordsOf(line: Line): Token[] {
  return [...line.text.matchAll(WORD)].map(match => (
    { text: match[0], line: line.number, rest: line.text.slice(match.index + match[0].length) }))
}

// # to the end of the line and /* */, but not inside quotation marks and not in a name that is written without them.
function withoutComments(lines: readonly Line[]): Line[] {
  let inside = false
  return lines.flatMap(({ text, number }) => {
    let kept = ''
    let ballots = true
    for (let at = 0; at < text.length;) {
      if (inside) {
        const end = text.indexOf('*/', at)
        if (end < 0) break
        inside = false
        at = end + 2
        continue
      }
      PIECE.lastIndex = at
      const [piece = ''] = PIECE.exec(text) ?? []
      at += piece.length
      if (piece === '#' && ballots) break
      if (piece === '/*') inside = true
      else kept += piece
      ballots &&= /^[\d\s=()[\]/*-]*$/u.test(piece)
    }
    return kept.trim() === '' ? [] : [{ text: kept.trim(), number }]
  })
}
