// 我来一起办: whoever was asked to help says that he does.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { isOne, type Handler, type Matter } from '#modules/matters/matter.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { handlersText } from '#text/work-more.ts'

/** Accepts being a co-handler, for oneself or for one's organisation. */
export const acceptHandling = action({
  name: 'matters.acceptHandling',
  summary: lang => handlersText(lang).summaryAccept,
  input: z.strictObject({ id: matterId }),
  subject: async (db, input, actor: Actor) => {
    const matter = await matterToChange(db, actor, input.id)
    return { matter, asked: await askedFor(db, matter.id) }
  },
  refuse: (actor, { matter, asked }) => mayNotAcceptHandling(actor, matter, asked),
  run: async (db, { subject: { matter, asked }, actor, now }) => {
    const own = asked.filter(handler => isOne(actor, handler)).map(handler => handler.id)
    await db.updateTable('matter_handler').set({ accepted_at: now.toString() })
      .where('community_id', '=', db.community).where('id', 'in', own).execute()
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { handlers: own } }
  },
})

/** Why the actor may not say that he helps, or null. `asked` are those who have not answered yet. */
export function mayNotAcceptHandling(actor: Actor, matter: Matter, asked: readonly Handler[]): Said | null {
  return mayNot.handle(actor, matter) ?? (asked.some(handler => isOne(actor, handler)) ? null : lang => handlersText(lang).notAsked)
}

function askedFor(db: Reader, matter: number) {
  return db.selectFrom('matter_handler').select(['id', 'person_id', 'organisation_id'])
    .where('community_id', '=', db.community).where('matter_id', '=', matter)
    .where('ended_at', 'is', null).where('accepted_at', 'is', null).execute()
}
