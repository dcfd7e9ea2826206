// A method that is being changed and not yet published: kept for its editor alone, with the version from which she started.
import { Refused } from '#kit/errors.ts'
import { methodInForce } from '#modules/methods/public.ts'
import { lacks, type Actor } from '#modules/people/public.ts'
import type { Sent, Visit } from '#web/visit.ts'

/** What is being changed: the source, and the version that its editor saw. `gone`: there was a draft and it is no more. */
export interface Draft {
  source: string
  after: number
  gone: boolean
  inForce: Awaited<ReturnType<typeof methodInForce>>
}

/** The draft of this token, or the version in force. */
export async function draftOf({ db, kept }: Pick<Visit, 'db' | 'kept'>, token: string): Promise<Draft> {
  const inForce = await methodInForce(db)
  const text = token ? await kept(token) : null
  if (text === null) return { source: inForce.source, after: inForce.version, gone: token !== '', inForce }
  const end = text.indexOf('\n')
  return { source: text.slice(end + 1), after: Number(text.slice(0, end)), gone: false, inForce }
}

/** Keeps a draft; answers the query part that finds it again. */
export async function keepDraft(sent: Pick<Sent, 'keep'>, after: number, source: string): Promise<string> {
  return `?${new URLSearchParams({ draft: await sent.keep(`${after}\n${source}`) })}`
}

/** The token in the address; '' when there is none. */
export function draftToken(url: URL): string {
  return url.searchParams.get('draft') ?? ''
}

/** Throws Refused for whoever may not change the method. */
export function editorsOnly(actor: Actor): void {
  const reason = lacks(actor, 'change method', null)
  if (reason) throw new Refused(reason)
}
