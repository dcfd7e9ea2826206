// 退出候选: the candidate himself, or whoever keeps the election for him; until the vote is made.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { candidateIn } from '#modules/elections/candidates.ts'
import { mayNot } from '#modules/elections/election.ts'
import { say, which } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import type { Actor } from '#modules/people/public.ts'

/** Takes him off the list; that he stood there remains. */
export const withdrawCandidate = action({
  name: 'elections.withdraw',
  summary: say('summaryWithdraw'),
  input: z.strictObject({ id: which, candidate: which }),
  subject: async (db, input, _actor: Actor) => {
    const election = await electionToChange(db, input.id)
    return { election, candidate: await candidateIn(db, election.id, input.candidate) }
  },
  refuse: (actor, { election, candidate }) => candidate.person === actor.personId ? mayNot.stand(actor, election) : mayNot.form(actor, election),
  run: async (db, { subject: { election, candidate }, now }) => {
    await db.updateTable('election_candidate').set({ withdrawn_at: now.toString() }).where('community_id', '=', db.community).where('id', '=', candidate.id).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { candidate: candidate.id } }
  },
})
