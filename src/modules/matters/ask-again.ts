// 回访: a month after a matter was done, its raiser is asked whether it held. Done by the clock, once for each matter.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'
import { closingText } from '#text/closing.ts'

/** How long after closing somebody is asked. */
const MONTH = Temporal.Duration.from({ hours: 24 * 30 })

/** Asks the raiser of one matter; the journal entry is what the notice is made of. */
export const askAgain = action({
  name: 'matters.askAgain',
  summary: lang => closingText(lang).summaryAskAgain,
  input: z.strictObject({ id: z.number().int().positive() }),
  subject: async (db, input, _actor: Actor, { now }) =>
    await due(db, now).where('matter.id', '=', input.id).forUpdate('matter').executeTakeFirst() ?? null,
  refuse: (_actor, matter) => matter ? null : lang => closingText(lang).nothingToAsk,
  run: async (db, { input: { id }, now }) => {
    await db.insertInto('matter_check').values({ community_id: db.community, matter_id: id, asked_at: now.toString() }).execute()
    return { subject: `matters/${id}`, answer: { id } }
  },
})

/** The matters of this community whose raisers are to be asked, the oldest first. */
export async function mattersToAsk(db: Reader, now: Temporal.Instant): Promise<number[]> {
  return (await due(db, now).orderBy('matter.id').limit(500).execute()).map(({ id }) => id)
}

// Done and not turned down, raised by somebody with an account, not asked yet and not reopened meanwhile.
function due(db: Reader, now: Temporal.Instant) {
  return db.selectFrom('matter')
    .innerJoin('matter_dossier', join => join.onRef('matter_dossier.community_id', '=', 'matter.community_id')
      .onRef('matter_dossier.matter_id', '=', 'matter.id'))
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'matter.community_id').onRef('person.id', '=', 'matter.raiser_id'))
    .select('matter.id')
    .where('matter.community_id', '=', db.community).where('matter_dossier.closed_as', '=', 'done')
    .where('matter_dossier.sealed_at', '<=', at(now.subtract(MONTH))).where('person.erased_at', 'is', null).where('matter.standing', '=', 'shown')
    .where(eb => eb.not(eb.exists(eb.selectFrom('matter_check').select('matter_check.matter_id')
      .where('matter_check.community_id', '=', db.community).whereRef('matter_check.matter_id', '=', 'matter.id'))))
    .where(eb => eb.not(eb.exists(eb.selectFrom('matter as later').select('later.id')
      .where('later.community_id', '=', db.community).whereRef('later.reopened_from', '=', 'matter.id'))))
}
