// 取消包楼: somebody no longer goes from door to door in a building; where he has been stays.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { building } from '#modules/elections/assign.ts'
import { mayNot } from '#modules/elections/election.ts'
import { person, say, which } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import type { Actor } from '#modules/people/public.ts'

/** Takes him off the building. */
export const unassignCanvasser = action({
  name: 'elections.unassign',
  summary: say('summaryUnassign'),
  input: z.strictObject({ id: which, building, person }),
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.keep,
  run: async (db, { subject: election, input }) => {
    await db.deleteFrom('election_canvasser').where('community_id', '=', db.community).where('election_id', '=', election.id)
      .where('building_id', '=', input.building).where('person_id', '=', input.person).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { building: input.building, person: input.person } }
  },
})
