// 备案材料: a paper for filing lies ready, or does not after all.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { mayNot, PAPERS } from '#modules/elections/election.ts'
import { oneOf, say, which } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import type { Actor } from '#modules/people/public.ts'
import { paperText } from '#text/election-words.ts'

/** Ticks it; without `ready` takes the tick away. */
export const tickElectionPaper = action({
  name: 'elections.tickPaper',
  summary: say('summaryTickPaper'),
  input: z.strictObject({ id: which, paper: oneOf(PAPERS, say('paper'), paperText), ready: z.stringbool().default(false).meta({ label: say('ready'), control: 'tick' }) }),
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.settle,
  run: async (db, { subject: election, input: { paper, ready }, actor, now }) => {
    if (ready) {
      await db.insertInto('election_paper').values({ community_id: db.community, election_id: election.id, paper, ticked_by: actor.personId ?? 0, ticked_at: now.toString() })
        .onConflict(twice => twice.doNothing()).execute()
    } else {
      await db.deleteFrom('election_paper').where('community_id', '=', db.community).where('election_id', '=', election.id).where('paper', '=', paper).execute()
    }
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { paper, ready } }
  },
})
