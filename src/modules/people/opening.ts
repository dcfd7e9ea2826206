// 紧急查看: what an opening is, for how long, and who may not open which home. Pure.
import type { OpeningReason, OpeningVerdict } from '#db/tables.ts'
import type { Said } from '#kit/phrase.ts'
import type { Actor } from '#modules/people/actor.ts'
import { holderOf, holds } from '#modules/people/post.ts'
import { lacks } from '#modules/people/refusal.ts'
import type { Place } from '#modules/places/public.ts'
import { openingText } from '#text/break-glass.ts'

/** How long the one who opened it can look. */
export const OPEN_FOR = Temporal.Duration.from({ minutes: 30 })

/** Within which the secretary is to judge. */
export const JUDGED_WITHIN = Temporal.Duration.from({ hours: 72 })

/** How many homes one person may open on one day: a house on fire has an entrance, not a street. */
export const MOST_HOMES = 10

/** For what a home may be opened. */
export const REASONS = ['life', 'fire', 'water', 'gas', 'missing'] as const satisfies OpeningReason[]

export const VERDICTS = ['justified', 'unjustified'] as const satisfies OpeningVerdict[]

/** Why the actor may not open this home now, or null; `today` is how many he has opened. Whoever has the right over it looks the ordinary way. */
export function mayNotOpen(actor: Actor, { home, today }: { home: Place, today: number }): Said | null {
  if (!holds(actor, 'break glass')) return lacks(actor, 'break glass', null)
  if (holds(actor, 'unmask', home)) return lang => openingText(lang).yoursAnyway
  return today < MOST_HOMES ? null : lang => openingText(lang).tooMany(MOST_HOMES)
}

/** Whether the actor sees all openings: the secretary, who judges them, and the street. */
export function seesOpenings(actor: Actor): boolean {
  return holds(actor, 'see openings', null)
}

/** The post by which the actor opens: shown to everybody concerned. */
export function openedAs(actor: Actor): string {
  return holderOf(actor, 'break glass') ?? ''
}
