// 终止: an election goes no further, with the reason; another one can be asked for.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { mayNot } from '#modules/elections/election.ts'
import { say, which, words } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import type { Actor } from '#modules/people/public.ts'

export const stopInput = z.strictObject({ id: which, reason: words(say('reason')) })

/** Stops it until somebody is elected. A vote that is under way is dropped by itself. */
export const stopElection = action({
  name: 'elections.stop',
  summary: say('summaryStop'),
  input: stopInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: (actor, election) => mayNot.stop(actor, election)
    ?? (election.decision_id !== null && ['announced', 'open'].includes(election.vote ?? '') ? say('underWay') : null),
  run: async (db, { subject: election, input: { reason }, now }) => {
    await db.updateTable('election').set({ stopped_at: now.toString(), stopped_reason: reason }).where('community_id', '=', db.community).where('id', '=', election.id).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id } }
  },
})
