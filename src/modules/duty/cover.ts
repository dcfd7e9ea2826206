// 顶班: whoever belongs to the team takes an open turn; the first has it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Said } from '#kit/phrase.ts'
import { belongsTo, type Team } from '#modules/duty/duty.ts'
import { gapFound } from '#modules/duty/find.ts'
import { fillGap } from '#modules/duty/fill-gap.ts'
import { which } from '#modules/duty/words.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { dutyText } from '#text/duty.ts'

/** Takes it for the actor, if nobody has: the gap is locked, so of many at once one gets it. */
export const cover = action({
  name: 'duty.cover',
  summary: lang => dutyText(lang).summaryCover,
  input: z.strictObject({ id: which }),
  subject: (db, input, actor: Actor) => gapFound(db, actor, input.id),
  refuse: mayNotCover,
  run: async (db, { subject: gap, actor }) => {
    const turn = await fillGap(db, gap, actor.personId ?? 0)
    return { subject: `duty/${gap.roster_id}`, answer: { id: turn, roster: gap.roster_id }, facts: { gap: gap.id, turn } }
  },
})

/** Why the actor may not take this open turn, or null. */
export function mayNotCover(actor: Actor, gap: Pick<Team, 'organisation_id'> & { turn_id: number | null, until_at: Temporal.Instant }, now: Temporal.Instant): Said | null {
  const out = signedOut(actor)
  if (out) return out
  if (!belongsTo(actor, gap)) return lang => dutyText(lang).notMember
  if (gap.turn_id !== null) return lang => dutyText(lang).taken
  return Temporal.Instant.compare(gap.until_at, now) <= 0 ? lang => dutyText(lang).past : null
}
