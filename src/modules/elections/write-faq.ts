// 常见问题: what is asked again and again, written down with its answer before anybody asks.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { mayNot } from '#modules/elections/election.ts'
import { say, which, words } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import type { Actor } from '#modules/people/public.ts'

export const writeFaqInput = z.strictObject({ id: which, text: words(say('question'), { least: 4, most: 300 }), answer: words(say('answer')) })

/** Writes it; nobody asked it, so nobody is named. */
export const writeElectionFaq = action({
  name: 'elections.writeFaq',
  summary: say('summaryWriteFaq'),
  input: writeFaqInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.answer,
  run: async (db, { subject: election, input: { text, answer }, actor, now }) => {
    const { id: question } = await db.insertInto('election_question').values({
      community_id: db.community, election_id: election.id, text, person_id: null, standing: 'shown', at: now.toString(),
      answer, answered_by: actor.personId ?? 0, answered_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `elections/${election.id}`, answer: { id: election.id, question }, facts: { question } }
  },
})
