// 常用的话: words that workers say again and again, saved once for all of them.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Said } from '#kit/phrase.ts'
import { doer } from '#modules/matters/doer.ts'
import { words } from '#modules/matters/words.ts'
import { holds, lacks, type Actor } from '#modules/people/public.ts'
import { templatesText } from '#text/work-more.ts'

export const saveTemplateInput = z.strictObject({
  name: z.string().trim().min(1).max(20).meta({ label: lang => templatesText(lang).name, wrong: lang => templatesText(lang).nameWrong }),
  text: words(lang => templatesText(lang).text),
})

/** Saves words under a name that no other one has. {称呼} {地点} {编号} in them are filled in by `filledIn`. */
export const saveTemplate = action({
  name: 'matters.saveTemplate',
  summary: lang => templatesText(lang).summarySave,
  input: saveTemplateInput,
  subject: async (db, input, _actor: Actor) => db.selectFrom('reply_template').select('id')
    .where('community_id', '=', db.community).where('name', '=', input.name).where('retired_at', 'is', null).executeTakeFirst(),
  refuse: mayNotKeepTemplates,
  run: async (db, { subject: there, input, actor, now }) => {
    if (there) throw invalid([{ field: 'name', reason: lang => templatesText(lang).nameTaken }])
    const { id } = await db.insertInto('reply_template')
      .values({ community_id: db.community, name: input.name, text: input.text, made_by: doer(actor), made_at: now.toString() })
      .returning('id').executeTakeFirstOrThrow()
    return { subject: `templates/${id}`, answer: { id } }
  },
})

/** Why the actor may not use or change the saved words, or null: they are for those who handle matters somewhere. */
export function mayNotKeepTemplates(actor: Actor): Said | null {
  return holds(actor, 'move matter') ? null : lacks(actor, 'move matter', null)
}
