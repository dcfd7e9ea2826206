// 分设小分队: a leader makes a squad of his team for one duty.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { Conflict } from '#kit/errors.ts'
import type { Actor } from '#modules/people/public.ts'
import { say, which, words } from '#modules/volunteers/fields.ts'
import { teamToChange } from '#modules/volunteers/find.ts'
import { mayNotLead } from '#modules/volunteers/volunteer.ts'

export const makeSquadInput = z.strictObject({
  id: which, name: words(say('squadName'), { most: 40, hint: say('squadNameHint') }), duty: words(say('duty'), { most: 100, hint: say('dutyHint') }),
})

/** Makes it. Throws Conflict where there is a team of this name. A squad has no squads of its own. */
export const makeSquad = action({
  name: 'volunteers.makeSquad',
  summary: say('summarySquad'),
  input: makeSquadInput,
  subject: (db, input, _actor: Actor) => teamToChange(db, input.id),
  refuse: (actor, team) => mayNotLead(actor, team) ?? (team.part_of === null ? null : say('squadOfSquad')),
  run: async (db, { subject: team, input: { name, duty } }) => {
    const made = await db.insertInto('organisation').values({ community_id: db.community, kind: 'team', name, part_of: team.id, duty })
      .onConflict(there => there.doNothing()).returning('id').executeTakeFirst()
    if (!made) throw new Conflict(say('nameTaken'))
    return { subject: `teams/${team.id}`, answer: { id: team.id, squad: made.id }, facts: { squad: made.id } }
  },
})
