// What every reader of a ballot file needs: the text as lines, and a way to say where it is wrong.
import { CountProblem, type CountProblemKind } from '../problem.ts'

/** Refuses at a line, counted from 1. */
export type Refuse = (line: number, kind: CountProblemKind, ...values: string[]) => never

/** How long a file may be, in characters: a city's ballots fit. */
const LONGEST = 32_000_000

/** How many candidates a file may name. */
export const MOST_CANDIDATES = 1_000

/** A line that is not empty, and its number from 1. */
export interface Line { readonly text: string, readonly number: number }

/** The text without a byte order mark as lines without their ends, and its refuser. Throws CountProblem where it is empty or too large. */
export function linesOf(file: string, text: string): { lines: Line[], last: number, refuse: Refuse } {
  const refuse: Refuse = (line, kind, ...values) => {
    throw new CountProblem(kind, values.map(value => value.slice(0, 60)), { file, line })
  }
  if (text.length > LONGEST) refuse(1, 'tooLarge')
  const all = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u)
  const lines = all.map((each, index) => ({ text: each.trim(), number: index + 1 })).filter(line => line.text !== '')
  const last = lines.at(-1)?.number ?? 1
  if (lines.length === 0) refuse(1, 'empty')
  return { lines, last, refuse }
}

/** A whole number from `least`, written in plain digits. */
export function wholeNumber(text: string, line: number, least: number, refuse: Refuse): number {
  const value = /^\d{1,15}$/u.test(text) ? Number(text) : NaN
  return value >= least ? value : refuse(line, 'notNumber', text)
}
