// 离任: a member resigns, is recalled, or may no longer be one; a spare member moves up in the order of votes.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import type { Result } from '#modules/decisions/public.ts'
import { mayNot } from '#modules/elections/election.ts'
import { day, oneOf, say, which } from '#modules/elections/fields.ts'
import { electionToChange, notToCome, ownersAmong } from '#modules/elections/find.ts'
import { leaveSeat, memberIn } from '#modules/elections/leave-seat.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { leftWhyText } from '#text/election-words.ts'

export const leaveInput = z.strictObject({
  id: which, member: which, why: oneOf(['resigned', 'sold', 'incapable', 'confined', 'recalled'], say('why'), leftWhyText), on: day,
})

/** Records it. He resigns himself; everything else whoever keeps the election records, a recall only once the owners carried it. */
export const leaveCommittee = action({
  name: 'elections.leave',
  summary: say('summaryLeave'),
  input: leaveInput,
  subject: async (db, input, _actor: Actor) => {
    const election = await electionToChange(db, input.id)
    return { election, member: memberIn(election, input.member), why: input.why }
  },
  refuse: (actor, { election, member, why }) => why === 'resigned' && actor.personId !== null && actor.personId === member.person
    ? mayNot.resign(election) : mayNot.leave(actor, election),
  run: async (db, scene) => {
    const { subject: { election, member }, input: { why, on }, now } = scene
    notToCome(on, await localDay(db, now), 'on', member.since)
    if (why === 'sold' && (await ownersAmong(db, election.estate.id, [member.person], on)).size > 0) throw invalid([{ field: 'why', reason: say('notThis') }])
    if (why === 'recalled' && !await recalled(db, member.id)) throw new Refused(say('noRecall'))
    const next = await leaveSeat(db, scene, election, { member, why, on })
    return { subject: `elections/${election.id}`, answer: { id: election.id, movesUp: next }, facts: { member: member.id, why, on, next } }
  },
})

async function recalled(db: Reader, member: number): Promise<boolean> {
  const rows = await db.selectFrom('recall')
    .innerJoin('decision', join => join.onRef('decision.community_id', '=', 'recall.community_id').onRef('decision.id', '=', 'recall.decision_id'))
    .select('decision.result').where('recall.community_id', '=', db.community).where('recall.member_id', '=', member).where('decision.result', 'is not', null).execute()
  // Only `decisions.close` writes it, as `tally` made it.
  return rows.some(({ result }) => (result as Result | null)?.questions.some(question => question.how === 'majority' && question.carried))
}
