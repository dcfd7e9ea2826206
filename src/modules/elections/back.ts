// 附议: an owner backs the request himself, or whoever keeps the election enters who signed on paper.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { mayNot } from '#modules/elections/election.ts'
import { say, which } from '#modules/elections/fields.ts'
import { electionToChange, ownersAmong } from '#modules/elections/find.ts'
import { localDay, type Actor } from '#modules/people/public.ts'

export const backInput = z.strictObject({
  id: which,
  person: z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]).nullable().default(null).meta({ label: say('onPaper'), wrong: say('personWrong') }),
})

/** Backs it; a second time changes nothing. */
export const backElection = action({
  name: 'elections.back',
  summary: say('summaryBack'),
  input: backInput,
  subject: async (db, input, _actor: Actor) => ({ election: await electionToChange(db, input.id), person: input.person }),
  refuse: (actor, { election, person }) => person === null ? mayNot.back(actor, election) : mayNot.enter(actor, election),
  run: async (db, { subject: { election, person }, actor, now }) => {
    const who = person ?? actor.personId ?? 0
    const owners = await ownersAmong(db, election.estate.id, [who], await localDay(db, now))
    if (!owners.has(who)) throw invalid([{ field: 'person', reason: say('notOwner') }])
    await db.insertInto('election_backer').values({ community_id: db.community, election_id: election.id, person_id: who, on_paper: person !== null, at: now.toString() })
      .onConflict(twice => twice.doNothing()).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { backer: who, paper: person !== null } }
  },
})
