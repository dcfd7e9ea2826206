// 问一句: something is missing that only the resident knows; until the answer comes no clock runs.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { keepTime } from '#modules/clocks/public.ts'
import { matterToChange } from '#modules/matters/find.ts'
import type { Matter } from '#modules/matters/matter.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { say } from '#modules/matters/say.ts'
import { matterId, words } from '#modules/matters/words.ts'
import { takeTurn } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { workText } from '#text/work.ts'

export const askInput = z.strictObject({ id: matterId, text: words(lang => workText(lang).question, lang => workText(lang).questionHint) })

/** Asks the raiser something and pauses the clocks until the answer. */
export const askResident = action({
  name: 'matters.ask',
  summary: lang => workText(lang).summaryAsk,
  input: askInput,
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input, actor, limits, from, now }) => {
    await takeTurn(db, { limits, from, now }, actor, 'ask')
    await say(db, { matter: matter.id, kind: 'ask', step: matter.step, text: input.text, by: actor.personId, now })
    // Nobody can answer what was taken down from a call or from paper: then the worker calls back, and the clock goes on.
    const reached = await canAnswer(db, matter)
    const pauses = reached && !matter.paused_at
    await db.updateTable('matter').set({ waits_for_resident: reached, ...pauses && { paused_at: now.toString(), pause_reason: null } })
      .where('community_id', '=', db.community).where('id', '=', matter.id).execute()
    const clocks = await keepTime(db, `matters/${matter.id}`, now, pauses ? [{ do: 'pause' }] : [])
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { step: matter.step, clocks } }
  },
})

// By account, or by the receipt that whoever sent the form holds.
async function canAnswer(db: Reader, { id, raiser_id }: Pick<Matter, 'id' | 'raiser_id'>): Promise<boolean> {
  if (raiser_id !== null) return true
  const { channel } = await db.selectFrom('matter').select('channel')
    .where('community_id', '=', db.community).where('id', '=', id).executeTakeFirstOrThrow()
  return channel === 'page' || channel === 'api'
}
