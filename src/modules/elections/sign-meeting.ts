// 签字: a member signs the minutes of a meeting.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { Refused } from '#kit/errors.ts'
import { mayNot } from '#modules/elections/election.ts'
import { say, which } from '#modules/elections/fields.ts'
import { electionToChange } from '#modules/elections/find.ts'
import { meetingIn } from '#modules/elections/meetings.ts'
import type { Actor } from '#modules/people/public.ts'

/** Signs, once, and nobody for another. */
export const signCommitteeMeeting = action({
  name: 'elections.signMeeting',
  summary: say('summarySignMeeting'),
  input: z.strictObject({ id: which, meeting: which }),
  subject: async (db, input, _actor: Actor) => {
    const election = await electionToChange(db, input.id)
    return { election, meeting: await meetingIn(db, election.id, input.meeting) }
  },
  refuse: (actor, { election, meeting }) => mayNot.sit(actor, election) ?? (meeting.minutes === null ? say('notYetHeld') : null),
  run: async (db, { subject: { election, meeting }, actor, now }) => {
    const made = await db.insertInto('committee_signature')
      .values({ community_id: db.community, meeting_id: meeting.id, person_id: actor.personId ?? 0, signed_at: now.toString() })
      .onConflict(twice => twice.doNothing()).returning('meeting_id').executeTakeFirst()
    if (!made) throw new Refused(say('signedAlready'))
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { meeting: meeting.id } }
  },
})
