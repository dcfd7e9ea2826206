// 请人换班: somebody asks one of his team to take his turn, for one of the other's turns or for none.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { mayNotLeave } from '#modules/duty/duty.ts'
import { turnFound } from '#modules/duty/find.ts'
import { isSwappable } from '#modules/duty/swap.ts'
import { maybeId, which } from '#modules/duty/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyFieldText, dutyText } from '#text/duty.ts'

export const askSwapInput = z.strictObject({
  id: which,
  with: z.coerce.number().int().positive().meta({ label: lang => dutyFieldText(lang).with, wrong: lang => dutyText(lang).withSelf }),
  forTurn: maybeId.meta({ label: lang => dutyFieldText(lang).forTurn }),
})

/** Asks; whom he asked before about this turn need not answer any more. */
export const askSwap = action({
  name: 'duty.askSwap',
  summary: lang => dutyText(lang).summaryAskSwap,
  input: askSwapInput,
  subject: (db, input, actor: Actor) => turnFound(db, actor, input.id),
  refuse: mayNotLeave,
  run: async (db, { subject: turn, input, actor, now }) => {
    if (input.with === actor.personId) throw invalid([{ field: 'with', reason: lang => dutyText(lang).withSelf }])
    if (!await isSwappable(db, turn, { with: input.with, forTurn: input.forTurn }, now)) throw invalid([{ field: 'with', reason: lang => dutyText(lang).swapWrong }])
    await db.updateTable('duty_swap').set({ answered_at: now.toString(), agreed: false })
      .where('community_id', '=', db.community).where('turn_id', '=', turn.id).where('answered_at', 'is', null).execute()
    const { id } = await db.insertInto('duty_swap').values({
      community_id: db.community, turn_id: turn.id, with_id: input.with, for_turn_id: input.forTurn, asked_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `duty/${turn.roster_id}`, answer: { id }, facts: { turn: turn.id, person: input.with } }
  },
})
