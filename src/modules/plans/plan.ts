// A plan in versions, what is said about it, and who may not do what with it. Pure.
import type { PlanFate, PlanStance, Standing } from '#db/tables.ts'
import type { Said } from '#kit/phrase.ts'
import { mayNot as mayNotWithMatter, type Matter } from '#modules/matters/public.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { fateText, suggestText } from '#text/plans.ts'

/** What one may think of a part: for, against, or a worry (S0-15). */
export const STANCES = ['for', 'against', 'worry'] as const satisfies readonly PlanStance[]

/** What may become of a suggestion (S0-18, S0-19). */
export const FATES = ['adopted', 'partly', 'not_adopted'] as const satisfies readonly PlanFate[]

/** The most parts that one version has. */
export const MOST_PARTS = 12

/** The newest version, as the rules see it. `openUntil`: null for the final one. */
export interface Newest {
  id: number
  number: number
  final: boolean
  openUntil: Temporal.Instant | null
  /** The numbers of its parts. */
  parts: readonly number[]
}

/** A suggestion, as the rules see it. */
export interface Suggestion {
  id: number
  author: number | null
  version: number
  fate: PlanFate | null
  standing: Standing
}

/** A matter with its newest version. */
export interface Planned {
  matter: Matter
  newest: Newest | null
}

/** The reason why the actor may not, or null. */
export const mayNot = {
  publish: (actor: Actor, { matter }: Planned): Said | null => mayNotWithMatter.handle(actor, matter),

  /** Saying something about it: whoever may say something about the matter, while the version is open. */
  suggest: (actor: Actor, { matter, newest }: Planned, now: Temporal.Instant): Said | null =>
    mayNotWithMatter.comment(actor, matter) ?? closed(newest, now),

  /** Sharing what another one said, until it has its answer. */
  support: (actor: Actor, { matter }: Planned, suggestion: Suggestion): Said | null =>
    mayNotWithMatter.comment(actor, matter) ?? signedOut(actor)
      ?? (suggestion.author === actor.personId ? lang => suggestText(lang).ownOne : null)
      ?? (suggestion.fate === null ? null : lang => suggestText(lang).decided),

  /** Deciding: whoever handles the matter, until the plan is final. */
  decide: (actor: Actor, { matter, newest }: Planned): Said | null =>
    mayNotWithMatter.handle(actor, matter) ?? (newest?.final ? lang => fateText(lang).final : null),
}

function closed(newest: Newest | null, now: Temporal.Instant): Said | null {
  if (newest === null) return lang => suggestText(lang).noPlan
  if (newest.openUntil === null) return lang => suggestText(lang).settled
  return Temporal.Instant.compare(now, newest.openUntil) < 0 ? null : lang => suggestText(lang).over
}

/** A part of a version. */
export interface Part {
  number: number
  heading: string
  text: string
}

/** What became of one part between two versions. */
export interface Change {
  number: number
  how: 'changed' | 'added' | 'dropped' | 'same'
  before: Part | null
  after: Part | null
}

/** Part by part: those of the later version in its order, then what was dropped. */
export function changesBetween(before: readonly Part[], after: readonly Part[]): Change[] {
  const was = new Map(before.map(part => [part.number, part]))
  const kept = after.map((part): Change => {
    const old = was.get(part.number) ?? null
    return { number: part.number, before: old, after: part, how: !old ? 'added' : old.heading === part.heading && old.text === part.text ? 'same' : 'changed' }
  })
  const stays = new Set(after.map(part => part.number))
  return [...kept, ...before.filter(part => !stays.has(part.number)).map((part): Change => ({ number: part.number, how: 'dropped', before: part, after: null }))]
}

/** Suggestions by part (null: the whole) and within it by stance, in the order of the parts; what nobody spoke about is left out. */
export function clustered<S extends { part: number | null, stance: PlanStance }>(suggestions: readonly S[], parts: readonly number[]) {
  const known = [...new Set([...parts, ...suggestions.flatMap(({ part }) => part ?? [])]), null]
  return known.map(part => ({
    part, stances: STANCES.map(stance => ({ stance, suggestions: suggestions.filter(one => one.part === part && one.stance === stance) }))
      .filter(group => group.suggestions.length > 0),
  })).filter(group => group.stances.length > 0)
}
