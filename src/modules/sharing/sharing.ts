// Sharing an amount among homes: who may not do what, and why. Pure.
import type { SharingKey } from '#db/tables.ts'
import type { Said } from '#kit/phrase.ts'
import { isInside, isOpen, mayNot as mayNotWithMatter, type Matter } from '#modules/matters/public.ts'
import { lacks, signedOut, type Actor } from '#modules/people/public.ts'
import { sharingActText } from '#text/sharing.ts'

/** What a home may think of a key. */
export const OPINIONS = ['good', 'bearable', 'against'] as const

/** What is being weighed now; null where nothing is. */
export interface Open {
  id: number
  place_id: number
  what: string
  cents: number
  monthly: boolean
  floors: string
  table_open: boolean
}

/** A matter with what is weighed in it. */
export interface Weighed {
  matter: Matter
  open: Open | null
}

/** An agreement, as the rules see it: from which day, and who is to sign. */
export interface Agreed {
  id: number
  sharing_id: number
  number: number
  key: SharingKey
  cents: number
  monthly: boolean
  effective_on: string
  signatories: readonly { person_id: number, signed: boolean }[]
}

/** The reason why the actor may not, or null. */
export const mayNot = {
  start: (actor: Actor, { matter, open }: Weighed): Said | null => mayNotWithMatter.handle(actor, matter)
    ?? (isOpen(matter) ? null : lang => sharingActText(lang).privateMatter) ?? (open ? lang => sharingActText(lang).openAlready : null),

  /** Changing, answering and agreeing: whoever handles the matter, while it is weighed. */
  handle: (actor: Actor, { matter, open }: Weighed): Said | null => mayNotWithMatter.handle(actor, matter) ?? notOpen(open),

  /** Readings, bills and signatures on paper: whoever handles it, after it was closed too, since bills come every month. */
  keep: (actor: Actor, { matter }: Pick<Weighed, 'matter'>): Said | null => signedOut(actor)
    ?? (matter.withdrawn_at || matter.merged_into !== null ? mayNotWithMatter.alive(matter) : null)
    ?? (isInside(actor, matter) ? null : lacks(actor, 'move matter', matter.place)),

  /** Saying what one thinks of a key: whoever has a home among those that share; `homes` is how many. */
  say: (actor: Actor, { matter, open }: Weighed, homes: number): Said | null => mayNotWithMatter.comment(actor, matter) ?? notOpen(open)
    ?? (homes > 0 ? null : lang => sharingActText(lang).notYourHome),

  /** Signing: whoever was named for it, once; on paper whoever handles the matter records it. */
  sign: (actor: Actor, matter: Matter, agreed: Agreed, person: number | null): Said | null => {
    const signer = agreed.signatories.find(one => one.person_id === (person ?? actor.personId))
    return signedOut(actor) ?? (person === null ? null : mayNot.keep(actor, { matter }))
      ?? (signer ? null : lang => sharingActText(lang).notSignatory) ?? (signer?.signed ? lang => sharingActText(lang).signedAlready : null)
  },
}

function notOpen(open: Open | null): Said | null {
  return open ? null : lang => sharingActText(lang).notOpen
}

/** The agreement that holds on a day: the latest that everybody signed and whose day has come; undefined for none. */
export function inForce<A extends Pick<Agreed, 'number' | 'effective_on' | 'signatories'>>(agreements: readonly A[], day: string): A | undefined {
  return agreements.filter(one => one.effective_on <= day && one.signatories.every(signer => signer.signed)).toSorted((a, b) => b.number - a.number)[0]
}

/** The last day of a month such as 2026-11. */
export function lastOf(month: string): string {
  return Temporal.PlainYearMonth.from(month).toPlainDate({ day: 31 }).toString()
}
