// Why ballots, a rule or a file of ballots cannot be counted, in the reader's words.
import { Problem } from '#kit/errors.ts'
import { countingText } from '#text/counting.ts'

type Words = ReturnType<typeof countingText>

/** A key of `countingText` that is a reason. */
export type CountProblemKind = Exclude<keyof Words, 'at'>

/** 422: this cannot be counted. `kind` and `values` are plain data; `file` and `line` (from 1) say where, for what came from a file. */
export class CountProblem extends Problem {
  readonly status = 422
  readonly kind: CountProblemKind
  readonly values: readonly string[]
  readonly file: string | null
  readonly line: number | null

  constructor(kind: CountProblemKind, values: readonly string[] = [], where?: { readonly file: string, readonly line: number }) {
    super(lang => {
      const words = countingText(lang)
      const text: string | ((...values: string[]) => string) = words[kind]
      const reason = typeof text === 'string' ? text : text(...values)
      return where ? words.at(where.file, where.line, reason) : reason
    })
    this.kind = kind
    this.values = values
    this.file = where?.file ?? null
    this.line = where?.line ?? null
  }
}
