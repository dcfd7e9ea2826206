// Who is the same person: by document, else by name and phone, else by name within the same home or the same post. Pure.
import { isHidden } from '#modules/roster/words.ts'

/** A person as far as he must be told from others; `id` is null until he is stored. Document and phone as blind indexes. */
export interface Known {
  id: number | null
  name: string
  document: string | null
  phone: string | null
}

/** What a row says of a person, in the same terms; `masked` is a phone with a hidden middle. */
export interface Told {
  name: string
  document: string | null
  phone: string | null
  masked: string | null
  /** The homes and posts by which he may be known: `homeKey`, `postKey`. */
  at: readonly string[]
}

export interface Circle {
  /** The person whom the row means, or null when nobody fits. */
  find(told: Told): Known | null
  /** Makes the person findable by all that was told. */
  add(known: Known, told: Told): void
}

/** Whoever lives in this home. */
export function homeKey(homeId: number): string {
  return `home ${homeId}`
}

/** Whoever holds this post in the organisation of this name. */
export function postKey(post: string, organisation: string): string {
  return `post ${post} ${organisation}`
}

/** An empty circle of people. */
export function circle(): Circle {
  const byKey = new Map<string, Known>()
  return {
    find: told => {
      const found = keysOf(told).map(key => byKey.get(key)).find(known => known !== undefined && fits(known, told))
      return found ?? null
    },
    add: (known, told) => {
      for (const key of keysOf(told)) if (!byKey.has(key)) byKey.set(key, known)
    },
  }
}

// Two different documents are two people, whatever else they share.
function fits(known: Known, told: Told): boolean {
  return !(known.document && told.document && known.document !== told.document)
}

function keysOf(told: Told): string[] {
  return [
    ...told.document ? [`document ${told.document}`] : [],
    ...told.phone ? [`phone ${told.phone} ${told.name}`] : [],
    ...told.masked && isHidden(told.masked) ? [`masked ${told.masked} ${told.name}`] : [],
    ...told.at.map(key => `${key} ${told.name}`),
  ]
}
