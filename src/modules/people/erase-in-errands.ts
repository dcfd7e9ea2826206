// Erasing oneself, as far as it reaches into errands: what was written goes with whoever wrote it, and what was promised is free for others.
import type { ExpressionBuilder } from 'kysely'
import type { DB } from '#db/tables.ts'
import type { Writer } from '#kit/db.ts'

/** Takes the person out. What he had taken and not done is open again; the clock tells it further from there, and ends what others took of his, so that they hear of it. */
export async function eraseInErrands(db: Writer, personId: number, now: Temporal.Instant): Promise<void> {
  const at = now.toString()
  const errands = () => db.updateTable('errand').where('community_id', '=', db.community)
  await db.updateTable('errand_swap').set({ ended_at: at }).where('community_id', '=', db.community).where('ended_at', 'is', null)
    .where(eb => eb.or((['first_id', 'second_id'] as const).map(side => eb(side, 'in', db.selectFrom('errand').select('id')
      .where('community_id', '=', db.community).where(own => own.or([own('by_id', '=', personId), own('taken_by', '=', personId)])))))).execute()
  await errands().set({ ended_at: at, ended_how: 'called_off', next_at: null }).where('by_id', '=', personId).where('taken_by', 'is', null).where('ended_at', 'is', null).execute()
  await errands().set({ taken_by: null, taken_at: null, words: null, swapped: false, offer_id: null, finished_at: null, finished_minutes: null, next_at: at })
    .where('taken_by', '=', personId).where('ended_at', 'is', null).execute()
  await errands().set({ taken_by: null, words: null }).where('taken_by', '=', personId).execute()
  const without = (eb: ExpressionBuilder<DB, 'errand'>) => ({ text: null, asked_for: null, words: null, thanks: null, by_id: null, place_id: eb.ref('estate_id') })
  await errands().set(eb => ({ ...without(eb), taken_by: null, forgotten_at: at })).where('by_id', '=', personId).where('ended_at', 'is not', null).execute()
  await errands().set(eb => ({ ...without(eb), next_at: at })).where('by_id', '=', personId).execute()
}
