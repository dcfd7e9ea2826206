// 筹备组: who prepares the first assembly, for which party; odd, at least half owners, led by the street office.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { mayNot, PARTIES } from '#modules/elections/election.ts'
import { day, say, which } from '#modules/elections/fields.ts'
import { electionToChange, lawNow, noMisfits, notToCome, ownersAmong, peopleHere } from '#modules/elections/find.ts'
import { groupMisfits } from '#modules/law/public.ts'
import type { Actor } from '#modules/people/public.ts'

export const formGroupInput = z.strictObject({
  id: which,
  on: day,
  members: z.array(z.strictObject({ person: z.coerce.number().int().positive(), party: z.enum(PARTIES) })).min(1).max(30)
    .meta({ label: say('members'), wrong: say('membersWrong') }),
  lead: z.coerce.number().int().positive().meta({ label: say('lead'), wrong: say('leadWrong') }),
})

type Input = z.output<typeof formGroupInput>

/** Forms it, in place of the one that stood there; whatever does not fit is refused with its article. The day it was first formed stays. */
export const formGroup = action({
  name: 'elections.formGroup',
  summary: say('summaryFormGroup'),
  input: formGroupInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: mayNot.form,
  run: async (db, { subject: election, input, now }) => {
    const { rules, today } = await lawNow(db, election.estate.id, now)
    notToCome(input.on, today, 'on', election.requested_on)
    sound(input)
    await peopleHere(db, input.members.map(({ person }) => person), 'members')
    const owners = input.members.filter(({ party }) => party === 'owner').map(({ person }) => person)
    if ((await ownersAmong(db, election.estate.id, owners, today)).size !== owners.length) throw invalid([{ field: 'members', reason: say('groupOwner') }])
    noMisfits(groupMisfits(rules, { members: input.members.length, owners: owners.length }), 'members')
    await db.deleteFrom('election_group').where('community_id', '=', db.community).where('election_id', '=', election.id).execute()
    await db.insertInto('election_group').values(input.members.map(({ person, party }) => (
      { community_id: db.community, election_id: election.id, person_id: person, party, leads: person === input.lead }))).execute()
    await db.updateTable('election').set({ formed_on: election.formed_on ?? input.on }).where('community_id', '=', db.community).where('id', '=', election.id).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id }, facts: { members: input.members.length, owners: owners.length, on: input.on } }
  },
})

function sound({ members, lead }: Input): void {
  if (new Set(members.map(({ person }) => person)).size !== members.length) throw invalid([{ field: 'members', reason: say('membersWrong') }])
  if (members.find(({ person }) => person === lead)?.party !== 'street') throw invalid([{ field: 'lead', reason: say('leadWrong') }])
}
