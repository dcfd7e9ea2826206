// 回复: words to the raiser and to everybody who sees the matter.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { say, wordCauses } from '#modules/matters/say.ts'
import { matterId, words } from '#modules/matters/words.ts'
import { takeTurn } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { workText } from '#text/work.ts'

export const replyInput = z.strictObject({ id: matterId, text: words(lang => workText(lang).reply, lang => workText(lang).replyHint) })

/** Says something publicly about a matter; the raiser and the followers are told. */
export const replyToMatter = action({
  name: 'matters.reply',
  summary: lang => workText(lang).summaryReply,
  input: replyInput,
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input, actor, limits, from, now }) => {
    await takeTurn(db, { limits, from, now }, actor, 'reply')
    // Whoever speaks for a post is looked over for private data alone: a number slips in, an insult is his to answer for.
    const causes = (await wordCauses(db, matter, input.text)).filter(cause => cause === 'private_data')
    await say(db, { matter: matter.id, kind: 'reply', step: matter.step, text: input.text, by: actor.personId, now, causes })
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { step: matter.step, ...causes.length > 0 && { held: true, causes } } }
  },
})
