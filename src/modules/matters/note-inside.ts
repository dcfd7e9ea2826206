// 内部备注: seen only by those who handle the matter or look after its place.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { say } from '#modules/matters/say.ts'
import { matterId, words } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { workText } from '#text/work.ts'

export const noteInsideInput = z.strictObject({ id: matterId, text: words(lang => workText(lang).noteInside, lang => workText(lang).noteInsideHint) })

/** Writes a note among those who handle a matter. */
export const noteInside = action({
  name: 'matters.noteInside',
  summary: lang => workText(lang).summaryNoteInside,
  input: noteInsideInput,
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input, actor, now }) => {
    await say(db, { matter: matter.id, kind: 'inside', step: matter.step, text: input.text, by: actor.personId, now })
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { step: matter.step } }
  },
})
