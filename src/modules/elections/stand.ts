// 报名: an owner stands of himself, or says yes to having been recommended.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { mayNot } from '#modules/elections/election.ts'
import { say, which } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import { about } from '#modules/elections/recommend.ts'
import { fitToPost } from '#modules/elections/standing.ts'
import type { Actor } from '#modules/people/public.ts'

export const standInput = z.strictObject({ id: which, about })

/** Stands, also again after having withdrawn; the introduction is his own from then on. */
export const standForElection = action({
  name: 'elections.stand',
  summary: say('summaryStand'),
  input: standInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.stand,
  run: async (db, { subject: election, input: { about }, actor, now }) => {
    await fitToPost(db, about, 'about')
    const at = now.toString()
    const { id } = await db.insertInto('election_candidate').values({
      community_id: db.community, election_id: election.id, person_id: actor.personId ?? 0, found: 'self', about, named_by: actor.personId ?? 0, named_at: at, agreed_at: at,
    }).onConflict(there => there.columns(['community_id', 'election_id', 'person_id']).doUpdateSet({ about, agreed_at: at, withdrawn_at: null }))
      .returning('id').executeTakeFirstOrThrow()
    return { subject: `elections/${election.id}`, answer: { id: election.id, candidate: id }, facts: { candidate: id } }
  },
})
