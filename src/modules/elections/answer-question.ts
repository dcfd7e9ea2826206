// 回答提问: publicly; or it is not shown, with the reason for whoever asked.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import { answeredHow } from '#modules/elections/answer-objection.ts'
import { mayNot } from '#modules/elections/election.ts'
import { say, which, words } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import type { Actor } from '#modules/people/public.ts'

export const answerQuestionInput = z.strictObject({ id: which, question: which, how: answeredHow, answer: words(say('answer')) })

/** Answers it; a later answer takes the place of the former one. */
export const answerElectionQuestion = action({
  name: 'elections.answerQuestion',
  summary: say('summaryAnswerQuestion'),
  input: answerQuestionInput,
  subject: async (db, input, _actor: Actor) => {
    const election = await electionToChange(db, input.id)
    const question = await db.selectFrom('election_question').select(['id', 'person_id']).where('community_id', '=', db.community)
      .where('election_id', '=', election.id).where('id', '=', input.question).executeTakeFirst()
    if (!question) throw new NotFound(say('noQuestion'))
    return { election, question }
  },
  refuse: (actor, { election }) => mayNot.answer(actor, election),
  run: async (db, { subject: { election, question }, input: { how, answer }, actor, now }) => {
    await db.updateTable('election_question')
      .set({ answer, answered_by: actor.personId ?? 0, answered_at: now.toString(), standing: how === 'declined' ? 'hidden' : 'shown' })
      .where('community_id', '=', db.community).where('id', '=', question.id).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { question: question.id, how, person: question.person_id } }
  },
})
