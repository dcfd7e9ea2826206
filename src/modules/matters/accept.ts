// 受理: somebody takes a matter on; from now on everybody sees who has it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { keepTime, type ClockCommand } from '#modules/clocks/public.ts'
import { matterToMove } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { chainAbove, WHOLE } from '#modules/matters/time.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { workText } from '#text/work.ts'

/** Makes the actor the lead. Whoever is above him on the chain changes with it. */
export const acceptMatter = action({
  name: 'matters.accept',
  summary: lang => workText(lang).summaryAccept,
  input: z.strictObject({ id: matterId }),
  subject: (db, input, actor: Actor) => matterToMove(db, actor, input.id),
  refuse: mayNot.accept,
  run: async (db, { subject: matter, actor, now }) => {
    const organisation = actor.posts.find(post => post.organisation_id === matter.lead_organisation_id) ?? actor.posts[0]
    await db.updateTable('matter')
      .set({ lead_id: actor.personId, lead_organisation_id: organisation?.organisation_id ?? null, accepted_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', matter.id).execute()
    const chain = await chainAbove(db, { method: matter.method, lead_id: actor.personId })
    const commands: ClockCommand[] = [{ do: 'chain', name: matter.step, chain }, { do: 'chain', name: WHOLE, chain }]
    const clocks = await keepTime(db, `matters/${matter.id}`, now, commands)
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { lead: actor.personId, clocks } }
  },
})
