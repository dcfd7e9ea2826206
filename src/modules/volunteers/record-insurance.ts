// 上保险: a post writes down an accident insurance, of one volunteer or of everybody in a team.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Means } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { day, paperNumber, say, words } from '#modules/volunteers/fields.ts'
import { teamToChange, volunteerToChange } from '#modules/volunteers/find.ts'
import { mayNotCheck, mayNotLead } from '#modules/volunteers/volunteer.ts'

const optional = z.coerce.number().int().positive().optional()

export const recordInsuranceInput = z.strictObject({
  id: optional.meta({ label: say('volunteer'), control: 'hidden' }),
  team: optional.meta({ label: say('team'), control: 'hidden' }),
  insurer: words(say('insurer'), { most: 60 }),
  number: paperNumber,
  since: day.meta({ label: say('since'), wrong: say('dayWrong'), control: 'date' }),
  until: day.meta({ label: say('until'), wrong: say('untilWrong'), control: 'date' }),
})

type Asked = z.output<typeof recordInsuranceInput>

/** Writes it down for the volunteer `id`, or for the present volunteers of `team`. */
export const recordInsurance = action({
  name: 'volunteers.recordInsurance',
  summary: say('summaryInsurance'),
  input: recordInsuranceInput,
  subject: (db, input, _actor: Actor, means) => insured(db, input, means),
  refuse: (actor, { team, volunteer }) => team ? mayNotLead(actor, team) : volunteer ? mayNotCheck(actor, volunteer) : say('personWrong'),
  run: async (db, { subject: { ids, team, volunteer }, input, actor, secrets, now }) => {
    if (input.until < input.since) throw invalid([{ field: 'until', reason: say('untilWrong') }])
    if (ids.length === 0) throw invalid([{ field: 'team', reason: say('nobodyThere') }])
    await db.insertInto('volunteer_policy').values(ids.map(volunteer_id => ({
      community_id: db.community, volunteer_id, insurer: input.insurer, number_sealed: secrets.encrypt(input.number), number_end: input.number.slice(-4),
      since: input.since, until: input.until, recorded_by: actor.personId ?? 0, recorded_at: now.toString(),
    }))).execute()
    const subject = team ? `teams/${team.id}` : `volunteers/${volunteer?.id}`
    return { subject, answer: { id: team?.id ?? volunteer?.id ?? 0, insured: ids.length }, facts: { insured: ids.length, since: input.since, until: input.until } }
  },
})

async function insured(db: Reader, { id, team }: Asked, means: Pick<Means, 'now'>) {
  if ((id === undefined) === (team === undefined)) throw invalid([{ field: 'id', reason: say('personWrong') }])
  if (team === undefined) {
    const volunteer = await volunteerToChange(db, id ?? 0, means)
    return { ids: [volunteer.id], team: null, volunteer }
  }
  const today = await localDay(db, means.now)
  const found = await teamToChange(db, team)
  const rows = await db.selectFrom('volunteer').select('volunteer.id').where('volunteer.community_id', '=', db.community).where('volunteer.left_at', 'is', null)
    .where('volunteer.person_id', 'in', db.selectFrom('post').select('post.person_id').where('post.community_id', '=', db.community)
      .where('post.organisation_id', 'in', db.selectFrom('organisation').select('id').where('community_id', '=', db.community)
        .where(eb => eb.or([eb('id', '=', found.id), eb('part_of', '=', found.id)])))
      .where('post.since', '<=', today).where(eb => eb.or([eb('post.until', 'is', null), eb('post.until', '>=', today)]))).execute()
  return { ids: rows.map(row => row.id), team: found, volunteer: null }
}
