// 定队长: who leads a team or squad from today; whoever led it until now serves on as a member.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { addPost, localDay, type Actor } from '#modules/people/public.ts'
import { person, say, which } from '#modules/volunteers/fields.ts'
import { personHere, teamToChange } from '#modules/volunteers/find.ts'
import { isSecretary, leadsTeam, mayNotLead } from '#modules/volunteers/volunteer.ts'

export const nameLeaderInput = z.strictObject({ id: which, person })

/** Names him. The leader of a squad is named by who leads the team; the leader of a team by the secretary. */
export const nameLeader = action({
  name: 'volunteers.nameLeader',
  summary: say('summaryLeader'),
  input: nameLeaderInput,
  subject: (db, input, _actor: Actor) => teamToChange(db, input.id),
  refuse: (actor, team) => mayNotLead(actor, team) ?? (isSecretary(actor) || (team.part_of !== null && leadsTeam(actor, { id: team.part_of, part_of: null })) ? null : say('notOwnSuccessor')),
  run: async (db, { subject: team, input, now }) => {
    await personHere(db, input.person)
    const since = await localDay(db, now)
    const before = await db.updateTable('post').set({ until: since }).where('community_id', '=', db.community).where('organisation_id', '=', team.id)
      .where('kind', '=', 'team_leader').where('until', 'is', null).where('person_id', '<>', input.person).returning('person_id').execute()
    for (const { person_id } of before) await addPost(db, { personId: person_id, organisationId: team.id, kind: 'volunteer', since })
    await addPost(db, { personId: input.person, organisationId: team.id, kind: 'team_leader', since })
    return { subject: `teams/${team.id}`, answer: { id: team.id }, facts: { person: input.person } }
  },
})
