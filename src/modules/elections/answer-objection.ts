// 答复异议: every objection gets an answer, also one that is not shown.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import { mayNot } from '#modules/elections/election.ts'
import { oneOf, say, which, words } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import type { Actor } from '#modules/people/public.ts'
import { answeredHowText } from '#text/election-words.ts'

/** Answered for all to see, or kept from them, with the reason for its author. */
const ANSWERED = ['answered', 'declined'] as const
export const answeredHow = oneOf(ANSWERED, say('how'), lang => ({ answered: answeredHowText(lang).answered, declined: answeredHowText(lang).declined }))

export const answerObjectionInput = z.strictObject({ id: which, objection: which, how: answeredHow, answer: words(say('answer')) })

/** Answers it, once. */
export const answerElectionObjection = action({
  name: 'elections.answerObjection',
  summary: say('summaryAnswerObjection'),
  input: answerObjectionInput,
  subject: async (db, input, _actor: Actor) => {
    const election = await electionToChange(db, input.id)
    const objection = await db.selectFrom('election_objection').select(['id', 'person_id', 'answered_at']).where('community_id', '=', db.community)
      .where('election_id', '=', election.id).where('id', '=', input.objection).executeTakeFirst()
    if (!objection) throw new NotFound(say('noObjection'))
    return { election, objection }
  },
  refuse: (actor, { election, objection }) => mayNot.answer(actor, election) ?? (objection.answered_at ? say('answeredAlready') : null),
  run: async (db, { subject: { election, objection }, input: { how, answer }, actor, now }) => {
    await db.updateTable('election_objection')
      .set({ answer, answered_by: actor.personId ?? 0, answered_at: now.toString(), standing: how === 'declined' ? 'hidden' : 'shown' })
      .where('community_id', '=', db.community).where('id', '=', objection.id).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { objection: objection.id, how, person: objection.person_id } }
  },
})
