// 张贴: that a list or the drafts hang at a place since a day.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { mayNot, POSTED_THINGS } from '#modules/elections/election.ts'
import { day, oneOf, say, which } from '#modules/elections/fields.ts'
import { electionToChange, notToCome } from '#modules/elections/find.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { estateOf, placeById } from '#modules/places/public.ts'
import { postedThingText } from '#text/election-words.ts'

export const postInput = z.strictObject({
  id: which,
  what: oneOf(POSTED_THINGS, say('what'), postedThingText),
  place: z.coerce.number().int().positive().meta({ label: say('place'), wrong: say('placeWrong') }),
  on: day,
})

/** Records a posting. The vote asks for proofs of its own, with photos. */
export const postElection = action({
  name: 'elections.post',
  summary: say('summaryPost'),
  input: postInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.post,
  run: async (db, { subject: election, input: { what, place, on }, actor, now }) => {
    if (estateOf(await placeById(db, place)) !== election.estate.id) throw invalid([{ field: 'place', reason: say('placeWrong') }])
    notToCome(on, await localDay(db, now), 'on', election.requested_on)
    const { id } = await db.insertInto('election_posting')
      .values({ community_id: db.community, election_id: election.id, what, place_id: place, posted_on: on, posted_by: actor.personId ?? 0, entered_at: now.toString() })
      .returning('id').executeTakeFirstOrThrow()
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { posting: id, what, place, on } }
  },
})
