// 提异议: an owner says what is wrong with the group, a draft, a candidate or the result; it is recorded, and answered.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { mayNot, OBJECTED_TO } from '#modules/elections/election.ts'
import { oneOf, say, which, words } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import { standingOf } from '#modules/elections/standing.ts'
import type { Actor } from '#modules/people/public.ts'
import { electionObjectedText } from '#text/election-words.ts'

export const objectInput = z.strictObject({
  id: which,
  about: oneOf(OBJECTED_TO, say('what'), electionObjectedText),
  text: words(say('objection'), { least: 4, hint: say('objectionHint') }),
})

/** Objects. Listed words wait for a look; they count as an objection all the same. Throws TooOften. */
export const objectToElection = action({
  name: 'elections.object',
  summary: say('summaryObject'),
  input: objectInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.object,
  run: async (db, { subject: election, input: { about, text }, actor, limits, from, now }) => {
    const { standing, causes } = await standingOf(db, { limits, from, now }, actor, text)
    const { id: objection } = await db.insertInto('election_objection')
      .values({ community_id: db.community, election_id: election.id, about, text, person_id: actor.personId ?? 0, standing, at: now.toString() })
      .returning('id').executeTakeFirstOrThrow()
    const held = causes.length > 0
    return { subject: `elections/${election.id}`, answer: { id: election.id, objection, ...held && { held } }, facts: { objection, about, ...held && { held, causes } } }
  },
})
