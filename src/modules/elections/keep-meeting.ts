// 会议记录: who was present, what was decided with how many votes; posted for all owners.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { seatsTaken } from '#modules/elections/committee.ts'
import { mayNot } from '#modules/elections/election.ts'
import { say, which, words } from '#modules/elections/fields.ts'
import { electionToChange, lawNow } from '#modules/elections/find.ts'
import { meetingIn } from '#modules/elections/meetings.ts'
import { committeeDecides } from '#modules/law/public.ts'
import type { Actor } from '#modules/people/public.ts'

const motion = z.strictObject({ text: z.string().trim().min(2).max(500), yes: z.coerce.number().int().min(0).max(30) })

export const keepMeetingInput = z.strictObject({
  id: which, meeting: which,
  present: z.coerce.number().int().min(0).max(30).meta({ label: say('presentCount'), wrong: say('presentWrong') }),
  minutes: words(say('minutes'), { most: 10_000 }),
  motions: z.array(motion).max(20).default([]).meta({ label: say('motions'), wrong: say('motionsWrong') }),
})

/** Posts them, once. Carried is what more than half of all members agreed to while more than half were present. */
export const keepCommitteeMeeting = action({
  name: 'elections.keepMeeting',
  summary: say('summaryKeepMeeting'),
  input: keepMeetingInput,
  subject: async (db, input, _actor: Actor) => {
    const election = await electionToChange(db, input.id)
    return { election, meeting: await meetingIn(db, election.id, input.meeting) }
  },
  refuse: (actor, { election, meeting }) => mayNot.sit(actor, election) ?? (meeting.minutes !== null ? say('keptAlready') : null),
  run: async (db, { subject: { election, meeting }, input: { present, minutes, motions }, now }) => {
    const { rules, today } = await lawNow(db, election.estate.id, now)
    if (meeting.held_on > today) throw invalid([{ field: 'minutes', reason: say('notYetHeld') }])
    const members = (await seatsTaken(db, election.estate.id).execute()).length
    if (present > members) throw invalid([{ field: 'present', reason: say('presentWrong') }])
    if (motions.some(({ yes }) => yes > present)) throw invalid([{ field: 'motions', reason: say('motionsWrong') }])
    await db.updateTable('committee_meeting').set({ members, present, minutes, posted_on: today }).where('community_id', '=', db.community).where('id', '=', meeting.id).execute()
    const rows = motions.map(({ text, yes }, i) => (
      { community_id: db.community, meeting_id: meeting.id, position: i + 1, text, yes, carried: committeeDecides(rules, { members, present, yes }) }))
    if (rows.length > 0) await db.insertInto('committee_motion').values(rows).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { meeting: meeting.id, members, present, carried: rows.map(({ carried }) => carried) } }
  },
})
