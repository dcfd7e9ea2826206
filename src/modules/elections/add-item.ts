// 移交清单: something more that is to be handed over, and by whom.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { GIVERS, mayNot } from '#modules/elections/election.ts'
import { oneOf, say, which } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import type { Actor } from '#modules/people/public.ts'
import { givenFromText } from '#text/election-words.ts'

export const addItemInput = z.strictObject({
  id: which, what: z.string().trim().min(2).max(100).meta({ label: say('item'), hint: say('itemHint'), wrong: say('itemWrong') }), from: oneOf(GIVERS, say('from'), givenFromText),
})

/** Puts it on the list. */
export const addElectionItem = action({
  name: 'elections.addItem',
  summary: say('summaryAddItem'),
  input: addItemInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.settle,
  run: async (db, { subject: election, input: { what, from }, actor, now }) => {
    const { id: item } = await db.insertInto('election_item')
      .values({ community_id: db.community, election_id: election.id, what, given_from: from, added_by: actor.personId ?? 0, added_at: now.toString() }).returning('id').executeTakeFirstOrThrow()
    return { subject: `elections/${election.id}`, answer: { id: election.id, item }, facts: { item, from } }
  },
})
