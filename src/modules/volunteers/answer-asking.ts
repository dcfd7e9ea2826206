// 答入队申请: the leader takes him in, or not.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Actor } from '#modules/people/public.ts'
import { asPicked, say, verdict, which } from '#modules/volunteers/fields.ts'
import { teamToChange } from '#modules/volunteers/find.ts'
import { SERVING, taken } from '#modules/volunteers/take-in.ts'
import { mayNotLead } from '#modules/volunteers/volunteer.ts'
import { postText } from '#text/people.ts'

export const answerAskingInput = z.strictObject({ id: which, yes: verdict.yes, as: z.enum(SERVING).default('volunteer').meta(asPicked(SERVING, say('as'), postText)) })

/** Answers once. Throws NotFound for what was answered. */
export const answerAsking = action({
  name: 'volunteers.answerAsking',
  summary: say('summaryAnswerAsking'),
  input: answerAskingInput,
  subject: (db, input, _actor: Actor) => askingToAnswer(db, input.id),
  refuse: (actor, { team }) => mayNotLead(actor, team),
  run: async (db, { subject: { team, person_id }, input, actor, now }) => {
    if (input.yes) await taken(db, { team: team.id, personId: person_id, as: input.as }, now)
    await db.updateTable('team_asking').set({ answered_at: now.toString(), answered_by: actor.personId, taken: input.yes })
      .where('community_id', '=', db.community).where('id', '=', input.id).execute()
    return { subject: `teams/${team.id}`, answer: { id: team.id }, facts: { person: person_id, to: input.yes ? 'taken' : 'not' } }
  },
})

async function askingToAnswer(db: Reader, id: number) {
  const { organisation_id, person_id } = await db.selectFrom('team_asking').select(['organisation_id', 'person_id']).where('community_id', '=', db.community)
    .where('id', '=', id).where('answered_at', 'is', null).forUpdate().executeTakeFirstOrThrow(() => new NotFound(say('noAsking')))
  return { team: await teamToChange(db, organisation_id), person_id }
}
