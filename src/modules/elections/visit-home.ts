// 入户听意见: a member of the committee notes what was heard at a home (S3-24). The committee alone reads it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { mayNot } from '#modules/elections/election.ts'
import { day, say, which, words } from '#modules/elections/fields.ts'
import { electionToChange, notToCome } from '#modules/elections/find.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { placeById } from '#modules/places/public.ts'

export const visitHomeInput = z.strictObject({
  id: which, home: z.coerce.number().int().positive().meta({ label: say('home'), wrong: say('homeWrong') }), on: day, note: words(say('note'), { least: 4 }),
})

/** Notes it. */
export const visitHome = action({
  name: 'elections.visitHome',
  summary: say('summaryVisitHome'),
  input: visitHomeInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.sit,
  run: async (db, { subject: election, input, actor, now }) => {
    const home = await placeById(db, input.home)
    if (home.kind !== 'home' || home.estate_id !== election.estate.id) throw invalid([{ field: 'home', reason: say('homeWrong') }])
    notToCome(input.on, await localDay(db, now), 'on')
    const { id: visit } = await db.insertInto('committee_visit')
      .values({ community_id: db.community, home_id: home.id, note: input.note, visited_on: input.on, visited_by: actor.personId ?? 0, entered_at: now.toString() })
      .returning('id').executeTakeFirstOrThrow()
    return { subject: `elections/${election.id}`, answer: { id: election.id, visit }, facts: { visit } }
  },
})
