// 改选主任: the members choose another chair among themselves.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { seatsTaken } from '#modules/elections/committee.ts'
import { mayNot } from '#modules/elections/election.ts'
import { day, say, which } from '#modules/elections/fields.ts'
import { electionToChange, lawNow, notToCome } from '#modules/elections/find.ts'
import { leavePost, seat } from '#modules/elections/seat.ts'
import { committeeDecides, shareIn, sourceSaid } from '#modules/law/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { electionText } from '#text/elections.ts'

export const chooseChairInput = z.strictObject({
  id: which, on: day,
  chair: z.coerce.number().int().positive().meta({ label: say('chair'), wrong: say('officeWrong') }),
  present: z.coerce.number().int().min(1).max(30).meta({ label: say('presentCount'), wrong: say('presentWrong') }),
  yes: z.coerce.number().int().min(0).max(30).meta({ label: say('yes'), wrong: say('yesWrong') }),
})

/** Records it: more than half of all members agreed. The former chair stays a member, where he did not leave. */
export const chooseChair = action({
  name: 'elections.chooseChair',
  summary: say('summaryChooseChair'),
  input: chooseChairInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.settle,
  run: async (db, scene) => {
    const { subject: election, input: { on, chair, present, yes }, now } = scene
    const { rules, today } = await lawNow(db, election.estate.id, now)
    notToCome(on, today, 'on', election.met_on)
    const members = await seatsTaken(db, election.estate.id).execute()
    const next = members.find(({ person }) => person === chair)
    if (!next || next.office === 'chair') throw invalid([{ field: 'chair', reason: say('officeWrong') }])
    if (yes > present || present > members.length) throw invalid([{ field: 'yes', reason: say('yesWrong') }])
    if (!committeeDecides(rules, { members: members.length, present, yes })) {
      throw invalid([{ field: 'yes', reason: lang => electionText(lang).notCarried(sourceSaid(shareIn(rules, 'committee_majority').rule.source, lang)) }])
    }
    for (const member of members.filter(({ office, id }) => office === 'chair' || id === next.id)) {
      if (member.post !== null) await leavePost(db, scene, member.post, Temporal.PlainDate.from(on).subtract({ days: 1 }).toString())
      await seat(db, election, member, member.id === next.id ? 'chair' : 'member', on)
    }
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { chair, on, present, yes } }
  },
})
