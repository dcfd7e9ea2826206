// Why something was not done: problem details (RFC 9457) as an error.

export interface Details {
  /** An address that explains this kind of problem. */
  type: string
  /** Its name, such as Refused. */
  title: string
  status: number
  /** Why, and what to do, in the reader's language. */
  detail: string
  instance?: string
  /** For each wrong field what to do. */
  problems?: { field: string, detail: string }[]
}

export class Problem extends Error {
  override readonly name = 'Problem'
  readonly details: Details

  constructor(details: Details) {
    super(details.detail)
    this.details = details
  }
}

/** What an answer that is no success says; one that is not ours, such as a proxy's, by its status alone. */
export async function problemIn(answer: Response): Promise<Details> {
  const unknown = { type: 'about:blank', title: answer.statusText, status: answer.status, detail: `${answer.status} ${answer.statusText}` }
  return /json/u.test(answer.headers.get('content-type') ?? '') ? { ...unknown, ...await answer.json() as Partial<Details> } : unknown
}
