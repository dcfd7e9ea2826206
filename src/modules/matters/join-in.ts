// 报名: somebody joins in an activity.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { joinerOf, mayNotJoin } from '#modules/matters/joiners.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { activityText } from '#text/activity.ts'

/** Signs the actor up. */
export const joinIn = action({
  name: 'matters.joinIn',
  summary: lang => activityText(lang).summaryJoin,
  input: z.strictObject({ id: matterId }),
  subject: async (db, input, actor: Actor) => {
    const matter = await matterToChange(db, actor, input.id)
    return { matter, own: await joinerOf(db, matter.id, actor.personId) }
  },
  refuse: (actor, { matter, own }) => mayNotJoin(actor, matter, own),
  run: async (db, { subject: { matter }, actor, now }) => {
    await db.insertInto('matter_joiner')
      .values({ community_id: db.community, matter_id: matter.id, person_id: actor.personId ?? 0, joined_at: now.toString() }).execute()
    return { subject: `matters/${matter.id}`, answer: { id: matter.id } }
  },
})
