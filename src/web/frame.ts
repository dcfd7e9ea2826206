// The frame of a page of a community, filled in from the visit.
import type { Html } from './parts/html.ts'
import { page, type Frame } from './parts/page.ts'
import type { Visit } from './visit.ts'

type Own = Omit<Frame, 'lang' | 'look' | 'community' | 'signedIn' | 'here' | 'person'>

/** A whole page for this visit. */
export function framed(visit: Omit<Visit, 'db'>, own: Own, body: Html): Html {
  return page({
    lang: visit.lang,
    look: visit.look,
    community: visit.community,
    signedIn: visit.accountId !== null,
    person: visit.actor.personId,
    here: visit.url.pathname + visit.url.search,
    ...own,
  }, body)
}

/** The number in the address, such as 83 of /shicheng/matters/83; 0, which nothing has, when it is none. */
export function idIn(visit: Pick<Visit, 'params'>): number {
  return idFrom(visit.params['id'] ?? '') ?? 0
}

/** A whole number of the query, or undefined. */
export function numberIn(url: URL, name: string): number | undefined {
  return idFrom(url.searchParams.get(name) ?? '')
}

/** The number that a text is when it is one that a row can have (1 to 2^53 - 1, digits only), or undefined. */
export function idFrom(text: string): number | undefined {
  const id = /^\d{1,16}$/u.test(text) ? Number(text) : 0
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}
