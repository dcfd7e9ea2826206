// A case: something that waits for a look. Why, who may judge it, and by which reasons something is taken down. Pure.
import type { HideReason, Moderated, Standing, Verdict } from '#db/tables.ts'
import type { Said } from '#kit/phrase.ts'
import type { WordCause } from '#modules/moderation/words.ts'
import { holdsPost, lacks, type Actor } from '#modules/people/public.ts'
import type { lineage } from '#modules/places/public.ts'
import { moderationText } from '#text/moderation.ts'

/** Why somebody is to look. */
export const CAUSES = ['often', 'insult', 'advertising', 'private_data', 'other_word', 'reported', 'changed', 'appeal'] as const
export type Cause = (typeof CAUSES)[number]

/** For what something is taken down; each with its rule in `reasonText`. That somebody is criticised is no reason. */
export const REASONS = ['insult', 'privacy', 'advertising', 'unlawful', 'flood'] as const satisfies readonly HideReason[]

/** How long whoever judges has; what nobody looked at by then appears by itself, unless it holds private data or somebody appealed. */
export const PATIENCE = Temporal.Duration.from({ hours: 24 })

/** A case as the rules see it. */
export interface Case {
  id: number
  matter_id: number
  kind: Moderated
  thing_id: number
  causes: readonly Cause[]
  author_id: number | null
  verdict: Verdict | null
  appeal_of: number | null
  /** Who judged what is appealed against; null where it is no appeal. */
  first_judge: number | null
  /** Whether the actor asked for this look himself. */
  reported_by_me: boolean
  /** What was written; null for a photo, and for what is gone. */
  text: string | null
}

/** What the rules must know of the matter to which it belongs. */
export interface Around {
  place: Parameters<typeof lineage>[0]
  entered_by: number | null
  /** Whether the actor handles it. */
  handled_by_me: boolean
}

/** Why the actor may not judge: not his place, judged already, his own, about himself, or he judged it before. */
export function mayNotJudge(actor: Actor, one: Case, around: Around): Said | null {
  const why = lacks(actor, 'moderate', around.place)
  if (why) return why
  if (one.verdict !== null) return lang => moderationText(lang).judgedAlready
  const own = [one.author_id, around.entered_by].includes(actor.personId) || one.reported_by_me
  if (own) return lang => moderationText(lang).ownCase
  if (around.handled_by_me || (actor.name !== null && one.text?.includes(actor.name))) return lang => moderationText(lang).aboutYourself
  return one.first_judge === actor.personId ? lang => moderationText(lang).judgedBefore : null
}

/** The post by which the actor judges: what the public log shows instead of a name. */
export function judgedAs(actor: Actor, place: Around['place']): string {
  return actor.posts.find(post => lacks({ ...actor, posts: [post] }, 'moderate', place) === null && holdsPost(actor, [post.kind], place))?.kind ?? ''
}

/** Whether it may appear by itself when nobody looked in time. */
export function mayAppear({ causes }: Pick<Case, 'causes'>): boolean {
  return !causes.some(cause => cause === 'private_data' || cause === 'appeal' || cause === 'reported')
}

/** The words that make somebody look, as causes; asked whether nothing else does. */
export function onlyWords(causes: readonly Cause[]): boolean {
  const words: readonly Cause[] = ['insult', 'advertising', 'private_data', 'other_word'] satisfies WordCause[]
  return causes.every(cause => words.includes(cause))
}

/** How something stands until somebody has looked: too often is held, a word keeps it from the public only, so that help is never delayed by it. */
export function standingFor(causes: readonly Cause[]): Standing {
  return causes.includes('often') ? 'held' : causes.length > 0 ? 'screened' : 'shown'
}

/** The causes as a row holds them; the database knows no others. */
export function causesIn(row: readonly string[]): Cause[] {
  return CAUSES.filter(cause => row.includes(cause))
}
