// One SQL file, cut into its statements.

const QUOTES: readonly [begin: RegExp, end: (begun: string) => string][] = [
  [/^--/, () => '\n'],
  [/^\/\*/, () => '*/'],
  [/^'/, () => "'"],
  [/^"/, () => '"'],
  [/^\$\w*\$/, begun => begun],
]
const BODY = /^begin\s+atomic\b/i
const WORD = /^[a-z_]\w*/i

/** The statements of a file without their semicolons; comments stay where they are, a file of comments only has none. */
export function statementsOf(text: string): string[] {
  const statements: string[] = []
  let from = 0
  let depth = 0
  for (let at = 0; at < text.length;) {
    const ahead = text.slice(at, at + 64)
    const quote = QUOTES.find(([begin]) => begin.test(ahead))
    if (quote) {
      at = endOfQuote(text, at, quote)
      continue
    }
    // A function's body in plain SQL has semicolons of its own, and `case … end` has an end of its own.
    const word = WORD.exec(ahead)?.[0] ?? text.charAt(at)
    if (BODY.test(ahead) || (depth > 0 && /^case$/i.test(word))) depth++
    else if (depth > 0 && /^end$/i.test(word)) depth--
    at += word.length
    if (word !== ';' || depth > 0) continue
    statements.push(text.slice(from, at - 1))
    from = at
  }
  return [...statements, text.slice(from)].map(statement => statement.trim()).filter(statement => withoutComments(statement) !== '')
}

function endOfQuote(text: string, at: number, [begin, end]: (typeof QUOTES)[number]): number {
  const begun = begin.exec(text.slice(at, at + 64))?.[0] ?? ''
  const ended = text.indexOf(end(begun), at + begun.length)
  return ended < 0 ? text.length : ended + end(begun).length
}

/** A statement as the database reads it: without comments, in one line. */
export function withoutComments(statement: string): string {
  return statement.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ').replaceAll(/\s+/g, ' ').trim()
}
