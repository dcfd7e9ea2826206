// 互换: two wants that meet are put before both. Done by the clock, once for each pair.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { Conflict } from '#kit/errors.ts'
import { errandByClock } from '#modules/errands/find.ts'
import type { Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

/** Proposes it to both. Refused when one of the two is no longer open; Conflict when it was proposed before. */
export const proposeSwap = action({
  name: 'errands.proposeSwap',
  summary: lang => errandText(lang).summaryPropose,
  input: z.strictObject({ first: z.number().int().positive(), second: z.number().int().positive() }),
  // The lower number first, here as everywhere: two who want the same pair wait for each other instead of blocking.
  subject: async (db, input, _actor: Actor) => ({ first: await errandByClock(db, input.first), second: await errandByClock(db, input.second) }),
  refuse: (_actor, { first, second }) => [first, second].every(one => one.ended_at === null && one.taken_by === null)
    ? null : lang => errandText(lang).taken,
  run: async (db, { subject: { first, second }, now }) => {
    const made = await db.insertInto('errand_swap')
      .values({ community_id: db.community, first_id: first.id, second_id: second.id, proposed_at: now.toString() })
      .onConflict(pair => pair.columns(['community_id', 'first_id', 'second_id']).doNothing()).returning('id').executeTakeFirst()
    if (!made) throw new Conflict(lang => errandText(lang).proposedAlready)
    return { subject: `errands/${first.id}`, answer: { id: made.id }, facts: { swap: made.id, first: first.by_id, second: second.by_id } }
  },
})

/** The pairs that meet and were not proposed: same estate, each can do what the other wants, both open. */
export async function pairsThatMeet(db: Reader, now: Temporal.Instant): Promise<{ first: number, second: number }[]> {
  return db.selectFrom('errand as first')
    .innerJoin('errand as second', join => join.onRef('second.community_id', '=', 'first.community_id').onRef('second.estate_id', '=', 'first.estate_id')
      .onRef('second.kind', '=', 'first.in_return').onRef('second.in_return', '=', 'first.kind').onRef('second.by_id', '<>', 'first.by_id')
      .onRef('second.id', '>', 'first.id'))
    .select(['first.id as first', 'second.id as second']).where('first.community_id', '=', db.community)
    .where(eb => eb.and((['first', 'second'] as const).flatMap(one => [
      eb(`${one}.ended_at`, 'is', null), eb(`${one}.taken_by`, 'is', null), eb(`${one}.standing`, '=', 'shown'), eb(`${one}.until_at`, '>', at(now)),
    ])))
    .where(eb => eb.not(eb.exists(eb.selectFrom('errand_swap').select(sql.lit(1).as('one')).whereRef('errand_swap.community_id', '=', 'first.community_id')
      .whereRef('errand_swap.first_id', '=', 'first.id').whereRef('errand_swap.second_id', '=', 'second.id'))))
    .orderBy('first.id').orderBy('second.id').limit(100).execute()
}
