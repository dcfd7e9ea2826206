// 咨询台: whom to call about an election, and when.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { mayNot } from '#modules/elections/election.ts'
import { say, which } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import type { Actor } from '#modules/people/public.ts'

export const keepDeskInput = z.strictObject({
  id: which,
  hotline: z.string().trim().max(40).meta({ label: say('hotline'), wrong: say('hotlineWrong') }),
  hours: z.string().trim().max(60).default('').meta({ label: say('hours') }),
})

/** Writes them; an empty hotline means the community's number. */
export const keepElectionDesk = action({
  name: 'elections.keepDesk',
  summary: say('summaryKeepDesk'),
  input: keepDeskInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.keep,
  run: async (db, { subject: election, input: { hotline, hours } }) => {
    await db.updateTable('election').set({ hotline, hours }).where('community_id', '=', db.community).where('id', '=', election.id).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id } }
  },
})
