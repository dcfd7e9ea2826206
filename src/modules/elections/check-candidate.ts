// 审核条件: each condition of a member, met or not, as the group checked it; never by the candidate himself.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { candidateIn } from '#modules/elections/candidates.ts'
import { CONDITIONS, mayNot } from '#modules/elections/election.ts'
import { say, which } from '#modules/elections/fields.ts'
import { electionToChange, ownersAmong } from '#modules/elections/find.ts'
import { localDay, type Actor } from '#modules/people/public.ts'

export const checkCandidateInput = z.strictObject({
  id: which, candidate: which,
  met: z.array(z.enum(CONDITIONS)).max(CONDITIONS.length).default([]).meta({ label: say('conditions'), wrong: say('whatWrong') }),
})

/** Writes down all conditions at once: those named are met, the others are not. */
export const checkCandidate = action({
  name: 'elections.checkCandidate',
  summary: say('summaryCheck'),
  input: checkCandidateInput,
  subject: async (db, input, _actor: Actor) => {
    const election = await electionToChange(db, input.id)
    return { election, candidate: await candidateIn(db, election.id, input.candidate) }
  },
  refuse: (actor, { election, candidate }) => mayNot.prepare(actor, election) ?? (candidate.person === actor.personId ? say('notOneself') : null),
  run: async (db, { subject: { election, candidate }, input: { met }, actor, now }) => {
    const owner = (await ownersAmong(db, election.estate.id, [candidate.person], await localDay(db, now))).has(candidate.person)
    if (met.includes('owner') && !owner) throw invalid([{ field: 'met', reason: say('notOwner') }])
    await db.insertInto('election_check').values(CONDITIONS.map(condition => (
      { community_id: db.community, candidate_id: candidate.id, condition, met: met.includes(condition), checked_by: actor.personId ?? 0, checked_at: now.toString() })))
      .onConflict(there => there.columns(['community_id', 'candidate_id', 'condition']).doUpdateSet(eb => (
        { met: eb.ref('excluded.met'), checked_by: eb.ref('excluded.checked_by'), checked_at: eb.ref('excluded.checked_at') }))).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { candidate: candidate.id, met } }
  },
})
