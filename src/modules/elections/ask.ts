// 提问: somebody of the estate asks about the election; question and answer are there for all.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { mayNot } from '#modules/elections/election.ts'
import { say, which, words } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import { standingOf } from '#modules/elections/standing.ts'
import type { Actor } from '#modules/people/public.ts'

export const askInput = z.strictObject({ id: which, text: words(say('question'), { least: 4, most: 300, hint: say('questionHint') }) })

/** Asks. Listed words wait for whoever answers. Throws TooOften. */
export const askElection = action({
  name: 'elections.ask',
  summary: say('summaryAsk'),
  input: askInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.ask,
  run: async (db, { subject: election, input: { text }, actor, limits, from, now }) => {
    const { standing, causes } = await standingOf(db, { limits, from, now }, actor, text)
    const { id: question } = await db.insertInto('election_question')
      .values({ community_id: db.community, election_id: election.id, text, person_id: actor.personId, standing, at: now.toString() }).returning('id').executeTakeFirstOrThrow()
    const held = causes.length > 0
    return { subject: `elections/${election.id}`, answer: { id: election.id, question, ...held && { held } }, facts: { question, ...held && { held, causes } } }
  },
})
