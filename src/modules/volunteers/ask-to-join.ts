// 申请入队: a volunteer asks to serve in a team or squad.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { Refused } from '#kit/errors.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { say, which } from '#modules/volunteers/fields.ts'
import { ownVolunteer, teamToChange } from '#modules/volunteers/find.ts'
import { mayNotAsVolunteer, waitsForGuardian } from '#modules/volunteers/volunteer.ts'

/** Asks; the leader is told. Asking twice is asking once. */
export const askToJoin = action({
  name: 'volunteers.askToJoin',
  summary: say('summaryAskToJoin'),
  input: z.strictObject({ id: which }),
  subject: async (db, input, actor: Actor, means) => ({ volunteer: await ownVolunteer(db, actor, means), team: await teamToChange(db, input.id) }),
  refuse: (actor, { volunteer }) => mayNotAsVolunteer(actor, volunteer) ?? (volunteer && waitsForGuardian(volunteer) ? say('guardianFirst') : null),
  run: async (db, { subject: { team }, actor, now }) => {
    const today = await localDay(db, now)
    const there = await db.selectFrom('post').select('id').where('community_id', '=', db.community).where('organisation_id', '=', team.id)
      .where('person_id', '=', actor.personId ?? 0).where('since', '<=', today).where(eb => eb.or([eb('until', 'is', null), eb('until', '>', today)])).executeTakeFirst()
    if (there) throw new Refused(say('inTeamAlready'))
    await db.insertInto('team_asking').values({ community_id: db.community, organisation_id: team.id, person_id: actor.personId ?? 0, asked_at: now.toString() })
      .onConflict(twice => twice.doNothing()).execute()
    return { subject: `teams/${team.id}`, answer: { id: team.id }, facts: { team: team.id } }
  },
})
