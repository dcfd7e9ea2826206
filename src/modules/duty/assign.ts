// 指定顶班: a keeper puts somebody on an open turn.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { mayNotKeep } from '#modules/duty/duty.ts'
import { fillGap } from '#modules/duty/fill-gap.ts'
import { gapFound } from '#modules/duty/find.ts'
import { somebody, which } from '#modules/duty/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyText } from '#text/duty.ts'

export const assignInput = z.strictObject({ id: which, person: somebody })

/** Puts him on, unless somebody was faster; he is told. */
export const assign = action({
  name: 'duty.assign',
  summary: lang => dutyText(lang).summaryAssign,
  input: assignInput,
  subject: (db, input, actor: Actor) => gapFound(db, actor, input.id),
  refuse: (actor, gap, now) => mayNotKeep(actor, gap)
    ?? (gap.turn_id !== null ? lang => dutyText(lang).taken : null)
    ?? (Temporal.Instant.compare(gap.until_at, now) <= 0 ? lang => dutyText(lang).past : null),
  run: async (db, { subject: gap, input }) => {
    const turn = await fillGap(db, gap, input.person, 'person')
    return { subject: `duty/${gap.roster_id}`, answer: { id: turn, roster: gap.roster_id }, facts: { gap: gap.id, turn, person: input.person } }
  },
})
