// 过了时间: what is past goes off the board. Done by the clock.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { isDue, widens } from '#modules/errands/due.ts'
import { ended } from '#modules/errands/ended.ts'
import { errandByClock } from '#modules/errands/find.ts'
import { endSwaps } from '#modules/errands/swaps.ts'
import type { Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

/** Ends it when its time is past, or when its asker has erased himself: then whoever took it is told (`to: gone`). Refused before. */
export const endErrand = action({
  name: 'errands.end',
  summary: lang => errandText(lang).summaryEnd,
  input: z.strictObject({ id: z.number().int().positive() }),
  subject: (db, input, _actor: Actor) => errandByClock(db, input.id),
  refuse: (_actor, errand, now) => isGone(errand) || (isDue(errand, now) && !widens(errand, now)) ? null : lang => errandText(lang).notYet,
  run: async (db, { subject: errand, now }) => {
    if (isGone(errand)) {
      await ended(db, errand.id, errand.finished_at === null ? 'called_off' : 'unconfirmed', now)
      return { subject: `errands/${errand.id}`, answer: { id: errand.id }, facts: { to: errand.finished_at === null ? 'gone' : 'done', person: errand.taken_by } }
    }
    const how = errand.taken_by !== null ? 'unconfirmed' : errand.side === 'offer' ? 'over' : 'untaken'
    await ended(db, errand.id, how, now)
    await endSwaps(db, errand.id, now)
    return { subject: `errands/${errand.id}`, answer: { id: errand.id }, facts: { to: how, person: errand.by_id, reach: errand.reach } }
  },
})

// Somebody took it, and nobody asks any more.
function isGone({ by_id, ended_at }: { by_id: number | null, ended_at: Temporal.Instant | null }): boolean {
  return by_id === null && ended_at === null
}
