// 换标题: a heading that says it better than the first clause of what was said.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { linksText } from '#text/work-more.ts'

export const renameInput = z.strictObject({
  id: matterId,
  title: z.string().trim().max(40).meta({
    label: lang => linksText(lang).newTitle, hint: lang => linksText(lang).titleHint, wrong: lang => linksText(lang).titleWrong,
  }),
})

/** Gives a matter a title; an empty one takes the first clause again. */
export const renameMatter = action({
  name: 'matters.rename',
  summary: lang => linksText(lang).summaryRename,
  input: renameInput,
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input }) => {
    await db.updateTable('matter').set({ title: input.title || null })
      .where('community_id', '=', db.community).where('id', '=', matter.id).execute()
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { titled: input.title !== '' } }
  },
})
