// 我也遇到: not a second matter, but one more household that waits for the same one.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { takeTurn } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { matterText } from '#text/matters.ts'

/** Follows a matter that the actor can see; following twice is following once. */
export const followMatter = action({
  name: 'matters.follow',
  summary: lang => matterText(lang).summaryFollow,
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.follow,
  run: async (db, { subject: matter, actor, limits, from, now }) => {
    await takeTurn(db, { limits, from, now }, actor, 'follow')
    if (actor.personId !== null) {
      await db.insertInto('matter_follower')
        .values({ community_id: db.community, matter_id: matter.id, person_id: actor.personId, since: now.toString() })
        .onConflict(twice => twice.doNothing()).execute()
    }
    return { subject: `matters/${matter.id}`, answer: { id: matter.id } }
  },
})
