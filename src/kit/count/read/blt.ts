// Elections in .blt files: Hill, Wichmann, Woodall, Algorithm 123 (The Computer Journal 30, 1987), with the common additions: comments,
// equal
// and skipped places, names of ballots, and options in brackets (nick, withdrawn, tie, and others that are handed on).
import type { Pile } from '../shape.ts'
import { tokensOf, type Token, type Tokens } from './blt-tokens.ts'
import type { ReadElection } from './election.ts'
import { linesOf, MOST_CANDIDATES, wholeNumber, type Line, type Refuse } from './lines.ts'

interface Heading {
  readonly size: number
  readonly nicks: Map<string, number>
  readonly withdrawn: number[]
  order: number[] | null
  readonly asks: string[]
}

/** Reads a .blt file. Throws CountProblem with file, line and reason. */
export function readBlt(file: string, text: string): ReadElection {
  const { lines, last, refuse } = linesOf(file, text)
  const tokens = tokensOf(lines, last, refuse)
  const first = tokens.next()
  if (!/^\d+$/u.test(first.text) || !/^\d+$/u.test(tokens.peek()?.text ?? '')) refuse(first.line, 'header')
  const size = wholeNumber(first.text, first.line, 1, refuse)
  if (size > MOST_CANDIDATES) refuse(first.line, 'tooLarge')
  const second = tokens.next()
  const seats = wholeNumber(second.text, second.line, 1, refuse)
  if (seats > size) refuse(second.line, 'seats')
  const heading: Heading = { size, nicks: new Map(), withdrawn: [], order: null, asks: [] }
  readHeading(tokens, heading, refuse)
  const piles = readPiles(tokens, heading, refuse)
  const names = readNames(tokens.restOfFile(), refuse)
  const title = names[size]
  if (title === undefined) return refuse(last, 'endsEarly')
  if (names.length > size + 3) refuse(last, 'after')
  const { withdrawn, order, asks } = heading
  return { title, seats, ballots: { candidates: names.slice(0, size), piles, withdrawn }, unit: 1, order, asks }
}

function readHeading(tokens: Tokens, heading: Heading, refuse: Refuse): void {
  for (let token = tokens.peek(); token && /^[[-]/u.test(token.text); token = tokens.peek()) {
    tokens.next()
    if (token.text.startsWith('-')) heading.withdrawn.push(candidate(token.text.slice(1), token, heading, refuse))
    else readOption(token, heading, refuse)
  }
  if (new Set(heading.withdrawn).size < heading.withdrawn.length) refuse(tokens.peek()?.line ?? 1, 'twice', '-')
}

function readOption(token: Token, heading: Heading, refuse: Refuse): void {
  const [name = '', ...values] = token.text.slice(1, -1).trim().split(/\s+/u)
  if (!token.text.endsWith(']')) refuse(token.line, 'option', token.text)
  const numbers = () => values.map(value => candidate(value, token, heading, refuse))
  if (name === 'nick') {
    if (values.length !== heading.size || new Set(values).size < values.length) refuse(token.line, 'option', token.text)
    values.forEach((value, number) => heading.nicks.set(value, number))
  } else if (name === 'withdrawn') heading.withdrawn.push(...numbers())
  else if (name === 'tie') {
    const order = numbers()
    if (order.length !== heading.size || new Set(order).size < order.length) refuse(token.line, 'option', token.text)
    heading.order = order
  } else if (name === 'droop') heading.asks.push(...values)
  else refuse(token.line, 'option', name)
}

// The number from 0 of a candidate who is written as his number from 1, or as his short name.
function candidate(text: string, { line }: Token, { size, nicks }: Heading, refuse: Refuse): number {
  const named = nicks.get(text)
  if (named !== undefined) return named
  const number = /^\d{1,9}$/u.test(text) ? Number(text) : 0
  return number >= 1 && number <= size ? number - 1 : refuse(line, 'noSuchCandidate', text)
}

function readPiles(tokens: Tokens, heading: Heading, refuse: Refuse): Pile[] {
  const piles: Pile[] = []
  for (let token = tokens.next(); token.text !== '0'; token = tokens.next()) {
    const named = /^\(.+\)$/u.test(token.text)
    const times = named ? 1 : wholeNumber(token.text, token.line, 1, refuse)
    piles.push({ times, groups: readRanks(tokens, heading, refuse) })
  }
  return piles
}

function readRanks(tokens: Tokens, heading: Heading, refuse: Refuse): number[][] {
  const groups: number[][] = []
  const seen = new Set<number>()
  for (let token = tokens.next(); token.text !== '0'; token = tokens.next()) {
    // A dash is a place that was skipped: the next one moves up.
    if (token.text === '-') continue
    const { line } = token
    const group = token.text.split('=').map(each => candidate(each, token, heading, refuse))
    for (const each of group) {
      if (seen.has(each)) refuse(line, 'twice', String(each + 1))
      seen.add(each)
    }
    groups.push(group)
  }
  return groups
}

// Names in quotation marks, several to a line if they like, a mark inside doubled; or a whole line without them.
function readNames(lines: readonly Line[], refuse: Refuse): string[] {
  return lines.flatMap(({ text, number }) => {
    if (!text.startsWith('"')) return [text]
    const found = [...text.matchAll(/"((?:[^"]|"")*)"(?!")\s*/guy)]
    if (found.reduce((all, [whole]) => all + whole.length, 0) < text.length) refuse(number, 'quote')
    return found.map(match => (match[1] ?? '').replaceAll('""', '"').trim())
  })
}
