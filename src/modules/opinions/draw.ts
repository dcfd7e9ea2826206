// 重画意见图: by the clock, once enough people have said something new; from fewer one could read off who said it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { SAFE } from '#modules/opinions/drawn.ts'
import { keepMap } from '#modules/opinions/keep-map.ts'
import type { Actor } from '#modules/people/public.ts'
import { closeText } from '#text/opinions.ts'

// A lively evening does not keep the machine busy.
const BETWEEN = { minutes: 5 }

/** Draws it. Refused where it is over, or nothing much is new. */
export const drawMap = action({
  name: 'opinions.draw',
  summary: lang => closeText(lang).summaryDraw,
  input: z.strictObject({ id: z.number().int().positive() }),
  // Nothing is locked: drawing may take seconds, and people go on voting.
  subject: async (db, input, _actor: Actor, { now }) => ({ due: (await mapsToDraw(db, now)).includes(input.id) }),
  refuse: (_actor, { due }) => due ? null : lang => closeText(lang).notDue,
  run: async (db, { input: { id }, now }) => {
    const made = await keepMap(db, id, now)
    return { subject: `conversations/${id}`, answer: { id }, facts: made }
  },
})

/** The open conversations in which so many people voted since their map was made that a new one tells nobody's vote. */
export async function mapsToDraw(db: Reader, now: Temporal.Instant): Promise<number[]> {
  const found = await db.selectFrom('conversation')
    .leftJoin('conversation_map as map', join => join.onRef('map.community_id', '=', 'conversation.community_id')
      .onRef('map.conversation_id', '=', 'conversation.id'))
    .select('conversation.id').where('conversation.community_id', '=', db.community)
    .where('conversation.ended_at', 'is', null).where('conversation.closes_at', '>', at(now))
    .where(eb => eb.or([eb('map.made_at', 'is', null), eb('map.made_at', '<=', at(now.subtract(BETWEEN)))]))
    .where(eb => eb(eb.selectFrom('conversation_voter as voter').select(count => count.fn.countAll<number>().as('n'))
      .whereRef('voter.community_id', '=', 'conversation.community_id').whereRef('voter.conversation_id', '=', 'conversation.id')
      .where(since => since.or([since('map.made_at', 'is', null), since('voter.voted_at', '>', since.ref('map.made_at'))])), '>=', SAFE))
    .orderBy('conversation.id').limit(100).execute()
  return found.map(({ id }) => id)
}
