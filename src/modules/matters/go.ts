// 走了: the time between coming and going is what counts; travel does not (志愿服务记录与证明出具办法).
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { joinerOf, mayNotGo } from '#modules/matters/joiners.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { activityText } from '#text/activity.ts'

/** A working day at most: whoever forgot to say that he goes does not gather hours overnight. */
const MOST_MINUTES = 8 * 60

/** Writes down that the actor goes, and how many minutes he was there. */
export const goFrom = action({
  name: 'matters.go',
  summary: lang => activityText(lang).summaryGo,
  input: z.strictObject({ id: matterId }),
  subject: async (db, input, actor: Actor) => {
    const matter = await matterToChange(db, actor, input.id)
    return { matter, own: await joinerOf(db, matter.id, actor.personId) }
  },
  refuse: (actor, { matter, own }) => mayNotGo(actor, matter, own),
  run: async (db, { subject: { matter, own }, actor, now }) => {
    const minutes = Math.min(MOST_MINUTES, Math.max(1, Math.round(now.since(own?.arrived_at ?? now).total('minutes'))))
    await db.updateTable('matter_joiner').set({ left_at: now.toString(), minutes }).where('community_id', '=', db.community)
      .where('matter_id', '=', matter.id).where('person_id', '=', actor.personId ?? 0).execute()
    return { subject: `matters/${matter.id}`, answer: { id: matter.id, minutes } }
  },
})
