// 离队: somebody leaves a team, or its leader lets him go.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { person, say, which } from '#modules/volunteers/fields.ts'
import { teamToChange } from '#modules/volunteers/find.ts'
import { SERVING } from '#modules/volunteers/take-in.ts'
import { mayNotLead } from '#modules/volunteers/volunteer.ts'

export const letGoInput = z.strictObject({ id: which, person })

/** Ends his place in the team, with today as the last day. */
export const letGo = action({
  name: 'volunteers.letGo',
  summary: say('summaryLetGo'),
  input: letGoInput,
  subject: async (db, input, _actor: Actor) => ({ team: await teamToChange(db, input.id), person: input.person }),
  refuse: (actor, { team, person: whom }) => actor.personId === whom ? null : mayNotLead(actor, team),
  run: async (db, { subject: { team }, input, now }) => {
    const { numUpdatedRows } = await db.updateTable('post').set({ until: await localDay(db, now) }).where('community_id', '=', db.community)
      .where('organisation_id', '=', team.id).where('person_id', '=', input.person).where('kind', 'in', SERVING).where('until', 'is', null).executeTakeFirst()
    if (numUpdatedRows === 0n) throw new NotFound(say('notInTeam'))
    return { subject: `teams/${team.id}`, answer: { id: team.id }, facts: { person: input.person } }
  },
})
