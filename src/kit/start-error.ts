// A start that cannot go on, with one sentence that says what to do.
import type { Said } from '#kit/phrase.ts'

/** Thrown while starting; the command line prints `reason` and ends with status 1. */
export class StartError extends Error {
  readonly reason: Said

  constructor(reason: Said) {
    super(reason('en'))
    this.name = 'StartError'
    this.reason = reason
  }
}
