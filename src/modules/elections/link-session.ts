// 见面会: at which public session of a council the candidates present themselves.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { mayNot } from '#modules/elections/election.ts'
import { say, which } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import type { Actor } from '#modules/people/public.ts'

export const linkSessionInput = z.strictObject({ id: which, session: z.coerce.number().int().positive().meta({ label: say('session'), wrong: say('sessionWrong') }) })

/** Names it, in place of another. */
export const linkSession = action({
  name: 'elections.linkSession',
  summary: say('summaryLinkSession'),
  input: linkSessionInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.prepare,
  run: async (db, { subject: election, input: { session } }) => {
    const found = await db.selectFrom('council_session').select('id').where('community_id', '=', db.community).where('id', '=', session)
      .where('kind', '<>', 'mediation').where('cancelled_at', 'is', null).executeTakeFirst()
    if (!found) throw invalid([{ field: 'session', reason: say('sessionWrong') }])
    await db.updateTable('election').set({ session_id: session }).where('community_id', '=', db.community).where('id', '=', election.id).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { session } }
  },
})
