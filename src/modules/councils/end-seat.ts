// 撤席位: not invited any more; what was said and signed before stays.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import { mayNotConvene } from '#modules/councils/council.ts'
import { councilToChange } from '#modules/councils/find.ts'
import { which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { councilText } from '#text/councils.ts'
import { sessionText } from '#text/council-session.ts'

/** Ends a seat. Throws NotFound for one that this council does not have. */
export const endSeat = action({
  name: 'councils.endSeat',
  summary: lang => councilText(lang).summaryEndSeat,
  input: z.strictObject({ id: which, seat: which }),
  subject: (db, input, _actor: Actor) => councilToChange(db, input.id),
  refuse: mayNotConvene,
  run: async (db, { subject: council, input: { seat }, now }) => {
    const { numUpdatedRows } = await db.updateTable('council_seat').set({ ended_at: now.toString() })
      .where('community_id', '=', db.community).where('council_id', '=', council.id).where('id', '=', seat).where('ended_at', 'is', null).executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw new NotFound(lang => sessionText(lang).noSeat)
    return { subject: `councils/${council.id}`, answer: { id: council.id }, facts: { seat } }
  },
})
