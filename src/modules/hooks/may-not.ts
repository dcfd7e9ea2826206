// Who may let programs report. Pure.
import type { Said } from '#kit/phrase.ts'
import { lacks, type Actor } from '#modules/people/public.ts'

/** Why the actor may not, or null: whoever connects the ways out connects the ways in. */
export function mayNotKeepHooks(actor: Actor): Said | null {
  return lacks(actor, 'read outbox', null)
}
