// 再问远一点: what nobody took is told one step further, each step once. Done by the clock.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { isDue, widens } from '#modules/errands/due.ts'
import { nextAt, REACHES } from '#modules/errands/errand.ts'
import { errandByClock } from '#modules/errands/find.ts'
import type { Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

/** Tells it one step further: the building, the estate, the grid worker; each once. Refused before its time. */
export const widenErrand = action({
  name: 'errands.widen',
  summary: lang => errandText(lang).summaryWiden,
  input: z.strictObject({ id: z.number().int().positive() }),
  subject: (db, input, _actor: Actor) => errandByClock(db, input.id),
  refuse: (_actor, errand, now) => isDue(errand, now) && widens(errand, now) ? null : lang => errandText(lang).notYet,
  run: async (db, { subject: errand }) => {
    const reach = errand.reach + 1
    await db.updateTable('errand').set({ reach, next_at: nextAt({ ...errand, reach }) })
      .where('community_id', '=', db.community).where('id', '=', errand.id).execute()
    return { subject: `errands/${errand.id}`, answer: { id: errand.id }, facts: { to: REACHES[errand.reach], kind: errand.kind } }
  },
})
