// 提出罢免: a member of the committee, or an owner, moves that a member be recalled.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { Refused } from '#kit/errors.ts'
import { mayNot } from '#modules/elections/election.ts'
import { say, which, words } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import { memberIn } from '#modules/elections/leave-seat.ts'
import { fitToPost } from '#modules/elections/standing.ts'
import type { Actor } from '#modules/people/public.ts'

export const moveRecallInput = z.strictObject({ id: which, member: which, reason: words(say('recallReason'), { least: 4 }) })

/** Moves it, and is the first to back it; one at a time for each member. */
export const moveRecall = action({
  name: 'elections.moveRecall',
  summary: say('summaryMoveRecall'),
  input: moveRecallInput,
  subject: async (db, input, _actor: Actor) => {
    const election = await electionToChange(db, input.id)
    return { election, member: memberIn(election, input.member) }
  },
  refuse: (actor, { election, member }) => mayNot.recall(actor, election) ?? (member.since === null ? say('noMember') : null),
  run: async (db, { subject: { election, member }, input: { reason }, actor, now }) => {
    await fitToPost(db, reason, 'reason')
    const [by, at] = [actor.personId ?? 0, now.toString()]
    const made = await db.insertInto('recall').values({ community_id: db.community, member_id: member.id, reason, moved_by: by, moved_at: at })
      .onConflict(twice => twice.doNothing()).returning('id').executeTakeFirst()
    if (!made) throw new Refused(say('recallOpen'))
    await db.insertInto('recall_backer').values({ community_id: db.community, recall_id: made.id, person_id: by, at }).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id, recall: made.id }, facts: { recall: made.id, member: member.id } }
  },
})
