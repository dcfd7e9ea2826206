// 推荐候选人: by owners together, the branch, the residents' committee, or as the group was told; he stands once he agrees.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { FOUND, mayNot } from '#modules/elections/election.ts'
import { oneOf, person, say, which } from '#modules/elections/fields.ts'
import { electionToChange, ownersAmong, peopleHere } from '#modules/elections/find.ts'
import { fitToPost } from '#modules/elections/standing.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { foundText } from '#text/election-words.ts'

/** Introducing a candidate. */
export const about = z.string().trim().min(2).max(500).meta({ label: say('about'), hint: say('aboutHint'), wrong: say('aboutWrong'), control: 'textarea' })

export const recommendInput = z.strictObject({
  id: which, person, found: oneOf(FOUND, say('found'), foundText), about,
  agreed: z.stringbool().default(false).meta({ label: say('agreed'), control: 'tick' }),
})

/** Puts somebody on the list. An owner recommends with owners, and cannot say that the other agreed. */
export const recommendCandidate = action({
  name: 'elections.recommend',
  summary: say('summaryRecommend'),
  input: recommendInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.recommend,
  run: async (db, { subject: election, input, actor, now }) => {
    const works = mayNot.work(actor, election) === null
    if (!works && input.found !== 'owners') throw invalid([{ field: 'found', reason: say('foundWrong') }])
    await peopleHere(db, [input.person], 'person')
    await fitToPost(db, input.about, 'about')
    if (!(await ownersAmong(db, election.estate.id, [input.person], await localDay(db, now))).has(input.person)) throw invalid([{ field: 'person', reason: say('notOwner') }])
    const made = await db.insertInto('election_candidate').values({
      community_id: db.community, election_id: election.id, person_id: input.person, found: input.found, about: input.about, named_by: actor.personId ?? 0, named_at: now.toString(),
      agreed_at: works && input.agreed ? now.toString() : null,
    }).onConflict(twice => twice.doNothing()).returning('id').executeTakeFirst()
    if (!made) throw invalid([{ field: 'person', reason: say('standsAlready') }])
    return { subject: `elections/${election.id}`, answer: { id: election.id, candidate: made.id }, facts: { candidate: made.id, person: input.person, found: input.found } }
  },
})
