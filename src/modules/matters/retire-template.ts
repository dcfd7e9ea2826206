// 不再用一句话: it is not offered any longer.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import { mayNotKeepTemplates } from '#modules/matters/save-template.ts'
import type { Actor } from '#modules/people/public.ts'
import { templatesText } from '#text/work-more.ts'

/** Retires saved words. Throws NotFound when there are none such. */
export const retireTemplate = action({
  name: 'matters.retireTemplate',
  summary: lang => templatesText(lang).summaryRetire,
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  subject: async (db, input, _actor: Actor) => db.selectFrom('reply_template').select('id').where('community_id', '=', db.community)
    .where('id', '=', input.id).forUpdate().executeTakeFirstOrThrow(() => new NotFound(lang => templatesText(lang).notHere)),
  refuse: mayNotKeepTemplates,
  run: async (db, { subject: { id }, now }) => {
    await db.updateTable('reply_template').set({ retired_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', id).where('retired_at', 'is', null).execute()
    return { subject: `templates/${id}`, answer: { id } }
  },
})
