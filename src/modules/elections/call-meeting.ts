// 业委会会议: the agenda is posted as many days before as the law asks.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { mayNot } from '#modules/elections/election.ts'
import { say, which, words } from '#modules/elections/fields.ts'
import { electionToChange, lawNow } from '#modules/elections/find.ts'
import { numberIn, sourceSaid } from '#modules/law/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { electionText } from '#text/elections.ts'

export const callMeetingInput = z.strictObject({
  id: which,
  on: z.iso.date().meta({ label: say('meetingDay'), wrong: say('meetingDayWrong'), control: 'date' }),
  agenda: words(say('agenda'), { most: 2000 }),
  special: z.stringbool().default(false).meta({ label: say('special'), control: 'tick' }),
})

/** Posts it. A special meeting, which a third of the members asked for, need not wait. */
export const callCommitteeMeeting = action({
  name: 'elections.callMeeting',
  summary: say('summaryCallMeeting'),
  input: callMeetingInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.sit,
  run: async (db, { subject: election, input: { on, agenda, special }, actor, now }) => {
    const { rules, today } = await lawNow(db, election.estate.id, now)
    if (on < today) throw invalid([{ field: 'on', reason: say('meetingDayWrong') }])
    const before = numberIn(rules, 'committee_agenda')
    if (!special && before && Temporal.PlainDate.from(today).add({ days: before.value }).toString() > on) {
      throw invalid([{ field: 'on', reason: lang => electionText(lang).agendaLate(before.value, sourceSaid(before.rule.source, lang)) }])
    }
    const { id: meeting } = await db.insertInto('committee_meeting')
      .values({ community_id: db.community, election_id: election.id, held_on: on, special, agenda, agenda_posted_on: today, written_by: actor.personId ?? 0 }).returning('id').executeTakeFirstOrThrow()
    return { subject: `elections/${election.id}`, answer: { id: election.id, meeting }, facts: { meeting, on, special } }
  },
})
