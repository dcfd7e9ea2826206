// The ways in which an act can end without being done. Anything else that is thrown is our bug.
import type { Said } from '#kit/phrase.ts'

/** An act that was not done, with a reason in the reader's words. `status` is the HTTP status of the answer. */
export abstract class Problem extends Error {
  abstract readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429
  readonly reason: Said

  constructor(reason: Said) {
    super(reason('en'))
    this.name = new.target.name
    this.reason = reason
  }
}

/** 400: the request cannot be read at all. */
export class BadRequest extends Problem {
  readonly status = 400
}

/** 401: who is asking could not be made out; he has to show something better. */
export class Unrecognised extends Problem {
  readonly status = 401
}

/** 403: this person may not do this, or not now. */
export class Refused extends Problem {
  readonly status = 403
}

/** 404: there is nothing here that this person can see. */
export class NotFound extends Problem {
  readonly status = 404
}

/** 409: somebody was faster, or the same request key was used for another act. */
export class Conflict extends Problem {
  readonly status = 409
}

/** 413: more than we take. */
export class TooLarge extends Problem {
  readonly status = 413
}

/** 415: a kind of content that we do not read. */
export class UnsupportedType extends Problem {
  readonly status = 415
}

/** 429: too often; `seconds` until the next try. */
export class TooOften extends Problem {
  readonly status = 429
  readonly seconds: number

  constructor(reason: Said, seconds: number) {
    super(reason)
    this.seconds = seconds
  }
}

/** One wrong field: its name as in the form and in the API, and what to do about it. */
export interface FieldProblem {
  field: string
  reason: Said
}

/** 422: the input was read, but some fields are wrong; says for each field what to do. */
export class Invalid extends Problem {
  readonly status = 422
  readonly problems: FieldProblem[]

  constructor(reason: Said, problems: FieldProblem[]) {
    super(reason)
    this.problems = problems
  }
}

/** How a kind of problem is called in addresses: not-found. Null, which is our bug, is internal-error. */
export function kindOf(problem: Problem | null): string {
  return problem ? problem.name.replace(/(?!^)[A-Z]/gu, '-$&').toLowerCase() : 'internal-error'
}
