import { Problem } from '#kit/errors.ts'
import { tableText } from '#text/tables.ts'

const STATUS = {
  empty: 422,
  notTable: 415,
  oldExcel: 415,
  locked: 415,
  broken: 422,
  unreadable: 415,
  openQuote: 422,
  tooLarge: 413,
  tooMuchInside: 413,
  tooManyRows: 413,
  tooManyColumns: 413,
  cellTooLong: 422,
} as const

/** Why a table cannot be read or written: a key of `tableText`. */
export type TableProblemKind = keyof typeof STATUS

/** A table file that was refused. `kind` and `values` are plain data, so that a refusal can cross from one thread to another. */
export class TableProblem extends Problem {
  readonly status: 413 | 415 | 422
  readonly kind: TableProblemKind
  readonly values: number[]

  constructor(kind: TableProblemKind, ...values: number[]) {
    super(lang => {
      const text: string | ((...values: number[]) => string) = tableText(lang)[kind]
      return typeof text === 'string' ? text : text(...values)
    })
    this.status = STATUS[kind]
    this.kind = kind
    this.values = values
  }
}
