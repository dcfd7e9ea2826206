// 改记录: what is not approved yet, or came back, is written down anew; then somebody else looks again.
import { action } from '#kit/action.ts'
import { z } from 'zod'
import { say, servingFields, which } from '#modules/hours/fields.ts'
import { projectRules, servingToChange } from '#modules/hours/find.ts'
import { mayNotAmend, mayNotRecord } from '#modules/hours/may-not.ts'
import { checked } from '#modules/hours/written.ts'
import { writeShares } from '#modules/hours/write-down.ts'
import type { Actor } from '#modules/people/public.ts'

export const amendInput = z.strictObject({ id: which, ...servingFields })

/** Writes it down anew, as the one who amends it. Throws Invalid. */
export const amendHours = action({
  name: 'hours.amend',
  summary: say('summaryAmend'),
  input: amendInput,
  subject: async (db, input, _actor: Actor) => ({ serving: await servingToChange(db, input.id), project: await projectRules(db, input.project) }),
  refuse: (actor, { serving, project }) => mayNotAmend(actor, serving) ?? mayNotRecord(actor, project),
  run: async (db, { subject: { serving: { id }, project }, input, actor, now }) => {
    const serving = await checked(db, input, project, now)
    await db.updateTable('serving').set({
      project_id: project.id, place_id: serving.placeId, served: serving.served, proof: 'written', content: serving.content, quality: serving.quality,
      began_at: serving.began.toString(), ended_at: serving.ended.toString(), recorded_by: actor.personId, recorded_at: now.toString(),
      refused_by: null, refused_at: null, refused_why: null,
    }).where('community_id', '=', db.community).where('id', '=', id).execute()
    await db.deleteFrom('serving_share').where('community_id', '=', db.community).where('serving_id', '=', id).execute()
    await writeShares(db, id, serving)
    const facts = { project: project.id, served: serving.served, people: serving.people.map(({ person }) => person) }
    return { subject: `servings/${id}`, answer: { id }, facts }
  },
})
