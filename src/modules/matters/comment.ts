// 留言: whoever signed in says something about a matter; who it was stays behind the scenes (网络安全法 24: real identity).
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { say, wordCauses } from '#modules/matters/say.ts'
import { matterId, words } from '#modules/matters/words.ts'
import { commentTurn } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { commentText } from '#text/moderation-author.ts'

export const commentInput = z.strictObject({ id: matterId, text: words(lang => commentText(lang).text, lang => commentText(lang).hint) })

/** Says it. Throws TooOften. A mob and listed words wait for a look. */
export const commentOnMatter = action({
  name: 'matters.comment',
  summary: lang => commentText(lang).summary,
  input: commentInput,
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.comment,
  run: async (db, { subject: matter, input, actor, limits, from, now }) => {
    const often = await commentTurn(db, { limits, from, now }, actor, matter.id)
    const causes = [...often ? ['often' as const] : [], ...await wordCauses(db, matter, input.text)]
    const note = await say(db, { matter: matter.id, kind: 'comment', step: matter.step, text: input.text, by: actor.personId, now, causes })
    return {
      subject: `matters/${matter.id}`, answer: { id: matter.id, note, ...causes.length > 0 && { held: true } },
      facts: { step: matter.step, note, ...causes.length > 0 && { held: true, causes } },
    }
  },
})
