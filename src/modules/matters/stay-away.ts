// 不去了: whoever signed up for an activity makes room for others.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { joinerOf, mayNotStayAway } from '#modules/matters/joiners.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { activityText } from '#text/activity.ts'

/** Takes the actor off the list, as long as he has not come. */
export const stayAway = action({
  name: 'matters.stayAway',
  summary: lang => activityText(lang).summaryStayAway,
  input: z.strictObject({ id: matterId }),
  subject: async (db, input, actor: Actor) => {
    const matter = await matterToChange(db, actor, input.id)
    return { matter, own: await joinerOf(db, matter.id, actor.personId) }
  },
  refuse: (actor, { matter, own }) => mayNotStayAway(actor, matter, own),
  run: async (db, { subject: { matter }, actor }) => {
    await db.deleteFrom('matter_joiner').where('community_id', '=', db.community)
      .where('matter_id', '=', matter.id).where('person_id', '=', actor.personId ?? 0).execute()
    return { subject: `matters/${matter.id}`, answer: { id: matter.id } }
  },
})
