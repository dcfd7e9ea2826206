// 公开还是不公开: a worker shields a matter, or a part of what was said in it, from everybody but those who need it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { searchVector } from '#kit/search.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { likenessOf } from '#modules/matters/likeness.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { workText } from '#text/work.ts'

export const setPrivateInput = z.strictObject({
  id: matterId,
  private: z.boolean().default(false).meta({ label: lang => workText(lang).private, hint: lang => workText(lang).privateHint, control: 'tick' }),
  text: z.string().trim().min(4).max(2000).meta({ label: lang => workText(lang).publicPart, hint: lang => workText(lang).publicPartHint, control: 'textarea' }),
  privateText: z.string().trim().max(2000).default('').meta({ label: lang => workText(lang).privatePart, hint: lang => workText(lang).privatePartHint, control: 'textarea' }),
})

/** Says what of a matter everybody sees. Nothing that was said is lost: what is taken out of the public part belongs into the private one. */
export const setPrivate = action({
  name: 'matters.setPrivate',
  summary: lang => workText(lang).summarySetPrivate,
  input: setPrivateInput,
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input }) => {
    await db.updateTable('matter').set({
      private: input.private || matter.track === 'mediation',
      text: input.text, private_text: input.privateText || null, search: searchVector(`${matter.place.label} ${input.text}`), likeness: likenessOf(db.community, input.text),
    }).where('community_id', '=', db.community).where('id', '=', matter.id).execute()
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { private: input.private, parts: input.privateText !== '' } }
  },
})
