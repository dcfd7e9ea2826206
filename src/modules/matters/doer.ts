// Who did it, for the rows that name him.
import type { Actor } from '#modules/people/public.ts'

/** The person who acts, where the rules have let in only people who signed in. */
export function doer(actor: Actor): number {
  if (actor.personId === null) throw new Error('a rule let somebody unknown act')
  return actor.personId
}
