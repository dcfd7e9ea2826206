// 新开值班表: a team gets a roster.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { mayNotKeep, TEAMS } from '#modules/duty/duty.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyFieldText, dutyText } from '#text/duty.ts'

export const makeRosterInput = z.strictObject({
  organisation: z.coerce.number().int().positive().meta({ label: lang => dutyFieldText(lang).organisation, wrong: lang => dutyText(lang).organisationWrong }),
  name: z.string().trim().min(2).max(30).meta({
    label: lang => dutyFieldText(lang).name, hint: lang => dutyFieldText(lang).nameHint, wrong: lang => dutyFieldText(lang).nameWrong,
  }),
  onCall: z.boolean().default(false).meta({ label: lang => dutyFieldText(lang).onCall, hint: lang => dutyFieldText(lang).onCallHint, control: 'tick' }),
})

/** Begins it, without turns. */
export const makeRoster = action({
  name: 'duty.makeRoster',
  summary: lang => dutyText(lang).summaryMakeRoster,
  input: makeRosterInput,
  subject: (db, input, _actor: Actor) => teamFound(db, input.organisation),
  refuse: mayNotKeep,
  run: async (db, { subject: team, input, actor, now }) => {
    const made = await db.insertInto('duty_roster').values({
      community_id: db.community, organisation_id: team.organisation_id, name: input.name, on_call: input.onCall,
      made_by: actor.personId ?? 0, made_at: now.toString(),
    }).onConflict(twice => twice.doNothing()).returning('id').executeTakeFirst()
    if (!made) throw invalid([{ field: 'name', reason: lang => dutyText(lang).nameTaken }])
    return { subject: `duty/${made.id}`, answer: { id: made.id }, facts: { organisation: team.organisation_id, onCall: input.onCall } }
  },
})

async function teamFound(db: Reader, id: number) {
  const found = await db.selectFrom('organisation').select(['id as organisation_id', 'part_of'])
    .where('community_id', '=', db.community).where('id', '=', id).where('kind', 'in', TEAMS).executeTakeFirst()
  if (!found) throw invalid([{ field: 'organisation', reason: lang => dutyText(lang).organisationWrong }])
  return found
}
