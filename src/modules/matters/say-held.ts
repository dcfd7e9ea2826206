// 还好: the raiser answers that it held. That it did not is said by having it done again.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { matterId } from '#modules/matters/words.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { closingText } from '#text/closing.ts'
import { matterText } from '#text/matters.ts'

/** Writes down that what was done still holds; saying it twice changes nothing. */
export const sayHeld = action({
  name: 'matters.sayHeld',
  summary: lang => closingText(lang).summaryHeld,
  input: z.strictObject({ id: matterId }),
  subject: async (db, input, actor: Actor) => {
    const matter = await matterToChange(db, actor, input.id)
    const asked = await db.selectFrom('matter_check').select('held')
      .where('community_id', '=', db.community).where('matter_id', '=', matter.id).executeTakeFirst()
    return { matter, asked: asked !== undefined }
  },
  refuse: (actor, { matter, asked }) => signedOut(actor)
    ?? (matter.raiser_id === actor.personId ? null : lang => matterText(lang).notYours)
    ?? (asked ? null : lang => closingText(lang).nothingToAsk),
  run: async (db, { subject: { matter }, now }) => {
    await db.updateTable('matter_check').set({ answered_at: now.toString(), held: true })
      .where('community_id', '=', db.community).where('matter_id', '=', matter.id).where('answered_at', 'is', null).execute()
    return { subject: `matters/${matter.id}`, answer: { id: matter.id } }
  },
})
