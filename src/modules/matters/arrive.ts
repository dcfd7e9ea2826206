// 到了: proven by the code that hangs at the place of the activity; whoever did not sign up is welcome too.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { hereSubject, joinerOf, mayNotArrive } from '#modules/matters/joiners.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { activityText } from '#text/activity.ts'

/** Writes down that the actor has come. Throws Invalid for a code that does not hang there. */
export const arriveAt = action({
  name: 'matters.arrive',
  summary: lang => activityText(lang).summaryArrive,
  input: z.strictObject({ id: matterId, code: z.string().max(40) }),
  subject: async (db, input, actor: Actor) => {
    const matter = await matterToChange(db, actor, input.id)
    return { matter, own: await joinerOf(db, matter.id, actor.personId) }
  },
  refuse: (actor, { matter, own }) => mayNotArrive(actor, matter, own),
  run: async (db, { subject: { matter }, input, actor, secrets, now }) => {
    if (input.code !== secrets.receipt(hereSubject(db.community, matter.id))) throw invalid([{ field: 'code', reason: lang => activityText(lang).codeWrong }])
    await db.insertInto('matter_joiner')
      .values({ community_id: db.community, matter_id: matter.id, person_id: actor.personId ?? 0, joined_at: now.toString(), arrived_at: now.toString() })
      .onConflict(before => before.columns(['community_id', 'matter_id', 'person_id']).doUpdateSet({ arrived_at: now.toString() })).execute()
    return { subject: `matters/${matter.id}`, answer: { id: matter.id } }
  },
})
