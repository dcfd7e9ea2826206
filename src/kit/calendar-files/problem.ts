// Why a calendar file cannot be read, in the reader's words.
import { Problem } from '#kit/errors.ts'
import { calendarFileText } from '#text/feeds.ts'

const STATUS = { notCalendar: 415, broken: 422, empty: 422, tooLarge: 413, tooMuch: 413 } as const

/** A key of `calendarFileText`. */
export type CalendarProblemKind = keyof typeof STATUS

/** A calendar file that was refused. `kind` is plain data, so that a refusal can cross from one thread to another. */
export class CalendarProblem extends Problem {
  readonly status: 413 | 415 | 422
  readonly kind: CalendarProblemKind

  constructor(kind: CalendarProblemKind) {
    super(lang => calendarFileText(lang)[kind])
    this.status = STATUS[kind]
    this.kind = kind
  }
}
