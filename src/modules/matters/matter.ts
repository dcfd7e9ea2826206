// A matter: what is raised, its steps, and who may do what with it. Pure.
import type { Step } from '#db/tables.ts'
import type { Said } from '#kit/phrase.ts'
import { lacks, signedOut, type Actor } from '#modules/people/public.ts'
import type { Place } from '#modules/places/public.ts'
import { matterText } from '#text/matters.ts'

/** What kind of trouble; a resident picks one with one tap. */
export const KINDS = ['broken', 'danger', 'dirty', 'noise', 'idea', 'other'] as const
export type Kind = (typeof KINDS)[number]

/** The columns of the board, in order. Deciding belongs to discussing until a ballot is held; closed matters leave the board. */
export const LANES = ['raise', 'discuss', 'coordinate', 'do', 'show', 'rate'] as const satisfies readonly Step[]

/** From which steps a matter may be taken to which. */
export const NEXT = {
  raise: ['discuss', 'coordinate', 'do', 'close'],
  discuss: ['decide', 'coordinate', 'close'],
  decide: ['coordinate', 'close'],
  coordinate: ['do', 'discuss', 'close'],
  do: ['show', 'coordinate'],
  show: ['rate', 'do'],
  rate: ['close', 'do'],
  close: [],
} as const satisfies Record<Step, readonly Step[]>

/** How long a raiser can take it back: ten minutes (MIIT 2021 No. 67: submissions reversible). */
export const SECOND_THOUGHTS = Temporal.Duration.from({ minutes: 10 })

/** What the rules look at. */
export interface Matter {
  id: number
  step: Step
  raiser_id: number | null
  raised_at: Temporal.Instant
  withdrawn_at: Temporal.Instant | null
  place: Place
}

/** Why the actor may not do it with this matter, or null: the page greys the button with the same reason. */
export const mayNot = {
  move: (actor: Actor, matter: Matter): Said | null =>
    gone(matter) ?? lacks(actor, 'move matter', matter.place) ?? (NEXT[matter.step].length === 0 ? lang => matterText(lang).closedAlready : null),
  follow: (actor: Actor, matter: Matter): Said | null =>
    gone(matter) ?? signedOut(actor) ?? (matter.raiser_id === actor.personId ? lang => matterText(lang).yourOwn : null),
  withdraw: (matter: Matter, hasReceipt: boolean, now: Temporal.Instant): Said | null => {
    if (!hasReceipt) return lang => matterText(lang).notYours
    if (matter.withdrawn_at) return lang => matterText(lang).withdrawnAlready
    if (Temporal.Instant.compare(now, matter.raised_at.add(SECOND_THOUGHTS)) > 0) return lang => matterText(lang).tooLateToWithdraw
    return null
  },
}

function gone(matter: Matter): Said | null {
  return matter.withdrawn_at ? lang => matterText(lang).withdrawnAlready : null
}

const TITLE = 18

/** The first clause of what was said, at most 18 characters: the heading until a worker gives a better one. */
export function titleOf(text: string): string {
  const clause = text.trim().split(/[。！？!?；;\n]/u)[0]?.trim() || text.trim()
  const characters = [...clause]
  return characters.length <= TITLE ? clause : `${characters.slice(0, TITLE - 1).join('')}…`
}

/** What a receipt is made from: only this installation can make it, and whoever holds it raised the matter. */
export function receiptSubject(community: number, matterId: number): string {
  return `matter ${community} ${matterId}`
}
