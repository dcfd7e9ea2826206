// 附议罢免: another owner or member is for it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { mayNot } from '#modules/elections/election.ts'
import { say, which } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import { recallIn } from '#modules/elections/recalls.ts'
import type { Actor } from '#modules/people/public.ts'

/** Backs it; a second time changes nothing. */
export const backRecall = action({
  name: 'elections.backRecall',
  summary: say('summaryBackRecall'),
  input: z.strictObject({ id: which, recall: which }),
  subject: async (db, input, _actor: Actor) => {
    const election = await electionToChange(db, input.id)
    return { election, recall: await recallIn(db, election.id, input.recall) }
  },
  refuse: (actor, { election }) => mayNot.recall(actor, election),
  run: async (db, { subject: { election, recall }, actor, now }) => {
    await db.insertInto('recall_backer').values({ community_id: db.community, recall_id: recall.id, person_id: actor.personId ?? 0, at: now.toString() })
      .onConflict(twice => twice.doNothing()).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { recall: recall.id } }
  },
})
